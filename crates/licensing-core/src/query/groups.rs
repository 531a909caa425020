//! Groups, one at a time and all of them.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use licensing_model::command::GroupKind;
use licensing_model::{AssignmentError, GroupId, Member, Path, PlanId, ProcessingState, ProductId, Property, UserId};

use crate::rules::switches::switches;
use crate::tenant::Tenant;

/// A group, for display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupDetails {
    /// Which.
    pub group: GroupId,
    /// `displayName`.
    pub name: String,
    /// What it is.
    pub kind: GroupKind,
    /// Its template: products with their disabled plans.
    pub template: BTreeMap<ProductId, BTreeSet<PlanId>>,
    /// `licenseProcessingState`.
    pub processing: Option<ProcessingState>,
    /// When it was deleted.
    pub deleted_at: Option<u32>,
    /// Direct members that are users.
    pub users: usize,
    /// Direct members that are groups: they are not licensed through this one (R13).
    pub nested: Vec<GroupId>,
    /// Users with a row of this group in error (R4.7).
    pub users_in_error: usize,
}

/// A user with license errors from one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LicenseErrors {
    /// Who.
    pub user: UserId,
    /// Products in error with their codes.
    pub products: Vec<(ProductId, AssignmentError)>,
    /// The error that is not only the shadow of another (R4.5).
    pub top: AssignmentError,
    /// Whether the user has left the group.
    pub has_left: bool,
}

/// A user with license errors from one group, at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorGlance {
    /// Who.
    pub user: UserId,
    /// Whether the user has left the group.
    pub has_left: bool,
    /// The error that is not only the shadow of another (R4.5).
    pub top: AssignmentError,
}

impl Tenant {
    /// A group that is there or can be brought back.
    pub fn group(&self, group: GroupId) -> Option<GroupDetails> {
        let record = self.groups.get(group)?;
        if record.deleted_at.is_some_and(|at| self.is_gone(at)) {
            return None;
        }
        Some(GroupDetails {
            group,
            name: self.group_name(group),
            kind: record.kind,
            template: self.template_products(record.template),
            processing: record.processing,
            deleted_at: record.deleted_at,
            users: record.member_count(),
            nested: record.nested.iter().copied().filter(|nested| self.group_exists(*nested)).collect(),
            users_in_error: self.count_in_error(group),
        })
    }

    /// What kind of group it is, or was before it was gone for good: who tells a story speaks of such groups, too.
    pub fn group_kind(&self, group: GroupId) -> Option<GroupKind> {
        self.groups.get(group).map(|record| record.kind)
    }

    /// A property of a group that is kept as it was given.
    pub fn group_property(&self, group: GroupId, property: Property) -> Option<&str> {
        self.texts.get(self.properties.get(Member::Group(group), property))
    }

    /// Whether the rule set lets groups of this kind be licensed.
    pub fn is_licensable(&self, group: GroupId) -> bool {
        self.groups.get(group).is_some_and(|record| switches(self.rules).licensable.contains(&record.kind))
    }

    /// Groups that are not deleted, in the order of their creation.
    pub fn groups(&self) -> impl DoubleEndedIterator<Item = GroupId> {
        self.groups.ids().filter(|group| self.group_exists(*group))
    }

    /// Deleted groups that can be brought back under the rule set, newest first.
    pub fn deleted_groups(&self) -> Vec<GroupId> {
        let restorable = switches(self.rules).restorable;
        let mut groups: Vec<_> = (self.groups.iter())
            .filter_map(|(group, record)| Some((record.deleted_at?, group, record.kind)))
            .filter(|(at, _, kind)| !self.is_gone(*at) && restorable.contains(kind))
            .collect();
        groups.sort_by_key(|(at, group, _)| core::cmp::Reverse((*at, *group)));
        groups.into_iter().map(|(_, group, _)| group).collect()
    }

    /// How many users have a row of this group in error; none for a deleted group (R4.7).
    fn count_in_error(&self, group: GroupId) -> usize {
        let record = self.groups.get(group).filter(|record| record.deleted_at.is_none());
        record.map_or(0, |record| record.in_error as usize)
    }

    /// How many users have a row of this group in error; what is left of a deleted group counts as well.
    pub fn in_error_by(&self, group: GroupId) -> usize {
        self.groups.get(group).map_or(0, |record| record.in_error as usize)
    }

    /// How many users are looked at for [`Tenant::errors_at_a_glance`].
    pub fn glances_at(&self, group: GroupId) -> usize {
        self.groups.get(group).map_or(0, |record| record.member_count().saturating_add(record.left.len()))
    }

    /// Groups with members in error (R4.7), in the order of their creation.
    pub fn groups_in_error(&self) -> Vec<GroupId> {
        self.groups().filter(|group| self.count_in_error(*group) > 0).collect()
    }

    /// Deleted groups of which something is left: users with paths that could not be taken away and stay in error (R11.3).
    pub fn leftovers_in_error(&self) -> Vec<GroupId> {
        let troubled = self.groups.iter().filter(|(_, record)| record.deleted_at.is_some() && record.in_error > 0);
        troubled.map(|(group, _)| group).collect()
    }

    /// Members with license errors (R4.7): those in the group in the order of joining, then those who have left.
    pub fn users_with_license_errors(&self, group: GroupId) -> Vec<LicenseErrors> {
        if !self.group_exists(group) {
            return Vec::new();
        }
        let failed = self.errors_at_a_glance(group).flatten();
        failed.map(|glance| self.license_errors(glance.user, group, glance.has_left)).collect()
    }

    /// For each of them, and for each other member, what is in error, at a glance. What is left of a deleted group is seen
    /// as well.
    pub fn errors_at_a_glance(&self, group: GroupId) -> impl Iterator<Item = Option<ErrorGlance>> {
        let record = self.groups.get(group).filter(|record| record.in_error > 0);
        let members = record.into_iter().flat_map(|record| record.members()).map(|user| (user, false));
        let left = record.into_iter().flat_map(|record| record.left.iter()).map(|user| (*user, true));
        members.chain(left).map(move |(user, has_left)| {
            if !self.users.is_live(user) || !self.has_error_row(user, group) {
                return None;
            }
            Some(ErrorGlance { user, has_left, top: self.error_of_group(user, group)? })
        })
    }

    fn license_errors(&self, user: UserId, group: GroupId, has_left: bool) -> LicenseErrors {
        let rows = self.paths(user).into_iter();
        let failed = rows.filter(|row| row.path == Path::Group(group) && row.error != AssignmentError::None);
        let products: Vec<_> = failed.map(|row| (row.product, row.error)).collect();
        let top = self.error_of_group(user, group).unwrap_or(AssignmentError::None);
        LicenseErrors { user, products, top, has_left }
    }
}
