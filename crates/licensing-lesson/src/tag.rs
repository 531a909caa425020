//! Which lesson a tenant belongs to, as a scenario keeps it.

use std::fmt;
use std::str::FromStr;

/// What the ids of lessons begin with that somebody wrote in the page.
pub const OWN: &str = "own-";

/// Who does what is done in a lesson.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// Whoever sits at the page: it counts for their progress.
    #[default]
    Own,
    /// A learner, whose way is looked at by whoever assesses it.
    Learner,
}

/// A lesson, its version and its variant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The seed of the variant; 0 is the lesson as it is written.
    pub seed: u32,
    /// Whose way it is.
    pub whose: Whose,
}

/// What a tag ends with of a way that is looked at.
const LOOKED_AT: char = '!';

/// The text names no lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTag;

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.id, self.version)?;
        if self.seed > 0 {
            write!(f, "~{}", self.seed)?;
        }
        if self.whose == Whose::Learner { write!(f, "{LOOKED_AT}") } else { Ok(()) }
    }
}

impl FromStr for Tag {
    type Err = NoTag;

    fn from_str(text: &str) -> Result<Tag, NoTag> {
        let (id, rest) = text.split_once('@').ok_or(NoTag)?;
        let (rest, whose) = match rest.strip_suffix(LOOKED_AT) {
            Some(rest) => (rest, Whose::Learner),
            None => (rest, Whose::Own),
        };
        let (version, seed) = rest.split_once('~').unwrap_or((rest, "0"));
        Ok(Tag {
            id: id.to_string(),
            version: version.parse().map_err(|_| NoTag)?,
            seed: seed.parse().map_err(|_| NoTag)?,
            whose,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_reads_back() {
        for (seed, whose, text) in [
            (0, Whose::Own, "e1-meets-e3@2"),
            (31, Whose::Own, "e1-meets-e3@2~31"),
            (0, Whose::Learner, "e1-meets-e3@2!"),
            (31, Whose::Learner, "e1-meets-e3@2~31!"),
        ] {
            let tag = Tag { id: "e1-meets-e3".to_string(), version: 2, seed, whose };
            assert_eq!(tag.to_string(), text);
            assert_eq!(text.parse(), Ok(tag));
        }
        assert_eq!("e1-meets-e3".parse::<Tag>(), Err(NoTag));
    }
}
