//! What the screen of an import shows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use licensing_model::Sliced;
use std::sync::Arc;

use licensing_import::{Comparing, Export, Import, Imported, Log, Names, Options, Verdict};
use licensing_model::RuleSet;
use licensing_scenario::sample::example;
use licensing_view::import;
use licensing_wording::Words;

/// The opening example, settled and written, and read with one text behind the group's id in the place of another.
fn read(old: &str, new: &str) -> (Imported, Verdict) {
    let catalog = Arc::new(licensing_catalog::starter());
    let mut tenant = example::tenant(catalog.clone()).unwrap();
    assert!(tenant.settle(1_000).idle);
    let bundle: String = Export::new(&tenant, Log::Kept).collect();
    let behind = |text: &str| format!("{}{text}", tenant.group_guid(example::SALES));
    let (old, new) = (behind(old), behind(new));
    assert!(bundle.contains(&old), "{old} is not in the bundle");
    let mut import = Import::new(catalog, Options { names: Names::Kept, rules: Some(RuleSet::Rules2019) });
    import.begin_file("bundle.json").unwrap();
    import.push(bundle.replacen(&old, &new, 1).as_bytes()).unwrap();
    let mut building = import.finish().unwrap();
    while !building.advance(100).unwrap() {}
    let imported = building.finish().unwrap();
    let mut comparing = Comparing::new(&imported.tenant);
    while comparing.advance(100) == Ok(false) {}
    let verdict = comparing.finish().unwrap();
    (imported, verdict)
}

#[test]
fn a_bundle_of_the_simulator_has_nothing_to_report() {
    let (imported, verdict) = read("", "");
    let words = Words::english();
    let report = import::report(words, &imported.report);
    assert_eq!(report.topics, []);
    assert!(report.counts.contains(&("Users", "4".to_string())), "{:?}", report.counts);
    let view = import::verdict(words, &verdict, 10);
    assert!(view.summary.starts_with("All "), "{}", view.summary);
    assert!(view.rows.is_empty() && view.kinds.is_empty() && view.more.is_none());
}

#[test]
fn a_difference_is_told_with_its_reason_and_notes_by_topic() {
    // The file says that there was no seat; there is one.
    let state = |state: &str| format!("\",\"disabledPlans\":[],\"state\":{state}");
    let (imported, verdict) =
        read(&state("\"Active\",\"error\":\"None\""), &state("\"Error\",\"error\":\"CountViolation\""));
    let told = [
        (
            Words::english(),
            "Not enough licenses",
            "Active",
            "Inconsistent",
            "Sanne de Wit has Office 365 E3 through Sales E3.",
        ),
        (
            Words::dutch(),
            "Niet genoeg licenties",
            "Actief",
            "Tegenstrijdig",
            "Sanne de Wit heeft Office 365 E3 via Sales E3 gekregen.",
        ),
    ];
    for (words, before, after, title, why) in told {
        let view = import::verdict(words, &verdict, 10);
        let [row] = view.rows.as_slice() else { panic!("{view:?}") };
        assert_eq!((row.before.word.as_str(), row.after.word.as_str(), row.plans_differ), (before, after, false));
        assert_eq!((row.person.name.as_str(), row.path.as_str(), row.why.as_str()), ("Sanne de Wit", "Sales E3", why));
        // Seats and assignedLicenses are counted without the license, too.
        let report = import::report(words, &imported.report);
        assert_eq!(report.topics.iter().map(|topic| topic.title).collect::<Vec<_>>(), [title]);
    }
    assert_eq!(import::verdict(Words::english(), &verdict, 0).more.as_deref(), Some("The first 0 of 1 are shown."));
}
