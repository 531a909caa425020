//! The text form of version 1: JSON that people can read and compare line by line. Products go by part number, plans by
//! technical name, users and groups by name.

mod intern;
mod keys;
mod naming;
mod read;
mod read_actions;
mod read_state;
mod texts;
mod words;
mod write;
mod write_actions;
mod write_state;
mod writer;

use alloc::string::String;

use licensing_core::Action;
use licensing_model::Command;

use self::keys::Keys;
use super::document::{Base, Document, State};
use super::domain::into_sample;

pub use naming::Naming;
pub(crate) use read::Reading;
pub(crate) use write::to_line;

/// So many users are few: people read what is said of them.
pub(crate) const FEW_USERS: usize = 5_000;
/// The version that brings what a short state says less of.
const SINCE_SHORT: u8 = 4;
/// What stands for the rows of a path that has in force, without an error, all that its group carries.
const ALL: &str = "all";

/// Whether a state is told in short: users go by number, paths may be said by [`ALL`] or by their group alone, and what
/// users are called is not said again for the audit log. Where there are few users each is
/// told whole, for people who read it and for every release that can.
fn is_short(state: &State) -> bool {
    state.users.mailboxes.len() > FEW_USERS
}

/// Larger samples go without names: their users and groups are named by number.
const MOST_NAMED: u32 = 20_000;

/// What names the users and the groups of a base.
fn keys_of_base(base: &Base) -> (Keys, Keys) {
    let (mut users, mut groups) = (Keys::default(), Keys::default());
    if let Base::State(state) = base {
        for (name, principal_name) in state.users.names.iter().zip(&state.users.principal_names) {
            users.push(name_at(state, *name), name_at(state, *principal_name));
        }
        groups = keys_of_groups(state);
    }
    name_sample(base, &mut users, &mut groups);
    (users, groups)
}

/// What names the groups of a state.
fn keys_of_groups(state: &State) -> Keys {
    let mut groups = Keys::default();
    state.groups.iter().for_each(|group| groups.push(name_at(state, group.name), ""));
    groups
}

/// The text with this number, as names are numbered.
fn name_at(state: &State, number: u32) -> &str {
    (number as usize).checked_sub(1).and_then(|at| state.texts.get(at)).map_or("", String::as_str)
}

/// What names the users and the groups of a document, those included that actions create.
fn keys_of(document: &Document) -> (Keys, Keys) {
    let (mut users, mut groups) = keys_of_base(&document.base);
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
