//! The properties of an object.

use std::collections::BTreeMap;

use licensing_model::Property;

use super::path::{At, Step};
use super::values;
use crate::error::{Fault, Problem, Wanted, brief};
use crate::json::{Node, Value};

/// How often each property was there without being read: resource, property.
#[derive(Debug, Default)]
pub(crate) struct Ignored(BTreeMap<(&'static str, String), u64>);

/// So many names are told apart; what comes after them is counted together.
const MOST_NAMES: usize = 1_000;

impl Ignored {
    /// Counts a property that is passed over.
    pub(crate) fn count(&mut self, resource: &'static str, name: &str) {
        let key = (resource, brief(name));
        let key =
            if self.0.len() < MOST_NAMES || self.0.contains_key(&key) { key } else { (resource, "…".to_string()) };
        *self.0.entry(key).or_default() += 1;
    }

    /// Each by its name, with how often it was there.
    pub(crate) fn take(&mut self) -> Vec<(String, u64)> {
        let all = core::mem::take(&mut self.0);
        all.into_iter().map(|((resource, name), count)| (format!("{resource}.{name}"), count)).collect()
    }
}

/// An object and where it stands.
pub(crate) struct Fields<'n, 'a> {
    parts: &'n [(Box<str>, Node)],
    at: &'a At<'a>,
    line: u32,
}

impl<'n, 'a> Fields<'n, 'a> {
    /// The properties of `node`.
    pub(crate) fn of(node: &'n Node, at: &'a At<'a>) -> Result<Fields<'n, 'a>, Problem> {
        match &node.value {
            Value::Object(parts) => Ok(Fields { parts, at, line: node.line }),
            _ => Err(values::expected(node, at, Wanted::Object)),
        }
    }

    /// Where the object begins.
    pub(crate) const fn line(&self) -> u32 {
        self.line
    }

    /// What is wrong with the object itself.
    pub(crate) fn problem(&self, fault: Fault) -> Problem {
        self.at.problem(self.line, fault)
    }

    /// What is wrong with one of its properties.
    pub(crate) fn problem_of(&self, name: &str, fault: Fault) -> Problem {
        let line = self.find(name).map_or(self.line, |node| node.line);
        self.at.name(name).problem(line, fault)
    }

    /// Counts the properties that are neither among `read` nor kept, or too long for that: they are passed over.
    pub(crate) fn pass_over(&self, resource: &'static str, read: &[&str], kept: &[Property], ignored: &mut Ignored) {
        for (name, node) in self.parts {
            let is_kept = kept.iter().any(|property| property.name() == &**name) && values::can_be_kept(node);
            if !read.contains(&&**name) && !is_kept && !is_annotation(name) {
                ignored.count(resource, name);
            }
        }
    }

    /// A property, as it is.
    pub(crate) fn find(&self, name: &str) -> Option<&'n Node> {
        self.parts.iter().find(|(other, _)| **other == *name).map(|(_, node)| node)
    }

    /// A property that must be there and is never null.
    pub(crate) fn required<T>(
        &self,
        name: &'static str,
        read: impl FnOnce(&'n Node, &At<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.optional(name, read)?.ok_or_else(|| self.problem(Fault::Missing(name)))
    }

    /// A property that may be missing and is never null.
    pub(crate) fn optional<T>(
        &self,
        name: &str,
        read: impl FnOnce(&'n Node, &At<'_>) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        self.find(name).map(|node| read(node, &self.at.name(name))).transpose()
    }

    /// A property that may be missing or null.
    pub(crate) fn nullable<T>(
        &self,
        name: &str,
        read: impl FnOnce(&'n Node, &At<'_>) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        let there = self.find(name).filter(|node| node.value != Value::Null);
        there.map(|node| read(node, &self.at.name(name))).transpose()
    }

    /// The elements of a list that may be missing or null.
    pub(crate) fn list<T>(
        &self,
        name: &str,
        mut read: impl FnMut(&'n Node, &At<'_>) -> Result<T, Problem>,
    ) -> Result<Option<Vec<T>>, Problem> {
        let Some(node) = self.find(name).filter(|node| node.value != Value::Null) else { return Ok(None) };
        let at = self.at.name(name);
        let parts = values::list(node, &at)?.iter().enumerate();
        parts.map(|(number, part)| read(part, &at.step(Step::Index(number)))).collect::<Result<_, _>>().map(Some)
    }
}

/// Whether a property says something about the answer.
fn is_annotation(name: &str) -> bool {
    name.contains('@')
}
