//! A lesson that somebody wrote in the page: with its words in one file, passed on in a link, with goals that were proposed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_lesson::hand::{HANDED, Hand, own_lesson, own_link};
use licensing_lesson::proof::{Fault, Shortcut, faults};
use licensing_lesson::{Help, Lesson, assess, propose, read_lesson, read_texts, write_lesson};
use licensing_model::Catalog;
use licensing_wording::{Language, Words};

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::decode(licensing_catalog::FULL).unwrap())
}

const LESSON: &str = include_str!("../../../lessons/reprocess-a-user.json");
const TEXTS: &str = include_str!("../../../lessons/en/reprocess-a-user.json");

fn own(catalog: &Catalog) -> Lesson {
    let mut lesson = read_lesson("own.json", LESSON.to_string(), catalog).unwrap();
    lesson.texts.insert(Language::English, read_texts("texts.json", TEXTS.to_string()).unwrap());
    lesson
}

#[test]
fn the_words_stand_in_the_same_file_and_go_into_a_link() {
    let catalog = catalog();
    let lesson = own(&catalog);
    let text = write_lesson(&lesson, &catalog);
    let (passed_on, seed) = own_lesson(&own_link(&text, 12)).unwrap();
    assert_eq!(seed, 12);
    let read = read_lesson("own.json", passed_on, &catalog).unwrap();
    assert_eq!(read.texts, lesson.texts);
    assert_eq!(write_lesson(&read, &catalog), text);
    assert!(own_lesson("#/o/abc").is_err());
}

#[test]
fn what_differs_after_the_solution_is_proposed_and_makes_a_lesson() {
    let catalog = catalog();
    let mut lesson = own(&catalog);
    let beginning = lesson.beginning(catalog.clone()).unwrap();
    let mailbox = [catalog.plan_by_name("EXCHANGE_S_ENTERPRISE").unwrap()];
    let goals = propose::goals(&beginning, &lesson.reference, &mailbox);
    let said: Vec<_> = goals.iter().map(|goal| goal.say(&beginning, Words::english())).collect();
    assert_eq!(
        said,
        [
            "Always: Femke Bos and Lina Okafor: Exchange Online (Plan 2) on",
            "Emil Sorensen: Office 365 E3, Marketing",
            "Emil Sorensen: no license error",
            "Emil Sorensen: usage location Sweden",
            "Office 365 E3: units ≤ 5",
        ]
    );
    (lesson.goals, lesson.hints, lesson.wrong) = (goals, Vec::new(), Vec::new());
    let texts = lesson.texts.get_mut(&Language::English).unwrap();
    texts.hints.clear();
    texts.goals = lesson.goals.iter().zip(said).map(|(goal, said)| (goal.id.clone(), said)).collect();
    let texts = texts.clone();
    assert_eq!(faults(&lesson, &[(Language::English, &texts)], &catalog), []);
    lesson.goals.retain(|goal| goal.id == "goal-5");
    let found = faults(&lesson, &[], &catalog);
    assert!(found.contains(&Fault::TooEasy(Shortcut::Nothing)), "{found:?}");
    assert!(found.iter().all(|fault| fault.say(&lesson, Words::dutch()).is_some_and(|said| !said.is_empty())));
}

#[test]
fn what_is_handed_in_is_judged_by_doing_it_again() {
    let catalog = catalog();
    let lesson = own(&catalog);
    let mut hand = Hand {
        lesson: lesson.id.clone(),
        version: lesson.version,
        seed: 7,
        learner: "Ada".to_string(),
        help: Help::Hints,
        position: lesson.reference.len(),
        actions: lesson.reference.clone(),
    };
    let read = Hand::read(&format!("https://lab.example/{}", hand.link(HANDED))).unwrap();
    assert_eq!(read, hand);
    let assessed = assess::assess(&lesson, &hand, catalog.clone()).unwrap();
    assert_eq!((assessed.solved, assessed.commands, assessed.refused), (true, 2, 0));
    // Only the first command: the location is right, and nothing was processed.
    hand.position = 1;
    let assessed = assess::assess(&lesson, &hand, catalog).unwrap();
    assert_eq!((assessed.solved, assessed.goals), (false, vec![true, false]));
}

#[test]
fn a_wrong_file_names_line_and_field() {
    let catalog = catalog();
    let wrong = |from: &str, to: &str| {
        assert!(LESSON.contains(from), "{from}");
        read_lesson("a.json", LESSON.replacen(from, to, 1), &catalog).unwrap_err().to_string()
    };
    let line = |from: &str| LESSON.lines().position(|line| line.contains(from)).unwrap() + 1;
    assert_eq!(
        wrong("\"check\": {\"located\": \"SE\"", "\"check\": {\"located\": \"SEE\""),
        format!(
            "a.json, line {}, `goals[0].check.located`: a country is two letters, such as NL",
            line("\"check\": {\"located\"")
        )
    );
    assert!(wrong("\"fails\": \"holds\"", "\"fails\": \"hold\"").contains("`wrong[0].fails`: `hold` is no goal"));
    assert!(wrong("\"lesson\": 1", "\"lesson\": 9").contains("form 9 was made by a newer release"));
    // However it is cut, it is refused and nothing worse.
    for length in (0..LESSON.len()).filter(|length| LESSON.is_char_boundary(*length)).step_by(7) {
        assert!(read_lesson("a.json", LESSON[..length].to_string(), &catalog).is_err(), "{length}");
    }
}
