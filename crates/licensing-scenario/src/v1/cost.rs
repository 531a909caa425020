//! What a document costs to be opened and driven, beside what there is to read: it is counted before it is paid.

use alloc::collections::BTreeMap;

use licensing_core::Action;
use licensing_model::{Command, Member, UserId};

use super::document::{Base, Document};

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
