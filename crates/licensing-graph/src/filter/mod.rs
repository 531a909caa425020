//! `$filter`: text, then an expression, then an expression whose names and types are checked, then an answer for a row.

mod bind;
mod evaluate;
mod grammar;
mod ready;

use core::cmp::Ordering;

pub(crate) use bind::{Bound, bind};
pub(crate) use grammar::parse;
pub(crate) use ready::Ready;

/// How many elements a collection has, as the last name of a path.
pub(crate) const COUNT: &str = "$count";

/// The longest text, in bytes.
pub(crate) const LONGEST: usize = 8 * 1024;
/// How deep parentheses, `not` and `any` may stand in each other.
pub(crate) const DEEPEST: usize = 50;

/// An expression as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    /// All of them.
    And(Vec<Expression>),
    /// One of them.
    Or(Vec<Expression>),
    /// Not this one.
    Not(Box<Expression>),
    /// `path eq literal`, and `ne` if it is negated.
    Equals { path: Path, literal: Literal, negated: bool },
    /// `path in (literal, …)`.
    In { path: Path, literals: Vec<Literal> },
    /// `path ge literal` and the like.
    Compare { path: Path, order: Order, literal: Literal },
    /// `startsWith(path, literal)`, or `endsWith`.
    Affix { path: Path, end: End, literal: Literal },
    /// `path/any(variable: expression)`, or `path/any()`.
    Any { path: Path, test: Option<(String, Box<Expression>)> },
}

/// How a value is compared with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Order {
    /// Whether a value that compares so with the literal passes.
    pub(crate) const fn fits(self, found: Ordering) -> bool {
        match self {
            Order::Less => found.is_lt(),
            Order::LessOrEqual => found.is_le(),
            Order::Greater => found.is_gt(),
            Order::GreaterOrEqual => found.is_ge(),
        }
    }
}

/// Which end of a text is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Start,
    End,
}

impl End {
    /// The function in OData's words.
    pub(crate) const fn function(self) -> &'static str {
        match self {
            End::Start => "startsWith",
            End::End => "endsWith",
        }
    }
}

/// `a/b`, and where it stands; `a/$count` ends with [`COUNT`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Path {
    pub(crate) names: Vec<String>,
    pub(crate) at: usize,
}

/// A value, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    pub(crate) value: LiteralValue,
    pub(crate) at: usize,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LiteralValue {
    Null,
    Flag(bool),
    Text(String),
    /// In lower case.
    Id(String),
    Number(i64),
    /// As it was written.
    Time(String),
}

impl LiteralValue {
    /// The type in OData's words.
    pub(crate) const fn type_name(&self) -> &'static str {
        match self {
            LiteralValue::Null => "null",
            LiteralValue::Flag(_) => "Edm.Boolean",
            LiteralValue::Text(_) => "Edm.String",
            LiteralValue::Id(_) => "Edm.Guid",
            LiteralValue::Number(_) => "Edm.Int32",
            LiteralValue::Time(_) => "Edm.DateTimeOffset",
        }
    }
}

/// What is wrong with an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The byte at which it shows.
    pub(crate) at: usize,
    /// What it is.
    pub(crate) what: String,
    /// Whether it is Graph's own refusal, for which it has words of its own, and not a filter that cannot be read.
    pub(crate) is_refused: bool,
    /// Whether the grammar may still try something else.
    backtrack: bool,
}

impl Fault {
    /// A fault that nothing else can heal.
    pub(crate) fn new(at: usize, what: impl Into<String>) -> Fault {
        Fault { at, what: what.into(), is_refused: false, backtrack: false }
    }

    /// What Graph does not do.
    pub(crate) fn refused(at: usize, what: impl Into<String>) -> Fault {
        Fault { is_refused: true, ..Fault::new(at, what) }
    }

    /// The fault as a message that points at its position, counted in characters from 1.
    pub(crate) fn message(&self, text: &str) -> String {
        let position = text.char_indices().take_while(|(at, _)| *at < self.at).count() + 1;
        format!("Invalid filter clause: {} at position {position} in '{}'.", self.what, crate::error::brief(text))
    }
}
