//! Microsoft Graph over a simulated tenant: a request value in, an answer value out.
//!
//! Shapes, names, status codes and texts are Graph's v1.0. What Graph has and this simulator does not is refused by
//! name (501 for a resource or an action, 400 for a query option or a property), never answered wrongly.
//!
//! The crate is pure and total: no clock, no randomness, no storage, and no request makes it panic. A refused request
//! changes nothing; an accepted one that writes is one command of the engine, or several where Graph does several things at once.
//!
//! ```
//! use licensing_graph::{Request, handle};
//!
//! let catalog = std::sync::Arc::new(licensing_catalog::starter());
//! let mut tenant = licensing_core::Tenant::new(catalog, Default::default());
//! let answer = handle(&mut tenant, &Request::new("GET", "/organization?$select=countryLetterCode"));
//! assert_eq!(answer.status, 200);
//! assert_eq!(answer.body["value"][0]["countryLetterCode"], "NL");
//! ```
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::float_arithmetic))]

mod actions;
mod answer;
mod batch;
mod body;
pub mod console;
mod error;
mod filter;
mod ids;
mod json_text;
pub mod kept;
mod known;
mod message;
mod nesting;
mod query_options;
mod read;
mod resources;
mod route;
mod schema;
mod time;
pub mod transcript;
mod url;

use licensing_core::{Accepted, History, Tenant};
use licensing_model::{Command, Created, Refusal};

pub use message::{Request, Response};
pub use time::iso;

use actions::{assign_license, domains, groups, members, restore, users};
use error::{Failure, RequestIds, Result, headers};
use message::Answer;
use route::Route;
use url::{Address, Version};

/// What requests read and write: a tenant, or a history, with which each accepted request can be undone.
pub trait Lab {
    /// The tenant as it is now.
    fn tenant(&self) -> &Tenant;
    /// Applies a command, or answers why not and changes nothing.
    fn apply(&mut self, command: Command) -> core::result::Result<Accepted, Refusal>;
}

impl Lab for Tenant {
    fn tenant(&self) -> &Tenant {
        self
    }

    fn apply(&mut self, command: Command) -> core::result::Result<Accepted, Refusal> {
        Tenant::apply(self, &command)
    }
}

impl Lab for History {
    fn tenant(&self) -> &Tenant {
        History::tenant(self)
    }

    fn apply(&mut self, command: Command) -> core::result::Result<Accepted, Refusal> {
        History::apply(self, command)
    }
}

/// Answers one request.
pub fn handle(lab: &mut impl Lab, request: &Request) -> Response {
    respond(lab, request, Place::Top)
}

/// Answers one GET, by which nothing can change.
pub fn get(tenant: &Tenant, url: &str) -> Response {
    let request = Request::new("GET", url);
    let answer = Address::parse(url, Version::One).and_then(|address| {
        let segments: Vec<&str> = address.segments.iter().map(String::as_str).collect();
        read::read(tenant, Route::of(&segments)?, &address, &request)
    });
    dress(tenant, &request, answer)
}

/// Answers 400 with `why` to what cannot even be made a [`Request`], such as an object without an address.
pub fn refuse(tenant: &Tenant, why: &str) -> Response {
    Failure::unreadable(why).into_response(tenant, &Request::default())
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Top,
    /// In a `$batch` of this edition.
    Batch(Version),
}

fn respond(lab: &mut dyn Lab, request: &Request, place: Place) -> Response {
    let answer = dispatch(lab, request, place);
    dress(lab.tenant(), request, answer)
}

fn dress(tenant: &Tenant, request: &Request, answer: Result<Answer>) -> Response {
    match answer {
        Err(failure) => failure.into_response(tenant, request),
        Ok(Answer { status, location, body }) => {
            let ids = RequestIds::of(tenant, request);
            let mut headers = headers(ids, Some(&body).filter(|body| !body.is_null()));
            headers.extend(location.map(|location| ("Location".to_string(), location)));
            Response { status, headers, body }
        }
    }
}

fn dispatch(lab: &mut dyn Lab, request: &Request, place: Place) -> Result<Answer> {
    let version = match place {
        Place::Top => Version::One,
        Place::Batch(version) => version,
    };
    let address = Address::parse(&request.url, version)?;
    let segments: Vec<&str> = address.segments.iter().map(String::as_str).collect();
    let route = Route::of(&segments)?;
    let method = request.method.to_ascii_uppercase();
    if method == "GET" {
        return read::read(lab.tenant(), route, &address, request);
    }
    if !route.takes(&method) {
        return Err(route.refuse_method(&method, &format!("/{}", segments.join("/"))));
    }
    query_options::Options::read(&address, request)?.only(&[], "a request that writes")?;
    match (method.as_str(), route) {
        ("POST", Route::Batch) if place == Place::Top => batch::batch(lab, &address, request),
        ("POST", Route::Batch) => Err(Failure::unreadable("A $batch cannot stand in a $batch.")),
        ("POST", Route::Users) => users::create(lab, &address, request),
        ("PATCH", Route::User(key)) => users::update(lab, request, key),
        ("DELETE", Route::User(key)) => users::delete(lab, key),
        ("POST", Route::AssignUserLicense(key)) => assign_license::to_user(lab, &address, request, key),
        ("POST", Route::Reprocess(key)) => users::reprocess(lab, &address, request, key),
        ("POST", Route::Groups) => groups::create(lab, &address, request),
        ("PATCH", Route::Group(key)) => groups::update(lab, request, key),
        ("DELETE", Route::Group(key)) => groups::delete(lab, key),
        ("POST", Route::AssignGroupLicense(key)) => assign_license::to_group(lab, &address, request, key),
        ("POST", Route::Domains) => domains::create(lab, &address, request),
        ("DELETE", Route::Domain(key)) => domains::delete(lab, key),
        ("POST", Route::MemberReferences(key)) => members::add(lab, request, key),
        ("DELETE", Route::MemberReference { group, member }) => members::remove(lab, group, member),
        ("POST", Route::GetMemberGroups(key)) => members::groups_of(lab, &address, request, key),
        ("POST", Route::Restore(key)) => restore::restore(lab, &address, request, key),
        _ => Err(Failure::method_not_allowed()),
    }
}

/// Applies commands, of which the later ones may rest on what the first created, all or none. They are tried on a copy
/// first, which costs nothing to speak of.
fn apply_all(lab: &mut dyn Lab, first: Command, then: impl Fn(Option<Created>) -> Vec<Command>) -> Result<Accepted> {
    let mut trial = lab.tenant().clone();
    let refused = |tenant: &Tenant, refusal: &Refusal| Failure::from_refusal(tenant, refusal);
    let accepted = trial.apply(&first).map_err(|refusal| refused(&trial, &refusal))?;
    let others = then(accepted.created);
    for command in &others {
        if let Err(refusal) = trial.apply(command) {
            return Err(refused(&trial, &refusal));
        }
    }
    let accepted = apply(lab, first)?;
    for command in others {
        apply(lab, command)?;
    }
    Ok(accepted)
}

/// Applies a command, or words the refusal.
fn apply(lab: &mut dyn Lab, command: Command) -> Result<Accepted> {
    lab.apply(command).map_err(|refusal| Failure::from_refusal(lab.tenant(), &refusal))
}
