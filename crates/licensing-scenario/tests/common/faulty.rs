//! A store that goes wrong when it is told to.

use std::borrow::BorrowMut;
use std::cell::Cell;

use licensing_scenario::storage::{Store, StoreError};

use crate::common::store::{Memory, units};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The quota is reached: nothing is written.
    Full,
    /// The platform forbids the call.
    Denied,
    /// Half of a text is read.
    ShortRead,
    /// A bit of a text is another when it is read, or when it is written.
    FlippedBit,
    /// Half of a text is written, and the store says that all went well.
    TornTail,
}

impl Fault {
    pub(crate) const ALL: [Fault; 5] =
        [Fault::Full, Fault::Denied, Fault::ShortRead, Fault::FlippedBit, Fault::TornTail];
}

/// A store of which one call goes wrong.
#[derive(Debug, Default)]
pub(crate) struct Faulty<M = Memory> {
    pub(crate) memory: M,
    pub(crate) calls: Cell<usize>,
    /// Which call, and how.
    pub(crate) fault: Option<(usize, Fault)>,
    /// From this call on nothing is done any more: the tab was killed.
    pub(crate) death: Option<usize>,
    /// How many units there is room for; any number where nothing is said.
    pub(crate) room: Option<usize>,
}

impl<M> Faulty<M> {
    /// What goes wrong with this call; an error where the tab is dead.
    fn call(&self) -> Result<Option<Fault>, StoreError> {
        let call = self.calls.get();
        self.calls.set(call + 1);
        if self.death.is_some_and(|death| call >= death) {
            return Err(StoreError::Denied);
        }
        Ok(self.fault.filter(|(at, _)| *at == call).map(|(_, fault)| fault))
    }
}

/// The first half of a text.
fn half(text: &str) -> String {
    text.chars().take(text.chars().count() / 2).collect()
}

/// The text with a bit of the letter in its middle changed.
fn flipped(text: &str) -> String {
    let middle = text.chars().count() / 2;
    let flip = |letter: char| char::from_u32(u32::from(letter) ^ 4).unwrap_or(letter);
    text.chars().enumerate().map(|(at, letter)| if at == middle { flip(letter) } else { letter }).collect()
}

impl<M: BorrowMut<Memory>> Store for Faulty<M> {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        match self.call()? {
            Some(Fault::Denied) => Err(StoreError::Denied),
            _ => self.memory.borrow().keys(),
        }
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let text = self.memory.borrow().get(key);
        match self.call()? {
            Some(Fault::Denied) => Err(StoreError::Denied),
            Some(Fault::ShortRead) => text.map(|text| text.as_deref().map(half)),
            Some(Fault::FlippedBit) => text.map(|text| text.as_deref().map(flipped)),
            _ => text,
        }
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        let fault = self.call()?;
        let memory = self.memory.borrow_mut();
        if self.room.is_some_and(|room| memory.units_without(key) + units(key) + units(text) > room) {
            return Err(StoreError::Full);
        }
        match fault {
            Some(Fault::Full) => Err(StoreError::Full),
            Some(Fault::Denied) => Err(StoreError::Denied),
            Some(Fault::FlippedBit) => memory.set(key, &flipped(text)),
            Some(Fault::TornTail) => memory.set(key, &half(text)),
            _ => memory.set(key, text),
        }
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        match self.call()? {
            Some(Fault::Denied | Fault::Full) => Err(StoreError::Denied),
            _ => self.memory.borrow_mut().remove(key),
        }
    }
}
