//! A store in memory.

use std::collections::BTreeMap;

use licensing_scenario::storage::{Store, StoreError};

/// Texts in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Memory(pub(crate) BTreeMap<String, String>);

impl Memory {
    /// How many units there are beside those under a key, as browsers count them.
    #[allow(dead_code, reason = "each test takes what it needs")]
    pub(crate) fn units_without(&self, key: &str) -> usize {
        let others = self.0.iter().filter(|(other, _)| *other != key);
        others.map(|(key, text)| units(key) + units(text)).sum()
    }
}

/// How many units a text takes.
#[allow(dead_code, reason = "each test takes what it needs")]
pub(crate) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Store for Memory {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.get(key).cloned())
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.insert(key.to_string(), text.to_string());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key);
        Ok(())
    }
}
