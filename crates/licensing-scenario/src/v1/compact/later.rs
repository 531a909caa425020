//! What version 2 adds to a state, behind all of version 1.

use alloc::vec::Vec;

use super::lists::list;
use crate::coding::{Coder, Number};
use crate::v1::document::State;

/// What was learned of it.
#[derive(Clone, Debug, Default)]
pub(super) struct LaterModel {
    count: Number,
    property: Number,
    user: Number,
    text: Number,
}

impl LaterModel {
    /// Properties that are kept as they were given.
    pub(super) fn pass_properties(&mut self, coder: &mut Coder, state: &mut State) {
        let Self { count, property, user, text } = self;
        // Texts were numbered when they were first met.
        let mut next_text = 0_u32;
        let mut next_property = 0_u32;
        list(coder, count, &mut state.users.properties, |coder, (number, values)| {
            *number = property.pass_near(coder, next_property, *number);
            next_property = number.wrapping_add(1);
            let mut next_user = 0_u32;
            list(coder, user, values, |coder, (of, value)| {
                *of = property.pass_near(coder, next_user, *of);
                next_user = of.wrapping_add(1);
                *value = text.pass_near(coder, next_text, *value);
                next_text = value.wrapping_add(1);
            });
        });
        let with_some = (0_u32..).zip(&state.groups).filter(|(_, group)| !group.properties.is_empty());
        let mut listed: Vec<u32> = with_some.map(|(at, _)| at).collect();
        let mut next_group = 0_u32;
        let groups = &mut state.groups;
        list(coder, count, &mut listed, |coder, at| {
            *at = property.pass_near(coder, next_group, *at);
            next_group = at.wrapping_add(1);
            let Some(group) = groups.get_mut(*at as usize) else { return coder.damaged() };
            // A group that was named before has what it has.
            if coder.reads() && !group.properties.is_empty() {
                return coder.damaged();
            }
            let mut next_property = 0_u32;
            list(coder, user, &mut group.properties, |coder, (number, value)| {
                *number = property.pass_near(coder, next_property, *number);
                next_property = number.wrapping_add(1);
                *value = text.pass_near(coder, next_text, *value);
                next_text = value.wrapping_add(1);
            });
        });
    }
}
