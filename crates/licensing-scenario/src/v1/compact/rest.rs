//! What stands behind users and groups: the queue, ids of their own, and the audit log.

use alloc::vec::Vec;

use super::lists::{element, list};
use super::texts::TextModel;
use crate::coding::{Bit, Coder, Letters, Number, Symbol};
use crate::v1::document::{OwnId, Recorded, State, Target};

/// What was learned of whom things are for.
#[derive(Clone, Debug, Default)]
pub(super) struct TargetModel {
    is_group: [Bit; 2],
    number: [Number; 2],
    last: Target,
    expected: [u32; 2],
}

impl TargetModel {
    /// A user or a group.
    pub(super) fn pass(&mut self, coder: &mut Coder, target: Target) -> Target {
        coder.charge(1);
        let is_group = match self.is_group.get_mut(usize::from(self.last.is_group)) {
            Some(model) => coder.bit(model, target.is_group),
            None => false,
        };
        let kind = usize::from(is_group);
        let (Some(model), Some(expected)) = (self.number.get_mut(kind), self.expected.get_mut(kind)) else {
            return target;
        };
        let number = model.pass_near(coder, *expected, target.number);
        *expected = number.wrapping_add(1);
        self.last = Target { is_group, number, ..Target::default() };
        // Whether it is a rule that runs is told later.
        Target { is_rule: target.is_rule, ..self.last }
    }
}

/// What was learned of the rest.
#[derive(Clone, Debug, Default)]
pub(super) struct RestModel {
    count: Number,
    target: TargetModel,
    users: Number,
    user: Number,
    deleted: Number,
    time: Number,
    id_kind: Symbol<8>,
    id_number: Number,
    events: Number,
    /// By the byte before.
    bytes: Vec<Symbol<256>>,
    before: u8,
    expected_id: u32,
    targets: Number,
    documents: Letters,
}

impl RestModel {
    /// Users that were deleted, and when.
    pub(super) fn pass_deleted(&mut self, coder: &mut Coder, clock: u32, deleted: &mut Vec<(u32, u32)>) {
        let (user, time, mut expected) = (&mut self.deleted, &mut self.time, (0, clock));
        list(coder, &mut self.count, deleted, |coder, (number, at)| {
            *number = user.pass_near(coder, expected.0, *number);
            *at = time.pass_near(coder, expected.1, *at);
            expected = (number.wrapping_add(1), *at);
        });
    }

    /// The queue.
    pub(super) fn pass_queue(&mut self, coder: &mut Coder, state: &mut State) {
        let Self { count, target, users, user, .. } = self;
        list(coder, count, &mut state.started, |coder, run| {
            run.target = target.pass(coder, run.target);
            let mut expected = 0_u32;
            list(coder, users, &mut run.users, |coder, number| {
                *number = user.pass_near(coder, expected, *number);
                expected = number.wrapping_add(1);
            });
            run.taken = count_of(coder, user, run.taken);
            run.succeeded = count_of(coder, user, run.succeeded);
            run.failed = count_of(coder, user, run.failed);
        });
        list(coder, count, &mut state.waiting, |coder, run| *run = target.pass(coder, *run));
    }

    /// How many ids there are that do not follow from the seed.
    pub(super) fn count_ids(&mut self, coder: &mut Coder, ids: &[OwnId]) -> usize {
        self.count.pass(coder, ids.len() as u32) as usize
    }

    /// One of them.
    pub(super) fn pass_id(&mut self, coder: &mut Coder, ids: &mut Vec<OwnId>, at: usize) {
        let Self { id_kind: kind, id_number: number, expected_id: expected, .. } = self;
        element(coder, ids, at, |coder, id| {
            id.kind = kind.pass(coder, id.kind);
            id.number = number.pass_near(coder, *expected, id.number);
            *expected = id.number.wrapping_add(1);
            pass_guid(coder, &mut id.id);
        });
    }

    /// How many pages the audit log has.
    pub(super) fn count_pages(&mut self, coder: &mut Coder, state: &mut State) -> usize {
        state.events = self.events.pass(coder, state.events);
        self.count.pass(coder, state.pages.len() as u32) as usize
    }

    /// One of them.
    pub(super) fn pass_page(&mut self, coder: &mut Coder, pages: &mut Vec<Vec<u8>>, at: usize) {
        let Self { bytes, targets, before, .. } = self;
        element(coder, pages, at, |coder, page| {
            if bytes.is_empty() {
                bytes.resize(256, Symbol::default());
            }
            list(coder, targets, page, |coder, byte| {
                if let Some(model) = bytes.get_mut(usize::from(*before)) {
                    *byte = model.pass(coder, u32::from(*byte)) as u8;
                }
                *before = *byte;
            });
        });
    }

    /// How many events were recorded elsewhere.
    pub(super) fn count_recorded(&mut self, coder: &mut Coder, recorded: &[Recorded]) -> usize {
        self.count.pass(coder, recorded.len() as u32) as usize
    }

    /// One of them.
    pub(super) fn pass_recorded(
        &mut self,
        coder: &mut Coder,
        texts: &mut TextModel,
        recorded: &mut Vec<Recorded>,
        at: usize,
    ) {
        let Self { targets, documents, .. } = self;
        element(coder, recorded, at, |coder, event| {
            let Recorded { activity, actor, targets: names, failure, document } = event;
            texts.pass(coder, activity, &[]);
            texts.pass(coder, actor, &[]);
            list(coder, targets, names, |coder, name| texts.pass(coder, name, &[]));
            texts.pass(coder, failure, &[]);
            documents.pass(coder, document);
        });
    }
}

/// An id that follows from nothing.
pub(super) fn pass_guid(coder: &mut Coder, id: &mut [u8; 16]) {
    coder.charge(id.len() as u64);
    for byte in id {
        *byte = coder.direct(8, u32::from(*byte)) as u8;
    }
}

fn count_of(coder: &mut Coder, model: &mut Number, count: u32) -> u32 {
    model.pass(coder, count)
}
