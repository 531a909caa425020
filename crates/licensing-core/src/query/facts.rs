//! Single facts of a user, for lists of a whole tenant: they look at interned rows and make no list of paths.

use alloc::vec::Vec;

use licensing_model::{AssignmentError, AssignmentState, GroupId, Path, ProductId, UserId};

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
            Some(ProductPath { path, state: shown_state(self.gives(row.product), &row), error: row.error })
        })
    }

    /// The paths of one group, by product.
    pub fn group_paths(&self, user: UserId, group: GroupId) -> impl Iterator<Item = (ProductId, ProductPath)> {
        let edges = self.users.edges(user).iter().filter(move |edge| edge.group() == group);
        edges.flat_map(|edge| self.outcomes.rows(edge.outcome)).map(move |row| {
            let state = shown_state(self.gives(row.product), row);
            (row.product, ProductPath { path: Path::Group(group), state, error: row.error })
        })
    }

    /// The error of a user's rows of one group that is not only the shadow of another (R4.5); `None` where the group has
    /// given the user no rows yet.
    pub fn error_of_group(&self, user: UserId, group: GroupId) -> Option<AssignmentError> {
        let edges = self.users.edges(user).iter().filter(|edge| edge.group() == group);
        let mut errors = edges.flat_map(|edge| self.outcomes.rows(edge.outcome)).map(|row| row.error);
        let first = errors.next()?;
        // The first cause; where there is none, the first error.
        Some(errors.fold(first, |top, error| {
            let outweighs = is_cause(error) || error != AssignmentError::None && top == AssignmentError::None;
            if !is_cause(top) && outweighs { error } else { top }
        }))
    }

    /// Users who have left a group while rows of it in error remain, in the order of leaving.
    pub fn left_in_error(&self, group: GroupId) -> impl Iterator<Item = UserId> {
        let record = self.groups.get(group).filter(|record| record.deleted_at.is_none());
        let left = record.into_iter().flat_map(|record| record.left.iter().copied());
        left.filter(move |user| self.users.is_live(*user) && self.has_error_row(*user, group))
    }

    /// Puts into `failed` the products of which a user has a row that failed for a reason of its own, each once.
    pub fn products_in_error(&self, user: UserId, failed: &mut Vec<ProductId>) {
        let outcomes = self.outcomes_of(user).filter(|(_, outcome)| self.outcomes.has_error(*outcome));
        let rows = outcomes.flat_map(|(_, outcome)| self.outcomes.rows(outcome));
        failed.clear();
        failed.extend(rows.filter(|row| is_cause(row.error)).map(|row| row.product));
        failed.sort_unstable();
        failed.dedup();
    }

    /// Products that a user has, or should have, directly.
    pub fn direct_products(&self, user: UserId) -> impl Iterator<Item = ProductId> {
        self.outcomes.rows(self.users.direct.at(user)).iter().map(|row| row.product)
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

/// Whether a row with this error failed for a reason of its own.
fn is_cause(error: AssignmentError) -> bool {
    !matches!(error, AssignmentError::None | AssignmentError::Other)
}
