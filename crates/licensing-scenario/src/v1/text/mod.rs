//! The text form of version 1: JSON that people can read and compare line by line. Products go by part number, plans by
//! technical name, users and groups by name.

mod intern;
mod keys;
mod naming;
mod read;
mod read_actions;
mod read_state;
mod words;
mod write;
mod write_actions;
mod write_state;
mod writer;

use alloc::string::String;

use licensing_core::Action;
use licensing_model::Command;

use self::keys::Keys;
use super::document::{Base, Document};
use super::domain::into_sample;

pub use naming::Naming;
pub(crate) use read::Reading;
pub(crate) use write::to_line;

/// So many users are few: people read what is said of them.
pub(crate) const FEW_USERS: usize = 5_000;
/// The version that brings [`ALL`].
const SINCE_ALL: u8 = 4;
/// What stands for the rows of a path that has in force, without an error, all that its group carries.
const ALL: &str = "all";

/// Whether paths may be said by [`ALL`]: where there are few users each is told whole, for people who read it and for every
/// release that can.
fn says_all(base: &Base) -> bool {
    matches!(base, Base::State(state) if state.users.mailboxes.len() > FEW_USERS)
}

/// Larger samples go without names: their users and groups are named by number.
const MOST_NAMED: u32 = 20_000;

/// What names the users and the groups of a base; the users of a state have numbers alone unless it `names_users`.
fn keys_of_base(base: &Base, names_users: bool) -> (Keys, Keys) {
    let (mut users, mut groups) = (Keys::default(), Keys::default());
    if let Base::State(state) = base {
        let text = |number: &u32| {
            let own = (*number as usize).checked_sub(1).and_then(|at| state.texts.get(at));
            own.map_or("", String::as_str)
        };
        let names = state.users.names.iter().zip(&state.users.principal_names);
        match names_users {
            true => names.for_each(|(name, principal_name)| users.push(text(name), text(principal_name))),
            false => users.skip(names.len() as u32),
        }
        state.groups.iter().for_each(|group| groups.push(text(&group.name), ""));
    }
    name_sample(base, &mut users, &mut groups);
    (users, groups)
}

/// What names the users and the groups of a document, those included that actions create; the users of a state as in
/// [`keys_of_base`].
fn keys_of(document: &Document, names_users: bool) -> (Keys, Keys) {
    let (mut users, mut groups) = keys_of_base(&document.base, names_users);
    name_created(&document.actions, &mut users, &mut groups);
    (users, groups)
}

/// Names what actions create.
fn name_created(actions: &[Action], users: &mut Keys, groups: &mut Keys) {
    for action in actions {
        match action {
            Action::Command(Command::CreateUser(new)) => users.push(&new.display_name, &new.user_principal_name),
            Action::Command(Command::CreateGroup { name, .. }) => groups.push(name, ""),
            _ => {}
        }
    }
}

/// Names the users and groups of a sample.
fn name_sample(base: &Base, users: &mut Keys, groups: &mut Keys) {
    let Base::Sample { generator, seed, users: count } = *base else { return };
    // What is no sample is refused later.
    let Ok(sample) = into_sample(generator, seed, count) else { return };
    if sample.users() > MOST_NAMED {
        users.skip(sample.users());
        groups.skip(sample.groups());
    } else {
        (0..sample.users()).for_each(|number| users.push(&sample.user_name(number), ""));
        (0..sample.groups()).for_each(|number| groups.push(&sample.group_name(number), ""));
    }
}
