//! A way on its own: what somebody did, with some texts and numbers about it, without what it started from. A lesson's
//! link and what a learner hands in are this.

use alloc::string::String;
use alloc::vec::Vec;

use licensing_core::Action;

use crate::base64;
use crate::coding::Allowance;
use crate::compact::LINK;
use crate::envelope::{self, Codec};
use crate::error::{Large, ScenarioError};
use crate::link::MOST_CHARACTERS;
use crate::v1;

/// What somebody did.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Way {
    /// Texts about it, whose meaning is agreed on elsewhere.
    pub texts: Vec<String>,
    /// Numbers about it, likewise.
    pub numbers: Vec<u32>,
    /// What was done.
    pub actions: Vec<Action>,
}

/// The way as URL-safe text.
pub fn encode(way: Way) -> String {
    let Way { texts, numbers, actions } = way;
    let way = v1::Way { texts, numbers, actions };
    base64::encode(&envelope::seal(Codec::Way, way.version(), &way.into_bytes()))
}

/// The way behind such a text.
pub fn decode(text: &str) -> Result<Way, ScenarioError> {
    if text.len() > MOST_CHARACTERS {
        return Err(ScenarioError::TooLarge { what: Large::Characters { most: MOST_CHARACTERS } });
    }
    let (bytes, is_exact) = base64::decode(text).ok_or(ScenarioError::Damaged)?;
    let (_, contents) = envelope::open(Codec::Way, &bytes)?;
    if !is_exact {
        return Err(ScenarioError::Damaged);
    }
    let allowance: Allowance = LINK.allowance;
    let v1::Way { texts, numbers, actions } = v1::Way::read(contents.to_vec(), allowance)?;
    Ok(Way { texts, numbers, actions })
}

#[cfg(test)]
mod tests {
    use licensing_model::command::{Command, Member};
    use licensing_model::{GroupId, UserId};

    use super::*;

    fn way() -> Way {
        let member = Member::User(UserId::from_raw(4));
        Way {
            texts: alloc::vec![String::from("e1-meets-e3"), String::from("Noor Visser")],
            numbers: alloc::vec![1, 0, 70_000],
            actions: alloc::vec![
                Action::Command(Command::AddMember(GroupId::from_raw(1), member)),
                Action::Steps(40),
                Action::Command(Command::ReprocessUser(UserId::from_raw(4))),
            ],
        }
    }

    #[test]
    fn a_way_comes_back_and_is_short() {
        let text = encode(way());
        assert!(text.len() < 80, "{text}");
        assert_eq!(decode(&text), Ok(way()));
        assert_eq!(decode(&encode(Way::default())), Ok(Way::default()));
    }

    #[test]
    fn what_was_cut_or_changed_says_so() {
        let text = encode(way());
        for length in 0..text.len() {
            assert!(decode(text.get(..length).unwrap()).is_err(), "{length}");
        }
        assert_eq!(decode("~"), Err(ScenarioError::Damaged));
    }
}
