//! The log itself: events as variable-length numbers on pages that never change once they are full, so that copies of
//! a tenant share them.

use alloc::vec::Vec;
use core::ops::Range;

use licensing_model::state::AuditEvents;

use licensing_columns::contents::About;
use licensing_columns::events::{Events, Told};
use licensing_columns::lines::{Lines, MOST_WORDS, Nearness, PAGE_EVENTS};

use super::event::{Event, about};

/// An append-only list of events, each with its time.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Log {
    pub(crate) lines: Lines,
}

impl Log {
    /// How many events there are.
    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Adds an event.
    pub(crate) fn push(&mut self, time: u32, event: Event) {
        let mut numbers = [(Nearness::Far, 0); MOST_WORDS];
        let mut places = numbers.iter_mut();
        event.each_word(|nearness, number| {
            if let Some(place) = places.next() {
                *place = (nearness, number);
            }
        });
        let left = places.len();
        self.lines.write(time, event.tag(), numbers.get(..MOST_WORDS.saturating_sub(left)).unwrap_or_default());
    }

    /// The events from position `from` on, each with its time.
    pub(crate) fn iter_from(&self, from: usize) -> impl Iterator<Item = (u32, Event)> + '_ {
        let page = (from / PAGE_EVENTS).min(self.lines.full.len());
        let pages = self.lines.full.iter_from(page).map(|page| &**page);
        pages
            .chain([self.lines.current()])
            .flat_map(Page::new)
            .skip(from.saturating_sub(page.saturating_mul(PAGE_EVENTS)))
    }

    /// The events with their positions, newest first.
    pub(crate) fn newest_first(&self) -> Newest<'_> {
        self.newest_about(About::ANYTHING)
    }

    /// The same of those that `about` looks for.
    pub(crate) fn newest_about(&self, about: About) -> Newest<'_> {
        self.newest_about_within(0..usize::MAX, about)
    }

    /// The same of events at these positions.
    pub(crate) fn newest_about_within(&self, positions: Range<usize>, about: About) -> Newest<'_> {
        let pages = self.lines.full.len().saturating_add(1).min(positions.end.div_ceil(PAGE_EVENTS));
        Newest { log: self, positions, about, pages, events: Vec::new() }
    }

    /// Adds the events of a page as [`Log::pages`] gives it. Answers false, with events of the page added or not, where
    /// it is not one.
    pub(crate) fn push_page(&mut self, page: &[u8]) -> bool {
        let mut events = Page::new(page);
        for (time, event) in events.by_ref() {
            self.push(time, event);
        }
        events.is_whole()
    }

    /// Which release knows every kind of its events.
    pub(crate) fn events(&self) -> AuditEvents {
        let holds = |kinds| {
            let about = about(kinds);
            self.lines.contents.iter().chain([self.lines.on_current()]).any(|contents| contents.may_hold(&about))
        };
        if holds(Event::OF_RULES) {
            AuditEvents::Rules
        } else if holds(Event::OF_PROPERTIES) {
            AuditEvents::Properties
        } else {
            AuditEvents::First
        }
    }

    /// The bytes of a page; none where there are not so many pages.
    pub(crate) fn page(&self, at: usize) -> Option<&[u8]> {
        match self.lines.full.get(at) {
            Some(page) => Some(page),
            None => (at == self.lines.full.len()).then(|| self.lines.current()),
        }
    }

    /// The bytes of the log, page by page.
    pub(crate) fn pages(&self) -> impl Iterator<Item = &[u8]> {
        self.lines.full.iter().map(|page| &**page).chain([self.lines.current()])
    }
}

/// Events from the newest to the oldest. No generic iterator: each search would have a copy of it in the page's module.
#[derive(Clone, Debug)]
pub(crate) struct Newest<'a> {
    log: &'a Log,
    positions: Range<usize>,
    about: About,
    /// How many pages are still to be looked at, from the first one on.
    pages: usize,
    /// What is left of the page that is being read.
    events: Vec<Told>,
}

impl Iterator for Newest<'_> {
    type Item = (usize, u32, Event);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            while let Some(Told { at, time, tag, numbers }) = self.events.pop() {
                let position = self.pages.saturating_mul(PAGE_EVENTS).saturating_add(at);
                if self.positions.contains(&position) {
                    return Some((position, time, Event::unpack(tag, &numbers)?));
                }
            }
            let lines = &self.log.lines;
            let page = lines.last_page_about(&self.about, self.pages);
            let Some(page) = page.filter(|page| *page >= self.positions.start / PAGE_EVENTS) else {
                self.pages = 0;
                return None;
            };
            self.pages = page;
            let bytes = lines.full.get(page).map_or_else(|| lines.current(), |bytes| &**bytes);
            self.events = Events::new(bytes, Event::nearness).matching(&self.about);
        }
    }
}

struct Page<'a> {
    events: Events<'a>,
    broken: bool,
}

impl<'a> Page<'a> {
    fn new(bytes: &'a [u8]) -> Page<'a> {
        Page { events: Events::new(bytes, Event::nearness), broken: false }
    }

    /// Whether everything was read and made sense.
    fn is_whole(&self) -> bool {
        self.events.is_done() && !self.broken
    }
}

impl Iterator for Page<'_> {
    type Item = (u32, Event);

    fn next(&mut self) -> Option<(u32, Event)> {
        if self.events.is_done() {
            return None;
        }
        let event = self.events.next().and_then(|told| Some((told.time, Event::unpack(told.tag, &told.numbers)?)));
        self.broken |= event.is_none();
        event
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::{CommandNumber, EventKind};
    use super::*;
    use alloc::vec;
    use licensing_model::{GroupId, UserId};

    #[test]
    fn gives_back_what_was_logged_in_both_directions_and_from_anywhere() {
        let mut log = Log::default();
        let event = |n: u32| Event::UserJoined {
            number: CommandNumber(n.wrapping_mul(77_777_777)),
            group: GroupId::from_raw(n % 3),
            user: UserId::from_raw(u32::MAX - n),
        };
        for n in 0..2_000 {
            log.push(n * 3, event(n));
        }
        assert_eq!(log.len(), 2_000);
        for from in [0, 1, 511, 512, 513, 1_999, 2_000, 9_999] {
            let read: Vec<_> = log.iter_from(from).collect();
            let expected: Vec<_> = (from as u32..2_000).map(|n| (n * 3, event(n))).collect();
            assert_eq!(read, expected);
        }
        let newest: Vec<_> = log.newest_first().collect();
        let expected: Vec<_> = (0..2_000u32).rev().map(|n| (n as usize, n * 3, event(n))).collect();
        assert_eq!(newest, expected);
    }

    /// How many pages a search looks at.
    fn pages(log: &Log, about: &About) -> usize {
        let last = |pages| log.lines.last_page_about(about, pages);
        core::iter::successors(last(usize::MAX), |page| last(*page)).count()
    }

    #[test]
    fn a_search_leaves_out_pages_that_cannot_hold_what_it_looks_for() {
        let mut log = Log::default();
        let number = CommandNumber(1);
        for n in 0..5_000 {
            log.push(n, Event::UserCreated { number, user: UserId::from_raw(n) });
        }
        log.push(5_000, Event::UserDeleted { number, user: UserId::from_raw(7) });
        let found = |kinds: &[EventKind], user| {
            let about = about(kinds).of_user(UserId::from_raw(user));
            (pages(&log, &about), log.newest_about(about).map(|(at, _, _)| at).collect::<Vec<_>>())
        };
        assert_eq!(found(&[EventKind::UserCreated], 1_000), (2, vec![1_000]));
        assert_eq!(found(&[EventKind::UserCreated, EventKind::UserDeleted], 7), (2, vec![5_000, 7]));
        assert_eq!(found(&[EventKind::UserDeleted], 8), (1, vec![]));
        assert_eq!(found(&[EventKind::GroupCreated], 8), (0, vec![]));
    }

    #[test]
    fn users_in_any_order_are_found_on_their_pages_and_few_others_are_looked_at() {
        let mut log = Log::default();
        let scattered = |n: u32| UserId::from_raw(n.wrapping_mul(2_654_435_761) >> 12);
        for n in 0..100 * PAGE_EVENTS as u32 {
            log.push(n, Event::UserCreated { number: CommandNumber(1), user: scattered(n) });
        }
        let mut looked_at = 0;
        for n in (0..100 * PAGE_EVENTS as u32).step_by(997) {
            let about = about(&[EventKind::UserCreated]).of_user(scattered(n));
            looked_at += pages(&log, &about);
            let events: Vec<_> = log.newest_about(about).map(|(at, _, _)| at).collect();
            assert!(events.contains(&(n as usize)));
        }
        assert!(looked_at < 2 * 52, "{looked_at} pages for 52 users");
    }
}
