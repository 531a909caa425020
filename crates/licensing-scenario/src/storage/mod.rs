//! Keeping tenants in a store of texts, such as the browser's: what is written, and how a tenant is put together again.
//!
//! Nothing that is stored is ever changed in place. Each thing that is done becomes a record under a key of its own, which
//! no other tab uses; from time to time a snapshot holds what the records lead to. A record names the one before it, so
//! that two tabs that went on from the same moment are seen as two versions, and both are kept. What counts as saved was
//! read back first.

mod beside;
mod journal;
mod key;
mod label;
mod rebuild;
mod record;
mod snapshot;

pub use crate::ids::{RecordId, TabId, TenantId};
pub use beside::{Search, beside_of, bytes_beside, left_over};
pub use journal::{Journal, News, Saved, Storing};
pub use key::PREFIX;
pub use label::{Label, list, save_label};
pub use rebuild::{Found, Unreadable, Version, find};
pub use record::Entry;
#[cfg(test)]
pub(crate) use record::StoredRecord;
pub use snapshot::{Snapshot, SnapshotReading, SnapshotWriting};

use alloc::string::String;
use alloc::vec::Vec;

use crate::version::VERSION;
use crate::{envelope, units};

/// Texts under keys. A shell implements it over what its platform has; every call can fail.
pub trait Store {
    /// All keys.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
    /// The text under a key; none where there is none.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Puts a text under a key.
    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Takes away what is under a key.
    fn remove(&mut self, key: &str) -> Result<(), StoreError>;
}

/// Why a store did not do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no room.
    Full,
    /// The platform does not allow it: private mode, or storage that is turned off.
    Denied,
    /// What was written is not what is read.
    Corrupt,
    /// It is more than is read again.
    TooLarge,
    /// Another release of the page writes to it now.
    Replaced,
    /// Something else went wrong.
    Failed,
}

impl core::fmt::Display for StoreError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            StoreError::Full => "the browser's storage is full",
            StoreError::Denied => "the browser does not let this page store anything",
            StoreError::Corrupt => "the browser's storage gives back something else than was written",
            StoreError::TooLarge => "the tenant is larger than what can be opened again",
            StoreError::Replaced => "another release of the page writes to the browser's storage now",
            StoreError::Failed => "the browser's storage does not work",
        })
    }
}

impl core::error::Error for StoreError {}

/// How often something is tried before it counts as failed.
const TRIES: usize = 2;

/// Puts a text under a key and reads it back: it is there when this answers `Ok`.
fn set_and_check(store: &mut impl Store, key: &str, text: &str) -> Result<(), StoreError> {
    let mut outcome = Err(StoreError::Failed);
    for _ in 0..TRIES {
        outcome = store.set(key, text).and_then(|()| match store.get(key)? {
            Some(stored) if stored == text => Ok(()),
            _ => Err(StoreError::Corrupt),
        });
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}

/// Whether a newer release wrote a text.
fn is_newer(text: &str) -> bool {
    units::decode(text).is_some_and(|bytes| envelope::version_of(&bytes) > VERSION)
}

/// Everything that is stored of a tenant, readable or not: keys and texts.
pub fn texts(store: &impl Store, tenant: TenantId) -> Result<Vec<(String, String)>, StoreError> {
    let mut texts = Vec::new();
    for key in store.keys()?.into_iter().filter(|text| key::Key::of(text).is_some_and(|key| key.tenant == tenant)) {
        if let Some(text) = store.get(&key)? {
            texts.push((key, text));
        }
    }
    Ok(texts)
}

/// Bytes as a stored text.
pub fn text_of(bytes: &[u8]) -> String {
    units::encode(bytes)
}

/// Reads a text as everything that can be stored. For tests that feed on anything.
#[cfg(test)]
pub(crate) fn decode_any(text: &str) -> [bool; 3] {
    let snapshot = snapshot::StoredSnapshot::decode(text);
    [StoredRecord::decode(text).is_ok(), snapshot.is_ok(), label::Label::decode(text).is_ok()]
}
