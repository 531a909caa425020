//! R17.2: whether a user fits a rule.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::ToString;

use licensing_model::guid::GuidKind;
use licensing_model::{CapabilityStatus, GroupId, Guid, PlanId, UserId};

use super::rule::{How, Test, TextOf};
use crate::store::users::Flags;
use crate::tenant::Tenant;

/// A plan with its status.
type PlanOfUser = (PlanId, CapabilityStatus);

impl Tenant {
    /// Whether a user fits.
    pub(crate) fn fits(&self, test: &Test, user: UserId) -> bool {
        self.passes(test, user, None)
    }

    fn passes(&self, test: &Test, user: UserId, plan: Option<PlanOfUser>) -> bool {
        match test {
            Test::All(tests) => tests.iter().all(|test| self.passes(test, user, plan)),
            Test::Any(tests) => tests.iter().any(|test| self.passes(test, user, plan)),
            Test::Not(test) => !self.passes(test, user, plan),
            Test::Text(of, how) => how.fits(self.text_of(*of, user).as_deref()),
            Test::Enabled(values) => values.contains(&Some(!self.users.flags.at(user).has(Flags::BLOCKED))),
            Test::Plans { all, test } => {
                let mut plans = self.assigned_plans(user).into_iter();
                let mut passes = |plan| self.passes(test, user, Some(plan));
                if *all { plans.all(passes) } else { plans.any(&mut passes) }
            }
            Test::MemberOf(groups) => groups.iter().any(|group| self.is_in(user, *group)),
            Test::PlanIs(ids) => {
                let info = plan.and_then(|(plan, _)| self.catalog.plan(plan));
                info.is_some_and(|info| ids.contains(&info.guid))
            }
            Test::StatusIs(statuses) => plan.is_some_and(|(_, status)| statuses.contains(&status)),
        }
    }

    /// A text of a user; none for null.
    pub(super) fn text_of(&self, of: TextOf, user: UserId) -> Option<Cow<'_, str>> {
        match of {
            TextOf::Kept(property) => self.user_property(user, property).map(Cow::Borrowed),
            TextOf::UsageLocation => self.users.location(user).map(|country| Cow::Owned(country.to_string())),
            TextOf::UserType => {
                let is_guest = self.users.flags.at(user).has(Flags::GUEST);
                Some(Cow::Borrowed(if is_guest { "Guest" } else { "Member" }))
            }
        }
    }

    /// Plans that some path in force switches on, each with the best status that any of its products gives it.
    pub(super) fn assigned_plans(&self, user: UserId) -> BTreeMap<PlanId, CapabilityStatus> {
        let mut plans = BTreeMap::new();
        let paths = self.users.edges(user).iter().map(|edge| edge.outcome);
        for outcome in paths.chain([self.users.direct.at(user)]) {
            for row in self.outcomes.rows(outcome).iter().filter(|row| row.in_force) {
                let units = self.subscription(row.product).map(|subscription| subscription.units);
                let status = units.unwrap_or_default().capability_status();
                for plan in self.plans_of(row.product).without(self.templates.plans(row.disabled)).iter() {
                    let best = plans.entry(plan).or_insert(status);
                    if rank(status) < rank(*best) {
                        *best = status;
                    }
                }
            }
        }
        plans
    }

    /// The group behind an id that a rule names.
    pub(super) fn group_named(&self, id: Guid) -> Option<GroupId> {
        self.number_of(GuidKind::Group, id).map(GroupId::from_raw)
    }

    /// Whether a user is a direct member of the existing group with this id.
    pub(super) fn is_in(&self, user: UserId, id: Guid) -> bool {
        let group = self.group_named(id).filter(|group| self.group_exists(*group));
        group.is_some_and(|group| self.users.membership(user, group).is_some())
    }
}

/// The better status first.
fn rank(status: CapabilityStatus) -> Option<usize> {
    CapabilityStatus::ALL.iter().position(|known| *known == status)
}

impl How {
    /// Whether a text, or null, passes.
    fn fits(&self, text: Option<&str>) -> bool {
        let text = text.map(str::to_lowercase);
        let is = |holds: &dyn Fn(&str) -> bool| text.as_deref().is_some_and(holds);
        match self {
            How::Is(values) => values.iter().any(|value| value.as_deref() == text.as_deref()),
            How::Starts(start) => is(&|text| text.starts_with(start.as_str())),
            How::Ends(end) => is(&|text| text.ends_with(end.as_str())),
            How::Contains(part) => is(&|text| text.contains(part.as_str())),
            How::Matches(pattern) => is(&|text| pattern.is_in(text)),
        }
    }
}
