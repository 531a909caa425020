//! A refused command, worded for the page.

use licensing_core::Tenant;
use licensing_model::catalog::Confidence;
use licensing_model::{Command, Refusal};
use licensing_wording::{Message, Text, meaning_of};

/// A refused command, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalNote {
    /// Microsoft's exact text, where one is known.
    pub exact: Option<String>,
    /// The same in plain words.
    pub plain: Message,
    /// Which rule, and what the text rests on; none where no rule refused.
    pub rests_on: Option<(&'static str, Text)>,
}

/// Words the refusal of `command` by `tenant`.
pub fn refusal(tenant: &Tenant, command: &Command, refusal: &Refusal) -> RefusalNote {
    let text = tenant.refusal_text_of(command, refusal);
    let source = match text.confidence {
        Confidence::Documented => Text::REFUSAL_DOCUMENTED,
        Confidence::Community => Text::REFUSAL_COMMUNITY,
        Confidence::Inferred | Confidence::Unknown => Text::REFUSAL_OURS,
    };
    RefusalNote {
        plain: meaning_of(tenant, command, refusal),
        exact: text.message,
        rests_on: text.rule.map(|rule| (rule.id, source)),
    }
}
