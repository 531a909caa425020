//! The same lesson with other people: another seed gives other names, accounts and ids, and the answer of a neighbor does
//! not fit.

use std::collections::BTreeSet;

use licensing_core::Action;
use licensing_model::address::ProxyAddress;
use licensing_model::state::{MailboxState, UsersState};
use licensing_model::{Command, TenantState};
use licensing_scenario::Base;
use licensing_scenario::sample::Sample;

use crate::condition::Condition;
use crate::lesson::Lesson;
use crate::texts::Texts;

/// The variant with this seed; 0 is the lesson as it is written.
pub fn of(lesson: &Lesson, seed: u32) -> Lesson {
    let mut lesson = lesson.clone();
    if seed == 0 {
        return lesson;
    }
    let names = names(&lesson, seed);
    match &mut lesson.scenario.base {
        Base::Empty(settings) => settings.seed = u64::from(seed),
        Base::State(state) => {
            state.settings.seed = u64::from(seed);
            rename_state(state, &names);
        }
        Base::Sample(_) => {}
    }
    let Lesson { scenario, reference, others, wrong, goals, hints, .. } = &mut lesson;
    let ways = others.iter_mut().chain(wrong.iter_mut().map(|wrong| &mut wrong.actions));
    let ways = ways.chain([&mut scenario.actions, reference]);
    ways.flatten().for_each(|action| rename(action, &names));
    let conditions = goals.iter_mut().map(|goal| &mut goal.check).chain(hints.iter_mut().map(|hint| &mut hint.when));
    conditions.for_each(|condition| rename_in(condition, &names));
    lesson
}

/// The words of a variant.
pub fn texts(lesson: &Lesson, texts: &Texts, seed: u32) -> Texts {
    let mut texts = texts.clone();
    if seed == 0 {
        return texts;
    }
    let names = names(lesson, seed);
    let change = |text: &mut String| *text = replaced(text, &names);
    let paragraphs = texts.story.iter_mut().chain(&mut texts.discussion);
    paragraphs.chain(texts.goals.values_mut()).chain(texts.hints.values_mut()).for_each(change);
    let debrief = &mut texts.debrief;
    [&mut debrief.happened, &mut debrief.rule, &mut debrief.graph, &mut texts.summary].into_iter().for_each(change);
    texts
}

/// A name as it is written, and as it is in the variant.
type Renamed = (String, String);

/// The people that the lesson begins with or creates.
fn names(lesson: &Lesson, seed: u32) -> Vec<Renamed> {
    let written = lesson.scenario.actions.iter().filter_map(|action| match action {
        Action::Command(Command::CreateUser(new)) => Some(new.display_name.clone()),
        _ => None,
    });
    let written: Vec<_> = state_names(lesson).into_iter().chain(written).collect();
    let sample = Sample::Company { seed: u64::from(seed), users: written.len().saturating_mul(8).max(50) as u32 };
    // Everybody has a first name of their own, so that a story can call them by it.
    let mut first = BTreeSet::new();
    let is_new = |name: &String| first.insert(given(name).to_string());
    let drawn = (0..sample.users()).map(|number| sample.user_name(number));
    let drawn: Vec<_> = drawn.filter(|name| !written.contains(name)).filter(is_new).collect();
    written.into_iter().zip(drawn).collect()
}

/// The names that are written in a tenant with which the lesson begins.
fn state_names(lesson: &Lesson) -> Vec<String> {
    let Base::State(state) = &lesson.scenario.base else { return Vec::new() };
    let text = |number: &u32| state.tables.texts.get((*number as usize).checked_sub(1)?).cloned();
    let mut seen = BTreeSet::new();
    state.users.names.iter().filter_map(text).filter(|name| seen.insert(name.clone())).collect()
}

/// Renames the people of a tenant with which a lesson begins, with their accounts and addresses.
fn rename_state(state: &mut TenantState, names: &[Renamed]) {
    let UsersState { names: own, principal_names, nicknames, mailboxes, .. } = &mut state.users;
    let accounts: BTreeSet<u32> = principal_names.iter().chain(nicknames.iter()).copied().collect();
    let own: BTreeSet<u32> = own.iter().copied().collect();
    for (text, number) in state.tables.texts.iter_mut().zip(1..) {
        if own.contains(&number) {
            *text = replaced(text, names);
        } else if accounts.contains(&number) {
            *text = replaced_account(text, names);
        }
    }
    let addresses = |addresses: &mut Vec<ProxyAddress>| {
        addresses.iter_mut().for_each(|own| own.address = replaced_account(&own.address, names));
    };
    for mailbox in mailboxes {
        if let MailboxState::Own { mail, proxy_addresses } = mailbox {
            *mail = mail.as_deref().map(|mail| replaced_account(mail, names));
            addresses(proxy_addresses);
        }
    }
    state.contacts.iter_mut().for_each(|contact| addresses(&mut contact.proxy_addresses));
}

fn given(name: &str) -> &str {
    name.split(' ').next().unwrap_or_default()
}

fn rename(action: &mut Action, names: &[Renamed]) {
    let Action::Command(command) = action else { return };
    match command {
        Command::CreateUser(new) => {
            new.display_name = replaced(&new.display_name, names);
            new.user_principal_name = replaced_account(&new.user_principal_name, names);
            new.mail_nickname = new.mail_nickname.as_deref().map(|nickname| replaced_account(nickname, names));
        }
        Command::UpdateUser(_, patch) => {
            for text in [&mut patch.user_principal_name, &mut patch.mail_nickname] {
                *text = text.as_deref().map(|text| replaced_account(text, names));
            }
        }
        Command::SetAddresses { mail, proxy_addresses, .. } => {
            *mail = mail.as_ref().map(|mail| mail.as_deref().map(|mail| replaced_account(mail, names)));
            for address in proxy_addresses.iter_mut().flatten() {
                address.address = replaced_account(&address.address, names);
            }
        }
        Command::AddContact { addresses, .. } | Command::UpdateContact { addresses: Some(addresses), .. } => {
            for address in addresses {
                address.address = replaced_account(&address.address, names);
            }
        }
        _ => {}
    }
}

fn rename_in(condition: &mut Condition, names: &[Renamed]) {
    match condition {
        Condition::Address { address, .. } => *address = replaced_account(address, names),
        Condition::All(parts) | Condition::Any(parts) => parts.iter_mut().for_each(|part| rename_in(part, names)),
        Condition::Not(part) => rename_in(part, names),
        _ => {}
    }
}

/// With the names of the variant: whole names, then first names where they are words of their own.
fn replaced(text: &str, names: &[Renamed]) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while !rest.is_empty() {
        let starts_word = !out.chars().next_back().is_some_and(char::is_alphanumeric);
        let found = names.iter().filter(|_| starts_word).find_map(|(from, to)| {
            let pairs = [(from.as_str(), to.as_str()), (given(from), given(to))];
            pairs.into_iter().find_map(|(from, to)| {
                let after = rest.strip_prefix(from)?;
                (!after.starts_with(char::is_alphanumeric)).then_some((to, after))
            })
        });
        match found {
            Some((to, after)) => {
                out.push_str(to);
                rest = after;
            }
            None => {
                let mut letters = rest.chars();
                out.extend(letters.next());
                rest = letters.as_str();
            }
        }
    }
    out
}

/// The same for accounts, such as `noor.visser`.
fn replaced_account(text: &str, names: &[Renamed]) -> String {
    names.iter().fold(text.to_string(), |text, (from, to)| text.replace(&account(from), &account(to)))
}

fn account(name: &str) -> String {
    let plain = |letter: char| match letter {
        ' ' => '.',
        letter => letter.to_ascii_lowercase(),
    };
    name.chars().map(plain).filter(|letter| letter.is_ascii_alphanumeric() || *letter == '.').collect()
}
