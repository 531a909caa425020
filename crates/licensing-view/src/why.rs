//! Why a path is as it is: the trace as a chain in plain words.

use crate::names::PersonName;
use crate::route::Address;
use crate::status::{Status, Tone};
use crate::icon::Icon;

/// The explanation of one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyView {
    /// The question.
    pub title: String,
    /// By which path, since when.
    pub subtitle: String,
    /// Who.
    pub person: PersonName,
    /// The outcome.
    pub status: Status,
    /// The chain, outcome first, facts last.
    pub links: Vec<WhyLink>,
    /// Rules that were used.
    pub rules: Vec<RuleNote>,
    /// Microsoft's message, where one is known.
    pub message: Option<String>,
}

/// One link of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyLink {
    /// How it hangs on the one before.
    pub lead: &'static str,
    /// The sentence.
    pub text: String,
    /// Its drawing.
    pub icon: Icon,
    /// Its color.
    pub tone: Tone,
    /// Pairs of plans that exclude each other.
    pub clashes: Vec<ClashView>,
    /// The rule, where one decides.
    pub rule: Option<&'static str>,
    /// Where the fact is shown.
    pub address: Option<(String, Address)>,
}

/// Two plans that exclude each other, each with the product that brings it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClashView {
    /// One plan.
    pub a: String,
    /// Its product's tag.
    pub a_of: String,
    /// The other plan.
    pub b: String,
    /// Its product's tag.
    pub b_of: String,
}

/// A rule that was used, and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleNote {
    /// Such as `R6.1`.
    pub id: &'static str,
    /// What it says.
    pub text: &'static str,
    /// How sure it is.
    pub confidence: &'static str,
}

/// A refused command, worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalNote {
    /// Microsoft's exact text where one is known, else ours.
    pub message: String,
    /// The same in plain words.
    pub plain: String,
    /// Which rule.
    pub rule: String,
    /// What the text rests on.
    pub source: String,
}
