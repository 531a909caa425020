//! The words of the field, each with what it means.

use licensing_model::units::CapabilityStatus;
use licensing_model::{AssignmentError, AssignmentState, ProcessingState, RuleSet};
use licensing_wording::{Language, Text, Words};

use crate::status::Headings;
use crate::step::CONCURRENCY;

/// A word of the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word, in the language that is spoken.
    pub word: String,
    /// Microsoft's English word, where the language that is spoken has another.
    pub english: Option<String>,
    /// The value by which Graph calls it, where that is another word still.
    pub code: Option<&'static str>,
    /// What it means.
    pub meaning: &'static str,
}

/// Words with what they mean; in the alphabetical order of English.
static TERMS: &[(Text, Text)] = &[
    (Text::TERM_ASSIGNMENT_STATE, Text::MEANS_ASSIGNMENT_STATE),
    (Text::TERM_AUDIT_LOG, Text::MEANS_AUDIT_LOG),
    (Text::TERM_BACKGROUND, Text::MEANS_BACKGROUND),
    (Text::TERM_COMPANY_WIDE, Text::MEANS_COMPANY_WIDE),
    (Text::TERM_CONFIDENCE, Text::MEANS_CONFIDENCE),
    (Text::TERM_CONSUMED_UNITS, Text::MEANS_CONSUMED_UNITS),
    (Text::TERM_DIRECT_LICENSE, Text::MEANS_DIRECT_LICENSE),
    (Text::TERM_DISABLED_PLAN, Text::MEANS_DISABLED_PLAN),
    (Text::TERM_EFFECTIVE, Text::MEANS_EFFECTIVE),
    (Text::TERM_EXCLUSIVE_PAIR, Text::MEANS_EXCLUSIVE_PAIR),
    (Text::TERM_GROUP_LICENSE, Text::MEANS_GROUP_LICENSE),
    (Text::TERM_GROUP_RUN, Text::MEANS_GROUP_RUN),
    (Text::TERM_IN_FORCE, Text::MEANS_IN_FORCE),
    (Text::TERM_INHERITED_LICENSE, Text::MEANS_INHERITED_LICENSE),
    (Text::TERM_MAILBOX_PLAN, Text::MEANS_MAILBOX_PLAN),
    (Text::TERM_MEMBER, Text::MEANS_MEMBER),
    (Text::TERM_MICROSOFT_365_GROUP, Text::MEANS_MICROSOFT_365_GROUP),
    (Text::TERM_PART_NUMBER, Text::MEANS_PART_NUMBER),
    (Text::TERM_PATH, Text::MEANS_PATH),
    (Text::TERM_PREREQUISITE, Text::MEANS_PREREQUISITE),
    (Text::TERM_PRODUCT, Text::MEANS_PRODUCT),
    (Text::TERM_PROXY_ADDRESS, Text::MEANS_PROXY_ADDRESS),
    (Text::TERM_QUEUE, Text::MEANS_QUEUE),
    (Text::TERM_REPROCESS, Text::MEANS_REPROCESS),
    (Text::TERM_RULE_SET, Text::MEANS_RULE_SET),
    (Text::TERM_RUN, Text::MEANS_RUN),
    (Text::TERM_SEAT, Text::MEANS_SEAT),
    (Text::TERM_SECURITY_GROUP, Text::MEANS_SECURITY_GROUP),
    (Text::TERM_SERVICE_PLAN, Text::MEANS_SERVICE_PLAN),
    (Text::TERM_STEP, Text::MEANS_STEP),
    (Text::TERM_SUBSCRIPTION, Text::MEANS_SUBSCRIPTION),
    (Text::TERM_SWAP, Text::MEANS_SWAP),
    (Text::TERM_TEMPLATE, Text::MEANS_TEMPLATE),
    (Text::TERM_TENANT, Text::MEANS_TENANT),
    (Text::TERM_UNITS, Text::MEANS_UNITS),
    (Text::TERM_USAGE_LOCATION, Text::MEANS_USAGE_LOCATION),
    (Text::TERM_USER_RUN, Text::MEANS_USER_RUN),
    (Text::TERM_WORKER, Text::MEANS_WORKER),
];

/// The glossary of a language in its alphabetical order. Errors are called by the headings of `rules`. Where `wanted` is
/// not empty, only what holds it in a word, a code or a meaning is left, whatever its case.
pub fn glossary(words: Words, rules: RuleSet, wanted: &str) -> Vec<Term> {
    let wanted = wanted.trim().to_lowercase();
    let mut terms = all(words, rules);
    terms.retain(|term| term.holds(&wanted));
    terms.sort_by_cached_key(|term| term.word.to_lowercase());
    terms
}

/// Every term, in no order.
fn all(words: Words, rules: RuleSet) -> Vec<Term> {
    // English is in every program.
    let english = Words::english();
    let is_english = words.language() == Language::English;
    let term = |say: &dyn Fn(Words) -> &'static str, code: Option<&'static str>, means: Text| {
        let (word, in_english) = (say(words).to_string(), say(english));
        Term {
            english: (!is_english && word != in_english).then(|| in_english.to_string()),
            code: code.filter(|code| *code != word && *code != in_english),
            meaning: words.text(means),
            word,
        }
    };
    let plain = TERMS.iter().map(|(word, means)| term(&|words| words.text(*word), None, *means));
    let states = [
        (AssignmentState::Active, Text::MEANS_ACTIVE),
        (AssignmentState::ActiveWithError, Text::MEANS_ACTIVE_WITH_ERROR),
        (AssignmentState::Disabled, Text::MEANS_DISABLED),
        (AssignmentState::Error, Text::MEANS_ERROR),
    ]
    .map(|(state, means)| term(&|words| words.assignment_state(state), Some(state.name()), means));
    let processing = [
        (ProcessingState::QueuedForProcessing, Text::MEANS_QUEUED),
        (ProcessingState::ProcessingInProgress, Text::MEANS_IN_PROGRESS),
        (ProcessingState::ProcessingComplete, Text::MEANS_COMPLETE),
    ]
    .map(|(state, means)| term(&|words| words.processing_state(state), Some(state.name()), means));
    let subscriptions = [
        (CapabilityStatus::Enabled, Text::MEANS_ENABLED),
        (CapabilityStatus::Warning, Text::MEANS_WARNING),
        (CapabilityStatus::Suspended, Text::MEANS_SUSPENDED),
        (CapabilityStatus::LockedOut, Text::MEANS_LOCKED_OUT),
        (CapabilityStatus::Deleted, Text::MEANS_DELETED),
    ]
    .map(|(status, means)| term(&|words| words.capability_status(status), Some(status.name()), means));
    let errors = [
        (AssignmentError::CountViolation, Text::MEANS_COUNT),
        (AssignmentError::MutuallyExclusiveViolation, Text::MEANS_EXCLUSIVE),
        (AssignmentError::DependencyViolation, Text::MEANS_DEPENDENCY),
        (AssignmentError::ProhibitedInUsageLocationViolation, Text::MEANS_LOCATION),
        (AssignmentError::UniquenessViolation, Text::MEANS_UNIQUENESS),
        (AssignmentError::Other, Text::MEANS_OTHER),
    ]
    .map(|(error, means)| term(&|words| Headings::of_rules(rules).word(words, error), Some(error.name()), means));
    let collision = term(&|words| words.text(Text::CONCURRENCY_EXCEPTION), Some(CONCURRENCY), Text::MEANS_CONCURRENCY);
    plain.chain(states).chain(processing).chain(subscriptions).chain(errors).chain([collision]).collect()
}

impl Term {
    /// Whether `wanted`, in lower case, occurs in it.
    fn holds(&self, wanted: &str) -> bool {
        let texts = [Some(self.word.as_str()), self.english.as_deref(), self.code, Some(self.meaning)];
        texts.into_iter().flatten().any(|text| text.to_lowercase().contains(wanted))
    }
}
