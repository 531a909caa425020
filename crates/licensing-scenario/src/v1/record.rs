//! A stored record of version 1, and what a stored snapshot says of itself. Frozen.

use alloc::vec::Vec;

use licensing_core::Action;

use super::compact::{ActionModel, ProductModel, TextModel, list};
use super::document::version_of;
use crate::coding::{Allowance, Coder, Fault, Number, Symbol};
use crate::ids::RecordId;

/// A record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Record {
    pub(crate) sequence: u32,
    pub(crate) tab: u64,
    pub(crate) parent_sequence: u32,
    pub(crate) parent_tab: u64,
    pub(crate) entry: Done,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Act(Action),
    GoTo(u32),
    TakeBranch(u32),
}

impl Default for Done {
    fn default() -> Self {
        Done::GoTo(0)
    }
}

impl Record {
    /// The lowest version that can say it.
    pub(crate) fn version(&self) -> u8 {
        if let Done::Act(action) = &self.entry { version_of(action) } else { 1 }
    }

    /// The record in bytes.
    pub(crate) fn into_bytes(mut self) -> Vec<u8> {
        let mut coder = Coder::writer();
        self.pass(&mut coder);
        coder.into_bytes()
    }

    /// The record behind bytes.
    pub(crate) fn read(bytes: Vec<u8>, allowance: Allowance) -> Result<Record, Fault> {
        let (mut coder, mut record) = (Coder::reader(bytes, allowance), Record::default());
        record.pass(&mut coder);
        coder.finish()?;
        Ok(record)
    }

    fn pass(&mut self, coder: &mut Coder) {
        let mut number = Number::default();
        self.sequence = number.pass(coder, self.sequence);
        pass_tab(coder, &mut self.tab);
        self.parent_sequence = number.pass_near(coder, self.sequence.wrapping_sub(1), self.parent_sequence);
        let is_same = Symbol::<2>::default().pass(coder, u32::from(self.parent_tab == self.tab));
        if is_same == 1 {
            self.parent_tab = self.tab;
        } else {
            pass_tab(coder, &mut self.parent_tab);
        }
        let kind = match &self.entry {
            Done::Act(_) => 0,
            Done::GoTo(_) => 1,
            Done::TakeBranch(_) => 2,
        };
        let kind = Symbol::<4>::default().pass(coder, kind);
        if coder.reads() {
            self.entry = match kind {
                0 => Done::Act(Action::Steps(0)),
                1 => Done::GoTo(0),
                2 => Done::TakeBranch(0),
                _ => return coder.newer(),
            };
        }
        match &mut self.entry {
            Done::Act(action) => {
                let (mut texts, mut products) = (TextModel::for_few(), ProductModel::default());
                ActionModel::on(0, 0).pass(coder, &mut texts, &mut products, action);
            }
            Done::GoTo(place) | Done::TakeBranch(place) => *place = number.pass(coder, *place),
        }
    }
}

/// A tab: 64 bits that somebody drew.
fn pass_tab(coder: &mut Coder, tab: &mut u64) {
    coder.charge(8);
    let high = coder.direct(32, (*tab >> 32) as u32);
    let low = coder.direct(32, *tab as u32);
    *tab = u64::from(high) << 32 | u64::from(low);
}

/// What a snapshot says of itself before its scenario.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct SnapshotHead {
    /// The last record that it holds, and the last that the snapshot before it held.
    pub(crate) covers: RecordId,
    pub(crate) follows: RecordId,
    /// Records that it holds and that may still be stored.
    pub(crate) chain: Vec<RecordId>,
}

impl SnapshotHead {
    /// The head in bytes.
    pub(crate) fn into_bytes(mut self) -> Vec<u8> {
        let mut coder = Coder::writer();
        self.pass(&mut coder);
        coder.into_bytes()
    }

    /// The head behind bytes.
    pub(crate) fn read(bytes: Vec<u8>, allowance: Allowance) -> Result<SnapshotHead, Fault> {
        let (mut coder, mut head) = (Coder::reader(bytes, allowance), SnapshotHead::default());
        head.pass(&mut coder);
        coder.finish()?;
        Ok(head)
    }

    fn pass(&mut self, coder: &mut Coder) {
        let (mut number, mut is_same, mut length) = (Number::default(), Symbol::<2>::default(), Number::default());
        let mut before = RecordId::BEGINNING;
        let mut pass_id = |coder: &mut Coder, id: &mut RecordId| {
            id.sequence = number.pass_near(coder, before.sequence.wrapping_add(1), id.sequence);
            if is_same.pass(coder, u32::from(id.tab == before.tab)) == 1 {
                id.tab = before.tab;
            } else {
                pass_tab(coder, &mut id.tab.0);
            }
            before = *id;
        };
        pass_id(coder, &mut self.follows);
        list(coder, &mut length, &mut self.chain, &mut pass_id);
        pass_id(coder, &mut self.covers);
    }
}
