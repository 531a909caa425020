//! A store that goes wrong when it is told to.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::cell::Cell;

use licensing_scenario::storage::{Store, StoreError};

use crate::store::Memory;

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
pub(crate) struct Faulty {
    pub(crate) memory: Memory,
    pub(crate) calls: Cell<usize>,
    /// Which call, and how.
    pub(crate) fault: Option<(usize, Fault)>,
}

impl Faulty {
    fn fault_of_this_call(&self) -> Option<Fault> {
        let call = self.calls.get();
        self.calls.set(call + 1);
        self.fault.filter(|(at, _)| *at == call).map(|(_, fault)| fault)
    }
}

/// The first half of a text.
pub(crate) fn half(text: &str) -> String {
    text.chars().take(text.chars().count() / 2).collect()
}

/// The text with a bit of the letter in its middle changed.
pub(crate) fn flipped(text: &str) -> String {
    let middle = text.chars().count() / 2;
    let flip = |letter: char| char::from_u32(u32::from(letter) ^ 4).unwrap_or(letter);
    text.chars().enumerate().map(|(at, letter)| if at == middle { flip(letter) } else { letter }).collect()
}

impl Store for Faulty {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        match self.fault_of_this_call() {
            Some(Fault::Denied) => Err(StoreError::Denied),
            _ => self.memory.keys(),
        }
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let text = self.memory.get(key);
        match self.fault_of_this_call() {
            Some(Fault::Denied) => Err(StoreError::Denied),
            Some(Fault::ShortRead) => text.map(|text| text.as_deref().map(half)),
            Some(Fault::FlippedBit) => text.map(|text| text.as_deref().map(flipped)),
            _ => text,
        }
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        match self.fault_of_this_call() {
            Some(Fault::Full) => Err(StoreError::Full),
            Some(Fault::Denied) => Err(StoreError::Denied),
            Some(Fault::FlippedBit) => self.memory.set(key, &flipped(text)),
            Some(Fault::TornTail) => self.memory.set(key, &half(text)),
            _ => self.memory.set(key, text),
        }
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        match self.fault_of_this_call() {
            Some(Fault::Denied | Fault::Full) => Err(StoreError::Denied),
            _ => self.memory.remove(key),
        }
    }
}
