//! What became of commands once the background had processed those whom they are about.

use std::collections::{BTreeMap, BTreeSet};

use licensing_core::{RunEvent, Tenant};
use licensing_model::snapshot::RunTarget;
use licensing_model::{AssignmentError, Command, GroupId, Member, Path, UserId};
use licensing_wording::{Text, Words};

use crate::icon::Icon;
use crate::query::{FilterKey, TableQuery};
use crate::read;
use crate::route::{Address, Route};
use crate::status::{Headings, Status, Tone};

/// The newest events, which are looked through; of commands before them nothing is told.
const LOOKED_THROUGH: usize = 100_000;

/// What became of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Became {
    /// How it ended, or that it has not yet.
    pub status: Status,
    /// Where those are who are in error.
    pub address: Option<Address>,
}

/// A command that was done.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    /// The command.
    pub command: &'a Command,
    /// What the simulated clock showed right after it.
    pub clock: u32,
}

/// Whom a command has the background process.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Causes {
    /// The users of a group.
    Group(GroupId),
    /// A user, because of one group.
    Member(UserId, GroupId),
    /// A user, whatever it is in.
    User(UserId),
}

impl Causes {
    const fn of(command: &Command) -> Option<Causes> {
        match command {
            Command::ChangeGroupLicenses(group, _)
            | Command::ReprocessGroup(group)
            | Command::DeleteGroup(group)
            | Command::RestoreGroup(group) => Some(Causes::Group(*group)),
            Command::AddMember(group, Member::User(user)) | Command::RemoveMember(group, Member::User(user)) => {
                Some(Causes::Member(*user, *group))
            }
            Command::ReprocessUser(user) => Some(Causes::User(*user)),
            _ => None,
        }
    }

    const fn user(self) -> Option<UserId> {
        match self {
            Causes::Group(_) => None,
            Causes::Member(user, _) | Causes::User(user) => Some(user),
        }
    }
}

/// A run of a group.
struct Run {
    group: GroupId,
    started: u32,
    /// How many were processed without an error, and how many with one.
    ended: Option<(u32, u32)>,
    failed: Vec<UserId>,
}

/// What a step did with a path of a user.
struct Visit {
    time: u32,
    user: UserId,
    group: GroupId,
    error: AssignmentError,
}

/// What became of each of these commands, of which each was done after the one before it. None for those that have nobody
/// processed.
pub fn became(tenant: &Tenant, words: Words, sent: &[Sent<'_>]) -> Vec<Option<Became>> {
    let causes: Vec<Option<Causes>> = sent.iter().map(|sent| Causes::of(sent.command)).collect();
    let log = Log::of(tenant, causes.iter().flatten().filter_map(|causes| causes.user()).collect());
    // What is processed after a later command about the same user or group is told of that one.
    let mut next_of_user: BTreeMap<UserId, u32> = BTreeMap::new();
    let mut next_of_group: BTreeMap<GroupId, u32> = BTreeMap::new();
    let mut told: Vec<Option<Became>> = Vec::new();
    for (sent, causes) in sent.iter().zip(causes).rev() {
        let until_user = causes.and_then(Causes::user).and_then(|user| next_of_user.insert(user, sent.clock));
        let until_group = match causes {
            Some(Causes::Group(group)) => next_of_group.insert(group, sent.clock),
            Some(Causes::Member(_, group)) => next_of_group.get(&group).copied(),
            Some(Causes::User(_)) | None => None,
        };
        let until = until_user.into_iter().chain(until_group).min();
        let became = causes.filter(|_| sent.clock >= log.first).and_then(|causes| match causes {
            Causes::Group(group) => log.of_group(words, group, sent.clock),
            Causes::Member(user, group) => log.of_user(words, user, Some(group), sent.clock, until),
            Causes::User(user) => log.of_user(words, user, None, sent.clock, until),
        });
        told.push(became);
    }
    told.reverse();
    told
}

/// What the background did, as far as it is looked through.
struct Log<'a> {
    tenant: &'a Tenant,
    /// What happened before this is not known.
    first: u32,
    runs: Vec<Run>,
    /// Of the users that are asked for.
    visits: Vec<Visit>,
    to_come: BTreeSet<RunTarget>,
}

impl<'a> Log<'a> {
    fn of(tenant: &'a Tenant, users: BTreeSet<UserId>) -> Log<'a> {
        let from = tenant.audit_len().saturating_sub(LOOKED_THROUGH);
        let first = if from == 0 { 0 } else { tenant.audit_from(from).next().map_or(0, |record| record.time) };
        let mut log = Log { tenant, first, runs: Vec::new(), visits: Vec::new(), to_come: BTreeSet::new() };
        // By group the runs that have not ended, in the order in which they began.
        let mut open: BTreeMap<GroupId, Vec<usize>> = BTreeMap::new();
        for (time, event) in tenant.run_events(from) {
            let visit = |user, group, error| Visit { time, user, group, error };
            match event {
                RunEvent::Started(group) => {
                    open.entry(group).or_default().push(log.runs.len());
                    log.runs.push(Run { group, started: time, ended: None, failed: Vec::new() });
                }
                RunEvent::Finished { group, succeeded, failed } => {
                    let run = open.get_mut(&group).filter(|runs| !runs.is_empty()).map(|runs| runs.remove(0));
                    if let Some(run) = run.and_then(|run| log.runs.get_mut(run)) {
                        run.ended = Some((succeeded, failed));
                    }
                }
                RunEvent::Changed { user, group } if users.contains(&user) => {
                    log.visits.push(visit(user, group, AssignmentError::None));
                }
                RunEvent::Changed { .. } => {}
                RunEvent::Failed { user, group, error } => {
                    if users.contains(&user) {
                        log.visits.push(visit(user, group, error));
                    }
                    let run = open.get(&group).and_then(|runs| runs.first()).and_then(|run| log.runs.get_mut(*run));
                    if let Some(run) = run {
                        run.failed.push(user);
                    }
                }
            }
        }
        let asked = |target: &RunTarget| matches!(target, RunTarget::User(user) if users.contains(user));
        let is_wanted = |target: &RunTarget| matches!(target, RunTarget::Group(_)) || asked(target);
        log.to_come = tenant.runs_to_come().filter(is_wanted).collect();
        log
    }

    /// What the first run of a group came to that began after `clock`.
    fn of_group(&self, words: Words, group: GroupId, clock: u32) -> Option<Became> {
        let Some(run) = self.runs.iter().find(|run| run.group == group && run.started >= clock) else {
            return self.to_come.contains(&RunTarget::Group(group)).then(|| waits(words, Text::BECAME_PENDING));
        };
        let Some((succeeded, failed)) = run.ended else { return Some(waits(words, Text::BECAME_RUNNING)) };
        let (tone, icon, said) = match (succeeded, failed) {
            (0, 0) => (Tone::Neutral, Icon::Ok, words.text(Text::BECAME_NOBODY).to_string()),
            (_, 0) => (Tone::Ok, Icon::Ok, words.became_done(succeeded as usize)),
            _ => (Tone::Error, Icon::Error, words.became_failed(succeeded as usize, failed as usize)),
        };
        let in_error = || TableQuery::default().with_filter(FilterKey::State, Some("error"));
        let address = (failed > 0).then(|| match run.failed.as_slice() {
            [user] => self.of_failure(*user, group),
            _ => read::group_route(self.tenant, group).map(|route| Address::of(route).with_query(in_error())),
        });
        Some(Became { status: Status::new(tone, icon, said), address: address.flatten() })
    }

    /// What became of a user after `clock` and before `until`, by one group or by any.
    fn of_user(
        &self,
        words: Words,
        user: UserId,
        group: Option<GroupId>,
        clock: u32,
        until: Option<u32>,
    ) -> Option<Became> {
        let is_then = |visit: &&Visit| visit.time >= clock && until.is_none_or(|until| visit.time < until);
        let is_it = |visit: &&Visit| visit.user == user && group.is_none_or(|group| visit.group == group);
        let visits: Vec<&Visit> = self.visits.iter().filter(is_it).filter(is_then).collect();
        let failed = visits.iter().rev().find(|visit| visit.error != AssignmentError::None);
        let last = |of: &Visit| visits.iter().rfind(|visit| visit.group == of.group);
        // What failed at first and was put right is not in error any more.
        if let Some(failed) = failed.filter(|failed| last(failed).is_some_and(|last| last.error == failed.error)) {
            let heading = Headings::of(self.tenant, user).word(words, failed.error);
            let status = Status {
                code: Some(failed.error.name()),
                ..Status::new(Tone::Error, Icon::Error, words.became_error(heading))
            };
            return Some(Became { status, address: self.of_failure(user, failed.group) });
        }
        let is_to_come = until.is_none() && self.to_come.contains(&RunTarget::User(user));
        match (visits.is_empty(), is_to_come, group, until) {
            (false, ..) => Some(ended(words, Text::BECAME_SUCCEEDED)),
            (true, true, ..) => Some(waits(words, Text::BECAME_PENDING)),
            // Whoever was reprocessed stays as it was; whoever joined a group without licenses was not processed.
            (true, false, None, None) => Some(ended(words, Text::BECAME_SAME)),
            (true, false, ..) => None,
        }
    }

    /// Why a user is in error by a group; the user, where that is over.
    fn of_failure(&self, user: UserId, group: GroupId) -> Option<Address> {
        let details = self.tenant.user(user).filter(|details| details.deleted_at.is_none())?;
        let rows = self.tenant.paths(details.user);
        let row = rows.iter().find(|row| row.path == Path::Group(group) && row.error != AssignmentError::None);
        let address = Address::of(Route::User(user));
        Some(row.map_or(address.clone(), |row| address.with_why(read::why(user, row))))
    }
}

fn waits(words: Words, text: Text) -> Became {
    Became { status: Status::new(Tone::Wait, Icon::Wait, words.text(text)), address: None }
}

fn ended(words: Words, text: Text) -> Became {
    Became { status: Status::new(Tone::Ok, Icon::Ok, words.text(text)), address: None }
}
