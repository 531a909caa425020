//! Groups that are not deleted: those with users in error first, then as they were created.

use licensing_core::{GroupDetails, Tenant};
use licensing_model::{Command, GroupId, ProcessingState};
use licensing_wording::{Text, Words};

use super::super::list::{Filter, List};
use super::super::sort::Value;
use super::super::{Below, Bulk, BulkKind, Cell, Column, ColumnKey, FilterKey, Linked, Order, Row, Voice, Width};
use super::{Choices, ErrorsFirst, KINDS, assign, delete, filter, number, reprocess, tags, users_in_error};
use crate::group::kind_name;
use crate::route::Route;
use crate::search::Seeker;
use crate::status::Status;

/// The list.
pub(super) struct Groups {
    words: Words,
    groups: Vec<GroupDetails>,
    usual: Order,
    filters: Vec<Filter>,
    can_reprocess: bool,
}

impl Groups {
    pub(super) fn of(tenant: &Tenant, words: Words) -> Groups {
        let groups: Vec<GroupDetails> = tenant.groups().filter_map(|group| tenant.group(group)).collect();
        let states = [
            ("error", Text::IN_ERROR),
            ("waiting", Text::WAITING),
            ("licensed", Text::LICENSED),
            ("unlicensed", Text::WITHOUT_LICENSE),
        ];
        let by_state = filter(
            FilterKey::State,
            words.text(Text::STATE),
            states.map(|(value, text)| (value, words.text(text).to_string())),
            groups.iter().map(|group| state(group).places()),
        );
        let mut by_kind = filter(
            FilterKey::Kind,
            words.text(Text::KIND),
            KINDS.map(|(value, kind)| (value, kind_name(words, kind).to_string())),
            groups.iter().map(kind),
        );
        by_kind.is_menu = true;
        let mut usual = ErrorsFirst::default();
        groups.iter().for_each(|group| usual.add(group.users_in_error > 0));
        Groups {
            words,
            usual: usual.order(),
            filters: vec![by_state, by_kind],
            groups,
            can_reprocess: licensing_core::switches(tenant.rules()).reprocess_group,
        }
    }
}

/// The choices of the state filter: a group that carries licenses may be in error, and wait, as well.
fn state(group: &GroupDetails) -> Choices {
    let waits =
        matches!(group.processing, Some(ProcessingState::QueuedForProcessing | ProcessingState::ProcessingInProgress));
    Choices::default()
        .with(0, group.users_in_error > 0)
        .with(1, waits)
        .with(2, !group.template.is_empty())
        .with(3, group.template.is_empty())
}

/// The choice of the filter by kind.
fn kind(group: &GroupDetails) -> Option<usize> {
    KINDS.iter().position(|(_, kind)| *kind == group.kind)
}

impl List for Groups {
    fn counted(&self, number: usize) -> String {
        self.words.count_groups(number)
    }

    fn len(&self) -> usize {
        self.groups.len()
    }

    fn usual(&self) -> Order {
        self.usual.clone()
    }

    fn id(&self, place: usize) -> u32 {
        self.groups.get(place).map_or(u32::MAX, |group| group.group.raw())
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Name, text(Text::GROUP), Width::Name).kept(),
            Column::new(ColumnKey::Kind, text(Text::KIND), Width::Middle).dropped_first(),
            Column::new(ColumnKey::Products, text(Text::PRODUCTS), Width::Middle).unsorted(),
            Column::new(ColumnKey::Members, text(Text::MEMBERS), Width::Narrow).number().kept(),
            Column::new(ColumnKey::InError, text(Text::IN_ERROR), Width::Narrow).number().kept(),
            Column::new(ColumnKey::Processing, text(Text::PROCESSING), Width::Middle),
        ]
    }

    fn filters(&self) -> Vec<Filter> {
        self.filters.clone()
    }

    fn belongs(&self, _tenant: &Tenant, place: usize, at: usize, choice: usize) -> bool {
        let Some(group) = self.groups.get(place) else { return false };
        if at == 0 { state(group).has(choice) } else { kind(group) == Some(choice) }
    }

    fn look(&self, _tenant: &Tenant, place: usize, _buffer: &mut String, seeker: &mut Seeker<'_>) {
        if let Some(group) = self.groups.get(place) {
            seeker.look(&group.name);
        }
    }

    fn value(&self, _tenant: &Tenant, place: usize, at: usize, _buffer: &mut String, take: &mut dyn FnMut(Value<'_>)) {
        let Some(group) = self.groups.get(place) else { return };
        take(match at {
            0 => Value::Text(&group.name),
            1 => Value::Text(kind_name(self.words, group.kind)),
            3 => Value::Number(group.users as u64),
            4 => Value::Number(group.users_in_error as u64),
            _ => Value::Number(group.processing.map_or(0, |state| state as u64 + 1)),
        });
    }

    fn row(&self, tenant: &Tenant, place: usize) -> Row {
        let words = self.words;
        let Some(group) = self.groups.get(place) else { return Row::default() };
        let kind = kind_name(words, group.kind).to_string();
        let route = Some(Route::Group(group.group));
        let title = Linked { text: group.name.clone(), route };
        Row {
            id: group.group.raw(),
            name: group.name.clone(),
            route,
            why: None,
            cells: vec![
                Cell::Title(title, None, Some(Below::Text(kind.clone()))),
                Cell::Text(kind, Voice::Dim),
                tags(tenant, words, group.template.keys().copied()),
                number(words, group.users),
                users_in_error(words, group.users_in_error, Route::Group(group.group)),
                Cell::Status(Status::of_processing(words, group.processing)),
            ],
        }
    }

    fn bulk(&self) -> Vec<Bulk> {
        let reprocess = self.can_reprocess.then(|| reprocess(self.words, None));
        [Some(assign(self.words)), reprocess, Some(delete(self.words))].into_iter().flatten().collect()
    }

    fn bulk_command(&self, kind: BulkKind, id: u32) -> Option<Command> {
        let group = GroupId::from_raw(id);
        match kind {
            BulkKind::Reprocess => Some(Command::ReprocessGroup(group)),
            BulkKind::Delete => Some(Command::DeleteGroup(group)),
            _ => None,
        }
    }
}
