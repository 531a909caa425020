//! What is read of each resource of Graph: typed, with ids and not yet compared with anything else.

pub(crate) mod contact;
pub(crate) mod event;
pub(crate) mod group;
pub(crate) mod kept;
pub(crate) mod license;
pub(crate) mod organization;
pub(crate) mod product;
pub(crate) mod reference;
pub(crate) mod user;
