//! The program's side of the texts: a constant for each text without arguments, functions for each with some.

use std::fmt::Write;

use crate::texts::{Argument, Piece, Text, fingerprint};

/// The code that the crate includes.
pub(crate) fn code(texts: &[Text]) -> String {
    let mut constants = String::new();
    let mut words = String::new();
    let mut messages = String::new();
    for (place, text) in texts.iter().enumerate() {
        let doc = format!("/// “{}”", readable(&text.pieces));
        let name = text.key.replace('-', "_");
        if text.arguments.is_empty() {
            let name = name.to_uppercase();
            add(&mut constants, &format!("    {doc}\n    pub const {name}: Text = Text({place});\n"));
            continue;
        }
        let parameters =
            list(&text.arguments, |name, is_number| format!("{name}: {}", if is_number { "usize" } else { "&str" }));
        let values = list(&text.arguments, |name, is_number| {
            format!("Argument::{}({name})", if is_number { "Number" } else { "Words" })
        });
        add(
            &mut words,
            &format!(
                "    {doc}\n    pub fn {name}(self, {parameters}) -> String {{\n        \
                 self.fill(Text({place}), &[{values}])\n    }}\n"
            ),
        );
        let parameters = list(&text.arguments, |name, is_number| {
            format!("{name}: {}", if is_number { "usize" } else { "impl Into<Message>" })
        });
        let values = list(&text.arguments, |name, is_number| {
            if is_number { format!("Message::Number({name})") } else { format!("{name}.into()") }
        });
        add(
            &mut messages,
            &format!(
                "    {doc}\n    pub fn {name}({parameters}) -> Message {{\n        \
                 Message::Text(Text({place}), vec![{values}])\n    }}\n"
            ),
        );
    }
    let count = texts.len();
    let fingerprint = fingerprint(texts);
    format!(
        "const COUNT: usize = {count};\nconst FINGERPRINT: &str = \"{fingerprint}\";\n\nimpl Text {{\n{constants}}}\n\n\
         impl Words {{\n{words}}}\n\nimpl Message {{\n{messages}}}\n"
    )
}

fn add(to: &mut String, text: &str) {
    // Writing into memory does not fail.
    let _ = to.write_str(text);
}

fn list(arguments: &[Argument], word: impl Fn(&str, bool) -> String) -> String {
    let words = arguments.iter().map(|argument| word(&argument.name, argument.is_number));
    words.collect::<Vec<_>>().join(", ")
}

/// What a text says, for those who read the code.
fn readable(pieces: &[Piece]) -> String {
    let readable_piece = |piece: &Piece| match piece {
        Piece::Words(words) => words.replace(['[', '<'], " "),
        Piece::Argument(name) => format!("`{name}`"),
        Piece::Choice { other, .. } => readable(other),
    };
    pieces.iter().map(readable_piece).collect()
}
