//! The tenant as tests and tools observe it: plain sorted values.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};

use licensing_model::snapshot::{GroupSnapshot, ProductSnapshot, RowSnapshot, RunSnapshot, Snapshot, UserSnapshot};
use licensing_model::{GroupId, Member, PlanId, Property, UserId};

use crate::order::collect_few;
use crate::store::template::{DisabledId, TemplateId};
use crate::tenant::Tenant;

impl Tenant {
    /// Everything that can be observed. It takes time and memory with the size of the tenant.
    pub fn snapshot(&self) -> Snapshot {
        let users = self.users.name.ids().filter_map(|user| Some((user, self.user_snapshot(user)?)));
        let groups = self.groups.ids().filter_map(|group| Some((group, self.group_snapshot(group)?)));
        let products = self.subscriptions.iter().map(|(product, subscription)| {
            let consumed = self.subscriptions.seats(product).consumed;
            (product, ProductSnapshot { units: subscription.units, consumed })
        });
        let started = self.queue.started.iter().map(|run| RunSnapshot {
            target: run.target,
            started: true,
            remaining: run.remaining().to_vec(),
        });
        let waiting = self.queue.waiting().map(|target| RunSnapshot {
            target,
            started: false,
            remaining: alloc::vec::Vec::new(),
        });
        Snapshot {
            clock: self.clock,
            users: users.collect(),
            groups: groups.collect(),
            products: products.collect(),
            queue: started.chain(waiting).collect(),
        }
    }

    fn user_snapshot(&self, user: UserId) -> Option<UserSnapshot> {
        let deleted = self.users.deleted_at.get(&user).copied();
        if deleted.is_some_and(|at| self.is_gone(at)) {
            return None;
        }
        let mailbox = self.mailbox(user);
        let rows = self.paths(user).into_iter().map(|row| {
            let snapshot =
                RowSnapshot { state: row.state, error: row.error, disabled: row.disabled, updated: row.updated };
            ((row.product, row.path), snapshot)
        });
        Some(UserSnapshot {
            deleted,
            mail: mailbox.mail,
            proxy_addresses: mailbox.proxy_addresses.iter().map(ToString::to_string).collect(),
            groups: self.groups_of(user).collect(),
            properties: self.kept_of(Member::User(user)),
            rows: rows.collect(),
        })
    }

    fn group_snapshot(&self, group: GroupId) -> Option<GroupSnapshot> {
        let record = self.groups.get(group)?;
        if record.deleted_at.is_some_and(|at| self.is_gone(at)) {
            return None;
        }
        let members = if record.deleted_at.is_none() { record.members().collect() } else { alloc::vec![] };
        Some(GroupSnapshot {
            deleted: record.deleted_at,
            users: members.into_iter().filter(|user| self.users.is_live(*user)).collect(),
            template: self.template_products(record.template),
            processing: record.processing,
            properties: self.kept_of(Member::Group(group)),
        })
    }

    /// The properties of a user or a group that are kept as they were given.
    fn kept_of(&self, of: Member) -> BTreeMap<Property, String> {
        let own = self.properties.of(of);
        own.filter_map(|(property, text)| Some((property, self.texts.get(text)?.to_string()))).collect()
    }

    /// The products of a template with their disabled plans.
    pub(crate) fn template_products(
        &self,
        template: TemplateId,
    ) -> alloc::collections::BTreeMap<licensing_model::ProductId, BTreeSet<PlanId>> {
        let entries = self.templates.entries(template).iter();
        collect_few(entries.map(|entry| (entry.product, self.disabled_plans(entry.disabled))))
    }

    /// An interned set of disabled plans.
    pub(crate) fn disabled_plans(&self, disabled: DisabledId) -> BTreeSet<PlanId> {
        collect_few(self.templates.plans(disabled).iter())
    }
}
