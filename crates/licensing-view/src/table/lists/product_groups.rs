//! Groups that carry a product, as they were created.

use licensing_core::{GroupDetails, Tenant};
use licensing_model::command::LicenseChange;
use licensing_model::{Command, GroupId, ProductId};
use licensing_wording::{Text, Words};

use super::super::list::List;
use super::super::sort::Value;
use super::super::{Below, Bulk, BulkKind, Cell, Column, ColumnKey, Linked, Row, Voice, Width};
use super::{none, number, remove, reprocess, users_in_error};
use crate::read;
use crate::route::Route;
use crate::search::Seeker;
use crate::status::Status;

/// The list.
pub(super) struct ProductGroups {
    words: Words,
    product: ProductId,
    groups: Vec<GroupDetails>,
    can_reprocess: bool,
}

impl ProductGroups {
    pub(super) fn of(tenant: &Tenant, words: Words, product: ProductId) -> ProductGroups {
        ProductGroups {
            words,
            product,
            groups: tenant.licensed_groups(product).filter_map(|group| tenant.group(group)).collect(),
            can_reprocess: licensing_core::switches(tenant.rules()).reprocess_group,
        }
    }
}

impl List for ProductGroups {
    fn counted(&self, number: usize) -> String {
        self.words.count_groups(number)
    }

    fn len(&self) -> usize {
        self.groups.len()
    }

    fn id(&self, place: usize) -> u32 {
        self.groups.get(place).map_or(u32::MAX, |group| group.group.raw())
    }

    fn columns(&self) -> Vec<Column> {
        let text = |text| self.words.text(text);
        vec![
            Column::new(ColumnKey::Name, text(Text::GROUP), Width::Name).kept(),
            Column::new(ColumnKey::Plans, text(Text::PLANS_ON), Width::Middle).number().unsorted(),
            Column::new(ColumnKey::Technical, text(Text::PLANS_OFF), Width::Wide).unsorted(),
            Column::new(ColumnKey::Members, text(Text::MEMBERS), Width::Narrow).number().kept(),
            Column::new(ColumnKey::InError, text(Text::IN_ERROR), Width::Narrow).number().kept(),
            Column::new(ColumnKey::Processing, text(Text::PROCESSING), Width::Middle),
        ]
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
            3 => Value::Number(group.users as u64),
            4 => Value::Number(group.users_in_error as u64),
            _ => Value::Number(group.processing.map_or(0, |state| state as u64 + 1)),
        });
    }

    fn row(&self, tenant: &Tenant, place: usize) -> Row {
        let words = self.words;
        let Some(group) = self.groups.get(place) else { return Row::default() };
        let off = group.template.get(&self.product).cloned().unwrap_or_default();
        let (on, of) = read::plans_on(tenant, self.product, |plan| off.contains(&plan));
        let off: Vec<String> = off.iter().map(|plan| tenant.plan_words(*plan)).collect();
        let processing = Status::of_processing(words, group.processing);
        let route = Some(Route::Group(group.group));
        let title = Linked { text: group.name.clone(), route };
        Row {
            id: group.group.raw(),
            name: group.name.clone(),
            route,
            why: None,
            cells: vec![
                Cell::Title(title, None, Some(Below::Status(processing.clone()))),
                Cell::Text(words.plans_of_path(on, of), Voice::Plain),
                if off.is_empty() { none(words) } else { Cell::Text(off.join(", "), Voice::Dim) },
                number(words, group.users),
                users_in_error(words, group.users_in_error, Route::Group(group.group)),
                Cell::Status(processing),
            ],
        }
    }

    fn bulk(&self) -> Vec<Bulk> {
        let reprocess = self.can_reprocess.then(|| reprocess(self.words, None));
        let remove = remove(self.words.text(Text::REMOVE_GROUP_LICENSE));
        reprocess.into_iter().chain([remove]).collect()
    }

    fn bulk_command(&self, kind: BulkKind, id: u32) -> Option<Command> {
        let group = GroupId::from_raw(id);
        match kind {
            BulkKind::Reprocess => Some(Command::ReprocessGroup(group)),
            BulkKind::Remove => {
                let change = LicenseChange { add: Vec::new(), remove: vec![self.product] };
                Some(Command::ChangeGroupLicenses(group, change))
            }
            _ => None,
        }
    }
}
