//! The people of a generated tenant: each follows from the seed and its number alone.

use alloc::format;
use alloc::string::String;

use super::random::mix;
use crate::words::{FAMILY, FAMILY_COUNT, GIVEN, GIVEN_COUNT};

/// So many people have different display names; the next so many have the same names once more.
const NAMES: u32 = (GIVEN_COUNT * FAMILY_COUNT) as u32;

/// What a person is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    /// The given and the family name.
    pub(super) name: String,
    /// What stands before the `@` of the userPrincipalName; no two people share it.
    pub(super) account: String,
}

/// The person with this number.
pub(super) fn person(seed: u64, number: u32) -> Person {
    let (given, family) = places(seed, number % NAMES);
    let (given, family) = (GIVEN.get(given), FAMILY.get(family));
    let name = format!("{given} {family}");
    let mut account = String::with_capacity(name.len());
    account.extend(given.chars().map(|letter| letter.to_ascii_lowercase()));
    account.push('.');
    account.extend(family.chars().filter(|letter| *letter != ' ').map(|letter| letter.to_ascii_lowercase()));
    match number / NAMES {
        0 => Person { name, account },
        times => Person { name, account: format!("{account}{}", times.saturating_add(1)) },
    }
}

/// A pair of places in the two lists. Different numbers give different pairs: each round changes one half by what the
/// other half says, which can be undone.
fn places(seed: u64, number: u32) -> (usize, usize) {
    let (mut given, mut family) = (number as usize / FAMILY_COUNT, number as usize % FAMILY_COUNT);
    for round in 0..3_u64 {
        given ^= mix(seed ^ (family as u64) ^ (round << 32)) as usize % GIVEN_COUNT;
        family ^= mix(seed ^ (given as u64) ^ (round << 40) ^ (1 << 63)) as usize % FAMILY_COUNT;
    }
    (given, family)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_differ_as_long_as_there_are_some_and_accounts_for_ever() {
        let people = || (0..2 * NAMES).map(|number| person(7, number));
        let names: BTreeSet<String> = people().map(|person| person.name).collect();
        let accounts: BTreeSet<String> = people().map(|person| person.account).collect();
        assert_eq!((names.len(), accounts.len()), (NAMES as usize, 2 * NAMES as usize));
    }

    #[test]
    fn another_seed_has_other_people() {
        let same = (0..1_000).filter(|number| person(1, *number).name == person(2, *number).name).count();
        assert!(same < 5, "{same} of 1,000 people are the same");
    }
}
