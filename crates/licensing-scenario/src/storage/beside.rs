//! What lies in the database beside the store: found, with what is left where some of it is gone; and what belongs to
//! nothing any more.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::key::{Key, Kind};
use super::rebuild::{Found, Version, find_without};
use super::snapshot::{StoredSnapshot, lies_beside};
use super::{Store, StoreError};
use crate::ids::{RecordId, TenantId};

/// Looks for a tenant of which some scenarios may lie in the database.
#[derive(Clone, Debug)]
pub struct Search {
    tenant: TenantId,
    lost: BTreeSet<RecordId>,
}

impl Search {
    /// Begins with what the store says.
    pub fn new(tenant: TenantId) -> Search {
        Search { tenant, lost: BTreeSet::new() }
    }

    /// What there is, as far as is known.
    pub fn find(&self, store: &impl Store) -> Result<Found, StoreError> {
        find_without(store, self.tenant, &self.lost)
    }

    /// The scenario of a version that was found is not in the database, or not whole. Answers whether to look again: what
    /// an older snapshot and records led to may still be there, and another tab may have removed both meanwhile.
    pub fn miss(&mut self, version: &Version) -> bool {
        version.key_beside(self.tenant).is_some() && self.lost.insert(version.covers())
    }
}

/// How many bytes of a tenant lie in the database, by its newest snapshot; none where all of it is in the store.
pub fn bytes_beside(store: &impl Store, tenant: TenantId) -> Result<Option<u32>, StoreError> {
    let keys = store.keys()?.into_iter().filter_map(|text| Key::of(&text));
    let newest = keys.filter(|key| key.tenant == tenant && key.kind == Kind::Snapshot).max();
    let text = newest.map(|key| store.get(&key.text())).transpose()?.flatten();
    Ok(text.filter(|text| lies_beside(text)).and_then(|text| StoredSnapshot::decode(&text).ok()?.bytes_beside()))
}

/// Those keys of the database that belong to a tenant.
pub fn beside_of(tenant: TenantId, keys: Vec<String>) -> Vec<String> {
    keys.into_iter().filter(|text| Key::of(text).is_some_and(|key| key.tenant == tenant)).collect()
}

/// Those keys of the database that belong to nothing that is stored: a tab was ended before the store said that they are
/// there, or before they were removed. To be asked while no other tab stores anything.
pub fn left_over(store: &impl Store, keys: Vec<String>) -> Result<Vec<String>, StoreError> {
    let stored: BTreeSet<String> = store.keys()?.into_iter().collect();
    let is_ours = |text: &String| Key::of(text).is_some_and(|key| key.kind == Kind::Snapshot);
    Ok(keys.into_iter().filter(|key| is_ours(key) && !stored.contains(key)).collect())
}
