//! What names users and groups in the text form: their name if nobody else has it, else the userPrincipalName, else the
//! number.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::words::{by_number, numbered};
use crate::error::ScenarioError;
use crate::json::{Node, brief};

/// The names of all users, or of all groups, in the order of their numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    /// How many there are.
    count: u32,
    /// Names with their numbers; none where two share one.
    names: BTreeMap<String, Option<u32>>,
    /// userPrincipalNames with their numbers.
    others: BTreeMap<String, Option<u32>>,
    /// By number, the name and the other name.
    own: Vec<(String, String)>,
}

impl Keys {
    /// Adds the next one. An empty name names nothing.
    pub(super) fn push(&mut self, name: &str, other: &str) {
        for (names, text) in [(&mut self.names, name), (&mut self.others, other)] {
            if !text.is_empty() {
                names.entry(text.to_string()).and_modify(|shared| *shared = None).or_insert(Some(self.count));
            }
        }
        self.own.push((name.to_string(), other.to_string()));
        self.count = self.count.saturating_add(1);
    }

    /// Adds so many that have no names here.
    pub(super) fn skip(&mut self, count: u32) {
        self.count = self.count.saturating_add(count);
    }

    /// What names the one with this number.
    pub(super) fn key(&self, number: u32) -> String {
        // Those without names come first.
        let named = (number as usize).checked_sub((self.count as usize).saturating_sub(self.own.len()));
        let Some((name, other)) = named.and_then(|at| self.own.get(at)) else { return by_number(number) };
        let finds = |text: &String| !text.starts_with('#') && self.find(text) == Some(number);
        match (finds(name), finds(other)) {
            (true, _) => name.clone(),
            (_, true) => other.clone(),
            _ => by_number(number),
        }
    }

    fn find(&self, text: &str) -> Option<u32> {
        match self.names.get(text) {
            Some(found) => *found,
            None => self.others.get(text).copied().flatten(),
        }
    }

    /// The number that a text names. `what` is the kind of thing.
    pub(super) fn number(&self, what: &str, node: Node<'_>) -> Result<u32, ScenarioError> {
        let text: Cow<'_, str> = node.text()?;
        let found = numbered(&text).or_else(|| self.find(&text));
        found.ok_or_else(|| node.error(format!("`{}` names no {what}, or more than one", brief(&text))))
    }
}
