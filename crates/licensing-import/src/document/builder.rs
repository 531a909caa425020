//! From tokens to one value.

use crate::error::{Counted, Fault, Problem, brief};
use crate::json::{Node, Reference, Token, Value};
use crate::limits::{LARGEST_RECORD, MOST_MEMBERS};
use crate::read::path::{At, Step};
use crate::records::reference;

/// Properties of a record that hold [`Value::References`].
const RELATIONS: [&str; 3] = ["members", "membersWithLicenseErrors", "memberOf"];

/// A value that is not complete.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    open: Vec<Open>,
    size: usize,
    /// The size when the relation began: what a reference holds beside its id is not kept.
    size_before: usize,
}

#[derive(Debug)]
struct Open {
    line: u32,
    /// The name that the next value has.
    name: Box<str>,
    parts: Parts,
}

#[derive(Debug)]
enum Parts {
    Object(Vec<(Box<str>, Node)>),
    List(Vec<Node>),
    References(Vec<Reference>),
}

impl Builder {
    /// Adds a token. Answers the value when it is complete. Paths of problems begin at the value.
    pub(crate) fn add(&mut self, token: Token<'_>, line: u32) -> Result<Option<Node>, Problem> {
        let value = match token {
            Token::OpenObject => {
                self.begin(line, Parts::Object(Vec::new()));
                return Ok(None);
            }
            Token::OpenList => {
                let parts = if self.is_relation() { Parts::References(Vec::new()) } else { Parts::List(Vec::new()) };
                self.begin(line, parts);
                return Ok(None);
            }
            Token::Name(name) => {
                self.weigh(name, line)?;
                if let Some(open) = self.open.last_mut() {
                    open.name = name.into();
                }
                return Ok(None);
            }
            Token::CloseObject | Token::CloseList => return self.close(),
            Token::Text(text) => Value::Text(text.into()),
            Token::Number(text) => Value::Number(text.into()),
            Token::Flag(flag) => Value::Flag(flag),
            Token::Null => Value::Null,
        };
        match token {
            Token::Text(text) | Token::Number(text) => self.weigh(text, line)?,
            _ => self.weigh("", line)?,
        }
        self.put(Node { line, value })
    }

    fn begin(&mut self, line: u32, parts: Parts) {
        if matches!(parts, Parts::References(_)) {
            self.size_before = self.size;
        }
        self.open.push(Open { line, name: Box::default(), parts });
    }

    /// Whether the next value is a relation of the record.
    fn is_relation(&self) -> bool {
        matches!(self.open.as_slice(), [Open { name, parts: Parts::Object(_), .. }] if RELATIONS.contains(&&**name))
    }

    fn weigh(&mut self, text: &str, line: u32) -> Result<(), Problem> {
        self.size += 1 + text.len() / 1024;
        if self.size > LARGEST_RECORD { Err(self.problem(line, Fault::TooLarge)) } else { Ok(()) }
    }

    /// What is wrong with the present part.
    pub(crate) fn problem(&self, line: u32, fault: Fault) -> Problem {
        let steps = self.open.iter().map(|open| match &open.parts {
            Parts::Object(_) => brief(&open.name),
            Parts::List(parts) => format!("[{}]", parts.len()),
            Parts::References(references) => format!("[{}]", references.len()),
        });
        // The innermost step comes first.
        steps.rev().fold(At::ROOT.problem(line, fault), |problem, step| problem.below(&step))
    }

    fn close(&mut self) -> Result<Option<Node>, Problem> {
        let Some(Open { line, parts, .. }) = self.open.pop() else { return Ok(None) };
        let value = match parts {
            Parts::Object(parts) => {
                if let Some((name, line)) = repeated(&parts) {
                    return Err(self.problem(line, Fault::RepeatedProperty(brief(name))));
                }
                Value::Object(parts)
            }
            Parts::List(parts) => Value::List(parts),
            Parts::References(references) => Value::References(references),
        };
        self.size += 1;
        self.put(Node { line, value })
    }

    /// Puts a complete value where it belongs.
    fn put(&mut self, node: Node) -> Result<Option<Node>, Problem> {
        let relation = match self.open.as_slice() {
            [record, Open { parts: Parts::References(_), .. }] => Some(record.name.clone()),
            _ => None,
        };
        match self.open.last_mut() {
            None => return Ok(Some(node)),
            Some(Open { name, parts: Parts::Object(parts), .. }) => parts.push((core::mem::take(name), node)),
            Some(Open { parts: Parts::List(parts), .. }) => parts.push(node),
            Some(Open { parts: Parts::References(references), .. }) => {
                let at = At::ROOT.name(relation.as_deref().unwrap_or_default());
                let at = at.step(Step::Index(references.len()));
                references.push(reference::read(&node, &at)?);
                if references.len() > MOST_MEMBERS {
                    let fault = Fault::TooMany { what: Counted::Members, most: MOST_MEMBERS as u64 };
                    return Err(at.problem(node.line, fault));
                }
                self.size = self.size_before;
            }
        }
        Ok(None)
    }
}

/// A property that stands twice, and where.
fn repeated(parts: &[(Box<str>, Node)]) -> Option<(&str, u32)> {
    let mut names: Vec<(&str, u32)> = parts.iter().map(|(name, node)| (&**name, node.line)).collect();
    names.sort_unstable();
    names.windows(2).find_map(|pair| match pair {
        [(first, _), (second, line)] if first == second => Some((*second, *line)),
        _ => None,
    })
}
