//! The users, a column for each attribute.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;

use licensing_model::{CountryCode, UserId};

use super::column::Column;
use super::list_pool::ListPool;
use super::outcome::OutcomeId;
use super::text::TextId;
use super::times::TimesId;
use licensing_model::GroupId;

/// What is true or not of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Flags(u8);

impl Flags {
    /// Deleted, for less than 30 days or for good.
    pub(crate) const DELETED: Flags = Flags(1);
    /// `accountEnabled` is false.
    pub(crate) const BLOCKED: Flags = Flags(2);
    /// `userType` is `Guest`.
    pub(crate) const GUEST: Flags = Flags(4);
    /// A run of this user waits in the queue.
    pub(crate) const WAITING: Flags = Flags(8);
    /// The userPrincipalName is the mailNickname at the initial domain.
    pub(crate) const PLAIN: Flags = Flags(16);

    /// Whether `flag` is set.
    pub(crate) const fn has(self, flag: Flags) -> bool {
        self.0 & flag.0 != 0
    }

    /// With `flag` set or not.
    pub(crate) const fn with(self, flag: Flags, set: bool) -> Flags {
        if set { Flags(self.0 | flag.0) } else { Flags(self.0 & !flag.0) }
    }
}

/// What a user and a group have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    /// The group; the top bit says that the user has left it and rows remain.
    target: u32,
    /// The rows of the path.
    pub(crate) outcome: OutcomeId,
    /// When they changed.
    pub(crate) times: TimesId,
    /// The place of the user in the group's list.
    pub(crate) slot: u32,
}

const LEFT: u32 = 1 << 31;

/// A place without an edge.
impl Default for Edge {
    fn default() -> Self {
        Edge { target: u32::MAX, outcome: OutcomeId::NONE, times: TimesId::default(), slot: 0 }
    }
}

impl Edge {
    /// A new membership.
    pub(crate) fn member(group: GroupId, slot: u32) -> Edge {
        Edge { target: group.raw() & !LEFT, slot, ..Edge::default() }
    }

    /// The group.
    pub(crate) fn group(self) -> GroupId {
        GroupId::from_raw(self.target & !LEFT)
    }

    /// Whether the user left the group (or it was deleted) and rows of it remain.
    pub(crate) fn is_left(self) -> bool {
        self.target & LEFT != 0
    }

    /// The slot of rows that remain of a deleted group: the place in its list belongs to the membership, which comes
    /// back if the group does.
    pub(crate) const NO_SLOT: u32 = u32::MAX;

    /// The same edge with these rows.
    pub(crate) fn with_rows(self, outcome: OutcomeId, times: TimesId) -> Edge {
        Edge { outcome, times, ..self }
    }

    /// The same edge with the rows of `other`.
    pub(crate) fn with_rows_of(self, other: Edge) -> Edge {
        self.with_rows(other.outcome, other.times)
    }

    /// The same edge with its place in the group's list given up.
    pub(crate) fn without_slot(self) -> Edge {
        Edge { slot: Edge::NO_SLOT, ..self }
    }

    /// The same edge at another place in the group's list.
    pub(crate) fn with_slot(self, slot: u32) -> Edge {
        Edge { slot, ..self }
    }

    /// The same edge after leaving.
    pub(crate) fn into_left(self) -> Edge {
        Edge { target: self.target | LEFT, ..self }
    }
}

/// All users.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Users {
    /// `displayName`.
    pub(crate) name: Column<UserId, TextId>,
    /// `userPrincipalName`.
    pub(crate) principal_name: Column<UserId, TextId>,
    /// `mailNickname`.
    pub(crate) nickname: Column<UserId, TextId>,
    /// `usageLocation`: 0, or one more than the country's number.
    location: Column<UserId, u16>,
    /// What is true of the user.
    pub(crate) flags: Column<UserId, Flags>,
    /// The rows of the direct path.
    pub(crate) direct: Column<UserId, OutcomeId>,
    /// When they changed.
    pub(crate) direct_times: Column<UserId, TimesId>,
    /// For each user the groups that it left while rows remain, in the order of leaving; then those that it is a
    /// member of, in the order of joining. A deleted group stays among the latter, for it may come back.
    pub(crate) edges: ListPool<Edge>,
    /// When deleted users were deleted.
    pub(crate) deleted_at: Arc<BTreeMap<UserId, u32>>,
}

impl Users {
    /// How many users there ever were.
    pub(crate) fn len(&self) -> usize {
        self.name.len()
    }

    /// Makes room.
    pub(crate) fn reserve(&mut self, users: usize) {
        self.name.reserve(users);
        self.principal_name.reserve(users);
        self.nickname.reserve(users);
        self.location.reserve(users);
        self.flags.reserve(users);
        self.direct.reserve(users);
        self.direct_times.reserve(users);
        self.edges.reserve(users);
    }

    /// Adds a user.
    pub(crate) fn push(
        &mut self,
        name: TextId,
        principal_name: TextId,
        nickname: TextId,
        location: Option<CountryCode>,
        flags: Flags,
    ) -> UserId {
        let user = UserId::at(self.len());
        self.name.push(name);
        self.principal_name.push(principal_name);
        self.nickname.push(nickname);
        self.location.push(Users::stored(location));
        self.flags.push(flags);
        self.direct.push(OutcomeId::NONE);
        self.direct_times.push(TimesId::default());
        self.edges.push_list();
        user
    }

    /// `usageLocation`.
    pub(crate) fn location(&self, user: UserId) -> Option<CountryCode> {
        CountryCode::from_number(usize::from(self.location.at(user)).checked_sub(1)?)
    }

    /// The number of `usageLocation`, without a call, as [`super::paged::Paged::read`].
    #[inline(always)]
    pub(crate) fn location_number(&self, user: UserId) -> Option<usize> {
        usize::from(*self.location.read(user)?).checked_sub(1)
    }

    /// Sets `usageLocation`.
    pub(crate) fn set_location(&mut self, user: UserId, location: Option<CountryCode>) {
        self.location.set(user, Users::stored(location));
    }

    /// Whether the user exists and is not deleted.
    pub(crate) fn is_live(&self, user: UserId) -> bool {
        self.flags.get(user).is_some_and(|flags| !flags.has(Flags::DELETED))
    }

    /// Sets or clears a flag.
    pub(crate) fn flag(&mut self, user: UserId, flag: Flags, set: bool) {
        if let Some(flags) = self.flags.get_mut(user) {
            *flags = flags.with(flag, set);
        }
    }

    /// The edges of a user.
    pub(crate) fn edges(&self, user: UserId) -> &[Edge] {
        self.edges.get(user.index())
    }

    /// The place of the membership of `user` in `group`, also when the group is deleted.
    pub(crate) fn membership(&self, user: UserId, group: GroupId) -> Option<usize> {
        self.edges(user).iter().position(|edge| edge.group() == group && !edge.is_left())
    }

    /// The place of the rows that remain of `group`, which the user left.
    pub(crate) fn left(&self, user: UserId, group: GroupId) -> Option<usize> {
        self.edges(user).iter().position(|edge| edge.group() == group && edge.is_left())
    }

    /// How many groups the user left while rows remain.
    pub(crate) fn left_count(&self, user: UserId) -> usize {
        self.edges(user).iter().take_while(|edge| edge.is_left()).count()
    }

    /// How many edges all users have.
    pub(crate) fn edge_count(&self) -> usize {
        self.name.ids().map(|user| self.edges(user).len()).sum()
    }

    fn stored(location: Option<CountryCode>) -> u16 {
        location.map_or(0, |country| u16::try_from(country.number().saturating_add(1)).unwrap_or(0))
    }
}
