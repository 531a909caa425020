//! Whatever lies in the store, what is found there is a version or is reported. Checksums are not looked at here.
#![no_main]

use libfuzzer_sys::fuzz_target;
use licensing_scenario::storage::{self, Store, StoreError, TenantId};

/// Texts that are given out and never changed.
struct Given(Vec<(String, String)>);

impl Store for Given {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.iter().map(|(key, _)| key.clone()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.iter().find(|(own, _)| own == key).map(|(_, text)| text.clone()))
    }

    fn set(&mut self, _: &str, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Denied)
    }

    fn remove(&mut self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Denied)
    }
}

/// Cuts the input into stored texts: a byte for what it is, one for its number, one for its length in units of 4 bytes.
fn cut(mut bytes: &[u8]) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    while let Some(([kind, number, length], rest)) = bytes.split_first_chunk() {
        let (text, rest) = rest.split_at(rest.len().min(usize::from(*length) * 4));
        let kind = ['r', 's', 'l'][usize::from(kind % 3)];
        let (sequence, tab) = (number & 15, number >> 4);
        let key = format!("licensing-lab/1/0000000000000001/{kind}/{sequence:08x}-{tab:016x}");
        texts.push((key, storage::text_of(text)));
        bytes = rest;
    }
    texts
}

fuzz_target!(|bytes: &[u8]| {
    let store = Given(cut(bytes));
    let _ = storage::list(&store);
    let Ok(found) = storage::find(&store, TenantId(1)) else { return };
    for version in &found.versions {
        let _ = version.read(None, 1).and_then(|reading| reading.finish());
    }
});
