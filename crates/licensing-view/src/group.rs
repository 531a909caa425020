//! Groups: the list, and one group.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::Tenant;
use licensing_core::{GroupDetails, LicenseErrors, PathRow};
use licensing_core::{heading, switches};
use licensing_model::command::GroupKind;
use licensing_model::guid::GuidKind;
use licensing_model::{AssignmentState, GroupId, Member, Path, PlanId, ProcessingState, ProductId, UserId};

use crate::icon::Icon;
use crate::names::{GroupName, PersonName, PlanChoice, ProductName};
use crate::overview::by_reason;
use crate::read;
use crate::route::WhyTarget;
use crate::seats::Seats;
use crate::status::{Status, Tone};
use crate::words;

/// One group in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    /// Which.
    pub group: GroupName,
    /// What it is.
    pub kind: &'static str,
    /// What it licenses.
    pub products: Vec<ProductName>,
    /// Direct members that are users.
    pub members: usize,
    /// Users in error.
    pub in_error: usize,
    /// `licenseProcessingState`.
    pub processing: Status,
}

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
    /// Direct members that are users, errors first, then as they joined; then those who left and are not done with.
    pub members: Vec<MemberRow>,
    /// Direct members that are users, also those not listed.
    pub member_count: usize,
    /// Members with such a name that are not listed.
    pub hidden: usize,
    /// Users in error, also those not listed.
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
}

/// A member of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    /// Who.
    pub person: PersonName,
    /// Its place in the order of joining; none for one who left.
    pub joined: Option<usize>,
    /// The state of each product of the template, in its order; none where no run has reached the member.
    pub states: Vec<Option<Status>>,
    /// Why it failed.
    pub reason: Option<Status>,
    /// Where the user counts as being.
    pub location: String,
    /// The failing path.
    pub why: Option<WhyTarget>,
}

/// A group's kind in words.
pub const fn kind_name(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Security => "Security group",
        GroupKind::Microsoft365Security => "Microsoft 365 group, security-enabled",
        GroupKind::Microsoft365 => "Microsoft 365 group",
        GroupKind::Distribution => "Distribution list",
    }
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

/// Members that are listed; those in error come first.
const MEMBERS: usize = 200;

/// Every group, those with errors first, then as they were created.
pub fn groups(tenant: &Tenant) -> Vec<GroupRow> {
    let mut rows: Vec<GroupRow> =
        tenant.groups().filter_map(|group| tenant.group(group)).map(|details| group_row(tenant, &details)).collect();
    rows.sort_by_key(|row| row.in_error == 0);
    rows
}

fn group_row(tenant: &Tenant, details: &GroupDetails) -> GroupRow {
    GroupRow {
        group: GroupName { id: details.group, name: details.name.clone() },
        kind: kind_name(details.kind),
        products: details.template.keys().map(|product| read::product_name(tenant, *product)).collect(),
        members: details.users,
        in_error: details.users_in_error,
        processing: Status::of_processing(details.processing),
    }
}

/// Deleted groups that can be brought back.
pub fn deleted_groups(tenant: &Tenant) -> Vec<GroupName> {
    tenant.deleted_groups().into_iter().map(|group| read::group_name(tenant, group)).collect()
}

/// One group, if it is there, with the members whose name holds `filter`.
pub fn group(tenant: &Tenant, id: GroupId, filter: &str) -> Option<GroupView> {
    let details = tenant.group(id).filter(|details| details.deleted_at.is_none())?;
    let errors = tenant.users_with_license_errors(id);
    let filter = filter.trim().to_lowercase();
    let (members, hidden) = members(tenant, &details, &errors, &filter);
    Some(GroupView {
        group: GroupName { id, name: details.name.clone() },
        kind: kind_name(details.kind),
        object_id: tenant.guid(GuidKind::Group, id.raw()).to_string(),
        products: details.template.iter().map(|(product, off)| template_row(tenant, *product, off)).collect(),
        hidden,
        members,
        member_count: details.users,
        users_in_error: details.users_in_error,
        nested: details.nested.iter().map(|nested| read::group_name(tenant, *nested)).collect(),
        errors: error_note(tenant, &details, &errors),
        processing: Status::of_processing(details.processing),
        processing_words: processing_words(&details),
        can_reprocess: switches(tenant.rules()).reprocess_group,
    })
}

fn template_row(tenant: &Tenant, product: ProductId, off: &BTreeSet<PlanId>) -> TemplateRow {
    let (on, of) = read::plans_on(tenant, product, |plan| off.contains(&plan));
    let plans = tenant.product(product).map(|details| details.plans).unwrap_or_default();
    TemplateRow {
        product: read::product_name(tenant, product),
        plans_on: format!("{on} of {of} plans on"),
        off: plans.into_iter().filter(|plan| off.contains(plan)).map(|plan| read::plan_choice(tenant, plan)).collect(),
    }
}

fn error_note(tenant: &Tenant, details: &GroupDetails, errors: &[LicenseErrors]) -> Option<ErrorNote> {
    if errors.is_empty() {
        return None;
    }
    let reasons = by_reason(errors);
    let alone = reasons.len() == 1;
    let reasons: Vec<String> = reasons
        .into_iter()
        .map(|(error, users)| (heading(error, tenant.rules()), users))
        .map(|(heading, users)| if alone { heading.to_string() } else { format!("{users} {heading}") })
        .collect();
    let sentence = match errors.len() {
        1 => "1 user is in error.".to_string(),
        users if users <= details.users => format!("{users} of {} users are in error.", details.users),
        users => format!("{users} users are in error."),
    };
    Some(ErrorNote { sentence, reasons: format!("{}.", reasons.join(", ")) })
}

fn processing_words(details: &GroupDetails) -> String {
    match details.processing {
        None => "No license was ever set on this group.".to_string(),
        Some(ProcessingState::QueuedForProcessing) => "A group run waits in the queue.".to_string(),
        Some(ProcessingState::ProcessingInProgress) => "A group run is under way.".to_string(),
        // The words of the portal, then ours.
        Some(ProcessingState::ProcessingComplete) => {
            let failed = match details.users_in_error {
                0 => String::new(),
                users => format!(" {} in error.", words::count(users, "user is", "users are")),
            };
            format!("Latest license changes have been applied to all users.{failed}")
        }
    }
}

/// The members that are listed, and how many more have such a name.
fn members(tenant: &Tenant, details: &GroupDetails, errors: &[LicenseErrors], filter: &str) -> (Vec<MemberRow>, usize) {
    let failed: BTreeMap<UserId, &LicenseErrors> = errors.iter().map(|errors| (errors.user, errors)).collect();
    let products: Vec<ProductId> = details.template.keys().copied().collect();
    let is_wanted = |user: UserId| filter.is_empty() || tenant.user_name(user).to_lowercase().contains(filter);
    let users = tenant.members_of(details.group).filter_map(|member| match member {
        Member::User(user) => Some(user),
        Member::Group(_) => None,
    });
    let joined = (1..).zip(users).map(|(joined, user)| (user, Some(joined)));
    let left = errors.iter().filter(|errors| errors.has_left).map(|errors| (errors.user, None));
    let mut found: Vec<(UserId, Option<usize>)> = joined.chain(left).filter(|(user, _)| is_wanted(*user)).collect();
    found.sort_by_key(|(user, _)| !failed.contains_key(user));
    let hidden = found.len().saturating_sub(MEMBERS);
    let rows = found
        .into_iter()
        .take(MEMBERS)
        .map(|(user, joined)| member_row(tenant, details.group, &products, user, joined, failed.get(&user).copied()));
    (rows.collect(), hidden)
}

fn member_row(
    tenant: &Tenant,
    group: GroupId,
    products: &[ProductId],
    user: UserId,
    joined: Option<usize>,
    errors: Option<&LicenseErrors>,
) -> MemberRow {
    let rows: Vec<PathRow> = tenant.paths(user).into_iter().filter(|row| row.path == Path::Group(group)).collect();
    let states = products.iter().map(|product| rows.iter().find(|row| row.product == *product).map(short_status));
    MemberRow {
        person: read::person(tenant, user),
        joined,
        states: states.collect(),
        reason: errors.map(|errors| read::reason(tenant, errors.top)),
        location: read::location(tenant, user),
        why: read::first_failure(&rows).map(|row| read::why(user, row)),
    }
}

/// The state alone, where the reason stands beside it.
fn short_status(row: &PathRow) -> Status {
    use licensing_model::AssignmentError::Other;
    let (tone, icon) = match (row.state, row.error) {
        (AssignmentState::Active, _) => (Tone::Ok, Icon::Ok),
        (AssignmentState::ActiveWithError, _) => (Tone::Warning, Icon::Warning),
        (AssignmentState::Disabled, _) => (Tone::Neutral, Icon::Off),
        (AssignmentState::Error, Other) => return Status::new(Tone::Neutral, Icon::Shadow, "Other"),
        (AssignmentState::Error, _) => (Tone::Error, Icon::Error),
    };
    Status { tone, icon, word: row.state.name().to_string(), code: Some(row.error.name()) }
}

/// The products of the tenant, with what a group's template says of them.
pub fn choices_for_group(tenant: &Tenant, group: GroupId) -> Vec<AssignChoice> {
    let template = tenant.group(group).map(|details| details.template).unwrap_or_default();
    choices(tenant, |product| template.get(&product).cloned())
}

/// The products of the tenant, with what a user's direct licenses say of them.
pub fn choices_for_user(tenant: &Tenant, user: UserId) -> Vec<AssignChoice> {
    let rows = tenant.paths(user);
    choices(tenant, |product| {
        let direct = rows.iter().find(|row| row.product == product && row.path == Path::Direct);
        direct.map(|row| row.disabled.clone())
    })
}

fn choices(tenant: &Tenant, disabled: impl Fn(ProductId) -> Option<BTreeSet<PlanId>>) -> Vec<AssignChoice> {
    let mut choices: Vec<AssignChoice> = tenant
        .products()
        .filter_map(|product| tenant.product(product))
        .map(|details| AssignChoice {
            product: read::product_name(tenant, details.product),
            disabled: disabled(details.product)
                .map(|off| details.plans.iter().copied().filter(|plan| off.contains(plan)).collect()),
            left: Seats::new(details.units, details.consumed).left.word,
            plans: details.plans.iter().map(|plan| read::plan_choice(tenant, *plan)).collect(),
        })
        .collect();
    choices.sort_by(|a, b| a.product.name.cmp(&b.product.name));
    choices
}

/// Users and groups that could join `group`: those whose name holds `filter`, at most `most`, with a word on each.
pub fn candidates(tenant: &Tenant, group: GroupId, filter: &str, most: usize) -> Vec<(Member, String, String)> {
    let members: BTreeSet<Member> = tenant.members_of(group).collect();
    let wanted = filter.to_lowercase();
    let users = tenant.users().map(|user| (Member::User(user), tenant.user_name(user)));
    let groups =
        tenant.groups().filter(|other| *other != group).map(|group| (Member::Group(group), tenant.group_name(group)));
    users
        .chain(groups)
        .filter(|(member, name)| !members.contains(member) && name.to_lowercase().contains(&wanted))
        .take(most)
        .map(|(member, name)| {
            let below = match member {
                Member::User(user) => tenant.principal_name(user),
                Member::Group(_) => "A group; groups inside a group are not licensed through it (R13).".to_string(),
            };
            (member, name, below)
        })
        .collect()
}

/// Groups that a user could join, with what each licenses.
pub fn groups_to_join(tenant: &Tenant, user: UserId) -> Vec<(GroupName, String)> {
    let joined: BTreeSet<GroupId> = tenant.groups_of(user).collect();
    tenant
        .groups()
        .filter(|group| !joined.contains(group))
        .filter_map(|group| tenant.group(group))
        .map(|details| {
            let products: Vec<String> =
                details.template.keys().map(|product| read::product_name(tenant, *product).name).collect();
            let below = if products.is_empty() { "No licenses".to_string() } else { words::list(&products) };
            (GroupName { id: details.group, name: details.name }, below)
        })
        .collect()
}
