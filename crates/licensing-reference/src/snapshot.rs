//! What can be observed of a tenant.

use std::collections::BTreeMap;

use licensing_model::assignment::{AssignmentError, AssignmentState};
use licensing_model::snapshot::{GroupSnapshot, ProductSnapshot, RowSnapshot, RunSnapshot, Snapshot, UserSnapshot};
use licensing_model::{GroupId, Member, ProductId, Property, UserId};

use crate::model::{Model, Row};

impl Model {
    /// Graph's state of a row (readings 1).
    fn state_of(&self, product: ProductId, row: &Row) -> AssignmentState {
        match (row.in_force, self.gives_plans(product), row.error) {
            (false, _, _) => AssignmentState::Error,
            (true, false, _) => AssignmentState::Disabled,
            (true, true, AssignmentError::None) => AssignmentState::Active,
            (true, true, _) => AssignmentState::ActiveWithError,
        }
    }

    /// Everything that can be observed.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            clock: self.clock,
            users: self.users.keys().filter_map(|id| Some((*id, self.user_snapshot(*id)?))).collect(),
            groups: self.groups.keys().filter_map(|id| Some((*id, self.group_snapshot(*id)?))).collect(),
            products: self
                .units
                .iter()
                .map(|(id, units)| (*id, ProductSnapshot { units: *units, consumed: self.consumed(*id) }))
                .collect(),
            queue: self
                .queue
                .iter()
                .map(|run| RunSnapshot { target: run.target, started: run.started, remaining: run.remaining.clone() })
                .collect(),
        }
    }

    /// The properties of a user or a group.
    fn properties_of(&self, of: Member) -> BTreeMap<Property, String> {
        let own = self.properties.iter().filter(|((whose, _), _)| *whose == of);
        own.map(|((_, property), value)| (*property, value.clone())).collect()
    }

    /// A user, unless it is gone for good.
    fn user_snapshot(&self, id: UserId) -> Option<UserSnapshot> {
        let user = &self.users[&id];
        if user.deleted.is_some_and(|at| !self.recoverable(at)) {
            return None;
        }
        let mut rows = BTreeMap::new();
        for ((product, path), row) in &user.rows {
            let state = self.state_of(*product, row);
            let shown = RowSnapshot { state, error: row.error, disabled: row.disabled.clone(), updated: row.updated };
            rows.insert((*product, *path), shown);
        }
        Some(UserSnapshot {
            deleted: user.deleted,
            mail: user.mail.clone(),
            proxy_addresses: user.proxy_addresses.iter().map(ToString::to_string).collect(),
            groups: self.remembered_groups_of(id),
            properties: self.properties_of(Member::User(id)),
            rows,
        })
    }

    /// A group, unless it is gone for good.
    fn group_snapshot(&self, id: GroupId) -> Option<GroupSnapshot> {
        let group = &self.groups[&id];
        let deleted = group.deleted.map(|(at, _)| at);
        if deleted.is_some_and(|at| !self.recoverable(at)) {
            return None;
        }
        Some(GroupSnapshot {
            deleted,
            users: self.users_of(id),
            template: group.template.clone(),
            processing: self.processing_state(id),
            properties: self.properties_of(Member::Group(id)),
        })
    }
}
