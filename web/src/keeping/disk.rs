//! What is stored is on the disk when it counts as saved. A browser writes its storage seconds later: what was stored in
//! them is gone when the whole browser is killed. So each text is noted in a database of the browser as well, which says
//! when it is written.
//!
//! The storage is the truth, and the notes of the last minute are only read when a browser begins: what they say of a key
//! that the storage has otherwise is put back. No tab does that while another one is open.
//!
//! A browser under load takes seconds to open its database. The page goes on without meanwhile: what it stores is noted
//! later and counts as saved later, and what is put back then is none of what was stored meanwhile.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Array, Date, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_scenario::storage;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{IdbDatabase, IdbKeyRange, IdbTransactionMode};

use super::database::{self, Part, answer};
use crate::lab::Lab;
use crate::storage as browser;

/// The lock that every tab holds that writes to the database.
const NAME: &str = "licensing-lab";

/// So long, in milliseconds, notes are of use: the browser has written its storage by then.
const OF_USE: f64 = 60_000.0;

/// A page that cannot get at the notes goes on without, in milliseconds.
const PATIENCE: i32 = 3_000;

/// A browser whose database never opens keeps what it keeps without: nothing is noted any more, in milliseconds.
const NEVER: i32 = 10_000;

/// A note: a text that was stored under a key, or that it was removed.
type Note = (String, Option<String>);

/// Whether there is something to note in.
#[derive(Default)]
enum Notebook {
    /// There is none, or it is full.
    #[default]
    None,
    /// It is being opened.
    Opening,
    Open(IdbDatabase),
}

#[derive(Default)]
struct Disk {
    notebook: Notebook,
    /// What is noted next.
    waiting: Vec<Note>,
    /// Whether something is being noted.
    is_under_way: Option<RwSignal<bool>>,
    /// The last note of an earlier moment, and when that was.
    mark: Option<(JsValue, f64)>,
}

thread_local! {
    static DISK: RefCell<Disk> = RefCell::default();
}

/// Notes what was stored, or removed.
pub(super) fn note(key: &str, text: Option<&str>) {
    let begins = DISK.with_borrow_mut(|disk| {
        let Some(is_under_way) = disk.is_under_way else { return false };
        if matches!(disk.notebook, Notebook::None) {
            return false;
        }
        disk.waiting.push((key.to_string(), text.map(str::to_string)));
        let was_under_way = is_under_way.try_update(|is| std::mem::replace(is, true)).unwrap_or(true);
        matches!(disk.notebook, Notebook::Open(_)) && !was_under_way
    });
    if begins {
        spawn_local(write());
    }
}

/// Writes until nothing waits.
async fn write() {
    loop {
        let next = DISK.with_borrow_mut(|disk| {
            let notes = std::mem::take(&mut disk.waiting);
            match &disk.notebook {
                Notebook::Open(database) if !notes.is_empty() => Some((database.clone(), notes, disk.mark.clone())),
                _ => None,
            }
        });
        let Some((database, notes, mark)) = next else { break };
        let passed = mark.filter(|(_, at)| Date::now() - at > OF_USE);
        let written = write_notes(&database, &notes, passed.as_ref().map(|(last, _)| last)).await;
        DISK.with_borrow_mut(|disk| match written {
            Ok(last) if passed.is_some() || disk.mark.is_none() => disk.mark = Some((last, Date::now())),
            Ok(_) => {}
            // Without room for notes it is as it would be without them.
            Err(_) => disk.notebook = Notebook::None,
        });
    }
    if let Some(is_under_way) = DISK.with_borrow(|disk| disk.is_under_way) {
        let _ = is_under_way.try_set(false);
    }
}

/// Writes notes, takes away those up to `passed`, and answers with the number of the last one once all is written.
async fn write_notes(database: &IdbDatabase, notes: &[Note], passed: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let (transaction, store) = database::begin(database, Part::Notes, IdbTransactionMode::Readwrite)?;
    let mut last = None;
    for (key, text) in notes {
        let text = text.as_deref().map_or(JsValue::NULL, JsValue::from);
        last = Some(store.add(&Array::of2(&key.as_str().into(), &text))?);
    }
    if let Some(passed) = passed {
        store.delete(&IdbKeyRange::upper_bound(passed)?.into())?;
    }
    database::written(&transaction).await?;
    last.map_or(Ok(JsValue::UNDEFINED), |request| request.result())
}

/// Begins to note, and first puts back what the storage has lost, of which `came_back` is told; where no other tab is open
/// `tidy` comes next. Comes back when that is done, or where it takes long.
pub(super) async fn begin(
    lab: Lab,
    came_back: impl FnOnce() + 'static,
    tidy: impl AsyncFnOnce() -> Result<(), JsValue> + 'static,
) {
    DISK.with_borrow_mut(|disk| {
        disk.notebook = Notebook::Opening;
        disk.is_under_way = Some(lab.keeping.is_reaching_disk);
    });
    let work = future_to_promise(async move {
        let opened = open_all(came_back, tidy).await.ok().flatten();
        DISK.with_borrow_mut(|disk| disk.notebook = opened.map_or(Notebook::None, Notebook::Open));
        // What was stored meanwhile, if anything.
        write().await;
        Ok(JsValue::UNDEFINED)
    });
    let never = future_to_promise(async {
        pause(NEVER).await;
        let is_given_up = DISK.with_borrow_mut(|disk| {
            let is_given_up = matches!(disk.notebook, Notebook::Opening);
            if is_given_up {
                disk.notebook = Notebook::None;
            }
            is_given_up
        });
        if is_given_up {
            write().await;
        }
        Ok(JsValue::UNDEFINED)
    });
    drop(never);
    let late = future_to_promise(async {
        pause(PATIENCE).await;
        Ok(JsValue::UNDEFINED)
    });
    let _ = JsFuture::from(Promise::race(&Array::of2(&work, &late))).await;
}

/// Lets so many milliseconds pass.
async fn pause(milliseconds: i32) {
    let passed = Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = JsFuture::from(passed).await;
}

/// The database, once what is lost is put back and other tabs know that this one is open; none where the browser has no
/// locks, as for a page of a host without a certificate.
async fn open_all(
    came_back: impl FnOnce() + 'static,
    tidy: impl AsyncFnOnce() -> Result<(), JsValue> + 'static,
) -> Result<Option<IdbDatabase>, JsValue> {
    let locks = Reflect::get(&window().navigator(), &"locks".into())?;
    if !locks.is_object() {
        database::admit();
        return Ok(None);
    }
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let ask = |option: &str, value: JsValue, then: &JsValue| -> Result<Promise, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &option.into(), &value)?;
        request.call3(&locks, &NAME.into(), &options, then)?.dyn_into()
    };
    let database = database::open().await?;

    let own = database.clone();
    let alone = Closure::once_into_js(move |lock: JsValue| {
        future_to_promise(async move {
            if !lock.is_null() {
                if put_back(&own).await? {
                    came_back();
                }
                tidy().await?;
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    JsFuture::from(ask("ifAvailable", true.into(), &alone)?).await?;

    // It is held as long as the page lives; whoever puts back is waited for.
    let mut held = Ok(JsValue::UNDEFINED);
    let beside_others = Promise::new(&mut |resolve, _| {
        let hold = Closure::once_into_js(move |_: JsValue| {
            let _ = resolve.call0(&JsValue::UNDEFINED);
            Promise::new(&mut |_, _| {})
        });
        held = ask("mode", "shared".into(), &hold).map(Into::into);
    });
    held?;
    JsFuture::from(beside_others).await?;
    database::admit();
    Ok(Some(database))
}

/// Has the storage say what the notes say last of each key that was not written since the page began. Answers whether it
/// said something else.
async fn put_back(database: &IdbDatabase) -> Result<bool, JsValue> {
    let (_, store) = database::begin(database, Part::Notes, IdbTransactionMode::Readonly)?;
    let (keys, notes) = (store.get_all_keys()?, store.get_all()?);
    let notes: Array = answer(&notes).await?.dyn_into()?;
    let keys: Array = keys.result()?.dyn_into()?;
    let mut said: BTreeMap<String, Option<String>> = BTreeMap::new();
    for note in notes {
        let note: Array = note.dyn_into()?;
        if let Some(key) = note.get(0).as_string().filter(|key| key.starts_with(storage::PREFIX)) {
            said.insert(key, note.get(1).as_string());
        }
    }
    DISK.with_borrow(|disk| said.retain(|key, _| !disk.waiting.iter().any(|(written, _)| written == key)));
    let mut is_other = false;
    if let Some(truth) = browser::local()? {
        for (key, text) in said {
            if truth.get_item(&key)? != text {
                is_other = true;
                match text {
                    Some(text) => truth.set_item(&key, &text)?,
                    None => truth.remove_item(&key)?,
                }
            }
        }
    }
    // They are of use until the browser has written what was put back.
    if keys.length() > 0 {
        DISK.with_borrow_mut(|disk| disk.mark = Some((keys.get(keys.length() - 1), Date::now())));
    }
    Ok(is_other)
}
