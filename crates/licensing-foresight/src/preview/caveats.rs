//! What a preview rests on without being sure of it, and what it did not look at.

use licensing_core::{Diff, PathValue, Tenant};
use licensing_model::{AssignmentError, Command, PlanId};

/// Something that a preview did not consider, or cannot be sure of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caveat {
    /// Who gets the last seats follows the queue; no order is documented (R8.5).
    SeatOrder,
    /// Steps wait already; their results are among what is shown.
    Waiting,
    /// Several workers: which user comes when depends on how they meet (R2.3).
    Workers,
    /// Sources disagree whether these plans exclude each other; here they do not.
    Disputed(PlanId, PlanId),
    /// Nothing is processed again by this command: it takes effect when somebody reprocesses (R3).
    NeedsReprocess,
}

/// So many disputed pairs are named.
const MOST_DISPUTED: usize = 3;

/// The caveats of a preview.
pub(crate) fn caveats(commands: &[Command], before: &Tenant, after: &Tenant, diff: &Diff) -> Vec<Caveat> {
    let mut caveats = Vec::new();
    let is_short =
        |value: &Option<PathValue>| value.as_ref().is_some_and(|value| value.error == AssignmentError::CountViolation);
    if diff.ways.iter().flat_map(|way| &way.paths).any(|path| is_short(&path.value.after)) {
        caveats.push(Caveat::SeatOrder);
    }
    if before.waiting_steps() > 0 {
        caveats.push(Caveat::Waiting);
    }
    if after.worker_count() > 1 && diff.users.len() > 1 {
        caveats.push(Caveat::Workers);
    }
    caveats.extend(disputed(after, diff));
    if diff.is_empty() && commands.iter().any(starts_nothing) {
        caveats.push(Caveat::NeedsReprocess);
    }
    caveats
}

/// Pairs on which sources disagree, both plans of which somebody would have, one of them newly.
fn disputed(after: &Tenant, diff: &Diff) -> Vec<Caveat> {
    let mut seen = vec![false; diff.ways.len()];
    let mut found = Vec::new();
    let pairs = &after.catalog().pairs;
    let disputed: Vec<_> = pairs.iter().filter(|pair| pair.status_today == "disputed").collect();
    for &(user, way) in &diff.users {
        let (Some(seen), Some(change)) = (seen.get_mut(way), diff.ways.get(way)) else { continue };
        if core::mem::replace(seen, true) || change.gained.is_empty() {
            continue;
        }
        let plans = after.given_plans(user);
        for pair in &disputed {
            let caveat = Caveat::Disputed(pair.a, pair.b);
            let is_new = change.gained.contains(&pair.a) || change.gained.contains(&pair.b);
            if is_new && plans.has(pair.a) && plans.has(pair.b) && !found.contains(&caveat) {
                found.push(caveat);
            }
        }
        if found.len() >= MOST_DISPUTED {
            break;
        }
    }
    found.truncate(MOST_DISPUTED);
    found
}

/// R3: commands after which nothing is processed.
const fn starts_nothing(command: &Command) -> bool {
    matches!(
        command,
        Command::UpdateUser(..)
            | Command::SetAddresses { .. }
            | Command::SetCountry(_)
            | Command::SetRuleSet(_)
            | Command::SetExclusivePair { .. }
            | Command::SetPrerequisite { .. }
            | Command::SetUnits(..)
            | Command::ChangeUserLicenses(..)
            | Command::AddContact { .. }
            | Command::UpdateContact { .. }
            | Command::DeleteContact(_)
            | Command::AddDomain(_)
            | Command::DeleteDomain(_)
    )
}
