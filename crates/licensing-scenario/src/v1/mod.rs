//! Version 1 of the document: what it holds, its compact form, and its way to and from the domain. Frozen.

mod compact;
mod document;
mod domain;

pub(crate) use compact::Passing;

#[cfg(test)]
mod tests;
