//! What version 2 adds to a state, behind all of version 1.

use super::lists::list;
use super::rest::TargetModel;
use crate::coding::{Coder, Number};
use crate::v1::document::State;

/// What was learned of it.
#[derive(Clone, Debug, Default)]
pub(super) struct LaterModel {
    count: Number,
    owner: TargetModel,
    property: Number,
    text: Number,
}

impl LaterModel {
    /// Properties that are kept as they were given.
    pub(super) fn pass_properties(&mut self, coder: &mut Coder, state: &mut State) {
        let Self { count, owner, property, text } = self;
        // Texts were numbered when they were first met.
        let mut next = (0_u32, 0_u32);
        list(coder, count, &mut state.properties, |coder, (of, which, value)| {
            *of = owner.pass(coder, *of);
            *which = property.pass_near(coder, next.0, *which);
            *value = text.pass_near(coder, next.1, *value);
            next = (*which, value.wrapping_add(1));
        });
    }
}
