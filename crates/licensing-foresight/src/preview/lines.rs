//! Users by what becomes of them: one line for all who fare alike.

use std::collections::BTreeMap;

use licensing_core::{Diff, UserChange};
use licensing_model::command::Member;
use licensing_model::{AssignmentError, Command, Path, ProductId, UserId};

/// What becomes of the users of a line; what needs attention first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineKind {
    /// Newly in error.
    Fails,
    /// In error before and after, for another reason.
    FailsOtherwise,
    /// A product goes, and no other comes.
    Loses,
    /// One product goes and another comes.
    Moves,
    /// The same products by other ways.
    MovesPath,
    /// In error before, not any more.
    Heals,
    /// A product comes.
    Gains,
    /// The same products with other plans.
    Plans,
    /// Deleted.
    Deleted,
    /// Created or brought back.
    Appears,
    /// Something else about a path.
    Other,
}

/// What a line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineCause {
    /// One of the commands, from 0.
    Command(usize),
    /// Steps that wait already: it happens without the commands as well.
    Waiting,
    /// No command alone: what others give up or take.
    Together,
}

/// Users who fare alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What becomes of them.
    pub kind: LineKind,
    /// Products that go.
    pub from: Vec<ProductId>,
    /// Products that come, and where a path failed those that it is about.
    pub to: Vec<ProductId>,
    /// The error, where there is one.
    pub error: Option<AssignmentError>,
    /// Whether a mailbox was there before, and is there after.
    pub mailbox: (bool, bool),
    /// Where it comes from.
    pub cause: LineCause,
    /// The users, each with the place of its way in the difference.
    pub users: Vec<(UserId, usize)>,
}

/// What tells lines apart.
type Key = (LineKind, Vec<ProductId>, Vec<ProductId>, Option<AssignmentError>, (bool, bool), LineCause);

/// The lines of a difference, what needs attention first, larger ones first.
pub(crate) fn lines(commands: &[Command], diff: &Diff, waiting: Option<&Diff>) -> Vec<Line> {
    let looks: Vec<Look> = diff.ways.iter().map(Look::of).collect();
    let mut lines: BTreeMap<Key, Vec<(UserId, usize)>> = BTreeMap::new();
    for &(user, at) in &diff.users {
        let (Some(change), Some(look)) = (diff.ways.get(at), looks.get(at)) else { continue };
        let cause = match waiting.and_then(|waiting| waiting.of_user(user)) {
            Some(without) if without == change => LineCause::Waiting,
            _ => cause_of(commands, user, change),
        };
        let key = (look.kind, look.from.clone(), look.to.clone(), look.error, look.mailbox, cause);
        lines.entry(key).or_default().push((user, at));
    }
    let mut lines: Vec<Line> = (lines.into_iter())
        .map(|((kind, from, to, error, mailbox, cause), users)| Line { kind, from, to, error, mailbox, cause, users })
        .collect();
    lines.sort_by_key(|line| (line.kind, core::cmp::Reverse(line.users.len())));
    lines
}

/// What a way looks like at a glance.
struct Look {
    kind: LineKind,
    from: Vec<ProductId>,
    to: Vec<ProductId>,
    error: Option<AssignmentError>,
    mailbox: (bool, bool),
}

impl Look {
    fn of(change: &UserChange) -> Look {
        let from: Vec<ProductId> = change.products_lost().collect();
        let gained: Vec<ProductId> = change.products_gained().collect();
        let mailbox = (change.mailbox.before, change.mailbox.after);
        let look = |kind, to, error| Look { kind, from: from.clone(), to, error, mailbox };
        if !change.present.after {
            return look(LineKind::Deleted, gained, None);
        }
        if !change.present.before {
            return look(LineKind::Appears, gained, None);
        }
        if let Some((product, error, is_new)) = failure_of(change) {
            let kind = if is_new { LineKind::Fails } else { LineKind::FailsOtherwise };
            return look(kind, vec![product], Some(error));
        }
        let kind = match (change.errors.before > 0 && change.errors.after == 0, from.is_empty(), gained.is_empty()) {
            (true, true, _) => LineKind::Heals,
            (_, false, false) => LineKind::Moves,
            (_, false, true) => LineKind::Loses,
            (_, true, false) => LineKind::Gains,
            (_, true, true) if has_moved(change) => LineKind::MovesPath,
            (_, true, true) if !change.gained.is_empty() || !change.lost.is_empty() => LineKind::Plans,
            (_, true, true) => LineKind::Other,
        };
        look(kind, gained, None)
    }
}

/// The first error that the user did not have: of which product, with which code, and whether there was none at all.
fn failure_of(change: &UserChange) -> Option<(ProductId, AssignmentError, bool)> {
    let first = change.errors_gained().min_by_key(|(_, error)| *error == AssignmentError::Other)?;
    Some((first.0, first.1, change.errors.before == 0))
}

/// Whether a path that was in force is gone while another holds the product.
fn has_moved(change: &UserChange) -> bool {
    let in_force = |value: &Option<licensing_core::PathValue>| value.as_ref().is_some_and(|v| v.state.in_force());
    let gone = change.paths.iter().any(|path| in_force(&path.value.before) && !in_force(&path.value.after));
    gone && change.paths.iter().any(|path| !in_force(&path.value.before) && in_force(&path.value.after))
}

/// The user that a command is about.
pub(crate) fn user_of(command: &Command) -> Option<UserId> {
    match command {
        Command::UpdateUser(user, _)
        | Command::DeleteUser(user)
        | Command::RestoreUser(user)
        | Command::AddMember(_, Member::User(user))
        | Command::RemoveMember(_, Member::User(user))
        | Command::ChangeUserLicenses(user, _)
        | Command::ReprocessUser(user)
        | Command::SetProperty { of: Member::User(user), .. }
        | Command::SetAddresses { user, .. } => Some(*user),
        _ => None,
    }
}

/// The last command that is about this user and a path that differs; else the last about the user, or about a path.
fn cause_of(commands: &[Command], user: UserId, change: &UserChange) -> LineCause {
    if commands.len() == 1 {
        return LineCause::Command(0);
    }
    let best = commands.iter().enumerate().max_by_key(|(at, command)| (closeness(command, user, change), *at));
    match best {
        Some((at, command)) if closeness(command, user, change) > 0 => LineCause::Command(at),
        _ => LineCause::Together,
    }
}

/// How much a command has to do with what becomes of a user; 0 for nothing.
fn closeness(command: &Command, user: UserId, change: &UserChange) -> u8 {
    let has = |wanted: Path| change.paths.iter().any(|path| path.path == wanted);
    let is_about = |product: ProductId| {
        change.paths.iter().any(|path| path.product == product)
            || change.products.before.contains(&product)
            || change.products.after.contains(&product)
    };
    match command {
        Command::AddMember(group, Member::User(who)) | Command::RemoveMember(group, Member::User(who)) => {
            if *who == user { 3 + u8::from(has(Path::Group(*group))) } else { 0 }
        }
        Command::ChangeUserLicenses(who, _) if *who == user => 3 + u8::from(has(Path::Direct)),
        // What only asks to look again brings about what another command made possible.
        Command::ReprocessUser(who) if *who == user => 1,
        Command::ReprocessGroup(group) if has(Path::Group(*group)) => 1,
        Command::ChangeGroupLicenses(group, _)
        | Command::SetMembershipRule(group, _)
        | Command::DeleteGroup(group)
        | Command::RestoreGroup(group)
            if has(Path::Group(*group)) =>
        {
            4
        }
        Command::SetUnits(product, _) | Command::AddServicePlan(product, _) if is_about(*product) => 2,
        Command::SetRuleSet(_)
        | Command::SetExclusivePair { .. }
        | Command::SetPrerequisite { .. }
        | Command::SetCountry(_) => 2,
        other => {
            if user_of(other) == Some(user) {
                3
            } else {
                0
            }
        }
    }
}
