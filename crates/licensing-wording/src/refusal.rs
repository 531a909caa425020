//! What a refusal means, with names for ids. Microsoft's own text, where one is known, is the engine's.

use licensing_core::Tenant;
use licensing_model::refusal::DomainUser;
use licensing_model::rule::{RuleError, RuleFault};
use licensing_model::{Command, GroupId, PlanId, ProductId, Refusal};

use crate::message::Message;
use crate::text::Text;
use crate::words::Words;

/// What the refusal of `command` means, with the names that things have in `tenant`.
pub fn meaning_of(tenant: &Tenant, command: &Command, refusal: &Refusal) -> Message {
    match (command, *refusal) {
        (Command::ChangeGroupLicenses(..), Refusal::PrerequisiteMissing { plan }) => {
            Message::prerequisite_missing_in_group(tenant.plan_words(plan), prerequisites(tenant, plan))
        }
        _ => meaning(tenant, refusal),
    }
}

/// What Graph and scripts are answered: Microsoft's text where one is known, else what the refusal means, in English.
pub fn answer(tenant: &Tenant, refusal: &Refusal) -> String {
    let known = tenant.refusal_text(refusal).message;
    known.unwrap_or_else(|| Words::english().say(&meaning(tenant, refusal)))
}

/// What a refusal means, with the names that things have in `tenant`.
pub fn meaning(tenant: &Tenant, refusal: &Refusal) -> Message {
    let group = |group: GroupId| tenant.group_name(group);
    let product = |product: ProductId| tenant.product_name(product);
    let plan = |plan: PlanId| tenant.plan_words(plan);
    match *refusal {
        Refusal::UnknownUser(_) => Text::UNKNOWN_USER.into(),
        Refusal::UnknownGroup(_) => Text::UNKNOWN_GROUP.into(),
        Refusal::UnknownContact(_) => Text::UNKNOWN_CONTACT.into(),
        Refusal::UnknownProduct(id) => Message::unknown_product(id.raw().to_string()),
        Refusal::UnknownPlan(id) => Message::unknown_plan(tenant.plan_guid(id)),
        Refusal::ProductTwice(id) => Message::product_twice(product(id)),
        Refusal::NoLicenseChanges => Text::NO_LICENSE_CHANGES.into(),
        Refusal::ProductNotInTenant(id) => Message::product_not_in_tenant(product(id)),
        Refusal::ProductInBothLists(id) => Message::product_in_both_lists(product(id)),
        Refusal::PlanNotInProduct { product: of, plan: id } => {
            Message::plan_not_in_product(tenant.plan_name(id), tenant.plan_guid(id), product(of))
        }
        Refusal::GroupNotLicensable(id) => Message::group_not_licensable(group(id)),
        Refusal::LicenseNotHeld(id) => Message::license_not_held(product(id)),
        Refusal::LicenseInherited(id) => Message::license_inherited(product(id)),
        Refusal::PrerequisiteMissing { plan: id } => Message::prerequisite_missing(plan(id), prerequisites(tenant, id)),
        Refusal::PlansExclusive { a, b } => Message::plans_are_exclusive(plan(a), plan(b)),
        Refusal::InvalidUsageLocation => Text::INVALID_USAGE_LOCATION.into(),
        Refusal::NoAvailableLicenses(id) => Message::no_available_licenses(product(id)),
        Refusal::AddressTaken => Text::ADDRESS_TAKEN.into(),
        Refusal::GroupLicensed(id) => Message::group_licensed(group(id)),
        Refusal::NotDeleted => Text::NOT_DELETED.into(),
        Refusal::GroupNotRestorable(id) => Message::group_not_restorable(group(id)),
        Refusal::AlreadyMember => Text::ALREADY_MEMBER.into(),
        Refusal::NotMember => Text::NOT_MEMBER.into(),
        Refusal::MemberOfItself(_) => Text::MEMBER_OF_ITSELF.into(),
        Refusal::NoGroupReprocess => Text::NO_GROUP_REPROCESS.into(),
        Refusal::ProductNotOffered(id) => Message::product_not_offered(product(id)),
        Refusal::PlanInProduct { product: of, plan: id } => Message::plan_in_product(product(of), plan(id)),
        Refusal::NoPrerequisiteRow(id) => Message::no_prerequisite_row(plan(id)),
        Refusal::PairOfOnePlan(_) => Text::PAIR_OF_ONE_PLAN.into(),
        Refusal::MembersByRule(id) => Message::members_by_rule(group(id)),
        Refusal::NoRuleForGroup(id) => Message::no_rule_for_group(group(id)),
        Refusal::RuleInvalid(RuleError { fault, at }) => {
            Message::rule_invalid(at as usize, Message::from(fault_text(fault)))
        }
        Refusal::NameEmpty => Text::NAME_EMPTY.into(),
        Refusal::NameTooLong => Text::NAME_TOO_LONG.into(),
        Refusal::ValueTooLong => Text::VALUE_TOO_LONG.into(),
        Refusal::PrincipalNameInvalid => {
            Message::principal_name_invalid(tenant.domains().collect::<Vec<_>>().join(", "))
        }
        Refusal::PrincipalNameTaken => Text::PRINCIPAL_NAME_TAKEN.into(),
        Refusal::NicknameInvalid => Text::NICKNAME_INVALID.into(),
        Refusal::AddressInvalid => Text::ADDRESS_INVALID.into(),
        Refusal::TooManyAddresses => Text::TOO_MANY_ADDRESSES.into(),
        Refusal::DomainInvalid => Text::DOMAIN_INVALID.into(),
        Refusal::DomainTaken => Text::DOMAIN_TAKEN.into(),
        Refusal::UnknownDomain => Text::UNKNOWN_DOMAIN.into(),
        Refusal::DomainInitial => Text::DOMAIN_INITIAL.into(),
        Refusal::DomainInUse { first, number } => {
            let name = match first {
                DomainUser::User(id) => tenant.user_name(id),
                DomainUser::Group(id) => tenant.group_name(id),
                DomainUser::Contact(id) => tenant.contact_name(id),
            };
            Message::domain_in_use(number as usize, name)
        }
        Refusal::TooManyDomains => Text::TOO_MANY_DOMAINS.into(),
        Refusal::TooManyUnits => Text::TOO_MANY_UNITS.into(),
        Refusal::WorkersOutOfRange => Text::WORKERS_OUT_OF_RANGE.into(),
        Refusal::ClockOutOfRange => Text::CLOCK_OUT_OF_RANGE.into(),
        Refusal::TooManyGroups => Text::TOO_MANY_GROUPS.into(),
        Refusal::TenantFull => Text::TENANT_FULL.into(),
        Refusal::NotAllowed => Text::NOT_ALLOWED.into(),
    }
}

fn prerequisites(tenant: &Tenant, plan: PlanId) -> String {
    let names: Vec<String> = tenant.prerequisites_of(plan).into_iter().map(|plan| tenant.plan_words(plan)).collect();
    names.join(", ")
}

/// What is wrong with a membership rule.
const fn fault_text(fault: RuleFault) -> Text {
    match fault {
        RuleFault::TooLong => Text::RULE_FAULT_TOO_LONG,
        RuleFault::TooDeep => Text::RULE_FAULT_TOO_DEEP,
        RuleFault::Ends => Text::RULE_FAULT_ENDS,
        RuleFault::Comparison => Text::RULE_FAULT_COMPARISON,
        RuleFault::Property => Text::RULE_FAULT_PROPERTY,
        RuleFault::Operator => Text::RULE_FAULT_OPERATOR,
        RuleFault::Value => Text::RULE_FAULT_VALUE,
        RuleFault::Unclosed => Text::RULE_FAULT_UNCLOSED,
        RuleFault::Pattern => Text::RULE_FAULT_PATTERN,
        RuleFault::Joint => Text::RULE_FAULT_JOINT,
        RuleFault::Unread => Text::RULE_FAULT_UNREAD,
    }
}
