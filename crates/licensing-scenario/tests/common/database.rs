//! The database beside the store, which goes wrong when it is told to.

use std::cell::Cell;
use std::collections::BTreeMap;

use licensing_scenario::storage::StoreError;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lapse {
    /// Nothing is written or read, and that is said.
    Denied,
    /// Half is written or read, and the database says that all went well.
    Torn,
    /// Nothing is written or found, and the database says that all went well.
    Nothing,
}

impl Lapse {
    pub(crate) const ALL: [Lapse; 3] = [Lapse::Denied, Lapse::Torn, Lapse::Nothing];
}

/// Bytes under keys.
#[derive(Clone, Debug, Default)]
pub(crate) struct Database {
    pub(crate) contents: BTreeMap<String, Vec<u8>>,
    pub(crate) calls: Cell<usize>,
    /// Which call goes wrong, and how.
    pub(crate) lapse: Option<(usize, Lapse)>,
}

impl Database {
    fn call(&self) -> Option<Lapse> {
        let call = self.calls.replace(self.calls.get() + 1);
        self.lapse.filter(|(at, _)| *at == call).map(|(_, lapse)| lapse)
    }

    pub(crate) fn put(&mut self, key: String, bytes: &[u8]) -> Result<(), StoreError> {
        let bytes = match self.call() {
            Some(Lapse::Denied) => return Err(StoreError::Denied),
            Some(Lapse::Nothing) => return Ok(()),
            Some(Lapse::Torn) => &bytes[..bytes.len() / 2],
            None => bytes,
        };
        self.contents.insert(key, bytes.to_vec());
        Ok(())
    }

    pub(crate) fn get(&self, key: &str) -> Result<Option<&[u8]>, StoreError> {
        let bytes = self.contents.get(key).map(Vec::as_slice);
        match self.call() {
            Some(Lapse::Denied) => Err(StoreError::Denied),
            Some(Lapse::Nothing) => Ok(None),
            Some(Lapse::Torn) => Ok(bytes.map(|bytes| &bytes[..bytes.len() / 2])),
            None => Ok(bytes),
        }
    }

    pub(crate) fn remove(&mut self, key: &str) {
        if self.call().is_none() {
            self.contents.remove(key);
        }
    }
}
