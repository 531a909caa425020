//! Lessons: a tenant with a problem, what is to be reached, and what is said on the way.
//!
//! A lesson is two kinds of text file: one for what holds in every language, and one a language for its words
//! (`docs/lessons.md`). Goals are predicates over the tenant now or over the whole way; a [`Judge`] looks at them after
//! every command and every step. Nothing here knows the page.
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::float_arithmetic))]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking"))]

pub mod assess;
mod condition;
mod course;
pub mod draft;
mod error;
pub mod hand;
mod judge;
mod lesson;
mod pack;
pub mod pick;
mod progress;
pub mod proof;
pub mod propose;
mod read;
mod sentence;
mod shortfall;
mod tag;
mod texts;
pub mod variant;
mod write;

pub use condition::{Condition, Primary, Range, Users, Via};
pub use course::{OBJECTIVES, Objective, SECTIONS, Section, TRACKS};
pub use error::LessonError;
pub use judge::{GoalVerdict, Judge, Moment, Standing, Verdict};
pub use lesson::{Goal, Hint, Lesson, Scope, Wrong};
pub use pack::{pack, unpack};
pub use progress::{Help, Progress, Record};
pub use read::{Head, MOST_BYTES, head as read_head, lesson as read_lesson, texts as read_texts};
pub use shortfall::Shortfall;
pub use tag::{NoTag, OWN, Tag, Whose};
pub use texts::{Debrief, Texts};
pub use write::lesson as write_lesson;
