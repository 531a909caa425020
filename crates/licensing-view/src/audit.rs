//! The audit log.

use licensing_core::{Actor, AuditRecord, Tenant};
use licensing_core::{Modified, Target};
use licensing_model::AssignmentError;

use crate::icon::Icon;
use crate::route::Route;
use crate::status::{Status, Tone};
use crate::user::Page;
use crate::words;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    /// Its running number.
    pub number: usize,
    /// The time of day.
    pub time: String,
    /// Microsoft's activity name.
    pub activity: String,
    /// Who did it.
    pub actor: &'static str,
    /// What it was done to.
    pub target: String,
    /// Where that is shown.
    pub route: Option<Route>,
    /// Success or failure.
    pub result: Status,
    /// What else the event holds, by label.
    pub details: Vec<(&'static str, String)>,
}

/// The newest events, at most `most`.
pub fn audit(tenant: &Tenant, most: usize) -> Page<AuditRow> {
    let rows = tenant.audit_newest_first().take(most).map(|record| row(tenant, record)).collect();
    Page { rows, all: tenant.audit_len() }
}

fn row(tenant: &Tenant, record: AuditRecord) -> AuditRow {
    let result = match (record.put_off, record.error) {
        (true, _) => Status::new(Tone::Wait, Icon::Wait, "Put off"),
        (false, AssignmentError::None) => Status::new(Tone::Ok, Icon::Ok, "Success"),
        (false, error) => Status { code: Some(error.name()), ..Status::new(Tone::Error, Icon::Error, "Failure") },
    };
    let mut details: Vec<(&'static str, String)> = record.modified.iter().filter_map(modified).collect();
    if record.error != AssignmentError::None {
        details.push(("Error", record.error.name().to_string()));
    }
    details.extend(record.message.map(|message| ("Message", message.text)));
    let targets: Vec<String> = record.targets.iter().map(|target| target_name(tenant, *target)).collect();
    AuditRow {
        number: record.position,
        time: words::time_of_day(record.time),
        activity: record.activity.to_string(),
        actor: match record.actor {
            Actor::Administrator => "You",
            Actor::GroupBasedLicensing => "Group-Based Licensing",
            Actor::Microsoft => "Microsoft",
        },
        target: targets.join(" → "),
        route: record.targets.first().and_then(|target| route(tenant, *target)),
        result,
        details,
    }
}

fn modified(modified: &Modified) -> Option<(&'static str, String)> {
    let text = match (modified.old.as_str(), modified.new.as_str()) {
        (old, new) if old == new => return None,
        ("" | "[]", new) => new.to_string(),
        (old, "") => format!("{old} → none"),
        (old, new) => format!("{old} → {new}"),
    };
    Some((modified.property, text))
}

fn target_name(tenant: &Tenant, target: Target) -> String {
    match target {
        Target::User(user) => tenant.user_name(user),
        Target::Group(group) => tenant.group_name(group),
        Target::Product(product) => tenant.product_name(product),
        Target::Contact(contact) => tenant.contact_name(contact),
        Target::Tenant => "The tenant".to_string(),
    }
}

/// Where the target is shown, if it still is.
fn route(tenant: &Tenant, target: Target) -> Option<Route> {
    match target {
        Target::User(user) => tenant.user(user).map(|_| Route::User(user)),
        Target::Group(group) => {
            tenant.group(group).filter(|details| details.deleted_at.is_none()).map(|_| Route::Group(group))
        }
        Target::Product(_) => Some(Route::Products),
        Target::Contact(_) | Target::Tenant => None,
    }
}
