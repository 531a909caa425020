//! Links: how long they are, and that each is read as it was written.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use crate::common::{catalog, company, percentile_95, state_of_company, story};
use licensing_core::Action;
use licensing_core::state::AuditLog;
use licensing_model::{Command, GroupId};
use licensing_scenario::file::FileReading;
use licensing_scenario::sample::Sample;
use licensing_scenario::{Base, Large, Scenario, ScenarioError, Writing, link};

fn length(scenario: &Scenario) -> usize {
    let link = link::encode(scenario.clone()).unwrap();
    assert!(link::decode(&link, catalog().revision).as_ref() == Ok(scenario), "a link is not read as it was written");
    link.len()
}

#[test]
fn a_generated_tenant_fits_its_bar() {
    for (users, most) in [(12, 300), (50, 700), (100, 1_100), (200, 1_900)] {
        let lengths = (1..=100).map(|seed| length(&state_of_company(seed, users))).collect();
        let length = percentile_95(lengths);
        println!("{users} users: {length} characters, at most {most}");
        assert!(length <= most, "{users} users take {length} characters");
    }
}

/// Names that are in no list, made of syllables.
fn unlisted_name(number: usize) -> String {
    const SYLLABLES: [&str; 24] = [
        "ka", "ro", "lim", "ves", "to", "na", "gri", "bel", "sho", "du", "wen", "ari", "pol", "zey", "hu", "tam",
        "fje", "oks", "lud", "mir", "ja", "ste", "qua", "nor",
    ];
    let mut random = crate::common::Random::new(number as u64 + 1);
    let mut word = |syllables: usize| {
        let word: String = (0..syllables).filter_map(|_| SYLLABLES.get(random.below(24)).copied()).collect();
        word.chars()
            .enumerate()
            .map(|(at, letter)| if at == 0 { letter.to_ascii_uppercase() } else { letter })
            .collect::<String>()
    };
    format!("{} {}", word(2), word(3))
}

#[test]
fn names_that_are_in_no_list_take_more_and_fit_most_bars_all_the_same() {
    for (users, most) in [(12, 400), (50, 1_000), (100, 1_700), (200, 3_000)] {
        let lengths = (1..=20).map(|seed| {
            let mut state = company(seed, users).state(AuditLog::LeftOut);
            for number in 0..users as usize {
                let name = unlisted_name(number);
                let account = name.to_lowercase().replace(' ', ".");
                let mut set = |text: u32, to: String| state.tables.texts[text as usize - 1] = to;
                set(state.users.names[number], name);
                set(state.users.principal_names[number], format!("{account}@contoso.onmicrosoft.com"));
                set(state.users.nicknames[number], account);
            }
            length(&Scenario::new(String::new(), &catalog(), Base::State(Box::new(state))))
        });
        let length = percentile_95(lengths.collect());
        println!("{users} users with names of no list: {length} characters");
        assert!(length <= most, "{users} users take {length} characters");
    }
}

#[test]
fn twenty_commands_take_at_most_a_hundred_characters_and_a_sample_with_them_150() {
    let mut commands = Vec::new();
    let mut wholes = Vec::new();
    for seed in 1..=100 {
        let users = [12, 50, 100, 200][seed as usize % 4];
        let story = story(seed, users, 20);
        let bare = Scenario { actions: Vec::new(), position: 0, ..story.clone() };
        let (whole, bare) = (length(&story), length(&bare));
        commands.push(whole - bare);
        wholes.push(whole);
    }
    let most = (commands.iter().max().copied(), wholes.iter().max().copied());
    let (commands, wholes) = (percentile_95(commands), percentile_95(wholes));
    println!("20 commands: {commands} characters; a sample with them: {wholes}; at most {most:?}");
    assert!(commands <= 100, "20 commands take {commands} characters");
    assert!(wholes < 150, "a sample with 20 commands takes {wholes} characters");
}

#[test]
fn a_sample_of_a_hundred_thousand_users_is_a_short_link_and_a_larger_one_is_none() {
    let of = |users| {
        let sample = Sample::Company { seed: u64::MAX, users };
        Scenario::new("Many".to_string(), &catalog(), Base::Sample(sample))
    };
    let link = link::encode(of(100_000)).unwrap();
    println!("{} characters: {link}", link.len());
    assert!(link.len() < 60);
    assert_eq!(link::decode(&link, catalog().revision), Ok(of(100_000)));
    assert_eq!(link::encode(of(100_001)), Err(ScenarioError::TooLarge { what: Large::Contents }));
    // Somebody else may have written it.
    let by_hand = link::of_compact(&Writing::new(of(1_000_000)).finish().unwrap()).unwrap();
    assert_eq!(link::decode(&by_hand, catalog().revision), Err(ScenarioError::TooLarge { what: Large::Contents }));
}

#[test]
fn a_short_link_cannot_ask_for_endless_steps() {
    let again = [Action::Command(Command::ReprocessGroup(GroupId::from_raw(0))), Action::Steps(1_000_000)];
    let of = |turns: usize| {
        let actions: Vec<Action> = again.iter().cloned().cycle().take(turns * 2).collect();
        let base = Base::Sample(Sample::Company { seed: 1, users: 50_000 });
        Scenario { position: actions.len(), actions, ..Scenario::new(String::new(), &catalog(), base) }
    };
    let too_large = || ScenarioError::TooLarge { what: Large::Contents };
    assert_eq!(link::decode(&link::encode(of(5)).unwrap(), catalog().revision), Ok(of(5)));
    assert_eq!(link::encode(of(1_000)), Err(too_large()));
    let by_hand = link::of_compact(&Writing::new(of(1_000)).finish().unwrap()).unwrap();
    assert_eq!(link::decode(&by_hand, catalog().revision), Err(too_large()));
}

#[test]
fn cut_damaged_newer_and_unknown_are_four_errors() {
    let scenario = state_of_company(1, 12);
    let whole = link::encode(scenario.clone()).unwrap();
    for end in 4..whole.len() {
        let decoded = link::decode(&whole[..end], catalog().revision);
        assert_eq!(decoded.err(), Some(ScenarioError::Truncated), "{end} of {} characters", whole.len());
    }
    for at in 8..whole.len() {
        let other = if whole.as_bytes()[at] == b'A' { 'B' } else { 'A' };
        let damaged = format!("{}{other}{}", &whole[..at], &whole[at + 1..]);
        assert_eq!(link::decode(&damaged, catalog().revision).err(), Some(ScenarioError::Damaged), "character {at}");
    }
    let revision = catalog().revision + 1;
    let future = Scenario { catalog: revision, ..scenario.clone() };
    let future = link::encode(future).unwrap();
    assert_eq!(link::decode(&future, catalog().revision).err(), Some(ScenarioError::UnknownCatalog { revision }));
    for text in ["", "#/users", "https://example.org/", "#/s", "#/s/xyz", "#/s/hello-world"] {
        assert_eq!(link::decode(text, catalog().revision).err(), Some(ScenarioError::NotAScenario), "{text}");
    }
    let long = format!("#/s/{}", "A".repeat(link::MOST_CHARACTERS + 1));
    assert!(matches!(link::decode(&long, catalog().revision), Err(ScenarioError::TooLarge { .. })));
}

#[test]
fn links_open_as_mail_programs_and_sentences_leave_them() {
    let scenario = state_of_company(3, 12);
    let fragment = link::encode(scenario.clone()).unwrap();
    let whole = format!("https://example.org/lab/{fragment}");
    let middle = whole.len() / 2;
    let (first, second) = whole.split_at(middle);
    let mut mangled: Vec<String> = [".", ",", ")", ">", ";", "\"", "'", "]", "!", "?", ").", "=", "\u{201d}"]
        .map(|end| format!("{whole}{end}"))
        .into();
    mangled.extend([
        format!("<{whole}>"),
        format!("({whole})"),
        format!("{first}\r\n{second}"),
        format!("{first} {second}"),
        format!("{first}=\r\n{second}"),
        format!("{first}\u{a0}\t{second}"),
        whole.replace('#', "%23").replace("/s/", "%2Fs%2F"),
        whole.chars().map(|letter| format!("%{:02x}", u32::from(letter))).collect(),
    ]);
    for text in mangled {
        assert_eq!(link::decode(&text, catalog().revision).as_ref(), Ok(&scenario), "{text}");
    }
    let cut = format!("{first}.");
    assert_eq!(link::decode(&cut, catalog().revision).err(), Some(ScenarioError::Truncated));
}

#[test]
fn a_link_is_found_in_what_was_pasted_or_saved_around_it() {
    let scenario = state_of_company(3, 12);
    let fragment = link::encode(scenario.clone()).unwrap();
    let whole = format!("https://example.org/lab/{fragment}");
    let (first, second) = whole.split_at(whole.len() / 2);
    let texts = [
        whole.clone(),
        format!("Look at this: {whole} – it is Noor's case.\n\nKim"),
        format!("Look:\n<{first}=\r\n{second}>\n\nRegards, Kim"),
        format!("Look:\n{first}\n{second}\n\nRegards, Kim"),
        format!("[InternetShortcut]\r\nURL={whole}\r\nIconIndex=0\r\n"),
        format!("<html><body><a href=\"{whole}\">the case</a> of today</body></html>"),
        format!("[Noor's case]({whole})."),
        whole.replace('#', "%23"),
    ];
    for text in texts {
        assert_eq!(link::fragment(&text), Some(fragment.clone()), "{text}");
        assert_eq!(link::begin_within(&text, catalog().revision).unwrap().finish().as_ref(), Ok(&scenario));
        // A file in which it stands is that link.
        let file = FileReading::new(text.into_bytes(), &catalog()).unwrap();
        assert_eq!(file.finish().as_ref(), Ok(&scenario));
    }
    // Links to screens and to lessons are found as well, and what cannot be read is left to whoever opens it.
    let elsewhere = "see https://example.org/lab/#/lessons/conflicting-plans, please";
    assert_eq!(link::fragment(elsewhere).as_deref(), Some("#/lessons/conflicting-plans"));
    assert_eq!(link::fragment(&format!("{first} is all")).as_deref(), first.find('#').map(|at| &first[at..]));
    assert_eq!(link::fragment("Dear Kim,\nno link"), None);
    let file = |text: &str| FileReading::new(text.as_bytes().to_vec(), &catalog()).map(|_| ()).unwrap_err();
    assert_eq!(file(first), ScenarioError::Truncated);
    assert_eq!(file("no link"), ScenarioError::NotAScenario);
}

#[test]
fn an_address_around_the_fragment_and_blanks_do_no_harm() {
    let scenario = state_of_company(2, 12);
    let fragment = link::encode(scenario.clone()).unwrap();
    for text in [format!("https://example.org/lab/{fragment}"), format!("  {fragment}\n"), fragment[1..].to_string()] {
        assert!(link::decode(&text, catalog().revision).as_ref() == Ok(&scenario));
    }
    assert!(fragment[4..].bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-' || letter == b'_'));
}
