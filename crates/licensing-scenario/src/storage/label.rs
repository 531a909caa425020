//! What stored tenants are called: enough to list them without reading them.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::key::{Key, Kind};
use super::record::bytes_of;
use super::{Store, StoreError, is_newer, set_and_check};
use crate::coding::{Coder, Letters, Number, Symbol};
use crate::compact::FILE;
use crate::envelope::{self, Codec};
use crate::error::ScenarioError;
use crate::ids::{RecordId, TabId, TenantId};
use crate::units;

/// What a list of stored tenants shows of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Label {
    /// What it is called.
    pub title: String,
    /// How many users it had.
    pub users: u32,
    /// When it was saved, in seconds since 1970 by the shell's clock.
    pub saved_at: u64,
    /// It was deleted and can still be brought back.
    pub is_deleted: bool,
}

impl Label {
    fn encode(&self) -> String {
        let mut coder = Coder::writer();
        self.clone().pass(&mut coder);
        units::encode(&envelope::seal(Codec::Label, 1, &coder.into_bytes()))
    }

    pub(super) fn decode(text: &str) -> Result<Label, ScenarioError> {
        let bytes = bytes_of(text)?;
        let (_, contents) = envelope::open(Codec::Label, &bytes)?;
        let (mut coder, mut label) = (Coder::reader(contents.to_vec(), FILE.allowance), Label::default());
        label.pass(&mut coder);
        coder.finish()?;
        Ok(label)
    }

    fn pass(&mut self, coder: &mut Coder) {
        let mut number = Number::default();
        Letters::without_lists().pass(coder, &mut self.title);
        self.users = number.pass(coder, self.users);
        let low = number.pass(coder, self.saved_at as u32);
        let high = number.pass(coder, (self.saved_at >> 32) as u32);
        self.saved_at = u64::from(high) << 32 | u64::from(low);
        self.is_deleted = Symbol::<2>::default().pass(coder, u32::from(self.is_deleted)) == 1;
    }
}

/// The stored tenants, each with its newest label that can be read; none where none can, or the tenant has none.
pub fn list(store: &impl Store) -> Result<BTreeMap<TenantId, Option<Label>>, StoreError> {
    let mut keys: Vec<Key> =
        store.keys()?.iter().filter_map(|text| Key::of(text)).filter(|key| key.is_of_something()).collect();
    // The newest label is looked at first.
    keys.sort_by(|a, b| b.cmp(a));
    let mut tenants: BTreeMap<TenantId, Option<Label>> = BTreeMap::new();
    for key in keys {
        let label = tenants.entry(key.tenant).or_default();
        if key.kind == Kind::Label && label.is_none() {
            *label = store.get(&key.text())?.and_then(|text| Label::decode(&text).ok());
        }
    }
    Ok(tenants)
}

/// Gives a tenant another label: renames it, deletes it, brings it back. Older labels go when the new one is there. Answers
/// whether that is done: what a newer release wrote stays as it is.
pub fn save_label(store: &mut impl Store, tenant: TenantId, tab: TabId, label: &Label) -> Result<bool, StoreError> {
    let is_label = |key: &Key| key.tenant == tenant && key.kind == Kind::Label;
    let older: Vec<Key> = store.keys()?.iter().filter_map(|text| Key::of(text)).filter(is_label).collect();
    for key in &older {
        if store.get(&key.text())?.is_some_and(|text| is_newer(&text)) {
            return Ok(false);
        }
    }
    let sequence = older.iter().map(|key| key.id.sequence).max().unwrap_or(0).saturating_add(1);
    let key = Key { tenant, kind: Kind::Label, id: RecordId { sequence, tab } };
    set_and_check(store, &key.text(), &label.encode())?;
    for key in older {
        // One that stays does no harm: it is older.
        let _ = store.remove(&key.text());
    }
    Ok(true)
}
