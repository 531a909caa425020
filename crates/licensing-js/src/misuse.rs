//! What a script can do wrong.

use licensing_core::Tenant;
use licensing_model::Refusal;
use licensing_wording::Words;

/// Why a call was not done. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misuse {
    /// An argument, or a property of one, is missing or of another type or out of range.
    #[error("`{name}` has to be {expected}")]
    Argument {
        /// Which.
        name: &'static str,
        /// What it can be.
        expected: &'static str,
    },
    /// An object has a property that means nothing here.
    #[error("`{name}` has no property `{property}`; it can have {known}")]
    UnknownProperty {
        /// Which argument.
        name: &'static str,
        /// The property.
        property: String,
        /// What it can have.
        known: String,
    },
    /// There is no such thing in the tenant or in the catalog.
    #[error("there is no {what} `{key}`")]
    Unknown {
        /// The kind of thing, and how it was looked for.
        what: &'static str,
        /// What was given.
        key: String,
    },
    /// More than one product has this part number.
    #[error("`{part_number}` is the part number of several products; give one of their skuIds: {ids}")]
    Ambiguous {
        /// What was given.
        part_number: String,
        /// Their ids.
        ids: String,
    },
    /// The engine refused the command; what that means.
    #[error("{0}")]
    Refused(String),
    /// A scenario or a link cannot be taken, or not be made; why, and what to do about it.
    #[error("{0}")]
    Scenario(String),
    /// The catalog inside the package cannot be read.
    #[error("the catalog cannot be read: {0}")]
    Catalog(String),
}

impl Misuse {
    /// The error for a thing that is not there; a very long key is cut.
    pub(crate) fn unknown(what: &'static str, key: &str) -> Misuse {
        Misuse::Unknown { what, key: brief(key) }
    }

    /// The error for what the engine refused.
    pub(crate) fn refused(tenant: &Tenant, refusal: &Refusal) -> Misuse {
        Misuse::Refused(Words::english().say(&licensing_wording::meaning(tenant, refusal)))
    }
}

/// A text that was given, as messages repeat it: whole, unless it is very long.
pub(crate) fn brief(text: &str) -> String {
    const LONGEST: usize = 100;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_string(),
    }
}
