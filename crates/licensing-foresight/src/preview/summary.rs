//! The figures of a difference.

use licensing_core::Diff;
use licensing_model::{AssignmentError, ProductId};

use super::gaps::Gap;

/// How many users fare how. A user who both gains and loses a product moves, and counts in neither of these.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Summary {
    /// Users who were compared.
    pub compared: usize,
    /// Users for whom something about licenses or addresses differs.
    pub affected: usize,
    /// Users who hold a product more.
    pub gain: usize,
    /// Users who hold a product less.
    pub lose: usize,
    /// Users who hold another product instead.
    pub r#move: usize,
    /// Users newly in error.
    pub fail: usize,
    /// Users in error for a new reason.
    pub fail_otherwise: usize,
    /// Users in error no more.
    pub heal: usize,
    /// Users who lose a plan.
    pub lose_plans: usize,
    /// Users who gain a plan.
    pub gain_plans: usize,
    /// Users without a mailbox afterwards who had one.
    pub lose_mailbox: usize,
    /// Users whose `mail` or `proxyAddresses` change.
    pub addresses: usize,
    /// Users who miss something for a while.
    pub gaps: usize,
    /// Users who are without a mailbox for a while.
    pub mailbox_gaps: usize,
    /// Products of which users newly lack a seat, each with how many.
    pub short: Vec<(ProductId, usize)>,
}

impl Summary {
    /// Adds up.
    pub(crate) fn of(diff: &Diff, gaps: &[Gap]) -> Summary {
        let mut summary = Summary { compared: diff.compared, addresses: diff.mailboxes.len(), ..Summary::default() };
        let only_addresses = diff.mailboxes.iter().filter(|change| diff.of_user(change.user).is_none()).count();
        summary.affected = diff.users.len().saturating_add(only_addresses);
        summary.gaps = gaps.len();
        summary.mailbox_gaps = gaps.iter().filter(|gap| gap.mailbox_steps > 0).count();
        for (way, users) in diff.ways.iter().zip(diff.users_by_way()) {
            let gains = way.products_gained().next().is_some();
            let loses = way.products_lost().next().is_some();
            let mut count = |place: fn(&mut Summary) -> &mut usize, applies: bool| {
                if applies {
                    let place = place(&mut summary);
                    *place = place.saturating_add(users);
                }
            };
            count(|sum| &mut sum.r#move, gains && loses);
            count(|sum| &mut sum.gain, gains && !loses);
            count(|sum| &mut sum.lose, loses && !gains);
            count(|sum| &mut sum.lose_plans, !way.lost.is_empty());
            count(|sum| &mut sum.gain_plans, !way.gained.is_empty());
            count(|sum| &mut sum.lose_mailbox, way.mailbox.before && !way.mailbox.after);
            let is_there = way.present.before && way.present.after;
            let new_code = way.errors_gained().next().is_some();
            count(|sum| &mut sum.fail, way.errors.before == 0 && way.errors.after > 0);
            count(|sum| &mut sum.fail_otherwise, way.errors.before > 0 && way.errors.after > 0 && new_code);
            count(|sum| &mut sum.heal, is_there && way.errors.before > 0 && way.errors.after == 0);
            for path in &way.paths {
                let lacks = |value: &Option<licensing_core::PathValue>| {
                    value.as_ref().is_some_and(|value| value.error == AssignmentError::CountViolation)
                };
                if lacks(&path.value.after) && !lacks(&path.value.before) {
                    match summary.short.iter_mut().find(|(product, _)| *product == path.product) {
                        Some((_, count)) => *count = count.saturating_add(users),
                        None => summary.short.push((path.product, users)),
                    }
                }
            }
        }
        summary.short.sort_unstable();
        summary
    }
}
