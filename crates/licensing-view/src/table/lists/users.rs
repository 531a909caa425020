//! Users that are not deleted: those in error first, then as they were created.

use std::collections::BTreeSet;

use licensing_core::Tenant;
use licensing_model::{Command, CountryCode, Pace, UserId};
use licensing_wording::{Text, Words};

use super::super::list::{Choice, Filter, List};
use super::super::sort::Value;
use super::super::{Below, Bulk, BulkKind, Cell, Column, ColumnKey, FilterKey, Order, Row, Sorting, Voice, Width};
use super::{
    Choices, CountryOrder, ErrorsFirst, assign, count, delete, errors, filter, look_at_user, most_reprocessed, not_yet,
    reprocess, tags, why_action,
};
use crate::icon::Icon;
use crate::read;
use crate::route::Route;
use crate::search::Seeker;
use crate::status::{Status, Tone};

/// The places of the choices of the state filter. One who holds a license may be in error for another.
const IN_ERROR: u8 = 0;
const LICENSED: u8 = 1;
const WITHOUT_LICENSE: u8 = 2;

/// The list.
pub(super) struct Users {
    words: Words,
    users: Vec<UserId>,
    states: Vec<Choices>,
    usual: Order,
    filters: Vec<Filter>,
    /// For each country the choice of the location filter that it is.
    choice_of_country: Vec<usize>,
    reprocess_at_once: Option<usize>,
    countries: CountryOrder,
}

impl Users {
    pub(super) async fn of(pace: &Pace, tenant: &Tenant, words: Words) -> Users {
        let mut by_state = filter(
            FilterKey::State,
            words.text(Text::STATE),
            [("error", Text::IN_ERROR), ("licensed", Text::LICENSED), ("unlicensed", Text::WITHOUT_LICENSE)]
                .map(|(value, text)| (value, words.text(text).to_string())),
            not_yet(),
        );
        let number = tenant.user_count();
        let (mut users, mut states) = (Vec::with_capacity(number), Vec::with_capacity(number));
        let mut usual = ErrorsFirst::default();
        let mut by_country = vec![0_usize; CountryCode::COUNT];
        pace.expect(number);
        for user in tenant.users() {
            let state = state(tenant, user);
            count(&mut by_state, state.places());
            usual.add(state.has(usize::from(IN_ERROR)));
            if let Some(count) = by_country.get_mut(tenant.effective_location(user).number()) {
                *count += 1;
            }
            users.push(user);
            states.push(state);
            pace.did(1).await;
        }
        let (by_location, choice_of_country) = locations(words, &by_country);
        Users {
            words,
            usual: usual.order(),
            states,
            users,
            filters: vec![by_state, by_location],
            choice_of_country,
            countries: CountryOrder::of(words),
            reprocess_at_once: most_reprocessed(tenant.rules()),
        }
    }

    fn user(&self, place: usize) -> UserId {
        self.users.get(place).copied().unwrap_or(UserId::from_raw(u32::MAX))
    }
}

fn state(tenant: &Tenant, user: UserId) -> Choices {
    let holds = tenant.holds_a_license(user);
    Choices::default()
        .with(IN_ERROR, tenant.rows_in_error(user) > 0)
        .with(LICENSED, holds)
        .with(WITHOUT_LICENSE, !holds)
}

/// The countries in which there are users, by name, and for each country which of them it is; given how many users there
/// are in each.
fn locations(words: Words, counts: &[usize]) -> (Filter, Vec<usize>) {
    let mut there: Vec<(String, CountryCode, usize)> = (counts.iter().enumerate())
        .filter(|(_, count)| **count > 0)
        .filter_map(|(number, count)| CountryCode::from_number(number).map(|country| (number, country, *count)))
        .map(|(_, country, count)| (words.country(country), country, count))
        .collect();
    there.sort();
    let mut choice_of_country = vec![usize::MAX; CountryCode::COUNT];
    let mut choices = Vec::new();
    for (at, (word, country, count)) in there.into_iter().enumerate() {
        if let Some(choice) = choice_of_country.get_mut(country.number()) {
            *choice = at;
        }
        choices.push(Choice { value: country.to_string(), word, count });
    }
    let name = words.text(Text::LOCATION).to_string();
    (Filter { key: FilterKey::Location, name, choices, is_menu: true }, choice_of_country)
}

impl List for Users {
    fn counted(&self, number: usize) -> String {
        self.words.count_users(number)
    }

    fn len(&self) -> usize {
        self.users.len()
    }

    fn usual(&self) -> Order {
        self.usual.clone()
    }

    fn id(&self, place: usize) -> u32 {
        self.user(place).raw()
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Name, text(Text::USER), Width::Name).kept(),
            Column::new(ColumnKey::PrincipalName, text(Text::PRINCIPAL_NAME), Width::Wide),
            Column::new(ColumnKey::Location, text(Text::LOCATION), Width::Middle),
            Column::new(ColumnKey::Products, text(Text::PRODUCTS), Width::Middle).kept().sorted(Sorting::None),
            Column::new(ColumnKey::InError, text(Text::IN_ERROR), Width::Narrow).number(),
            Column::buttons(),
        ]
    }

    fn filters(&self) -> Vec<Filter> {
        self.filters.clone()
    }

    fn belongs(&self, tenant: &Tenant, place: usize, at: usize, choice: usize) -> bool {
        if at == 0 {
            return self.states.get(place).is_some_and(|state| state.has(choice));
        }
        let country = tenant.effective_location(self.user(place));
        self.choice_of_country.get(country.number()) == Some(&choice)
    }

    fn look(&self, tenant: &Tenant, place: usize, buffer: &mut String, seeker: &mut Seeker<'_>) {
        look_at_user(tenant, self.user(place), buffer, seeker);
    }

    fn value(&self, tenant: &Tenant, place: usize, at: usize, buffer: &mut String, take: &mut dyn FnMut(Value<'_>)) {
        let user = self.user(place);
        match at {
            0 => take(Value::Text(tenant.user_name_in(user, buffer))),
            1 => take(Value::Text(tenant.principal_name_in(user, buffer))),
            2 => take(self.countries.value(tenant.effective_location(user))),
            _ => take(Value::Number(tenant.rows_in_error(user) as u64)),
        }
    }

    fn row(&self, tenant: &Tenant, place: usize) -> Row {
        let (user, words) = (self.user(place), self.words);
        let paths = tenant.paths(user);
        let held: BTreeSet<_> = paths.iter().filter(|row| row.state.in_force()).map(|row| row.product).collect();
        let in_error = tenant.rows_in_error(user);
        let person = read::person(tenant, user);
        let principal_name = tenant.principal_name(user);
        let why = read::first_failure(&paths).map(|row| read::why(user, row));
        let below = match in_error {
            0 => Below::Text(principal_name.clone()),
            some => Below::Status(Status::new(Tone::Error, Icon::Error, words.paths_in_error(some))),
        };
        Row {
            id: user.raw(),
            name: person.name.clone(),
            route: Some(Route::User(user)),
            cells: vec![
                Cell::Person(person.clone(), Some(below)),
                Cell::Text(principal_name, Voice::Code),
                Cell::Text(read::location(tenant, words, user), Voice::Plain),
                tags(tenant, words, held),
                errors(words, in_error),
                Cell::Actions(why.map(|why| why_action(words, &person.name, why)).into_iter().collect()),
            ],
            why,
        }
    }

    fn bulk(&self) -> Vec<Bulk> {
        let word = self.words.text(Text::ADD_SELECTED_TO_GROUP).to_string();
        let join = Bulk { kind: BulkKind::AddToGroup, word, icon: Icon::Group, is_danger: false, at_most: None };
        vec![assign(self.words), join, reprocess(self.words, self.reprocess_at_once), delete(self.words)]
    }

    fn bulk_command(&self, kind: BulkKind, id: u32) -> Option<Command> {
        let user = UserId::from_raw(id);
        match kind {
            BulkKind::Reprocess => Some(Command::ReprocessUser(user)),
            BulkKind::Delete => Some(Command::DeleteUser(user)),
            _ => None,
        }
    }
}
