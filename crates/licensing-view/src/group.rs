//! Groups: the list, and one group.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::Tenant;
use licensing_core::switches;
use licensing_core::{GroupDetails, LicenseErrors};
use licensing_model::command::GroupKind;
use licensing_model::guid::GuidKind;
use licensing_model::{AssignmentError, GroupId, Member, Path, PlanId, ProcessingState, ProductId, UserId};
use licensing_wording::{Text, Words};

use crate::names::{GroupName, PlanChoice, ProductName};
use crate::overview::by_reason;
use crate::read;
use crate::rule::{self, RuleView};
use crate::seats::Seats;
use crate::status::{Headings, Status};
use crate::user::Page;

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
    /// The notification.
    pub errors: Option<ErrorNote>,
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
    let errors = tenant.users_with_license_errors(id);
    Some(GroupView {
        group: GroupName { id, name: details.name.clone() },
        kind: kind_name(words, details.kind),
        object_id: tenant.guid(GuidKind::Group, id.raw()).to_string(),
        products: details.template.iter().map(|(product, off)| template_row(tenant, words, *product, off)).collect(),
        member_count: details.users,
        users_in_error: details.users_in_error,
        nested: details.nested.iter().map(|nested| read::group_name(tenant, *nested)).collect(),
        errors: error_note(tenant, words, &details, &errors),
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

fn error_note(tenant: &Tenant, words: Words, details: &GroupDetails, errors: &[LicenseErrors]) -> Option<ErrorNote> {
    if errors.is_empty() {
        return None;
    }
    let reasons = by_reason(errors);
    let alone = reasons.len() == 1;
    let heading = |error| {
        let one = errors.iter().find(|errors| errors.top == error);
        one.map_or("", |errors| Headings::of(tenant, errors.user).word(words, error))
    };
    let reasons: Vec<String> = reasons
        .into_iter()
        .map(|(error, users)| (heading(error), users))
        .map(|(heading, users)| if alone { heading.to_string() } else { format!("{} {heading}", words.number(users)) })
        .collect();
    let sentence = match errors.len() {
        users if users > 1 && users <= details.users => words.users_of_all_in_error(users, details.users),
        users => words.users_of_group_in_error(users),
    };
    let mut notes = kept(tenant, words, details.group, errors);
    let is_other = |errors: &LicenseErrors| errors.products.iter().any(|(_, error)| *error == AssignmentError::Other);
    if errors.iter().any(is_other) {
        notes.push(words.other_means(Headings::of_rules(tenant.rules()).word(words, AssignmentError::Other)));
    }
    Some(ErrorNote { sentence, reasons: format!("{}.", reasons.join(", ")), notes })
}

/// What users in error keep as it was (R4.5): without it a group that failed to swap shows the new product alone.
fn kept(tenant: &Tenant, words: Words, group: GroupId, errors: &[LicenseErrors]) -> Vec<String> {
    let rows = errors.iter().flat_map(|errors| tenant.paths(errors.user));
    let kept =
        rows.filter(|row| row.path == Path::Group(group) && row.error != AssignmentError::None && row.state.in_force());
    let mut users: BTreeMap<ProductId, usize> = BTreeMap::new();
    kept.for_each(|row| *users.entry(row.product).or_default() += 1);
    users.into_iter().map(|(product, users)| words.users_keep(users, &tenant.product_name(product))).collect()
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

/// Users and groups that could join `group`: those whose name holds `filter`, of whom `most` are listed, with a word on
/// each.
pub fn candidates(
    tenant: &Tenant,
    words: Words,
    group: GroupId,
    filter: &str,
    most: usize,
) -> Page<(Member, String, String)> {
    let mut found = found_to_add(tenant, group, filter);
    let listed = found.by_ref().take(most).map(|(member, name)| {
        let below = match member {
            Member::User(user) => tenant.principal_name(user),
            Member::Group(_) => words.text(Text::A_NESTED_GROUP).to_string(),
        };
        (member, name, below)
    });
    let rows: Vec<_> = listed.collect();
    Page { all: rows.len() + found.count(), rows }
}

/// All users that could join `group` and whose name holds `filter`.
pub fn users_to_add(tenant: &Tenant, group: GroupId, filter: &str) -> Vec<UserId> {
    let found = found_to_add(tenant, group, filter).filter_map(|(member, _)| match member {
        Member::User(user) => Some(user),
        Member::Group(_) => None,
    });
    found.collect()
}

fn found_to_add<'a>(
    tenant: &'a Tenant,
    group: GroupId,
    filter: &str,
) -> impl Iterator<Item = (Member, String)> + use<'a> {
    let members: BTreeSet<Member> = tenant.members_of(group).collect();
    let wanted = filter.trim().to_lowercase();
    let users = tenant.users().map(|user| (Member::User(user), tenant.user_name(user)));
    let groups = tenant
        .groups()
        .filter(move |other| *other != group)
        .map(|group| (Member::Group(group), tenant.group_name(group)));
    users.chain(groups).filter(move |(member, name)| !members.contains(member) && name.to_lowercase().contains(&wanted))
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
