//! The rows of paths: most are those that the last users of the same group have, at a time that follows from theirs.

use alloc::vec::Vec;

use crate::coding::{Coder, Number, Symbol};
use crate::v1::document::Path;

/// What the last paths of one group were.
#[derive(Clone, Copy, Debug, Default)]
struct Memory {
    /// Outcomes, the last first.
    outcomes: [u32; 3],
    /// When the last one changed.
    time: u32,
    /// How the last outcome and the last time were described.
    outcome_kind: u8,
    time_kind: u8,
}

/// What was learned of paths.
#[derive(Clone, Debug, Default)]
pub(super) struct PathModel {
    /// By group; the last is for direct paths.
    memories: Vec<Memory>,
    /// By the kind before in the group.
    outcome_kinds: [Symbol<8>; 8],
    other_outcome: Number,
    /// The number of the first outcome that was not named yet.
    next_outcome: u32,
    /// By what the path is, and by the kind before in the group.
    time_kinds: [[Symbol<8>; 8]; 3],
    other_time: Number,
    other_list: Number,
    next_list: u32,
    /// The time that was described last.
    last_time: u32,
    /// The first time of the user before.
    user_before: u32,
    /// Of the present user, the time of the path before.
    path_before: Option<u32>,
}

/// How an outcome is described: 0 to 2 one of the last of the group.
const NEW_OUTCOME: u32 = 3;
const OTHER_OUTCOME: u32 = 4;

/// How a time is described. The numbers are frozen.
const AS_PATH_BEFORE: u32 = 0;
const AFTER_USER_BEFORE: u32 = 1;
const AFTER_LAST_OF_GROUP: u32 = 2;
const AS_LAST_OF_GROUP: u32 = 3;
const OTHER_TIME: u32 = 4;
const NEW_LIST: u32 = 5;
const OTHER_LIST: u32 = 6;
const ZERO: u32 = 7;

impl PathModel {
    /// For a tenant with so many groups.
    pub(super) fn begin(&mut self, groups: usize) {
        self.memories = alloc::vec![Memory::default(); groups.saturating_add(1)];
        self.next_outcome = 1;
    }

    /// The next user begins.
    pub(super) fn next_user(&mut self) {
        self.path_before = None;
    }

    /// Passes the rows of a path of `group` through; a group that is not there stands for the direct path.
    pub(super) fn pass(&mut self, coder: &mut Coder, group: usize, path: &mut Path) {
        let place = group.min(self.memories.len().saturating_sub(1));
        let Some(mut memory) = self.memories.get(place).copied() else { return coder.damaged() };
        path.outcome = self.pass_outcome(coder, &mut memory, path.outcome);
        self.pass_time(coder, &mut memory, path);
        if let Some(kept) = self.memories.get_mut(place) {
            *kept = memory;
        }
    }

    fn pass_outcome(&mut self, coder: &mut Coder, memory: &mut Memory, outcome: u32) -> u32 {
        let kind = match memory.outcomes.iter().position(|last| *last == outcome) {
            Some(place) => place as u32,
            None if outcome == self.next_outcome => NEW_OUTCOME,
            None => OTHER_OUTCOME,
        };
        let kind = match self.outcome_kinds.get_mut(usize::from(memory.outcome_kind)) {
            Some(kinds) => kinds.pass(coder, kind),
            None => OTHER_OUTCOME,
        };
        let [first, second, third] = memory.outcomes;
        let outcome = match kind {
            0 => first,
            1 => second,
            2 => third,
            NEW_OUTCOME => self.next_outcome,
            _ => self.other_outcome.pass(coder, outcome),
        };
        self.next_outcome = self.next_outcome.max(outcome.wrapping_add(1));
        memory.outcome_kind = kind as u8;
        memory.outcomes = match outcome {
            _ if outcome == first => [first, second, third],
            _ if outcome == second => [second, first, third],
            _ => [outcome, first, second],
        };
        outcome
    }

    fn pass_time(&mut self, coder: &mut Coder, memory: &mut Memory, path: &mut Path) {
        let kind = match *path {
            Path { listed: true, time, .. } if time == self.next_list => NEW_LIST,
            Path { listed: true, .. } => OTHER_LIST,
            Path { outcome: 0, time: 0, .. } => ZERO,
            Path { time, .. } if self.path_before == Some(time) => AS_PATH_BEFORE,
            Path { time, .. } if time == self.user_before.wrapping_add(1) => AFTER_USER_BEFORE,
            Path { time, .. } if time == memory.time.wrapping_add(1) => AFTER_LAST_OF_GROUP,
            Path { time, .. } if time == memory.time => AS_LAST_OF_GROUP,
            _ => OTHER_TIME,
        };
        let what = match path.outcome {
            0 => 0,
            _ if self.path_before.is_none() => 1,
            _ => 2,
        };
        let kinds = self.time_kinds.get_mut(what).and_then(|kinds| kinds.get_mut(usize::from(memory.time_kind)));
        let kind = kinds.map_or(OTHER_TIME, |kinds| kinds.pass(coder, kind));
        memory.time_kind = kind as u8;
        path.listed = matches!(kind, NEW_LIST | OTHER_LIST);
        path.time = match kind {
            AS_PATH_BEFORE => self.path_before.unwrap_or_default(),
            AFTER_USER_BEFORE => self.user_before.wrapping_add(1),
            AFTER_LAST_OF_GROUP => memory.time.wrapping_add(1),
            AS_LAST_OF_GROUP => memory.time,
            OTHER_TIME => self.other_time.pass_near(coder, self.last_time, path.time),
            NEW_LIST => self.next_list,
            OTHER_LIST => self.other_list.pass(coder, path.time),
            _ => 0,
        };
        if path.listed {
            self.next_list = self.next_list.max(path.time.wrapping_add(1));
        } else if kind != ZERO {
            self.last_time = path.time;
            memory.time = path.time;
            if self.path_before.replace(path.time).is_none() {
                self.user_before = path.time;
            }
        }
    }
}
