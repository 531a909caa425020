//! The browser's storage as a store of texts, and numbers that nobody else draws.

use leptos::prelude::window;
use licensing_scenario::storage::{Store, StoreError, TabId, TenantId};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use super::disk;
use crate::{offline, storage};

/// `localStorage`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BrowserStore;

impl BrowserStore {
    fn storage() -> Result<Storage, StoreError> {
        storage::local().map_err(|why| error_of(&why))?.ok_or(StoreError::Denied)
    }

    /// To be written to: no two releases do at the same time.
    fn own_storage() -> Result<Storage, StoreError> {
        if offline::is_replaced() { Err(StoreError::Replaced) } else { BrowserStore::storage() }
    }
}

impl Store for BrowserStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = BrowserStore::storage()?;
        let length = storage.length().map_err(|why| error_of(&why))?;
        (0..length).filter_map(|at| storage.key(at).map_err(|why| error_of(&why)).transpose()).collect()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        BrowserStore::storage()?.get_item(key).map_err(|why| error_of(&why))
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        BrowserStore::own_storage()?.set_item(key, text).map_err(|why| error_of(&why))?;
        disk::note(key, Some(text));
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        BrowserStore::own_storage()?.remove_item(key).map_err(|why| error_of(&why))?;
        disk::note(key, None);
        Ok(())
    }
}

/// Firefox has a name of its own for a store that is full.
pub(super) fn error_of(why: &JsValue) -> StoreError {
    match why.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        Some("SecurityError") => StoreError::Denied,
        _ => StoreError::Failed,
    }
}

/// A number for a new tenant.
pub(super) fn draw_tenant() -> TenantId {
    TenantId(draw())
}

/// A number for this tab.
pub(super) fn draw_tab() -> TabId {
    TabId(draw())
}

fn draw() -> u64 {
    let mut bytes = [0; 8];
    let drawn = window().crypto().is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if drawn { u64::from_le_bytes(bytes) } else { js_sys::Date::now().to_bits() }
}

/// Now, in seconds since 1970.
pub(super) fn now() -> u64 {
    (js_sys::Date::now() / 1_000.0) as u64
}
