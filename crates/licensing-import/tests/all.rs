//! All tests of this crate that use it from outside, as one program: it is linked once.

mod broken;
mod common;
mod documented;
mod hostile;
mod large;
mod queued;
mod reading;
mod round_trip;
mod tenant;
mod unlisted;
