//! Nothing that people read escapes the texts: every view model is computed in a language in which each text stands in
//! marks, and what is left without them has to be a name, a code or a text of Microsoft's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::Arc;

use licensing_core::{Source, Tenant};
use licensing_model::command::{GroupKind, LicenseChange, NewUser, UserPatch};
use licensing_model::paced::at_once;
use licensing_model::rule::Membership;
use licensing_model::{
    AssignmentError, AssignmentState, CapabilityStatus, Command, CountryCode, GroupId, License, Member, MembershipRule,
    ProcessingState, Property, RuleSet, Sliced, Units, UserId,
};
use licensing_scenario::sample::example;
use licensing_view::shell::HistoryView;
use licensing_view::step::{Before, StepRecord};
use licensing_view::table::{ListId, Table, TableQuery};
use licensing_view::user::Cell;
use licensing_view::why::WhyView;
use licensing_view::{
    Icon, Piece, ProductName, Route, about, act, describe, glossary, group, overview, plain, processing, refusal,
    rules, settings, shell, side_by_side, step, story, user, why,
};
use licensing_wording::{Language, Text, Words};

/// What is shown, with where it is from.
type Shown = (&'static str, String);

/// An explanation whose sentences are not cut at the names in them.
fn in_one_piece(mut view: WhyView) -> WhyView {
    let sentences = view.links.iter_mut().map(|link| &mut link.text);
    for sentence in sentences.chain(view.now.iter_mut().flat_map(|check| &mut check.reasons)) {
        *sentence = vec![Piece { text: plain(sentence), address: None }];
    }
    view
}

/// Every view model of a tenant, as its fields show it.
fn views(tenant: &Tenant, words: Words) -> Vec<Shown> {
    let mut shown = Vec::new();
    let mut add = |what: &'static str, view: &dyn Debug| shown.push((what, format!("{view:?}")));
    add("overview", &overview::overview(tenant, words));
    add("attention", &overview::attention(tenant, words));
    add("story", &story::story(tenant, words));
    add("act", &act::act(tenant, words));
    add("processing", &processing::processing(tenant, words));
    add("waiting", &processing::waiting(tenant).words(words));
    add("shell", &shell::shell(tenant, words, HistoryView::default()));
    add("rules", &rules::rules(words));
    add("differences", &rules::differences(tenant, words));
    add("settings", &settings::settings(tenant, words));
    add("glossary", &glossary::glossary(words, tenant.rules(), ""));
    add("about", &about::about(tenant, words));
    let groups: Vec<GroupId> = tenant.groups().collect();
    let users: Vec<UserId> = tenant.users().collect();
    for group in groups.iter().copied() {
        add("group", &group::group(tenant, words, group));
        add("its errors", &at_once(async |pace| group::notification(&pace, tenant, words, group).await));
        add("choices for a group", &group::choices_for_group(tenant, words, group));
        let mut candidates = group::finding(tenant, words, group, "", 10);
        assert_eq!(candidates.complete(), Ok(()));
        add("candidates", &candidates.outcome());
    }
    for user in users.iter().copied().chain(tenant.deleted_users()) {
        add("user", &user::user(tenant, words, user));
        add("choices for a user", &group::choices_for_user(tenant, words, user));
        add("groups to join", &group::groups_to_join(tenant, words, Some(user)));
        for path in tenant.paths(user) {
            add("why", &why::why(tenant, words, licensing_view::read::why(user, &path)).map(in_one_piece));
        }
    }
    let products: Vec<_> = tenant.products().collect();
    for (first, second) in products.iter().flat_map(|first| products.iter().map(move |second| (*first, *second))) {
        let address = side_by_side::address(tenant, first, Some(second));
        add("side by side", &side_by_side::side_by_side(tenant, words, &address.query));
    }
    let lists =
        [ListId::Users, ListId::DeletedUsers, ListId::Groups, ListId::DeletedGroups, ListId::Products, ListId::Audit];
    let rows = [ListId::Pairs, ListId::Prerequisites, ListId::Locations];
    let lists = lists.into_iter().chain(rows).chain(groups.into_iter().map(ListId::Members));
    let of_product =
        |product| [ListId::ProductUsers(product), ListId::ProductGroups(product), ListId::ProductPlans(product)];
    for list in lists.chain(products.into_iter().flat_map(of_product)) {
        let table = Table::of(tenant, words, list);
        let order = table.shown(tenant, &table.sorted(tenant, None, None), &TableQuery::default());
        add("columns", &table.columns());
        for filter in table.filters() {
            add("filter", &filter.name);
            filter.choices.iter().for_each(|choice| add("choice", &choice.word));
        }
        add("bulk", &table.bulk());
        add("counted", &table.counted(2));
        add("rows", &table.rows(tenant, &order, 0..order.len().min(500)));
        for at in 0..order.len().min(100) {
            add("details", &table.details(tenant, &order, at));
        }
    }
    for cell in [Cell::Absent, Cell::On, Cell::Wanted, Cell::Clash, Cell::Off] {
        add("cell", &words.text(cell.text()));
    }
    shown
}

/// One command of each kind; some of them are refused.
fn commands(tenant: &Tenant) -> Vec<Command> {
    let (user, group) = (example::NOOR, example::SALES);
    let catalog = tenant.catalog();
    let e1 = catalog.product_by_part_number(example::E1).unwrap();
    let e5 = catalog.product_by_part_number("ENTERPRISEPREMIUM").unwrap();
    let plans = tenant.product(e1).unwrap().plans;
    let license = License { product: e1, disabled: Vec::new() };
    let change = LicenseChange { add: vec![license], remove: Vec::new() };
    let new = NewUser { display_name: "Noor Visser".to_string(), ..NewUser::default() };
    let located = |usage_location| Command::UpdateUser(user, UserPatch { usage_location, ..UserPatch::default() });
    let rule = |membership| {
        let text = "user.department -eq \"Sales E3\"".to_string();
        Command::SetMembershipRule(group, MembershipRule { text, membership })
    };
    vec![
        Command::CreateUser(new),
        located(Some(Some(CountryCode::NL))),
        located(Some(None)),
        located(None),
        Command::DeleteUser(user),
        Command::RestoreUser(user),
        Command::CreateGroup { name: "Sales E3".to_string(), kind: GroupKind::Security },
        Command::RenameGroup(group, "Sales E3".to_string()),
        Command::DeleteGroup(group),
        Command::RestoreGroup(group),
        Command::AddMember(group, Member::User(user)),
        Command::RemoveMember(group, Member::User(user)),
        Command::ChangeGroupLicenses(group, change.clone()),
        Command::ChangeUserLicenses(user, change.clone()),
        Command::ChangeUserLicenses(user, LicenseChange { remove: vec![e1], ..change }),
        Command::ChangeUserLicenses(user, LicenseChange { add: Vec::new(), remove: Vec::new() }),
        Command::ReprocessUser(user),
        Command::ReprocessGroup(group),
        Command::SetUnits(e1, Units::enabled(2)),
        Command::SetUnits(e5, Units::enabled(2)),
        Command::AddServicePlan(e1, plans[0]),
        Command::SetAddresses { user, mail: None, proxy_addresses: None },
        Command::AddContact { name: "Sales E3".to_string(), addresses: Vec::new() },
        Command::SetRuleSet(RuleSet::Rules2019),
        Command::SetRuleSet(RuleSet::Today),
        Command::SetExclusivePair { a: plans[0], b: plans[1], counts: true },
        Command::SetExclusivePair { a: plans[0], b: plans[1], counts: false },
        Command::SetPrerequisite { plan: plans[0], counts: true },
        Command::SetPrerequisite { plan: plans[0], counts: false },
        Command::SetCountry(CountryCode::NL),
        Command::SetWorkers(2),
        Command::Advance { days: 2 },
        Command::AddDomain("fabrikam.com".to_string()),
        Command::DeleteDomain("fabrikam.com".to_string()),
        Command::SetProperty { of: Member::User(user), property: Property::DEPARTMENT, value: "Sales E3".to_string() },
        Command::SetProperty { of: Member::Group(group), property: Property::DESCRIPTION, value: String::new() },
        rule(Membership::Dynamic),
        rule(Membership::Paused),
        rule(Membership::Assigned),
    ]
}

/// Descriptions of commands, and refusals of those that are refused.
fn messages(tenant: &Tenant, words: Words) -> Vec<Shown> {
    let mut shown = Vec::new();
    for command in commands(tenant) {
        shown.push(("description", format!("{:?}", words.say(&describe::describe(tenant, &command)))));
        if let Err(refused) = tenant.clone().apply(&command) {
            let note = refusal::refusal(tenant, &command, &refused);
            let source = note.rests_on.map(|(_, source)| words.text(source));
            shown.push(("refusal", format!("{:?}{source:?}", words.say(&note.plain))));
        }
    }
    shown
}

/// Each step until nothing waits, as it is shown and read aloud.
fn steps(tenant: &mut Tenant, words: Words) -> Vec<Shown> {
    let mut shown = vec![("many steps", format!("{:?}", StepRecord::many(2_000, 2_000).view(words)))];
    let mut number = 0;
    loop {
        let before = Before::of(tenant);
        let Some(outcome) = tenant.step() else { break };
        number += 1;
        let record = StepRecord::new(&before, tenant, number, &outcome);
        shown.push(("step in detail", format!("{:?}", step::detail(words, &record))));
        let view = record.view(words);
        let sentence = step::step_sentence(words, &view, processing::waiting(tenant).steps());
        shown.push(("step", format!("{view:?}{sentence:?}")));
    }
    shown
}

/// The example, with what else can be wrong: no seats, a suspended product, somebody who left, objects that are gone.
fn troubled() -> Tenant {
    let mut tenant = example::tenant(Arc::new(licensing_catalog::starter())).expect("the example is accepted");
    let catalog = tenant.catalog().clone();
    let product = |part_number| catalog.product_by_part_number(part_number).unwrap();
    let (e1, e5) = (product(example::E1), product("ENTERPRISEPREMIUM"));
    let license = |product| License { product, disabled: Vec::new() };
    let adding = |product| LicenseChange { add: vec![license(product)], remove: Vec::new() };
    let user = |name: &str| NewUser {
        display_name: name.to_string(),
        user_principal_name: format!("{}@contoso.onmicrosoft.com", name.to_lowercase()),
        usage_location: Some(CountryCode::NL),
        ..NewUser::default()
    };
    let (ada, bo) = (UserId::from_raw(4), UserId::from_raw(5));
    let (leaders, old) = (GroupId::from_raw(1), GroupId::from_raw(2));
    let mut all = vec![
        Command::CreateUser(user("Ada")),
        Command::CreateUser(NewUser { guest: true, ..user("Bo") }),
        Command::CreateGroup { name: "Leaders E5".to_string(), kind: GroupKind::Security },
        Command::CreateGroup { name: "Old".to_string(), kind: GroupKind::Microsoft365Security },
        Command::SetUnits(e5, Units::enabled(1)),
        Command::ChangeGroupLicenses(leaders, adding(e5)),
    ];
    all.extend([ada, bo].map(|user| Command::AddMember(leaders, Member::User(user))));
    all.extend([Command::AddMember(leaders, Member::Group(example::SALES)), Command::DeleteGroup(old)]);
    for command in &all {
        tenant.apply(command).unwrap_or_else(|refused| panic!("{command:?}: {refused:?}"));
    }
    tenant.settle(1_000);
    for command in [
        Command::SetUnits(e1, Units { suspended: 5, ..Units::default() }),
        Command::RemoveMember(example::SALES, Member::User(example::NOOR)),
        Command::DeleteUser(UserId::from_raw(3)),
    ] {
        tenant.apply(&command).unwrap_or_else(|refused| panic!("{command:?}: {refused:?}"));
    }
    tenant
}

/// Every name, code and text that stays as it is in every language.
fn exact(tenant: &Tenant) -> BTreeSet<String> {
    let catalog = tenant.catalog();
    let mut exact: BTreeSet<String> =
        ["Group-Based Licensing", "Microsoft", "LicenseAssignmentAttributeConcurrencyException"]
            .map(str::to_string)
            .into();
    for user in tenant.users().chain(tenant.deleted_users()) {
        let name = tenant.user_name(user);
        let view = user::user(tenant, Words::english(), user).unwrap();
        exact.extend(view.addresses.into_iter().map(|address| address.text));
        exact.extend(view.mail);
        exact.insert(view.nickname);
        exact.extend([
            licensing_view::names::initials(&name),
            name,
            tenant.principal_name(user),
            tenant.user_guid(user),
        ]);
    }
    for group in tenant.groups().chain(tenant.deleted_groups()) {
        exact.extend([tenant.group_name(group), tenant.group_guid(group)]);
    }
    for (id, info) in catalog.loaded_products() {
        let ProductName { name, tag, part_number, .. } = ProductName::new(id, Some(info));
        exact.extend([name, tag, part_number, info.guid.to_string()]);
    }
    for (id, info) in catalog.loaded_plans() {
        exact.extend([tenant.plan_name(id), tenant.plan_words(id), info.name.clone(), info.guid.to_string()]);
    }
    exact.extend(tenant.domains().map(str::to_string));
    exact.extend(Words::english().countries().map(|(_, name)| name.to_string()));
    exact.extend(AssignmentError::ALL.map(|error| error.name().to_string()));
    let states =
        [AssignmentState::Active, AssignmentState::ActiveWithError, AssignmentState::Disabled, AssignmentState::Error];
    exact.extend(states.map(|state| state.name().to_string()));
    let states = [
        ProcessingState::QueuedForProcessing,
        ProcessingState::ProcessingInProgress,
        ProcessingState::ProcessingComplete,
    ];
    exact.extend(states.map(|state| state.name().to_string()));
    exact.insert(CapabilityStatus::LockedOut.name().to_string());
    for rule in licensing_core::rules::registry::ALL {
        exact.insert(rule.id.to_string());
        if let Source::Page(title) = rule.source {
            exact.insert(title.to_string());
        }
    }
    // One by one, and a line each.
    let sources = |source: &String| {
        let each = licensing_view::sources(Words::marked(), source);
        let lines = each.join("\n");
        each.into_iter().chain([lines])
    };
    for row in &catalog.pairs {
        exact.extend(sources(&row.source));
        exact.extend([&row.family, &row.evidence, &row.status_today].map(Clone::clone));
    }
    for row in &catalog.prerequisites {
        exact.extend(sources(&row.source));
        exact.extend([&row.evidence].map(Clone::clone));
    }
    for row in &catalog.locations {
        exact.extend(sources(&row.source));
        exact.extend([&row.service, &row.rule, &row.note].map(Clone::clone));
        exact.insert(row.countries.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
    }
    for record in tenant.audit_newest_first() {
        exact.insert(record.activity.to_string());
        exact.extend(record.message.map(|message| message.text));
        for change in record.modified {
            exact.extend([change.property.to_string(), change.old, change.new]);
        }
    }
    exact.extend(Icon::ALL.iter().map(|icon| icon.href().to_string()));
    exact
}

/// The quoted texts of a value's fields.
fn quoted(fields: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut text: Option<String> = None;
    let mut letters = fields.chars();
    while let Some(letter) = letters.next() {
        match (&mut text, letter) {
            (None, '"') => text = Some(String::new()),
            (Some(_), '"') => texts.extend(text.take()),
            (Some(so_far), '\\') => so_far.extend(letters.next()),
            (Some(so_far), letter) => so_far.push(letter),
            (None, _) => {}
        }
    }
    texts
}

/// What of a text stands outside the marks.
fn unmarked(text: &str) -> String {
    let mut depth = 0_usize;
    let mut rest = String::new();
    for letter in text.chars() {
        match letter {
            '«' => depth += 1,
            '»' => depth = depth.saturating_sub(1),
            _ if depth == 0 => rest.push(letter),
            _ => {}
        }
    }
    rest
}

/// Whether what stands outside the marks is only names, codes, figures and signs.
fn is_exact(text: &str, exact: &BTreeSet<String>) -> bool {
    let rest = unmarked(text);
    let is_known = |part: &str| {
        let bare = part.trim_matches(|sign: char| !sign.is_alphanumeric());
        let is_country = bare.len() == 2 && bare.chars().all(|letter| letter.is_ascii_uppercase());
        let letters: String = bare.chars().filter(|letter| letter.is_alphabetic()).collect();
        let is_moment = Words::english().text(Text::MONTHS).split(", ").any(|month| month == letters);
        exact.contains(part.trim()) || exact.contains(bare) || is_country || is_moment || letters.is_empty()
    };
    rest.split(['→', '·']).all(|part| exact.contains(part.trim()) || part.split(',').all(is_known))
}

fn assert_worded(tenant: &Tenant, shown: Vec<Shown>) {
    let exact = exact(tenant);
    let leaks: BTreeSet<(&str, String)> = shown
        .into_iter()
        .flat_map(|(what, fields)| quoted(&fields).into_iter().map(move |text| (what, text)))
        .filter(|(_, text)| !is_exact(text, &exact))
        .collect();
    assert!(leaks.is_empty(), "{leaks:#?}");
}

#[test]
fn every_view_of_the_example_is_worded() {
    let words = Words::marked();
    let mut tenant = example::tenant(Arc::new(licensing_catalog::starter())).unwrap();
    assert_worded(&tenant, views(&tenant, words));
    let shown = steps(&mut tenant, words);
    assert_worded(&tenant, shown);
    assert_worded(&tenant, views(&tenant, words));
    assert_worded(&tenant, messages(&tenant, words));
}

#[test]
fn every_view_of_a_troubled_tenant_is_worded() {
    let words = Words::marked();
    let mut tenant = troubled();
    assert_worded(&tenant, views(&tenant, words));
    let shown = steps(&mut tenant, words);
    assert_worded(&tenant, shown);
    tenant.apply(&Command::SetRuleSet(RuleSet::Today)).unwrap();
    assert_worded(&tenant, views(&tenant, words));
    assert_worded(&tenant, messages(&tenant, words));
}

#[test]
fn an_empty_tenant_is_worded() {
    let tenant = example::empty(Arc::new(licensing_catalog::starter()));
    assert_worded(&tenant, views(&tenant, Words::marked()));
}

#[test]
fn dutch_is_spoken_throughout() {
    let mut tenant = troubled();
    let words = Words::dutch();
    assert_eq!(words.language(), Language::Dutch);
    let sales = group::group(&tenant, words, example::SALES).unwrap();
    assert_eq!(sales.kind, "Beveiligingsgroep");
    let view =
        why::why(&tenant, words, licensing_view::read::why(example::NOOR, &tenant.paths(example::NOOR)[1])).unwrap();
    assert!(view.title.starts_with("Waarom ") && view.links.iter().any(|link| link.lead == "omdat"), "{view:#?}");
    let shown = steps(&mut tenant, words);
    assert!(shown.iter().any(|(_, step)| step.contains("Moment 1, ")), "{shown:#?}");
    let view = shell::shell(&tenant, words, HistoryView::default());
    assert!(view.situation.starts_with("8 nov 2019 "), "{}", view.situation);
    assert_eq!(Route::Groups.to_string(), "#/groups", "addresses are the same in every language");
}

#[test]
fn the_search_for_leaks_finds_one() {
    let tenant = example::empty(Arc::new(licensing_catalog::starter()));
    let exact = exact(&tenant);
    for text in
        ["«Groups»", "«Step «2»», 09:00:00", "Office 365 E1", "NL", "«a» → «b»", "CountViolation", "8 Nov 2019 · NL"]
    {
        assert!(is_exact(text, &exact), "{text}");
    }
    for text in ["Groups", "«Step» waits", "Office 365 E1 is off", "1 step"] {
        assert!(!is_exact(text, &exact), "{text}");
    }
    assert_eq!(quoted(r#"A { b: "one \"two\"", c: Some("three") }"#), ["one \"two\"", "three"]);
}
