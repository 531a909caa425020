//! The words of a lesson in one language.

use std::collections::BTreeMap;

/// The words of a lesson. Two stars around words make them stand out; an accent grave stands around what is typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Texts {
    /// What it is called.
    pub title: String,
    /// What it is about, in a sentence.
    pub summary: String,
    /// What happened before the learner came, paragraph by paragraph.
    pub story: Vec<String>,
    /// What each goal says, by its id.
    pub goals: BTreeMap<String, String>,
    /// What each hint says, by its id.
    pub hints: BTreeMap<String, String>,
    /// What is said afterwards.
    pub debrief: Debrief,
    /// Questions for a discussion.
    pub discussion: Vec<String>,
}

/// What is said when a lesson is solved.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Debrief {
    /// What happened.
    pub happened: String,
    /// The rule behind it.
    pub rule: String,
    /// Where that is documented.
    pub source: String,
    /// How to see it in the portal of 2019.
    pub portal_2019: String,
    /// How to see it in today's portal.
    pub portal_today: String,
    /// How to see it with Graph.
    pub graph: String,
}
