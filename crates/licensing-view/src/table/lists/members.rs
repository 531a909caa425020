//! The members of a group: those in error first, then as they joined; then those who left and are not done with.

use licensing_core::Tenant;
use licensing_model::{AssignmentError, AssignmentState, Command, GroupId, Member, Pace, Path, ProductId, UserId};
use licensing_wording::{Text, Words};

use super::super::list::{Filter, List};
use super::super::sort::Value;
use super::super::{
    Below, Bulk, BulkKind, Cell, Column, ColumnKey, Face, FilterKey, MOST_DRAWN, Order, Row, RowAction, Stays, Voice,
    Width,
};
use super::{
    CountryOrder, ErrorsFirst, count, filter, look_at_user, most_reprocessed, none, not_yet, remove, reprocess,
    send_actions, why_action,
};
use crate::icon::Icon;
use crate::names::ProductName;
use crate::read;
use crate::route::Route;
use crate::rule;
use crate::search::Seeker;
use crate::status::{Headings, Status, Tone};

/// One member, or one who left.
#[derive(Clone, Copy)]
struct Entry {
    user: UserId,
    /// Whether the user left.
    has_left: bool,
    /// What the group's paths came to; `None` where no run has reached the member.
    error: Option<AssignmentError>,
}

impl Entry {
    fn is_in_error(self) -> bool {
        self.error.is_some_and(|error| error != AssignmentError::None)
    }
}

/// The list.
pub(super) struct Members {
    words: Words,
    group: GroupId,
    entries: Vec<Entry>,
    /// What the group carries, a column each.
    products: Vec<ProductName>,
    usual: Order,
    filters: Vec<Filter>,
    reprocess_at_once: Option<usize>,
    countries: CountryOrder,
    /// A rule decides who is a member, so that nobody is removed by hand (R17).
    by_rule: bool,
}

/// Columns before those of the products.
const BEFORE_PRODUCTS: usize = 2;

impl Members {
    pub(super) async fn of(pace: &Pace, tenant: &Tenant, words: Words, group: GroupId) -> Members {
        let details = tenant.group(group);
        let number = details.as_ref().map_or(0, |details| details.users);
        let template = details.map(|details| details.template).unwrap_or_default();
        let members = tenant.members_of(group).filter_map(|member| match member {
            Member::User(user) => Some((user, false)),
            Member::Group(_) => None,
        });
        let left = tenant.left_in_error(group).map(|user| (user, true));
        let mut by_state = filter(
            FilterKey::State,
            words.text(Text::STATE),
            [("error", Text::IN_ERROR), ("assigned", Text::MEMBERS_ASSIGNED), ("waiting", Text::NOT_YET)]
                .map(|(value, text)| (value, words.text(text).to_string())),
            not_yet(),
        );
        let (mut entries, mut usual) = (Vec::with_capacity(number), ErrorsFirst::default());
        pace.expect(number);
        for (user, has_left) in members.chain(left) {
            let entry = Entry { user, has_left, error: tenant.error_of_group(user, group) };
            count(&mut by_state, state(entry, template.is_empty()));
            usual.add(entry.is_in_error());
            entries.push(entry);
            pace.did(1).await;
        }
        Members {
            words,
            group,
            products: template.keys().map(|product| read::product_name(tenant, *product)).collect(),
            usual: usual.order(),
            entries,
            filters: vec![by_state],
            reprocess_at_once: most_reprocessed(tenant.rules()),
            by_rule: rule::decides(tenant, group),
            countries: CountryOrder::of(words),
        }
    }

    fn reason_at(&self) -> usize {
        BEFORE_PRODUCTS + self.products.len()
    }
}

/// The choice of the state filter; a group that carries nothing leaves its members without one.
fn state(entry: Entry, carries_nothing: bool) -> Option<usize> {
    match entry.error {
        Some(AssignmentError::None) => Some(1),
        Some(_) => Some(0),
        None if carries_nothing => None,
        None => Some(2),
    }
}

impl List for Members {
    fn counted(&self, number: usize) -> String {
        self.words.count_members(number)
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
        let mut columns = vec![
            Column::new(ColumnKey::Name, text(Text::USER), Width::Name).kept(),
            Column::new(ColumnKey::Joined, text(Text::JOINED), Width::Narrow).number().dropped_first(),
        ];
        // What went wrong stands below the name where there is no room for the states.
        let stays = match self.products.len() {
            // Rows of a long list have the same widths, whatever stands in them.
            1 if self.entries.len() <= MOST_DRAWN => Stays::Always,
            1..=3 => Stays::BeyondPhones,
            _ => Stays::Wide,
        };
        columns.extend(self.products.iter().map(|product| Column {
            tag: Some(product.tag.clone()),
            stays,
            ..Column::new(ColumnKey::State, &product.name, Width::Middle).unsorted()
        }));
        columns.extend([
            Column::new(ColumnKey::Reason, text(Text::TOP_REASON), Width::Wide),
            Column::new(ColumnKey::PrincipalName, text(Text::PRINCIPAL_NAME), Width::Wide).dropped_first(),
            Column::new(ColumnKey::Location, text(Text::LOCATION), Width::Middle).dropped_first(),
            Column { width: Width::ManyButtons, ..Column::buttons() },
        ]);
        columns
    }

    fn filters(&self) -> Vec<Filter> {
        self.filters.clone()
    }

    fn choice(&self, _tenant: &Tenant, place: usize, _at: usize) -> Option<usize> {
        state(*self.entries.get(place)?, self.products.is_empty())
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
            // Places follow the order of joining.
            1 => take(Value::Number(place as u64)),
            at if at == self.reason_at() => {
                let reason = entry.error.filter(|_| entry.is_in_error());
                take(Value::Text(reason.map_or("", |error| Headings::of(tenant, entry.user).word(self.words, error))));
            }
            at if at == self.reason_at() + 1 => take(Value::Text(tenant.principal_name_in(entry.user, buffer))),
            _ => take(self.countries.value(tenant.effective_location(entry.user))),
        }
    }

    fn row(&self, tenant: &Tenant, place: usize) -> Row {
        let words = self.words;
        let Some(entry) = self.entries.get(place).copied() else { return Row::default() };
        let Entry { user, has_left, error } = entry;
        let person = read::person(tenant, user);
        let mut rows = tenant.paths(user);
        rows.retain(|row| row.path == Path::Group(self.group));
        let why = read::first_failure(&rows).map(|row| read::why(user, row));
        let reason = error.filter(|_| entry.is_in_error()).map(|error| read::reason(tenant, words, user, error));
        let joined = if has_left { words.text(Text::LEFT).to_string() } else { words.number(place + 1) };
        let mut cells =
            vec![Cell::Person(person.clone(), reason.clone().map(Below::Status)), Cell::Text(joined, Voice::Faint)];
        cells.extend(self.products.iter().map(|product| state_of_product(tenant, words, self.group, user, product.id)));
        cells.extend([
            reason.map_or_else(|| none(words), Cell::Status),
            Cell::Text(tenant.principal_name(user), Voice::Code),
            Cell::Text(read::location(tenant, words, user), Voice::Plain),
            Cell::Actions(
                why.map(|why| why_action(words, &person.name, why))
                    .into_iter()
                    .chain(
                        (!has_left && !self.by_rule)
                            .then(|| self.remove_actions(&person.name, user))
                            .into_iter()
                            .flatten(),
                    )
                    .collect(),
            ),
        ]);
        Row { id: user.raw(), name: person.name, cells, route: Some(Route::User(user)), why }
    }

    fn bulk(&self) -> Vec<Bulk> {
        let removal = (!self.by_rule).then(|| remove(self.words.text(Text::REMOVE_MEMBERS)));
        [reprocess(self.words, self.reprocess_at_once)].into_iter().chain(removal).collect()
    }

    fn bulk_command(&self, kind: BulkKind, id: u32) -> Option<Command> {
        let user = UserId::from_raw(id);
        match kind {
            BulkKind::Reprocess => Some(Command::ReprocessUser(user)),
            BulkKind::Remove => Some(self.remove(user)),
            _ => None,
        }
    }
}

impl Members {
    fn remove(&self, user: UserId) -> Command {
        Command::RemoveMember(self.group, Member::User(user))
    }

    fn remove_actions(&self, name: &str, user: UserId) -> [RowAction; 2] {
        send_actions(self.words, self.words.remove_from_group(name), Face::Icon(Icon::Close), self.remove(user))
    }
}

/// The state of one product by the group's path. The reason of an error stands in a column of its own.
fn state_of_product(tenant: &Tenant, words: Words, group: GroupId, user: UserId, product: ProductId) -> Cell {
    let path = tenant.product_paths(user, product).find(|found| found.path == Path::Group(group));
    let Some(path) = path else { return Cell::Text(words.text(Text::NOT_YET).to_string(), Voice::Faint) };
    let (tone, icon) = match (path.state, path.error) {
        (AssignmentState::Active, _) => (Tone::Ok, Icon::Ok),
        (AssignmentState::ActiveWithError, _) => (Tone::Warning, Icon::Warning),
        (AssignmentState::Disabled, _) => (Tone::Neutral, Icon::Off),
        (AssignmentState::Error, AssignmentError::Other) => {
            let other = Headings::of(tenant, user).word(words, AssignmentError::Other);
            return Cell::Status(Status::new(Tone::Neutral, Icon::Shadow, other));
        }
        (AssignmentState::Error, _) => (Tone::Error, Icon::Error),
    };
    let status = Status::of_value(tone, icon, words.assignment_state(path.state), path.state.name());
    Cell::Status(match path.error {
        AssignmentError::None => status,
        error => Status { code: Some(error.name()), ..status },
    })
}
