//! How fast a run goes.

use std::time::Duration;

/// How fast a run goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Speed {
    /// One step a second.
    Slow,
    /// Four steps a second.
    #[default]
    Readable,
    /// Twenty steps a second.
    Fast,
    /// As fast as whoever shows it stays responsive.
    Full,
}

impl Speed {
    /// All, slowest first.
    pub const ALL: [Speed; 4] = [Speed::Slow, Speed::Readable, Speed::Fast, Speed::Full];

    /// What a choice of it is known by.
    pub const fn id(self) -> &'static str {
        match self {
            Speed::Slow => "slow",
            Speed::Readable => "readable",
            Speed::Fast => "fast",
            Speed::Full => "full",
        }
    }

    /// The speed with this id.
    pub fn of_id(id: &str) -> Option<Speed> {
        Speed::ALL.into_iter().find(|speed| speed.id() == id)
    }

    /// Steps of one slice, and the pause after it. A slice stays below a frame also on a large tenant.
    pub const fn slice(self) -> (u32, Duration) {
        match self {
            Speed::Slow => (1, Duration::from_millis(1_000)),
            Speed::Readable => (1, Duration::from_millis(250)),
            Speed::Fast => (1, Duration::from_millis(50)),
            Speed::Full => (2_000, Duration::from_millis(0)),
        }
    }
}
