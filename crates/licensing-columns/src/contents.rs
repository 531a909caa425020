//! What is on a page of the log, so that a search leaves out those that cannot hold what it looks for.

use alloc::sync::Arc;
use alloc::vec::Vec;

use licensing_model::UserId;

/// What a search looks for.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// A bit for each kind.
    kinds: u64,
    user: Option<UserId>,
    /// Kinds that are looked for whoever they are about.
    besides: u64,
}

impl About {
    /// Events of any kind, about anything.
    pub const ANYTHING: About = About { kinds: u64::MAX, user: None, besides: 0 };

    /// Events with these tags.
    pub fn tags(tags: impl Iterator<Item = u8>) -> About {
        About { kinds: tags.fold(0, |all, tag| all | bit(tag)), ..About::ANYTHING }
    }

    /// Those that are about this user.
    pub fn of_user(self, user: UserId) -> About {
        About { user: Some(user), ..self }
    }

    /// The same, and all events with this tag.
    pub fn and_all(self, tag: u8) -> About {
        About { besides: self.besides | bit(tag), ..self }
    }

    /// Whether an event with this tag is looked for, of which `is_of` says whether it is about a user.
    #[inline(always)]
    pub(crate) fn looks_for(&self, tag: u8, is_of: impl Fn(u32) -> bool) -> bool {
        let tag = bit(tag);
        self.besides & tag != 0 || self.kinds & tag != 0 && self.user.is_none_or(|user| is_of(user.raw()))
    }
}

/// The bit of a tag.
#[inline(always)]
pub(crate) fn bit(tag: u8) -> u64 {
    1_u64.checked_shl(u32::from(tag)).unwrap_or_default()
}

/// What a page is about. It follows from the events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// A bit for each tag.
    kinds: u64,
    /// The smallest and the largest number of a user.
    users: (u32, u32),
    /// Bits of users, where these numbers say little: a few for each, at places that follow from its number.
    scattered: Option<Arc<[u64]>>,
}

impl Default for Contents {
    fn default() -> Self {
        Contents { kinds: 0, users: (u32::MAX, 0), scattered: None }
    }
}

impl Contents {
    /// Whether an event that is looked for may be among them; false is sure.
    pub fn may_hold(&self, about: &About) -> bool {
        let is_of = |user: UserId| {
            let ((least, most), user) = (self.users, user.raw());
            (least..=most).contains(&user)
                && self.scattered.as_ref().is_none_or(|bits| places(user, bits.len()).all(|at| is_set(bits, at)))
        };
        self.kinds & about.besides != 0 || self.kinds & about.kinds != 0 && about.user.is_none_or(is_of)
    }
}

/// Users with numbers that are further apart are told one by one.
const FAR_APART: u32 = 2048;
/// Bits for each user, and how many of them are set: one page in 700 is looked at for nothing.
const BITS: usize = 16;
const SET: u32 = 5;

/// The places of a user among the bits of so many words.
fn places(user: u32, words: usize) -> impl Iterator<Item = u64> {
    let mixed = u64::from(user).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (mut at, step) = (mixed >> 32, mixed << 32 >> 32 | 1);
    let bits = (words as u64).saturating_mul(64).max(1);
    (0..SET).map(move |_| {
        at = at.wrapping_add(step) & 0xffff_ffff;
        at.wrapping_mul(bits) >> 32
    })
}

fn is_set(bits: &[u64], at: u64) -> bool {
    bits.get((at / 64) as usize).is_some_and(|word| word >> (at % 64) & 1 == 1)
}

/// What is on the page that is being written.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OnPage {
    contents: Contents,
    /// Its users; one of several events in a row once.
    users: Vec<u32>,
}

impl OnPage {
    /// What it is about so far.
    pub fn contents(&self) -> &Contents {
        &self.contents
    }

    /// An event has this tag.
    #[inline(always)]
    pub fn add(&mut self, tag: u8) {
        self.contents.kinds |= bit(tag);
    }

    /// Events have these tags, a bit for each.
    #[inline(always)]
    pub fn add_all(&mut self, tags: u64) {
        self.contents.kinds |= tags;
    }

    /// Whether the last event that is about a user is about this one.
    #[inline(always)]
    pub fn is_last(&self, user: u32) -> bool {
        self.users.last() == Some(&user)
    }

    /// An event is about this user.
    #[inline(always)]
    pub fn add_user(&mut self, user: u32) {
        if self.users.last() != Some(&user) {
            self.add_another(user);
        }
    }

    fn add_another(&mut self, user: u32) {
        let (least, most) = self.contents.users;
        self.contents.users = (least.min(user), most.max(user));
        self.users.push(user);
    }

    /// The page is full: what it is about. The next one begins.
    pub fn close(&mut self) -> Contents {
        let mut contents = core::mem::take(&mut self.contents);
        let (least, most) = contents.users;
        if most.saturating_sub(least) >= FAR_APART {
            let mut bits = alloc::vec![0_u64; self.users.len().saturating_mul(BITS).div_ceil(64)];
            for user in &self.users {
                for at in places(*user, bits.len()) {
                    if let Some(word) = bits.get_mut((at / 64) as usize) {
                        *word |= 1 << (at % 64);
                    }
                }
            }
            contents.scattered = Some(bits.into());
        }
        self.users.clear();
        contents
    }
}
