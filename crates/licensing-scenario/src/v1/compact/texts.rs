//! Names and accounts. Most texts follow from the one before, or from the frozen lists; the others go letter by letter.

use alloc::format;
use alloc::string::{String, ToString};

use crate::coding::{Coder, Letters, Number, Symbol};
use crate::words::{FAMILY, FAMILY_COUNT, GIVEN, GIVEN_COUNT};

/// How a text is described. The numbers are frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    /// 0: letter by letter.
    Letters,
    /// 1: a given and a family name of the lists.
    Person { given: u32, family: u32 },
    /// 2 and 3: what a userPrincipalName is made of a name before: `sanne.dewit` or `sanne.de.wit`, a number where it is
    /// not 0, and the domain with this number.
    Account { dotted: bool, back: u32, number: u32, domain: u32 },
    /// 4: the part before the `@` of a text before.
    LocalPart { back: u32 },
    /// 5: nothing.
    Empty,
    /// 6: a text before once more.
    Copy { back: u32 },
    /// 7: a text before, at the domain with this number.
    At { back: u32, domain: u32 },
}

/// A text before can be so far back.
const FARTHEST: u32 = 3;

/// What was learned of texts.
#[derive(Clone, Debug, Default)]
pub(in crate::v1) struct TextModel {
    /// By the kind of the text before.
    kinds: [Symbol<8>; 8],
    last_kind: u32,
    given: Symbol<GIVEN_COUNT>,
    family: Symbol<FAMILY_COUNT>,
    back: Symbol<4>,
    number: Number,
    domain: Number,
    letters: Letters,
    /// The domains that accounts can be in.
    pub(super) domains: alloc::vec::Vec<String>,
}

impl TextModel {
    /// For few texts.
    pub(in crate::v1) fn for_few() -> TextModel {
        TextModel { letters: Letters::without_lists(), ..TextModel::default() }
    }

    /// Passes a text through letter by letter, whatever it is.
    pub(in crate::v1) fn pass_letters(&mut self, coder: &mut Coder, text: &mut String) {
        self.letters.pass(coder, text);
    }

    /// Passes a text through. `before` are texts that both sides know already, the last of them the nearest.
    pub(super) fn pass(&mut self, coder: &mut Coder, text: &mut String, before: &[&str]) {
        let form = if coder.reads() { Form::Letters } else { self.form_of(text, before) };
        let kind = match form {
            Form::Letters => 0,
            Form::Person { .. } => 1,
            Form::Account { dotted, .. } => 2 + u32::from(dotted),
            Form::LocalPart { .. } => 4,
            Form::Empty => 5,
            Form::Copy { .. } => 6,
            Form::At { .. } => 7,
        };
        let kind = match self.kinds.get_mut(self.last_kind as usize) {
            Some(kinds) => kinds.pass(coder, kind),
            None => 0,
        };
        self.last_kind = kind;
        match (kind, form) {
            (0, _) => self.letters.pass(coder, text),
            (1, form) => {
                let (given, family) = if let Form::Person { given, family } = form { (given, family) } else { (0, 0) };
                let given = self.given.pass(coder, given);
                let family = self.family.pass(coder, family);
                *text = format!("{} {}", GIVEN.get(given as usize), FAMILY.get(family as usize));
            }
            (2 | 3, form) => {
                let (back, number, domain) = match form {
                    Form::Account { back, number, domain, .. } => (back, number, domain),
                    _ => (1, 0, 0),
                };
                let back = self.back.pass(coder, back);
                let number = self.number.pass(coder, number);
                let domain = self.domain.pass(coder, domain);
                match (at(before, back), self.domains.get(domain as usize)) {
                    (Some(name), Some(domain)) => *text = account(name, kind == 3, number, domain),
                    _ => coder.damaged(),
                }
            }
            (4 | 6, form) => {
                let back = if let Form::LocalPart { back } | Form::Copy { back } = form { back } else { 1 };
                let back = self.back.pass(coder, back);
                match at(before, back) {
                    Some(whole) if kind == 6 => *text = whole.to_string(),
                    Some(whole) => *text = local_part(whole).to_string(),
                    None => coder.damaged(),
                }
            }
            (5, _) => text.clear(),
            (_, form) => {
                let (back, domain) = if let Form::At { back, domain } = form { (back, domain) } else { (1, 0) };
                let back = self.back.pass(coder, back);
                let domain = self.domain.pass(coder, domain);
                match (at(before, back), self.domains.get(domain as usize)) {
                    (Some(local), Some(domain)) => *text = format!("{local}@{domain}"),
                    _ => coder.damaged(),
                }
            }
        }
        coder.charge(text.len() as u64);
    }

    /// The shortest form of a text.
    fn form_of(&self, text: &str, before: &[&str]) -> Form {
        if text.is_empty() {
            return Form::Empty;
        }
        if let Some((given, family)) = text.split_once(' ')
            && let (Some(given), Some(family)) = (GIVEN.find(given), FAMILY.find(family))
        {
            return Form::Person { given: given as u32, family: family as u32 };
        }
        let names = || (1..=FARTHEST).filter_map(|back| Some((back, at(before, back)?)));
        if let Some((back, _)) = names().find(|(_, name)| *name == text) {
            return Form::Copy { back };
        }
        if let Some((back, _)) = names().find(|(_, name)| name.contains('@') && local_part(name) == text) {
            return Form::LocalPart { back };
        }
        let domain = text.split_once('@').and_then(|(local, domain)| {
            let place = self.domains.iter().position(|own| own == domain)?;
            let digits = local.trim_start_matches(|letter: char| !letter.is_ascii_digit());
            Some((place as u32, domain, digits.parse().unwrap_or(0)))
        });
        let Some((place, domain, number)) = domain else { return Form::Letters };
        if let Some((back, _)) = names().find(|(_, name)| *name == local_part(text)) {
            return Form::At { back, domain: place };
        }
        for (back, name) in names() {
            for (dotted, number) in [(false, 0), (false, number), (true, 0), (true, number)] {
                if account(name, dotted, number, domain) == text {
                    return Form::Account { dotted, back, number, domain: place };
                }
            }
        }
        Form::Letters
    }
}

/// The text so far back.
fn at<'a>(before: &[&'a str], back: u32) -> Option<&'a str> {
    before.get(before.len().checked_sub(back as usize)?).copied()
}

fn local_part(whole: &str) -> &str {
    whole.split_once('@').map_or(whole, |(local, _)| local)
}

/// The userPrincipalName that is made of a name: its letters and digits of ASCII, small, with a dot behind the first
/// word, or behind each.
fn account(name: &str, dotted: bool, number: u32, domain: &str) -> String {
    let mut account = String::with_capacity(name.len().saturating_add(domain.len()).saturating_add(1));
    for (place, word) in name.split_whitespace().enumerate() {
        if place == 1 || dotted && place > 1 {
            account.push('.');
        }
        account.extend(word.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()));
    }
    if number > 0 {
        account.push_str(&number.to_string());
    }
    account.push('@');
    account.push_str(domain);
    account
}
