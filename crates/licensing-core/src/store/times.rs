//! When rows changed last. The rows of one path nearly always changed together, so one number serves them all; where
//! they did not, the number names a list.

use alloc::sync::Arc;
use alloc::vec::Vec;

use super::interner::Interner;
pub(crate) use licensing_columns::numbers::TimesId;

/// The lists of those paths whose rows changed at different times.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Times {
    lists: Interner<Arc<[u32]>>,
}

impl Times {
    /// All rows changed at `time`.
    pub(crate) fn same(time: u32) -> TimesId {
        TimesId::same(time)
    }

    /// The rows changed at these times.
    pub(crate) fn intern(&mut self, times: Vec<u32>) -> TimesId {
        match times.as_slice() {
            [] => TimesId::default(),
            [first, rest @ ..] if rest.iter().all(|time| time == first) => Times::same(*first),
            _ => TimesId::list(self.lists.intern(times.into())),
        }
    }

    /// One moment for all rows, or the number of a list.
    pub(crate) fn number(id: TimesId) -> Result<u32, u32> {
        id.number()
    }

    /// Every list, by number.
    pub(crate) fn lists(&self) -> impl Iterator<Item = &[u32]> {
        self.lists.iter().map(|list| &**list)
    }

    /// When the row at position `at` changed.
    pub(crate) fn get(&self, id: TimesId, at: usize) -> u32 {
        match id.number() {
            Ok(time) => time,
            Err(list) => self.lists.get(list).and_then(|list| list.get(at)).copied().unwrap_or_default(),
        }
    }
}
