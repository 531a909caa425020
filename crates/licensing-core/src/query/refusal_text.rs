//! Refusals in Microsoft's words, where they are known, and by which rule. What a refusal means in plain words is in
//! `licensing-wording`.
//!
//! Source of the exact texts: the errors that Graph answers, as field reports print them.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_model::catalog::Confidence::{self, Community, Documented, Inferred};
use licensing_model::guid::GuidKind;
use licensing_model::{Command, ContactId, GroupId, PlanId, Refusal, RuleSet, UserId};

use crate::rules::registry::{self as rule, Rule};
use crate::tenant::Tenant;

/// What Microsoft says to a refusal, and the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalText {
    /// Microsoft's text, word for word; none where it is not known.
    pub message: Option<String>,
    /// How sure it is that Microsoft answers with this text; inferred where there is none.
    pub confidence: Confidence,
    /// The rule that refused; none where no rule did.
    pub rule: Option<&'static Rule>,
}

impl Tenant {
    /// Microsoft's text for a refusal of this tenant.
    pub fn refusal_text(&self, refusal: &Refusal) -> RefusalText {
        let (rule, confidence, message) = match self.exact_text(refusal) {
            Some((confidence, message)) => (rule_of(refusal), confidence, Some(message)),
            None => (rule_of(refusal), Inferred, None),
        };
        RefusalText { message, confidence, rule }
    }

    /// Microsoft's text for the refusal of `command`, as its portal shows it: a template that is refused cites the rules of
    /// templates (R1.3, R1.4), and of a missing prerequisite the portal has words of its own.
    pub fn refusal_text_of(&self, command: &Command, refusal: &Refusal) -> RefusalText {
        let text = self.refusal_text(refusal);
        match (command, refusal) {
            (Command::ChangeGroupLicenses(..), Refusal::PrerequisiteMissing { plan }) => {
                let message = self.portal_text_of_missing(*plan).or(text.message);
                RefusalText { rule: Some(&rule::R1_3), confidence: Documented, message }
            }
            (Command::ChangeGroupLicenses(..), Refusal::PlansExclusive { .. }) => {
                RefusalText { rule: Some(&rule::R1_4), ..text }
            }
            _ => text,
        }
    }

    /// Source: the article of 2019, "Manage licenses for products with prerequisites". It names one of the two Exchange
    /// plans that would do, the last one; so does this.
    fn portal_text_of_missing(&self, plan: PlanId) -> Option<String> {
        let listed = self.catalog.prerequisites.iter().find(|row| row.plan == plan);
        let needed =
            listed.and_then(|row| row.named().last().copied()).or_else(|| self.prerequisites_of(plan).pop())?;
        Some(format!(
            "License operation failed. Make sure that the group has necessary services before adding or removing a \
             dependent service. The service {} requires {} to be enabled as well.",
            self.plan_name(plan),
            self.plan_name(needed)
        ))
    }

    fn exact_text(&self, refusal: &Refusal) -> Option<(Confidence, String)> {
        let missing = |id: String| {
            format!("Resource '{id}' does not exist or one of its queried reference-property objects are not present.")
        };
        Some(match *refusal {
            Refusal::UnknownUser(user) => (Community, missing(self.user_guid(user))),
            Refusal::UnknownGroup(group) => (Community, missing(self.group_guid(group))),
            Refusal::UnknownContact(contact) => (Community, missing(self.contact_guid(contact))),
            Refusal::UnknownProduct(product) | Refusal::ProductNotInTenant(product) => (
                Community,
                format!("License {} does not correspond to a valid company License.", self.sku_guid(product)),
            ),
            Refusal::NoLicenseChanges => (Community, "No license changes provided".to_string()),
            Refusal::LicenseNotHeld(_) => (Community, "User does not have a corresponding license.".to_string()),
            Refusal::LicenseInherited(_) => (
                Documented,
                "User license is inherited from a group membership and it cannot be removed directly from the user."
                    .to_string(),
            ),
            Refusal::PrerequisiteMissing { plan } => {
                let ids: Vec<_> = self.named_prerequisites(plan).iter().map(|plan| self.plan_guid(*plan)).collect();
                let text = format!(
                    "License assignment failed because service plan {} depends on the service plan(s) {}",
                    self.plan_guid(plan),
                    ids.join(",")
                );
                (Community, text)
            }
            Refusal::PlansExclusive { a, b } => (
                Community,
                format!(
                    "License assignment failed because service plans {},{} are mutually exclusive",
                    self.plan_guid(a),
                    self.plan_guid(b)
                ),
            ),
            Refusal::InvalidUsageLocation => {
                (Community, "License assignment cannot be done for user with invalid usage location.".to_string())
            }
            Refusal::NoAvailableLicenses(product) => (
                Community,
                format!("Subscription with SKU {} does not have any available licenses.", self.sku_guid(product)),
            ),
            Refusal::MembersByRule(_) => (Community, "Insufficient privileges to complete the operation.".to_string()),
            Refusal::AddressTaken => (
                Community,
                "Another object with the same value for property proxyAddresses already exists.".to_string(),
            ),
            Refusal::GroupLicensed(_) if self.rules == RuleSet::Today => {
                (Community, "A group with active modern licenses assigned cannot be deleted.".to_string())
            }
            Refusal::GroupLicensed(_) => (
                Community,
                "Unable to delete the group because there is a product license assigned to the group. To delete this \
                 group, remove any product licenses first."
                    .to_string(),
            ),
            Refusal::AlreadyMember => (
                Documented,
                "One or more added object references already exist for the following modified properties: 'members'."
                    .to_string(),
            ),
            Refusal::PrincipalNameTaken => (
                Community,
                "Another object with the same value for property userPrincipalName already exists.".to_string(),
            ),
            _ => return None,
        })
    }

    /// The name of a plan for people, with its technical name where several share the former.
    pub fn plan_words(&self, plan: PlanId) -> String {
        let Some(info) = self.catalog.plan(plan) else { return self.plan_name(plan) };
        let namesakes = self.catalog.loaded_plans().filter(|(_, other)| other.friendly_name == info.friendly_name);
        if namesakes.count() > 1 {
            format!("{} ({})", info.friendly_name, info.name)
        } else {
            info.friendly_name.clone()
        }
    }

    /// The id of a user as text.
    pub fn user_guid(&self, user: UserId) -> String {
        self.guid(GuidKind::User, user.raw()).to_string()
    }

    /// The id of a contact as text.
    pub fn contact_guid(&self, contact: ContactId) -> String {
        self.guid(GuidKind::Contact, contact.raw()).to_string()
    }

    /// The id of a group as text.
    pub fn group_guid(&self, group: GroupId) -> String {
        self.guid(GuidKind::Group, group.raw()).to_string()
    }
}

/// The rule that refuses; none where whoever works on the tenant may not do it, whatever the rules say.
fn rule_of(refusal: &Refusal) -> Option<&'static Rule> {
    let rule = match refusal {
        Refusal::UnknownUser(_)
        | Refusal::UnknownGroup(_)
        | Refusal::UnknownContact(_)
        | Refusal::UnknownProduct(_)
        | Refusal::UnknownPlan(_)
        | Refusal::ProductTwice(_)
        | Refusal::NoLicenseChanges
        | Refusal::ProductNotInTenant(_)
        | Refusal::ProductInBothLists(_)
        | Refusal::PlanNotInProduct { .. }
        | Refusal::GroupNotLicensable(_)
        | Refusal::LicenseNotHeld(_)
        | Refusal::NameEmpty
        | Refusal::NameTooLong
        | Refusal::ValueTooLong
        | Refusal::PrincipalNameInvalid
        | Refusal::PrincipalNameTaken
        | Refusal::NicknameInvalid
        | Refusal::DomainInvalid
        | Refusal::DomainTaken
        | Refusal::UnknownDomain => &rule::R1_2,
        Refusal::WorkersOutOfRange => &rule::R2_3,
        Refusal::AlreadyMember
        | Refusal::NotMember
        | Refusal::NoGroupReprocess
        | Refusal::PlanInProduct { .. }
        | Refusal::TooManyGroups => &rule::R3,
        Refusal::PlansExclusive { .. } => &rule::R6_1,
        Refusal::PairOfOnePlan(_) => &rule::R6_2,
        Refusal::PrerequisiteMissing { .. } | Refusal::NoPrerequisiteRow(_) => &rule::R7_1,
        Refusal::NoAvailableLicenses(_) | Refusal::TooManyUnits => &rule::R8_2,
        Refusal::AddressInvalid
        | Refusal::TooManyAddresses
        | Refusal::DomainInitial
        | Refusal::DomainInUse { .. }
        | Refusal::TooManyDomains => &rule::R9_1,
        Refusal::AddressTaken => &rule::R9_2,
        Refusal::LicenseInherited(_) | Refusal::InvalidUsageLocation => &rule::R10,
        Refusal::GroupLicensed(_) => &rule::R11_1,
        Refusal::NotDeleted | Refusal::GroupNotRestorable(_) => &rule::R12,
        Refusal::MemberOfItself(_) => &rule::R13,
        Refusal::ProductNotOffered(_) => &rule::R15,
        Refusal::MembersByRule(_) | Refusal::NoRuleForGroup(_) | Refusal::RuleInvalid(_) => &rule::R17,
        Refusal::ClockOutOfRange | Refusal::TenantFull => &rule::R16,
        Refusal::NotAllowed => return None,
    };
    Some(rule)
}
