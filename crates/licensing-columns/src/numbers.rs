//! Numbers of what a tenant keeps once.

/// A template, interned. The default is the empty template.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct TemplateId(pub u32);

impl TemplateId {
    /// The template without products.
    pub const EMPTY: TemplateId = TemplateId(0);
}

/// The rows of one path, interned. The default has no rows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct OutcomeId(pub u32);

impl OutcomeId {
    /// No rows.
    pub const NONE: OutcomeId = OutcomeId(0);
}

/// Rows with what is asked of them most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What the path has in force.
    pub have: TemplateId,
    /// Whether a row carries an error (R4.7).
    pub has_error: bool,
    /// Whether a row is short of a seat (R8).
    pub is_short: bool,
}

/// A stored text. The default stands for "none of its own": the name is then derived from the object's number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct TextId(pub u32);

impl TextId {
    /// No text of its own.
    pub const DERIVED: TextId = TextId(0);
}

/// Seconds of the simulated clock for each row of a path, in the order of its rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct TimesId(u32);

const LIST: u32 = 1 << 31;

impl TimesId {
    /// All rows changed at `time`.
    pub fn same(time: u32) -> TimesId {
        TimesId(time & !LIST)
    }

    /// The list with this number.
    pub fn list(number: u32) -> TimesId {
        TimesId(number | LIST)
    }

    /// One moment for all rows, or the number of a list.
    pub fn number(self) -> Result<u32, u32> {
        if self.0 & LIST == 0 { Ok(self.0) } else { Err(self.0 & !LIST) }
    }
}

/// The seats of a product. Steps count little else, so that they lie close together, apart from the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Seats {
    /// Whether the tenant has the product.
    pub is_there: bool,
    /// Those that were bought and can be had (R8.2).
    pub assignable: u32,
    /// Distinct users that hold the product (R8.1).
    pub consumed: u32,
}

impl Seats {
    /// Seats that nobody holds (R8.2); none when more are held than were bought.
    pub fn free(self) -> u32 {
        self.assignable.saturating_sub(self.consumed)
    }
}

/// A run that waits: a user, with the top bit a group, and with the bit below as well the rule of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting(pub u32);

impl Waiting {
    /// The bit of a group.
    pub const GROUP: u32 = 1 << 31;

    /// A run that waits no more, though others before it do.
    pub const GONE: Waiting = Waiting(u32::MAX);
}
