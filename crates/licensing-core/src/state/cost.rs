//! What a tenant costs to be driven, beside what there is to read of its state: whoever reads one counts it before it is
//! paid, and what one reader takes the others take as well.

use licensing_model::state::{EdgeState, GroupState, TenantState};

/// More paths than these, looked at until nothing waits, are not taken from anywhere.
pub const MOST_PATHS: u64 = 1 << 28;

/// About how many paths a tenant looks at until nothing waits, if all its groups are processed once: each step looks at
/// all groups of a user, and each group of a user takes a step.
pub fn paths_to_look_at(state: &TenantState) -> u64 {
    let mut first = 0_usize;
    let of_user = |end: &u32| {
        let end = *end as usize;
        let edges = state.users.edges.get(first..end).unwrap_or_default();
        first = end;
        let looked_at = edges.iter().fold(0_u64, |sum, edge| sum.saturating_add(of_path(state, edge)));
        looked_at.saturating_mul(edges.len() as u64)
    };
    state.users.edge_ends.iter().map(of_user).fold(0, u64::saturating_add)
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
