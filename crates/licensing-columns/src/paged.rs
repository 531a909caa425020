//! A long list in pages that copies share: a copy costs a count for each full page, and a page is copied when one of
//! those who share it writes to it.

use alloc::sync::Arc;
use alloc::vec::Vec;

/// A list of which each page has room for `PAGE` items, a power of two.
///
/// Full pages are shared, the last one is each copy's own: a short list is no more than a vector.
#[derive(Clone, Debug)]
pub struct Paged<T, const PAGE: usize> {
    full: Vec<Arc<[T]>>,
    last: Vec<T>,
}

impl<T, const PAGE: usize> Default for Paged<T, PAGE> {
    fn default() -> Self {
        Paged { full: Vec::new(), last: Vec::new() }
    }
}

/// Copies share most pages, and a page that is shared need not be looked through.
impl<T: PartialEq, const PAGE: usize> PartialEq for Paged<T, PAGE> {
    fn eq(&self, other: &Self) -> bool {
        let same = |(one, other): (&Arc<[T]>, &Arc<[T]>)| Arc::ptr_eq(one, other) || one == other;
        self.full.len() == other.full.len() && self.last == other.last && self.full.iter().zip(&other.full).all(same)
    }
}

impl<T: Eq, const PAGE: usize> Eq for Paged<T, PAGE> {}

impl<T, const PAGE: usize> Paged<T, PAGE> {
    /// How many items there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.full.len().saturating_mul(PAGE).saturating_add(self.last.len())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Makes room for `more` items.
    pub fn reserve(&mut self, more: usize) {
        let items = self.last.len().saturating_add(more);
        self.full.reserve_exact(items / PAGE);
        self.last.reserve_exact(items.min(PAGE).saturating_sub(self.last.len()));
    }

    /// The item at `at`.
    pub fn get(&self, at: usize) -> Option<&T> {
        self.read(at)
    }

    /// The same without a call: for what each step reads. The page's module has no room for it everywhere.
    #[inline(always)]
    pub fn read(&self, at: usize) -> Option<&T> {
        match self.full.get(at / PAGE) {
            Some(page) => page.get(at % PAGE),
            None => self.last.get(at.wrapping_sub(self.full.len().wrapping_mul(PAGE))),
        }
    }

    /// The items from position `from` on that lie on its page.
    pub fn rest_of_page(&self, from: usize) -> &[T] {
        let (page, place) = match self.full.get(from / PAGE) {
            Some(page) => (&**page, from % PAGE),
            None => (self.last.as_slice(), from.wrapping_sub(self.full.len().wrapping_mul(PAGE))),
        };
        page.get(place..).unwrap_or_default()
    }

    /// Items that lie together: the block with this number where each has `BLOCK` items, of which a page holds some.
    #[inline(always)]
    pub fn block<const BLOCK: usize>(&self, number: usize) -> &[T] {
        let at = number.wrapping_mul(BLOCK);
        let (page, place) = match self.full.get(at / PAGE) {
            Some(page) => (&**page, at % PAGE),
            None => (self.last.as_slice(), at.wrapping_sub(self.full.len().wrapping_mul(PAGE))),
        };
        let rest = page.get(place..).unwrap_or_default();
        rest.get(..BLOCK).unwrap_or(rest)
    }

    /// The items from position `from` on.
    pub fn iter_from(&self, from: usize) -> impl Iterator<Item = &T> {
        let last = self.last.get(from.saturating_sub(self.full.len().saturating_mul(PAGE))..).unwrap_or_default();
        let full = self.full.get(from / PAGE..).unwrap_or_default();
        full.iter().flat_map(|page| &**page).skip(if full.is_empty() { 0 } else { from % PAGE }).chain(last)
    }

    /// Where the last of the first `end` items stands that fits.
    #[inline(always)]
    pub fn last_before(&self, end: usize, fits: impl Fn(&T) -> bool) -> Option<usize> {
        let in_full = self.full.len().saturating_mul(PAGE);
        let in_last = end.saturating_sub(in_full).min(self.last.len());
        let last = self.last.get(..in_last).unwrap_or_default().iter().rposition(&fits);
        if let Some(at) = last {
            return Some(in_full.saturating_add(at));
        }
        let pages = self.full.iter().enumerate().take(end.div_ceil(PAGE)).rev();
        for (number, page) in pages {
            let begin = number.saturating_mul(PAGE);
            let items = page.get(..end.saturating_sub(begin).min(PAGE)).unwrap_or_default();
            if let Some(at) = items.iter().rposition(&fits) {
                return Some(begin.saturating_add(at));
            }
        }
        None
    }

    /// Every item.
    pub fn iter(&self) -> Items<'_, T> {
        let mut pages = self.full.iter();
        let (front, back) = match pages.next() {
            Some(first) => (first.iter(), self.last.iter()),
            None => (self.last.iter(), [].iter()),
        };
        Items { front, pages, back, left: self.len() }
    }
}

impl<T: PartialEq, const PAGE: usize> Paged<T, PAGE> {
    /// How many items two lists have in common, from the beginning; pages that they share are not looked through.
    pub fn shared_with(&self, other: &Self) -> usize {
        let pages = self.full.iter().zip(&other.full).take_while(|(one, other)| Arc::ptr_eq(one, other)).count();
        let from = pages.saturating_mul(PAGE);
        let same = self.iter_from(from).zip(other.iter_from(from)).take_while(|(one, other)| one == other).count();
        from.saturating_add(same)
    }
}

impl<T: Clone, const PAGE: usize> Paged<T, PAGE> {
    /// Adds an item at the end.
    #[inline]
    pub fn push(&mut self, item: T) {
        self.last.push(item);
        if self.last.len() == PAGE {
            self.close_page();
        }
    }

    /// The last page is full. Apart, because the page's module has room for one copy of this and not for hundreds.
    #[cold]
    #[inline(never)]
    fn close_page(&mut self) {
        // The items move: a copy of each would be made and the other let go.
        self.full.push(self.last.drain(..).collect());
    }

    /// The item at `at`, to change.
    #[inline]
    pub fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        let in_last = at.wrapping_sub(self.full.len().wrapping_mul(PAGE));
        match self.full.get_mut(at / PAGE) {
            Some(page) => own(page).get_mut(at % PAGE),
            None => self.last.get_mut(in_last),
        }
    }

    /// Items that lie together, to change, as [`Paged::block`].
    #[inline(always)]
    pub fn block_mut<const BLOCK: usize>(&mut self, number: usize) -> &mut [T] {
        let at = number.wrapping_mul(BLOCK);
        let in_last = at.wrapping_sub(self.full.len().wrapping_mul(PAGE));
        let (page, place) = match self.full.get_mut(at / PAGE) {
            Some(page) => (own(page), at % PAGE),
            None => (self.last.as_mut_slice(), in_last),
        };
        let rest = page.get_mut(place..).unwrap_or_default();
        let length = rest.len().min(BLOCK);
        rest.get_mut(..length).unwrap_or_default()
    }

    /// Lets go of whole pages before `at`. Answers how many items that were: the others move up by so many.
    pub fn drop_pages_before(&mut self, at: usize) -> usize {
        let pages = (at / PAGE).min(self.full.len());
        self.full.drain(..pages);
        pages.saturating_mul(PAGE)
    }

    /// Forgets everything from `length` on.
    pub fn truncate(&mut self, length: usize) {
        if let Some(page) = self.full.get(length / PAGE) {
            self.last.clear();
            self.last.extend_from_slice(page);
            self.full.truncate(length / PAGE);
        }
        self.last.truncate(length.saturating_sub(self.full.len().saturating_mul(PAGE)));
    }
}

/// A page to write to: a shared one is copied first.
#[inline]
pub fn own<T: Clone>(page: &mut Arc<[T]>) -> &mut [T] {
    own_here(page)
}

/// The same without a call: for what each step writes.
#[inline(always)]
pub(crate) fn own_here<T: Clone>(page: &mut Arc<[T]>) -> &mut [T] {
    // Nothing holds a page weakly, so that the count says all. Asking for it is much cheaper than the lock by which
    // `get_mut` makes sure, which is taken once.
    if Arc::strong_count(page) > 1 {
        part(page);
    }
    Arc::get_mut(page).unwrap_or_default()
}

/// Makes a shared page one's own. Apart, because the page's module has room for one copy of this and not for hundreds.
#[cold]
#[inline(never)]
fn part<T: Clone>(page: &mut Arc<[T]>) {
    *page = Arc::from(&**page);
}

impl<T: Clone, const PAGE: usize> FromIterator<T> for Paged<T, PAGE> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut list = Paged::default();
        items.into_iter().for_each(|item| list.push(item));
        list
    }
}

/// The items of a [`Paged`], from both ends.
#[derive(Clone, Debug)]
pub struct Items<'a, T> {
    front: core::slice::Iter<'a, T>,
    pages: core::slice::Iter<'a, Arc<[T]>>,
    back: core::slice::Iter<'a, T>,
    left: usize,
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        loop {
            if let Some(item) = self.front.next() {
                self.left = self.left.wrapping_sub(1);
                return Some(item);
            }
            match self.pages.next() {
                Some(page) => self.front = page.iter(),
                None => {
                    let item = self.back.next()?;
                    self.left = self.left.wrapping_sub(1);
                    return Some(item);
                }
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<'a, T> DoubleEndedIterator for Items<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        loop {
            if let Some(item) = self.back.next_back() {
                self.left = self.left.wrapping_sub(1);
                return Some(item);
            }
            match self.pages.next_back() {
                Some(page) => self.back = page.iter(),
                None => {
                    let item = self.front.next_back()?;
                    self.left = self.left.wrapping_sub(1);
                    return Some(item);
                }
            }
        }
    }
}

impl<T> ExactSizeIterator for Items<'_, T> {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn behaves_as_a_vector_whatever_its_copies_do() {
        let mut kept: Vec<(Paged<u32, 8>, Vec<u32>)> = vec![(Paged::default(), vec![])];
        let mut state = 1u32;
        for round in 0..4_000u32 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let which = (state >> 8) as usize % kept.len();
            let (paged, plain) = &mut kept[which];
            let place = (state >> 16) as usize % (plain.len() + 1);
            match state >> 30 {
                0 | 1 => {
                    paged.push(round);
                    plain.push(round);
                }
                2 if place < plain.len() => {
                    *paged.get_mut(place).unwrap() = round;
                    plain[place] = round;
                }
                _ if state >> 26 & 7 == 1 => {
                    let dropped = paged.drop_pages_before(place);
                    assert!(dropped <= place && place - dropped < 8);
                    plain.drain(..dropped);
                }
                _ if state >> 26 & 7 == 0 => {
                    paged.truncate(place);
                    plain.truncate(place);
                }
                _ => {
                    let copy = kept[which].clone();
                    assert_eq!(copy.0, kept[which].0);
                    for (paged, plain) in &kept {
                        let shared = plain.iter().zip(&copy.1).take_while(|(one, other)| one == other).count();
                        assert_eq!(paged.shared_with(&copy.0), shared);
                    }
                    kept.push(copy);
                    if kept.len() > 5 {
                        kept.remove(0);
                    }
                }
            }
            for (paged, plain) in &kept {
                assert_eq!(paged.len(), plain.len());
                assert!(paged.iter().eq(plain) && paged.iter().rev().eq(plain.iter().rev()));
                assert!((0..=plain.len()).all(|at| paged.get(at) == plain.get(at)));
                assert!((0..=plain.len()).all(|from| paged.iter_from(from).eq(&plain[from..])));
            }
        }
    }

    #[test]
    fn a_copy_shares_all_full_pages_and_a_write_copies_one() {
        let list: Paged<u32, 8> = (0..100).collect();
        let mut copy = list.clone();
        *copy.get_mut(17).unwrap() = 0;
        let shared = list.full.iter().zip(&copy.full).filter(|(one, other)| Arc::ptr_eq(one, other)).count();
        assert_eq!((shared, list.full.len()), (11, 12));
        assert_eq!(list.get(17), Some(&17));
        assert_ne!(list, copy);
    }
}
