//! How a tenant is kept: columns by dense id, pooled lists, interned values, all in pages that copies of the tenant share.
//! No rule is decided here.

pub(crate) mod address_book;
pub(crate) mod group;
pub(crate) mod group_rule;
pub(crate) mod id_set;
pub(crate) mod interner;
pub(crate) mod outcome;
pub(crate) mod properties;
pub(crate) mod shards;
pub(crate) mod short_log;
pub(crate) mod subscription;
pub(crate) mod template;
pub(crate) mod text;
pub(crate) mod times;
pub(crate) mod users;
