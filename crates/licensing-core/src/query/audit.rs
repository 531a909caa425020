//! R14: events in Microsoft's words. Source: the audit activity reference, and the message bodies of the 2025 edition
//! of the article; bodies for which no text is known are ours.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

use licensing_model::catalog::Confidence;
use licensing_model::rule::Membership;
use licensing_model::state::RecordedEvent;
use licensing_model::{AssignmentError, CountryCode, PlanId, ProductId, UserId};

use crate::audit::event::{Event, EventKind, NameOf};
use crate::audit::heading::{Actor, Heading, Target};
use crate::rules::cause::Cause;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;
use crate::store::text::TextId;
use crate::tenant::Tenant;
use licensing_columns::contents::About;

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
    /// The pairs of plans that the message names.
    pub pairs: Vec<(PlanId, PlanId)>,
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

    /// Events at these positions that are about `target`, newest first; with them all that another tenant recorded, of which
    /// only their documents say what they are about.
    pub fn audit_about(&self, target: Target, positions: Range<usize>) -> impl Iterator<Item = AuditRecord> + '_ {
        let about = match target {
            Target::User(user) => About::ANYTHING.of_user(user).and_all(EventKind::Recorded as u8),
            _ => About::ANYTHING,
        };
        let is_about = move |event: &Event| {
            let (first, second) = event.heading().targets;
            first == Some(target) || second == Some(target) || event.kind() == EventKind::Recorded
        };
        let events = self.audit.newest_about_within(positions, about).filter(move |(_, _, event)| is_about(event));
        events.map(|(position, time, event)| self.word(position, time, event))
    }

    fn word(&self, position: usize, time: u32, event: Event) -> AuditRecord {
        let put_off = matches!(event, Event::PutOff { .. });
        let mut pairs = Vec::new();
        let message = match event {
            Event::PathFailed { new, cause, a, .. } if let Some(text) = Cause::unpack_clashes(cause, a) => {
                pairs = self.pairs_in(text);
                Some(self.clashes_message(new, &pairs))
            }
            Event::PathFailed { new, product, cause, a, b, .. } => {
                let cause = Cause::unpack(cause, a, b);
                if let Cause::Exclusive { a, b } = cause {
                    pairs.push((a, b));
                }
                Some(self.failure_message(new, product, cause))
            }
            Event::MoveCutOff { .. } => {
                let text = format!(
                    "The membership rule has moved the user {} times since the last change, because what it reads follows \
                     from what it does. The user stays as it is.",
                    Tenant::MOST_MOVES
                );
                Some(Message { text, confidence: Confidence::Inferred })
            }
            Event::PutOff { .. } => {
                let text = "LicenseAssignmentAttributeConcurrencyException".to_string();
                Some(Message { text, confidence: Confidence::Documented })
            }
            _ => None,
        };
        let Heading { activity, category, actor, targets: (first, second) } = event.heading();
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
            targets: first.into_iter().chain(second).collect(),
            modified: self.modified(event).into_iter().collect(),
            error: event.error(),
            put_off,
            message,
            pairs,
            recorded,
        }
    }

    /// What an event changed.
    fn modified(&self, event: Event) -> Option<Modified> {
        let changed = |property, old: String, new: String| Some(Modified { property, old, new });
        let code = |country: Option<CountryCode>| country.map(|country| country.to_string()).unwrap_or_default();
        let switch = |on: bool| if on { "on" } else { "off" }.to_string();
        match event {
            Event::UserRenamed { property, old, new, .. } => {
                let name = match property {
                    NameOf::DisplayName => "DisplayName",
                    NameOf::PrincipalName => "UserPrincipalName",
                    NameOf::Nickname => "MailNickname",
                };
                changed(name, self.text(old), self.text(new))
            }
            Event::LocationChanged { old, new, .. } => changed("UsageLocation", code(old), code(new)),
            Event::AccountEnabledChanged { enabled, .. } => {
                changed("AccountEnabled", (!enabled).to_string(), enabled.to_string())
            }
            Event::UserPropertySet { property, old, new, .. } | Event::GroupPropertySet { property, old, new, .. } => {
                changed(property.name(), self.text(old), self.text(new))
            }
            Event::RuleSet { old, was, new, is, .. } => {
                let words = |rule: TextId, membership: Membership| match membership {
                    Membership::Assigned => self.text(rule),
                    Membership::Dynamic => format!("[On] {}", self.text(rule)),
                    Membership::Paused => format!("[Paused] {}", self.text(rule)),
                };
                changed("MembershipRule", words(old, was), words(new, is))
            }
            Event::RuleRunFinished { joined, left, .. } => {
                changed("Result", "[]".to_string(), format!("[Users added: {joined}, users removed: {left}.]"))
            }
            Event::GroupRenamed { old, new, .. } | Event::ContactRenamed { old, new, .. } => {
                changed("DisplayName", self.text(old), self.text(new))
            }
            Event::TemplateChanged { old, new, .. } => {
                changed("AssignedLicense", self.license_text(old), self.license_text(new))
            }
            Event::DirectChanged { old, new, .. }
            | Event::PathChanged { old, new, .. }
            | Event::PathConverted { old, new, .. } => {
                changed("AssignedLicense", self.held_text(old), self.held_text(new))
            }
            Event::PathFailed { new, .. } => changed("AssignedLicense", self.held_text(new), self.held_text(new)),
            Event::UnitsSet {
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
                changed("PrepaidUnits", old, text([enabled, warning, suspended, locked_out]))
            }
            Event::PlanAdded { plan, .. } => changed("ServicePlan", String::new(), self.plan_technical_name(plan)),
            Event::AddressesSet { user, old, new, .. } | Event::AddressesCalculated { user, old, new, .. } => {
                changed("ProxyAddresses", self.address_words(user, old), self.address_words(user, new))
            }
            Event::ContactAddressesSet { old, new, .. } => changed("ProxyAddresses", self.text(old), self.text(new)),
            Event::RulesSwitched { old, new, .. } => changed("Rules", old.name().to_string(), new.name().to_string()),
            Event::PairSet { a, b, counts, .. } => {
                let pair = format!("{} + {}", self.plan_technical_name(a), self.plan_technical_name(b));
                changed("ExclusivePair", pair, switch(counts))
            }
            Event::PrerequisiteSet { plan, counts, .. } => {
                changed("Prerequisite", self.plan_technical_name(plan), switch(counts))
            }
            Event::CountrySet { old, new, .. } => changed("CountryLetterCode", code(old), code(new)),
            Event::DomainSet { domain, is_added: true, .. } => changed("Name", String::new(), self.text(domain)),
            Event::DomainSet { domain, .. } => changed("Name", self.text(domain), String::new()),
            Event::WorkersSet { workers, .. } => changed("Workers", String::new(), workers.to_string()),
            Event::DaysPassed { days, .. } => changed("Days", String::new(), days.to_string()),
            Event::RunStarted { template, .. } | Event::PutOff { template, .. } => {
                changed("AssignedLicense", String::new(), self.license_text(template))
            }
            Event::RunFinished { succeeded, failed, .. } => {
                let result = format!(
                    "[Users successfully assigned licenses: {succeeded}, Users for whom license assignment failed: {failed}.]"
                );
                changed("Result", "[]".to_string(), result)
            }
            Event::UserCreated { .. }
            | Event::UserTouched { .. }
            | Event::UserDeleted { .. }
            | Event::UserRestored { .. }
            | Event::GroupCreated { .. }
            | Event::GroupDeleted { .. }
            | Event::GroupRestored { .. }
            | Event::UserJoined { .. }
            | Event::UserLeft { .. }
            | Event::GroupJoined { .. }
            | Event::GroupLeft { .. }
            | Event::UserReprocessed { .. }
            | Event::GroupReprocessed { .. }
            | Event::ContactAdded { .. }
            | Event::ContactDeleted { .. }
            | Event::RuleRunStarted { .. }
            | Event::MoveCutOff { .. }
            | Event::Recorded { .. } => None,
        }
    }

    /// The message of a failure. Source of the three known bodies: the 2025 edition of the article.
    pub(crate) fn failure_message(&self, rows: OutcomeId, product: ProductId, cause: Cause) -> Message {
        let id = |plan: PlanId| format!("[{}]", self.plan_guid(plan));
        let known = |text| Message { text, confidence: Confidence::Documented };
        let ours = |text| Message { text, confidence: Confidence::Inferred };
        match cause {
            Cause::NoSeat => known(format!(
                "Not enough licenses are available to complete this operation. Purchase more licenses or remove \
                     unneeded licenses from users and groups for SKU [{}]. Licenses being added: {}",
                self.sku_guid(product),
                self.being_added(rows)
            )),
            Cause::Exclusive { a, b } => known(format!(
                "License assignment failed because service plans {}, {} are mutually exclusive.",
                id(a),
                id(b)
            )),
            Cause::Lacks { plan } | Cause::WouldStrand { plan } => {
                let needed: Vec<_> = self.named_prerequisites(plan).into_iter().map(id).collect();
                known(format!(
                    "License assignment failed because service plan {} depends on the service plan(s) {}.",
                    id(plan),
                    needed.join(",")
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

    /// The message of a conflict under today's rules. Source: the audit log of a live tenant, November 2024.
    fn clashes_message(&self, rows: OutcomeId, pairs: &[(PlanId, PlanId)]) -> Message {
        let pairs: Vec<_> =
            pairs.iter().map(|(a, b)| format!("[{}, {}]", self.plan_guid(*a), self.plan_guid(*b))).collect();
        let text = format!(
            "The license can't be assigned because the user has licensed service plans that conflict with plans in the \
             new license. Resolve these conflicting service plan pairs to solve this problem: {}. Licenses being added: \
             {}",
            pairs.join(", "),
            self.being_added(rows)
        );
        Message { text, confidence: Confidence::Community }
    }

    /// The products of some rows that are not in force, as messages list them.
    fn being_added(&self, rows: OutcomeId) -> String {
        let added = self.outcomes.rows(rows).iter().filter(|row| !row.in_force);
        added.map(|row| format!("[{}]", self.sku_guid(row.product))).collect::<Vec<_>>().join(", ")
    }

    /// Keeps pairs of plans for an event, by their positions.
    pub(crate) fn store_pairs(&mut self, pairs: &[(PlanId, PlanId)]) -> TextId {
        let numbers: Vec<_> = pairs.iter().map(|(a, b)| format!("{} {}", a.raw(), b.raw())).collect();
        self.texts.store_once(&numbers.join(","))
    }

    /// The pairs that [`Self::store_pairs`] kept.
    fn pairs_in(&self, text: TextId) -> Vec<(PlanId, PlanId)> {
        let plan = |number: &str| number.parse().ok().map(PlanId::from_raw);
        let pair = |pair: &str| {
            let (a, b) = pair.split_once(' ')?;
            Some((plan(a)?, plan(b)?))
        };
        self.texts.get(text).map(|text| text.split(',').filter_map(pair).collect()).unwrap_or_default()
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
    pub fn plan_guid(&self, plan: PlanId) -> String {
        self.catalog.plan(plan).map_or_else(|| plan.raw().to_string(), |info| info.guid.to_string())
    }

    fn plan_technical_name(&self, plan: PlanId) -> String {
        self.catalog.plan(plan).map_or_else(|| plan.raw().to_string(), |info| info.name.clone())
    }

    /// The plans of which `plan` needs one, as Microsoft's messages name them: those of the evidence, not the widened
    /// list.
    pub(crate) fn named_prerequisites(&self, plan: PlanId) -> Vec<PlanId> {
        let row = self.catalog.prerequisites.iter().find(|row| row.plan == plan);
        row.map_or_else(|| self.prerequisites_of(plan), |row| row.named().to_vec())
    }

    /// The plans of which `plan` needs one, by the row that counts now, else by any row of the catalog.
    pub fn prerequisites_of(&self, plan: PlanId) -> Vec<PlanId> {
        if let Some(needs) = self.tables().needs.iter().find(|needs| needs.plan == plan) {
            return needs.any_of.iter().collect();
        }
        let row = self.catalog.prerequisites.iter().find(|row| row.plan == plan);
        row.map(|row| row.any_of.clone()).unwrap_or_default()
    }
}
