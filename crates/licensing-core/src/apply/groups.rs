//! Groups: created, renamed, deleted (R11) and restored.

use licensing_model::command::GroupKind;
use licensing_model::snapshot::RunTarget;
use licensing_model::{GroupId, Refusal, UserId};

use crate::audit::event::Event;
use crate::rules::switches::switches;
use crate::shape;
use crate::store::group::Group;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;
use crate::store::users::Edge;
use crate::tenant::Tenant;
use crate::tenant::changed::Changed;

impl Tenant {
    pub(super) fn create_group(&mut self, name: &str, kind: GroupKind) -> Result<GroupId, Refusal> {
        shape::name(name)?;
        self.check_room()?;
        let group = GroupId::at(self.groups.len());
        let name = self.texts.store(name);
        self.groups.push(Group::new(name, kind));
        self.log(Event::GroupCreated { number: self.next_number(), group });
        Ok(group)
    }

    pub(super) fn rename_group(&mut self, group: GroupId, name: &str) -> Result<(), Refusal> {
        self.check_group(group)?;
        shape::name(name)?;
        self.check_room()?;
        let new = self.texts.store(name);
        let number = self.next_number();
        if let Some(record) = self.groups.get_mut(group) {
            let old = core::mem::replace(&mut record.name, new);
            self.log(Event::GroupRenamed { number, group, old, new });
        }
        Ok(())
    }

    /// R11.1: refused while it has a template. R11.2: licenses may still be on their way out of its users; those who
    /// have a row of it are processed once more (R11.3).
    pub(super) fn delete_group(&mut self, group: GroupId) -> Result<(), Refusal> {
        self.check_group(group)?;
        if self.template_of(group) != TemplateId::EMPTY {
            return Err(Refusal::GroupLicensed(group));
        }
        self.drop_group_runs(group);
        self.drop_runs(RunTarget::Members(group));
        let users = self.users_in_order_of_joining(group);
        for user in &users {
            self.leave_deleted_group(*user, group);
        }
        if let Some(record) = self.groups.get_mut(group) {
            record.deleted_at = Some(self.clock);
        }
        self.briefs.forget_group(group);
        self.log(Event::GroupDeleted { number: self.next_number(), group });
        for user in users {
            if self.users.left(user, group).is_some() {
                self.queue_user(user);
            }
        }
        self.heed_all(Changed::Groups);
        Ok(())
    }

    /// R3: nothing is queued; the members come back in their old order, without a template.
    pub(super) fn restore_group(&mut self, group: GroupId) -> Result<(), Refusal> {
        let Some(record) = self.groups.get(group) else { return Err(Refusal::UnknownGroup(group)) };
        let Some(deleted_at) = record.deleted_at else { return Err(Refusal::NotDeleted) };
        if self.is_gone(deleted_at) {
            return Err(Refusal::NotDeleted);
        }
        if !switches(self.rules).restorable.contains(&record.kind) {
            return Err(Refusal::GroupNotRestorable(group));
        }
        for user in self.users_in_order_of_joining(group) {
            self.return_to_group(user, group);
        }
        if let Some(record) = self.groups.get_mut(group) {
            record.deleted_at = None;
        }
        self.briefs.forget_group(group);
        self.log(Event::GroupRestored { number: self.next_number(), group });
        if self.deciding_rule(group).is_some() {
            self.queue_members(group);
        }
        self.heed_all(Changed::Groups);
        Ok(())
    }

    /// Members, and those who left while rows remain, in the order of their last joining; deleted users too.
    fn users_in_order_of_joining(&self, group: GroupId) -> alloc::vec::Vec<UserId> {
        self.groups.get(group).map(|record| record.slots().filter_map(|slot| slot.user()).collect()).unwrap_or_default()
    }

    /// The rows of a member become rows that remain after leaving; the membership is kept for the group's return.
    fn leave_deleted_group(&mut self, user: UserId, group: GroupId) {
        let Some(at) = self.users.membership(user, group) else { return };
        let behind = self.users.left_count(user);
        let Some(edge) = self.users.edges.get_mut(user.index()).get_mut(at) else { return };
        let rows = *edge;
        if rows.outcome == OutcomeId::NONE {
            return;
        }
        *edge = edge.with_rows_of(Edge::default());
        self.users.edges.insert(user.index(), behind, rows.without_slot().into_left());
    }

    /// Rows that remained since the group was deleted belong to the membership again.
    fn return_to_group(&mut self, user: UserId, group: GroupId) {
        let Some(at) = self.users.left(user, group) else { return };
        let Some(rows) = self.users.edges(user).get(at).copied() else { return };
        if rows.slot != Edge::NO_SLOT {
            return;
        }
        self.users.edges.remove(user.index(), at);
        let Some(at) = self.users.membership(user, group) else { return };
        if let Some(edge) = self.users.edges.get_mut(user.index()).get_mut(at) {
            *edge = edge.with_rows_of(rows);
        }
    }
}
