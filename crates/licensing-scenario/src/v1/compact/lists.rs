//! Lists, and the order of what is known already.

use alloc::vec::Vec;

use crate::coding::{Bit, Coder, Number};

/// Passes a list through, element by element. When reading, the list is empty before.
pub(in crate::v1) fn list<T: Default>(
    coder: &mut Coder,
    length: &mut Number,
    list: &mut Vec<T>,
    each: impl FnMut(&mut Coder, &mut T),
) {
    list_of(coder, length, list, T::default, each);
}

/// The same of elements of which `blank` makes one to be read.
pub(in crate::v1) fn list_of<T>(
    coder: &mut Coder,
    length: &mut Number,
    list: &mut Vec<T>,
    blank: impl Fn() -> T,
    mut each: impl FnMut(&mut Coder, &mut T),
) {
    let count = length.pass(coder, list.len() as u32) as usize;
    for at in 0..count {
        coder.charge(1);
        if !coder.is_well() {
            return;
        }
        if coder.reads() {
            list.push(blank());
        }
        if let Some(element) = list.get_mut(at) {
            each(coder, element);
        }
    }
}

/// What may be there or not.
pub(super) fn option<T: Default>(
    coder: &mut Coder,
    is_there: &mut Bit,
    value: &mut Option<T>,
    pass: impl FnOnce(&mut Coder, &mut T),
) {
    coder.charge(1);
    if coder.bit(is_there, value.is_some()) {
        pass(coder, value.get_or_insert_with(T::default));
    }
}

/// What was learned of lists that are an order of elements that both sides know.
#[derive(Clone, Debug, Default)]
pub(super) struct OrderModel {
    is_known: Bit,
    step: Number,
    length: Number,
    user: Number,
    other: Number,
}

/// A user and what goes with it: a group, or whether it left.
pub(super) type Element = (u32, u32);

impl OrderModel {
    /// Passes a list through that nearly always has each of `known`, which rise by user, once; in whatever order.
    pub(super) fn pass(&mut self, coder: &mut Coder, known: &[Element], elements: &mut Vec<Element>) {
        let places = if coder.reads() { None } else { places_of(known, elements) };
        coder.charge(1);
        if coder.bit(&mut self.is_known, places.is_some()) {
            self.pass_places(coder, known, elements, &places.unwrap_or_default());
        } else {
            let Self { length, user: user_model, other: other_model, .. } = self;
            let mut expected = (0, 0);
            list(coder, length, elements, |coder, (user, other)| {
                *user = user_model.pass_near(coder, expected.0, *user);
                *other = other_model.pass_near(coder, expected.1, *other);
                expected = (user.wrapping_add(1), *other);
            });
        }
    }

    fn pass_places(&mut self, coder: &mut Coder, known: &[Element], elements: &mut Vec<Element>, places: &[u32]) {
        let mut was_seen = alloc::vec![false; if coder.reads() { known.len() } else { 0 }];
        let mut expected = 0_u32;
        for at in 0..known.len() {
            let place = self.step.pass_near(coder, expected, places.get(at).copied().unwrap_or_default());
            expected = place.wrapping_add(1);
            if !coder.reads() {
                continue;
            }
            match (known.get(place as usize), was_seen.get_mut(place as usize)) {
                (Some(element), Some(seen @ false)) => {
                    *seen = true;
                    elements.push(*element);
                }
                _ => coder.damaged(),
            }
            if !coder.is_well() {
                return;
            }
        }
    }
}

/// Where each element of a list stands among those that are known; none unless each of these is there once.
fn places_of(known: &[Element], elements: &[Element]) -> Option<Vec<u32>> {
    if known.len() != elements.len() {
        return None;
    }
    let mut was_seen = alloc::vec![false; known.len()];
    let place_of = |element: &Element| {
        let first = known.partition_point(|(user, _)| *user < element.0);
        let of_user = known.get(first..)?.iter().take_while(|(user, _)| *user == element.0);
        let place = first.checked_add(of_user.clone().position(|known| known == element)?)?;
        let seen = was_seen.get_mut(place)?;
        (!core::mem::replace(seen, true)).then_some(place as u32)
    };
    elements.iter().map(place_of).collect()
}
