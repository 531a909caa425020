//! Files: what each of them lists, and its records one at a time.

mod builder;
mod reader;
mod shape;

pub(crate) use reader::{Page, Reader, Sink};
pub(crate) use shape::Collection;
