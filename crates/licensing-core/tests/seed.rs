//! The article's own example through the engine's public face: explanation, audit log, undo.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::{History, Statement, Tenant};
use licensing_model::command::{GroupKind, LicenseChange, NewUser};
use licensing_model::settings::TenantSettings;
use licensing_model::{
    AssignmentError, AssignmentState, Command, CountryCode, GroupId, License, Member, Path, ProductId, Refusal, Units,
    UserId,
};

struct Seed {
    history: History,
    user: UserId,
    group: GroupId,
    e1: ProductId,
    e3: ProductId,
}

fn give(product: ProductId) -> LicenseChange {
    LicenseChange { add: vec![License { product, disabled: vec![] }], remove: vec![] }
}

/// A user with E1 directly joins a group that gets E3.
fn seed() -> Seed {
    let catalog = Arc::new(licensing_catalog::starter());
    let [e1, e3] = ["STANDARDPACK", "ENTERPRISEPACK"].map(|sku| catalog.product_by_part_number(sku).unwrap());
    let mut history = History::new(Tenant::new(catalog, TenantSettings::default()));
    let (user, group) = (UserId::at(0), GroupId::at(0));
    let new = NewUser {
        display_name: "Noor Visser".into(),
        user_principal_name: "noor@contoso.onmicrosoft.com".into(),
        usage_location: Some(CountryCode::NL),
        ..NewUser::default()
    };
    for command in [
        Command::SetUnits(e1, Units::enabled(5)),
        Command::SetUnits(e3, Units::enabled(5)),
        Command::CreateUser(new),
        Command::ChangeUserLicenses(user, give(e1)),
        Command::CreateGroup { name: "Sales E3".into(), kind: GroupKind::Security },
        Command::AddMember(group, Member::User(user)),
        Command::ChangeGroupLicenses(group, give(e3)),
    ] {
        history.apply(command).unwrap();
    }
    Seed { history, user, group, e1, e3 }
}

impl Seed {
    fn inherited(&self) -> (AssignmentState, AssignmentError) {
        let row = self.history.tenant().path(self.user, self.e3, Path::Group(self.group)).unwrap();
        (row.state, row.error)
    }
}

#[test]
fn r6_the_conflict_is_recorded_explained_and_cured_by_taking_the_direct_license_away() {
    let mut seed = seed();
    assert_eq!(seed.history.settle(10).steps, 1);
    assert_eq!(seed.inherited(), (AssignmentState::Error, AssignmentError::MutuallyExclusiveViolation));
    assert_eq!(seed.history.tenant().users_with_license_errors(seed.group).len(), 1);
    assert_eq!(seed.history.tenant().group(seed.group).unwrap().users_in_error, 1);

    let tenant = seed.history.tenant();
    let trace = tenant.explain(seed.user, seed.e3, Path::Group(seed.group)).unwrap();
    assert_eq!(trace.rule.id, "R6.1");
    let pairs = trace.causes.iter().filter(|cause| matches!(cause.statement, Statement::PlansExclude { .. }));
    assert_eq!(pairs.count(), 2, "Exchange and SharePoint: {trace:#?}");
    assert!(trace.facts().iter().all(|fact| fact.origin.is_some()));
    assert!(matches!(
        trace.statement,
        Statement::NotInForce { user, error: AssignmentError::MutuallyExclusiveViolation, .. } if user == seed.user
    ));
    let log: Vec<_> = tenant.audit_newest_first().collect();
    assert_eq!(log[0].activity, "Finish applying group based license to users");
    assert!(log[0].modified[0].new.contains("Users for whom license assignment failed: 1."));
    assert_eq!(log[1].error, AssignmentError::MutuallyExclusiveViolation);
    assert!(log[1].message.as_ref().unwrap().text.starts_with("License assignment failed because service plans ["));

    let remove = LicenseChange { add: vec![], remove: vec![seed.e1] };
    seed.history.apply(Command::ChangeUserLicenses(seed.user, remove)).unwrap();
    assert_eq!(seed.history.settle(10).steps, 0, "R3: a direct license starts no work");
    let trace = seed.history.tenant().explain(seed.user, seed.e3, Path::Group(seed.group)).unwrap();
    assert!(trace.causes.iter().any(|cause| matches!(cause.statement, Statement::CauseGone { waits: false, .. })));
    assert!(!trace.causes.iter().any(|cause| matches!(cause.statement, Statement::PlansExclude { .. })));
    seed.history.apply(Command::ReprocessUser(seed.user)).unwrap();
    seed.history.settle(10);
    assert_eq!(seed.inherited(), (AssignmentState::Active, AssignmentError::None));
    assert_eq!(seed.history.tenant().mailbox(seed.user).mail.as_deref(), Some("noor@contoso.onmicrosoft.com"));
}

#[test]
fn a_refused_command_leaves_the_tenant_as_it_was() {
    let mut seed = seed();
    let before = seed.history.tenant().clone();
    let refused = seed.history.apply(Command::DeleteGroup(seed.group));
    assert_eq!(refused, Err(Refusal::GroupLicensed(seed.group)));
    assert_eq!(*seed.history.tenant(), before);
    let text = before.refusal_text(&Refusal::GroupLicensed(seed.group)).message.unwrap();
    assert!(text.starts_with("Unable to delete the group because there is a product license assigned"));
}

#[test]
fn i7_undo_then_redo_is_the_identity_for_every_action() {
    let mut seed = seed();
    seed.history.settle(10);
    let count = seed.history.position();
    let mut moments = vec![seed.history.tenant().clone()];
    while seed.history.undo() {
        moments.push(seed.history.tenant().clone());
    }
    assert_eq!(moments.len(), count + 1);
    while seed.history.redo() {
        moments.pop();
        let expected = moments.last().unwrap();
        assert_eq!(seed.history.tenant(), expected);
        assert_eq!(seed.history.tenant().digest(), expected.digest());
    }
    assert_eq!(moments.len(), 1);
}

#[test]
fn what_is_joined_is_undone_and_redone_whole() {
    let mut seed = seed();
    let history = &mut seed.history;
    let all = history.position();
    history.join_since(4);
    assert_eq!((history.before(), history.after()), (Some(4), None));
    assert!(history.undo() && history.undo());
    assert_eq!((history.position(), history.before(), history.after()), (3, Some(2), Some(4)));
    assert!(history.redo() && history.redo());
    assert_eq!(history.position(), all);

    // From the middle, what is left of it goes.
    history.go_to(6);
    assert_eq!((history.before(), history.after()), (Some(4), Some(7)));

    // What is done instead of the rest of it is a thing of its own.
    history.apply(Command::ReprocessUser(seed.user)).unwrap();
    assert_eq!((history.position(), history.before()), (7, Some(6)));
    assert!(history.take_branch(0));
    assert_eq!(
        (history.position(), history.before()),
        (all, Some(6)),
        "the rest of the way that was left stands alone"
    );
}
