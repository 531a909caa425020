//! For each error of the article of 2019 the repairs contain the ones that the article names, under both rule sets
//! where the error exists.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that stops where something is wrong is what is wanted here"
)]

use std::sync::Arc;

use licensing_core::{Carrier, Cure, Holder, Tenant};
use licensing_foresight::{
    Comparison, DiffersIn, Keep, Level, LineKind, Mending, Preview, Repair, Repairing, Target, errors_of_group,
    errors_of_user, repairs_of_refused, under,
};
use licensing_model::address::ProxyAddress;
use licensing_model::command::{GroupKind, License, LicenseChange, NewUser};
use licensing_model::{
    AssignmentError, Command, ContactId, CountryCode, GroupId, Member, Path, PlanId, ProductId, Refusal, RuleSet,
    TenantSettings, Units, UserId,
};

const ANNA: UserId = UserId::from_raw(0);
const BRAM: UserId = UserId::from_raw(1);
const CHLOE: UserId = UserId::from_raw(2);
const SALES: GroupId = GroupId::from_raw(0);

struct Stage {
    tenant: Tenant,
}

impl Stage {
    /// Anna, Bram and Chloe in the Netherlands, and the group Sales without members.
    fn new(rules: RuleSet) -> Stage {
        Stage::with(TenantSettings { rules, ..TenantSettings::default() })
    }

    fn with(settings: TenantSettings) -> Stage {
        let catalog = Arc::new(licensing_catalog::starter());
        let mut stage = Stage { tenant: Tenant::new(catalog, settings) };
        for name in ["Anna", "Bram", "Chloe"] {
            stage.does(Command::CreateUser(NewUser {
                display_name: name.into(),
                user_principal_name: format!("{name}@contoso.onmicrosoft.com"),
                usage_location: Some(CountryCode::NL),
                ..NewUser::default()
            }));
        }
        stage.does(Command::CreateGroup { name: "Sales".into(), kind: GroupKind::Security });
        stage
    }

    fn does(&mut self, command: Command) {
        self.tenant.apply(&command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
        self.tenant.settle(u32::MAX);
    }

    fn product(&self, part_number: &str) -> ProductId {
        self.tenant.catalog().product_by_part_number(part_number).unwrap()
    }

    fn plan(&self, name: &str) -> PlanId {
        self.tenant.catalog().plan_by_name(name).unwrap()
    }

    fn buys(&mut self, part_number: &str, units: u32) -> ProductId {
        let product = self.product(part_number);
        self.does(Command::SetUnits(product, Units::enabled(units)));
        product
    }

    fn repairs(&self, user: UserId, product: ProductId, error: AssignmentError) -> Vec<Repair> {
        let target = Target { user, product, path: Path::Group(SALES) };
        assert_eq!(self.tenant.path(user, product, target.path).unwrap().error, error);
        Repairing::all(&self.tenant, target, &Keep::ALL).unwrap().repairs
    }
}

fn give(product: ProductId) -> LicenseChange {
    LicenseChange { add: vec![License { product, disabled: vec![] }], remove: vec![] }
}

fn take(product: ProductId) -> LicenseChange {
    LicenseChange { add: vec![], remove: vec![product] }
}

fn joins(user: UserId) -> Command {
    Command::AddMember(SALES, Member::User(user))
}

fn find(repairs: &[Repair], is_it: impl Fn(&Repair) -> bool) -> &Repair {
    repairs.iter().find(|repair| is_it(repair)).unwrap_or_else(|| panic!("not among {repairs:#?}"))
}

/// "Purchase more licenses for the product, or free up unused licenses from other users or groups."
#[test]
fn not_enough_licenses() {
    for rules in RuleSet::ALL {
        let mut stage = Stage::new(rules);
        let e3 = stage.buys("ENTERPRISEPACK", 2);
        stage.does(Command::ChangeUserLicenses(CHLOE, give(e3)));
        let blocked = licensing_model::command::UserPatch { account_enabled: Some(false), ..Default::default() };
        stage.does(Command::UpdateUser(CHLOE, blocked));
        stage.does(joins(ANNA));
        stage.does(joins(BRAM));
        stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
        let repairs = stage.repairs(BRAM, e3, AssignmentError::CountViolation);
        let buys = find(&repairs, |repair| matches!(repair.cures[..], [Cure::Buy { .. }]));
        assert_eq!(buys.commands[0], Command::SetUnits(e3, Units::enabled(3)));
        assert_eq!((buys.level, buys.bought), (Level::Cures, 1));
        // Under the rules of 2019 a purchase retries nothing (R3).
        assert_eq!(buys.commands.len(), if rules == RuleSet::Rules2019 { 2 } else { 1 });
        let frees = find(&repairs, |repair| repair.cures == [Cure::RemoveDirect { user: CHLOE, product: e3 }]);
        assert_eq!(frees.commands, [Command::ChangeUserLicenses(CHLOE, take(e3)), Command::ReprocessUser(BRAM)]);
        assert_eq!(frees.level, Level::SideEffects);
        assert_eq!(repairs[0].cures, buys.cures, "what costs nobody a license comes first");

        let (_, together) = Mending::all(&stage.tenant, errors_of_group(&stage.tenant, SALES), &Keep::ALL);
        assert_eq!(together[0].cured, 1);
    }
}

/// "You need to disable two of the plans. You can disable the E1 license that's directly assigned to the user. Or, you
/// need to modify the entire group license assignment and disable the plans in the E3 license. Alternatively, you might
/// decide to remove the E1 license from the user if it's redundant in the context of the E3 license."
#[test]
fn conflicting_service_plans() {
    let mut stage = Stage::new(RuleSet::Rules2019);
    let (e1, e3) = (stage.buys("STANDARDPACK", 5), stage.buys("ENTERPRISEPACK", 5));
    stage.does(Command::ChangeUserLicenses(ANNA, give(e1)));
    stage.does(joins(ANNA));
    stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
    let repairs = stage.repairs(ANNA, e3, AssignmentError::MutuallyExclusiveViolation);
    let off = |repair: &Repair, carrier: Carrier, product: ProductId, plans: [PlanId; 2]| {
        plans.iter().all(|plan| repair.cures.contains(&Cure::TurnOff { carrier, product, plan: *plan }))
    };
    let firsts = [stage.plan("EXCHANGE_S_STANDARD"), stage.plan("SHAREPOINTSTANDARD")];
    let seconds = [stage.plan("EXCHANGE_S_ENTERPRISE"), stage.plan("SHAREPOINTENTERPRISE")];
    let in_e1 = find(&repairs, |repair| off(repair, Carrier::User(ANNA), e1, firsts));
    let in_e3 = find(&repairs, |repair| off(repair, Carrier::Group(SALES), e3, seconds));
    let removed = find(&repairs, |repair| repair.cures == [Cure::RemoveDirect { user: ANNA, product: e1 }]);
    assert_eq!((in_e1.level, in_e3.level), (Level::NeedsChoice, Level::NeedsChoice), "which plan is kept is a choice");
    assert_eq!(removed.commands, [Command::ChangeUserLicenses(ANNA, take(e1)), Command::ReprocessUser(ANNA)]);
    assert!(removed.in_force && removed.mailbox_steps > 0, "there is a gap without a mailbox: {removed:#?}");
    let swapped = find(&repairs, |repair| matches!(repair.cures[..], [Cure::Swap { .. }]));
    assert_eq!((swapped.mailbox_steps, swapped.in_force), (0, true), "{swapped:#?}");
    assert!(
        repairs.iter().position(|r| r == swapped) < repairs.iter().position(|r| r == removed),
        "mail is kept first"
    );
}

/// The same under today's rules, with the first two products of which a plan excludes one of the other still.
#[test]
fn conflicting_service_plans_today() {
    let stage = Stage::new(RuleSet::Today);
    let catalog = stage.tenant.catalog();
    let products: Vec<ProductId> =
        (0..catalog.products.len()).map(ProductId::at).filter(|id| catalog.product(*id).is_some()).collect();
    let conflict = |first: ProductId, second: ProductId| {
        let mut stage = Stage { tenant: stage.tenant.clone() };
        for product in [first, second] {
            stage.tenant.apply(&Command::SetUnits(product, Units::enabled(5))).ok()?;
        }
        stage.tenant.apply(&Command::ChangeUserLicenses(ANNA, give(first))).ok()?;
        stage.does(joins(ANNA));
        stage.tenant.apply(&Command::ChangeGroupLicenses(SALES, give(second))).ok()?;
        stage.tenant.settle(u32::MAX);
        let error = stage.tenant.path(ANNA, second, Path::Group(SALES))?.error;
        (error == AssignmentError::MutuallyExclusiveViolation).then_some((stage, first, second))
    };
    let pairs = products.iter().flat_map(|first| products.iter().map(move |second| (*first, *second)));
    let (stage, first, second) =
        pairs.into_iter().find_map(|(first, second)| conflict(first, second)).expect("some plans exclude each other");
    let repairs = stage.repairs(ANNA, second, AssignmentError::MutuallyExclusiveViolation);
    let turns_off = |repair: &Repair, of: Carrier, product: ProductId| {
        let is_it = |cure: &Cure| matches!(cure, Cure::TurnOff { carrier, product: of_product, .. } if *carrier == of && *of_product == product);
        repair.cures.iter().all(is_it)
    };
    for (carrier, product) in [(Carrier::User(ANNA), first), (Carrier::Group(SALES), second)] {
        let off = repairs.iter().find(|repair| turns_off(repair, carrier, product));
        // A product of a single plan is taken away instead.
        let removed = repairs.iter().find(|repair| repair.cures == [Cure::RemoveDirect { user: ANNA, product: first }]);
        let found = off.or(removed).unwrap_or_else(|| panic!("not among {repairs:#?}"));
        assert_ne!(found.level, Level::Cures, "{found:#?}");
    }
    find(&repairs, |repair| repair.cures == [Cure::RemoveDirect { user: ANNA, product: first }]);
}

/// "More than one product license assigned to a group": what is wrong with one product keeps the others away, and what
/// mends it brings all of them.
#[test]
fn several_products_of_a_group() {
    for rules in RuleSet::ALL {
        let mut stage = Stage::new(rules);
        let (e3, ems) = (stage.buys("ENTERPRISEPACK", 1), stage.buys("EMS", 5));
        stage.does(Command::ChangeUserLicenses(BRAM, give(e3)));
        stage.does(joins(ANNA));
        let both = LicenseChange { add: [give(e3).add, give(ems).add].concat(), remove: Vec::new() };
        stage.does(Command::ChangeGroupLicenses(SALES, both));
        assert_eq!(stage.tenant.path(ANNA, ems, Path::Group(SALES)).unwrap().error, AssignmentError::Other);
        let repairs = stage.repairs(ANNA, e3, AssignmentError::CountViolation);
        let buys = find(&repairs, |repair| matches!(repair.cures[..], [Cure::Buy { .. }]));
        for command in buys.commands.clone() {
            stage.does(command);
        }
        assert_eq!(stage.tenant.path(ANNA, ems, Path::Group(SALES)).unwrap().error, AssignmentError::None);
    }
}

/// "Make sure that the required plan is still assigned to users through some other method or that the dependent
/// services are disabled for those users. After doing that, you can properly remove the group license."
#[test]
fn other_products_depend_on_this_license() {
    for rules in RuleSet::ALL {
        let mut stage = Stage::new(rules);
        let (e3, audio) = (stage.buys("ENTERPRISEPACK", 5), stage.buys("MCOMEETADV", 5));
        let e1 = stage.buys("STANDARDPACK", 5);
        stage.does(joins(ANNA));
        stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
        stage.does(Command::ChangeUserLicenses(ANNA, give(audio)));
        stage.does(Command::RemoveMember(SALES, Member::User(ANNA)));
        let repairs = stage.repairs(ANNA, e3, AssignmentError::DependencyViolation);
        let disabled = find(&repairs, |repair| {
            matches!(repair.cures[..], [Cure::TurnOff { carrier: Carrier::User(ANNA), product, .. }] if product == audio)
                || matches!(repair.cures[..], [Cure::RemoveDirect { user: ANNA, product }] if product == audio)
        });
        assert_eq!(disabled.commands.len(), 2);
        let other_way = find(&repairs, |repair| {
            matches!(repair.cures[..], [Cure::Add { carrier: Carrier::User(ANNA), product, .. }] if product == e1)
                || matches!(repair.cures[..], [Cure::Add { carrier: Carrier::User(ANNA), .. }])
        });
        assert!(matches!(other_way.commands[..], [Command::ChangeUserLicenses(ANNA, _), Command::ReprocessUser(ANNA)]));
    }
}

/// "Remove users from unsupported locations from the licensed group. Alternatively, if the current usage location
/// values don't represent the actual user location, you can modify them."
#[test]
fn usage_location_is_not_allowed() {
    for rules in RuleSet::ALL {
        let mut stage = Stage::new(rules);
        let e3 = stage.buys("ENTERPRISEPACK", 5);
        let iran = Some(Some("IR".parse().unwrap()));
        let patch = licensing_model::command::UserPatch { usage_location: iran, ..Default::default() };
        stage.does(Command::UpdateUser(ANNA, patch));
        stage.does(joins(ANNA));
        stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
        let repairs = stage.repairs(ANNA, e3, AssignmentError::ProhibitedInUsageLocationViolation);
        let leaves = find(&repairs, |repair| repair.cures == [Cure::Leave { user: ANNA, group: SALES }]);
        assert_eq!(leaves.commands, [Command::RemoveMember(SALES, Member::User(ANNA))]);
        assert_eq!((leaves.level, leaves.in_force), (Level::SideEffects, false));
        let moved = find(&repairs, |repair| matches!(repair.cures[..], [Cure::Locate { user: ANNA, .. }]));
        assert!(matches!(moved.commands[..], [Command::UpdateUser(ANNA, _), Command::ReprocessUser(ANNA)]));
        assert_eq!(moved.level, Level::NeedsChoice, "where somebody is cannot be known here");
        // It is what the error asks for; leaving the group gives the license up.
        assert_eq!((repairs.first(), repairs.last()), (Some(moved), Some(leaves)));
    }
}

/// "After you've resolved any proxy address problems for the affected users, make sure to force license processing."
#[test]
fn proxy_address_is_already_being_used() {
    for rules in RuleSet::ALL {
        let mut stage = Stage::new(rules);
        let e3 = stage.buys("ENTERPRISEPACK", 5);
        let address = "Anna@contoso.onmicrosoft.com".to_string();
        stage.does(Command::SetAddresses {
            user: BRAM,
            mail: None,
            proxy_addresses: Some(vec![ProxyAddress { primary: false, address }]),
        });
        stage.does(joins(ANNA));
        stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
        let repairs = stage.repairs(ANNA, e3, AssignmentError::UniquenessViolation);
        let taken =
            find(&repairs, |repair| matches!(repair.cures[..], [Cure::TakeAddress { holder: Holder::User(BRAM), .. }]));
        assert!(matches!(taken.commands[..], [Command::SetAddresses { user: BRAM, .. }, Command::ReprocessUser(ANNA)]));
    }
}

/// The holder need not be a user: a contact gives the address free as well.
#[test]
fn proxy_address_is_already_being_used_by_a_contact() {
    for rules in RuleSet::ALL {
        let mut stage = Stage::new(rules);
        let e3 = stage.buys("ENTERPRISEPACK", 5);
        let addresses =
            ["Anna@contoso.onmicrosoft.com", "desk@contoso.onmicrosoft.com"].map(ProxyAddress::parse).to_vec();
        stage.does(Command::AddContact { name: "Desk".into(), addresses });
        stage.does(joins(ANNA));
        stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
        let repairs = stage.repairs(ANNA, e3, AssignmentError::UniquenessViolation);
        let taken =
            find(&repairs, |repair| matches!(repair.cures[..], [Cure::TakeAddress { holder: Holder::Contact(_), .. }]));
        let left = vec![ProxyAddress::parse("desk@contoso.onmicrosoft.com")];
        let contact = ContactId::from_raw(0);
        let change = Command::UpdateContact { contact, name: None, addresses: Some(left) };
        assert_eq!(taken.commands, [change, Command::ReprocessUser(ANNA)]);
    }
}

/// "Update an existing group that already contains the full Office 365 E3 product and add the add-on to it", or "create
/// a group that contains only the minimum required products: E3 with only the Exchange Online (Plan 2) plan enabled."
#[test]
fn products_with_prerequisites() {
    for rules in RuleSet::ALL {
        let mut stage = Stage::new(rules);
        let (e3, analytics) = (stage.buys("ENTERPRISEPACK", 5), stage.buys("WORKPLACE_ANALYTICS", 5));
        let command = Command::ChangeGroupLicenses(SALES, give(analytics));
        let refusal = stage.tenant.clone().apply(&command).unwrap_err();
        assert!(matches!(refusal, Refusal::PrerequisiteMissing { .. }));
        let exchange = stage.plan("EXCHANGE_S_ENTERPRISE");
        let least = repairs_of_refused(&stage.tenant, &command).ways.into_iter().find(|commands| match &commands[..] {
            [Command::ChangeGroupLicenses(SALES, change)] => change.add.iter().any(|license| {
                let plans = stage.tenant.product(e3).unwrap().plans;
                let on: Vec<_> = plans.into_iter().filter(|plan| !license.disabled.contains(plan)).collect();
                license.product == e3 && on == [exchange]
            }),
            _ => false,
        });
        assert!(least.is_some(), "E3 with nothing but Exchange Online (Plan 2), in the same group");
    }
}

/// Anna keeps E3 of a deleted group, since her direct audio conferencing needs it.
fn left_by_a_deleted_group(rules: RuleSet) -> (Stage, ProductId, ProductId) {
    let mut stage = Stage::new(rules);
    let (e3, audio) = (stage.buys("ENTERPRISEPACK", 5), stage.buys("MCOMEETADV", 5));
    stage.does(joins(ANNA));
    stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
    stage.does(Command::ChangeUserLicenses(ANNA, give(audio)));
    stage.does(Command::ChangeGroupLicenses(SALES, take(e3)));
    stage.does(Command::DeleteGroup(SALES));
    (stage, e3, audio)
}

/// "When a licensed group is deleted", today: what it left stays in error until the cause is gone and the user is
/// processed again.
#[test]
fn a_deleted_group_today() {
    let (mut stage, e3, audio) = left_by_a_deleted_group(RuleSet::Today);
    let repairs = stage.repairs(ANNA, e3, AssignmentError::DependencyViolation);
    let removed = find(&repairs, |repair| repair.cures == [Cure::RemoveDirect { user: ANNA, product: audio }]);
    assert_eq!(removed.commands, [Command::ChangeUserLicenses(ANNA, take(audio)), Command::ReprocessUser(ANNA)]);
    assert_eq!(errors_of_user(&stage.tenant, ANNA).len(), 1);
    let (_, together) = Mending::all(&stage.tenant, errors_of_user(&stage.tenant, ANNA), &Keep::ALL);
    assert_eq!(together[0].cured, 1);
    for command in removed.commands.clone() {
        stage.does(command);
    }
    assert!(stage.tenant.path(ANNA, e3, Path::Group(SALES)).is_none(), "nothing of the group is left");
}

/// "When a licensed group is deleted", in 2019: what it left becomes direct, so that there is nothing to mend; and what
/// is left from today becomes direct as soon as the user is processed.
#[test]
fn a_deleted_group_in_2019() {
    let (stage, e3, _) = left_by_a_deleted_group(RuleSet::Rules2019);
    let target = Target { user: ANNA, product: e3, path: Path::Group(SALES) };
    assert!(Repairing::all(&stage.tenant, target, &Keep::ALL).is_none_or(|found| found.repairs.is_empty()));
    assert!(errors_of_user(&stage.tenant, ANNA).is_empty());
    assert_eq!(stage.tenant.path(ANNA, e3, Path::Direct).unwrap().error, AssignmentError::None);

    let (mut stage, e3, _) = left_by_a_deleted_group(RuleSet::Today);
    stage.does(Command::SetRuleSet(RuleSet::Rules2019));
    let repairs = stage.repairs(ANNA, e3, AssignmentError::DependencyViolation);
    let becomes_direct = find(&repairs, |repair| repair.commands == [Command::ReprocessUser(ANNA)]);
    assert_eq!(becomes_direct.level, Level::Cures, "nobody loses anything: {becomes_direct:#?}");
    stage.does(Command::ReprocessUser(ANNA));
    assert_eq!(stage.tenant.path(ANNA, e3, Path::Direct).unwrap().error, AssignmentError::None);
}

/// "A proxy address conflict" is the other reason for which a deleted group cannot take its license back: without a
/// mailbox Anna's first address would be the one that Bram has got meanwhile. In 2019 her license becomes direct; today
/// it is mended where the address is.
#[test]
fn a_deleted_group_and_an_address() {
    for rules in RuleSet::ALL {
        let settings = TenantSettings { rules, domains: vec!["contoso.com".to_string()], ..TenantSettings::default() };
        let mut stage = Stage::with(settings);
        let e3 = stage.buys("ENTERPRISEPACK", 5);
        let principal_name = Some("anna@contoso.com".to_string());
        let patch = licensing_model::command::UserPatch { user_principal_name: principal_name, ..Default::default() };
        stage.does(Command::UpdateUser(ANNA, patch));
        stage.does(joins(ANNA));
        stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
        let address = "anna@contoso.onmicrosoft.com".to_string();
        stage.does(Command::SetAddresses {
            user: BRAM,
            mail: None,
            proxy_addresses: Some(vec![ProxyAddress { primary: true, address }]),
        });
        stage.does(Command::ChangeGroupLicenses(SALES, take(e3)));
        assert_eq!(
            stage.tenant.path(ANNA, e3, Path::Group(SALES)).unwrap().error,
            AssignmentError::UniquenessViolation
        );
        stage.does(Command::DeleteGroup(SALES));
        if rules == RuleSet::Rules2019 {
            assert!(errors_of_user(&stage.tenant, ANNA).is_empty(), "it became direct");
            continue;
        }
        let repairs = stage.repairs(ANNA, e3, AssignmentError::UniquenessViolation);
        let taken =
            find(&repairs, |repair| matches!(repair.cures[..], [Cure::TakeAddress { holder: Holder::User(BRAM), .. }]));
        assert!(matches!(taken.commands[..], [Command::SetAddresses { user: BRAM, .. }, Command::ReprocessUser(ANNA)]));
        for command in taken.commands.clone() {
            stage.does(command);
        }
        assert!(stage.tenant.path(ANNA, e3, Path::Group(SALES)).is_none(), "nothing of the group is left");
    }
}

#[test]
fn a_swap_is_one_line_and_keeps_the_mailbox() {
    let mut stage = Stage::new(RuleSet::Rules2019);
    let (e1, e3) = (stage.buys("STANDARDPACK", 5), stage.buys("ENTERPRISEPACK", 5));
    [ANNA, BRAM, CHLOE].into_iter().for_each(|user| stage.does(joins(user)));
    stage.does(Command::ChangeGroupLicenses(SALES, give(e1)));
    let swap = LicenseChange { add: give(e3).add, remove: vec![e1] };
    let preview = Preview::of(&stage.tenant, vec![Command::ChangeGroupLicenses(SALES, swap)]).unwrap();
    let [line] = preview.lines.as_slice() else { panic!("{:#?}", preview.lines) };
    assert_eq!((line.kind, &line.from, &line.to), (LineKind::Moves, &vec![e1], &vec![e3]));
    assert_eq!((line.users.len(), line.mailbox, preview.summary.mailbox_gaps), (3, (true, true), 0));
    assert_eq!((preview.summary.r#move, preview.summary.gain, preview.summary.lose), (3, 0, 0));

    // The same as two requests: between them nobody has a mailbox.
    let two = vec![Command::ChangeGroupLicenses(SALES, take(e1)), Command::ReprocessUser(ANNA)];
    assert_eq!(Preview::of(&stage.tenant, two).unwrap().summary.lose_mailbox, 3);
}

#[test]
fn from_a_direct_license_to_a_group_nobody_loses_anything() {
    let mut stage = Stage::new(RuleSet::Rules2019);
    let e3 = stage.buys("ENTERPRISEPACK", 5);
    stage.does(Command::ChangeUserLicenses(ANNA, give(e3)));
    stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
    stage.does(joins(ANNA));
    // The path of the group is in force beside the direct one; taking the direct one away moves nobody's seat.
    let preview = Preview::of(&stage.tenant, vec![Command::ChangeUserLicenses(ANNA, take(e3))]).unwrap();
    assert_eq!((preview.summary.lose, preview.summary.lose_plans), (0, 0));
    assert_eq!(preview.lines[0].kind, LineKind::Other);
    let mut other = Stage::new(RuleSet::Rules2019);
    other.buys("ENTERPRISEPACK", 5);
    other.does(Command::ChangeUserLicenses(ANNA, give(e3)));
    other.does(Command::ChangeGroupLicenses(SALES, give(e3)));
    let both = vec![joins(ANNA), Command::ChangeUserLicenses(ANNA, take(e3))];
    let preview = Preview::of(&other.tenant, both).unwrap();
    assert_eq!(preview.lines[0].kind, LineKind::MovesPath, "{:#?}", preview.lines);
    assert_eq!(
        (preview.summary.gaps, preview.summary.mailbox_gaps),
        (1, 1),
        "for a step the direct one is gone: {preview:#?}"
    );
}

#[test]
fn two_designs_give_everybody_the_same_or_one_user_differs() {
    let mut stage = Stage::new(RuleSet::Rules2019);
    let (e1, e3) = (stage.buys("STANDARDPACK", 5), stage.buys("ENTERPRISEPACK", 5));
    let mut direct = Stage { tenant: stage.tenant.clone() };
    stage.does(joins(ANNA));
    stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
    direct.does(Command::ChangeUserLicenses(ANNA, give(e3)));
    let same = Comparison::of(stage.tenant.clone(), direct.tenant.clone()).unwrap();
    assert_eq!(same.differs_for(), None, "by whatever path");
    assert!(!same.diff.is_empty());
    direct.does(Command::ChangeUserLicenses(BRAM, give(e1)));
    let other = Comparison::of(stage.tenant, direct.tenant).unwrap();
    let differs = other.differs_for().unwrap();
    assert_eq!(differs.user, BRAM);
    assert!(matches!(differs.what, DiffersIn::Paths([None, Some(_)])));
}

#[test]
fn whoever_is_in_error_in_one_design_alone_does_not_get_the_same() {
    let mut stage = Stage::new(RuleSet::Rules2019);
    let e3 = stage.buys("ENTERPRISEPACK", 1);
    stage.does(Command::ChangeUserLicenses(ANNA, give(e3)));
    stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
    let mut other = Stage { tenant: stage.tenant.clone() };
    other.does(joins(BRAM));
    let comparison = Comparison::of(stage.tenant.clone(), other.tenant).unwrap();
    assert_eq!(comparison.summary.fail, 1, "{:#?}", comparison.lines);
    let differs = comparison.differs_for().expect("he fails in the other");
    assert_eq!(differs.user, BRAM);
    assert!(matches!(&differs.what, DiffersIn::Paths([None, Some((product, _, _))]) if *product == e3));
}

#[test]
fn whoever_has_other_addresses_does_not_get_the_same() {
    let stage = Stage::new(RuleSet::Today);
    let mut other = Stage { tenant: stage.tenant.clone() };
    other.does(Command::SetAddresses {
        user: ANNA,
        mail: Some(Some("anna@elsewhere.example".to_string())),
        proxy_addresses: None,
    });
    let comparison = Comparison::of(stage.tenant, other.tenant).unwrap();
    assert_eq!(comparison.summary.addresses, 1);
    let differs = comparison.differs_for().expect("she has another address");
    assert!(differs.user == ANNA && matches!(differs.what, DiffersIn::Addresses(_)));
}

#[test]
fn the_same_tenant_under_both_rule_sets() {
    let mut stage = Stage::new(RuleSet::Rules2019);
    let (e1, e3) = (stage.buys("EXCHANGESTANDARD", 5), stage.buys("EXCHANGEENTERPRISE", 5));
    stage.does(Command::ChangeUserLicenses(ANNA, give(e1)));
    stage.does(joins(ANNA));
    stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
    let today = under(&stage.tenant, RuleSet::Today);
    let comparison = Comparison::of(stage.tenant, today).unwrap();
    assert_eq!(comparison.summary.heal, 1, "the pair was lifted");
}

#[test]
fn whoever_gets_other_plans_of_the_same_product_does_not_get_the_same() {
    let mut stage = Stage::new(RuleSet::Rules2019);
    let e3 = stage.buys("ENTERPRISEPACK", 5);
    stage.does(joins(ANNA));
    stage.does(Command::ChangeGroupLicenses(SALES, give(e3)));
    let today = under(&stage.tenant, RuleSet::Today);
    let comparison = Comparison::of(stage.tenant, today).unwrap();
    let differs = comparison.differs_for().expect("the product holds other plans today");
    assert_eq!(differs.user, ANNA);
    assert!(matches!(&differs.what, DiffersIn::Plans([_, gained]) if !gained.is_empty()), "{differs:?}");
}
