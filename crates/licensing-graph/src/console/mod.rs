//! What a console shows beside requests and answers: requests to begin with, the names behind ids, and where an answer
//! differs from Graph's on purpose.

mod at_hand;
mod deviations;
mod names;
mod ready_made;
mod write_examples;

pub use deviations::{DEVIATIONS, Deviation, deviations};
pub use names::{IdOf, Named, names, with_names};
pub use ready_made::{Purpose, ReadyMade, ready_made};
