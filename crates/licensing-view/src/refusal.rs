//! A refused command, worded for the page.

use licensing_core::Tenant;
use licensing_model::catalog::Confidence;
use licensing_model::{Command, Refusal};

/// A refused command, worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalNote {
    /// Microsoft's exact text where one is known, else ours.
    pub message: String,
    /// The same in plain words, where that says more.
    pub plain: String,
    /// Which rule.
    pub rule: String,
    /// What the text rests on.
    pub source: String,
}

/// Words the refusal of `command` by `tenant`.
pub fn refusal(tenant: &Tenant, command: &Command, refusal: &Refusal) -> RefusalNote {
    let text = tenant.refusal_text_of(command, refusal);
    RefusalNote {
        plain: if text.meaning == text.message { String::new() } else { text.meaning },
        message: text.message,
        rule: text.rule.id.to_string(),
        source: match text.confidence {
            Confidence::Documented => "Microsoft's text, documented",
            Confidence::Community => "Microsoft's text, as its users report it",
            Confidence::Inferred | Confidence::Unknown => "our words; Microsoft's text is not known",
        }
        .to_string(),
    }
}
