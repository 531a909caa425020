//! Reads the texts of every language and packs them.
//!
//! A text is a message of Project Fluent (<https://projectfluent.org>) with a part of its syntax: words, `{ $name }`,
//! `{ NUMBER($count) }`, quoted blanks, and one choice by number with the variants `[one]` and `*[other]`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;

/// The languages; every one of them has the texts of the first.
pub(crate) const LANGUAGES: [&str; 2] = ["en", "nl"];

/// One text of one language.
#[derive(Debug)]
pub(crate) struct Text {
    /// The file that it stands in, without its ending.
    pub(crate) file: String,
    /// Its name in the files, such as `users-in-error`.
    pub(crate) key: String,
    /// What it says.
    pub(crate) pieces: Vec<Piece>,
    /// Its arguments, as they first appear.
    pub(crate) arguments: Vec<Argument>,
}

/// An argument of a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Argument {
    pub(crate) name: String,
    pub(crate) is_number: bool,
}

/// A part of a text.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    Words(String),
    Argument(String),
    Choice { number: String, one: Vec<Piece>, other: Vec<Piece> },
}

/// The texts of every language, in the same order.
pub(crate) fn read(folder: &Path) -> Result<[Vec<Text>; LANGUAGES.len()], String> {
    let mut languages = [Vec::new(), Vec::new()];
    for (language, texts) in LANGUAGES.iter().zip(&mut languages) {
        *texts = read_language(&folder.join(language))?;
    }
    let [reference, others @ ..] = &mut languages;
    for (language, others) in LANGUAGES.iter().skip(1).zip(others) {
        say_the_same(reference, others, language)?;
    }
    Ok(languages)
}

/// The texts of one language as the page loads them: how they are known to belong to the program, then a line each,
/// which is empty for a text that is not wanted.
pub(crate) fn pack(texts: &[Text], is_wanted: impl Fn(&Text) -> bool) -> String {
    let line = |text: &Text| match is_wanted(text) {
        true => format!("\n{}", pack_pieces(&text.pieces, &text.arguments)),
        false => "\n".to_owned(),
    };
    fingerprint(texts) + &texts.iter().map(line).collect::<String>()
}

/// A number that changes with the names, the order and the arguments of the texts, not with what they say.
pub(crate) fn fingerprint(texts: &[Text]) -> String {
    let signatures = texts.iter().map(|text| format!("{} {:?}\n", text.key, text.arguments));
    // FNV-1a, for there is nothing to protect.
    let fold = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    let hash = signatures.collect::<String>().bytes().fold(0xcbf2_9ce4_8422_2325, fold);
    format!("{hash:016x}")
}

fn read_language(folder: &Path) -> Result<Vec<Text>, String> {
    let told = |error: std::io::Error| format!("`{}`: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(told)?.collect::<Result<Vec<_>, _>>().map_err(told)?;
    let mut files: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    files.sort();
    let mut texts: Vec<Text> = Vec::new();
    let mut keys = BTreeSet::new();
    for file in files {
        let place = file.display();
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let source = fs::read_to_string(&file).map_err(|error| format!("`{place}`: {error}"))?;
        let resource = parser::parse(source).map_err(|(_, errors)| format!("`{place}`: {errors:?}"))?;
        for entry in resource.body {
            let text = match entry {
                Entry::Message(message) => read_message(message, &stem).map_err(|what| format!("`{place}`: {what}"))?,
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                Entry::Term(_) | Entry::Junk { .. } => return Err(format!("`{place}`: only messages are read")),
            };
            if !keys.insert(text.key.clone()) {
                let first = texts.iter().find(|other| other.key == text.key).map_or("", |other| &other.file);
                return Err(format!("`{place}`: `{}` is there twice, first in `{first}`", text.key));
            }
            texts.push(text);
        }
    }
    Ok(texts)
}

fn read_message(message: Message<String>, file: &str) -> Result<Text, String> {
    let key = message.id.name;
    let told = |what: String| format!("`{key}`: {what}");
    if !message.attributes.is_empty() {
        return Err(told("attributes are not read".to_owned()));
    }
    let pattern = message.value.ok_or_else(|| told("it says nothing".to_owned()))?;
    let mut arguments = Vec::new();
    let pieces = read_pattern(pattern, &mut arguments).map_err(told)?;
    Ok(Text { file: file.to_owned(), key, pieces, arguments })
}

fn read_pattern(pattern: Pattern<String>, arguments: &mut Vec<Argument>) -> Result<Vec<Piece>, String> {
    let pieces = pattern.elements.into_iter().map(|element| match element {
        PatternElement::TextElement { value } => words(&value),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => read_inline(inline, arguments),
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("a choice is by an argument".to_owned());
            };
            note(arguments, &id.name, true);
            let (one, other) = read_variants(variants, arguments)?;
            Ok(Piece::Choice { number: id.name, one, other })
        }
    });
    pieces.collect()
}

fn words(text: &str) -> Result<Piece, String> {
    if text.contains(['{', '}', '|']) {
        return Err("`{`, `}` and `|` cannot be said".to_owned());
    }
    // A line break in a file is there for those who write it.
    Ok(Piece::Words(text.replace('\n', " ")))
}

fn read_inline(inline: InlineExpression<String>, arguments: &mut Vec<Argument>) -> Result<Piece, String> {
    match inline {
        InlineExpression::StringLiteral { value } => words(&value),
        InlineExpression::VariableReference { id } => {
            note(arguments, &id.name, false);
            Ok(Piece::Argument(id.name))
        }
        InlineExpression::FunctionReference { id, arguments: call } if id.name == "NUMBER" => {
            match (<[_; 1]>::try_from(call.positional), call.named.is_empty()) {
                (Ok([InlineExpression::VariableReference { id }]), true) => {
                    note(arguments, &id.name, true);
                    Ok(Piece::Argument(id.name))
                }
                _ => Err("NUMBER takes one argument of the text".to_owned()),
            }
        }
        _ => Err("only arguments, NUMBER and quoted words stand in braces".to_owned()),
    }
}

fn read_variants(
    variants: Vec<Variant<String>>,
    arguments: &mut Vec<Argument>,
) -> Result<(Vec<Piece>, Vec<Piece>), String> {
    let told = || "a choice has the variants `[one]` and `*[other]`".to_owned();
    let [one, other] = <[_; 2]>::try_from(variants).map_err(|_| told())?;
    let is = |variant: &Variant<String>, wanted: &str, default: bool| {
        matches!(&variant.key, VariantKey::Identifier { name } if name == wanted) && variant.default == default
    };
    if !is(&one, "one", false) || !is(&other, "other", true) {
        return Err(told());
    }
    Ok((read_pattern(one.value, arguments)?, read_pattern(other.value, arguments)?))
}

fn note(arguments: &mut Vec<Argument>, name: &str, is_number: bool) {
    match arguments.iter_mut().find(|argument| argument.name == name) {
        Some(argument) => argument.is_number |= is_number,
        None => arguments.push(Argument { name: name.to_owned(), is_number }),
    }
}

/// Checks that `others` are the texts of `reference` in the same order, with the same arguments, and takes the
/// arguments' order and kinds from there.
fn say_the_same(reference: &[Text], others: &mut [Text], language: &str) -> Result<(), String> {
    let keys = |texts: &[Text]| texts.iter().map(|text| text.key.clone()).collect::<BTreeSet<_>>();
    let (wanted, given) = (keys(reference), keys(others));
    if wanted != given {
        let missing: Vec<_> = wanted.difference(&given).collect();
        let surplus: Vec<_> = given.difference(&wanted).collect();
        return Err(format!("texts/{language}: missing {missing:?}, not wanted {surplus:?}"));
    }
    for (wanted, given) in reference.iter().zip(others) {
        if wanted.key != given.key {
            return Err(format!("texts/{language}: `{}` stands where `{}` belongs", given.key, wanted.key));
        }
        let names = |text: &Text| text.arguments.iter().map(|argument| argument.name.clone()).collect::<BTreeSet<_>>();
        if names(wanted) != names(given) {
            let (key, wanted, given) = (&given.key, names(wanted), names(given));
            return Err(format!("texts/{language}: `{key}` names the arguments {given:?}, not {wanted:?}"));
        }
        given.arguments.clone_from(&wanted.arguments);
    }
    Ok(())
}

fn pack_pieces(pieces: &[Piece], arguments: &[Argument]) -> String {
    let place = |name: &str| arguments.iter().position(|argument| argument.name == name).unwrap_or_default();
    let pack_piece = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Argument(name) => format!("{{{}}}", place(name)),
        Piece::Choice { number, one, other } => {
            format!("{{{}?{}|{}}}", place(number), pack_pieces(one, arguments), pack_pieces(other, arguments))
        }
    };
    pieces.iter().map(pack_piece).collect()
}
