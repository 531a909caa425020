//! What somebody works on: a tenant with its history, what its actions are called, and what its last steps did.
//!
//! Whoever shows it (the page), offers it to scripts or drives it from a command line says what is to be done and asks
//! what came of it; nothing here knows of a browser.
//!
//! ```
//! use licensing_session::Session;
//! use licensing_wording::Words;
//!
//! let mut session = Session::example("Contoso".to_string());
//! while session.step().is_some() {}
//! assert_eq!(session.place().steps, 4);
//! let undone = session.undo().map(|name| Words::english().say(&name));
//! assert_eq!(undone.as_deref(), Some("step 18"));
//! ```

pub mod foresight;
mod going;
pub mod keeping;
mod log;
mod opening;
mod reading;
mod requests;
mod session;
mod speed;
mod writing;

pub use going::Going;
pub use licensing_core::MANY_STEPS;
pub use licensing_core::membership::READER as RULES;
pub use log::Moment;
pub use opening::Opening;
pub use reading::Reading;
pub use requests::{Request, Requests};
pub use session::{Origin, Session};
pub use speed::Speed;
pub use writing::{Writing, sheet};
