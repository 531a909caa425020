//! How many users of groups have a row in error: counted while steps are made, and told to the groups after them.

use alloc::vec::Vec;

use licensing_model::GroupId;

/// By how many users more or fewer groups have in error than they know of.
#[derive(Debug, Default)]
pub struct Errors {
    by_group: Vec<i32>,
    /// Groups of which that is not zero, or was not.
    counted: Vec<GroupId>,
}

impl Errors {
    /// A user of the group got into error, or out of it.
    #[inline(always)]
    pub(super) fn count(&mut self, group: GroupId, is: bool) {
        if self.by_group.len() <= group.index() {
            self.by_group.resize(group.index().saturating_add(1), 0);
        }
        let Some(more) = self.by_group.get_mut(group.index()) else { return };
        if *more == 0 {
            self.counted.push(group);
        }
        *more = more.wrapping_add(if is { 1 } else { -1 });
    }

    /// Tells of each group, once.
    pub fn tell(&mut self, mut tell: impl FnMut(GroupId, i32)) {
        for group in self.counted.drain(..) {
            let more = self.by_group.get_mut(group.index()).map(core::mem::take).unwrap_or_default();
            if more != 0 {
                tell(group, more);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn tells_once_of_each_group_what_is_left_of_more_and_fewer() {
        let mut errors = Errors::default();
        for (group, is) in [(3, true), (9, true), (3, false), (9, true), (3, true), (0, false), (5, true), (5, false)] {
            errors.count(GroupId::at(group), is);
        }
        let mut told = vec![];
        errors.tell(|group, more| told.push((group.index(), more)));
        assert_eq!(told, [(3, 1), (9, 2), (0, -1)]);
        errors.tell(|group, more| panic!("{group:?} {more}"));
    }
}
