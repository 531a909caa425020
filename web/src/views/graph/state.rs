//! What the console holds while one is elsewhere: the request that is being written, and what was sent.

use std::collections::VecDeque;
use std::sync::Arc;

use leptos::prelude::*;
use licensing_graph::console::{Deviation, deviations};
use licensing_graph::{Request, Response, handle};
use licensing_view::{Icon, Status, Tone};
use licensing_wording::Words;
use serde_json::Value;
use wasm_bindgen_futures::spawn_local;

use crate::lab::Lab;
use crate::language;

/// Requests that are kept.
const KEPT: usize = 20;
/// An answer that is longer, in bytes, is kept only as long as it is the last.
const LONGEST_KEPT: usize = 256 * 1024;

/// The methods that Graph knows here.
pub(super) const METHODS: [&str; 4] = ["GET", "POST", "PATCH", "DELETE"];

/// A request as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// One of [`METHODS`].
    pub(super) method: &'static str,
    /// The address.
    pub(super) url: String,
    /// One header a line, `Name: value`.
    pub(super) headers: String,
    /// The text of the body.
    pub(super) body: String,
}

impl Draft {
    /// A request that is ready to be sent, to be looked at first.
    pub(super) fn of(request: Request) -> Draft {
        let headers: Vec<String> = request.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        Draft {
            method: METHODS.into_iter().find(|method| *method == request.method).unwrap_or_default(),
            url: request.url,
            headers: headers.join("\n"),
            body: match request.body {
                Some(Value::String(text)) => text,
                Some(body) => format!("{body:#}"),
                None => String::new(),
            },
        }
    }

    /// Whether the method sends a body.
    pub(super) fn has_body(&self) -> bool {
        matches!(self.method, "POST" | "PATCH")
    }

    /// The request; its body is text, so that it is read like any client's.
    fn request(&self) -> Request {
        let header = |line: &str| {
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            (name.trim().to_string(), value.trim().to_string())
        };
        Request {
            method: self.method.to_string(),
            url: self.url.trim().to_string(),
            headers: self.headers.lines().filter(|line| !line.trim().is_empty()).map(header).collect(),
            body: self.has_body().then(|| Value::String(self.body.clone())),
        }
    }
}

/// A request with its answer.
#[derive(Debug)]
pub(super) struct Exchange {
    /// Its running number.
    pub(super) number: usize,
    /// The request as it was written.
    pub(super) draft: Draft,
    /// `202 Accepted`.
    pub(super) status: Status,
    /// The headers of the answer.
    pub(super) headers: Vec<(String, String)>,
    /// The body of the answer as it is shown; empty where there is none.
    pub(super) body: Arc<str>,
    /// Where the answer differs from Graph's on purpose.
    pub(super) deviations: Vec<&'static Deviation>,
}

impl Exchange {
    fn new(number: usize, draft: Draft, request: &Request, response: &Response) -> Exchange {
        let accepted = response.status < 300;
        let (tone, icon) = if accepted { (Tone::Ok, Icon::Ok) } else { (Tone::Error, Icon::Error) };
        let body = match &response.body {
            Value::Null => String::new(),
            body => format!("{body:#}"),
        };
        Exchange {
            number,
            draft,
            status: Status::new(tone, icon, format!("{} {}", response.status, response.reason()).trim_end()),
            headers: response.headers.clone(),
            body: body.into(),
            deviations: deviations(request, response),
        }
    }
}

/// The console.
#[derive(Clone, Copy)]
pub(crate) struct Console {
    /// What is being written.
    pub(super) draft: RwSignal<Draft>,
    /// What was sent, newest first.
    pub(super) sent: RwSignal<VecDeque<Arc<Exchange>>>,
    /// The exchange whose answer is shown.
    pub(super) shown: RwSignal<Option<Arc<Exchange>>>,
}

impl Console {
    /// A console in which nothing was sent.
    pub(crate) fn new() -> Console {
        // The page starts with this, and needs nothing else that reads or writes requests before the console is shown.
        let first = Draft {
            method: "GET",
            url: "/subscribedSkus?$select=skuPartNumber,prepaidUnits,consumedUnits".to_string(),
            headers: String::new(),
            body: String::new(),
        };
        Console { draft: RwSignal::new(first), sent: RwSignal::new(VecDeque::new()), shown: RwSignal::new(None) }
    }

    /// Sends what was written; the answer is shown. Graph answers in English, so that its words have to be there.
    pub(super) fn send(self, lab: Lab) {
        if Words::english().is_whole() {
            return self.send_now(lab);
        }
        spawn_local(async move {
            language::english().await;
            self.send_now(lab);
        });
    }

    fn send_now(self, lab: Lab) {
        let draft = self.draft.get_untracked();
        let request = draft.request();
        let Some((response, changed)) = lab.work(|document| handle(document, &request)) else { return };
        let number = self.sent.with_untracked(|sent| sent.front().map_or(1, |last| last.number + 1));
        let exchange = Arc::new(Exchange::new(number, draft, &request, &response));
        if !changed {
            // A change was read aloud by its own name.
            lab.say(exchange.status.word.clone());
        }
        self.sent.update(|sent| {
            sent.retain(|exchange| exchange.body.len() <= LONGEST_KEPT);
            sent.push_front(Arc::clone(&exchange));
            sent.truncate(KEPT);
        });
        self.shown.set(Some(exchange));
    }

    /// Brings a request back with its answer.
    pub(super) fn bring_back(self, exchange: &Arc<Exchange>) {
        self.draft.set(exchange.draft.clone());
        self.shown.set(Some(Arc::clone(exchange)));
    }
}
