//! Requests that change something: a body is read whole, then one command is applied, then Graph's answer is given.

pub(crate) mod assign_license;
pub(crate) mod domains;
pub(crate) mod groups;
pub(crate) mod members;
pub(crate) mod restore;
pub(crate) mod users;
