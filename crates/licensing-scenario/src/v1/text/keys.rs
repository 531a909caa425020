//! What names users and groups in the text form: their name if nobody else has it, else the userPrincipalName, else the
//! number.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_core::Interner;

use super::words::{by_number, numbered};
use crate::error::ScenarioError;
use crate::json::{Line, Node, brief};

/// The names of all users, or of all groups, in the order of their numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    /// How many there are.
    count: u32,
    /// All names, and all userPrincipalNames.
    texts: Interner<String>,
    /// For each text, whom it names.
    meant: Vec<Meant>,
    /// By number, the name and the other name.
    own: Vec<[Option<u32>; 2]>,
}

/// Whom a text names, as a name and as a userPrincipalName.
#[derive(Clone, Copy, Debug, Default)]
struct Meant {
    by_name: Whom,
    by_other: Whom,
}

#[derive(Clone, Copy, Debug, Default)]
enum Whom {
    #[default]
    Nobody,
    One(u32),
    /// None of them, that is.
    Several,
}

impl Whom {
    fn add(&mut self, number: u32) {
        *self = if let Whom::Nobody = self { Whom::One(number) } else { Whom::Several };
    }
}

impl Meant {
    /// The one whom the text names. A name comes before a userPrincipalName.
    fn whom(self) -> Option<u32> {
        match (self.by_name, self.by_other) {
            (Whom::One(number), _) | (Whom::Nobody, Whom::One(number)) => Some(number),
            _ => None,
        }
    }
}

impl Keys {
    /// Adds the next one. An empty name names nothing.
    pub(super) fn push(&mut self, name: &str, other: &str) {
        let number = self.count;
        let own = [(name, true), (other, false)].map(|(text, is_name)| {
            let at = (!text.is_empty()).then(|| self.texts.intern(text.to_string()))?;
            if self.meant.len() <= at as usize {
                self.meant.push(Meant::default());
            }
            let Meant { by_name, by_other } = self.meant.get_mut(at as usize)?;
            if is_name {
                by_name.add(number)
            } else {
                by_other.add(number)
            }
            Some(at)
        });
        self.own.push(own);
        self.count = self.count.saturating_add(1);
    }

    /// Adds so many that have no names here.
    pub(super) fn skip(&mut self, count: u32) {
        self.count = self.count.saturating_add(count);
    }

    /// What names the one with this number.
    pub(super) fn key(&self, number: u32) -> Cow<'_, str> {
        self.named(number).map_or_else(|| Cow::Owned(by_number(number)), Cow::Borrowed)
    }

    /// Writes what names the one with this number.
    pub(super) fn write(&self, line: &mut Line, number: u32) {
        match self.named(number) {
            Some(name) => line.text(name),
            None => line.place(number),
        }
    }

    /// The name that names the one with this number and nobody else.
    fn named(&self, number: u32) -> Option<&str> {
        // Those without names come first.
        let at = (number as usize).checked_sub((self.count as usize).saturating_sub(self.own.len()))?;
        self.own.get(at)?.iter().flatten().find_map(|text| {
            let whom = self.meant.get(*text as usize)?.whom();
            self.texts.get(*text).map(String::as_str).filter(|text| whom == Some(number) && !text.starts_with('#'))
        })
    }

    /// The number that a text names. `what` is the kind of thing.
    pub(super) fn number(&self, what: &str, node: Node<'_>) -> Result<u32, ScenarioError> {
        let text: Cow<'_, str> = node.text()?;
        let meant = |text: &str| self.meant.get(self.texts.number(text)? as usize)?.whom();
        let found = numbered(&text).or_else(|| meant(&text));
        found.ok_or_else(|| node.error(format!("`{}` names no {what}, or more than one", brief(&text))))
    }
}
