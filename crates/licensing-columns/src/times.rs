//! When rows changed last. The rows of one path nearly always changed together, so one number serves them all; where
//! they did not, the number names a list.

use alloc::sync::Arc;
use alloc::vec::Vec;

use super::numbers::TimesId;
use super::paged::Paged;

/// A time for each row of a path, in the order of its rows. Few stand in place: nearly no path has more.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EachTime {
    /// So many of these.
    Few(u8, [u32; FEW]),
    /// All of these.
    Many(Arc<[u32]>),
}

const FEW: usize = 4;

impl EachTime {
    /// These times.
    #[inline(always)]
    pub fn of(times: impl ExactSizeIterator<Item = u32>) -> EachTime {
        let count = times.len();
        if count > FEW {
            return EachTime::Many(times.collect());
        }
        let mut few = [0; FEW];
        few.iter_mut().zip(times).for_each(|(place, time)| *place = time);
        EachTime::Few(count as u8, few)
    }

    /// The times.
    #[inline(always)]
    pub fn as_slice(&self) -> &[u32] {
        match self {
            EachTime::Few(count, few) => few.get(..usize::from(*count)).unwrap_or_default(),
            EachTime::Many(times) => times,
        }
    }

    /// The number that says the same without a list, if one does.
    #[inline(always)]
    pub fn as_one(&self) -> Option<TimesId> {
        match self.as_slice() {
            [] => Some(TimesId::default()),
            [first, rest @ ..] => rest.iter().all(|time| time == first).then(|| TimesId::same(*first)),
        }
    }
}

/// The lists of those paths whose rows changed at different times, each once.
///
/// One that names the present cannot be among those that were made before: whoever makes one looks through the few of the
/// present alone.
#[derive(Clone, Debug, Default)]
pub struct TimeLists {
    lists: Paged<EachTime, 64>,
    /// The latest time that any of them names.
    newest: u32,
    /// Before this one none names it.
    since: usize,
}

/// The rest follows from the lists.
impl PartialEq for TimeLists {
    fn eq(&self, other: &Self) -> bool {
        self.lists == other.lists
    }
}

impl Eq for TimeLists {}

/// So many lists of the present are looked through.
const MOST_OF_PRESENT: usize = 1024;

impl TimeLists {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.lists.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The list with this number.
    pub fn get(&self, number: usize) -> Option<&EachTime> {
        self.lists.get(number)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &EachTime> {
        self.lists.iter()
    }

    /// When the row at position `at` changed.
    #[inline(always)]
    pub fn time(&self, id: TimesId, at: usize) -> u32 {
        match id.number() {
            Ok(time) => time,
            Err(list) => {
                self.lists.read(list as usize).and_then(|list| list.as_slice().get(at)).copied().unwrap_or_default()
            }
        }
    }

    /// Adds a list that there is not yet, and answers its number.
    pub fn push(&mut self, list: EachTime) -> u32 {
        let most = list.as_slice().iter().copied().max().unwrap_or_default();
        if most > self.newest {
            (self.newest, self.since) = (most, self.lists.len());
        }
        self.lists.push(list);
        u32::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// Whether a list that names `now` is found, or is known to be new, by a look at a few.
    #[inline(always)]
    pub fn is_quick(&self, now: u32) -> bool {
        now > self.newest || now == self.newest && self.lists.len().wrapping_sub(self.since) < MOST_OF_PRESENT
    }

    /// The number of a list that names `now`, which is added if it is new. Whoever asks knows that it [is
    /// quick](TimeLists::is_quick).
    #[inline(never)]
    pub fn put(&mut self, now: u32, list: EachTime) -> u32 {
        if now > self.newest {
            (self.newest, self.since) = (now, self.lists.len());
        } else if let Some(found) = self.find(&list) {
            return found;
        }
        let number = self.lists.len() as u32;
        self.lists.push(list);
        number
    }

    #[inline(never)]
    fn find(&self, list: &EachTime) -> Option<u32> {
        let is_it = |at: &usize| self.lists.get(*at).is_some_and(|other| other.as_slice() == list.as_slice());
        (self.since..self.lists.len()).find(is_it).map(|at| at as u32)
    }

    /// The times of a path at which it got other rows now.
    #[inline(always)]
    pub fn after(&mut self, kept: &KeptRows, since: TimesId, now: u32) -> TimesId {
        if kept.all_new {
            return TimesId::same(now);
        }
        if kept.count > FEW {
            return self.after_many(kept, since, now);
        }
        let (before, beyond) = match since.number() {
            Ok(before) if before == now || !kept.some_new => return since,
            // Of any number of rows.
            Ok(before) => ([before; FEW], before),
            Err(list) => match self.lists.read(list as usize) {
                Some(EachTime::Few(_, before)) => (*before, 0),
                _ => return self.after_many(kept, since, now),
            },
        };
        let mut few = [0; FEW];
        for (place, at) in few.iter_mut().zip(kept.few) {
            *place = match at {
                NEW => now,
                NO_ROW => 0,
                _ => before.get(usize::from(at)).copied().unwrap_or(beyond),
            };
        }
        let each = EachTime::Few(kept.count as u8, few);
        each.as_one().unwrap_or_else(|| TimesId::list(self.put(now, each)))
    }

    #[inline(never)]
    fn after_many(&mut self, kept: &KeptRows, since: TimesId, now: u32) -> TimesId {
        let all = if kept.all.is_empty() { kept.few.get(..kept.count).unwrap_or_default() } else { &kept.all };
        let before = all.iter().map(|at| if *at == NEW { now } else { self.time(since, usize::from(*at)) });
        let each = EachTime::of(before);
        each.as_one().unwrap_or_else(|| TimesId::list(self.put(now, each)))
    }
}

/// Which rows a path had before that got other rows: those keep their times (R4.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRows {
    /// How many rows it has.
    count: usize,
    /// For each of few the position that it had before, or [`NEW`].
    few: [u16; FEW],
    /// The same of many.
    all: Vec<u16>,
    all_new: bool,
    some_new: bool,
}

const NEW: u16 = u16::MAX;
const NO_ROW: u16 = NEW - 1;

impl KeptRows {
    /// For each row now the position that it had before, if it is as it was then.
    pub fn of(before: impl Iterator<Item = Option<usize>>) -> KeptRows {
        let place = |at: Option<usize>| at.and_then(|at| u16::try_from(at).ok()).unwrap_or(NEW);
        let all: Vec<u16> = before.map(place).collect();
        let (all_new, some_new) = (all.iter().all(|at| *at == NEW), all.contains(&NEW));
        let (mut few, count) = ([NO_ROW; FEW], all.len());
        few.iter_mut().zip(&all).for_each(|(place, at)| *place = *at);
        KeptRows { count, few, all: if count > FEW { all } else { Vec::new() }, all_new, some_new }
    }

    /// Whether a row is new, so that the times name the present.
    pub fn has_new(&self) -> bool {
        self.some_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn list(times: &[u32]) -> EachTime {
        EachTime::of(times.iter().copied())
    }

    #[test]
    fn a_list_of_the_present_is_found_again_or_new() {
        let mut lists = TimeLists::default();
        assert_eq!([lists.put(5, list(&[1, 5])), lists.put(5, list(&[5, 1])), lists.put(5, list(&[1, 5]))], [0, 1, 0]);
        assert!(lists.is_quick(5) && lists.is_quick(6) && !lists.is_quick(4));
        assert_eq!([lists.put(6, list(&[1, 6])), lists.put(6, list(&[1, 6])), lists.push(list(&[2, 3]))], [2, 2, 3]);
        assert_eq!(lists.put(6, list(&[1, 6])), 2);
        assert_eq!(lists.push(list(&[7, 2])), 4);
        assert!(!lists.is_quick(6));
        assert_eq!((lists.put(7, list(&[7, 2])), lists.put(7, list(&[7, 7, 1, 2, 3]))), (4, 5));
        assert_eq!(
            lists.iter().skip(4).map(|list| list.as_slice().to_vec()).collect::<Vec<_>>(),
            [vec![7, 2], vec![7, 7, 1, 2, 3]]
        );
        for at in 0..2 * MOST_OF_PRESENT as u32 {
            lists.push(list(&[at, 7]));
        }
        assert!(!lists.is_quick(7) && lists.is_quick(MOST_OF_PRESENT as u32 * 2));
    }

    #[test]
    fn rows_that_are_as_they_were_keep_their_times() {
        let mut lists = TimeLists::default();
        let kept = |before: &[Option<usize>]| KeptRows::of(before.iter().copied());
        let (new, some, old) = (kept(&[None, None]), kept(&[None, Some(0)]), kept(&[Some(1), Some(0)]));
        assert_eq!([new.has_new(), some.has_new(), old.has_new()], [true, true, false]);
        assert_eq!(lists.after(&new, TimesId::same(3), 9), TimesId::same(9));
        let mixed = lists.after(&some, TimesId::same(3), 9);
        assert_eq!([0, 1].map(|at| lists.time(mixed, at)), [9, 3]);
        assert_eq!(lists.after(&some, TimesId::same(9), 9), TimesId::same(9));
        let again = lists.after(&some, mixed, 12);
        assert_eq!([0, 1].map(|at| lists.time(again, at)), [12, 9]);
        // Of many rows of one time few may be left.
        let late = lists.after(&kept(&[Some(FEW + 1), None]), TimesId::same(3), 9);
        assert_eq!([0, 1].map(|at| lists.time(late, at)), [3, 9]);
    }
}
