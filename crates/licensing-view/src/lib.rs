//! View models: what the page shows, as plain values computed from a tenant.
//!
//! Values are ready to be shown: words, tones, links. Nothing here decides a rule, and nothing knows the browser.

pub mod audit;
pub mod country;
pub mod describe;
pub mod example;
pub mod group;
pub mod icon;
pub mod names;
pub mod overview;
pub mod processing;
pub mod product;
pub mod read;
pub mod refusal;
pub mod route;
pub mod seats;
pub mod shell;
pub mod status;
pub mod story;
pub mod user;
pub mod why;
pub mod words;

pub use icon::Icon;
pub use names::{GroupName, PersonName, PlanChoice, ProductName};
pub use refusal::RefusalNote;
pub use route::{Address, Route, WhyTarget};
pub use seats::Seats;
pub use status::{Status, Tone};
