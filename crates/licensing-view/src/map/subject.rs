//! What the map is made of: nodes in three columns, and edges between them.

use licensing_model::{AssignmentError, AssignmentState, GroupId, ProductId, UserId};

use crate::route::WhyTarget;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// One user.
    User(UserId),
    /// The members of a group that are in error through it, and those who left it in error.
    MembersInError(GroupId),
    /// The other members of a group.
    Members(GroupId),
    /// Users that hold a license directly, also those who are in groups.
    DirectUsers,
    /// Users without a group and without a license.
    UsersWithNothing,
    /// Members in error of the groups that have no node of their own.
    OtherMembersInError,
    /// The other members of the groups that have no node of their own.
    OtherMembers,
    /// Users that have no node of their own.
    OtherUsers,
    /// One group.
    Group(GroupId),
    /// Groups that have no node of their own.
    OtherGroups,
    /// One product.
    Product(ProductId),
    /// Products that have no node of their own.
    OtherProducts,
}

/// A column of the map, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Who gets something.
    Users,
    /// Through whom.
    Groups,
    /// What.
    Products,
}

impl Column {
    /// All of them.
    pub const ALL: [Column; 3] = [Column::Users, Column::Groups, Column::Products];
}

impl Subject {
    /// Where its node stands.
    pub(super) const fn column(self) -> Column {
        match self {
            Subject::Group(_) | Subject::OtherGroups => Column::Groups,
            Subject::Product(_) | Subject::OtherProducts => Column::Products,
            _ => Column::Users,
        }
    }

    /// Whether it stands for all that have no node of their own; such a node is the last of its column.
    pub(super) const fn is_rest(self) -> bool {
        matches!(
            self,
            Subject::OtherMembersInError
                | Subject::OtherMembers
                | Subject::OtherUsers
                | Subject::OtherGroups
                | Subject::OtherProducts
        )
    }
}

/// What an edge says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeKind {
    /// A user is a member of a group, or left it and is not done with.
    Member,
    /// A group carries a license for a product.
    License,
    /// A user holds a license for a product directly.
    Direct,
    /// A group is in a group, which gives it nothing (R13).
    Nested,
}

/// One assigned path that stands for those of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Example {
    /// Which.
    pub(super) target: WhyTarget,
    /// Graph's state.
    pub(super) state: AssignmentState,
    /// Graph's error.
    pub(super) error: AssignmentError,
}

/// How many an edge stands for, and how they fare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Users; licenses where the edge is one of groups.
    pub(super) count: usize,
    /// Of them, users in error.
    pub(super) failed: usize,
    /// Of them, users that a run of the queue will take.
    pub(super) waiting: usize,
    /// How many are in error for each reason.
    pub(super) reasons: [usize; AssignmentError::ALL.len()],
    /// A path in error where there is one, else any.
    pub(super) example: Option<Example>,
    /// The membership or the license has ended, and what it gave is not yet taken away.
    pub(super) has_ended: bool,
}

impl Tally {
    /// So many, of whom nothing else is known.
    pub(super) fn of(count: usize) -> Tally {
        Tally { count, ..Tally::default() }
    }

    /// So many users in error for one reason.
    pub(super) fn fail(&mut self, error: AssignmentError, users: usize) {
        self.failed += users;
        let reasons = AssignmentError::ALL.into_iter().zip(&mut self.reasons);
        for (_, count) in reasons.filter(|(reason, _)| *reason == error) {
            *count += users;
        }
    }

    /// The reason that most of them have; the one that is checked first among equals.
    pub(super) fn top(&self) -> Option<AssignmentError> {
        let most = self.reasons.iter().max().filter(|most| **most > 0)?;
        AssignmentError::ALL.into_iter().zip(&self.reasons).find(|(_, count)| *count == most).map(|(reason, _)| reason)
    }

    /// Adds those of another edge.
    pub(super) fn add(&mut self, other: &Tally) {
        self.count += other.count;
        self.failed += other.failed;
        self.waiting += other.waiting;
        self.reasons.iter_mut().zip(other.reasons).for_each(|(sum, more)| *sum += more);
        self.has_ended &= other.has_ended;
        let is_in_error = |example: &Option<Example>| example.is_some_and(|e| e.error != AssignmentError::None);
        if self.example.is_none() || is_in_error(&other.example) && !is_in_error(&self.example) {
            self.example = other.example;
        }
    }

    /// What explains the error, where there is one.
    pub(super) fn why(&self) -> Option<WhyTarget> {
        self.example.filter(|_| self.failed > 0).map(|example| example.target)
    }
}

/// A node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node {
    /// What it stands for.
    pub(super) subject: Subject,
    /// How many of them.
    pub(super) count: usize,
    /// Memberships and direct licenses in error of a user, users in error of a group.
    pub(super) failed: usize,
    /// Users that a run of the queue will take.
    pub(super) waiting: usize,
}

/// An edge, from left to right, or between two groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    /// The node on the left, by its place among the nodes.
    pub(super) from: usize,
    /// The node on the right.
    pub(super) to: usize,
    /// What it says.
    pub(super) kind: EdgeKind,
    /// Of how many.
    pub(super) tally: Tally,
}

/// Nodes and edges, before it is known where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Graph {
    /// The nodes, column by column.
    pub(super) nodes: Vec<Node>,
    /// The edges between them, at most one of a kind between two nodes.
    pub(super) edges: Vec<Edge>,
}

impl Graph {
    /// What the node at `place` stands for.
    pub(super) fn subject(&self, place: usize) -> Option<Subject> {
        self.nodes.get(place).map(|node| node.subject)
    }

    /// Whether the node at `place` stands for all that have no node of their own.
    pub(super) fn is_rest(&self, place: usize) -> bool {
        self.subject(place).is_some_and(Subject::is_rest)
    }

    /// How many people an edge stands for: of a group's license those whom it reaches through the group.
    pub(super) fn people(&self, edge: &Edge) -> usize {
        match edge.kind {
            EdgeKind::Member | EdgeKind::Direct => edge.tally.count,
            EdgeKind::License => {
                let members = self.edges.iter().filter(|other| other.kind == EdgeKind::Member && other.to == edge.from);
                members.map(|other| other.tally.count).sum()
            }
            EdgeKind::Nested => 0,
        }
    }

    /// Whether an edge touches the node at `place`.
    pub(super) fn is_joined(&self, place: usize) -> bool {
        self.edges.iter().any(|edge| edge.from == place || edge.to == place)
    }
}
