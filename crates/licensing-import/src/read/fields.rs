//! The properties of an object.

use std::collections::BTreeMap;

use super::path::{At, Step};
use super::values::{self, Read};
use crate::error::{Fault, Problem, Wanted, brief};
use crate::json::{Node, Value};

/// How often each property that Graph has was there without being read: resource, property.
pub(crate) type Ignored = BTreeMap<(&'static str, &'static str), u64>;

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

    /// Every property is one of `read`, or one that Graph's resource has besides, which is counted.
    pub(crate) fn check(&self, resource: &'static str, read: &[&str], ignored: &mut Ignored) -> Result<(), Problem> {
        for (name, node) in self.parts {
            if read.contains(&&**name) || is_annotation(name) {
                continue;
            }
            let instead = match licensing_graph::property_name(resource, name) {
                Some(known) if *known == **name => {
                    *ignored.entry((resource, known)).or_default() += 1;
                    continue;
                }
                instead => instead,
            };
            return Err(self.at.name(name).problem(node.line, unknown(name, resource, instead)));
        }
        Ok(())
    }

    /// Every property is one of these.
    pub(crate) fn only(&self, resource: &'static str, known: &[&'static str]) -> Result<(), Problem> {
        for (name, node) in self.parts {
            if known.contains(&&**name) || is_annotation(name) {
                continue;
            }
            let instead = known.iter().copied().find(|known| known.eq_ignore_ascii_case(name));
            return Err(self.at.name(name).problem(node.line, unknown(name, resource, instead)));
        }
        Ok(())
    }

    /// A property, as it is.
    pub(crate) fn find(&self, name: &str) -> Option<&'n Node> {
        self.parts.iter().find(|(other, _)| **other == *name).map(|(_, node)| node)
    }

    /// A property that must be there and is never null.
    pub(crate) fn required<T>(&self, name: &'static str, read: Read<'n, T>) -> Result<T, Problem> {
        self.optional(name, read)?.ok_or_else(|| self.problem(Fault::Missing(name)))
    }

    /// A property that may be missing and is never null.
    pub(crate) fn optional<T>(&self, name: &str, read: Read<'n, T>) -> Result<Option<T>, Problem> {
        self.find(name).map(|node| read(node, &self.at.name(name))).transpose()
    }

    /// A property that may be missing or null.
    pub(crate) fn nullable<T>(&self, name: &str, read: Read<'n, T>) -> Result<Option<T>, Problem> {
        let there = self.find(name).filter(|node| node.value != Value::Null);
        there.map(|node| read(node, &self.at.name(name))).transpose()
    }

    /// The elements of a list that may be missing.
    pub(crate) fn list<T>(
        &self,
        name: &str,
        mut read: impl FnMut(&'n Node, &At<'_>) -> Result<T, Problem>,
    ) -> Result<Option<Vec<T>>, Problem> {
        let Some(node) = self.find(name) else { return Ok(None) };
        let at = self.at.name(name);
        let parts = values::list(node, &at)?.iter().enumerate();
        parts.map(|(number, part)| read(part, &at.step(Step::Index(number)))).collect::<Result<_, _>>().map(Some)
    }
}

fn unknown(name: &str, resource: &'static str, instead: Option<&'static str>) -> Fault {
    Fault::UnknownProperty { name: brief(name), resource, instead }
}

/// Whether a property says something about the answer, or is one that the tenant's own administrators added.
fn is_annotation(name: &str) -> bool {
    name.contains('@') || name.starts_with("extension_") || (name.starts_with("ext") && name.contains('_'))
}
