//! The log, as it is read: the events of a page, and those of them that are looked for.

use alloc::vec::Vec;

use super::contents::About;
use super::lines::{Last, MOST_WORDS, Nearness, unfold};

/// An event as it stands on its page: a tag and numbers.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// How many events of the page stand before it.
    pub at: usize,
    /// When it happened.
    pub time: u32,
    /// What kind of event it is.
    pub tag: u8,
    /// What it says.
    pub numbers: [u32; MOST_WORDS],
}

/// The events of a page, from the first on.
#[derive(Debug)]
pub struct Events<'p> {
    rest: &'p [u8],
    last: Last,
    at: usize,
    /// How the numbers of an event with a tag are kept.
    nearness: fn(u8) -> &'static [Nearness],
}

impl<'p> Events<'p> {
    /// Begins with the first.
    pub fn new(page: &'p [u8], nearness: fn(u8) -> &'static [Nearness]) -> Events<'p> {
        Events { rest: page, last: Last::default(), at: 0, nearness }
    }

    /// Whether everything was read.
    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// The events that `about` looks for, and no others.
    pub fn matching(mut self, about: &About) -> Vec<Told> {
        let mut found = Vec::new();
        while let Some((told, users)) = self.told() {
            let is_of =
                |user: u32| told.numbers.iter().zip(users).any(|(number, of)| *of == Nearness::User && *number == user);
            if about.looks_for(told.tag, is_of) {
                found.push(told);
            }
        }
        found
    }

    #[inline(always)]
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    #[inline(always)]
    fn number(&mut self) -> Option<u32> {
        let first = self.byte()?;
        if first < 0x80 { Some(u32::from(first)) } else { self.rest_of_number(u32::from(first & 0x7f)) }
    }

    fn rest_of_number(&mut self, mut number: u32) -> Option<u32> {
        for shift in [7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        Some(number)
    }

    /// The next event, and how its numbers are kept. None at the end, and where it is none.
    #[inline(always)]
    fn told(&mut self) -> Option<(Told, &'static [Nearness])> {
        let tag = self.byte()?;
        let time = self.last.time.wrapping_add(self.number()?);
        self.last.time = time;
        let mut numbers = [0; MOST_WORDS];
        let kept = (self.nearness)(tag);
        for (nearness, place) in kept.iter().zip(&mut numbers) {
            let number = self.number()?;
            *place = match self.last.place(*nearness) {
                None => number,
                Some(last) => {
                    *last = last.wrapping_add(unfold(number));
                    *last
                }
            };
        }
        let at = self.at;
        self.at = at.wrapping_add(1);
        Some((Told { at, time, tag, numbers }, kept))
    }
}

impl Iterator for Events<'_> {
    type Item = Told;

    fn next(&mut self) -> Option<Told> {
        Some(self.told()?.0)
    }
}
