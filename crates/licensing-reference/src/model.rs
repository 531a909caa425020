//! The state of a tenant, and what can be read from it without changing it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use licensing_model::address::ProxyAddress;
use licensing_model::assignment::{AssignmentError, Path};
use licensing_model::command::{GroupKind, Member};
use licensing_model::{
    Catalog, ContactId, CountryCode, GroupId, MembershipRule, PlanId, ProductId, Property, RuleSet, TenantSettings,
    Units, UserId,
};

use crate::condition::Condition;
use crate::run::Run;

/// How long a deleted user or group can be brought back, in seconds (R12).
const THIRTY_DAYS: u32 = 30 * 24 * 60 * 60;

/// Products with their disabled plans: a template, or what one path gives.
pub(crate) type Licenses = BTreeMap<ProductId, BTreeSet<PlanId>>;

/// A tenant.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) catalog: Arc<Catalog>,
    pub(crate) seed: u64,
    pub(crate) rules: RuleSet,
    pub(crate) country: CountryCode,
    pub(crate) initial_domain: String,
    pub(crate) domains: Vec<String>,
    pub(crate) workers: u8,
    /// Seconds since the clock started (R16).
    pub(crate) clock: u32,
    /// Everybody that ever was; running numbers are never used again.
    pub(crate) users: BTreeMap<UserId, User>,
    pub(crate) groups: BTreeMap<GroupId, Group>,
    /// The addresses that each contact holds.
    pub(crate) contacts: BTreeMap<ContactId, Option<Vec<String>>>,
    /// Who was ever in which group. A membership counts while both sides exist and it was not left.
    pub(crate) memberships: Vec<Membership>,
    /// The products of the tenant: those whose units were ever set.
    pub(crate) units: BTreeMap<ProductId, Units>,
    /// Plans added by hand (R3).
    pub(crate) added_plans: BTreeMap<ProductId, BTreeSet<PlanId>>,
    /// Exclusive pairs changed in this tenant, lower id first.
    pub(crate) changed_pairs: BTreeMap<(PlanId, PlanId), bool>,
    /// Prerequisites changed in this tenant.
    pub(crate) changed_prerequisites: BTreeMap<PlanId, bool>,
    /// Properties that are kept as they were given.
    pub(crate) properties: BTreeMap<(Member, Property), String>,
    /// How often a rule moved a user since the last command, where it can chase itself (R17).
    pub(crate) moved: BTreeMap<(GroupId, UserId), u32>,
    pub(crate) queue: Vec<Run>,
    /// Numbers joins, leaves, deletions of groups and count violations, to remember their order.
    pub(crate) moments: u64,
}

/// A user.
#[derive(Clone, Debug)]
pub(crate) struct User {
    pub(crate) principal_name: String,
    pub(crate) nickname: String,
    pub(crate) location: Option<CountryCode>,
    pub(crate) guest: bool,
    pub(crate) enabled: bool,
    pub(crate) deleted: Option<u32>,
    pub(crate) mail: Option<String>,
    pub(crate) proxy_addresses: Vec<ProxyAddress>,
    /// One row per product and path (R4.6).
    pub(crate) rows: BTreeMap<(ProductId, Path), Row>,
}

/// One path of one user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Whether the path holds its seat; otherwise it is only wanted.
    pub(crate) in_force: bool,
    pub(crate) error: AssignmentError,
    /// Those in force; of a row that is only wanted, those wanted.
    pub(crate) disabled: BTreeSet<PlanId>,
    pub(crate) updated: u32,
    /// The moment since which the row has been in CountViolation (R3).
    pub(crate) short_since: Option<u64>,
}

/// A group.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) kind: GroupKind,
    /// When it was deleted, and the moment of that.
    pub(crate) deleted: Option<(u32, u64)>,
    pub(crate) template: Licenses,
    /// Whether it ever had a template (R2.2).
    pub(crate) ever_licensed: bool,
    /// Its membership rule (R17), with what that says.
    pub(crate) rule: Option<(MembershipRule, Condition)>,
}

/// A membership, past or present.
#[derive(Clone, Debug)]
pub(crate) struct Membership {
    pub(crate) group: GroupId,
    pub(crate) member: Member,
    /// The moment of the last joining.
    pub(crate) joined: u64,
    /// The moment of leaving, if it was left.
    pub(crate) left: Option<u64>,
}

impl Model {
    /// A tenant without users, groups or products.
    pub fn new(catalog: Arc<Catalog>, settings: TenantSettings) -> Model {
        Model {
            catalog,
            seed: settings.seed,
            rules: settings.rules,
            country: settings.country,
            initial_domain: settings.initial_domain,
            domains: settings.domains,
            workers: settings.workers,
            clock: 0,
            users: BTreeMap::new(),
            groups: BTreeMap::new(),
            contacts: BTreeMap::new(),
            memberships: Vec::new(),
            units: BTreeMap::new(),
            added_plans: BTreeMap::new(),
            changed_pairs: BTreeMap::new(),
            changed_prerequisites: BTreeMap::new(),
            properties: BTreeMap::new(),
            moved: BTreeMap::new(),
            queue: Vec::new(),
            moments: 0,
        }
    }

    /// The next moment.
    pub(crate) fn moment(&mut self) -> u64 {
        self.moments += 1;
        self.moments
    }

    // --- who exists -------------------------------------------------------------------------------------------

    /// Whether the user exists and is not deleted.
    pub(crate) fn lives(&self, user: UserId) -> bool {
        self.users.get(&user).is_some_and(|user| user.deleted.is_none())
    }

    /// Whether the group exists and is not deleted.
    pub(crate) fn exists(&self, group: GroupId) -> bool {
        self.groups.get(&group).is_some_and(|group| group.deleted.is_none())
    }

    /// Users that are not deleted.
    pub(crate) fn live_users(&self) -> impl Iterator<Item = (UserId, &User)> {
        self.users.iter().filter(|(_, user)| user.deleted.is_none()).map(|(id, user)| (*id, user))
    }

    /// R12: whether what was deleted then can still be brought back.
    pub(crate) fn recoverable(&self, deleted: u32) -> bool {
        self.clock < deleted.saturating_add(THIRTY_DAYS)
    }

    // --- memberships ------------------------------------------------------------------------------------------

    /// Whether the member exists.
    pub(crate) fn member_exists(&self, member: Member) -> bool {
        match member {
            Member::User(user) => self.lives(user),
            Member::Group(group) => self.exists(group),
        }
    }

    /// Whether `member` is a direct member of the existing group `group`.
    pub(crate) fn is_member(&self, group: GroupId, member: Member) -> bool {
        self.exists(group)
            && self.member_exists(member)
            && self.memberships.iter().any(|m| m.group == group && m.member == member && m.left.is_none())
    }

    /// The users in an existing group, in the order in which they joined.
    pub(crate) fn users_of(&self, group: GroupId) -> Vec<UserId> {
        let mut found: Vec<(u64, UserId)> = Vec::new();
        for m in self.memberships.iter().filter(|m| m.group == group) {
            if let Member::User(user) = m.member
                && self.is_member(group, m.member)
            {
                found.push((m.joined, user));
            }
        }
        found.sort();
        found.into_iter().map(|(_, user)| user).collect()
    }

    /// The existing groups that a user is in, in the order of joining.
    pub(crate) fn groups_of(&self, user: UserId) -> Vec<GroupId> {
        let mut found: Vec<(u64, GroupId)> = Vec::new();
        for m in self.memberships.iter().filter(|m| m.member == Member::User(user)) {
            if self.is_member(m.group, m.member) {
                found.push((m.joined, m.group));
            }
        }
        found.sort();
        found.into_iter().map(|(_, group)| group).collect()
    }

    /// The same, and for a deleted user the existing groups that it will come back to.
    pub(crate) fn remembered_groups_of(&self, user: UserId) -> Vec<GroupId> {
        let own = self.memberships.iter().filter(|m| m.member == Member::User(user) && m.left.is_none());
        let mut found: Vec<(u64, GroupId)> = own.map(|m| (m.joined, m.group)).collect();
        found.retain(|(_, group)| self.exists(*group));
        found.sort();
        found.into_iter().map(|(_, group)| group).collect()
    }

    /// When a user left a group, or lost it by its deletion: `None` for a member.
    pub(crate) fn left(&self, user: UserId, group: GroupId) -> Option<u64> {
        let membership = self.memberships.iter().find(|m| m.group == group && m.member == Member::User(user))?;
        membership.left.or_else(|| self.groups[&group].deleted.map(|(_, moment)| moment))
    }

    /// Whether the user has a row of the group.
    pub(crate) fn has_row_of(&self, user: UserId, group: GroupId) -> bool {
        self.users[&user].rows.keys().any(|(_, path)| *path == Path::Group(group))
    }

    // --- products, plans and the lists --------------------------------------------------------------------------

    /// The plans of a product by the tenant's rule set, with those added by hand (R15).
    pub(crate) fn plans_of(&self, product: ProductId) -> BTreeSet<PlanId> {
        let listed = self.catalog.product(product).map(|info| info.plans(self.rules)).unwrap_or_default();
        let added = self.added_plans.get(&product).into_iter().flatten();
        listed.iter().chain(added).copied().collect()
    }

    /// Whether paths of the product that are in force give their plans (R8.4).
    pub(crate) fn gives_plans(&self, product: ProductId) -> bool {
        self.units.get(&product).copied().unwrap_or_default().capability_status().gives_plans()
    }

    /// R7.1: company-wide plans are left out of R6 and R7.
    pub(crate) fn company_wide(&self, plan: PlanId) -> bool {
        self.catalog.plan(plan).is_some_and(|info| info.company_wide)
    }

    /// The pairs that exclude each other in this tenant, lower id first: in catalog order, then those added by hand
    /// in the order of their ids.
    pub(crate) fn exclusive_pairs(&self) -> Vec<(PlanId, PlanId)> {
        let mut pairs = Vec::new();
        for pair in &self.catalog.pairs {
            let plans = (pair.a.min(pair.b), pair.a.max(pair.b));
            pairs.push((plans, pair.counts.under(self.rules)));
        }
        for plans in self.changed_pairs.keys() {
            if !pairs.iter().any(|(listed, _)| listed == plans) {
                pairs.push((*plans, false));
            }
        }
        pairs.retain(|(plans, shipped)| self.changed_pairs.get(plans).copied().unwrap_or(*shipped));
        pairs.retain(|((a, b), _)| !self.company_wide(*a) && !self.company_wide(*b));
        pairs.into_iter().map(|(plans, _)| plans).collect()
    }

    /// The prerequisites that count in this tenant, in catalog order: a plan, and any of which it needs. A row that
    /// names company-wide plans alone says nothing.
    pub(crate) fn prerequisites(&self) -> Vec<(PlanId, BTreeSet<PlanId>)> {
        let mut rows = Vec::new();
        for row in &self.catalog.prerequisites {
            let shipped = row.enforced && row.counts.under(self.rules);
            let counts = self.changed_prerequisites.get(&row.plan).copied().unwrap_or(shipped);
            let mut any_of: BTreeSet<PlanId> = row.any_of.iter().copied().collect();
            any_of.retain(|plan| !self.company_wide(*plan));
            if counts && !self.company_wide(row.plan) && !any_of.is_empty() {
                rows.push((row.plan, any_of));
            }
        }
        rows
    }

    /// The plans of a product that are on, given those that are off.
    pub(crate) fn enabled(&self, product: ProductId, disabled: &BTreeSet<PlanId>) -> BTreeSet<PlanId> {
        self.plans_of(product).difference(disabled).copied().collect()
    }

    // --- seats ----------------------------------------------------------------------------------------------------

    /// R8.1: the users that hold the product, by whatever path.
    pub(crate) fn consumed(&self, product: ProductId) -> u32 {
        self.live_users().filter(|(_, user)| user.holds(product)).map(|_| 1).sum()
    }

    /// R8.2: whether nobody can be given the product now.
    pub(crate) fn sold_out(&self, product: ProductId) -> bool {
        self.consumed(product) >= self.units.get(&product).copied().unwrap_or_default().assignable()
    }
}

impl User {
    /// Whether some path of the product is in force.
    pub(crate) fn holds(&self, product: ProductId) -> bool {
        self.rows.iter().any(|((of, _), row)| *of == product && row.in_force)
    }

    /// What one path has in force: `have` of R4.
    pub(crate) fn in_force_by(&self, path: Path) -> Licenses {
        let rows = self.rows.iter().filter(|((_, by), row)| *by == path && row.in_force);
        rows.map(|((product, _), row)| (*product, row.disabled.clone())).collect()
    }
}
