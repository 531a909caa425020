//! The log, as it is written: events as variable-length numbers on pages that never change once they are full, so that
//! copies of a tenant share them. What an event says is known to the engine; here it is a tag and numbers.

use alloc::sync::Arc;
use alloc::vec::Vec;

use super::contents::{About, Contents, OnPage, bit};
use super::paged::Paged;

/// How many events a page has.
pub const PAGE_EVENTS: usize = 512;

/// How near a number usually is to the one before it of the same kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// Anywhere: kept as it is.
    Far,
    /// The number of a command: kept as the difference to the last.
    Command,
    /// A user: the same.
    User,
}

/// An append-only list of events, each with its time.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lines {
    /// Full pages.
    pub full: Paged<Arc<[u8]>, 64>,
    current: Growing,
    /// What is on each full page, and on the current one: what follows from the pages, so that a search leaves out those
    /// that cannot hold what it looks for.
    pub contents: Paged<Contents, 256>,
    on_this: OnPage,
    /// How many events stand on the current page.
    on_current: usize,
    /// What the next event is told from.
    last: Last,
}

/// The numbers of the last event that the next one is told from; a page begins with zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Last {
    /// The time.
    pub time: u32,
    command: u32,
    user: u32,
}

impl Last {
    /// Where the last number that is kept in this way stands.
    #[inline(always)]
    pub fn place(&mut self, nearness: Nearness) -> Option<&mut u32> {
        match nearness {
            Nearness::Far => None,
            Nearness::Command => Some(&mut self.command),
            Nearness::User => Some(&mut self.user),
        }
    }
}

/// A difference as a small number, whichever its sign.
fn fold(difference: u32) -> u32 {
    (difference << 1) ^ (difference as i32 >> 31) as u32
}

/// Back from a small number.
pub fn unfold(number: u32) -> u32 {
    (number >> 1) ^ (number & 1).wrapping_neg()
}

impl Lines {
    /// How many events there are.
    pub fn len(&self) -> usize {
        self.full.len().saturating_mul(PAGE_EVENTS).saturating_add(self.on_current)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes of the page that is being written.
    pub fn current(&self) -> &[u8] {
        self.current.as_slice()
    }

    /// What is on it.
    pub fn on_current(&self) -> &Contents {
        self.on_this.contents()
    }

    /// The last of the first `pages` pages, of which the current one is the last of all, that may hold what is looked for.
    pub fn last_page_about(&self, about: &About, pages: usize) -> Option<usize> {
        let full = self.full.len();
        if pages > full && self.on_current().may_hold(about) {
            return Some(full);
        }
        self.contents.last_before(pages.min(full), |contents| contents.may_hold(about))
    }

    /// Adds an event: its tag, and its numbers.
    pub fn write(&mut self, time: u32, tag: u8, numbers: &[(Nearness, u32)]) {
        let Lines { current, last, on_this, .. } = self;
        if self.on_current == 0 {
            *last = Last::default();
        }
        on_this.add(tag);
        let mut line = Line { bytes: current.room(), end: 0, last, on_this };
        line.push(tag);
        let since = time.wrapping_sub(core::mem::replace(&mut line.last.time, time));
        line.write(since);
        numbers.iter().for_each(|(nearness, number)| line.word(*nearness, *number));
        let length = line.end;
        current.end = current.end.wrapping_add(length);
        self.on_current = self.on_current.wrapping_add(1);
        if self.on_current == PAGE_EVENTS {
            self.close_page();
        }
    }

    /// Room for so many events about one user, to be written one after the other, where they fit the page.
    #[inline(always)]
    pub fn about_user(&mut self, time: u32, user: u32, events: usize) -> Option<AboutUser<'_>> {
        let Lines { current, last, on_this, on_current, .. } = self;
        // The last event of a page closes it.
        if on_current.wrapping_add(events) >= PAGE_EVENTS {
            return None;
        }
        if *on_current == 0 {
            *last = Last::default();
        }
        current.make_room(events);
        let Growing { bytes, end } = current;
        let room = bytes.get_mut(*end..)?;
        Some(AboutUser { room, at: 0, is_begun: false, kinds: 0, time, user, end, last, on_this, on_current })
    }

    #[cold]
    fn close_page(&mut self) {
        self.full.push(Arc::from(self.current.as_slice()));
        self.contents.push(self.on_this.close());
        self.current.clear();
        self.on_current = 0;
    }
}

/// Events about one user that are being written.
#[derive(Debug)]
pub struct AboutUser<'a> {
    room: &'a mut [u8],
    at: usize,
    /// Whether one was written.
    is_begun: bool,
    /// A bit for each tag.
    kinds: u64,
    time: u32,
    user: u32,
    end: &'a mut usize,
    last: &'a mut Last,
    on_this: &'a mut OnPage,
    on_current: &'a mut usize,
}

impl AboutUser<'_> {
    /// Adds an event that stands ready as it follows another ([`Ready::following`]).
    #[inline(always)]
    pub fn event<const ROOM: usize>(&mut self, tag: u8, ready: &Ready<ROOM>) {
        self.kinds |= bit(tag);
        let at = self.at;
        let told = if self.is_begun { (0, 0) } else { self.begin_shortly() };
        self.copy(&ready.bytes, usize::from(ready.length));
        if told != (0, 0) {
            self.tell(tag, at, told, ready);
        }
    }

    /// Adds events that stand ready as they follow another, after another.
    #[inline(always)]
    pub fn follow<'r, const ROOM: usize>(&mut self, tag: u8, lines: impl Iterator<Item = &'r Ready<ROOM>>) {
        let mut at = self.at;
        for ready in lines {
            if let Some(place) = self.room.get_mut(at..).and_then(|room| room.first_chunk_mut::<ROOM>()) {
                *place = ready.bytes;
                at = at.wrapping_add(usize::from(ready.length));
            }
        }
        (self.at, self.kinds) = (at, self.kinds | bit(tag));
    }

    /// What the first event is told from the one before.
    #[inline(always)]
    fn begin_shortly(&mut self) -> (u32, u32) {
        let Last { time, user, .. } = *self.last;
        (self.last.time, self.last.user, self.is_begun) = (self.time, self.user, true);
        self.on_this.add_user(self.user);
        (self.time.wrapping_sub(time), fold(self.user.wrapping_sub(user)))
    }

    /// Tells it in an event that was added at a place as if it followed another.
    #[inline(always)]
    fn tell<const ROOM: usize>(&mut self, tag: u8, at: usize, (since, far): (u32, u32), ready: &Ready<ROOM>) {
        if since | far < 0x80 {
            if let Some([_, time, user]) = self.room.get_mut(at..).and_then(|room| room.first_chunk_mut::<3>()) {
                (*time, *user) = (since as u8, far as u8);
            }
        } else {
            self.tell_at_length(tag, at, (since, far), ready);
        }
    }

    #[cold]
    fn tell_at_length<const ROOM: usize>(&mut self, tag: u8, at: usize, (since, far): (u32, u32), ready: &Ready<ROOM>) {
        self.at = at;
        self.copy(&[tag], 1);
        self.number(since);
        self.number(far);
        let (mut bytes, length) = (ready.bytes, usize::from(ready.length).saturating_sub(3));
        bytes.rotate_left(3);
        self.copy(&bytes, length);
    }

    /// Adds an event of which a number comes before what stands ready.
    #[inline(never)]
    pub fn event_of<const ROOM: usize>(&mut self, tag: u8, number: u32, ready: &Ready<ROOM>) {
        self.begin(tag, None);
        self.number(number);
        self.copy(&ready.bytes, usize::from(ready.length));
    }

    /// Adds an event of which a command without a number comes before the user, and these bytes behind.
    pub fn of_no_command(&mut self, tag: u8, behind: &[u8; 2]) {
        let command = fold(0_u32.wrapping_sub(core::mem::take(&mut self.last.command)));
        self.begin(tag, Some(command));
        self.copy(behind, 2);
    }

    /// What is told from the event before.
    #[inline(never)]
    fn begin(&mut self, tag: u8, command: Option<u32>) {
        self.kinds |= bit(tag);
        let (since, far) = if self.is_begun { (0, 0) } else { self.begin_shortly() };
        self.copy(&[tag], 1);
        self.number(since);
        if let Some(command) = command {
            self.number(command);
        }
        self.number(far);
    }

    #[inline(always)]
    fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.copy(&[(number as u8 & 0x7f) | 0x80], 1);
            number >>= 7;
        }
        self.copy(&[number as u8], 1);
    }

    #[inline(always)]
    fn copy<const ROOM: usize>(&mut self, bytes: &[u8; ROOM], length: usize) {
        let place = self.room.get_mut(self.at..).and_then(|room| room.first_chunk_mut::<ROOM>());
        if let Some(place) = place {
            *place = *bytes;
            self.at = self.at.wrapping_add(length);
        }
    }

    /// These were all, and so many.
    #[inline(always)]
    pub fn finish(self, events: usize) {
        self.on_this.add_all(self.kinds);
        *self.end = self.end.wrapping_add(self.at);
        *self.on_current = self.on_current.wrapping_add(events);
    }
}

/// Numbers of an event that are all kept as they are, as they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ready<const ROOM: usize> {
    bytes: [u8; ROOM],
    length: u8,
}

impl<const ROOM: usize> Default for Ready<ROOM> {
    fn default() -> Self {
        Ready { bytes: [0; ROOM], length: 0 }
    }
}

impl<const ROOM: usize> Ready<ROOM> {
    /// The numbers again.
    pub fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        let mut bytes = self.bytes.iter().take(usize::from(self.length));
        core::iter::from_fn(move || {
            let (mut number, mut shift) = (0_u32, 0);
            loop {
                let byte = *bytes.next()?;
                number |= u32::from(byte & 0x7f).wrapping_shl(shift);
                if byte < 0x80 {
                    return Some(number);
                }
                shift = shift.wrapping_add(7);
            }
        })
    }

    /// An event about a user as it stands behind another of the same time about the same one: with its tag, and these numbers
    /// behind the user's.
    pub fn following(tag: u8, numbers: &[u32]) -> Ready<ROOM> {
        let Ready { mut bytes, length } = Ready::<ROOM>::new(numbers);
        bytes.rotate_right(3);
        if let Some(begin) = bytes.first_chunk_mut() {
            *begin = [tag, 0, 0];
        }
        Ready { bytes, length: length.saturating_add(3) }
    }

    /// These numbers; there is room for a fifth of that many.
    pub fn new(numbers: &[u32]) -> Ready<ROOM> {
        let mut bytes = [0; ROOM];
        let (mut last, mut on_this) = (Last::default(), OnPage::default());
        let mut line = Line { bytes: &mut bytes, end: 0, last: &mut last, on_this: &mut on_this };
        numbers.iter().for_each(|number| line.write(*number));
        let length = line.end as u8;
        Ready { bytes, length }
    }
}

/// The most numbers that an event has.
pub const MOST_WORDS: usize = 10;

/// The longest that an event can be: its tag, and its time and numbers of five bytes each.
const LONGEST_LINE: usize = 1 + 5 * (1 + MOST_WORDS);

/// The bytes of a page that is being written. There is always room for one more event, so that a byte is stored and no
/// vector asked to grow.
#[derive(Clone, Debug, Default)]
struct Growing {
    bytes: Vec<u8>,
    end: usize,
}

/// The room behind the end counts for nothing.
impl PartialEq for Growing {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for Growing {}

impl Growing {
    fn as_slice(&self) -> &[u8] {
        self.bytes.get(..self.end).unwrap_or_default()
    }

    fn clear(&mut self) {
        self.end = 0;
    }

    /// Room for one event.
    #[inline(always)]
    fn room(&mut self) -> &mut [u8] {
        let behind = self.end.wrapping_add(LONGEST_LINE);
        if self.bytes.len() < behind {
            self.grow(behind);
        }
        self.bytes.get_mut(self.end..behind).unwrap_or_default()
    }

    /// Makes room for so many events.
    #[inline(always)]
    fn make_room(&mut self, events: usize) {
        let behind = self.end.wrapping_add(events.wrapping_mul(LONGEST_LINE));
        if self.bytes.len() < behind {
            self.grow(behind);
        }
    }

    #[cold]
    fn grow(&mut self, behind: usize) {
        self.bytes.resize(behind.saturating_mul(2), 0);
    }
}

/// An event that is being written.
struct Line<'a> {
    bytes: &'a mut [u8],
    end: usize,
    last: &'a mut Last,
    on_this: &'a mut OnPage,
}

impl Line<'_> {
    fn word(&mut self, nearness: Nearness, number: u32) {
        if nearness == Nearness::User {
            self.on_this.add_user(number);
        }
        let kept = match self.last.place(nearness) {
            None => number,
            Some(last) => fold(number.wrapping_sub(core::mem::replace(last, number))),
        };
        self.write(kept);
    }

    #[inline(always)]
    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.end) {
            *place = byte;
            self.end = self.end.wrapping_add(1);
        }
    }

    /// Writes a number, seven bits a byte.
    #[inline(always)]
    fn write(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.push((number as u8 & 0x7f) | 0x80);
            number >>= 7;
        }
        self.push(number as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    /// Events of several at once, one by one, and about one user in a row are the same bytes.
    #[test]
    fn events_about_one_user_are_written_as_any_others() {
        let (mut ready, mut single) = (Lines::default(), Lines::default());
        let mut state = 1_u32;
        for round in 0..3_000_u32 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let (time, user) = (round / 2 * (state >> 28), if state & 7 == 0 { state >> 4 } else { round });
            let (group, rows) = (state >> 20, state >> 9);
            let groups = state as usize >> 8 & 7;
            let has_addresses = state & 64 != 0;
            let mut events = vec![];
            if has_addresses {
                let numbers = [(Nearness::Command, 0), (Nearness::User, user), (Nearness::Far, 0), (Nearness::Far, 1)];
                events.push((45, numbers.to_vec()));
            }
            for place in 0..groups as u32 {
                let numbers = [group + place, place, rows].map(|number| (Nearness::Far, number));
                events.push((42, [&[(Nearness::User, user)][..], &numbers].concat()));
            }
            if events.is_empty() {
                continue;
            }
            events.iter().for_each(|(tag, numbers)| single.write(time, *tag, numbers));
            match ready.about_user(time, user, events.len()) {
                Some(mut about) => {
                    if has_addresses {
                        about.of_no_command(45, &[0, 1]);
                    }
                    let following = |place| Ready::<16>::following(42, &[group + place, place, rows]);
                    let in_a_row = state >> 30 == 0 && groups > 0;
                    if in_a_row {
                        let lines: Vec<_> = (0..groups as u32).map(following).collect();
                        about.event(42, &lines[0]);
                        about.follow(42, lines[1..].iter());
                    }
                    for place in 0..if in_a_row { 0 } else { groups as u32 } {
                        if place % 2 == 0 {
                            about.event(42, &following(place));
                        } else {
                            about.event_of(42, group + place, &Ready::<32>::new(&[place, rows]));
                        }
                    }
                    about.finish(events.len());
                }
                None => events.iter().for_each(|(tag, numbers)| ready.write(time, *tag, numbers)),
            }
            // Now and then a command.
            if state & 15 == 3 {
                let numbers = [(Nearness::Command, round), (Nearness::User, user / 2)];
                for lines in [&mut ready, &mut single] {
                    lines.write(time + 1, 1, &numbers);
                }
            }
            assert!(ready == single, "round {round}");
        }
        assert!(ready.len() > 20 * PAGE_EVENTS);
    }

    #[test]
    fn what_stands_ready_can_be_read_back() {
        let numbers = [0, 1, 127, 128, 16_384, u32::MAX];
        assert!(Ready::<32>::new(&numbers).numbers().eq(numbers));
    }
}
