//! The first screen as it stands in the page itself, so that there is something to read before the program has come:
//! `web/first.html` with the texts of both languages. The program takes its place.

use std::fs;
use std::path::Path;

use crate::page::wording::texts::{self, Piece, Text};
use crate::shell::failed;

/// What the texts of the example are about.
const ARGUMENTS: [(&str, &str); 3] = [("group", "Sales E3"), ("product", "Office 365 E3"), ("user", "Noor Visser")];

/// What it stands before.
const BEHIND: &str = "<noscript>";

/// Puts the first screen into the page in `staging`.
pub(crate) fn put_into(root: &Path, staging: &Path) -> Result<(), String> {
    let read = |path: &Path| fs::read_to_string(path).map_err(failed(path));
    let template = read(&root.join("web/first.html"))?;
    let [english, dutch] = texts::read(&root.join("crates/licensing-wording/texts"))?;
    let screen = filled(&template, &english, &dutch)?;
    let page = staging.join("index.html");
    let html = read(&page)?;
    if !html.contains(BEHIND) {
        return Err(format!("`index.html` has no `{BEHIND}` before which the first screen would stand"));
    }
    let html = html.replacen(BEHIND, &format!("{screen}{BEHIND}"), 1);
    fs::write(&page, html).map_err(failed(&page))
}

/// The template with a text in place of each key in braces: English, and Dutch for `boot.js` beside it. What the text is
/// about stands behind its key, where it is not about the example: `{steps-waiting number=4}`.
fn filled(template: &str, english: &[Text], dutch: &[Text]) -> Result<String, String> {
    let mut lines = template.lines().map(str::trim).collect::<Vec<_>>().join("");
    while let Some((before, rest)) = lines.split_once('{') {
        let (key, after) = rest.split_once('}').ok_or("`web/first.html` has a brace that stays open")?;
        let (key, given) = key.split_once(' ').unwrap_or((key, ""));
        let given: Vec<(&str, &str)> = given.split(' ').filter_map(|argument| argument.split_once('=')).collect();
        let about = [given.as_slice(), &ARGUMENTS].concat();
        let [english, dutch] = [said(english, key, &about)?, said(dutch, key, &about)?];
        lines = format!("{before}<span data-nl=\"{dutch}\">{english}</span>{after}");
    }
    Ok(lines)
}

/// What a text says, as markup.
fn said(texts: &[Text], key: &str, about: &[(&str, &str)]) -> Result<String, String> {
    let text = texts.iter().find(|text| text.key == key).ok_or_else(|| format!("there is no text `{key}`"))?;
    let words = said_by(&text.pieces, key, about)?;
    Ok(words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;"))
}

fn said_by(pieces: &[Piece], key: &str, about: &[(&str, &str)]) -> Result<String, String> {
    let value = |name: &str| {
        let known = about.iter().find(|(known, _)| *known == name);
        known.map(|(_, value)| *value).ok_or_else(|| format!("`{key}` has an argument `{name}`"))
    };
    let said = |piece: &Piece| match piece {
        Piece::Words(words) => Ok(words.clone()),
        Piece::Argument(name) => value(name).map(str::to_owned),
        Piece::Choice { number, one, other } => said_by(if value(number)? == "1" { one } else { other }, key, about),
    };
    pieces.iter().map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(words: &str) -> Vec<Text> {
        let pieces = vec![Piece::Words(words.to_owned()), Piece::Argument("user".to_owned())];
        vec![Text { file: "overview".to_owned(), key: "greet".to_owned(), pieces, arguments: Vec::new() }]
    }

    #[test]
    fn keys_become_texts_of_both_languages() {
        let page = filled("<p>\n  {greet}\n</p>", &texts("Good \"day\" & "), &texts("Dag "));
        let expected = "<p><span data-nl=\"Dag Noor Visser\">Good &quot;day&quot; &amp; Noor Visser</span></p>";
        assert_eq!(page.as_deref(), Ok(expected));
        let of_another = "<span data-nl=\"Dag Femke\">Hello Femke</span>";
        assert_eq!(filled("{greet user=Femke}", &texts("Hello "), &texts("Dag ")).as_deref(), Ok(of_another));
        assert!(filled("{unknown}", &texts(""), &texts("")).is_err());
        assert!(filled("{greet", &texts(""), &texts("")).is_err());
    }
}
