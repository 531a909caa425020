//! Deleted users and groups that can be brought back, the newest first.

use licensing_core::Tenant;
use licensing_model::{Command, GroupId, UserId};
use licensing_wording::{Text, Words};

use super::super::list::List;
use super::super::sort::Value;
use super::super::{Below, Bulk, BulkKind, Cell, Column, ColumnKey, Face, Linked, Row, Sorting, Voice, Width};
use super::{look_at_user, send_actions, tags};
use crate::group::kind_name;
use crate::icon::Icon;
use crate::read;
use crate::route::Route;
use crate::search::Seeker;

/// Deleted users.
pub(super) struct DeletedUsers {
    words: Words,
    users: Vec<(UserId, u32)>,
}

impl DeletedUsers {
    pub(super) fn of(tenant: &Tenant, words: Words) -> DeletedUsers {
        let users = tenant.deleted_users().into_iter();
        let users = users.filter_map(|user| Some((user, tenant.user(user)?.deleted_at?))).collect();
        DeletedUsers { words, users }
    }

    fn user(&self, place: usize) -> (UserId, u32) {
        self.users.get(place).copied().unwrap_or((UserId::from_raw(u32::MAX), 0))
    }
}

impl List for DeletedUsers {
    fn counted(&self, number: usize) -> String {
        self.words.count_deleted_users(number)
    }

    fn len(&self) -> usize {
        self.users.len()
    }

    fn id(&self, place: usize) -> u32 {
        self.user(place).0.raw()
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Name, text(Text::USER), Width::Name).kept(),
            Column::new(ColumnKey::PrincipalName, text(Text::PRINCIPAL_NAME), Width::Wide),
            Column::new(ColumnKey::Until, text(Text::RESTORABLE_UNTIL), Width::Middle).sorted(Sorting::NewestFirst),
            Column::buttons(),
        ]
    }

    fn look(&self, tenant: &Tenant, place: usize, buffer: &mut String, seeker: &mut Seeker<'_>) {
        look_at_user(tenant, self.user(place).0, buffer, seeker);
    }

    fn value(&self, tenant: &Tenant, place: usize, at: usize, buffer: &mut String, take: &mut dyn FnMut(Value<'_>)) {
        let (user, _) = self.user(place);
        take(Value::Text(match at {
            0 => tenant.user_name_in(user, buffer),
            _ => tenant.principal_name_in(user, buffer),
        }));
    }

    fn row(&self, tenant: &Tenant, place: usize) -> Row {
        let (user, deleted_at) = self.user(place);
        let person = read::person(tenant, user);
        let until = restorable_until(self.words, deleted_at);
        Row {
            id: user.raw(),
            name: person.name.clone(),
            route: Some(Route::User(user)),
            why: None,
            cells: vec![
                Cell::Person(person.clone(), Some(Below::Text(until.clone()))),
                Cell::Text(tenant.principal_name(user), Voice::Code),
                Cell::Text(until, Voice::Plain),
                restore_actions(self.words, &person.name, Command::RestoreUser(user)),
            ],
        }
    }

    fn bulk(&self) -> Vec<Bulk> {
        vec![restore(self.words)]
    }

    fn bulk_command(&self, _kind: BulkKind, id: u32) -> Option<Command> {
        Some(Command::RestoreUser(UserId::from_raw(id)))
    }
}

/// Deleted groups.
pub(super) struct DeletedGroups {
    words: Words,
    groups: Vec<(GroupId, u32)>,
}

impl DeletedGroups {
    pub(super) fn of(tenant: &Tenant, words: Words) -> DeletedGroups {
        let groups = tenant.deleted_groups().into_iter();
        let groups = groups.filter_map(|group| Some((group, tenant.group(group)?.deleted_at?))).collect();
        DeletedGroups { words, groups }
    }

    fn group(&self, place: usize) -> (GroupId, u32) {
        self.groups.get(place).copied().unwrap_or((GroupId::from_raw(u32::MAX), 0))
    }
}

impl List for DeletedGroups {
    fn counted(&self, number: usize) -> String {
        self.words.count_deleted_groups(number)
    }

    fn len(&self) -> usize {
        self.groups.len()
    }

    fn id(&self, place: usize) -> u32 {
        self.group(place).0.raw()
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Name, text(Text::GROUP), Width::Name).kept(),
            Column::new(ColumnKey::Kind, text(Text::KIND), Width::Middle).sorted(Sorting::None),
            Column::new(ColumnKey::Products, text(Text::PRODUCTS), Width::Middle).sorted(Sorting::None),
            Column::new(ColumnKey::Until, text(Text::RESTORABLE_UNTIL), Width::Middle).sorted(Sorting::NewestFirst),
            Column::buttons(),
        ]
    }

    fn look(&self, tenant: &Tenant, place: usize, buffer: &mut String, seeker: &mut Seeker<'_>) {
        seeker.look(tenant.group_name_in(self.group(place).0, buffer));
    }

    fn value(&self, tenant: &Tenant, place: usize, _at: usize, buffer: &mut String, take: &mut dyn FnMut(Value<'_>)) {
        take(Value::Text(tenant.group_name_in(self.group(place).0, buffer)));
    }

    fn row(&self, tenant: &Tenant, place: usize) -> Row {
        let (group, deleted_at) = self.group(place);
        let (name, details) = (tenant.group_name(group), tenant.group(group));
        let until = restorable_until(self.words, deleted_at);
        let kind = details.as_ref().map(|details| kind_name(self.words, details.kind)).unwrap_or_default();
        let products = details.map(|details| details.template.into_keys().collect::<Vec<_>>()).unwrap_or_default();
        let title = Linked { text: name.clone(), route: None };
        Row {
            id: group.raw(),
            route: None,
            why: None,
            cells: vec![
                Cell::Title(title, None, Some(Below::Text(until.clone()))),
                Cell::Text(kind.to_string(), Voice::Dim),
                tags(tenant, self.words, products),
                Cell::Text(until, Voice::Plain),
                restore_actions(self.words, &name, Command::RestoreGroup(group)),
            ],
            name,
        }
    }

    fn bulk(&self) -> Vec<Bulk> {
        vec![restore(self.words)]
    }

    fn bulk_command(&self, _kind: BulkKind, id: u32) -> Option<Command> {
        Some(Command::RestoreGroup(GroupId::from_raw(id)))
    }
}

fn restorable_until(words: Words, deleted_at: u32) -> String {
    words.moment(deleted_at.saturating_add(Tenant::RESTORABLE_SECONDS))
}

fn restore(words: Words) -> Bulk {
    let word = words.text(Text::RESTORE).to_string();
    Bulk { kind: BulkKind::Restore, word, icon: Icon::Undo, is_danger: false, at_most: None }
}

fn restore_actions(words: Words, name: &str, command: Command) -> Cell {
    let face = Face::Word(words.text(Text::RESTORE).to_string());
    Cell::Actions(send_actions(words, words.restore_what(name), face, command).into())
}
