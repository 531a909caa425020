//! Seats of a product, as a bar and figures.

use licensing_model::Units;

use crate::icon::Icon;
use crate::status::{Status, Tone};
use crate::words;

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
    pub fn new(units: Units, consumed: u32) -> Seats {
        let total = units.assignable();
        let free = total.saturating_sub(consumed);
        let suspended = !units.capability_status().gives_plans();
        let left = if suspended {
            Status::new(Tone::Neutral, Icon::Off, units.capability_status().name())
        } else if consumed > total {
            Status::new(Tone::Error, Icon::Seat, format!("{} too few", words::thousands((consumed - total) as usize)))
        } else if free == 0 {
            Status::new(Tone::Error, Icon::Seat, "None free")
        } else {
            Status::new(Tone::Neutral, Icon::Seat, format!("{} available", words::thousands(free as usize)))
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
            sentence: format!(
                "{} of {} assigned",
                words::thousands(consumed as usize),
                words::count(total as usize, "seat", "seats")
            ),
        }
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
        let some = Seats::new(Units::enabled(10), 7);
        assert_eq!((some.percent, some.left.word.as_str(), some.full), (70, "3 available", false));
        let none = Seats::new(Units::enabled(3), 3);
        assert_eq!((none.percent, none.left.word.as_str(), none.full), (100, "None free", true));
        let short = Seats::new(Units::enabled(3), 5);
        assert_eq!((short.percent, short.left.word.as_str()), (100, "2 too few"));
        let gone = Seats::new(Units { suspended: 5, ..Units::default() }, 5);
        assert_eq!((gone.suspended, gone.full, gone.left.word.as_str()), (true, false, "Suspended"));
    }
}
