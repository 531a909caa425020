//! R17: a user, as rules see it.

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;

use licensing_model::guid::GuidKind;
use licensing_model::rule::{RuleUser, TextOf};
use licensing_model::{CapabilityStatus, GroupId, Guid, PlanId, UserId};

use crate::store::users::Flags;
use crate::tenant::Tenant;

/// One of a tenant.
pub(super) struct UserOf<'t> {
    pub(super) tenant: &'t Tenant,
    pub(super) user: UserId,
}

impl UserOf<'_> {
    fn has(&self, flag: Flags) -> bool {
        self.tenant.users.flags.at(self.user).has(flag)
    }
}

impl RuleUser for UserOf<'_> {
    fn text(&self, of: TextOf) -> Option<Cow<'_, str>> {
        match of {
            TextOf::Kept(property) => self.tenant.user_property(self.user, property).map(Cow::Borrowed),
            TextOf::UsageLocation => {
                self.tenant.users.location(self.user).map(|country| Cow::Owned(country.to_string()))
            }
            TextOf::UserType => Some(Cow::Borrowed(if self.has(Flags::GUEST) { "Guest" } else { "Member" })),
        }
    }

    fn is_enabled(&self) -> bool {
        !self.has(Flags::BLOCKED)
    }

    fn group(&self, id: Guid) -> Option<(GroupId, bool)> {
        let UserOf { tenant, user } = self;
        let group = tenant.number_of(GuidKind::Group, id).map(GroupId::from_raw)?;
        Some((group, tenant.group_exists(group) && tenant.users.membership(*user, group).is_some()))
    }

    /// Plans that some path in force switches on, rising, each with the best status that any of its products gives it.
    fn plans(&self) -> Vec<(PlanId, CapabilityStatus)> {
        let UserOf { tenant, user } = self;
        let mut plans: Vec<(PlanId, CapabilityStatus)> = Vec::new();
        let paths = tenant.users.edges(*user).iter().map(|edge| edge.outcome);
        for outcome in paths.chain([tenant.users.direct.at(*user)]) {
            for row in tenant.outcomes.rows(outcome).iter().filter(|row| row.in_force) {
                let units = tenant.subscription(row.product).map(|subscription| subscription.units);
                let status = units.unwrap_or_default().capability_status();
                for plan in tenant.plans_of(row.product).without(tenant.templates.plans(row.disabled)).iter() {
                    match plans.binary_search_by_key(&plan, |(plan, _)| *plan) {
                        Err(place) => plans.insert(place, (plan, status)),
                        Ok(place) => {
                            let best = plans.get_mut(place).filter(|(_, best)| rank(status) < rank(*best));
                            best.into_iter().for_each(|(_, best)| *best = status);
                        }
                    }
                }
            }
        }
        plans
    }

    fn plan_id(&self, plan: PlanId) -> Option<Guid> {
        self.tenant.catalog.plan(plan).map(|info| info.guid)
    }
}

/// The better status first.
fn rank(status: CapabilityStatus) -> Option<usize> {
    CapabilityStatus::ALL.iter().position(|known| *known == status)
}
