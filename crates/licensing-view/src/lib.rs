//! View models: what the page shows, as plain values computed from a tenant.
//!
//! Values are ready to be shown: words, tones, links. Nothing here decides a rule, and nothing knows the browser.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking"))]

pub mod about;
pub mod act;
pub mod audit;
pub mod became;
pub mod checks;
pub mod code;
pub mod describe;
pub mod find;
pub mod foresight;
pub mod glossary;
pub mod group;
pub mod happened;
pub mod icon;
pub mod import;
pub mod lesson;
mod linked;
pub mod map;
pub mod names;
pub mod overview;
pub mod processing;
pub mod product;
mod query;
pub mod read;
pub mod refusal;
pub mod route;
pub mod rule;
pub mod rules;
mod search;
pub mod seats;
mod service;
pub mod settings;
pub mod shell;
pub mod side_by_side;
mod sources;
pub mod status;
pub mod step;
pub mod story;
pub mod strip;
pub mod table;
mod trouble;
pub mod typed;
pub mod user;
pub mod why;

pub use icon::Icon;
pub use linked::{Piece, plain};
pub use names::{GroupName, PersonName, PlanChoice, ProductName};
pub use refusal::RefusalNote;
pub use route::{Address, LessonId, ProductTab, Route, RulesTab, WhyTarget};
pub use seats::Seats;
pub use service::Service;
pub use sources::sources;
pub use status::{Status, Tone};
