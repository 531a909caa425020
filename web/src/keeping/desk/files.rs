//! What leaves the desk as a file.

use licensing_scenario::storage::{self, Journal, TenantId, Unreadable};
use licensing_scenario::{Writing, file};
use licensing_session::Session;
use licensing_session::keeping::{NotOpened, Notice};
use licensing_view::names::file_name;

use super::WORK;
use crate::files::{self, Kind};
use crate::keeping::beside;
use crate::keeping::browser::BrowserStore;
use crate::keeping::opening;
use crate::lab::Lab;
use crate::slices::{ALWAYS, run};

pub(super) async fn save_file(lab: Lab) {
    let (scenario, title, users) =
        lab.session(|document| (document.collect_whole(), document.title().to_string(), document.user_count()));
    let name = file_name(&title, "tenant");
    // Without the names of the full catalog there is the form that needs none, and for what is long in words too.
    let text = if users > file::MOST_USERS_AS_TEXT { None } else { text_of(lab).await.ok() };
    if let Some(text) = text.filter(|text| text.len() <= file::MOST_BYTES) {
        return files::save(&format!("{name}.lab.json"), Kind::Json, &text);
    }
    let mut writing = Writing::new(scenario);
    let Ok(_) = run(ALWAYS, &mut writing, WORK).await;
    match writing.finish() {
        Ok(compact) => files::save_bytes(&format!("{name}.lab"), &file::of_compact(&compact)),
        Err(_) => lab.keeping.tell(Notice::NoFile),
    }
}

/// The whole document in the text form.
pub(in crate::keeping) async fn text_of(lab: Lab) -> Result<String, NotOpened> {
    let catalog = opening::full_catalog(lab).await?;
    Ok(file::to_text(lab.session(Session::whole), &catalog))
}

pub(super) fn remove_unreadable(lab: Lab, unreadable: Vec<Unreadable>) {
    let is_removed = |one: &Unreadable| Journal::discard(&mut BrowserStore, one).is_ok();
    if unreadable.iter().all(is_removed) {
        lab.keeping.told(&Notice::Unreadable(unreadable));
    }
}

pub(super) fn save_unreadable(unreadable: &[Unreadable]) {
    let line = |one: &Unreadable| format!("{}\t{}\t{}\n", one.key, one.error, one.text);
    let text: String = unreadable.iter().map(line).collect();
    files::save("licensing-lab-unreadable.txt", Kind::Text, &text);
}

/// Everything that is stored of a tenant, a line each: it may be what cannot be opened.
pub(super) async fn save_stored(tenant: TenantId) {
    let Ok(mut texts) = storage::texts(&BrowserStore, tenant) else { return };
    let beside = beside::all_of(tenant).await.into_iter();
    texts.extend(beside.map(|(key, scenario)| (format!("{key}/scenario"), storage::text_of(&scenario))));
    let text: String = texts.iter().map(|(key, text)| format!("{key}\t{text}\n")).collect();
    files::save("licensing-lab-stored.txt", Kind::Text, &text);
}
