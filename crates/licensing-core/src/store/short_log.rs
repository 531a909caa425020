//! The order in which rows became short of a seat (R3, units bought).

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use licensing_model::{GroupId, UserId};

use licensing_columns::paged::Paged;

/// As many entries as are no matter: a log of fewer is not thinned.
const SHORT: usize = 1024;

/// An append-only log that is thinned when it is four times as long as it was then. An entry is stale when its row is not
/// short any more, or became short again later.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct ShortLog {
    entries: Paged<(UserId, GroupId), 1024>,
    thinned_at: usize,
}

impl ShortLog {
    /// The row of `group` on `user` has become short.
    pub(crate) fn push(&mut self, user: UserId, group: GroupId) {
        self.entries.push((user, group));
    }

    /// Whether the log should be thinned.
    pub(crate) fn is_long(&self) -> bool {
        self.entries.len() > self.thinned_at.saturating_mul(4).saturating_add(SHORT)
    }

    /// The rows that are short now, in the order in which they became so.
    pub(crate) fn current(&self, is_short: impl Fn(UserId, GroupId) -> bool) -> Vec<(UserId, GroupId)> {
        let mut seen = BTreeSet::new();
        let mut rows: Vec<_> =
            self.entries.iter().rev().copied().filter(|&(u, g)| seen.insert((u, g)) && is_short(u, g)).collect();
        rows.reverse();
        rows
    }

    /// A log of rows that are short now.
    pub(crate) fn of(current: Vec<(UserId, GroupId)>) -> ShortLog {
        ShortLog { thinned_at: current.len(), entries: current.into_iter().collect() }
    }

    /// Keeps only `current`.
    pub(crate) fn thin(&mut self, current: Vec<(UserId, GroupId)>) {
        *self = ShortLog::of(current);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_thinned_to_the_rows_that_are_short_now_in_the_order_in_which_they_became_so() {
        let (mut log, mut plain) = (ShortLog::default(), Vec::new());
        let (is_short, group) = (|user: UserId, _: GroupId| !user.index().is_multiple_of(3), GroupId::at(0));
        let mut thinned = 0;
        for at in 0..20_000 {
            let user = UserId::at(at * 7_919 % 1_500);
            log.push(user, group);
            plain.retain(|row| *row != (user, group));
            plain.push((user, group));
            if log.is_long() {
                log.thin(log.current(is_short));
                thinned += 1;
                assert_eq!(log.entries.len(), plain.iter().filter(|(user, group)| is_short(*user, *group)).count());
            }
        }
        plain.retain(|(user, group)| is_short(*user, *group));
        assert_eq!(log.current(is_short), plain);
        assert!(thinned > 2, "{thinned}");
    }
}
