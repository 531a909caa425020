//! Which lesson a tenant belongs to, as a scenario keeps it.

use std::fmt;
use std::str::FromStr;

/// What the ids of lessons begin with that somebody wrote in the page.
pub const OWN: &str = "own-";

/// A lesson, its version and its variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The seed of the variant; 0 is the lesson as it is written.
    pub seed: u32,
}

/// The text names no lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTag;

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.id, self.version)?;
        if self.seed > 0 { write!(f, "~{}", self.seed) } else { Ok(()) }
    }
}

impl FromStr for Tag {
    type Err = NoTag;

    fn from_str(text: &str) -> Result<Tag, NoTag> {
        let (id, rest) = text.split_once('@').ok_or(NoTag)?;
        let (version, seed) = rest.split_once('~').unwrap_or((rest, "0"));
        Ok(Tag {
            id: id.to_string(),
            version: version.parse().map_err(|_| NoTag)?,
            seed: seed.parse().map_err(|_| NoTag)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_reads_back() {
        for (seed, text) in [(0, "e1-meets-e3@2"), (31, "e1-meets-e3@2~31")] {
            let tag = Tag { id: "e1-meets-e3".to_string(), version: 2, seed };
            assert_eq!(tag.to_string(), text);
            assert_eq!(text.parse(), Ok(tag));
        }
        assert_eq!("e1-meets-e3".parse::<Tag>(), Err(NoTag));
    }
}
