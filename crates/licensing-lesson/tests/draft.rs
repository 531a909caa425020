//! A lesson is written thing by thing: from a tenant or from another lesson, with ways, goals, hints and two languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use licensing_core::state::AuditLog;
use licensing_lesson::draft::{Recorded, begin, like};
use licensing_lesson::pick::{Kind, Pick, Sense};
use licensing_lesson::proof::{Fault, Lacking, Unmet, Way, faults, variants_hold, ways};
use licensing_lesson::{Condition, Lesson, Scope, Texts, propose, read_lesson, variant, write_lesson};
use licensing_model::{Catalog, Command};
use licensing_scenario::Scenario;
use licensing_wording::{Language, Words};

fn catalog() -> Arc<Catalog> {
    Arc::new(licensing_catalog::decode(licensing_catalog::FULL).unwrap())
}

/// A shipped lesson.
fn shipped(id: &str, catalog: &Catalog) -> Lesson {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../lessons/{id}.json"));
    read_lesson(id, fs::read_to_string(path).unwrap(), catalog).unwrap()
}

/// A draft that begins with the tenant of a shipped lesson as it is, and the way that solves it.
fn drafted(catalog: &Arc<Catalog>) -> (Lesson, Lesson) {
    let model = shipped("reprocess-a-user", catalog);
    let tenant = model.beginning(catalog.clone()).unwrap();
    let scenario = Scenario::of_state("Marketing".to_string(), &tenant, AuditLog::LeftOut);
    let draft = begin("own-1".to_string(), scenario, catalog, Language::English, "Mine".to_string());
    (draft, model)
}

#[test]
fn who_has_a_product_by_another_way_is_not_said_to_lack_it() {
    let catalog = catalog();
    let lesson = shipped("the-group-that-was", &catalog);
    let tenant = lesson.beginning(catalog.clone()).unwrap();
    let said = |id: &str| {
        let goal = &lesson.goals[lesson.goal(id).unwrap()];
        goal.check.shortfall(&tenant).map(|shortfall| shortfall.say(&tenant, Words::english()))
    };
    let through =
        lesson.goals.iter().find(|goal| matches!(goal.check, Condition::Holds { .. }) && goal.scope == Scope::End);
    assert_eq!(said(&through.unwrap().id), Some("Anika Berg has Office 365 E3: Sales 2018.".to_string()));
}

#[test]
fn what_is_allowed_begins_with_what_the_solutions_do() {
    let catalog = catalog();
    let (mut draft, model) = drafted(&catalog);
    let beginning = draft.beginning(catalog.clone()).unwrap();
    draft.record(Recorded::Solution, model.reference.clone(), &beginning);
    assert_eq!(draft.allowed_kinds(), None);
    draft.flip_allowed("advance");
    assert_eq!(draft.allowed, None, "everything is allowed");
    draft.limit();
    assert_eq!(draft.allowed, Some(vec!["update-user".to_string(), "reprocess-user".to_string()]));
    draft.flip_allowed("reprocess-user");
    draft.flip_allowed("advance");
    assert_eq!(draft.allowed, Some(vec!["update-user".to_string(), "advance".to_string()]));
    let kinds = draft.allowed_kinds().unwrap();
    assert!(kinds.contains(&Command::Advance { days: 3 }.kind()) && kinds.len() == 2);
    let read = read_lesson("own-1", write_lesson(&draft, &catalog), &catalog).unwrap();
    assert_eq!(read.allowed, draft.allowed);
}

#[test]
fn a_lesson_is_written_until_nothing_is_wrong_with_it() {
    let catalog = catalog();
    let (mut draft, model) = drafted(&catalog);
    let beginning = draft.beginning(catalog.clone()).unwrap();
    let found = ways(&draft, &catalog);
    assert_eq!(found, [Fault::NoSolution, Fault::NoGoal]);
    draft.record(Recorded::Solution, model.reference.clone(), &beginning);
    draft.record(Recorded::Other, model.reference.clone(), &beginning);
    let words = |language| if language == Language::Dutch { Words::dutch() } else { Words::english() };
    for goal in propose::goals(&beginning, &draft.reference, &propose::mailbox_plans(&catalog)) {
        draft.add_goal(goal.check.clone(), goal.scope, |language| goal.say(&beginning, words(language)));
    }
    draft.add_language(Language::Dutch);
    // A hint in the beginning, and a wrong way that stops one command too early.
    draft.add_hint(Pick { kind: Kind::Failed, product: None, ..Pick::new(&beginning) }.condition().unwrap());
    draft.record(Recorded::Wrong, model.wrong.first().unwrap().actions.clone(), &beginning);
    assert_eq!(draft.wrong.len(), 1);
    assert_eq!(ways(&draft, &catalog), []);
    let texts: Vec<_> = draft.texts.iter().map(|(language, texts)| (*language, texts)).collect();
    let found = faults(&draft, &texts, &catalog);
    let [Fault::Texts(Language::English, english), Fault::Texts(Language::Dutch, dutch)] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(english, &[Lacking::Summary, Lacking::Story, Lacking::Hint("hint-1".to_string())]);
    assert_eq!(dutch.len(), 3 + draft.goals.len() + 1);
    // It is read as it is written.
    let read = read_lesson("own", write_lesson(&draft, &catalog), &catalog).unwrap();
    assert_eq!((read.texts, read.goals, read.hints), (draft.texts.clone(), draft.goals.clone(), draft.hints.clone()));
    // What is taken away leaves nothing behind.
    let failed = draft.wrong.first().unwrap().fails.clone();
    draft.remove_goal(&failed);
    draft.remove_hint("hint-1");
    assert!(draft.wrong.is_empty());
    assert!(draft.texts.values().all(|texts| !texts.goals.contains_key(&failed) && texts.hints.is_empty()));
}

#[test]
fn a_way_that_stops_while_something_waits_says_so_in_words() {
    let catalog = catalog();
    let (mut draft, model) = drafted(&catalog);
    let beginning = draft.beginning(catalog.clone()).unwrap();
    let commands = model.reference.get(..2).unwrap().to_vec();
    draft.record(Recorded::Solution, commands, &beginning);
    draft.add_goal(model.goals.first().unwrap().check.clone(), Scope::End, |_| "Emil is in Sweden".to_string());
    let found = ways(&draft, &catalog);
    assert_eq!(found, [Fault::NotSolved(Way::Solution, vec![Unmet::Queue])]);
    let said = found.first().unwrap().say(&draft, Words::english()).unwrap();
    assert_eq!(said, "The solution does not reach: an empty queue (run it to its end before you record)");
}

#[test]
fn a_variant_of_a_tenant_as_it_is_has_other_people_and_the_same_solution() {
    let catalog = catalog();
    let (mut draft, model) = drafted(&catalog);
    let beginning = draft.beginning(catalog.clone()).unwrap();
    draft.record(Recorded::Solution, model.reference.clone(), &beginning);
    for goal in &model.goals {
        draft.add_goal(goal.check.clone(), goal.scope, |_| "Emil has what he needs".to_string());
    }
    assert!(variants_hold(&draft, 1..31, &catalog));
    let other = variant::of(&draft, 7).beginning(catalog.clone()).unwrap();
    for user in beginning.users() {
        assert_ne!(other.user_name(user), beginning.user_name(user));
        assert_ne!(other.principal_name(user), beginning.principal_name(user));
        assert_ne!(other.user_guid(user), beginning.user_guid(user));
    }
    let texts = variant::texts(&draft, draft.texts.get(&Language::English).unwrap(), 7);
    assert!(texts.goals.values().all(|said| !said.contains("Emil")), "{texts:?}");
}

#[test]
fn a_lesson_that_there_is_becomes_ones_own() {
    let catalog = catalog();
    let model = shipped("conflicting-plans", &catalog);
    let texts = BTreeMap::from([(Language::Dutch, Texts { title: "Eigen".to_string(), ..Texts::default() })]);
    let own = like(&model, "own-2".to_string(), texts);
    assert_eq!((own.id.as_str(), own.track.as_str(), &own.goals), ("own-2", "", &model.goals));
    assert_eq!(own.own_texts(Language::English).unwrap().title, "Eigen");
    assert_eq!(ways(&own, &catalog), []);
}

#[test]
fn every_condition_of_one_part_can_be_picked_from_lists() {
    let catalog = catalog();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../lessons");
    let order = fs::read_to_string(folder.join("order.txt")).unwrap();
    let (mut picked, mut several) = (0, 0);
    for id in order.lines() {
        let lesson = shipped(id, &catalog);
        let tenant = lesson.beginning(catalog.clone()).unwrap();
        let goals = lesson.goals.iter().map(|goal| &goal.check);
        for condition in goals.chain(lesson.hints.iter().map(|hint| &hint.when)) {
            match Pick::of(condition, &tenant) {
                Some(pick) => {
                    assert_eq!(pick.condition().as_ref(), Some(condition), "{id}");
                    picked += 1;
                }
                None => {
                    let inner = match condition {
                        Condition::Not(part) => part,
                        other => other,
                    };
                    assert!(matches!(inner, Condition::All(_) | Condition::Any(_)), "{id}: {condition:?}");
                    several += 1;
                }
            }
        }
    }
    assert!(picked > several && several > 0, "{picked} {several}");
    // What the form of an empty choice lacks.
    let tenant = shipped("first-license", &catalog).beginning(catalog.clone()).unwrap();
    let empty = Pick::new(&tenant);
    for kind in Kind::ALL {
        let condition = Pick { kind, ..empty.clone() }.condition();
        assert_eq!(condition.is_none(), matches!(kind, Kind::Plan | Kind::Address), "{kind:?}");
    }
    let opposite = Pick { sense: Sense::DoesNot, kind: Kind::Clear, ..empty }.condition().unwrap();
    assert!(matches!(opposite, Condition::Not(_)));
}
