//! Previews, repairs and comparisons as they are shown and taken along, in both languages.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_core::cure::CureKind;
use licensing_foresight::{Comparison, Draft, Keep, Mending, Preview, Repairing, Repairs, errors_of_group, under};
use licensing_model::command::LicenseChange;
use licensing_model::{Command, License, RuleSet};
use licensing_scenario::sample::example;
use licensing_view::foresight::{self, PreviewView};
use licensing_wording::Words;

fn tenant() -> Tenant {
    let mut tenant = example::tenant(Arc::new(licensing_catalog::starter())).unwrap();
    tenant.settle(u32::MAX);
    tenant
}

/// The template of the first licensed group goes.
fn removal(tenant: &Tenant) -> Command {
    let group = tenant.groups().find(|group| !tenant.group(*group).unwrap().template.is_empty()).unwrap();
    let remove = tenant.group(group).unwrap().template.into_keys().collect();
    Command::ChangeGroupLicenses(group, LicenseChange { add: Vec::new(), remove })
}

/// Everything that the screen says of a view, but for the words of its buttons.
fn on_the_screen(view: &PreviewView) -> Vec<String> {
    let mut said = vec![view.title.clone(), view.lead.clone(), view.affected.clone()];
    said.extend(view.nothing.clone());
    said.extend(view.figures.iter().flat_map(|figure| [figure.number.clone(), figure.words.clone()]));
    for line in &view.lines {
        said.extend([line.sentence.clone()].into_iter().chain(line.cause.clone()).chain(line.more.clone()));
        for person in &line.people {
            said.push(person.person.name.clone());
            let states = person.before.iter().chain(&person.after);
            said.extend(states.map(|(tag, status)| format!("{tag} {}", status.word)));
        }
    }
    let seats = view.seats.iter();
    said.extend(
        seats.flat_map(|row| [row.product.name.clone(), row.before.clone(), row.after.clone(), row.free.clone()]),
    );
    said.extend(view.plans.iter().chain(&view.mail).chain(&view.gaps).chain(&view.caveats).cloned());
    said
}

#[test]
fn what_is_taken_along_says_what_the_screen_says() {
    let tenant = tenant();
    let preview = Preview::of(&tenant, vec![removal(&tenant)]).unwrap();
    let comparison = Comparison::of(tenant.clone(), under(&tenant, RuleSet::Today)).unwrap();
    for words in [Words::english(), Words::dutch()] {
        let looked = foresight::preview(words, &preview);
        assert!(!looked.lines.is_empty() && !looked.figures.is_empty() && looked.nothing.is_none());
        let compared = foresight::comparison(words, &comparison, "Today".to_string());
        let verdict: Vec<String> =
            [compared.same].into_iter().chain(compared.sides.into_iter().map(|side| side.said)).collect();
        assert!(verdict.len() > 1, "{verdict:?}");
        for (view, more, users) in
            [(looked, Vec::new(), preview.diff.users.len()), (compared.view, verdict, comparison.diff.users.len())]
        {
            let markdown = view.markdown.replace('\\', "");
            for said in on_the_screen(&view).into_iter().chain(more) {
                assert!(view.text.contains(&said), "`{said}` is not in\n{}", view.text);
                assert!(markdown.contains(&said), "`{said}` is not in\n{markdown}");
            }
            for person in view.lines.iter().flat_map(|line| &line.people) {
                assert!(view.csv.contains(&person.person.name));
            }
            let mut reader = csv::Reader::from_reader(view.csv.trim_start_matches('\u{feff}').as_bytes());
            assert_eq!(reader.records().filter(Result::is_ok).count(), users);
        }
    }
}

#[test]
fn where_two_paths_of_a_product_differ_each_says_where_it_comes_from() {
    let mut tenant = tenant();
    let sanne = tenant.users().find(|user| tenant.user_name(*user).starts_with("Sanne")).unwrap();
    let group = tenant.groups().next().unwrap();
    let [product] = tenant.group(group).unwrap().template.into_keys().collect::<Vec<_>>()[..] else {
        panic!("one product")
    };
    let change = |add: bool| {
        let license = License { product, disabled: Vec::new() };
        let (add, remove) = if add { (vec![license], Vec::new()) } else { (Vec::new(), vec![product]) };
        LicenseChange { add, remove }
    };
    tenant.apply(&Command::ChangeUserLicenses(sanne, change(true))).unwrap();
    tenant.settle(u32::MAX);
    for (words, direct) in [(Words::english(), "Direct"), (Words::dutch(), "Direct")] {
        let both = vec![Command::ChangeUserLicenses(sanne, change(false)), removal(&tenant)];
        let names = |commands: Vec<Command>| {
            let view = foresight::preview(words, &Preview::of(&tenant, commands).unwrap());
            let people = view.lines.into_iter().flat_map(|line| line.people);
            let mine = people.filter(|person| person.person.id == sanne);
            mine.flat_map(|person| person.before.into_iter().zip(person.after))
                .map(|((before, _), (after, _))| {
                    assert_eq!(before, after, "the same path on both sides");
                    before
                })
                .collect::<std::collections::BTreeSet<String>>()
        };
        let group = tenant.group_name(group);
        assert_eq!(names(both), [format!("E3 · {direct}"), format!("E3 · {group}")].into());
        // Where one alone differs, the product is enough.
        assert_eq!(names(vec![Command::ChangeUserLicenses(sanne, change(false))]), ["E3".to_string()].into());
    }
}

#[test]
fn a_change_of_nothing_says_so() {
    let tenant = tenant();
    let user = tenant.users().next().unwrap();
    let preview = Preview::of(&tenant, vec![Command::ReprocessUser(user)]).unwrap();
    let view = foresight::preview(Words::english(), &preview);
    assert_eq!(view.nothing.as_deref(), Some("This changes nothing: no license, plan, seat or address."));
    assert!(view.lines.is_empty() && view.figures.is_empty());
}

#[test]
fn every_word_is_among_the_texts() {
    let tenant = tenant();
    let words = Words::marked();
    let preview = Preview::of(&tenant, vec![removal(&tenant)]).unwrap();
    let view = foresight::preview(words, &preview);
    let is_worded = |text: &str| assert!(text.starts_with('«') || text.is_empty(), "{text}");
    is_worded(&view.lead);
    is_worded(&view.affected);
    view.figures.iter().for_each(|figure| is_worded(&figure.words));
    view.lines.iter().for_each(|line| is_worded(&line.sentence));
    view.mail.iter().chain(&view.gaps).chain(&view.caveats).for_each(|said| is_worded(said));
    let mut errors = 0;
    for group in tenant.groups_in_error() {
        let targets = errors_of_group(&tenant, group);
        for target in &targets {
            let repairs = Repairing::all(&tenant, *target, &Keep::ALL).unwrap();
            let view = foresight::repairs(words, &tenant, target.user, &repairs);
            is_worded(&view.title);
            view.repairs.iter().for_each(|repair| {
                is_worded(repair.level);
                repair.effects.iter().for_each(|effect| is_worded(effect));
            });
            errors += 1;
        }
        let count = targets.len();
        let (_, mends) = Mending::all(&tenant, targets, &Keep::ALL);
        let view = foresight::mending(words, &tenant, &mends, (count, count), &[]);
        is_worded(&view.lead);
        view.proposals.iter().for_each(|mends| is_worded(&mends.cures));
    }
    assert!(errors > 0);
}

#[test]
fn where_nothing_is_found_it_says_what_was_tried() {
    let (words, tenant) = (Words::english(), tenant());
    let tried = vec![CureKind::Buy, CureKind::Swap];
    let none = Repairs { tried: tried.clone(), ..Repairs::default() };
    let user = tenant.users().next().unwrap();
    let said = [
        foresight::repairs(words, &tenant, user, &none).title,
        foresight::mending(words, &tenant, &[], (1, 1), &tried).lead,
        foresight::none_instead(words, &tried).unwrap(),
    ];
    for said in said {
        assert!(said.contains("buying seats and swapping a direct license"), "{said}");
    }
    assert_eq!(foresight::none_instead(words, &[]), None, "where nothing can be tried nothing is said");
}

#[test]
fn two_rule_sets_are_compared_in_the_same_view() {
    let tenant = tenant();
    let comparison = Comparison::of(tenant.clone(), under(&tenant, RuleSet::Today)).unwrap();
    let view = foresight::comparison(Words::english(), &comparison, "Rules".to_string());
    assert_eq!(view.sides.is_empty(), view.view.figures.is_empty(), "{view:#?}");
    assert!(!view.same.is_empty() && !view.view.text.is_empty());
    let same = Comparison::of(tenant.clone(), tenant).unwrap();
    assert_eq!(foresight::comparison(Words::english(), &same, String::new()).same, "Everybody gets the same.");
}

#[test]
fn a_draft_names_its_changes_and_whether_they_can_be_fewer() {
    let tenant = tenant();
    let Command::ChangeGroupLicenses(group, change) = removal(&tenant) else { panic!("a change of a group") };
    let other = tenant.products().find(|product| !change.remove.contains(product)).unwrap();
    let give = LicenseChange { add: vec![License { product: other, disabled: Vec::new() }], remove: Vec::new() };
    let draft = Draft::of(vec![Command::ChangeGroupLicenses(group, change), Command::ChangeGroupLicenses(group, give)]);
    let view = foresight::draft(Words::english(), &tenant, &draft);
    assert_eq!(view.commands.len(), 2);
    assert!(view.can_be_fewer && view.commands[0].starts_with("Remove "), "{view:?}");
}
