//! The numbers that the values of a tenant's tables have in its state.

use alloc::vec::Vec;

use licensing_model::state::{PathState, RowTimes};

use crate::store::interner::Interner;
use crate::store::outcome::OutcomeId;
use crate::store::text::TextId;
use crate::store::times::{Times, TimesId};
use crate::tenant::Tenant;

/// Which number each value of the tenant's tables has got.
#[derive(Debug)]
pub(super) struct Numbers {
    pub(super) texts: TextNumbers,
    pub(super) disabled: Used,
    pub(super) templates: Used,
    pub(super) outcomes: Used,
    pub(super) times: Used,
}

impl Numbers {
    /// The values have the numbers that they have in the tenant; texts as [`Numbers::next_text`] comes to them.
    pub(super) fn all(tenant: &Tenant) -> Numbers {
        Numbers {
            texts: TextNumbers::All { ids: Vec::with_capacity(tenant.texts.about()), next: 0 },
            disabled: Used::with_empty(tenant.templates.all_disabled().count()),
            templates: Used::with_empty(tenant.templates.all().count()),
            outcomes: Used::with_empty(tenant.outcomes.all().count()),
            times: Used::all(tenant.times.lists().count()),
        }
    }

    /// Values get numbers in the order of first use.
    pub(super) fn used(tenant: &Tenant) -> Numbers {
        // Most users have one text at least, where they have any.
        let mut texts = Interner::default();
        texts.reserve(tenant.texts.about().min(tenant.users.len().saturating_mul(3)));
        Numbers {
            texts: TextNumbers::Used(texts),
            disabled: Used::with_empty(0),
            templates: Used::with_empty(0),
            outcomes: Used::with_empty(0),
            times: Used::all(0),
        }
    }

    /// The next of all texts gets the next number.
    pub(super) fn next_text(&mut self, id: TextId) {
        if let TextNumbers::All { ids, .. } = &mut self.texts {
            ids.push(id);
        }
    }

    /// One more than the number of a text; 0 for what is derived.
    pub(super) fn text(&mut self, id: TextId) -> u32 {
        if id == TextId::DERIVED { 0 } else { self.texts.number(id).saturating_add(1) }
    }

    /// A path by its numbers.
    pub(super) fn path(&mut self, outcome: OutcomeId, times: TimesId) -> PathState {
        let times = match Times::number(times) {
            Ok(time) => RowTimes::Same(time),
            Err(list) => RowTimes::Listed(self.times.number(list)),
        };
        PathState { outcome: self.outcomes.number(outcome.0), times }
    }
}

/// The numbers of texts.
#[derive(Debug)]
pub(super) enum TextNumbers {
    /// All have one, in the order in which they are stored, in which their ids rise. The texts of users are stored one behind
    /// the other, and are asked for like that: `next` is the one behind the last.
    All { ids: Vec<TextId>, next: usize },
    /// In the order of first use.
    Used(Interner<TextId>),
}

impl TextNumbers {
    fn number(&mut self, id: TextId) -> u32 {
        match self {
            TextNumbers::Used(numbers) => numbers.intern(id),
            TextNumbers::All { ids, next } => {
                let at = if ids.get(*next) == Some(&id) { *next } else { ids.partition_point(|other| other.0 < id.0) };
                *next = at.saturating_add(1);
                at as u32
            }
        }
    }

    /// The text with this number, where that has one by its use.
    pub(super) fn used(&self, number: usize) -> Option<TextId> {
        match self {
            TextNumbers::Used(numbers) => numbers.get(u32::try_from(number).ok()?).copied(),
            TextNumbers::All { .. } => None,
        }
    }

    /// How many have one by their use.
    pub(super) fn used_count(&self) -> usize {
        match self {
            TextNumbers::Used(numbers) => numbers.len(),
            TextNumbers::All { .. } => 0,
        }
    }
}

/// New numbers for the values of a table, in the order of first use.
#[derive(Debug)]
pub(super) struct Used {
    /// By the number in the tenant one more than the new one; 0 for those that have none.
    new: Vec<u32>,
    /// The numbers in the tenant of those that have one.
    pub(super) used: Vec<u32>,
}

impl Used {
    /// The first so many have the numbers that they have in the tenant, and number 0, the empty one, always.
    fn with_empty(count: usize) -> Used {
        Used::all(count.max(1))
    }

    /// The first so many have the numbers that they have in the tenant.
    fn all(count: usize) -> Used {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        Used { new: (1..=count).collect(), used: (0..count).collect() }
    }

    /// The new number of a value.
    pub(super) fn number(&mut self, own: u32) -> u32 {
        let at = own as usize;
        if self.new.len() <= at {
            self.new.resize(at.saturating_add(1), 0);
        }
        let next = self.used.len() as u32;
        match self.new.get_mut(at) {
            Some(new @ 0) => {
                *new = next.saturating_add(1);
                self.used.push(own);
                next
            }
            new => new.map_or(0, |new| new.saturating_sub(1)),
        }
    }
}
