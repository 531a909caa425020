//! Refusals in words: Microsoft's exact text where one is known, and beside it what it means.
//!
//! Source of the exact texts: the errors that Graph answers, as field reports print them.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_model::catalog::Confidence::{self, Community, Documented, Inferred};
use licensing_model::guid::GuidKind;
use licensing_model::{Command, GroupId, PlanId, Refusal, UserId};

use crate::rules::registry::{self as rule, Rule};
use crate::tenant::Tenant;

/// A refusal, worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalText {
    /// Microsoft's text where one is known, else one plain sentence of ours.
    pub message: String,
    /// How sure it is that Microsoft answers with this text; inferred where it is ours.
    pub confidence: Confidence,
    /// What it means here, with names for ids.
    pub meaning: String,
    /// The rule that refused.
    pub rule: &'static Rule,
}

impl Tenant {
    /// Words a refusal of this tenant.
    pub fn refusal_text(&self, refusal: &Refusal) -> RefusalText {
        let (confidence, rule, message, meaning) = self.refusal_parts(refusal);
        RefusalText { message, confidence, meaning, rule }
    }

    /// Words the refusal of `command`: a template that is refused cites the rules of templates (R1.3, R1.4), though
    /// the message is the same.
    pub fn refusal_text_of(&self, command: &Command, refusal: &Refusal) -> RefusalText {
        let text = self.refusal_text(refusal);
        let Command::ChangeGroupLicenses(..) = command else { return text };
        let (rule, meaning) = match refusal {
            Refusal::PrerequisiteMissing { .. } => (
                &rule::R1_3,
                format!("{} It has to be in the same group: what members hold elsewhere does not count.", text.meaning),
            ),
            Refusal::PlansExclusive { .. } => (&rule::R1_4, text.meaning.clone()),
            _ => return text,
        };
        RefusalText { rule, meaning, ..text }
    }

    fn refusal_parts(&self, refusal: &Refusal) -> (Confidence, &'static Rule, String, String) {
        let ours = |rule, text: String| (Inferred, rule, text.clone(), text);
        let missing = |id: String, what: String| {
            let message = format!(
                "Resource '{id}' does not exist or one of its queried reference-property objects are not present."
            );
            (Community, &rule::R1_2, message, what)
        };
        match *refusal {
            Refusal::UnknownUser(user) => {
                missing(self.user_guid(user), "There is no such user, or it is deleted.".to_string())
            }
            Refusal::UnknownGroup(group) => {
                missing(self.group_guid(group), "There is no such group, or it is deleted.".to_string())
            }
            Refusal::UnknownProduct(product) => (
                Community,
                &rule::R1_2,
                format!("License {} does not correspond to a valid company License.", self.sku_guid(product)),
                format!("The catalogue has no product at position {}, or it is not loaded yet.", product.raw()),
            ),
            Refusal::UnknownPlan(plan) => {
                ours(&rule::R1_2, format!("The catalogue has no service plan {}.", self.plan_guid(plan)))
            }
            Refusal::ProductTwice(product) => {
                ours(&rule::R1_2, format!("{} is named twice in one list.", self.product_name(product)))
            }
            Refusal::NoLicenseChanges => (
                Community,
                &rule::R1_2,
                "No license changes provided".to_string(),
                "Nothing is to be added and nothing to be removed.".to_string(),
            ),
            Refusal::ProductNotInTenant(product) => (
                Community,
                &rule::R1_2,
                format!("License {} does not correspond to a valid company License.", self.sku_guid(product)),
                format!("This tenant has never bought {}.", self.product_name(product)),
            ),
            Refusal::ProductInBothLists(product) => {
                ours(&rule::R1_2, format!("{} cannot be added and removed at once.", self.product_name(product)))
            }
            Refusal::PlanNotInProduct { product, plan } => ours(
                &rule::R1_2,
                format!(
                    "The service plan {} ({}) is not part of {}.",
                    self.plan_name(plan),
                    self.plan_guid(plan),
                    self.product_name(product)
                ),
            ),
            Refusal::GroupNotLicensable(group) => ours(
                &rule::R1_2,
                format!("{} is not a kind of group that can carry licenses under these rules.", self.group_name(group)),
            ),
            Refusal::LicenseNotHeld(product) => (
                Community,
                &rule::R1_2,
                "User does not have a corresponding license.".to_string(),
                format!("{} is not assigned here, so it cannot be removed.", self.product_name(product)),
            ),
            Refusal::LicenseInherited(product) => (
                Documented,
                &rule::R10,
                "User license is inherited from a group membership and it cannot be removed directly from the user."
                    .to_string(),
                format!("{} comes from a group; take it away there.", self.product_name(product)),
            ),
            Refusal::PrerequisiteMissing { plan } => self.missing_prerequisite(plan),
            Refusal::PlansExclusive { a, b } => (
                Community,
                &rule::R6_1,
                format!(
                    "License assignment failed because service plans {},{} are mutually exclusive",
                    self.plan_guid(a),
                    self.plan_guid(b)
                ),
                format!("{} and {} exclude each other; turn one of them off.", self.plan_words(a), self.plan_words(b)),
            ),
            Refusal::InvalidUsageLocation => (
                Community,
                &rule::R10,
                "License assignment cannot be done for user with invalid usage location.".to_string(),
                "A direct license needs a usage location on the user, one where the product is allowed.".to_string(),
            ),
            Refusal::NoAvailableLicenses(product) => (
                Community,
                &rule::R8_2,
                format!("Subscription with SKU {} does not have any available licenses.", self.sku_guid(product)),
                format!("No seat of {} is free.", self.product_name(product)),
            ),
            Refusal::AddressTaken => (
                Community,
                &rule::R9_2,
                "Another object with the same value for property proxyAddresses already exists.".to_string(),
                "Another object holds a mail address that the user would get by this change.".to_string(),
            ),
            Refusal::GroupLicensed(group) => (
                Community,
                &rule::R11_1,
                "Unable to delete the group because there is a product license assigned to the group. To delete this \
                 group, remove any product licenses first."
                    .to_string(),
                format!("Remove all licenses from {} before deleting it.", self.group_name(group)),
            ),
            Refusal::NotDeleted => {
                ours(&rule::R12, "It is not deleted, or was deleted more than 30 days ago.".to_string())
            }
            Refusal::GroupNotRestorable(group) => ours(
                &rule::R12,
                format!(
                    "{} cannot be restored: under these rules its kind of group is gone once deleted.",
                    self.group_name(group)
                ),
            ),
            Refusal::AlreadyMember => (
                Documented,
                &rule::R3,
                "One or more added object references already exist for the following modified properties: 'members'."
                    .to_string(),
                "It is a member already.".to_string(),
            ),
            Refusal::NotMember => ours(&rule::R3, "It is not a direct member of this group.".to_string()),
            Refusal::MemberOfItself(_) => ours(&rule::R13, "A group cannot be a member of itself.".to_string()),
            Refusal::NoGroupReprocess => ours(
                &rule::R3,
                "Groups cannot be reprocessed under these rules; reprocess users, at most 20 in one go.".to_string(),
            ),
            Refusal::ProductNotOffered(product) => {
                ours(&rule::R15, format!("{} was not offered under these rules.", self.product_name(product)))
            }
            Refusal::PlanInProduct { product, plan } => {
                ours(&rule::R3, format!("{} holds {} already.", self.product_name(product), self.plan_words(plan)))
            }
            Refusal::NoPrerequisiteRow(plan) => {
                ours(&rule::R7_1, format!("Nothing is known that {} would need.", self.plan_words(plan)))
            }
            Refusal::PairOfOnePlan(_) => ours(&rule::R6_2, "A plan never clashes with itself.".to_string()),
            Refusal::NameEmpty => ours(&rule::R1_2, "A name cannot be empty.".to_string()),
            Refusal::NameTooLong => ours(&rule::R1_2, "A name has at most 256 characters.".to_string()),
            Refusal::PrincipalNameInvalid => {
                let domains: Vec<_> = self.domains().collect();
                let sentence =
                    format!("A userPrincipalName is name@domain with one of these domains: {}.", domains.join(", "));
                ours(&rule::R1_2, sentence)
            }
            Refusal::PrincipalNameTaken => (
                Community,
                &rule::R1_2,
                "Another object with the same value for property userPrincipalName already exists.".to_string(),
                "Another user has this userPrincipalName.".to_string(),
            ),
            Refusal::NicknameInvalid => {
                ours(&rule::R1_2, "A mailNickname has 1 to 64 characters, without blanks and without @.".to_string())
            }
            Refusal::AddressInvalid => {
                ours(&rule::R9_1, "An address is name@domain, without blanks, of at most 256 characters.".to_string())
            }
            Refusal::TooManyAddresses => ours(&rule::R9_1, "An object holds at most 200 addresses.".to_string()),
            Refusal::TooManyUnits => ours(&rule::R8_2, "A subscription has at most 100,000,000 units.".to_string()),
            Refusal::WorkersOutOfRange => ours(&rule::R2_3, "There can be 1 to 8 workers.".to_string()),
            Refusal::ClockOutOfRange => ours(&rule::R16, "The simulated clock ends there.".to_string()),
            Refusal::TooManyGroups => ours(&rule::R3, "A user can be in 4,096 groups here.".to_string()),
            Refusal::TenantFull => ours(&rule::R16, "The tenant can hold no more.".to_string()),
        }
    }

    fn missing_prerequisite(&self, plan: PlanId) -> (Confidence, &'static Rule, String, String) {
        let needed = self.prerequisites_of(plan);
        let ids: Vec<_> = needed.iter().map(|plan| self.plan_guid(*plan)).collect();
        let names: Vec<_> = needed.iter().map(|plan| self.plan_words(*plan)).collect();
        let message = format!(
            "License assignment failed because service plan {} depends on the service plan(s) {}",
            self.plan_guid(plan),
            ids.join(", ")
        );
        let meaning = format!("{} needs one of these enabled: {}.", self.plan_words(plan), names.join(", "));
        (Community, &rule::R7_1, message, meaning)
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

    /// The id of a group as text.
    pub fn group_guid(&self, group: GroupId) -> String {
        self.guid(GuidKind::Group, group.raw()).to_string()
    }
}
