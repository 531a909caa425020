//! The opening example, built from ordinary commands: the one that Microsoft's article of November 2019 gives.

use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;
use alloc::{format, vec};

use licensing_core::Tenant;
use licensing_model::command::{GroupKind, LicenseChange, NewUser};
use licensing_model::settings::TenantSettings;
use licensing_model::{Catalog, Command, CountryCode, GroupId, License, Member, ProductId, Refusal, Units, UserId};

/// Who holds Office 365 E1 directly.
pub const NOOR: UserId = UserId::from_raw(0);
/// The group that gets Office 365 E3.
pub const SALES: GroupId = GroupId::from_raw(0);
/// The part number of Office 365 E1.
pub const E1: &str = "STANDARDPACK";
/// The part number of Office 365 E3.
pub const E3: &str = "ENTERPRISEPACK";

/// A tenant without anything, under the rules of 2019, in the Netherlands.
pub fn empty(catalog: Arc<Catalog>) -> Tenant {
    Tenant::new(catalog, TenantSettings::default())
}

/// The commands that lead from [`empty`] to the example; the background has not been run yet.
///
/// Noor Visser holds E1 directly and is a member of a group that gets E3. Sanne de Wit has nothing else and simply
/// gets E3. Femke Bos holds E3 directly as well: two paths, one seat. Yusuf Demir has no usage location, so that the
/// tenant's country counts for him.
pub fn commands(catalog: &Catalog) -> Vec<Command> {
    let (Some(e1), Some(e3)) = (catalog.product_by_part_number(E1), catalog.product_by_part_number(E3)) else {
        return Vec::new();
    };
    let user = |name: &str, account: &str, usage_location| {
        Command::CreateUser(NewUser {
            display_name: name.to_string(),
            user_principal_name: format!("{account}@contoso.onmicrosoft.com"),
            usage_location,
            ..NewUser::default()
        })
    };
    let netherlands = Some(CountryCode::NL);
    let femke = UserId::from_raw(2);
    let mut commands = vec![
        Command::SetUnits(e1, Units::enabled(10)),
        Command::SetUnits(e3, Units::enabled(10)),
        user("Noor Visser", "noor.visser", netherlands),
        user("Sanne de Wit", "sanne.dewit", netherlands),
        user("Femke Bos", "femke.bos", netherlands),
        user("Yusuf Demir", "yusuf.demir", None),
        Command::ChangeUserLicenses(NOOR, adding(e1)),
        Command::ChangeUserLicenses(femke, adding(e3)),
        Command::CreateGroup { name: "Sales E3".to_string(), kind: GroupKind::Security },
    ];
    commands.extend([1, 0, 2, 3].map(|user| Command::AddMember(SALES, Member::User(UserId::from_raw(user)))));
    commands.push(Command::ChangeGroupLicenses(SALES, adding(e3)));
    commands
}

/// The example, as far as its commands are accepted.
pub fn tenant(catalog: Arc<Catalog>) -> Result<Tenant, Refusal> {
    let commands = commands(&catalog);
    let mut tenant = empty(catalog);
    for command in &commands {
        tenant.apply(command)?;
    }
    Ok(tenant)
}

fn adding(product: ProductId) -> LicenseChange {
    LicenseChange { add: vec![License { product, disabled: Vec::new() }], remove: Vec::new() }
}
