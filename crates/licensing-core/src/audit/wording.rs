//! R14: events in Microsoft's words. Source: the audit activity reference, and the message bodies of the 2025 edition
//! of the article; bodies for which no text is known are ours.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use licensing_model::catalog::Confidence;
use licensing_model::state::RecordedEvent;
use licensing_model::{AssignmentError, ContactId, GroupId, PlanId, ProductId, UserId};

use super::event::{CommandNumber, Event, Property};
use crate::rules::cause::Cause;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;
use crate::store::text::TextId;
use crate::tenant::Tenant;

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The administrator, by a command.
    Administrator,
    /// The background: "Microsoft Azure AD Group-Based Licensing".
    GroupBasedLicensing,
    /// Microsoft itself: a new plan, the passing of time, another rule.
    Microsoft,
}

/// What it was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A user.
    User(UserId),
    /// A group.
    Group(GroupId),
    /// A product.
    Product(ProductId),
    /// A contact.
    Contact(ContactId),
    /// The tenant.
    Tenant,
}

/// One changed property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modified {
    /// Its name.
    pub property: &'static str,
    /// Its value before; empty where there was none.
    pub old: String,
    /// Its value after; empty where there is none.
    pub new: String,
}

/// An event, worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRecord {
    /// Its position in the log.
    pub position: usize,
    /// When, in seconds of the simulated clock.
    pub time: u32,
    /// The number of the command that it records, if it records one.
    pub command: Option<u32>,
    /// Microsoft's activity name, word for word where one is known.
    pub activity: Cow<'static, str>,
    /// Microsoft's category.
    pub category: &'static str,
    /// Who.
    pub actor: Actor,
    /// To what; the first is the main one.
    pub targets: Vec<Target>,
    /// What changed.
    pub modified: Vec<Modified>,
    /// The error code of a failure.
    pub error: AssignmentError,
    /// Whether it is the concurrency exception (R2.3).
    pub put_off: bool,
    /// The exact message of a failure.
    pub message: Option<Message>,
    /// The event as another tenant recorded it; nothing but position, time and activity is told of such a one here.
    pub recorded: Option<Arc<RecordedEvent>>,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The text.
    pub text: String,
    /// Whether it is Microsoft's or ours.
    pub confidence: Confidence,
}

const USERS: &str = "UserManagement";
const GROUPS: &str = "GroupManagement";
const DIRECTORY: &str = "DirectoryManagement";

struct Parts {
    activity: &'static str,
    category: &'static str,
    actor: Actor,
    targets: Vec<Target>,
    modified: Vec<Modified>,
}

impl Tenant {
    /// How many events the audit log has.
    pub fn audit_len(&self) -> usize {
        self.audit.len()
    }

    /// Events from position `from` on, oldest first.
    pub fn audit_from(&self, from: usize) -> impl Iterator<Item = AuditRecord> + '_ {
        self.audit.iter_from(from).zip(from..).map(|((time, event), position)| self.word(position, time, event))
    }

    /// Events, newest first.
    pub fn audit_newest_first(&self) -> impl Iterator<Item = AuditRecord> + '_ {
        self.audit.newest_first().map(|(position, time, event)| self.word(position, time, event))
    }

    fn word(&self, position: usize, time: u32, event: Event) -> AuditRecord {
        let mut error = AssignmentError::None;
        let mut message = None;
        let mut put_off = false;
        match event {
            Event::PathFailed { error: code, new, product, cause, a, b, .. } => {
                error = code;
                message = Some(self.failure_message(new, product, Cause::unpack(cause, a, b)));
            }
            Event::PutOff { .. } => {
                put_off = true;
                let text = "LicenseAssignmentAttributeConcurrencyException".to_string();
                message = Some(Message { text, confidence: Confidence::Documented });
            }
            _ => {}
        }
        let Parts { activity, category, actor, targets, modified } = self.parts(event);
        let recorded = match event {
            Event::Recorded { number } => self.recorded.get(number as usize).cloned(),
            _ => None,
        };
        let activity = recorded.as_ref().map_or(Cow::Borrowed(activity), |event| event.activity.clone().into());
        let command = event.command();
        AuditRecord {
            position,
            time,
            command,
            activity,
            category,
            actor,
            targets,
            modified,
            error,
            put_off,
            message,
            recorded,
        }
    }

    fn parts(&self, event: Event) -> Parts {
        let admin = |activity, category, targets: Vec<Target>, modified: Vec<Modified>| Parts {
            activity,
            category,
            actor: Actor::Administrator,
            targets,
            modified,
        };
        let service = |activity, category, targets: Vec<Target>, modified: Vec<Modified>| Parts {
            actor: Actor::GroupBasedLicensing,
            ..admin(activity, category, targets, modified)
        };
        let microsoft = |activity, targets: Vec<Target>, modified: Vec<Modified>| Parts {
            actor: Actor::Microsoft,
            ..admin(activity, DIRECTORY, targets, modified)
        };
        let changed = |property, old: String, new: String| vec![Modified { property, old, new }];
        let user = |user| vec![Target::User(user)];
        let group = |group| vec![Target::Group(group)];
        let none = Vec::new;
        match event {
            Event::UserCreated { user: id, .. } => admin("Add user", USERS, user(id), none()),
            Event::UserRenamed { user: id, property, old, new, .. } => {
                let name = match property {
                    Property::DisplayName => "DisplayName",
                    Property::PrincipalName => "UserPrincipalName",
                    Property::Nickname => "MailNickname",
                };
                admin("Update user", USERS, user(id), changed(name, self.text(old), self.text(new)))
            }
            Event::LocationChanged { user: id, old, new, .. } => {
                let code =
                    |country: Option<licensing_model::CountryCode>| country.map(|c| c.to_string()).unwrap_or_default();
                admin("Update user", USERS, user(id), changed("UsageLocation", code(old), code(new)))
            }
            Event::AccountEnabledChanged { user: id, enabled, .. } => {
                let activity = if enabled { "Enable account" } else { "Disable account" };
                admin(activity, USERS, user(id), changed("AccountEnabled", (!enabled).to_string(), enabled.to_string()))
            }
            Event::UserTouched { user: id, .. } => admin("Update user", USERS, user(id), none()),
            Event::UserDeleted { user: id, .. } => admin("Delete user", USERS, user(id), none()),
            Event::UserRestored { user: id, .. } => admin("Restore user", USERS, user(id), none()),
            Event::GroupCreated { group: id, .. } => admin("Add group", GROUPS, group(id), none()),
            Event::GroupRenamed { group: id, old, new, .. } => {
                admin("Update group", GROUPS, group(id), changed("DisplayName", self.text(old), self.text(new)))
            }
            Event::GroupDeleted { group: id, .. } => admin("Delete group", GROUPS, group(id), none()),
            Event::GroupRestored { group: id, .. } => admin("Restore group", GROUPS, group(id), none()),
            Event::UserJoined { group, user, .. } => {
                admin("Add member to group", GROUPS, vec![Target::User(user), Target::Group(group)], none())
            }
            Event::UserLeft { group, user, .. } => {
                admin("Remove member from group", GROUPS, vec![Target::User(user), Target::Group(group)], none())
            }
            Event::GroupJoined { group, member, .. } => {
                admin("Add member to group", GROUPS, vec![Target::Group(member), Target::Group(group)], none())
            }
            Event::GroupLeft { group, member, .. } => {
                admin("Remove member from group", GROUPS, vec![Target::Group(member), Target::Group(group)], none())
            }
            Event::TemplateChanged { group: id, old, new, .. } => {
                let modified = changed("AssignedLicense", self.license_text(old), self.license_text(new));
                admin("Set group license", GROUPS, group(id), modified)
            }
            Event::DirectChanged { user: id, old, new, .. } => {
                let modified = changed("AssignedLicense", self.held_text(old), self.held_text(new));
                admin("Change user license", USERS, user(id), modified)
            }
            Event::UserReprocessed { user: id, .. } => admin("Reprocess license assignment", USERS, user(id), none()),
            Event::GroupReprocessed { group: id, .. } => {
                admin("Trigger group license recalculation", GROUPS, group(id), none())
            }
            Event::UnitsSet {
                product,
                was_enabled,
                was_warning,
                was_suspended,
                was_locked_out,
                enabled,
                warning,
                suspended,
                locked_out,
                ..
            } => {
                let text = |[enabled, warning, suspended, locked_out]: [u32; 4]| {
                    format!("enabled {enabled}, warning {warning}, suspended {suspended}, lockedOut {locked_out}")
                };
                let old = text([was_enabled, was_warning, was_suspended, was_locked_out]);
                let new = text([enabled, warning, suspended, locked_out]);
                admin(
                    "Set subscription units",
                    DIRECTORY,
                    vec![Target::Product(product)],
                    changed("PrepaidUnits", old, new),
                )
            }
            Event::PlanAdded { product, plan, .. } => {
                let modified = changed("ServicePlan", String::new(), self.plan_technical_name(plan));
                microsoft("Add service plan to product", vec![Target::Product(product)], modified)
            }
            Event::AddressesSet { user: id, old, new, .. } => {
                let modified = changed("ProxyAddresses", self.address_words(id, old), self.address_words(id, new));
                admin("Update user", USERS, user(id), modified)
            }
            Event::ContactAdded { contact, .. } => {
                admin("Add contact", DIRECTORY, vec![Target::Contact(contact)], none())
            }
            Event::RulesSwitched { old, new, .. } => {
                let modified = changed("Rules", old.name().to_string(), new.name().to_string());
                microsoft("Switch rule set", vec![Target::Tenant], modified)
            }
            Event::PairSet { a, b, counts, .. } => {
                let pair = format!("{} + {}", self.plan_technical_name(a), self.plan_technical_name(b));
                let modified = changed("ExclusivePair", pair, if counts { "on" } else { "off" }.to_string());
                microsoft("Change exclusive pair", vec![Target::Tenant], modified)
            }
            Event::PrerequisiteSet { plan, counts, .. } => {
                let state = if counts { "on" } else { "off" }.to_string();
                let modified = changed("Prerequisite", self.plan_technical_name(plan), state);
                microsoft("Change prerequisite", vec![Target::Tenant], modified)
            }
            Event::CountrySet { old, new, .. } => {
                let code =
                    |country: Option<licensing_model::CountryCode>| country.map(|c| c.to_string()).unwrap_or_default();
                let modified = changed("CountryLetterCode", code(old), code(new));
                admin("Update company", DIRECTORY, vec![Target::Tenant], modified)
            }
            Event::WorkersSet { workers, .. } => {
                microsoft("Set workers", vec![Target::Tenant], changed("Workers", String::new(), workers.to_string()))
            }
            Event::DaysPassed { days, .. } => {
                microsoft("Let days pass", vec![Target::Tenant], changed("Days", String::new(), days.to_string()))
            }
            Event::RunStarted { group: id, template } => {
                let modified = changed("AssignedLicense", String::new(), self.license_text(template));
                service("Start applying group based license to users", GROUPS, group(id), modified)
            }
            Event::RunFinished { group: id, succeeded, failed } => {
                let result = format!(
                    "[Users successfully assigned licenses: {succeeded}, Users for whom license assignment failed: {failed}.]"
                );
                let modified = changed("Result", "[]".to_string(), result);
                service("Finish applying group based license to users", GROUPS, group(id), modified)
            }
            Event::PathChanged { user, group, old, new } => {
                let modified = changed("AssignedLicense", self.held_text(old), self.held_text(new));
                service("Change user license", USERS, vec![Target::User(user), Target::Group(group)], modified)
            }
            Event::PathFailed { user, group, new, .. } => {
                let modified = changed("AssignedLicense", self.held_text(new), self.held_text(new));
                service("Change user license", USERS, vec![Target::User(user), Target::Group(group)], modified)
            }
            Event::PathConverted { user, group, old, new } => {
                let modified = changed("AssignedLicense", self.held_text(old), self.held_text(new));
                service("Change user license", USERS, vec![Target::User(user), Target::Group(group)], modified)
            }
            Event::AddressesCalculated { number, user: id, old, new } => {
                let modified = changed("ProxyAddresses", self.address_words(id, old), self.address_words(id, new));
                let of_command = number != CommandNumber::NONE;
                let by = if of_command { Actor::Administrator } else { Actor::GroupBasedLicensing };
                Parts { actor: by, ..admin("Update user", USERS, user(id), modified) }
            }
            Event::Recorded { .. } => microsoft("", Vec::new(), none()),
            Event::PutOff { user: id, template } => {
                let modified = changed("AssignedLicense", String::new(), self.license_text(template));
                service("Change user license", USERS, user(id), modified)
            }
        }
    }

    /// The message of a failure. Source of the three known bodies: the 2025 edition of the article.
    pub(crate) fn failure_message(&self, rows: OutcomeId, product: ProductId, cause: Cause) -> Message {
        let id = |plan: PlanId| format!("[{}]", self.plan_guid(plan));
        let known = |text| Message { text, confidence: Confidence::Documented };
        let ours = |text| Message { text, confidence: Confidence::Inferred };
        match cause {
            Cause::NoSeat => {
                let added: Vec<_> = (self.outcomes.rows(rows).iter())
                    .filter(|row| !row.in_force)
                    .map(|row| format!("[{}]", self.sku_guid(row.product)))
                    .collect();
                known(format!(
                    "Not enough licenses are available to complete this operation. Purchase more licenses or remove \
                     unneeded licenses from users and groups for SKU [{}]. Licenses being added: {}",
                    self.sku_guid(product),
                    added.join(", ")
                ))
            }
            Cause::Exclusive { a, b } => known(format!(
                "License assignment failed because service plans {}, {} are mutually exclusive.",
                id(a),
                id(b)
            )),
            Cause::Lacks { plan } | Cause::WouldStrand { plan } => {
                let needed: Vec<_> = self.prerequisites_of(plan).into_iter().map(id).collect();
                known(format!(
                    "License assignment failed because service plan {} depends on the service plan(s) {}.",
                    id(plan),
                    needed.join(", ")
                ))
            }
            Cause::Prohibited { .. } => ours(format!(
                "License assignment failed because the product [{}] is not allowed in the user's usage location.",
                self.sku_guid(product)
            )),
            Cause::AddressTaken => ours(
                "License assignment failed because another object holds a proxy address that the user would get."
                    .to_string(),
            ),
        }
    }

    /// Licenses as the log prints them: a JSON array of texts.
    fn license_text(&self, template: TemplateId) -> String {
        let licenses: Vec<_> = (self.templates.entries(template).iter())
            .map(|entry| {
                let disabled: Vec<_> =
                    self.templates.plans(entry.disabled).iter().map(|plan| self.plan_guid(plan)).collect();
                let name = self.catalog.product(entry.product).map_or("", |info| info.part_number.as_str());
                let tenant = self.guid(licensing_model::guid::GuidKind::Tenant, 0);
                let sku = self.sku_guid(entry.product);
                format!(
                    "\"[SkuName={name}, AccountId={tenant}, SkuId={sku}, DisabledPlans=[{}]]\"",
                    disabled.join(", ")
                )
            })
            .collect();
        format!("[{}]", licenses.join(","))
    }

    fn held_text(&self, rows: OutcomeId) -> String {
        self.license_text(self.outcomes.have(rows))
    }

    fn text(&self, id: TextId) -> String {
        self.texts.get(id).map(String::from).unwrap_or_default()
    }

    fn address_words(&self, user: UserId, id: TextId) -> String {
        match id.0 {
            0 => String::new(),
            1 => Tenant::mailbox_text(&self.calculated_mailbox(user)),
            _ => self.text(id),
        }
    }

    /// `skuId` as text; the position where the product is not loaded.
    pub(crate) fn sku_guid(&self, product: ProductId) -> String {
        self.catalog.product(product).map_or_else(|| product.raw().to_string(), |info| info.guid.to_string())
    }

    /// `servicePlanId` as text; the position where the plan is not loaded.
    pub(crate) fn plan_guid(&self, plan: PlanId) -> String {
        self.catalog.plan(plan).map_or_else(|| plan.raw().to_string(), |info| info.guid.to_string())
    }

    fn plan_technical_name(&self, plan: PlanId) -> String {
        self.catalog.plan(plan).map_or_else(|| plan.raw().to_string(), |info| info.name.clone())
    }

    /// The plans of which `plan` needs one, by the row that counts now, else by any row of the catalogue.
    pub(crate) fn prerequisites_of(&self, plan: PlanId) -> Vec<PlanId> {
        if let Some(needs) = self.tables().needs.iter().find(|needs| needs.plan == plan) {
            return needs.any_of.iter().collect();
        }
        let row = self.catalog.prerequisites.iter().find(|row| row.plan == plan);
        row.map(|row| row.any_of.clone()).unwrap_or_default()
    }
}
