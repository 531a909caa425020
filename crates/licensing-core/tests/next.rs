//! What a command will create is known before it is carried out.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::Tenant;
use licensing_model::command::{GroupKind, NewUser};
use licensing_model::{Command, TenantSettings, UserId};

#[test]
fn what_a_command_creates_is_what_was_foretold() {
    let mut tenant = Tenant::new(Arc::new(licensing_catalog::starter()), TenantSettings::default());
    let user = |account: &str| {
        Command::CreateUser(NewUser {
            display_name: account.to_string(),
            user_principal_name: format!("{account}@contoso.onmicrosoft.com"),
            ..NewUser::default()
        })
    };
    for command in [
        user("anna"),
        user("bram"),
        Command::DeleteUser(UserId::from_raw(0)),
        user("cora"),
        Command::CreateGroup { name: "Sales".to_string(), kind: GroupKind::Security },
        Command::AddContact { name: "Desk".to_string(), addresses: Vec::new() },
    ] {
        let foretold = tenant.will_create(&command);
        assert_eq!(tenant.apply(&command).unwrap().created, foretold);
    }
}
