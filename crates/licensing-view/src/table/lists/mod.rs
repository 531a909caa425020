//! The lists that the table shows, a file each, and what several of them have in common.

mod audit;
mod contacts;
mod deleted;
mod groups;
mod locations;
mod members;
mod nothing;
mod pairs;
mod prerequisites;
mod product_groups;
mod product_plans;
mod product_users;
mod products;
mod rule_rows;
mod users;

pub(super) use nothing::Nothing;

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::command::GroupKind;
use licensing_model::{Command, CountryCode, Pace, ProductId, RuleSet, UserId};
use licensing_wording::{Text, Words};

use super::list::{Choice, Filter, List};
use super::sort::Value;
use super::{Act, Bulk, BulkKind, Cell, Face, FilterKey, ListId, Order, RowAction, TableQuery, Voice};
use crate::icon::Icon;
use crate::names::ProductName;
use crate::read;
use crate::route::{Address, Route, WhyTarget};
use crate::search::Seeker;
use crate::status::{Status, Tone};

/// The list as it is now. Those that can be as long as a tenant is large are read in slices.
pub(super) async fn list(pace: &Pace, tenant: &Tenant, words: Words, id: ListId) -> Arc<dyn List> {
    match id {
        ListId::Users => Arc::new(users::Users::of(pace, tenant, words).await),
        ListId::DeletedUsers => Arc::new(deleted::DeletedUsers::of(tenant, words)),
        ListId::Contacts => Arc::new(contacts::Contacts::of(tenant, words)),
        ListId::Groups => Arc::new(groups::Groups::of(tenant, words)),
        ListId::DeletedGroups => Arc::new(deleted::DeletedGroups::of(tenant, words)),
        ListId::Members(group) => Arc::new(members::Members::of(pace, tenant, words, group).await),
        ListId::Products => Arc::new(products::Products::of(pace, tenant, words).await),
        ListId::ProductUsers(product) => Arc::new(product_users::ProductUsers::of(pace, tenant, words, product).await),
        ListId::ProductGroups(product) => Arc::new(product_groups::ProductGroups::of(tenant, words, product)),
        ListId::ProductPlans(product) => Arc::new(product_plans::ProductPlans::of(tenant, words, product)),
        ListId::Audit => Arc::new(audit::Audit::of(pace, tenant, words).await),
        ListId::Pairs => Arc::new(pairs::Pairs::of(tenant, words)),
        ListId::Prerequisites => Arc::new(prerequisites::Prerequisites::of(tenant, words)),
        ListId::Locations => Arc::new(locations::Locations::of(tenant, words)),
    }
}

/// Shows the names of a user.
fn look_at_user(tenant: &Tenant, user: UserId, buffer: &mut String, seeker: &mut Seeker<'_>) {
    seeker.look(tenant.user_name_in(user, buffer));
    if !seeker.found_all() {
        seeker.look(tenant.principal_name_in(user, buffer));
    }
}

/// The places of countries in the order of their names, which a list of users is sorted by.
struct CountryOrder(Vec<u32>);

impl CountryOrder {
    fn of(words: Words) -> CountryOrder {
        let mut named: Vec<(&str, usize)> = words
            .countries()
            .filter_map(|(code, name)| code.parse::<CountryCode>().ok().map(|country| (name, country.number())))
            .collect();
        named.sort_unstable();
        // Codes without a name come last, by themselves.
        let mut places: Vec<u32> = (0..).map(|number| number + named.len() as u32).take(CountryCode::COUNT).collect();
        for ((_, number), at) in named.into_iter().zip(0..) {
            if let Some(place) = places.get_mut(number) {
                *place = at;
            }
        }
        CountryOrder(places)
    }

    /// What a user is sorted by whose location counts as `country`.
    fn value(&self, country: CountryCode) -> Value<'static> {
        Value::Number(u64::from(self.0.get(country.number()).copied().unwrap_or(u32::MAX)))
    }
}

/// Shows the names of a product.
fn look_at_product(product: &ProductName, seeker: &mut Seeker<'_>) {
    for text in [&product.name, &product.part_number, &product.tag] {
        seeker.look(text);
    }
}

/// Those rows that are in error first, then the others; both by their places.
#[derive(Default)]
struct ErrorsFirst {
    failed: Vec<u32>,
    others: Vec<u32>,
}

impl ErrorsFirst {
    /// The row at the next place.
    fn add(&mut self, is_in_error: bool) {
        let place = (self.failed.len() + self.others.len()) as u32;
        if is_in_error { self.failed.push(place) } else { self.others.push(place) }
    }

    fn order(self) -> Order {
        let ErrorsFirst { mut failed, others } = self;
        if failed.is_empty() || others.is_empty() {
            return Order::AsItComes(failed.len() + others.len());
        }
        failed.extend(others);
        Order::Places(failed.into())
    }
}

/// A named filter over rows, with the places of the choices that each of them belongs to.
fn filter<R: IntoIterator<Item = usize>>(
    key: FilterKey,
    name: &str,
    choices: impl IntoIterator<Item = (&'static str, String)>,
    rows: impl Iterator<Item = R>,
) -> Filter {
    let choices =
        choices.into_iter().map(|(value, word)| Choice { value: value.to_string(), word, count: 0 }).collect();
    let mut filter = Filter { key, name: name.to_string(), choices, is_menu: false };
    rows.for_each(|choices| count(&mut filter, choices));
    filter
}

/// Counts a row for the choices that it belongs to.
fn count(filter: &mut Filter, choices: impl IntoIterator<Item = usize>) {
    for choice in choices {
        if let Some(choice) = filter.choices.get_mut(choice) {
            choice.count += 1;
        }
    }
}

/// No row, whatever rows are counted by: they are counted as they are read.
fn not_yet() -> std::iter::Empty<Option<usize>> {
    std::iter::empty()
}

/// The choices of one filter that a row belongs to: a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Choices(u8);

impl Choices {
    /// With the choice at this place too, if `belongs`.
    fn with(self, place: u8, belongs: bool) -> Choices {
        Choices(self.0 | (u8::from(belongs) << place))
    }

    fn has(self, place: usize) -> bool {
        self.0 >> place & 1 == 1
    }

    /// The places of the choices.
    fn places(self) -> impl Iterator<Item = usize> {
        (0..8).filter(move |place| self.has(*place))
    }
}

/// How many errors; none is nothing to look at.
fn errors(words: Words, number: usize) -> Cell {
    match number {
        0 => Cell::Text(words.number(0), Voice::Faint),
        some => Cell::Status(Status::new(Tone::Error, Icon::Error, words.number(some))),
    }
}

/// How many users are in error; they are shown on `screen`.
fn users_in_error(words: Words, number: usize, screen: Route) -> Cell {
    match errors(words, number) {
        Cell::Status(status) => {
            let those = TableQuery::default().with_filter(FilterKey::State, Some("error"));
            Cell::Count(status, words.users_in_error(number), Address::of(screen).with_query(those))
        }
        none => none,
    }
}

/// A number; none is nothing to look at.
fn number(words: Words, number: usize) -> Cell {
    Cell::Text(words.number(number), if number == 0 { Voice::Faint } else { Voice::Plain })
}

/// The answer that there is nothing.
fn none(words: Words) -> Cell {
    Cell::Text(words.text(Text::NONE).to_string(), Voice::Faint)
}

/// Products by their tags, or that there are none.
fn tags(tenant: &Tenant, words: Words, products: impl IntoIterator<Item = ProductId>) -> Cell {
    let products: Vec<ProductName> = products.into_iter().map(|product| read::product_name(tenant, product)).collect();
    if products.is_empty() { none(words) } else { Cell::Tags(products) }
}

/// The button that explains a path.
fn why_action(words: Words, name: &str, why: WhyTarget) -> RowAction {
    RowAction {
        label: words.why_of(name),
        face: Face::Word(words.text(Text::WHY).to_string()),
        act: Act::Why(why),
        is_quiet: false,
    }
}

/// The button that sends a command, and beside it the one that shows what it would lead to.
fn send_actions(words: Words, label: String, face: Face, command: Command) -> [RowAction; 2] {
    let look = RowAction {
        label: words.preview_repair(&label),
        face: Face::Icon(Icon::Preview),
        act: Act::Look(command.clone()),
        is_quiet: true,
    };
    let is_quiet = matches!(face, Face::Icon(_));
    [look, RowAction { label, face, act: Act::Send(command), is_quiet }]
}

/// Asking for licenses for what is selected.
fn assign(words: Words) -> Bulk {
    let word = words.text(Text::ASSIGN).to_string();
    Bulk { kind: BulkKind::Assign, word, icon: Icon::Plus, is_danger: false, at_most: None }
}

/// Taking something from what is selected.
fn remove(word: &str) -> Bulk {
    Bulk { kind: BulkKind::Remove, word: word.to_string(), icon: Icon::Minus, is_danger: true, at_most: None }
}

/// Processing what is selected again.
fn reprocess(words: Words, at_most: Option<usize>) -> Bulk {
    Bulk {
        kind: BulkKind::Reprocess,
        word: words.text(Text::REPROCESS).to_string(),
        icon: Icon::Refresh,
        is_danger: false,
        at_most: at_most.map(|number| (number, words.reprocess_limit(number))),
    }
}

/// Deleting what is selected.
fn delete(words: Words) -> Bulk {
    let word = words.text(Text::DELETE_SELECTED).to_string();
    Bulk { kind: BulkKind::Delete, word, icon: Icon::Trash, is_danger: true, at_most: None }
}

/// Letting what is selected count, and letting it count no more.
fn switches(words: Words) -> Vec<Bulk> {
    let switch = |kind, text, icon| {
        let word = words.text(text).to_string();
        Bulk { kind, word, icon, is_danger: false, at_most: None }
    };
    vec![switch(BulkKind::TurnOn, Text::TURN_ON, Icon::Ok), switch(BulkKind::TurnOff, Text::TURN_OFF, Icon::Off)]
}

/// A group's kind, for a filter.
const KINDS: [(&str, GroupKind); 4] = [
    ("security", GroupKind::Security),
    ("microsoft-365-security", GroupKind::Microsoft365Security),
    ("microsoft-365", GroupKind::Microsoft365),
    ("distribution", GroupKind::Distribution),
];

/// How many users can be processed again in one go.
fn most_reprocessed(rules: RuleSet) -> Option<usize> {
    licensing_core::switches(rules).reprocess_at_once
}
