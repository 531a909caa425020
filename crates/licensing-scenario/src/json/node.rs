//! Values of a document, read where they stand.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;

use super::error_at;
use super::parse::{Json, Kind, Token, unescape};
use crate::error::ScenarioError;

type Result<T> = core::result::Result<T, ScenarioError>;

/// A value.
#[derive(Clone, Copy, Debug)]
pub struct Node<'j> {
    json: &'j Json,
    at: usize,
    token: Token,
}

/// An object.
#[derive(Clone, Copy, Debug)]
pub struct Object<'j> {
    node: Node<'j>,
}

impl Json {
    /// The whole document.
    pub fn root(&self) -> Result<Node<'_>> {
        self.node(0).ok_or(ScenarioError::Truncated)
    }

    /// How many words it has.
    #[cfg(test)]
    pub(crate) fn words(&self) -> usize {
        self.tokens.len()
    }

    /// The value at a place that [`Node::place`] gave.
    pub fn node(&self, at: usize) -> Option<Node<'_>> {
        #[cfg(test)]
        super::looks::count();
        self.tokens.get(at).map(|token| Node { json: self, at, token: *token })
    }

    fn slice(&self, token: Token) -> &str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or_default()
    }
}

impl<'j> Node<'j> {
    /// An error at this value.
    pub fn error(self, what: String) -> ScenarioError {
        error_at(&self.json.text, self.token.start as usize, what)
    }

    fn expected(self, what: &str) -> ScenarioError {
        self.error(format!("{what} is expected"))
    }

    /// Where the value stands.
    pub fn place(self) -> usize {
        self.at
    }

    /// The value under a name, whatever else there is. None where this is no object.
    pub fn field(self, name: &str) -> Option<Node<'j>> {
        (self.token.kind == Kind::Object).then_some(Object { node: self })?.get(name)
    }

    /// The token behind the value.
    fn next(self) -> usize {
        match self.token.kind {
            Kind::List | Kind::Object => self.token.end as usize,
            _ => self.at.saturating_add(1),
        }
    }

    /// Whether it is `null`.
    pub fn is_null(self) -> bool {
        self.token.kind == Kind::Null
    }

    /// Whether it is a text.
    pub fn is_text(self) -> bool {
        matches!(self.token.kind, Kind::Plain | Kind::Escaped)
    }

    /// A text.
    pub fn text(self) -> Result<Cow<'j, str>> {
        let slice = self.json.slice(self.token);
        match self.token.kind {
            Kind::Plain => Ok(Cow::Borrowed(slice)),
            Kind::Escaped => Ok(Cow::Owned(unescape(slice).unwrap_or_default())),
            _ => Err(self.expected("a text")),
        }
    }

    /// A whole number.
    pub fn number<N: TryFrom<u64>>(self) -> Result<N> {
        // Numbers that JavaScript cannot hold are written as texts.
        let number = match self.token.kind {
            Kind::Number | Kind::Plain => self.json.slice(self.token).parse::<u64>().ok(),
            _ => None,
        };
        number.and_then(|number| N::try_from(number).ok()).ok_or_else(|| self.expected("a whole number in range"))
    }

    /// `true` or `false`.
    pub fn flag(self) -> Result<bool> {
        match self.token.kind {
            Kind::True => Ok(true),
            Kind::False => Ok(false),
            _ => Err(self.expected("true or false")),
        }
    }

    /// The elements of a list.
    pub fn elements(self) -> Result<impl Iterator<Item = Node<'j>>> {
        if self.token.kind != Kind::List {
            return Err(self.expected("a list"));
        }
        Ok(self.inside())
    }

    /// What stands inside a list, or the names and values of an object.
    fn inside(self) -> impl Iterator<Item = Node<'j>> {
        let end = self.token.end as usize;
        let mut at = self.at.saturating_add(1);
        core::iter::from_fn(move || {
            let node = self.json.node(at).filter(|_| at < end)?;
            at = node.next();
            Some(node)
        })
    }

    /// The line that the value begins in, from 1.
    pub fn line(self) -> u32 {
        let before = self.json.text.as_bytes().get(..self.token.start as usize).unwrap_or_default();
        before.iter().filter(|byte| **byte == b'\n').count().saturating_add(1) as u32
    }

    /// The names and values of an object whose names can be any.
    pub fn fields(self) -> Result<impl Iterator<Item = (Cow<'j, str>, Node<'j>)>> {
        let mut inside = self.any_object()?.node.inside();
        Ok(core::iter::from_fn(move || Some((inside.next()?.text().unwrap_or_default(), inside.next()?))))
    }

    /// An object of which the names are not known yet.
    pub fn any_object(self) -> Result<Object<'j>> {
        if self.token.kind == Kind::Object { Ok(Object { node: self }) } else { Err(self.expected("an object")) }
    }

    /// An object that has none but these names, each at most once.
    pub fn object(self, known: &[&str]) -> Result<Object<'j>> {
        let object = self.any_object()?;
        let mut seen = 0_u64;
        for name in self.inside().step_by(2) {
            let text = name.text()?;
            let Some(place) = known.iter().position(|known| *known == text) else {
                return Err(name.error(format!("`{}` means nothing here", brief(&text))));
            };
            let flag = 1_u64.unbounded_shl(place as u32);
            if seen & flag != 0 {
                return Err(name.error(format!("`{text}` is there twice")));
            }
            seen |= flag;
        }
        Ok(object)
    }
}

impl<'j> Object<'j> {
    /// The object as a value.
    pub fn node(self) -> Node<'j> {
        self.node
    }

    /// The value under a name, if it is there.
    pub fn get(self, name: &str) -> Option<Node<'j>> {
        let mut inside = self.node.inside();
        while let (Some(own), Some(value)) = (inside.next(), inside.next()) {
            if own.text().is_ok_and(|own| own == name) {
                return Some(value);
            }
        }
        None
    }

    /// The value under a name, which has to be there.
    pub fn need(self, name: &str) -> Result<Node<'j>> {
        self.get(name).ok_or_else(|| self.node.error(format!("`{name}` is missing")))
    }

    /// The text under a name, or an empty one.
    pub fn text(self, name: &str) -> Result<String> {
        self.get(name).map_or(Ok(String::new()), |value| Ok(value.text()?.into_owned()))
    }

    /// The number under a name, or 0.
    pub fn number<N: TryFrom<u64> + Default>(self, name: &str) -> Result<N> {
        self.get(name).map_or(Ok(N::default()), Node::number)
    }

    /// The flag under a name, or `otherwise`.
    pub fn flag(self, name: &str, otherwise: bool) -> Result<bool> {
        self.get(name).map_or(Ok(otherwise), Node::flag)
    }

    /// Each element of the list under a name; nothing where it is not there.
    pub fn each<T, C: Default + Extend<T>>(
        self,
        name: &str,
        mut convert: impl FnMut(Node<'j>) -> Result<T>,
    ) -> Result<C> {
        let mut converted = C::default();
        if let Some(list) = self.get(name) {
            for element in list.elements()? {
                converted.extend([convert(element)?]);
            }
        }
        Ok(converted)
    }
}

/// A text as messages repeat it: not all of a very long one.
pub fn brief(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => String::from(text),
    }
}
