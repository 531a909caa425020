//! Commands as Graph PowerShell, by the names of the modules `Microsoft.Graph.Users`, `Microsoft.Graph.Users.Actions`,
//! `Microsoft.Graph.Groups` and `Microsoft.Graph.Identity.DirectoryManagement`.
//!
//! What a script created it holds in a variable, because it gets another id in a real tenant; what was there before
//! is addressed by its id.

use licensing_core::Tenant;
use licensing_model::command::{GroupKind, LicenseChange, NewUser, UserPatch};
use licensing_model::{Command, GroupId, Member, Property, UserId};

use super::Variables;
use super::quoting::string;
use super::request::{is_unified, nickname, plan_id, sku_id};
use crate::kept;
use crate::resources::groups::{group_types, nickname_of, processing_state};

/// The variable of a script that holds the first password of users, which only whoever runs it can choose.
pub(super) const PASSWORD: &str = "$password";

/// The line of a command that Graph has a request for.
pub(super) fn cmdlet(tenant: &Tenant, variables: Variables, command: &Command) -> Option<String> {
    let user = |id: UserId| match variables.user(id) {
        Some(variable) => format!("{variable}.Id"),
        None => string(&tenant.user_guid(id)),
    };
    let group = |id: GroupId| match variables.group(id) {
        Some(variable) => format!("{variable}.Id"),
        None => string(&tenant.group_guid(id)),
    };
    let member = |member: Member| match member {
        Member::User(id) => user(id),
        Member::Group(id) => group(id),
    };
    let line = match command {
        Command::CreateUser(new) => new_user(new),
        Command::UpdateUser(id, patch) => format!("Update-MgUser -UserId {}{}", user(*id), changes(patch)?),
        Command::DeleteUser(id) => format!("Remove-MgUser -UserId {}", user(*id)),
        Command::RestoreUser(id) => format!("Restore-MgDirectoryDeletedItem -DirectoryObjectId {}", user(*id)),
        Command::CreateGroup { name, kind } => new_group(name, *kind)?,
        Command::RenameGroup(id, name) => {
            format!("Update-MgGroup -GroupId {} -DisplayName {}", group(*id), string(name))
        }
        Command::DeleteGroup(id) => format!("Remove-MgGroup -GroupId {}", group(*id)),
        Command::RestoreGroup(id) => format!("Restore-MgDirectoryDeletedItem -DirectoryObjectId {}", group(*id)),
        Command::AddMember(id, who) => {
            format!("New-MgGroupMember -GroupId {} -DirectoryObjectId {}", group(*id), member(*who))
        }
        Command::RemoveMember(id, who) => {
            let (id, who) = (group(*id), member(*who));
            format!("Remove-MgGroupMemberDirectoryObjectByRef -GroupId {id} -DirectoryObjectId {who}")
        }
        Command::ChangeGroupLicenses(id, change) => {
            format!("Set-MgGroupLicense -GroupId {} {}", group(*id), licenses(tenant, change))
        }
        Command::ChangeUserLicenses(id, change) => {
            format!("Set-MgUserLicense -UserId {} {}", user(*id), licenses(tenant, change))
        }
        Command::SetMembershipRule(id, rule) => {
            let types = group_types(is_unified(tenant, *id), rule.membership.has_rule());
            let types = types.as_array().into_iter().flatten().filter_map(|name| name.as_str());
            let (types, state) = (list(types.map(String::from)), processing_state(rule.membership));
            let rule = match rule.text.as_str() {
                "" => format!("-BodyParameter @{{ groupTypes = {types}; membershipRule = $null }}"),
                text => format!(
                    "-GroupTypes {types} -MembershipRule {} -MembershipRuleProcessingState '{state}'",
                    string(text)
                ),
            };
            format!("Update-MgGroup -GroupId {} {rule}", group(*id))
        }
        Command::SetProperty { of, property, value } => {
            let target = match of {
                Member::User(id) => format!("Update-MgUser -UserId {}", user(*id)),
                Member::Group(id) => format!("Update-MgGroup -GroupId {}", group(*id)),
            };
            format!("{target} {}", property_parameter(*property, value))
        }
        Command::AddDomain(domain) => format!("New-MgDomain -Id {}", string(domain)),
        Command::DeleteDomain(domain) => format!("Remove-MgDomain -DomainId {}", string(domain)),
        Command::ReprocessUser(id) => format!("Invoke-MgLicenseUser -UserId {}", user(*id)),
        _ => return None,
    };
    Some(line)
}

impl Variables {
    /// The variable that holds a user, if the script created it.
    pub(super) fn user(self, user: UserId) -> Option<String> {
        self.first_user.filter(|first| user >= *first).map(|_| format!("$user{}", u64::from(user.raw()) + 1))
    }

    /// The variable that holds a group, if the script created it.
    pub(super) fn group(self, group: GroupId) -> Option<String> {
        self.first_group.filter(|first| group >= *first).map(|_| format!("$group{}", u64::from(group.raw()) + 1))
    }
}

/// The parameter that sets a property. The one that clears it takes a body: an empty text is refused.
fn property_parameter(property: Property, value: &str) -> String {
    let name = property.name();
    let (first, rest) = name.split_at_checked(1).unwrap_or_default();
    let parameter = format!("-{}{rest}", first.to_ascii_uppercase());
    if kept::is_list(property) {
        format!("{parameter} {}", list(value.lines().map(String::from)))
    } else if value.is_empty() {
        format!("-BodyParameter @{{ {name} = $null }}")
    } else {
        format!("{parameter} {}", string(value))
    }
}

fn new_user(new: &NewUser) -> String {
    let mut line = format!(
        "New-MgUser -AccountEnabled -DisplayName {} -MailNickname {} -UserPrincipalName {}",
        string(&new.display_name),
        string(nickname(new)),
        string(&new.user_principal_name)
    );
    if let Some(country) = new.usage_location {
        line.push_str(&format!(" -UsageLocation '{country}'"));
    }
    if new.guest {
        line.push_str(" -UserType 'Guest'");
    }
    line.push_str(&format!(" -PasswordProfile @{{ ForceChangePasswordNextSignIn = $true; Password = {PASSWORD} }}"));
    line
}

/// What a patch sets; none where it clears the usage location.
fn changes(patch: &UserPatch) -> Option<String> {
    let mut line = String::new();
    let texts = [
        ("DisplayName", &patch.display_name),
        ("UserPrincipalName", &patch.user_principal_name),
        ("MailNickname", &patch.mail_nickname),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            line.push_str(&format!(" -{name} {}", string(text)));
        }
    }
    match patch.usage_location {
        None => {}
        Some(Some(country)) => line.push_str(&format!(" -UsageLocation '{country}'")),
        Some(None) => return None,
    }
    if let Some(enabled) = patch.account_enabled {
        line.push_str(&format!(" -AccountEnabled:{}", boolean(enabled)));
    }
    if line.is_empty() {
        line.push_str(" -BodyParameter @{}");
    }
    Some(line)
}

/// Graph creates no distribution lists.
fn new_group(name: &str, kind: GroupKind) -> Option<String> {
    let (types, mail, security) = match kind {
        GroupKind::Security => ("", false, true),
        GroupKind::Microsoft365Security => (" -GroupTypes @('Unified')", true, true),
        GroupKind::Microsoft365 => (" -GroupTypes @('Unified')", true, false),
        GroupKind::Distribution => return None,
    };
    Some(format!(
        "New-MgGroup -DisplayName {}{types} -MailEnabled:{} -MailNickname {} -SecurityEnabled:{}",
        string(name),
        boolean(mail),
        string(&nickname_of(name)),
        boolean(security)
    ))
}

fn licenses(tenant: &Tenant, change: &LicenseChange) -> String {
    let add: Vec<String> = change
        .add
        .iter()
        .map(|license| {
            let disabled = list(license.disabled.iter().map(|plan| plan_id(tenant, *plan)));
            format!("@{{ SkuId = {}; DisabledPlans = {disabled} }}", string(&sku_id(tenant, license.product)))
        })
        .collect();
    let remove = list(change.remove.iter().map(|product| sku_id(tenant, *product)));
    format!("-AddLicenses @({}) -RemoveLicenses {remove}", add.join(", "))
}

fn list(ids: impl Iterator<Item = String>) -> String {
    format!("@({})", ids.map(|id| string(&id)).collect::<Vec<_>>().join(", "))
}

const fn boolean(value: bool) -> &'static str {
    if value { "$true" } else { "$false" }
}
