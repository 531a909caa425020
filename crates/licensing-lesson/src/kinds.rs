//! What commands are called in files.

use licensing_model::Command;

/// The word of a command, which is that of the action in a scenario's text form.
pub fn kind_of(command: &Command) -> &'static str {
    match command {
        Command::CreateUser(_) => "create-user",
        Command::UpdateUser(..) => "update-user",
        Command::DeleteUser(_) => "delete-user",
        Command::RestoreUser(_) => "restore-user",
        Command::CreateGroup { .. } => "create-group",
        Command::RenameGroup(..) => "rename-group",
        Command::DeleteGroup(_) => "delete-group",
        Command::RestoreGroup(_) => "restore-group",
        Command::AddMember(..) => "add-member",
        Command::RemoveMember(..) => "remove-member",
        Command::ChangeGroupLicenses(..) => "assign-group",
        Command::ChangeUserLicenses(..) => "assign-user",
        Command::ReprocessUser(_) => "reprocess-user",
        Command::ReprocessGroup(_) => "reprocess-group",
        Command::SetUnits(..) => "set-units",
        Command::AddServicePlan(..) => "add-plan",
        Command::SetAddresses { .. } => "set-addresses",
        Command::AddContact { .. } => "add-contact",
        Command::SetRuleSet(_) => "set-rules",
        Command::SetExclusivePair { .. } => "set-pair",
        Command::SetPrerequisite { .. } => "set-prerequisite",
        Command::SetCountry(_) => "set-country",
        Command::SetWorkers(_) => "set-workers",
        Command::Advance { .. } => "advance",
    }
}

/// Every word, for readers of files.
pub(crate) const KINDS: [&str; 24] = [
    "create-user",
    "update-user",
    "delete-user",
    "restore-user",
    "create-group",
    "rename-group",
    "delete-group",
    "restore-group",
    "add-member",
    "remove-member",
    "assign-group",
    "assign-user",
    "reprocess-user",
    "reprocess-group",
    "set-units",
    "add-plan",
    "set-addresses",
    "add-contact",
    "set-rules",
    "set-pair",
    "set-prerequisite",
    "set-country",
    "set-workers",
    "advance",
];
