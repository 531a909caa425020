//! What lies beside the storage: the scenarios of snapshots that are too large for it, each under the key that its snapshot
//! has there. What is put there and what goes is decided where snapshots are stored; here are the calls.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_scenario::storage::{self, Snapshot, StoreError, Storing, TenantId};
use wasm_bindgen::prelude::*;
use web_sys::{IdbObjectStore, IdbTransactionMode};

use super::browser::{BrowserStore, error_of};
use super::database::{self, Part, answer, written};
use crate::lab::Lab;
use crate::offline;
use crate::slices::breath;

/// Does what a snapshot that is being stored waits for; none where it waits for nothing.
pub(super) async fn go_on(tenant: TenantId, storing: Storing) -> Option<Snapshot> {
    match storing {
        Storing::Done | Storing::Failed(_) => None,
        Storing::Put(snapshot) => {
            let outcome = put(&snapshot.key(tenant), snapshot.scenario()).await;
            Some(snapshot.was_put(outcome))
        }
        Storing::Read(snapshot) => {
            let read = get(&snapshot.key(tenant)).await;
            let read = read.as_ref().map(Option::as_deref).map_err(|error| *error);
            Some(snapshot.was_read(read))
        }
    }
}

async fn put(key: &str, scenario: &[u8]) -> Result<(), StoreError> {
    if offline::is_replaced() {
        return Err(StoreError::Replaced);
    }
    if !database::is_admitted() {
        return Err(StoreError::Full);
    }
    write(|store| store.put_with_key(&Uint8Array::from(scenario), &key.into()).map(|_| ())).await
}

/// What lies under a key; none where nothing does.
pub(super) async fn get(key: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let read = async {
        let database = database::open().await?;
        let (_, store) = database::begin(&database, Part::Scenarios, IdbTransactionMode::Readonly)?;
        answer(&store.get(&key.into())?).await
    };
    let scenario = read.await.map_err(|why| error_of(&why))?;
    Ok(scenario.dyn_into::<Uint8Array>().ok().map(|scenario| scenario.to_vec()))
}

async fn write(work: impl FnOnce(&IdbObjectStore) -> Result<(), JsValue>) -> Result<(), StoreError> {
    let writing = async {
        let database = database::open().await?;
        let (transaction, store) = database::begin(&database, Part::Scenarios, IdbTransactionMode::Readwrite)?;
        work(&store)?;
        written(&transaction).await
    };
    writing.await.map_err(|why| error_of(&why))
}

async fn keys() -> Result<Vec<String>, StoreError> {
    let read = async {
        let database = database::open().await?;
        let (_, store) = database::begin(&database, Part::Scenarios, IdbTransactionMode::Readonly)?;
        answer(&store.get_all_keys()?).await?.dyn_into::<Array>()
    };
    let keys = read.await.map_err(|why| error_of(&why))?;
    Ok(keys.iter().filter_map(|key| key.as_string()).collect())
}

async fn remove(keys: &[String]) -> Result<(), StoreError> {
    if keys.is_empty() {
        return Ok(());
    }
    write(|store| keys.iter().try_for_each(|key| store.delete(&key.as_str().into()).map(|_| ()))).await
}

/// Removes what belongs to nothing that is stored; to be called while no other tab is open.
pub(super) async fn sweep() -> Result<(), JsValue> {
    let sweeping = async { remove(&storage::left_over(&BrowserStore, keys().await?)?).await };
    sweeping.await.map_err(|error| JsValue::from_str(&error.to_string()))
}

/// Removes what is not needed any more, once it is on the disk that the storage does not name it. What stays is swept up
/// later.
pub(super) fn forget(lab: Lab, keys: Vec<String>) {
    if !keys.is_empty() {
        spawn_local(async move {
            while lab.keeping.is_reaching_disk.try_get_untracked() == Some(true) {
                breath().await;
            }
            let _ = remove(&keys).await;
        });
    }
}

/// Removes all of a tenant that was removed for good.
pub(super) fn forget_tenant(lab: Lab, tenant: TenantId) {
    spawn_local(async move {
        if let Ok(keys) = keys().await {
            forget(lab, storage::beside_of(tenant, keys));
        }
    });
}

/// All that lies there of a tenant, under its keys.
pub(super) async fn all_of(tenant: TenantId) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for key in storage::beside_of(tenant, keys().await.unwrap_or_default()) {
        if let Ok(Some(scenario)) = get(&key).await {
            all.push((key, scenario));
        }
    }
    all
}
