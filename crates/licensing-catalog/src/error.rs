//! Why bytes are refused.

use core::fmt;

use crate::wire::VERSION;

/// Why bytes are not a catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The file is longer than any catalog.
    TooLong {
        /// How many bytes it has.
        bytes: usize,
    },
    /// The file does not begin as a catalog does.
    NotACatalog,
    /// The file was written for another version of this program.
    OtherVersion {
        /// The version of the file.
        found: u8,
    },
    /// The file ends early, goes on too long, or holds something that is not text.
    Malformed,
    /// More rows, positions or letters than a catalog may have.
    TooMany {
        /// Of what.
        what: &'static str,
    },
    /// Two parts of the file do not fit together.
    Inconsistent {
        /// The part that does not fit.
        part: &'static str,
    },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DecodeError::TooLong { bytes } => write!(f, "{bytes} bytes are more than a catalog has"),
            DecodeError::NotACatalog => f.write_str("the file is not a catalog"),
            DecodeError::OtherVersion { found } => {
                write!(f, "the catalog has version {found}, and only version {VERSION} can be read")
            }
            DecodeError::Malformed => f.write_str("the catalog is cut off or damaged"),
            DecodeError::TooMany { what } => write!(f, "the catalog has too many {what}"),
            DecodeError::Inconsistent { part } => write!(f, "the catalog contradicts itself in its {part}"),
        }
    }
}

impl core::error::Error for DecodeError {}
