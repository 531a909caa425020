//! What is to be said, before it is known in which language.

use licensing_model::CountryCode;

use crate::text::Text;

/// A text with its arguments, in no language yet; [`crate::Words::say`] words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The same in every language: a name, a code, a text of Microsoft's.
    Exact(String),
    /// A number.
    Number(usize),
    /// A country, by its name.
    Country(CountryCode),
    /// `a, b and c`.
    List(Vec<Message>),
    /// A text, with what stands in it. The functions of this type make it, with the arguments that the text takes.
    Text(Text, Vec<Message>),
}

impl Message {
    /// A list of names.
    pub fn names(names: impl IntoIterator<Item = String>) -> Message {
        Message::List(names.into_iter().map(Message::Exact).collect())
    }
}

impl From<String> for Message {
    fn from(text: String) -> Message {
        Message::Exact(text)
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Message {
        Message::Exact(text.to_owned())
    }
}

impl From<CountryCode> for Message {
    fn from(country: CountryCode) -> Message {
        Message::Country(country)
    }
}

impl From<Text> for Message {
    fn from(text: Text) -> Message {
        Message::Text(text, Vec::new())
    }
}
