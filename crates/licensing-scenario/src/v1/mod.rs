//! Version 1 of the document: what it holds, its compact form, and its way to and from the domain. Frozen.

mod action;
mod compact;
mod cost;
mod document;
mod domain;
mod record;
pub(crate) mod text;
mod way;

pub(crate) use action::{command_kind, commands, is_word, word};
pub(crate) use compact::Passing;
pub(crate) use document::Document;
pub(crate) use domain::Converting;
pub(crate) use record::{Done, Record, SnapshotHead};
pub(crate) use way::Way;

#[cfg(test)]
mod tests;
