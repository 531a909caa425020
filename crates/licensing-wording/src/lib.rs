//! Every word that people read and that is not Microsoft's, in English and Dutch.
//!
//! The texts stand in `texts/<language>/*.ftl`. The build checks that the languages say the same things and makes of
//! each text a constant ([`Text`]), or a function of its arguments, of [`Words`] for text to be shown now and of
//! [`Message`] for text to be shown later, in whatever language is spoken then. English is in the program; another
//! language is a file beside it, loaded when it is asked for.
//!
//! What Microsoft says word for word (codes, messages, activities of the audit log) is in the engine, in English alone.

mod country;
mod heading;
mod language;
mod message;
mod names;
mod number;
mod pattern;
mod portal;
mod refusal;
mod rule;
mod sentence;
mod state;
mod text;
mod words;

pub use heading::UsageLocation;
pub use language::Language;
pub use message::Message;
pub use names::{Named, Names, Part};
pub use number::capital;
pub use portal::PortalTask;
pub use refusal::{answer, meaning, meaning_of};
pub use text::Text;
pub use words::{NotTheseTexts, Words};
