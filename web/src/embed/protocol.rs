//! Version 1 of the protocol. A message is an object with `licensingLab: 1`; everything else is passed over.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{JSON, Reflect};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use licensing_scenario::file::MOST_BYTES;
use licensing_scenario::link::MOST_AROUND;
use licensing_session::keeping::{NotOpened, Presence, Shelf};
use wasm_bindgen::JsValue;
use web_sys::MessageEvent;

use super::partner::{NAME, Partner, VERSION, around};
use super::{Situation, situation};
use crate::dom;
use crate::keeping;
use crate::kept::Job;
use crate::lab::Lab;
use crate::slices::{breath, fold};

/// Begins to listen and to tell.
pub(super) fn begin(lab: Lab, origin: String) {
    let partner = Partner::of(origin);
    let listener = {
        let (partner, asked) = (partner.clone(), Rc::new(RefCell::new(Asked::default())));
        let answer = {
            let (partner, asked) = (partner.clone(), Rc::clone(&asked));
            fold(move || answer(lab, &partner, asked.take()))
        };
        window_event_listener(ev::Custom::<MessageEvent>::new("message"), move |event| {
            heard(&partner, &event, &mut asked.borrow_mut());
            answer();
        })
    };
    // It listens as long as the page lives.
    core::mem::forget(listener);
    let situation = situation(lab);
    let presence = lab.keeping.presence;
    let teller = partner.clone();
    Effect::new(move |was_ready: Option<bool>| {
        let now = situation.get();
        let was_ready = was_ready.unwrap_or_default();
        match presence.get() {
            Presence::Here if was_ready => teller.tell("changed", &fields(&now)),
            Presence::Here => teller.tell("ready", &fields(&now)),
            Presence::Opening => return was_ready,
            Presence::Failed(why) => {
                teller.tell("failed", &[("reason", JsValue::from_str(&reason(&why)))]);
                // What was shown stays; where nothing was, the screen says what is wrong.
                if was_ready {
                    lab.keeping.change(Shelf::put_away);
                }
                return was_ready;
            }
        }
        true
    });
}

fn fields(situation: &Situation) -> [(&'static str, JsValue); 4] {
    let Situation { position, moments, waiting, in_error } = *situation;
    [("position", position), ("of", moments), ("waiting", waiting), ("usersInError", in_error)]
        .map(|(name, number)| (name, JsValue::from_f64(number as f64)))
}

fn reason(why: &NotOpened) -> String {
    match why {
        NotOpened::Scenario(_, error) => error.to_string(),
        NotOpened::Store(error) => error.to_string(),
        NotOpened::Bundle => "it is an exported tenant, to be imported".to_string(),
        NotOpened::Unreadable(_) | NotOpened::Network | NotOpened::Stopped | NotOpened::LinkStopped => {
            "it could not be loaded".to_string()
        }
    }
}

/// What was asked for since the page had its turn: of what is to be opened and where one is to go, the last alone.
#[derive(Default)]
struct Asked {
    /// What is to be opened.
    job: Option<Job>,
    /// Where in its history one is to go then.
    position: Option<usize>,
    /// The ids of who wants to know what is shown.
    get: Vec<JsValue>,
}

/// More who want to know than this are not answered in one go.
const MOST_ASKING: usize = 1_000;
/// No request has a longer name.
const LONGEST_WORD: usize = 16;

fn heard(partner: &Partner, event: &MessageEvent, asked: &mut Asked) {
    let is_from_around = around().is_some_and(|around| {
        event.source().is_some_and(|source| AsRef::<JsValue>::as_ref(&source) == AsRef::<JsValue>::as_ref(&around))
    });
    if event.origin() != partner.origin || !is_from_around {
        return;
    }
    let data = event.data();
    let field = |name: &str| Reflect::get(&data, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
    if !data.is_object() || field(NAME).is_undefined() {
        return;
    }
    if field(NAME).as_f64() != Some(VERSION) {
        return partner.tell("failed", &[("reason", "this page speaks version 1".into()), ("id", field("id"))]);
    }
    match dom::text_of(&field("do"), LONGEST_WORD).as_deref() {
        Some("load") => match load(&field("link"), &field("scenario")) {
            Some(job) => (asked.job, asked.position) = (Some(job), None),
            None => partner.tell("failed", &[("reason", "there is no link and no scenario".into())]),
        },
        Some("get") if asked.get.len() < MOST_ASKING => asked.get.push(field("id")),
        Some("get") => {}
        Some("setStep") => {
            let position = field("position").as_f64().filter(|position| *position >= 0.0);
            asked.position = position.map(|position| position as usize).or(asked.position);
        }
        _ => partner.tell("failed", &[("reason", "no such request".into()), ("id", field("id"))]),
    }
}

/// Does what was asked for.
fn answer(lab: Lab, partner: &Partner, asked: Asked) {
    let Asked { job, position, get: ids } = asked;
    if let Some(position) = position.filter(|_| job.is_none()) {
        lab.go_to(position);
    }
    if let Some(job) = job {
        lab.keeping.ask(job);
    }
    if !ids.is_empty() {
        get(lab, partner.clone(), ids);
    }
}

/// A link, or a scenario as text or as an object; none where there is neither.
fn load(link: &JsValue, scenario: &JsValue) -> Option<Job> {
    if let Some(link) = dom::text_of(link, MOST_AROUND) {
        return Some(Job::OpenLink(link));
    }
    let text = if scenario.is_object() { JSON::stringify(scenario).ok()?.into() } else { scenario.clone() };
    dom::text_of(&text, MOST_BYTES).map(Job::OpenText)
}

/// Says what is shown, once what is on its way is there: before that it would be another tenant.
fn get(lab: Lab, partner: Partner, ids: Vec<JsValue>) {
    spawn_local(async move {
        while lab.keeping.presence.try_get_untracked() == Some(Presence::Opening) {
            breath().await;
        }
        let text = match lab.keeping.is_open() {
            true => keeping::text_of(lab).await.map_err(|_| "the catalog did not load"),
            false => Err("no tenant is open"),
        };
        for id in ids {
            let text = match &text {
                Ok(text) => text,
                Err(why) => {
                    partner.tell("failed", &[("reason", (*why).into()), ("id", id)]);
                    continue;
                }
            };
            let scenario = JSON::parse(text).unwrap_or(JsValue::NULL);
            let situation = situation(lab).get_untracked();
            let mut answer = fields(&situation).to_vec();
            answer.extend([("scenario", scenario), ("id", id)]);
            partner.tell("scenario", &answer);
        }
    });
}
