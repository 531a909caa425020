//! What is wrong in one group, summed up member by member.

use std::collections::BTreeMap;

use licensing_core::{ErrorGlance, Tenant};
use licensing_model::{AssignmentError, GroupId, Pace, ProductId};

/// Users of a group who are in error, summed up.
#[derive(Default)]
pub(crate) struct Trouble {
    /// How many users.
    pub(crate) users: usize,
    /// How many of them have left.
    pub(crate) left: usize,
    /// The first of them.
    pub(crate) first: Option<ErrorGlance>,
    /// For each error that is somebody's first cause, how many have it, and the first who has: most first.
    pub(crate) reasons: Vec<Reason>,
    /// Products that somebody lacks.
    pub(crate) products: BTreeMap<ProductId, Lacking>,
}

/// A reason.
#[derive(Clone, Copy)]
pub(crate) struct Reason {
    pub(crate) error: AssignmentError,
    /// How many users have it.
    pub(crate) users: usize,
    /// The first of them.
    pub(crate) first: ErrorGlance,
}

/// What users in error have of a product.
#[derive(Default)]
pub(crate) struct Lacking {
    /// How many keep it as it was (R4.5).
    pub(crate) kept: usize,
    /// Some of its errors are only the shadow of others.
    pub(crate) is_other: bool,
}

impl Trouble {
    /// What is wrong in a group, or left of a deleted one. It looks at every member.
    pub(crate) async fn of(pace: &Pace, tenant: &Tenant, group: GroupId) -> Trouble {
        let mut trouble = Trouble::default();
        pace.expect(tenant.group(group).map_or(0, |details| details.users));
        for glance in tenant.errors_at_a_glance(group) {
            if let Some(glance) = glance {
                trouble.add(tenant, group, glance);
            }
            pace.did(1).await;
        }
        // Those that are checked first come first among equals.
        let place = |error| AssignmentError::ALL.iter().position(|other| *other == error);
        trouble.reasons.sort_by_key(|reason| (usize::MAX - reason.users, place(reason.error)));
        trouble
    }

    fn add(&mut self, tenant: &Tenant, group: GroupId, glance: ErrorGlance) {
        self.users += 1;
        self.first = self.first.or(Some(glance));
        self.left += usize::from(glance.has_left);
        for (product, path) in tenant.group_paths(glance.user, group) {
            if path.error != AssignmentError::None {
                let lacking = self.products.entry(product).or_default();
                lacking.is_other |= path.error == AssignmentError::Other;
                lacking.kept += usize::from(path.state.in_force());
            }
        }
        match self.reasons.iter_mut().find(|reason| reason.error == glance.top) {
            Some(reason) => reason.users += 1,
            None => self.reasons.push(Reason { error: glance.top, users: 1, first: glance }),
        }
    }
}

/// The product that explains what a user lacks by a group.
pub(crate) fn product(tenant: &Tenant, group: GroupId, glance: ErrorGlance) -> Option<ProductId> {
    tenant.group_paths(glance.user, group).find(|(_, path)| path.error == glance.top).map(|(product, _)| product)
}
