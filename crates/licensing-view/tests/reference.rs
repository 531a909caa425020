//! The rules, the settings, the glossary, and what the simulator rests on, as they are shown.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::Arc;

use licensing_core::Tenant;
use licensing_core::rules::registry;
use licensing_model::catalog::Confidence;
use licensing_model::{AssignmentError, AssignmentState, Command, CountryCode, PlanId, RuleSet};
use licensing_scenario::sample::example;
use licensing_view::table::{Act, BulkKind, Cell, ListId, Order, Row, Table};
use licensing_view::{about, glossary, rules, settings};
use licensing_wording::Words;

fn tenant() -> Tenant {
    example::empty(Arc::new(licensing_catalog::starter()))
}

fn plan(tenant: &Tenant, name: &str) -> PlanId {
    tenant.catalog().plan_by_name(name).unwrap()
}

/// The table of `list`, and its rows that fit `address`.
fn listed(tenant: &Tenant, list: ListId, address: &str) -> (Table, Order) {
    let table = Table::of(tenant, Words::english(), list);
    let address: licensing_view::Address = format!("#/rules/pairs?{address}").parse().unwrap();
    let order = table.shown(tenant, &table.sorted(tenant, address.query.sort, None), &address.query);
    (table, order)
}

fn rows(tenant: &Tenant, list: ListId, address: &str) -> Vec<Row> {
    let (table, order) = listed(tenant, list, address);
    table.rows(tenant, &order, 0..order.len())
}

/// The command of the switch of a row.
fn switch(row: &Row) -> Option<Command> {
    let Some(Cell::Actions(actions)) = row.cells.last() else { panic!("{row:?}") };
    actions.iter().find_map(|action| match &action.act {
        Act::Send(command) => Some(command.clone()),
        _ => None,
    })
}

fn status(row: &Row) -> &str {
    let found = row.cells.iter().find_map(|cell| match cell {
        Cell::Status(status) => Some(status.word.as_str()),
        _ => None,
    });
    found.unwrap()
}

#[test]
fn no_two_rows_read_the_same_though_plans_share_names() {
    let tenant = example::empty(Arc::new(licensing_catalog::starter()));
    for list in [ListId::Pairs, ListId::Prerequisites] {
        let mut names: Vec<String> = rows(&tenant, list, "").into_iter().map(|row| row.name).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all, "{list:?}");
    }
}

#[test]
fn every_rule_is_listed_in_both_languages() {
    let (english, dutch) = (rules::rules(Words::english()), rules::rules(Words::dutch()));
    let ids: Vec<&str> = registry::ALL.iter().map(|rule| rule.id).collect();
    for rows in [&english, &dutch] {
        assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids);
        assert!(rows.iter().all(|row| !row.text.is_empty() && !row.source.is_empty() && !row.confidence.is_empty()));
    }
    assert!(english.iter().zip(&dutch).all(|(english, dutch)| english.text != dutch.text));
    let figures = rules::figures(Words::english());
    assert!(figures.starts_with(&format!("{} rules: ", ids.len())), "{figures}");
    let known = |confidence| registry::ALL.iter().filter(|rule| rule.confidence == confidence).count();
    let said = [Confidence::Documented, Confidence::Community, Confidence::Inferred].map(known);
    assert_eq!(said.iter().sum::<usize>(), ids.len(), "the sentence names every degree that there is");
}

#[test]
fn what_differs_between_the_rule_sets_is_told_as_the_engine_has_it() {
    let tenant = tenant();
    let rows = rules::differences(&tenant, Words::english());
    assert!(rows.iter().all(|row| row.in_2019 != row.today), "{rows:#?}");
    let of = |what: &str| {
        let row = rows.iter().find(|row| row.what == what).unwrap();
        (row.in_2019.as_str(), row.today.as_str())
    };
    assert_eq!(of("A group can be reprocessed"), ("Yes", "No"));
    assert_eq!(of("Users reprocessed at a time"), ("Any number", "At most 20"));
    assert_eq!(of("Exclusive pairs that are enforced"), ("124", "49"));
    let (then, today) = of("Where licenses are assigned to groups");
    assert!(then.starts_with("Azure portal: ") && today.starts_with("Microsoft 365 admin center: "), "{then} {today}");
    assert!(today.ends_with("20 groups at once") && of("Where users are reprocessed").1.ends_with("20 users at once"));
    assert!(of("Who may assign licenses").1.contains("since August 2025 Groups Administrator"));
    assert_eq!(of("Prerequisites that are enforced"), ("5", "19"));
    let dutch = rules::differences(&tenant, Words::dutch());
    assert_eq!((dutch[0].in_2019.as_str(), dutch[0].today.as_str()), ("Ja", "Nee"));
}

#[test]
fn every_pair_of_the_catalog_is_listed_with_what_it_rests_on() {
    let whole = licensing_catalog::decode(licensing_catalog::FULL).unwrap();
    let tenant = example::empty(Arc::new(whole));
    let (table, order) = listed(&tenant, ListId::Pairs, "");
    assert_eq!(table.len(), tenant.catalog().pairs.len());
    for (at, row) in tenant.catalog().pairs.iter().enumerate() {
        let details = table.details(&tenant, &order, at);
        let of = |label: &str| details.iter().find(|(name, _)| name == label).map(|(_, value)| value.as_str());
        assert_eq!(of("Evidence"), Some(row.evidence.as_str()));
        assert_eq!(of("Source"), Some(licensing_view::sources(Words::english(), &row.source).join("\n").as_str()));
        assert_eq!(of("Confidence"), Some(Words::english().confidence(row.confidence)));
        assert_eq!(of("Last checked"), Some(row.checked.as_str()));
    }
    let ids: BTreeSet<u32> = (0..table.len()).map(|place| table.id(place)).collect();
    assert_eq!(ids.len(), table.len());
    assert_eq!(rows(&tenant, ListId::Pairs, "state=counts").len(), 124);
}

#[test]
fn switching_a_pair_off_by_command_changes_the_list() {
    let mut tenant = tenant();
    let pair = rows(&tenant, ListId::Pairs, "state=counts").swap_remove(0);
    let command = switch(&pair).unwrap();
    let Command::SetExclusivePair { a, b, counts: false } = command else { panic!("{command:?}") };
    assert!(tenant.excludes(a, b));
    tenant.apply(&command).unwrap();
    assert!(!tenant.excludes(a, b));

    let shown = rows(&tenant, ListId::Pairs, "state=not-here");
    assert_eq!(shown.iter().map(|row| row.id).collect::<Vec<_>>(), [pair.id]);
    assert_eq!(status(&shown[0]), "Not enforced, set here");
    assert_eq!(rows(&tenant, ListId::Pairs, "state=counts").len(), 123);
    // The same switch turns it on again.
    tenant.apply(&switch(&shown[0]).unwrap()).unwrap();
    assert_eq!(status(&rows(&tenant, ListId::Pairs, "state=counts-here")[0]), "Enforced, set here");
}

#[test]
fn a_pair_of_ones_own_is_listed_after_those_of_the_catalog() {
    let mut tenant = tenant();
    let (a, b) = (plan(&tenant, "TEAMS1"), plan(&tenant, "OFFICESUBSCRIPTION"));
    assert!(!tenant.excludes(a, b) && tenant.own_pair(a, b).is_none());
    tenant.apply(&Command::SetExclusivePair { a, b, counts: true }).unwrap();
    let own = rows(&tenant, ListId::Pairs, "").pop().unwrap();
    assert_eq!(status(&own), "Enforced, set here");
    let (table, order) = listed(&tenant, ListId::Pairs, "q=OFFICESUBSCRIPTION&state=counts-here");
    assert_eq!(order.len(), 1);
    assert!(table.details(&tenant, &order, 0).contains(&("Source".to_string(), "Set in this tenant".to_string())));
    // Switched off it stays in the list: it is what the tenant says of the pair.
    tenant.apply(&switch(&own).unwrap()).unwrap();
    assert_eq!(status(&rows(&tenant, ListId::Pairs, "").pop().unwrap()), "Not enforced, set here");
}

#[test]
fn disputed_pairs_are_off_today_and_turned_on_all_together() {
    let mut tenant = tenant();
    assert!(rows(&tenant, ListId::Pairs, "state=disputed").is_empty());
    tenant.apply(&Command::SetRuleSet(RuleSet::Today)).unwrap();
    let disputed = rows(&tenant, ListId::Pairs, "state=disputed");
    assert_eq!(disputed.len(), 46);
    assert_eq!(status(&disputed[0]), "Not enforced: sources disagree");
    let (table, _) = listed(&tenant, ListId::Pairs, "");
    let commands = |kind| table.bulk_commands(kind, disputed.iter().map(|row| row.id));
    assert!(commands(BulkKind::TurnOff).is_empty());
    for command in commands(BulkKind::TurnOn) {
        tenant.apply(&command).unwrap();
    }
    assert_eq!(rows(&tenant, ListId::Pairs, "state=counts-here").len(), 46);
    assert!(tenant.is_disputed(plan(&tenant, "SHAREPOINTSTANDARD"), plan(&tenant, "SHAREPOINTENTERPRISE")));
}

#[test]
fn switching_a_prerequisite_changes_the_list() {
    let mut tenant = tenant();
    let counting = rows(&tenant, ListId::Prerequisites, "state=counts");
    assert_eq!(counting.len(), 5);
    let command = switch(&counting[0]).unwrap();
    let Command::SetPrerequisite { plan, counts: false } = command else { panic!("{command:?}") };
    assert!(tenant.enforces_prerequisite(plan));
    tenant.apply(&command).unwrap();
    assert!(!tenant.enforces_prerequisite(plan) && tenant.own_prerequisite(plan) == Some(false));
    assert_eq!(rows(&tenant, ListId::Prerequisites, "state=counts").len(), 4);
    assert_eq!(rows(&tenant, ListId::Prerequisites, "state=not-here").len(), 1);
}

#[test]
fn every_switch_of_every_row_does_what_it_says() {
    for rule_set in [RuleSet::Rules2019, RuleSet::Today] {
        let mut tenant = tenant();
        tenant.apply(&Command::SetRuleSet(rule_set)).unwrap();
        for list in [ListId::Pairs, ListId::Prerequisites] {
            for row in rows(&tenant, list, "") {
                let Some(command) = switch(&row) else { continue };
                tenant.apply(&command).unwrap();
                let now = match command {
                    Command::SetExclusivePair { a, b, counts } => tenant.excludes(a, b) == counts,
                    Command::SetPrerequisite { plan, counts } => tenant.enforces_prerequisite(plan) == counts,
                    _ => false,
                };
                assert!(now, "{command:?}");
            }
        }
    }
}

#[test]
fn only_what_is_prohibited_counts_among_the_locations() {
    let tenant = tenant();
    let all = rows(&tenant, ListId::Locations, "");
    assert_eq!(all.len(), tenant.catalog().locations.len());
    let counting = rows(&tenant, ListId::Locations, "state=counts");
    assert!(!counting.is_empty() && counting.len() < all.len());
    assert!(counting.iter().all(|row| row.cells[1].plain().starts_with("prohibited")), "{counting:#?}");
    assert!(all.iter().all(|row| switch(row).is_none()));
}

#[test]
fn the_settings_follow_the_commands() {
    let mut tenant = tenant();
    let before = settings::settings(&tenant, Words::english());
    assert_eq!((before.workers, before.most_workers), (1, 8));
    for command in [Command::SetCountry("BE".parse().unwrap()), Command::SetWorkers(3), Command::Advance { days: 7 }] {
        tenant.apply(&command).unwrap();
    }
    let after = settings::settings(&tenant, Words::english());
    assert_ne!(after.country, CountryCode::NL);
    assert_eq!((after.country.to_string().as_str(), after.workers), ("BE", 3));
    assert!(before.clock.starts_with("8 Nov 2019 ") && after.clock.starts_with("15 Nov 2019 "), "{after:?}");
}

#[test]
fn the_glossary_is_in_the_order_of_its_language() {
    let terms = |words, wanted| glossary::glossary(words, RuleSet::Rules2019, wanted);
    let (english, dutch) = (terms(Words::english(), ""), terms(Words::dutch(), ""));
    assert_eq!(english.len(), dutch.len());
    for list in [&english, &dutch] {
        assert!(list.iter().map(|term| term.word.to_lowercase()).is_sorted());
        assert!(list.iter().all(|term| !term.word.is_empty() && term.meaning.ends_with('.')), "{list:#?}");
        let words: BTreeSet<&str> = list.iter().map(|term| term.word.as_str()).collect();
        assert_eq!(words.len(), list.len(), "no word stands twice");
    }
    assert!(english.iter().all(|term| term.english.is_none()));
    let seat = dutch.iter().find(|term| term.word == "Plaats").unwrap();
    assert_eq!(seat.english.as_deref(), Some("Seat"));

    // Every state and every error that Graph answers with is in it.
    let is_named = |value: &str| {
        let names = |term: &glossary::Term| term.word == value || term.code == Some(value);
        english.iter().any(names) && dutch.iter().any(|term| names(term) || term.english.as_deref() == Some(value))
    };
    for error in AssignmentError::ALL.into_iter().filter(|error| *error != AssignmentError::None) {
        assert!(is_named(error.name()), "{error:?}");
    }
    let states =
        [AssignmentState::Active, AssignmentState::ActiveWithError, AssignmentState::Disabled, AssignmentState::Error];
    assert!(states.iter().all(|state| is_named(state.name())));

    // A word is found in either language, by its code, and in what it means.
    for wanted in ["seat", "PLAATS ", "countviolation"] {
        assert!(!terms(Words::dutch(), wanted).is_empty(), "{wanted}");
    }
    assert!(terms(Words::english(), "no such word").is_empty());
    let heading = |rules| glossary::glossary(Words::english(), rules, "DependencyViolation")[0].word.clone();
    assert_ne!(heading(RuleSet::Rules2019), heading(RuleSet::Today));
}

#[test]
fn what_it_rests_on_is_what_the_catalog_and_the_rules_say() {
    let tenant = tenant();
    let view = about::about(&tenant, Words::english());
    let dates: Vec<&str> = view.figures.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(dates[0], Words::english().day(&tenant.catalog().list_date));
    assert!(view.pages.iter().any(|page| page.contains("2019-11-08")), "{:?}", view.pages);
    assert_eq!(view.pages.iter().collect::<BTreeSet<_>>().len(), view.pages.len());
}
