//! R4: the step of one user, and what happens at its end (R4.6, R11.3).

use std::collections::{BTreeMap, BTreeSet};

use licensing_model::assignment::{AssignmentError, Path};
use licensing_model::command::Member;
use licensing_model::{GroupId, PlanId, ProductId, RuleSet, UserId};

use crate::change::{Addresses, Change, Failure};
use crate::model::{Licenses, Model, Row, User};

impl Model {
    /// R4.1: looks at all groups of the user until a pass changes no path.
    pub(crate) fn step_of(&mut self, id: UserId) {
        let at_start = self.users[&id].clone();
        loop {
            let before = self.users[&id].rows.clone();
            for group in self.pass(id) {
                self.reconcile(id, group, &at_start);
            }
            if self.users[&id].rows == before {
                break;
            }
        }
        self.convert_leftovers(id);
        self.date_rows(id, &at_start);
    }

    /// R4.1: the groups of one pass in their order, which is fixed at its beginning (readings 7).
    fn pass(&self, id: UserId) -> Vec<GroupId> {
        let mut groups = self.left_groups_with_rows(id);
        groups.extend(self.groups_of(id));
        let (first, then): (Vec<GroupId>, Vec<GroupId>) =
            groups.into_iter().partition(|group| self.takes_something(id, *group));
        first.into_iter().chain(then).collect()
    }

    /// Groups that the user left or that were deleted, and of which a row remains, by the order of leaving.
    fn left_groups_with_rows(&self, id: UserId) -> Vec<GroupId> {
        let mut found: Vec<(u64, GroupId)> = Vec::new();
        for group in self.groups.keys().filter(|group| self.has_row_of(id, **group)) {
            if let Some(moment) = self.left(id, *group) {
                found.push((moment, *group));
            }
        }
        found.sort();
        found.into_iter().map(|(_, group)| group).collect()
    }

    /// R4: what the group wants the user to have.
    fn want(&self, id: UserId, group: GroupId) -> Licenses {
        if self.is_member(group, Member::User(id)) { self.groups[&group].template.clone() } else { Licenses::new() }
    }

    /// R4.1: whether the group has a product to take away from the user, or a plan to switch off.
    fn takes_something(&self, id: UserId, group: GroupId) -> bool {
        let want = self.want(id, group);
        self.users[&id].in_force_by(Path::Group(group)).iter().any(|(product, had_off)| match want.get(product) {
            None => true,
            Some(off) => !self.enabled(*product, had_off).is_disjoint(off),
        })
    }

    /// R4.2 to R4.5: brings the user's path from one group to what the group wants, or fails.
    fn reconcile(&mut self, id: UserId, group: GroupId, at_start: &User) {
        let user = self.users[&id].clone();
        let path = Path::Group(group);
        let want = self.want(id, group);
        let have = user.in_force_by(path);
        let failed_before = user.rows.iter().any(|((_, by), row)| *by == path && row.error != AssignmentError::None);
        if want == have && !failed_before {
            return; // R4.2
        }
        // R5.1: without a location the tenant's country counts, and is not written to the user.
        let country = Some(user.location.unwrap_or(self.country));
        let change = Change { id, user: &user, at_start, path, have: have.clone(), want: want.clone(), country };
        match self.judge(&change) {
            Ok(addresses) => self.succeed(id, path, &want, addresses),
            Err(failure) => {
                let (error, products) = self.marks(&change, failure);
                self.fail(id, path, &want, &have, error, &products);
            }
        }
    }

    /// The code of a failure and the products of the group that get it.
    fn marks(&self, change: &Change<'_>, failure: Failure) -> (AssignmentError, BTreeSet<ProductId>) {
        match failure {
            Failure::Location(products) => {
                (AssignmentError::ProhibitedInUsageLocationViolation, products.into_iter().collect())
            }
            Failure::Seats(products) => (AssignmentError::CountViolation, products.into_iter().collect()),
            // R6.1 (readings 3): each product of `want` in which a plan of a clashing pair is on.
            Failure::Exclusive(pairs) => {
                let plans: BTreeSet<PlanId> = pairs.into_iter().flat_map(|(a, b)| [a, b]).collect();
                let holds = |product: &ProductId, off| !self.enabled(*product, off).is_disjoint(&plans);
                let marked = change.want.iter().filter(|(product, off)| holds(product, off)).map(|(id, _)| *id);
                (AssignmentError::MutuallyExclusiveViolation, marked.collect())
            }
            Failure::Dependency(lacks) => {
                (AssignmentError::DependencyViolation, lacks.into_iter().flat_map(|lack| lack.products).collect())
            }
            Failure::Addresses(products) => (AssignmentError::UniquenessViolation, products.into_iter().collect()),
        }
    }

    /// R4.4: each product of `want` has one row in force; rows of other products are gone.
    pub(crate) fn succeed(&mut self, id: UserId, path: Path, want: &Licenses, addresses: Addresses) {
        let Some(user) = self.users.get_mut(&id) else { return };
        let old = user.rows.clone();
        user.rows.retain(|(_, by), _| *by != path);
        for (product, disabled) in want {
            let row = Row {
                in_force: true,
                error: AssignmentError::None,
                disabled: disabled.clone(),
                updated: old.get(&(*product, path)).map_or(0, |row| row.updated),
                short_since: None,
            };
            user.rows.insert((*product, path), row);
        }
        user.mail = addresses.mail;
        user.proxy_addresses = addresses.proxies;
    }

    /// R4.5: nothing of the group changes for the user; its rows say why.
    fn fail(
        &mut self,
        id: UserId,
        path: Path,
        want: &Licenses,
        have: &Licenses,
        error: AssignmentError,
        products: &BTreeSet<ProductId>,
    ) {
        let Some(user) = self.users.get_mut(&id) else { return };
        let old = user.rows.clone();
        user.rows.retain(|(_, by), _| *by != path);
        for product in want.keys().chain(have.keys()) {
            // In force: as it was. Otherwise: as wanted.
            let disabled = have.get(product).or_else(|| want.get(product)).cloned().unwrap_or_default();
            let before = old.get(&(*product, path));
            let row = Row {
                in_force: have.contains_key(product),
                error: if products.contains(product) { error } else { AssignmentError::Other },
                disabled,
                updated: before.map_or(0, |row| row.updated),
                short_since: before.and_then(|row| row.short_since),
            };
            user.rows.insert((*product, path), row);
        }
    }

    /// R11.3: what a deleted group still has in force at the end of a step.
    fn convert_leftovers(&mut self, id: UserId) {
        let deleted: Vec<GroupId> = self.groups.keys().copied().filter(|group| !self.exists(*group)).collect();
        for group in deleted {
            let path = Path::Group(group);
            let left = self.users[&id].in_force_by(path);
            let Some(user) = self.users.get_mut(&id) else { return };
            user.rows.retain(|(_, by), row| *by != path || row.in_force);
            if self.rules == RuleSet::Today {
                continue; // They stay in error, and any later run of the user tries again.
            }
            user.rows.retain(|(_, by), _| *by != path);
            for (product, mut disabled) in left {
                // Merged with a direct path that is there already: a plan is off only if both had it off.
                if let Some(direct) = user.rows.get(&(product, Path::Direct)) {
                    disabled.retain(|plan| direct.disabled.contains(plan));
                }
                let row = Row { in_force: true, error: AssignmentError::None, disabled, updated: 0, short_since: None };
                user.rows.insert((product, Path::Direct), row);
            }
        }
    }

    /// R4.6: the time changes only when state, error or disabled plans differ between beginning and end of the step.
    /// R3: from here on, too, a row counts as being in CountViolation.
    pub(crate) fn date_rows(&mut self, id: UserId, at_start: &User) {
        let now = self.clock;
        let moment = self.moment();
        let Some(user) = self.users.get_mut(&id) else { return };
        let rows: &mut BTreeMap<(ProductId, Path), Row> = &mut user.rows;
        for (key, row) in rows {
            let before = at_start.rows.get(key);
            let same = |old: &Row| (old.in_force, old.error, &old.disabled) == (row.in_force, row.error, &row.disabled);
            row.updated = before.filter(|old| same(old)).map_or(now, |old| old.updated);
            row.short_since = match row.error {
                AssignmentError::CountViolation => before.and_then(|old| old.short_since).or(Some(moment)),
                _ => None,
            };
        }
    }
}
