//! The users, a column for each attribute.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;

use licensing_model::{CountryCode, UserId};

use licensing_columns::column::Column;
use licensing_columns::list_pool::ListPool;
use licensing_columns::numbers::{OutcomeId, TextId, TimesId};
pub(crate) use licensing_columns::user::{Edge, Flags};
use licensing_model::GroupId;

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
    pub(crate) location: Column<UserId, u16>,
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
    /// How many users that are not deleted have a path in error.
    pub(crate) in_error: usize,
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

    /// A user in error appears or goes.
    pub(crate) fn count_in_error(&mut self, is_there: bool) {
        self.in_error = if is_there { self.in_error.saturating_add(1) } else { self.in_error.saturating_sub(1) };
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
