//! Users that hold or should hold a product: those in error first, then as they were created.

use licensing_core::{ProductPath, Tenant};
use licensing_model::command::LicenseChange;
use licensing_model::{AssignmentError, AssignmentState, Command, Pace, Path, ProductId, UserId};
use licensing_wording::{Text, Words};

use super::super::list::{Filter, List};
use super::super::sort::Value;
use super::super::{
    Below, Bulk, BulkKind, Cell, Column, ColumnKey, FilterKey, Linked, Order, Row, RowAction, Sorting, Stays, Voice,
    Width,
};
use super::{
    Choices, CountryOrder, ErrorsFirst, count, filter, look_at_user, most_reprocessed, not_yet, remove, reprocess,
    why_action,
};
use crate::read;
use crate::route::{Route, WhyTarget};
use crate::search::Seeker;

/// What a user has to do with the product, as choices of the two filters.
#[derive(Clone, Copy)]
struct Entry {
    user: UserId,
    states: Choices,
    paths: u8,
}

/// The places of the choices of the state filter. One path can hold the product while another is in error.
const IN_ERROR: u8 = 0;
const IN_FORCE: u8 = 1;
const DISABLED: u8 = 2;

const DIRECT: u8 = 0;
const GROUPS: u8 = 1;
const BOTH: u8 = 2;

/// The list.
pub(super) struct ProductUsers {
    words: Words,
    product: ProductId,
    entries: Vec<Entry>,
    usual: Order,
    filters: Vec<Filter>,
    reprocess_at_once: Option<usize>,
    countries: CountryOrder,
}

impl ProductUsers {
    pub(super) async fn of(pace: &Pace, tenant: &Tenant, words: Words, product: ProductId) -> ProductUsers {
        let choices = |texts: [(&'static str, Text); 3]| {
            texts.map(|(value, text)| (value, words.text(text).to_string())).into_iter().collect::<Vec<_>>()
        };
        let mut by_state = filter(
            FilterKey::State,
            words.text(Text::STATE),
            choices([("error", Text::IN_ERROR), ("force", Text::IN_FORCE), ("disabled", Text::STATE_DISABLED)]),
            not_yet(),
        );
        let mut by_paths = filter(
            FilterKey::Path,
            words.text(Text::BY_PATHS),
            choices([
                ("direct", Text::DIRECTLY_ONLY),
                ("groups", Text::GROUPS_ONLY),
                ("both", Text::DIRECTLY_AND_GROUPS),
            ]),
            not_yet(),
        );
        by_paths.is_menu = true;
        let (mut entries, mut usual) = (Vec::new(), ErrorsFirst::default());
        pace.expect(tenant.user_count());
        for user in tenant.users() {
            if let Some(entry) = entry(tenant, product, user) {
                count(&mut by_state, entry.states.places());
                count(&mut by_paths, [usize::from(entry.paths)]);
                usual.add(entry.is_in_error());
                entries.push(entry);
            }
            pace.did(1).await;
        }
        ProductUsers {
            words,
            product,
            usual: usual.order(),
            entries,
            filters: vec![by_state, by_paths],
            reprocess_at_once: most_reprocessed(tenant.rules()),
            countries: CountryOrder::of(words),
        }
    }
}

/// What a user has to do with the product; nothing, if no path leads to it.
fn entry(tenant: &Tenant, product: ProductId, user: UserId) -> Option<Entry> {
    let mut entry: Option<Entry> = None;
    for ProductPath { path, state, error, .. } in tenant.product_paths(user, product) {
        let by = if path == Path::Direct { DIRECT } else { GROUPS };
        let before = entry.unwrap_or(Entry { user, states: Choices::default(), paths: by });
        let states = before
            .states
            .with(IN_ERROR, error != AssignmentError::None)
            .with(IN_FORCE, state.in_force())
            .with(DISABLED, state == AssignmentState::Disabled);
        entry = Some(Entry { user, states, paths: if before.paths == by { by } else { BOTH } });
    }
    entry
}

impl Entry {
    fn is_in_error(&self) -> bool {
        self.states.has(usize::from(IN_ERROR))
    }

    /// What the column of states is sorted by: what is wrong first, what gives nothing last.
    fn rank(&self) -> u64 {
        if self.is_in_error() { 0 } else { 1 + u64::from(self.states.has(usize::from(DISABLED))) }
    }
}

impl List for ProductUsers {
    fn counted(&self, number: usize) -> String {
        self.words.count_users(number)
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn usual(&self) -> Order {
        self.usual.clone()
    }

    fn id(&self, place: usize) -> u32 {
        self.entries.get(place).map_or(u32::MAX, |entry| entry.user.raw())
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Name, text(Text::USER), Width::Name).kept(),
            Column::new(ColumnKey::State, text(Text::STATE), Width::Wide),
            // On a phone the state below the name needs the room, and "Why?" says the path.
            Column {
                stays: Stays::BeyondPhones,
                ..Column::new(ColumnKey::Paths, text(Text::BY_PATHS), Width::Wide).sorted(Sorting::None)
            },
            Column::new(ColumnKey::Plans, text(Text::PLANS_ON), Width::Middle).number().unsorted(),
            Column::new(ColumnKey::Location, text(Text::LOCATION), Width::Middle),
            Column::buttons(),
        ]
    }

    fn filters(&self) -> Vec<Filter> {
        self.filters.clone()
    }

    fn belongs(&self, _tenant: &Tenant, place: usize, at: usize, choice: usize) -> bool {
        let Some(entry) = self.entries.get(place) else { return false };
        if at == 0 { entry.states.has(choice) } else { usize::from(entry.paths) == choice }
    }

    fn look(&self, tenant: &Tenant, place: usize, buffer: &mut String, seeker: &mut Seeker<'_>) {
        if let Some(entry) = self.entries.get(place) {
            look_at_user(tenant, entry.user, buffer, seeker);
        }
    }

    fn value(&self, tenant: &Tenant, place: usize, at: usize, buffer: &mut String, take: &mut dyn FnMut(Value<'_>)) {
        let Some(entry) = self.entries.get(place) else { return };
        match at {
            0 => take(Value::Text(tenant.user_name_in(entry.user, buffer))),
            1 => take(Value::Number(entry.rank())),
            _ => take(self.countries.value(tenant.effective_location(entry.user))),
        }
    }

    fn row(&self, tenant: &Tenant, place: usize) -> Row {
        let words = self.words;
        let Some(Entry { user, .. }) = self.entries.get(place).copied() else { return Row::default() };
        let mut rows = tenant.paths(user);
        rows.retain(|row| row.product == self.product);
        let person = read::person(tenant, user);
        let worst = read::first_failure(&rows).or(rows.first());
        let status = worst.map(|row| read::path_status(tenant, words, user, row));
        let is_quiet = worst.is_none_or(|row| row.error == AssignmentError::None);
        let why = worst.map(|row| WhyTarget { user, product: self.product, path: row.path });
        let paths = rows.iter().map(|row| match row.path {
            Path::Direct => Linked { text: words.text(Text::DIRECT).to_string(), route: None },
            Path::Group(group) => Linked { text: tenant.group_name(group), route: read::group_route(tenant, group) },
        });
        let plans = effective_plans(tenant, words, user, self.product);
        Row {
            id: user.raw(),
            name: person.name.clone(),
            route: Some(Route::User(user)),
            cells: vec![
                Cell::Person(person.clone(), status.clone().map(Below::Status)),
                status.map_or(Cell::Blank, Cell::Status),
                Cell::Links(paths.collect(), ", "),
                plans.map_or(Cell::Blank, |plans| Cell::Text(plans, Voice::Plain)),
                Cell::Text(read::location(tenant, words, user), Voice::Plain),
                Cell::Actions(
                    why.map(|why| RowAction { is_quiet, ..why_action(words, &person.name, why) }).into_iter().collect(),
                ),
            ],
            why,
        }
    }

    fn bulk(&self) -> Vec<Bulk> {
        vec![reprocess(self.words, self.reprocess_at_once), remove(self.words.text(Text::REMOVE_DIRECT_LICENSE))]
    }

    fn bulk_command(&self, kind: BulkKind, id: u32) -> Option<Command> {
        let user = UserId::from_raw(id);
        match kind {
            BulkKind::Reprocess => Some(Command::ReprocessUser(user)),
            BulkKind::Remove => {
                let change = LicenseChange { add: Vec::new(), remove: vec![self.product] };
                Some(Command::ChangeUserLicenses(user, change))
            }
            _ => None,
        }
    }
}

/// How many plans of the product a user has on over all paths; nothing, where no path is in force.
fn effective_plans(tenant: &Tenant, words: Words, user: UserId, product: ProductId) -> Option<String> {
    let held = tenant.effective_licenses(user).into_iter().find(|held| held.product == product)?;
    let (on, of) = read::plans_on(tenant, product, |plan| held.disabled.contains(&plan));
    Some(words.plans_of_path(on, of))
}
