//! Groups: the list, and one group.

use licensing_model::PlanId;
use licensing_model::command::GroupKind;

use crate::names::{GroupName, PersonName, PlanChoice, ProductName};
use crate::route::WhyTarget;
use crate::status::Status;

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
