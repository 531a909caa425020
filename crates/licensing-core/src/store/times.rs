//! When rows changed last. The rows of one path nearly always changed together, so one number serves them all; where
//! they did not, the number names a list.

use alloc::sync::Arc;

use super::interner::Interner;
pub(crate) use licensing_columns::numbers::TimesId;

/// A time for each row of a path, in the order of its rows. Few stand in place: nearly no path has more.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum EachTime {
    Few(u8, [u32; FEW]),
    Many(Arc<[u32]>),
}

const FEW: usize = 4;

impl EachTime {
    /// These times.
    pub(crate) fn of(times: impl ExactSizeIterator<Item = u32>) -> EachTime {
        let count = times.len();
        if count > FEW {
            return EachTime::Many(times.collect());
        }
        let mut few = [0; FEW];
        few.iter_mut().zip(times).for_each(|(place, time)| *place = time);
        EachTime::Few(count as u8, few)
    }

    fn as_slice(&self) -> &[u32] {
        match self {
            EachTime::Few(count, few) => few.get(..usize::from(*count)).unwrap_or_default(),
            EachTime::Many(times) => times,
        }
    }
}

/// The lists of those paths whose rows changed at different times.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Times {
    lists: Interner<EachTime>,
}

impl Times {
    /// All rows changed at `time`.
    pub(crate) fn same(time: u32) -> TimesId {
        TimesId::same(time)
    }

    /// The rows changed at these times.
    pub(crate) fn intern(&mut self, times: EachTime) -> TimesId {
        match times.as_slice() {
            [] => TimesId::default(),
            [first, rest @ ..] if rest.iter().all(|time| time == first) => Times::same(*first),
            _ => TimesId::list(self.lists.intern(times)),
        }
    }

    /// One moment for all rows, or the number of a list.
    pub(crate) fn number(id: TimesId) -> Result<u32, u32> {
        id.number()
    }

    /// Every list, by number.
    pub(crate) fn lists(&self) -> impl Iterator<Item = &[u32]> {
        self.lists.iter().map(EachTime::as_slice)
    }

    /// When the row at position `at` changed.
    pub(crate) fn get(&self, id: TimesId, at: usize) -> u32 {
        match id.number() {
            Ok(time) => time,
            Err(list) => self.lists.get(list).and_then(|list| list.as_slice().get(at)).copied().unwrap_or_default(),
        }
    }
}
