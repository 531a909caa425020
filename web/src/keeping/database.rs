//! The browser's database: for the notes of `disk.rs`, and for the scenarios of `beside.rs`.

use std::cell::{Cell, RefCell};

use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

/// The database.
const NAME: &str = "licensing-lab";

/// Which stores it has.
const VERSION: u32 = 2;

/// A store of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Notes in the order of writing.
    Notes,
    /// Scenarios, each under a key.
    Scenarios,
}

impl Part {
    const ALL: [Part; 2] = [Part::Notes, Part::Scenarios];

    const fn name(self) -> &'static str {
        match self {
            Part::Notes => "notes",
            Part::Scenarios => "scenarios",
        }
    }
}

thread_local! {
    static OPEN: RefCell<Option<IdbDatabase>> = RefCell::default();
    static IS_ADMITTED: Cell<bool> = const { Cell::new(false) };
}

/// This tab may put scenarios there from now on: no other one takes what is new for what is left over.
pub(super) fn admit() {
    IS_ADMITTED.set(true);
}

/// Whether it may.
pub(super) fn is_admitted() -> bool {
    IS_ADMITTED.get()
}

/// The database, once it is open. A browser that has none, or denies it, says so.
pub(super) async fn open() -> Result<IdbDatabase, JsValue> {
    if let Some(database) = OPEN.with_borrow(Clone::clone) {
        return Ok(database);
    }
    let factory = window().indexed_db()?.ok_or(JsValue::UNDEFINED)?;
    let request = factory.open_with_u32(NAME, VERSION)?;
    let own = request.clone();
    let make = Closure::once_into_js(move || make(&own));
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    let database: IdbDatabase = answer(&request).await?.dyn_into()?;
    // A later release that has other stores does not wait for this page.
    let own = database.clone();
    let give_way = Closure::once_into_js(move || {
        own.close();
        OPEN.set(None);
    });
    database.set_onversionchange(Some(give_way.unchecked_ref()));
    OPEN.set(Some(database.clone()));
    Ok(database)
}

/// Makes the stores that are not there yet.
fn make(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.dyn_into()?;
    let there = database.object_store_names();
    for part in Part::ALL.into_iter().filter(|part| !there.contains(part.name())) {
        let options = IdbObjectStoreParameters::new();
        options.set_auto_increment(part == Part::Notes);
        database.create_object_store_with_optional_parameters(part.name(), &options)?;
    }
    Ok(())
}

/// Begins to read or write a store.
pub(super) fn begin(
    database: &IdbDatabase,
    part: Part,
    mode: IdbTransactionMode,
) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
    let transaction = database.transaction_with_str_and_mode(part.name(), mode)?;
    let store = transaction.object_store(part.name())?;
    Ok((transaction, store))
}

/// What a request came to.
pub(super) async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(answered).await?;
    request.result()
}

/// Comes back once all that a transaction was asked for is written; otherwise with why it is not.
pub(super) async fn written(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let written = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(written).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(JsValue::UNDEFINED, Into::into)),
    }
}
