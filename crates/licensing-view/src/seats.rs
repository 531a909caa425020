//! Seats of a product, as a bar and figures.

use licensing_model::Units;
use licensing_wording::{Text, Words};

use crate::icon::Icon;
use crate::status::{Status, Tone};

/// How many seats are assigned, and what is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats {
    /// `consumedUnits`.
    pub assigned: u32,
    /// Seats that can be given out.
    pub total: u32,
    /// How much of the bar is filled.
    pub percent: u32,
    /// Nothing is free.
    pub full: bool,
    /// The subscription gives nothing now.
    pub suspended: bool,
    /// What is left.
    pub left: Status,
    /// The whole in a sentence.
    pub sentence: String,
}

impl Seats {
    /// The seats of a product with `units`, of which `consumed` are assigned.
    pub fn new(words: Words, units: Units, consumed: u32) -> Seats {
        let total = units.assignable();
        let free = total.saturating_sub(consumed);
        let suspended = !units.capability_status().gives_plans();
        let left = if suspended {
            Status::new(Tone::Neutral, Icon::Off, words.capability_status(units.capability_status()))
        } else if consumed > total {
            Status::new(Tone::Error, Icon::Seat, words.seats_too_few((consumed - total) as usize))
        } else if free == 0 {
            Status::new(Tone::Error, Icon::Seat, words.text(Text::NONE_FREE))
        } else {
            Status::new(Tone::Neutral, Icon::Seat, words.seats_available(free as usize))
        };
        let percent = match (u64::from(consumed) * 100).checked_div(u64::from(total)) {
            Some(percent) => percent.min(100) as u32,
            None => 100,
        };
        Seats {
            assigned: consumed,
            total,
            percent,
            full: free == 0 && !suspended,
            suspended,
            left,
            sentence: words.seats_assigned(total as usize, consumed as usize),
        }
    }

    /// How many seats are left.
    pub const fn free(&self) -> u32 {
        self.total.saturating_sub(self.assigned)
    }

    /// Whether seats are there to be given out.
    pub const fn has_free(&self) -> bool {
        !self.full && !self.suspended
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_says_what_is_left() {
        let seats = |units, consumed| Seats::new(Words::english(), units, consumed);
        let some = seats(Units::enabled(10), 7);
        assert_eq!((some.percent, some.left.word.as_str(), some.full), (70, "3 available", false));
        let none = seats(Units::enabled(3), 3);
        assert_eq!((none.percent, none.left.word.as_str(), none.full), (100, "None free", true));
        let short = seats(Units::enabled(3), 5);
        assert_eq!((short.percent, short.left.word.as_str()), (100, "2 too few"));
        let gone = seats(Units { suspended: 5, ..Units::default() }, 5);
        assert_eq!((gone.suspended, gone.full, gone.left.word.as_str()), (true, false, "Suspended"));
    }
}
