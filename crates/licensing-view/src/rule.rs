//! The membership rule of a group, and why somebody is a member (R17).

use licensing_core::Tenant;
use licensing_model::rule::Membership;
use licensing_model::rule::MembershipFact;
use licensing_model::{GroupId, Member, UserId};
use licensing_wording::{Text, Words};

use crate::icon::Icon;
use crate::status::{Status, Tone};

/// The rule of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleView {
    /// As it was written.
    pub text: String,
    /// Whether it decides.
    pub membership: Membership,
    /// The same in a word.
    pub status: Status,
    /// What that means.
    pub meaning: &'static str,
    /// Why the first members are members, a sentence each.
    pub reasons: Vec<String>,
    /// Of whom nothing is said.
    pub more: usize,
    /// Whom the rule moved too often, and why that is.
    pub cut_off: Option<String>,
}

/// So many members are explained.
const EXPLAINED: usize = 8;

/// The rule of a group, if it has one or had one.
pub(crate) fn rule(tenant: &Tenant, words: Words, group: GroupId) -> Option<RuleView> {
    let rule = tenant.membership_rule(group)?;
    let (status, meaning) = match rule.membership {
        Membership::Assigned => {
            ((Tone::Neutral, Icon::Off, Text::MEMBERSHIP_ASSIGNED), Text::MEMBERSHIP_ASSIGNED_MEANS)
        }
        Membership::Dynamic => ((Tone::Ok, Icon::Ok, Text::MEMBERSHIP_DYNAMIC), Text::MEMBERSHIP_DYNAMIC_MEANS),
        Membership::Paused => ((Tone::Wait, Icon::Wait, Text::MEMBERSHIP_PAUSED), Text::MEMBERSHIP_PAUSED_MEANS),
    };
    let users = tenant.members_of(group).filter_map(|member| match member {
        Member::User(user) => Some(user),
        Member::Group(_) => None,
    });
    let mut reasons: Vec<String> = users.take(EXPLAINED).map(|user| reason(tenant, words, group, user)).collect();
    let all = tenant.group(group).map_or(0, |details| details.users);
    if rule.membership == Membership::Assigned {
        reasons.clear();
    }
    let cut_off = tenant.members_cut_off(group);
    Some(RuleView {
        text: rule.text,
        membership: rule.membership,
        status: Status::new(status.0, status.1, words.text(status.2)),
        meaning: words.text(meaning),
        more: if reasons.is_empty() { 0 } else { all.saturating_sub(reasons.len()) },
        reasons,
        cut_off: (!cut_off.is_empty()).then(|| {
            let names: Vec<String> = cut_off.iter().take(EXPLAINED).map(|user| tenant.user_name(*user)).collect();
            words.rule_cut_off(&words.list(&names))
        }),
    })
}

/// Whether a rule decides on the members of a group, so that nobody is added by hand.
pub(crate) fn decides(tenant: &Tenant, group: GroupId) -> bool {
    tenant.membership_rule(group).is_some_and(|rule| rule.membership.has_rule())
}

/// Why somebody is a member, or will leave: `Noor is a member because department is Sales.`
pub fn reason(tenant: &Tenant, words: Words, group: GroupId, user: UserId) -> String {
    let name = tenant.user_name(user);
    let Some(reason) = tenant.membership_reason(group, user) else { return name };
    let facts: Vec<String> = reason.facts.iter().map(|fact| fact_words(tenant, words, fact)).collect();
    let facts = words.list(&facts);
    if reason.fits { words.member_because(&name, &facts) } else { words.no_member_because(&name, &facts) }
}

fn fact_words(tenant: &Tenant, words: Words, fact: &MembershipFact) -> String {
    match fact {
        MembershipFact::Text(of, Some(value)) => words.fact_is(of.name(), value),
        MembershipFact::Text(of, None) => words.fact_is_not_set(of.name()),
        MembershipFact::Enabled(true) => words.text(Text::FACT_ENABLED).to_string(),
        MembershipFact::Enabled(false) => words.text(Text::FACT_BLOCKED).to_string(),
        MembershipFact::InGroup(group, true) => words.fact_in_group(&tenant.group_name(*group)),
        MembershipFact::InGroup(group, false) => words.fact_not_in_group(&tenant.group_name(*group)),
        MembershipFact::Has(plan, status) => words.fact_has_plan(&tenant.plan_name(*plan), status.name()),
        MembershipFact::NoPlan => words.text(Text::FACT_NO_PLAN).to_string(),
    }
}
