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
        if !element_of(coder, list, at, &blank, &mut each) {
            return;
        }
    }
}

/// Passes the element at `at` of a list whose length was passed before.
pub(super) fn element<T: Default>(
    coder: &mut Coder,
    list: &mut Vec<T>,
    at: usize,
    mut each: impl FnMut(&mut Coder, &mut T),
) {
    element_of(coder, list, at, &T::default, &mut each);
}

/// The same of elements of which `blank` makes one to be read. Answers whether all is well.
fn element_of<T>(
    coder: &mut Coder,
    list: &mut Vec<T>,
    at: usize,
    blank: &impl Fn() -> T,
    each: &mut impl FnMut(&mut Coder, &mut T),
) -> bool {
    coder.charge(1);
    if !coder.is_well() {
        return false;
    }
    if coder.reads() {
        list.push(blank());
    }
    if let Some(element) = list.get_mut(at) {
        each(coder, element);
    }
    true
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

/// A list on its way that nearly always has each of what is known, which rises by user, once; in whatever order.
#[derive(Clone, Debug)]
pub(super) struct Ordering {
    known: Vec<Element>,
    elements: Vec<Element>,
    way: Way,
    at: usize,
    /// Where each element stands among those that are known, as far as that is known.
    places: Vec<u32>,
    was_seen: Vec<bool>,
}

#[derive(Clone, Copy, Debug)]
enum Way {
    /// It is looked where the elements stand.
    Looking,
    /// The places pass.
    Places,
    /// So many elements pass as they are; one like this is expected.
    Plain(usize, Element),
}

/// So many elements are as much as a user.
const AT_ONCE: usize = 8;

impl Ordering {
    /// Begins. When reading, `elements` is empty.
    pub(super) fn begin(
        coder: &mut Coder,
        model: &mut OrderModel,
        known: Vec<Element>,
        elements: Vec<Element>,
    ) -> Ordering {
        let was_seen = alloc::vec![false; known.len()];
        let is_one_to_one = coder.reads() || known.len() == elements.len();
        let mut ordering = Ordering { known, elements, way: Way::Looking, at: 0, places: Vec::new(), was_seen };
        if coder.reads() || !is_one_to_one {
            ordering.turn(coder, model, is_one_to_one);
        }
        ordering
    }

    /// Passes whether each of what is known is there once, and begins with the elements.
    fn turn(&mut self, coder: &mut Coder, model: &mut OrderModel, is_known: bool) {
        coder.charge(1);
        self.at = 0;
        self.way = if coder.bit(&mut model.is_known, is_known) {
            Way::Places
        } else {
            Way::Plain(model.length.pass(coder, self.elements.len() as u32) as usize, (0, 0))
        };
    }

    /// What is known, and the list.
    pub(super) fn into_parts(self) -> (Vec<Element>, Vec<Element>) {
        (self.known, self.elements)
    }

    /// Passes the next elements through. Answers whether that was all.
    pub(super) fn pass(&mut self, coder: &mut Coder, model: &mut OrderModel) -> bool {
        for _ in 0..AT_ONCE {
            if !coder.is_well() {
                return true;
            }
            match self.way {
                Way::Looking => self.look(coder, model),
                Way::Places if self.at < self.known.len() => self.pass_place(coder, model),
                Way::Plain(count, expected) if self.at < count => {
                    let OrderModel { user: user_model, other: other_model, .. } = model;
                    let mut next = expected;
                    element(coder, &mut self.elements, self.at, |coder, (user, other)| {
                        *user = user_model.pass_near(coder, expected.0, *user);
                        *other = other_model.pass_near(coder, expected.1, *other);
                        next = (user.wrapping_add(1), *other);
                    });
                    self.way = Way::Plain(count, next);
                    self.at = self.at.saturating_add(1);
                }
                Way::Places | Way::Plain(..) => return true,
            }
        }
        false
    }

    /// Looks where the next element stands among those that are known, each of which is to be there once.
    fn look(&mut self, coder: &mut Coder, model: &mut OrderModel) {
        let Some(element) = self.elements.get(self.at) else { return self.turn(coder, model, true) };
        let first = self.known.partition_point(|(user, _)| *user < element.0);
        let of_user = self.known.get(first..).unwrap_or_default();
        let mut of_user = of_user.iter().take_while(|(user, _)| *user == element.0);
        let place = of_user.position(|known| known == element).map(|place| first.saturating_add(place));
        let seen = place.and_then(|place| Some((place, self.was_seen.get_mut(place)?)));
        match seen {
            Some((place, seen @ false)) => {
                *seen = true;
                self.places.push(place as u32);
                self.at = self.at.saturating_add(1);
            }
            _ => self.turn(coder, model, false),
        }
    }

    fn pass_place(&mut self, coder: &mut Coder, model: &mut OrderModel) {
        let expected =
            self.at.checked_sub(1).and_then(|last| self.places.get(last)).map_or(0, |last| last.wrapping_add(1));
        let place = self.places.get(self.at).copied().unwrap_or_default();
        let place = model.step.pass_near(coder, expected, place);
        self.at = self.at.saturating_add(1);
        if !coder.reads() {
            return;
        }
        self.places.push(place);
        match (self.known.get(place as usize), self.was_seen.get_mut(place as usize)) {
            (Some(element), Some(seen @ false)) => {
                *seen = true;
                self.elements.push(*element);
            }
            _ => coder.damaged(),
        }
    }
}
