//! A map from texts that copies share: it is many small maps, of which a write copies one.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// How many maps there are, once there is an entry.
const SHARDS: usize = 1024;

type Shard<V> = Arc<BTreeMap<String, V>>;

/// The map.
#[derive(Clone, Debug)]
pub(crate) struct Shards<V> {
    maps: Vec<Shard<V>>,
    len: usize,
}

impl<V> Default for Shards<V> {
    fn default() -> Self {
        Shards { maps: Vec::new(), len: 0 }
    }
}

/// A map that became empty is as one that always was.
impl<V: PartialEq> PartialEq for Shards<V> {
    fn eq(&self, other: &Self) -> bool {
        let same = |(one, other): (&Shard<V>, &Shard<V>)| Arc::ptr_eq(one, other) || one == other;
        self.len == other.len && (self.len == 0 || self.maps.iter().zip(&other.maps).all(same))
    }
}

impl<V: Eq> Eq for Shards<V> {}

/// FNV-1a: the same on every platform.
fn shard(key: &str) -> usize {
    let hash = key.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 16) as usize % SHARDS
}

impl<V: Clone> Shards<V> {
    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The entry of `key`.
    pub(crate) fn get(&self, key: &str) -> Option<&V> {
        self.maps.get(shard(key))?.get(key)
    }

    /// Sets the entry of `key`.
    pub(crate) fn insert(&mut self, key: String, value: V) {
        let at = shard(&key);
        if self.maps.is_empty() {
            self.maps.resize(SHARDS, Shard::default());
        }
        if let Some(map) = self.maps.get_mut(at)
            && Arc::make_mut(map).insert(key, value).is_none()
        {
            self.len = self.len.saturating_add(1);
        }
    }

    /// Takes the entry of `key` out and gives it to `change`; what that answers is the new entry, or none.
    pub(crate) fn change(&mut self, key: &str, change: impl FnOnce(V) -> Option<V>) {
        let Some(map) = self.maps.get_mut(shard(key)).filter(|map| map.contains_key(key)) else { return };
        let map = Arc::make_mut(map);
        let Some((key, value)) = map.remove_entry(key) else { return };
        match change(value) {
            Some(value) => _ = map.insert(key, value),
            None => self.len = self.len.saturating_sub(1),
        }
    }

    /// Every entry, in an order that is the same on every platform.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.maps.iter().flat_map(|map| map.iter().map(|(key, value)| (key.as_str(), value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn behaves_as_one_map_and_a_write_copies_one_of_its_parts() {
        let mut shards = Shards::default();
        (0..3_000).for_each(|n| shards.insert(format!("user{n}@contoso.com"), n));
        shards.insert(format!("user{}@contoso.com", 7), 8);
        assert_eq!((shards.len(), shards.get("user7@contoso.com"), shards.get("nobody")), (3_000, Some(&8), None));
        let before = shards.clone();
        shards.change("user7@contoso.com", |_| None);
        shards.change("nobody", |_| None);
        assert_eq!((shards.len(), before.len(), before.get("user7@contoso.com")), (2_999, 3_000, Some(&8)));
        let own = shards.maps.iter().zip(&before.maps).filter(|(one, other)| !Arc::ptr_eq(one, other)).count();
        assert_eq!(own, 1);
        assert_eq!(shards.iter().count(), 2_999);
        (0..3_000).for_each(|n| shards.change(&format!("user{n}@contoso.com"), |_| None));
        assert_eq!(shards, Shards::default());
    }
}
