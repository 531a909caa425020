//! What a tenant costs to be driven, beside what there is to read of its state: whoever reads one counts it before it is
//! paid, and what one reader takes the others take as well.

use licensing_model::state::{EdgeState, GroupState, TenantState};

/// More paths than these, looked at until nothing waits, are not taken from anywhere.
pub const MOST_PATHS: u64 = 1 << 28;

/// About how many paths a tenant looks at until nothing waits, if all its groups are processed once: each step looks at
/// all groups of a user, and each group of a user takes a step.
pub fn paths_to_look_at(state: &TenantState) -> u64 {
    let mut counting = Counting::default();
    while !counting.advance(state, u32::MAX) {}
    counting.paths
}

/// The same, counted in slices.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counting {
    user: usize,
    first: usize,
    /// Those of the users that were looked at.
    pub paths: u64,
}

impl Counting {
    /// Looks at so many users more of the same state. Answers whether that were all.
    pub fn advance(&mut self, state: &TenantState, users: u32) -> bool {
        let Counting { user, first, paths } = self;
        let ends = &state.users.edge_ends;
        for end in ends.get(*user..).unwrap_or_default().iter().take(users as usize) {
            let end = *end as usize;
            let edges = state.users.edges.get(*first..end).unwrap_or_default();
            *first = end;
            let looked_at = edges.iter().fold(0_u64, |sum, edge| sum.saturating_add(of_path(state, edge)));
            *paths = paths.saturating_add(looked_at.saturating_mul(edges.len() as u64));
        }
        *user = user.saturating_add(users as usize).min(ends.len());
        *user == ends.len()
    }
}

/// Products of a path are held against one another.
fn of_path(state: &TenantState, edge: &EdgeState) -> u64 {
    /// So many are looked at as soon as one.
    const AT_ONCE: u64 = 64;
    let template =
        |group: &GroupState| state.tables.templates.get(group.template as usize).map_or(0, |held| held.len());
    let wanted = state.groups.get(edge.group.index()).map_or(0, template) as u64;
    let held = state.tables.outcomes.get(edge.path.outcome as usize).map_or(0, |rows| rows.len()) as u64;
    let compared = wanted.saturating_mul(wanted).saturating_add(held.saturating_mul(held));
    (compared / AT_ONCE).saturating_add(1)
}
