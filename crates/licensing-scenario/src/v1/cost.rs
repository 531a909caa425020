//! What a document costs to be opened and driven, beside what there is to read: it is counted before it is paid.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use licensing_core::Action;
use licensing_model::{Command, Member, UserId};

use super::document::Base;
use super::document::{Document, Edge, Group, State};

impl Document {
    /// About how many paths a tenant looks at until nothing waits, if all its groups are processed once: each step looks at
    /// all groups of a user, and each group of a user takes a step.
    pub(crate) fn paths_to_look_at(&self) -> u64 {
        match &self.base {
            Base::State(state) => of_state(state),
            // These are as large as what a reader allows of users.
            Base::Empty(_) | Base::Sample { .. } => 0,
        }
    }
}

impl Document {
    /// About how many paths the steps of its story look at: each takes a user, and looks at all groups of it.
    pub(crate) fn paths_of_story(&self) -> u64 {
        let ways = self.branches.iter().map(|branch| &branch.actions).chain([&self.actions]);
        let (mut steps, mut joined) = (0_u64, BTreeMap::<UserId, u64>::new());
        for action in ways.flatten() {
            match action {
                Action::Steps(taken) => steps = steps.saturating_add(u64::from(*taken)),
                Action::Command(Command::AddMember(_, Member::User(user))) => {
                    let groups = joined.entry(*user).or_default();
                    *groups = groups.saturating_add(1);
                }
                Action::Command(_) => {}
            }
        }
        let joined = joined.into_values().max().unwrap_or(0);
        steps.saturating_mul(joined.saturating_add(self.most_groups_of_a_user()).max(1))
    }

    fn most_groups_of_a_user(&self) -> u64 {
        /// People of samples are in no more.
        const IN_SAMPLES: u64 = 8;
        match &self.base {
            Base::Empty(_) => 0,
            Base::Sample { .. } => IN_SAMPLES,
            Base::State(state) => {
                let ends = &state.users.edge_ends;
                let first = ends.first().copied().unwrap_or(0);
                let pairs = ends.iter().zip(ends.iter().skip(1));
                u64::from(pairs.map(|(from, to)| to.saturating_sub(*from)).max().unwrap_or(0).max(first))
            }
        }
    }
}

fn of_state(state: &State) -> u64 {
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
fn of_path(state: &State, edge: &Edge) -> u64 {
    /// So many are looked at as soon as one.
    const AT_ONCE: u64 = 64;
    let template = |group: &Group| state.templates.get(group.template as usize).map_or(0, Vec::len);
    let wanted = state.groups.get(edge.group as usize).map_or(0, template) as u64;
    let held = state.outcomes.get(edge.path.outcome as usize).map_or(0, |rows| rows.len()) as u64;
    let compared = wanted.saturating_mul(wanted).saturating_add(held.saturating_mul(held));
    (compared / AT_ONCE).saturating_add(1)
}
