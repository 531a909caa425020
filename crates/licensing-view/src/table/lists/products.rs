//! Products of the tenant, by name.

use licensing_core::Tenant;
use licensing_model::{Catalog, Pace};
use licensing_wording::{Text, Words};

use super::super::list::{Filter, List};
use super::super::sort::Value;
use super::super::{Act, Below, Cell, Column, ColumnKey, Face, FilterKey, Linked, Row, RowAction, Voice, Width};
use super::{filter, look_at_product, number, users_in_error};
use crate::icon::Icon;
use crate::product::{self, ProductRow};
use crate::route::{ProductTab, Route};
use crate::search::Seeker;

/// The list.
pub(super) struct Products {
    words: Words,
    /// Each with how many users are in error.
    rows: Vec<(ProductRow, usize)>,
    filters: Vec<Filter>,
}

impl Products {
    pub(super) async fn of(pace: &Pace, tenant: &Tenant, words: Words) -> Products {
        let rows = product::products(pace, tenant, words).await;
        let states = [("error", Text::IN_ERROR), ("full", Text::NONE_FREE), ("free", Text::SEATS_FREE)];
        let by_state = filter(
            FilterKey::State,
            words.text(Text::STATE),
            states.map(|(value, text)| (value, words.text(text).to_string())),
            rows.iter().map(state),
        );
        Products { words, rows, filters: vec![by_state] }
    }
}

/// The choice of the state filter; a product whose subscription gives nothing has none.
fn state((row, in_error): &(ProductRow, usize)) -> Option<usize> {
    match row {
        _ if *in_error > 0 => Some(0),
        row if row.seats.full => Some(1),
        row if row.seats.has_free() => Some(2),
        _ => None,
    }
}

impl List for Products {
    fn counted(&self, number: usize) -> String {
        self.words.count_products(number)
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn id(&self, place: usize) -> u32 {
        self.rows.get(place).map_or(u32::MAX, |(row, _)| row.product.id.raw())
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        let count = |key, name| Column::new(key, text(name), Width::Narrow).number();
        vec![
            Column::new(ColumnKey::Name, text(Text::PRODUCT), Width::Name).kept(),
            Column::new(ColumnKey::Technical, text(Text::PART_NUMBER), Width::Middle),
            Column::new(ColumnKey::Plans, text(Text::SERVICE_PLANS), Width::Middle).number(),
            Column::new(ColumnKey::Seats, text(Text::SEATS), Width::Middle),
            count(ColumnKey::Assigned, Text::ASSIGNED),
            count(ColumnKey::Available, Text::AVAILABLE).kept(),
            count(ColumnKey::Expiring, Text::EXPIRING),
            count(ColumnKey::Groups, Text::LICENSED_GROUPS),
            count(ColumnKey::InError, Text::IN_ERROR),
            Column::buttons(),
        ]
    }

    fn filters(&self) -> Vec<Filter> {
        self.filters.clone()
    }

    fn choice(&self, _tenant: &Tenant, place: usize, _at: usize) -> Option<usize> {
        state(self.rows.get(place)?)
    }

    fn look(&self, _tenant: &Tenant, place: usize, _buffer: &mut String, seeker: &mut Seeker<'_>) {
        if let Some((row, _)) = self.rows.get(place) {
            look_at_product(&row.product, seeker);
        }
    }

    fn value(&self, _tenant: &Tenant, place: usize, at: usize, _buffer: &mut String, take: &mut dyn FnMut(Value<'_>)) {
        let Some((row, in_error)) = self.rows.get(place) else { return };
        let number = |number: usize| Value::Number(number as u64);
        take(match at {
            0 => Value::Text(&row.product.name),
            1 => Value::Text(&row.product.part_number),
            2 => number(row.plans),
            3 => number(row.seats.percent as usize),
            4 => number(row.seats.assigned as usize),
            5 => number(row.seats.free() as usize),
            6 => number(row.units.warning as usize),
            7 => number(row.licensed_groups),
            _ => number(*in_error),
        });
    }

    fn row(&self, _tenant: &Tenant, place: usize) -> Row {
        let words = self.words;
        let Some((row, in_error)) = self.rows.get(place) else { return Row::default() };
        let product = &row.product;
        let tab = |tab| Some(Route::Product(product.id, tab));
        let groups = match row.licensed_groups {
            0 => number(words, 0),
            some => Cell::Links(vec![Linked { text: words.number(some), route: tab(ProductTab::Groups) }], ""),
        };
        let assigned = Linked { text: words.number(row.seats.assigned as usize), route: tab(ProductTab::Users) };
        // A part number that is its own tag stands in its own column.
        let tag = Some(&product.tag).filter(|tag| **tag != product.part_number).cloned();
        let tag =
            if Catalog::lists_product(product.id) { tag } else { Some(words.text(Text::NOT_IN_CATALOG).to_string()) };
        let title = Linked { text: product.name.clone(), route: tab(ProductTab::Users) };
        let plans = words.number(row.plans);
        let plans = if row.plans_of_today { words.plans_of_today_marked(&plans) } else { plans };
        let free = match row.seats.has_free() {
            true => number(words, row.seats.free() as usize),
            false => Cell::Status(row.seats.left.clone()),
        };
        Row {
            id: product.id.raw(),
            name: product.name.clone(),
            route: tab(ProductTab::Users),
            why: None,
            cells: vec![
                Cell::Title(title, tag, Some(Below::Text(row.seats.sentence.clone()))),
                Cell::Text(product.part_number.clone(), Voice::Code),
                Cell::Links(vec![Linked { text: plans, route: tab(ProductTab::Plans) }], ""),
                Cell::Bar(row.seats.clone()),
                Cell::Part(assigned, words.of(row.seats.total as usize)),
                free,
                number(words, row.units.warning as usize),
                groups,
                users_in_error(words, *in_error, Route::Product(product.id, ProductTab::Users)),
                Cell::Actions(vec![RowAction {
                    label: words.change_units(&product.name),
                    face: Face::Icon(Icon::Units),
                    act: Act::AskUnits(product.id),
                    is_quiet: false,
                }]),
            ],
        }
    }
}
