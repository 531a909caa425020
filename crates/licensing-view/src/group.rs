//! Groups: the list, and one group.

use std::collections::BTreeSet;

use licensing_core::GroupDetails;
use licensing_core::Tenant;
use licensing_core::switches;
use licensing_model::command::GroupKind;
use licensing_model::guid::GuidKind;
use licensing_model::{
    AssignmentError, GroupId, Member, Pace, Paced, Path, PlanId, ProcessingState, ProductId, UserId,
};
use licensing_wording::{Text, Words};

use crate::names::{GroupName, PlanChoice, ProductName};
use crate::read;
use crate::rule::{self, RuleView};
use crate::seats::Seats;
use crate::status::{Headings, Status};
use crate::trouble::{Reason, Trouble};

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupView {
    /// Which.
    pub group: GroupName,
    /// What it is.
    pub kind: &'static str,
    /// Its GUID.
    pub object_id: String,
    /// What it licenses.
    pub products: Vec<TemplateRow>,
    /// Direct members that are users.
    pub member_count: usize,
    /// Users in error.
    pub users_in_error: usize,
    /// Groups inside it: ignored (R13).
    pub nested: Vec<GroupName>,
    /// `licenseProcessingState`.
    pub processing: Status,
    /// What that says.
    pub processing_words: String,
    /// Whether the rule set has Reprocess for groups.
    pub can_reprocess: bool,
    /// The rule that its members follow from, or followed from.
    pub rule: Option<RuleView>,
}

/// A product of a group's template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateRow {
    /// Which.
    pub product: ProductName,
    /// `18 of 20 plans on`.
    pub plans_on: String,
    /// The plans that are off.
    pub off: Vec<PlanChoice>,
}

/// The notification of a group: how many users are in error, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorNote {
    /// How many.
    pub sentence: String,
    /// The reasons with their numbers, most first.
    pub reasons: String,
    /// What else is to be said: what users in error still hold through the group, and what "Other" means.
    pub notes: Vec<String>,
}

/// A group's kind in words.
pub fn kind_name(words: Words, kind: GroupKind) -> &'static str {
    words.text(match kind {
        GroupKind::Security => Text::KIND_SECURITY,
        GroupKind::Microsoft365Security => Text::KIND_MICROSOFT_365_SECURITY,
        GroupKind::Microsoft365 => Text::KIND_MICROSOFT_365,
        GroupKind::Distribution => Text::KIND_DISTRIBUTION,
    })
}

/// A product with its plans, to be assigned or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignChoice {
    /// Which.
    pub product: ProductName,
    /// Its plans under the rules that hold.
    pub plans: Vec<PlanChoice>,
    /// Those that are off now, where it is assigned already.
    pub disabled: Option<Vec<PlanId>>,
    /// What is left of its seats.
    pub left: String,
}

/// One group, if it is there.
pub fn group(tenant: &Tenant, words: Words, id: GroupId) -> Option<GroupView> {
    let details = tenant.group(id).filter(|details| details.deleted_at.is_none())?;
    Some(GroupView {
        group: GroupName { id, name: details.name.clone() },
        kind: kind_name(words, details.kind),
        object_id: tenant.guid(GuidKind::Group, id.raw()).to_string(),
        products: details.template.iter().map(|(product, off)| template_row(tenant, words, *product, off)).collect(),
        member_count: details.users,
        users_in_error: details.users_in_error,
        nested: details.nested.iter().map(|nested| read::group_name(tenant, *nested)).collect(),
        processing: Status::of_processing(words, details.processing),
        processing_words: processing_words(words, &details),
        can_reprocess: switches(tenant.rules()).reprocess_group,
        rule: rule::rule(tenant, words, id),
    })
}

fn template_row(tenant: &Tenant, words: Words, product: ProductId, off: &BTreeSet<PlanId>) -> TemplateRow {
    let (on, of) = read::plans_on(tenant, product, |plan| off.contains(&plan));
    let plans = tenant.product(product).map(|details| details.plans).unwrap_or_default();
    TemplateRow {
        product: read::product_name(tenant, product),
        plans_on: words.plans_on_in_template(of, on),
        off: plans.into_iter().filter(|plan| off.contains(plan)).map(|plan| read::plan_alone(tenant, plan)).collect(),
    }
}

/// The notification of a group that is there and has users in error. It looks at every member.
pub async fn notification(pace: &Pace, tenant: &Tenant, words: Words, id: GroupId) -> Option<ErrorNote> {
    let details = tenant.group(id).filter(|details| details.deleted_at.is_none())?;
    let trouble = Trouble::of(pace, tenant, id).await;
    let alone = trouble.reasons.len() == 1;
    let heading = |reason: &Reason| Headings::of(tenant, reason.first.user).word(words, reason.error);
    let reasons: Vec<String> = (trouble.reasons.iter())
        .map(|reason| (heading(reason), reason.users))
        .map(|(heading, users)| if alone { heading.to_string() } else { format!("{} {heading}", words.number(users)) })
        .collect();
    let sentence = match trouble.users {
        0 => return None,
        users if users > 1 && users <= details.users => words.users_of_all_in_error(users, details.users),
        users => words.users_of_group_in_error(users),
    };
    // Without what users keep as it was (R4.5), a group that failed to swap shows the new product alone.
    let kept = trouble.products.iter().filter(|(_, held)| held.kept > 0);
    let mut notes: Vec<String> =
        kept.map(|(product, held)| words.users_keep(held.kept, &tenant.product_name(*product))).collect();
    if trouble.products.values().any(|lacking| lacking.is_other) {
        notes.push(words.other_means(Headings::of_rules(tenant.rules()).word(words, AssignmentError::Other)));
    }
    Some(ErrorNote { sentence, reasons: format!("{}.", reasons.join(", ")), notes })
}

fn processing_words(words: Words, details: &GroupDetails) -> String {
    match details.processing {
        None => words.text(Text::NEVER_PROCESSED).to_string(),
        Some(ProcessingState::QueuedForProcessing) => words.text(Text::GROUP_RUN_WAITS).to_string(),
        Some(ProcessingState::ProcessingInProgress) => words.text(Text::GROUP_RUN_GOES_ON).to_string(),
        // The words of the portal, then ours.
        Some(ProcessingState::ProcessingComplete) => {
            let complete = words.text(Text::GROUP_RUN_COMPLETE);
            match details.users_in_error {
                0 => complete.to_string(),
                users => format!("{complete} {}", words.users_of_group_in_error(users)),
            }
        }
    }
}

/// The products of the tenant, with what a group's template says of them.
pub fn choices_for_group(tenant: &Tenant, words: Words, group: GroupId) -> Vec<AssignChoice> {
    let template = tenant.group(group).map(|details| details.template).unwrap_or_default();
    choices(tenant, words, |product| template.get(&product).cloned())
}

/// The products of the tenant, with what a user's direct licenses say of them.
pub fn choices_for_user(tenant: &Tenant, words: Words, user: UserId) -> Vec<AssignChoice> {
    let rows = tenant.paths(user);
    choices(tenant, words, |product| {
        let direct = rows.iter().find(|row| row.product == product && row.path == Path::Direct);
        direct.map(|row| row.disabled.clone())
    })
}

/// The products of the tenant, as they can be given to several groups at once: assigned is what all of them carry.
pub fn choices_for_groups(tenant: &Tenant, words: Words, groups: &[GroupId]) -> Vec<AssignChoice> {
    let carried = groups.iter().filter_map(|group| tenant.group(*group)).map(|details| details.template.into_keys());
    let common = common(carried.map(Iterator::collect));
    choices(tenant, words, |product| common.contains(&product).then(BTreeSet::new))
}

/// The products of the tenant, as they can be given to several users at once: assigned is what all of them hold directly.
pub fn choices_for_users(tenant: &Tenant, words: Words, users: &[UserId]) -> Vec<AssignChoice> {
    let held = users.iter().map(|user| {
        let rows = tenant.paths(*user);
        rows.iter().filter(|row| row.path == Path::Direct).map(|row| row.product).collect()
    });
    let common = common(held);
    choices(tenant, words, |product| common.contains(&product).then(BTreeSet::new))
}

fn common(sets: impl Iterator<Item = BTreeSet<ProductId>>) -> BTreeSet<ProductId> {
    sets.reduce(|all, one| &all & &one).unwrap_or_default()
}

fn choices(
    tenant: &Tenant,
    words: Words,
    disabled: impl Fn(ProductId) -> Option<BTreeSet<PlanId>>,
) -> Vec<AssignChoice> {
    let mut choices: Vec<AssignChoice> = tenant
        .products()
        .filter_map(|product| tenant.product(product))
        .map(|details| AssignChoice {
            product: read::product_name(tenant, details.product),
            disabled: disabled(details.product)
                .map(|off| details.plans.iter().copied().filter(|plan| off.contains(plan)).collect()),
            left: Seats::new(words, details.units, details.consumed).left.word,
            plans: details.plans.iter().map(|plan| read::plan_choice(tenant, *plan)).collect(),
        })
        .collect();
    choices.sort_by(|a, b| a.product.name.cmp(&b.product.name));
    choices
}

/// Users and groups that could join a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    /// The first of them, each with its name and a word on it.
    pub listed: Vec<(Member, String, String)>,
    /// How many there are in all.
    pub all: usize,
    /// All users among them, listed or not.
    pub users: Vec<UserId>,
}

/// Users and groups that could join `group`: those whose name holds `filter`, of whom `most` are listed. It looks at every
/// user.
pub fn finding(tenant: &Tenant, words: Words, group: GroupId, filter: &str, most: usize) -> Paced<Candidates> {
    let (tenant, wanted) = (tenant.clone(), filter.trim().to_lowercase());
    Paced::new(async move |pace| {
        let mut members = BTreeSet::new();
        pace.expect(tenant.user_count());
        for member in tenant.members_of(group) {
            members.insert(member);
            pace.did(1).await;
        }
        let mut found = Candidates::default();
        for user in tenant.users() {
            let member = Member::User(user);
            if !members.contains(&member) {
                let name = tenant.user_name(user);
                if name.to_lowercase().contains(&wanted) {
                    found.users.push(user);
                    found.add(most, member, name, || tenant.principal_name(user));
                }
            }
            pace.did(1).await;
        }
        for other in tenant.groups().filter(|other| *other != group) {
            let (member, name) = (Member::Group(other), tenant.group_name(other));
            if !members.contains(&member) && name.to_lowercase().contains(&wanted) {
                found.add(most, member, name, || words.text(Text::A_NESTED_GROUP).to_string());
            }
        }
        found
    })
}

impl Candidates {
    fn add(&mut self, most: usize, member: Member, name: String, below: impl FnOnce() -> String) {
        if self.listed.len() < most {
            self.listed.push((member, name, below()));
        }
        self.all += 1;
    }
}

/// Groups that a user could join, or several together, with what each licenses.
pub fn groups_to_join(tenant: &Tenant, words: Words, user: Option<UserId>) -> Vec<(GroupName, String)> {
    let joined: BTreeSet<GroupId> = user.map(|user| tenant.groups_of(user).collect()).unwrap_or_default();
    tenant
        .groups()
        .filter(|group| !joined.contains(group) && !rule::decides(tenant, *group))
        .filter_map(|group| tenant.group(group))
        .map(|details| {
            let products: Vec<String> =
                details.template.keys().map(|product| read::product_name(tenant, *product).name).collect();
            let below = match products.as_slice() {
                [] => words.text(Text::NO_LICENSES).to_string(),
                names => words.list(names),
            };
            (GroupName { id: details.group, name: details.name }, below)
        })
        .collect()
}
