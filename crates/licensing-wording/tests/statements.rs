//! Every statement, every refusal and every rule is said in both languages, as a sentence of that language.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::sync::Arc;

use licensing_core::rules::registry;
use licensing_core::{Holder, Source, Statement, Tenant};
use licensing_model::catalog::Confidence;
use licensing_model::command::{GroupKind, LicenseChange, NewUser};
use licensing_model::refusal::DomainUser;
use licensing_model::settings::TenantSettings;
use licensing_model::{
    AssignmentError, Command, ContactId, CountryCode, GroupId, License, Path, PlanId, ProductId, Refusal, RuleSet,
    Units, UserId,
};
use licensing_wording::{UsageLocation, Words, answer, meaning, meaning_of};

const USER: UserId = UserId::from_raw(0);
const GROUP: GroupId = GroupId::from_raw(0);
const CONTACT: ContactId = ContactId::from_raw(0);

struct World {
    tenant: Tenant,
    /// A product with seats.
    product: ProductId,
    /// A product whose subscription is suspended.
    suspended: ProductId,
    plans: Vec<PlanId>,
}

fn world() -> World {
    let catalog = Arc::new(licensing_catalog::starter());
    let product = catalog.product_by_part_number("ENTERPRISEPACK").unwrap();
    let suspended = catalog.product_by_part_number("STANDARDPACK").unwrap();
    let mut tenant = Tenant::new(catalog, TenantSettings::default());
    let noor = NewUser {
        display_name: "Noor Visser".to_string(),
        user_principal_name: "noor.visser@contoso.onmicrosoft.com".to_string(),
        ..NewUser::default()
    };
    for command in [
        Command::CreateUser(noor),
        Command::CreateGroup { name: "Sales E3".to_string(), kind: GroupKind::Security },
        Command::AddContact { name: "Reception".to_string(), addresses: Vec::new() },
        Command::SetUnits(product, Units::enabled(3)),
        Command::SetUnits(suspended, Units { suspended: 3, ..Units::default() }),
    ] {
        tenant.apply(&command).unwrap();
    }
    let plans = tenant.product(product).unwrap().plans;
    World { tenant, product, suspended, plans }
}

/// One of each, where a sentence depends on more than the kind one of each of these.
fn statements(world: &World) -> Vec<Statement> {
    let World { product, suspended, .. } = *world;
    let [a, b, ..] = world.plans[..] else { panic!("a suite has plans") };
    let (user, group, country, error) = (USER, GROUP, CountryCode::NL, AssignmentError::CountViolation);
    let path = Path::Group(group);
    let mut all = vec![
        Statement::InForce { user, product, path },
        Statement::InForce { user, product, path: Path::Direct },
        Statement::InForce { user, product: suspended, path },
        Statement::KeptAsItWas { user, product, path, error },
        Statement::Withheld { product },
        Statement::SiblingFailed { group, product, error },
        Statement::NoSeat { product, consumed: 1, assignable: 1 },
        Statement::NoSeat { product, consumed: 3_000, assignable: 3_000 },
        Statement::UnitsAre { product, units: Units { enabled: 1_000, warning: 1, suspended: 2, locked_out: 3 } },
        Statement::PlansExclude { a, b },
        Statement::PlanHeld { user, plan: a, product, path },
        Statement::PlanHeld { user, plan: a, product: suspended, path },
        Statement::PlanWanted { plan: a, product, group },
        Statement::PlanLacks { plan: a, any_of: vec![a, b] },
        Statement::PlanWouldLack { plan: a, any_of: vec![b] },
        Statement::Prohibited { product, country, row: 0 },
        Statement::LocationOfUser { user, country },
        Statement::LocationOfTenant { country },
        Statement::AddressHeld { address: "a@b.nl".to_string(), holder: Holder::User(user) },
        Statement::AddressHeld { address: "a@b.nl".to_string(), holder: Holder::Contact(CONTACT) },
        Statement::Member { user, group },
        Statement::Left { user, group },
        Statement::GroupDeleted { group },
        Statement::TemplateHas { group, product },
        Statement::TemplateLost { group, product },
        Statement::TemplatePlans { group, product, turned_off: vec![a], turned_on: vec![b] },
        Statement::BecameDirect { user, product, group },
        Statement::WasNeeded { plan: a, any_of: vec![b] },
        Statement::SeatOrder,
        Statement::Pending { user, waits: false },
        Statement::Pending { user, waits: true },
        Statement::AssignedDirectly { user, product },
        Statement::CauseGone { user, waits: false },
        Statement::CauseGone { user, waits: true },
        Statement::Unknown,
    ];
    for error in AssignmentError::ALL {
        all.push(Statement::NotInForce { user, product, path, error });
        all.push(Statement::WasBlocked { user, group, error });
        all.push(Statement::NowBlockedBy { user, group, error });
        all.push(Statement::BlockedBefore { user, group, error });
    }
    all
}

/// Numbers the kinds from 0 to [`KINDS`]; a new kind does not compile before it has a number, and then misses in
/// [`statements`].
fn kind(statement: &Statement) -> usize {
    match statement {
        Statement::InForce { .. } => 0,
        Statement::KeptAsItWas { .. } => 1,
        Statement::NotInForce { .. } => 2,
        Statement::Withheld { .. } => 3,
        Statement::SiblingFailed { .. } => 4,
        Statement::NoSeat { .. } => 5,
        Statement::UnitsAre { .. } => 6,
        Statement::PlansExclude { .. } => 7,
        Statement::PlanHeld { .. } => 8,
        Statement::PlanWanted { .. } => 9,
        Statement::PlanLacks { .. } => 10,
        Statement::PlanWouldLack { .. } => 11,
        Statement::Prohibited { .. } => 12,
        Statement::LocationOfUser { .. } => 13,
        Statement::LocationOfTenant { .. } => 14,
        Statement::AddressHeld { .. } => 15,
        Statement::Member { .. } => 16,
        Statement::Left { .. } => 17,
        Statement::GroupDeleted { .. } => 18,
        Statement::TemplateHas { .. } => 19,
        Statement::TemplateLost { .. } => 20,
        Statement::TemplatePlans { .. } => 21,
        Statement::BecameDirect { .. } => 22,
        Statement::SeatOrder => 23,
        Statement::Pending { .. } => 24,
        Statement::WasBlocked { .. } => 25,
        Statement::NowBlockedBy { .. } => 26,
        Statement::AssignedDirectly { .. } => 27,
        Statement::CauseGone { .. } => 28,
        Statement::Unknown => 29,
        Statement::BlockedBefore { .. } => 30,
        Statement::WasNeeded { .. } => 31,
    }
}

const KINDS: usize = 32;

/// What both languages say is a sentence, and not the same one.
fn assert_said(english: &str, dutch: &str) {
    for sentence in [english, dutch] {
        assert!(sentence.ends_with('.') && !sentence.contains(['{', '}']), "{sentence}");
        assert!(sentence.starts_with(char::is_uppercase), "{sentence}");
        assert!(!sentence.contains("  ") && !sentence.contains(" ."), "{sentence}");
    }
    assert_ne!(english, dutch);
}

#[test]
fn every_statement_is_a_sentence_in_both_languages() {
    let world = world();
    let statements = statements(&world);
    let said: BTreeSet<usize> = statements.iter().map(kind).collect();
    assert_eq!(said, (0..KINDS).collect());
    let mut sentences = BTreeSet::new();
    for statement in &statements {
        let english = Words::english().sentence(&world.tenant, statement);
        let dutch = Words::dutch().sentence(&world.tenant, statement);
        assert_said(&english, &dutch);
        assert!(sentences.insert(english) && sentences.insert(dutch), "said twice: {statement:?}");
    }
}

#[test]
fn sentences_read_well() {
    let world = world();
    let product = world.product;
    let said = |statement: &Statement| {
        [Words::english(), Words::dutch()].map(|words| words.sentence(&world.tenant, statement))
    };
    let error = AssignmentError::MutuallyExclusiveViolation;
    assert_eq!(
        said(&Statement::NotInForce { user: USER, product, path: Path::Group(GROUP), error }),
        [
            "Noor Visser does not get Office 365 E3 through Sales E3, because service plans conflict.",
            "Noor Visser krijgt Office 365 E3 niet via Sales E3, omdat serviceplannen conflicteren."
        ]
    );
    assert_eq!(
        said(&Statement::NoSeat { product, consumed: 3_000, assignable: 2_999 }),
        [
            "No seat of Office 365 E3 is free: 3,000 of 2,999 are in use.",
            "Er is geen plaats van Office 365 E3 vrij: 3.000 van 2.999 zijn in gebruik."
        ]
    );
    assert_eq!(
        said(&Statement::AddressHeld { address: "a@b.nl".to_string(), holder: Holder::Contact(CONTACT) }),
        [
            "The contact Reception already holds the address a@b.nl.",
            "De contactpersoon Reception heeft het adres a@b.nl al."
        ]
    );
    assert_eq!(
        said(&Statement::UnitsAre { product, units: Units { enabled: 1_000, suspended: 2, ..Units::default() } }),
        [
            "Office 365 E3 has these units: 1,000 enabled, 2 suspended.",
            "Office 365 E3 heeft deze eenheden: 1.000 ingeschakeld, 2 opgeschort."
        ]
    );
}

/// One of each.
fn refusals(world: &World) -> Vec<Refusal> {
    let (user, group, product) = (USER, GROUP, world.product);
    let [plan, b, ..] = world.plans[..] else { panic!("a suite has plans") };
    let plans = world.tenant.catalog().loaded_plans().map(|(plan, _)| plan);
    let dependent = plans.into_iter().find(|plan| !world.tenant.prerequisites_of(*plan).is_empty()).unwrap();
    vec![
        Refusal::UnknownUser(user),
        Refusal::UnknownGroup(group),
        Refusal::DomainInvalid,
        Refusal::DomainTaken,
        Refusal::UnknownDomain,
        Refusal::DomainInitial,
        Refusal::DomainInUse { first: DomainUser::User(user), number: 1 },
        Refusal::DomainInUse { first: DomainUser::Group(group), number: 2 },
        Refusal::DomainInUse { first: DomainUser::Contact(CONTACT), number: 3 },
        Refusal::TooManyDomains,
        Refusal::UnknownContact(CONTACT),
        Refusal::UnknownProduct(product),
        Refusal::UnknownPlan(plan),
        Refusal::ProductTwice(product),
        Refusal::NoLicenseChanges,
        Refusal::ProductNotInTenant(product),
        Refusal::ProductInBothLists(product),
        Refusal::PlanNotInProduct { product, plan },
        Refusal::GroupNotLicensable(group),
        Refusal::LicenseNotHeld(product),
        Refusal::LicenseInherited(product),
        Refusal::PrerequisiteMissing { plan: dependent },
        Refusal::PlansExclusive { a: plan, b },
        Refusal::InvalidUsageLocation,
        Refusal::NoAvailableLicenses(product),
        Refusal::AddressTaken,
        Refusal::GroupLicensed(group),
        Refusal::NotDeleted,
        Refusal::GroupNotRestorable(group),
        Refusal::AlreadyMember,
        Refusal::NotMember,
        Refusal::MemberOfItself(group),
        Refusal::NoGroupReprocess,
        Refusal::ProductNotOffered(product),
        Refusal::PlanInProduct { product, plan },
        Refusal::NoPrerequisiteRow(plan),
        Refusal::PairOfOnePlan(plan),
        Refusal::NameEmpty,
        Refusal::NameTooLong,
        Refusal::PrincipalNameInvalid,
        Refusal::PrincipalNameTaken,
        Refusal::NicknameInvalid,
        Refusal::AddressInvalid,
        Refusal::TooManyAddresses,
        Refusal::TooManyUnits,
        Refusal::WorkersOutOfRange,
        Refusal::ClockOutOfRange,
        Refusal::TooManyGroups,
        Refusal::TenantFull,
        Refusal::NotAllowed,
    ]
}

#[test]
fn every_refusal_is_explained_in_both_languages() {
    let world = world();
    for refusal in refusals(&world) {
        let meaning = meaning(&world.tenant, &refusal);
        let english = Words::english().say(&meaning);
        assert_said(&english, &Words::dutch().say(&meaning));
        let exact = world.tenant.refusal_text(&refusal).message;
        assert_eq!(answer(&world.tenant, &refusal), exact.unwrap_or(english), "{refusal:?}");
    }
}

#[test]
fn a_refused_template_says_where_a_prerequisite_has_to_be() {
    let world = world();
    let plan = world.plans[0];
    let change =
        LicenseChange { add: vec![License { product: world.product, disabled: Vec::new() }], remove: Vec::new() };
    let refusal = Refusal::PrerequisiteMissing { plan };
    let said = |command: Command| Words::dutch().say(&meaning_of(&world.tenant, &command, &refusal));
    assert!(said(Command::ChangeGroupLicenses(GROUP, change.clone())).contains("in dezelfde groep"));
    assert!(!said(Command::ChangeUserLicenses(USER, change)).contains("in dezelfde groep"));
}

#[test]
fn every_rule_is_a_sentence_in_both_languages() {
    for rule in registry::ALL {
        assert_said(Words::english().rule(rule), Words::dutch().rule(rule));
    }
}

#[test]
fn headings_are_those_of_the_rule_set() {
    let headings = |words: Words, rules| {
        AssignmentError::ALL
            .map(|error| words.heading(error, rules, UsageLocation::NotSet))
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect()
    };
    let [then, today]: [Vec<&str>; 2] =
        [RuleSet::Rules2019, RuleSet::Today].map(|rules| headings(Words::english(), rules));
    assert_eq!(then.iter().zip(&today).filter(|(then, today)| then != today).count(), 2);
    let error = AssignmentError::ProhibitedInUsageLocationViolation;
    let today = |location| Words::english().heading(error, RuleSet::Today, location);
    assert_eq!(today(UsageLocation::NotSet), "Usage location not specified");
    assert_eq!(today(UsageLocation::Set), "Usage location isn't allowed");
    let dutch: Vec<&str> = headings(Words::dutch(), RuleSet::Rules2019);
    assert!(dutch.contains(&"Conflicterende serviceplannen") && dutch.contains(&"Niet genoeg licenties"));
    assert!(dutch.contains(&"Andere producten zijn afhankelijk van deze licentie"));
}

#[test]
fn sources_are_worded_titles_are_not() {
    let title = Source::Page("Microsoft, Additional scenarios for group-based licensing");
    assert_eq!(Words::dutch().source(&title), Words::english().source(&title));
    assert_ne!(Words::dutch().source(&Source::Nowhere), Words::english().source(&Source::Nowhere));
    assert_eq!(Words::dutch().confidence(Confidence::Inferred), "Afgeleid");
}
