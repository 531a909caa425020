//! The places of a group's list.

use alloc::vec::Vec;

use licensing_model::UserId;

use super::column::Column;
use super::paged::Paged;
use super::user::Flags;

/// A user in a group's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(u32);

const LEFT: u32 = 1 << 31;

impl Slot {
    /// An empty place.
    pub const EMPTY: Slot = Slot(u32::MAX);

    /// A member.
    pub fn member(user: UserId) -> Slot {
        Slot(user.raw() & !LEFT)
    }

    /// The same user after leaving.
    pub fn into_left(self) -> Slot {
        Slot(self.0 | LEFT)
    }

    /// The member, unless the place is empty or its user has left.
    #[inline(always)]
    pub fn as_member(self) -> Option<UserId> {
        (self.0 & LEFT == 0).then(|| UserId::from_raw(self.0))
    }

    /// The user, member or not, unless the place is empty.
    pub fn user(self) -> Option<UserId> {
        (self != Slot::EMPTY).then(|| UserId::from_raw(self.0 & !LEFT))
    }
}

/// So many places lie on a page.
pub const SLOTS_OF_PAGE: usize = 1024;

/// Members that are not deleted, in the order of joining; about so many.
pub fn live_members(slots: &Paged<Slot, SLOTS_OF_PAGE>, flags: &Column<UserId, Flags>, about: usize) -> Vec<UserId> {
    let mut members = Vec::with_capacity(about);
    for number in 0..slots.len().div_ceil(SLOTS_OF_PAGE) {
        for user in slots.block::<SLOTS_OF_PAGE>(number).iter().filter_map(|slot| slot.as_member()) {
            if flags.read(user).is_some_and(|flags| !flags.has(Flags::DELETED)) {
                members.push(user);
            }
        }
    }
    members
}
