//! Single facts of a user, for lists of a whole tenant: they look at interned rows and allocate nothing.

use licensing_model::{AssignmentError, AssignmentState, Path, ProductId, UserId};

use crate::rules::suspension::shown_state;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;
use crate::store::users::Flags;
use crate::tenant::Tenant;

/// One path by which a user has, or should have, a product, without its plans and times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProductPath {
    /// Directly, or from which group.
    pub path: Path,
    /// Graph's state.
    pub state: AssignmentState,
    /// Graph's error.
    pub error: AssignmentError,
}

impl Tenant {
    /// How many rows of a user, over all paths, carry an error.
    pub fn rows_in_error(&self, user: UserId) -> usize {
        let failed = |outcome| match self.outcomes.has_error(outcome) {
            false => 0,
            true => self.outcomes.rows(outcome).iter().filter(|row| row.error != AssignmentError::None).count(),
        };
        self.outcomes_of(user).map(|(_, outcome)| failed(outcome)).sum()
    }

    /// Whether a path of the user is in force.
    pub fn holds_a_license(&self, user: UserId) -> bool {
        self.outcomes_of(user).any(|(_, outcome)| self.outcomes.have(outcome) != TemplateId::EMPTY)
    }

    /// The paths of one product, in the order of [`Tenant::paths`].
    pub fn product_paths(&self, user: UserId, product: ProductId) -> impl Iterator<Item = ProductPath> {
        self.outcomes_of(user).filter_map(move |(path, outcome)| {
            let row = self.outcomes.row(outcome, product)?;
            Some(ProductPath { path, state: shown_state(self, &row), error: row.error })
        })
    }

    /// Whether `userType` is `Guest`.
    pub fn is_guest(&self, user: UserId) -> bool {
        self.users.flags.at(user).has(Flags::GUEST)
    }

    fn outcomes_of(&self, user: UserId) -> impl Iterator<Item = (Path, OutcomeId)> {
        let groups = self.users.edges(user).iter().map(|edge| (Path::Group(edge.group()), edge.outcome));
        core::iter::once((Path::Direct, self.users.direct.at(user))).chain(groups)
    }
}
