//! The texts that the audit log knows, as the text form lists them: what users are called is not said again.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::intern::Interned;
use super::is_short;
use super::read::Result;
use crate::json::{Json, Line, Node};
use crate::v1::document::State;

/// What users are called: the first user's name, principal name and nickname are 0, 1 and 2, the second's 3, 4 and 5.
const NAMES: [&str; 3] = ["name", "principal_name", "nickname"];

/// Some of the texts.
pub(super) enum Listed<'t> {
    One(&'t str),
    /// So many of what users are called, from this one on.
    Called {
        first: u32,
        count: u32,
    },
}

/// What a user is called: the number and the field of each.
pub(super) fn of_user(user: u32) -> impl Iterator<Item = (u32, &'static str)> {
    (user.saturating_mul(NAMES.len() as u32)..).zip(NAMES)
}

/// The texts of a state in their order.
pub(super) fn listed(state: &State) -> Vec<Listed<'_>> {
    let called = if is_short(state) { called(state) } else { Vec::new() };
    let called = called.into_iter().chain(core::iter::repeat(None));
    let mut listed: Vec<Listed<'_>> = Vec::new();
    let mut next = 0;
    for (text, called) in state.texts.iter().zip(called) {
        // They rise, so that no text can stand for many.
        let Some(name) = called.filter(|name| *name >= next) else {
            listed.push(Listed::One(text));
            continue;
        };
        match listed.last_mut() {
            Some(Listed::Called { first, count }) if first.saturating_add(*count) == name => {
                *count = count.saturating_add(1);
            }
            _ => listed.push(Listed::Called { first: name, count: 1 }),
        }
        next = name.saturating_add(1);
    }
    listed
}

/// For each text who is called that.
fn called(state: &State) -> Vec<Option<u32>> {
    let mut called = vec![None; state.texts.len()];
    let users = &state.users;
    let columns = users.names.iter().zip(&users.principal_names).zip(&users.nicknames);
    for (user, ((name, principal_name), nickname)) in (0..).zip(columns) {
        for (text, (at, _)) in [name, principal_name, nickname].into_iter().zip(of_user(user)) {
            let slot = text.checked_sub(1).and_then(|text| called.get_mut(text as usize));
            slot.into_iter().for_each(|slot| *slot = Some(at));
        }
    }
    called
}

impl Listed<'_> {
    /// Writes a text, or a list of two numbers.
    pub(super) fn write(&self, line: &mut Line) {
        match self {
            Listed::One(text) => line.text(text),
            Listed::Called { first, count } => {
                line.list([first, count], |line, number| line.number(u64::from(*number)))
            }
        }
    }
}

/// Takes over what `node` lists; `users` are the places of the users.
pub(super) fn read(json: &Json, users: &[usize], node: Node<'_>, interned: &mut Interned) -> Result<()> {
    let mut next = 0;
    for listed in node.elements()? {
        if listed.is_text() {
            interned.keep_text(listed.text()?.into_owned());
            continue;
        }
        let numbers = listed.elements()?.map(Node::number).collect::<Result<Vec<usize>>>()?;
        let wrong = || listed.error(String::from("a text, or where names of users begin and how many, is expected"));
        let &[first, count] = &numbers[..] else { return Err(wrong()) };
        let end =
            first.checked_add(count).filter(|end| first >= next && *end <= users.len().saturating_mul(NAMES.len()));
        let end = end.ok_or_else(wrong)?;
        interned.keep_called(first as u32, count as u32);
        for (user, field) in (first..end).map(|name| (name / NAMES.len(), NAMES.get(name % NAMES.len()))) {
            let user = users.get(user).and_then(|place| json.node(*place)).ok_or_else(wrong)?;
            let name = field.and_then(|field| user.field(field)).map(Node::text).transpose()?;
            let name = name.filter(|name| !name.is_empty());
            let missing = || user.error(format!("`{}` is missing", field.copied().unwrap_or_default()));
            interned.keep_text(name.ok_or_else(missing)?.into_owned());
        }
        next = end;
    }
    Ok(())
}
