//! Lessons: the form in which a condition is picked from lists, and what is printed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_lesson::pick::{Kind, Pick};
use licensing_lesson::{Condition, Range};
use licensing_model::AssignmentError;
use licensing_view::lesson::allowed::{KINDS, allowed};
use licensing_view::lesson::pick::{PickField, PickInput, Typed, fields, state, typed};
use licensing_view::lesson::sheet::{cheat_sheet, sheet};
use licensing_wording::Words;

const LESSON: &str = include_str!("../../../lessons/reprocess-a-user.json");
const ENGLISH: &str = include_str!("../../../lessons/en/reprocess-a-user.json");
const DUTCH: &str = include_str!("../../../lessons/nl/reprocess-a-user.json");

#[test]
fn every_choice_of_every_kind_leads_somewhere_and_the_present_one_is_chosen() {
    let catalog = Arc::new(licensing_catalog::starter());
    let lesson = licensing_lesson::read_lesson("", LESSON.to_string(), &catalog).unwrap();
    let tenant = lesson.beginning(catalog).unwrap();
    for words in [Words::english(), Words::dutch()] {
        let kinds = fields(&Pick::new(&tenant), &tenant, words).swap_remove(0);
        let PickInput::Choice { options, .. } = kinds.input else { panic!("{kinds:?}") };
        assert_eq!(options.len(), Kind::ALL.len());
        for (_, pick) in options {
            for PickField { label, input } in fields(&pick, &tenant, words) {
                assert!(!label.is_empty());
                if let PickInput::Choice { options, chosen } = input {
                    assert_eq!(options.get(chosen).map(|(_, own)| own), Some(&pick), "{label}");
                    assert!(options.iter().all(|(said, _)| !said.is_empty()), "{label}");
                }
            }
        }
    }
}

#[test]
fn every_command_can_be_named_among_what_is_allowed() {
    let words: Vec<&str> = licensing_scenario::part::commands().collect();
    assert_eq!(KINDS.map(|(word, _)| word).to_vec(), words);
    let catalog = Arc::new(licensing_catalog::starter());
    let mut lesson = licensing_lesson::read_lesson("", LESSON.to_string(), &catalog).unwrap();
    assert_eq!(allowed(&lesson, Words::english()), None);
    lesson.allowed = Some(vec!["reprocess-user".to_string(), "assign-user".to_string()]);
    assert_eq!(
        allowed(&lesson, Words::dutch()),
        Some(vec!["Directe licenties wijzigen", "Gebruikers opnieuw verwerken"])
    );
}

#[test]
fn what_is_typed_is_taken_and_what_is_no_number_is_not() {
    let catalog = Arc::new(licensing_catalog::starter());
    let lesson = licensing_lesson::read_lesson("", LESSON.to_string(), &catalog).unwrap();
    let tenant = lesson.beginning(catalog).unwrap();
    let pick = Pick { kind: Kind::Seats, ..Pick::new(&tenant) };
    let pick = typed(&typed(&pick, Typed::Least, "2"), Typed::Most, "3");
    assert_eq!(pick.range, Range { least: 2, most: 3 });
    assert_eq!(typed(&pick, Typed::Most, "many").range, pick.range);
    assert_eq!(typed(&pick, Typed::Most, " ").range.most, u32::MAX);
    let seats = pick.condition().unwrap();
    let said = state(&seats, &tenant, &lesson.reference, Words::english());
    assert_eq!(said, "In the beginning it holds; after the solution it holds.");
    let said = state(&Condition::Not(Box::new(seats)), &tenant, &[], Words::english());
    assert_eq!(said, "In the beginning it does not hold; there is no solution yet.");
}

#[test]
fn a_sheet_says_what_is_found_and_what_is_done_in_both_languages() {
    let catalog = Arc::new(licensing_catalog::starter());
    let lesson = licensing_lesson::read_lesson("", LESSON.to_string(), &catalog).unwrap();
    let beginning = lesson.beginning(catalog).unwrap();
    for (texts, words) in [(ENGLISH, Words::english()), (DUTCH, Words::dutch())] {
        let texts = licensing_lesson::read_texts("", texts.to_string()).unwrap();
        let sheet = sheet(&lesson, &texts, &beginning, words);
        assert_eq!(sheet.goals.len(), lesson.goals.len());
        assert_eq!((sheet.solutions.len(), sheet.wrong.len(), sheet.debrief.len()), (1, 2, 6));
        assert_eq!(sheet.beginning.users.len(), 3);
        assert!(!sheet.objectives.is_empty() && !sheet.discussion.is_empty());
    }
    let english = licensing_lesson::read_texts("", ENGLISH.to_string()).unwrap();
    let sheet = sheet(&lesson, &english, &beginning, Words::english());
    assert_eq!(
        sheet.solutions[0],
        ["set usage location of Emil Sorensen to Sweden", "reprocess Emil Sorensen", "let the queue run: 1 step"]
    );
    assert_eq!(sheet.beginning.products, ["Office 365 E3: 5 units, 2 in use"]);
    assert_eq!(
        sheet.beginning.users[2],
        ["Emil Sorensen", "Syria", "Office 365 E3 (Marketing): Usage location isn't allowed"].map(String::from)
    );
}

#[test]
fn steps_that_wait_are_said_as_soon_as_something_was_done() {
    let catalog = Arc::new(licensing_catalog::starter());
    let lesson = licensing_lesson::read_lesson("", LESSON.to_string(), &catalog).unwrap();
    let texts = licensing_lesson::read_texts("", ENGLISH.to_string()).unwrap();
    let beginning = lesson.beginning(catalog).unwrap();
    let said = |done: usize| {
        licensing_view::lesson::lesson(&lesson, &texts, &beginning, &lesson.reference[..done], Words::english()).missing
    };
    let waits = "1 step is waiting; it can still change the goals.";
    assert_eq!([said(0), said(1), said(2), said(3)], [None, None, Some(waits.to_string()), None]);
}

#[test]
fn the_cheat_sheet_has_every_error_with_a_way_out() {
    for words in [Words::english(), Words::dutch()] {
        let sheet = cheat_sheet(words);
        assert_eq!(sheet.errors.len(), AssignmentError::ALL.len() - 1);
        for error in sheet.errors {
            assert!(!error.headings.is_empty() && !error.helps.is_empty() && !error.means.is_empty(), "{error:?}");
        }
    }
}
