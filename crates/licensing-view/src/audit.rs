//! Events of the audit log, in words.

use licensing_core::{Actor, AuditRecord, Tenant};
use licensing_core::{Modified, Target};
use licensing_model::{AssignmentError, PlanId};
use licensing_wording::{Text, Words};

use crate::icon::Icon;
use crate::linked::Linked;
use crate::read;
use crate::route::{ProductTab, Route};
use crate::status::{Status, Tone};

/// What Microsoft calls it when a user is put off because another run has the same license under way (R2.3).
pub(crate) const PUT_OFF: &str = "LicenseAssignmentAttributeConcurrencyException";

/// Success or failure.
pub(crate) fn result(words: Words, record: &AuditRecord) -> Status {
    let failed = record.recorded.as_ref().is_some_and(|event| !event.failure.is_empty());
    match record.error {
        _ if record.put_off => {
            let put_off = Status::new(Tone::Wait, Icon::Wait, words.text(Text::PUT_OFF));
            Status { code: Some(PUT_OFF), ..put_off }
        }
        AssignmentError::None if failed => Status::new(Tone::Error, Icon::Error, words.text(Text::FAILURE)),
        AssignmentError::None => Status::new(Tone::Ok, Icon::Ok, words.text(Text::SUCCESS)),
        error => {
            let failure = Status::new(Tone::Error, Icon::Error, words.text(Text::FAILURE));
            Status { code: Some(error.name()), ..failure }
        }
    }
}

/// Who did it.
pub(crate) fn actor(words: Words, record: &AuditRecord) -> String {
    match (&record.recorded, record.actor) {
        (Some(event), _) => event.actor.clone(),
        (None, Actor::Administrator) => words.text(Text::YOU).to_string(),
        (None, Actor::GroupBasedLicensing) => "Group-Based Licensing".to_string(),
        (None, Actor::DynamicMembership) => "Microsoft Approval Management".to_string(),
        (None, Actor::Microsoft) => "Microsoft".to_string(),
    }
}

/// What it was done to, and where that is shown.
pub(crate) fn targets(tenant: &Tenant, words: Words, record: &AuditRecord) -> Vec<Linked> {
    if let Some(event) = &record.recorded {
        return event.targets.iter().map(|name| Linked { text: name.clone(), route: None }).collect();
    }
    let target = |target: &Target| Linked { text: target_name(tenant, words, *target), route: route(tenant, *target) };
    record.targets.iter().map(target).collect()
}

/// What else the event holds, by label.
pub(crate) fn details(tenant: &Tenant, words: Words, record: &AuditRecord) -> Vec<(String, String)> {
    let changes = record.modified.iter().filter_map(|change| modified(words, change));
    let mut details: Vec<(String, String)> = changes.map(|(property, text)| (property.to_string(), text)).collect();
    if record.error != AssignmentError::None {
        details.push((words.text(Text::ERROR_CODE).to_string(), record.error.name().to_string()));
    }
    details.extend(reason(words, record).map(|(why, _)| (words.text(Text::REASON).to_string(), why.to_string())));
    let failure = record.recorded.as_ref().map(|event| event.failure.clone()).filter(|failure| !failure.is_empty());
    let message = record.message.as_ref().map(|message| message.text.clone()).or(failure);
    let pair = |(a, b): &(PlanId, PlanId)| words.pair_of_plans(&tenant.plan_words(*a), &tenant.plan_words(*b));
    let pairs: Vec<String> = record.pairs.iter().map(pair).collect();
    if !pairs.is_empty() {
        details.push((words.text(Text::CONFLICTING_PLANS).to_string(), pairs.join("; ")));
    }
    details.extend(message.map(|message| (words.text(Text::MESSAGE).to_string(), message)));
    details
}

/// Why the background changed addresses, and the rule; none for other events.
pub(crate) fn reason(words: Words, record: &AuditRecord) -> Option<(&'static str, &'static str)> {
    let is_of_step = record.actor == Actor::GroupBasedLicensing && record.recorded.is_none();
    let is_about_addresses = record.modified.iter().any(|change| change.property == "ProxyAddresses");
    (is_of_step && is_about_addresses).then(|| (words.text(Text::ADDRESSES_CALCULATED), "R9.1"))
}

fn modified(words: Words, modified: &Modified) -> Option<(&'static str, String)> {
    let text = match (modified.old.as_str(), modified.new.as_str()) {
        (old, new) if old == new => return None,
        ("" | "[]", new) => new.to_string(),
        (old, "") => words.changed_to_none(old),
        (old, new) => format!("{old} → {new}"),
    };
    Some((modified.property, text))
}

fn target_name(tenant: &Tenant, words: Words, target: Target) -> String {
    match target {
        Target::User(user) => tenant.user_name(user),
        Target::Group(group) => tenant.group_name(group),
        Target::Product(product) => tenant.product_name(product),
        Target::Contact(contact) => tenant.contact_name(contact),
        Target::Tenant => words.text(Text::THE_TENANT).to_string(),
    }
}

/// Where the target is shown, if it still is.
fn route(tenant: &Tenant, target: Target) -> Option<Route> {
    match target {
        Target::User(user) => tenant.user(user).map(|_| Route::User(user)),
        Target::Group(group) => read::group_route(tenant, group),
        Target::Product(product) => tenant.product(product).map(|_| Route::Product(product, ProductTab::Users)),
        Target::Contact(contact) => tenant.contact_exists(contact).then_some(Route::Contacts),
        Target::Tenant => None,
    }
}
