//! Which repair comes first: by what it costs, then by what must be kept.

use core::cmp::Reverse;

use licensing_core::cure::CureKind;

use super::Repair;

/// What must be kept, if it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Keep {
    /// Mail: no gap, no lost mailbox, no other addresses.
    Mail,
    /// Products and plans that users hold.
    Seats,
    /// Money: no units bought.
    Money,
    /// The fewest commands.
    Commands,
}

impl Keep {
    /// The usual order.
    pub const ALL: [Keep; 4] = [Keep::Mail, Keep::Seats, Keep::Money, Keep::Commands];

    /// What a repair takes from it.
    fn cost(self, repair: &Repair) -> u64 {
        let summary = &repair.summary;
        let sum = |counts: &[usize]| counts.iter().map(|count| *count as u64).sum::<u64>();
        match self {
            Keep::Mail => u64::from(repair.mailbox_steps) + sum(&[summary.mailbox_gaps, summary.lose_mailbox]),
            Keep::Seats => u64::from(!repair.in_force) + sum(&[summary.lose, summary.fail, summary.fail_otherwise]),
            Keep::Money => u64::from(repair.bought),
            Keep::Commands => repair.commands.len() as u64,
        }
    }
}

/// Whether a repair says where the user is, which is what an error of the usage location asks for.
fn locates(repair: &Repair) -> bool {
    repair.cures.iter().any(|cure| cure.kind() == CureKind::Locate)
}

/// Sorts repairs, best first: what gives the license up comes last, and where a usage location cures it comes first; then
/// by level, by what must be kept in this order, and by how little else happens.
pub fn sort(repairs: &mut [Repair], keep: &[Keep]) {
    repairs.sort_by_key(|repair| {
        let costs: Vec<u64> = keep.iter().map(|keep| keep.cost(repair)).collect();
        let first = (!repair.in_force, !locates(repair), repair.level);
        (first, costs, repair.summary.lose_plans, repair.plans.1, Reverse(repair.plans.0))
    });
}
