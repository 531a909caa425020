//! The columns of a packed catalog, each read from its front. Nothing here trusts what it reads.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str::SplitTerminator;

use licensing_model::catalog::{Confidence, PerRuleSet, PlanInfo};
use licensing_model::{Guid, PlanId};

use crate::error::DecodeError;
use crate::wire::{END, FLAG_2019, FLAG_TODAY, MAX_ROWS, MAX_SLOTS, MAX_TEXT};

/// A column of the catalog by position.
pub(crate) type Slots<T> = Vec<Option<T>>;

pub(crate) fn slots<T>(count: u32, what: &'static str) -> Result<Slots<T>, DecodeError> {
    let count = count as usize;
    if count > MAX_SLOTS {
        return Err(DecodeError::TooMany { what });
    }
    Ok(core::iter::repeat_with(|| None).take(count).collect())
}

pub(crate) fn rows(count: usize, what: &'static str) -> Result<usize, DecodeError> {
    if count > MAX_ROWS { Err(DecodeError::TooMany { what }) } else { Ok(count) }
}

/// A row clones its texts, so the length of one text bounds what a small file can grow to.
pub(crate) fn short(text: &str) -> Result<&str, DecodeError> {
    if text.len() > MAX_TEXT { Err(DecodeError::TooMany { what: "letters in one text" }) } else { Ok(text) }
}

/// Turns gaps back into positions.
#[derive(Default)]
pub(crate) struct Positions {
    next: u32,
}

impl Positions {
    pub(crate) fn slot<'a, T>(
        &mut self,
        slots: &'a mut Slots<T>,
        gap: u32,
        part: &'static str,
    ) -> Result<&'a mut Option<T>, DecodeError> {
        let position = self.next.checked_add(gap).ok_or(DecodeError::Inconsistent { part })?;
        self.next = position.saturating_add(1);
        slots.get_mut(position as usize).ok_or(DecodeError::Inconsistent { part })
    }
}

/// A column of numbers, read from its front.
pub(crate) struct Numbers {
    numbers: alloc::vec::IntoIter<u32>,
    part: &'static str,
}

impl Numbers {
    pub(crate) fn read(numbers: Vec<u32>, part: &'static str) -> Self {
        Numbers { numbers: numbers.into_iter(), part }
    }

    pub(crate) fn next(&mut self) -> Result<u32, DecodeError> {
        self.numbers.next().ok_or(DecodeError::Inconsistent { part: self.part })
    }

    pub(crate) fn text(&mut self, texts: &TextTable<'_>) -> Result<String, DecodeError> {
        let at = self.next()? as usize;
        texts.0.get(at).map(|text| text.to_string()).ok_or(DecodeError::Inconsistent { part: self.part })
    }

    /// A plan that a row names, which a part may not have.
    pub(crate) fn plan(&mut self, plans: &Slots<PlanInfo>) -> Result<PlanId, DecodeError> {
        let id = self.next()?;
        match plans.get(id as usize) {
            Some(_) => Ok(PlanId::from_raw(id)),
            None => Err(DecodeError::Inconsistent { part: self.part }),
        }
    }

    pub(crate) fn plans(&mut self, count: u32, plans: &Slots<PlanInfo>) -> Result<Vec<PlanId>, DecodeError> {
        let count = self.within(count)?;
        let mut found = Vec::with_capacity(count);
        for _ in 0..count {
            found.push(self.plan(plans)?);
        }
        Ok(found)
    }

    /// The plans of a product, all of which are there.
    pub(crate) fn rising_plans(&mut self, count: u32, plans: &Slots<PlanInfo>) -> Result<Vec<PlanId>, DecodeError> {
        let count = self.within(count)?;
        let mut found = Vec::with_capacity(count);
        let mut next = 0_u32;
        for _ in 0..count {
            let id = next.checked_add(self.next()?).ok_or(DecodeError::Inconsistent { part: self.part })?;
            found.push(self.loaded(id, plans)?);
            next = id.saturating_add(1);
        }
        Ok(found)
    }

    fn loaded(&self, id: u32, plans: &Slots<PlanInfo>) -> Result<PlanId, DecodeError> {
        match plans.get(id as usize) {
            Some(Some(_)) => Ok(PlanId::from_raw(id)),
            _ => Err(DecodeError::Inconsistent { part: self.part }),
        }
    }

    /// `count`, unless that many numbers are not left.
    fn within(&self, count: u32) -> Result<usize, DecodeError> {
        let count = count as usize;
        if count > self.numbers.len() { Err(DecodeError::Inconsistent { part: self.part }) } else { Ok(count) }
    }

    pub(crate) fn end(self) -> Result<(), DecodeError> {
        if self.numbers.len() == 0 { Ok(()) } else { Err(DecodeError::Inconsistent { part: self.part }) }
    }
}

/// A column of single bytes, read from its front.
pub(crate) struct Bytes<'a> {
    bytes: &'a [u8],
    part: &'static str,
}

impl<'a> Bytes<'a> {
    pub(crate) fn read(bytes: &'a [u8], part: &'static str) -> Self {
        Bytes { bytes, part }
    }

    pub(crate) fn next(&mut self) -> Result<u8, DecodeError> {
        let (&first, rest) = self.bytes.split_first().ok_or(DecodeError::Inconsistent { part: self.part })?;
        self.bytes = rest;
        Ok(first)
    }

    pub(crate) fn bool(&mut self) -> Result<bool, DecodeError> {
        match self.next()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(DecodeError::Inconsistent { part: self.part }),
        }
    }

    pub(crate) fn flags(&mut self) -> Result<PerRuleSet, DecodeError> {
        let byte = self.next()?;
        if byte & !(FLAG_2019 | FLAG_TODAY) != 0 {
            return Err(DecodeError::Inconsistent { part: self.part });
        }
        Ok(PerRuleSet { rules_2019: byte & FLAG_2019 != 0, today: byte & FLAG_TODAY != 0 })
    }

    pub(crate) fn confidence(&mut self) -> Result<Confidence, DecodeError> {
        match self.next()? {
            0 => Ok(Confidence::Documented),
            1 => Ok(Confidence::Community),
            2 => Ok(Confidence::Inferred),
            3 => Ok(Confidence::Unknown),
            _ => Err(DecodeError::Inconsistent { part: self.part }),
        }
    }

    pub(crate) fn end(self) -> Result<(), DecodeError> {
        if self.bytes.is_empty() { Ok(()) } else { Err(DecodeError::Inconsistent { part: self.part }) }
    }
}

/// A column of GUIDs, read from its front.
pub(crate) struct Guids<'a> {
    guids: core::slice::ChunksExact<'a, u8>,
    part: &'static str,
}

impl<'a> Guids<'a> {
    pub(crate) fn read(bytes: &'a [u8], part: &'static str) -> Result<Self, DecodeError> {
        let guids = bytes.chunks_exact(16);
        if guids.remainder().is_empty() { Ok(Guids { guids, part }) } else { Err(DecodeError::Inconsistent { part }) }
    }

    pub(crate) fn next(&mut self) -> Result<Guid, DecodeError> {
        let inconsistent = DecodeError::Inconsistent { part: self.part };
        let bytes = self.guids.next().ok_or(inconsistent)?;
        bytes.try_into().map(Guid).map_err(|_| inconsistent)
    }

    pub(crate) fn end(self) -> Result<(), DecodeError> {
        if self.guids.len() == 0 { Ok(()) } else { Err(DecodeError::Inconsistent { part: self.part }) }
    }
}

/// A column of texts, read from its front.
pub(crate) struct Texts<'a> {
    texts: SplitTerminator<'a, char>,
    part: &'static str,
}

impl<'a> Texts<'a> {
    pub(crate) fn read(column: &'a str, part: &'static str) -> Self {
        Texts { texts: column.split_terminator(END), part }
    }

    pub(crate) fn next(&mut self) -> Result<&'a str, DecodeError> {
        short(self.texts.next().ok_or(DecodeError::Inconsistent { part: self.part })?)
    }

    pub(crate) fn end(mut self) -> Result<(), DecodeError> {
        if self.texts.next().is_none() { Ok(()) } else { Err(DecodeError::Inconsistent { part: self.part }) }
    }
}

/// The texts that rows refer to by number.
pub(crate) struct TextTable<'a>(Vec<&'a str>);

impl<'a> TextTable<'a> {
    pub(crate) fn read(column: &'a str) -> Result<Self, DecodeError> {
        column.split_terminator(END).map(short).collect::<Result<_, _>>().map(TextTable)
    }
}
