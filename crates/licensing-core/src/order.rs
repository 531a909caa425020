//! Putting short lists in order.

/// Sorts a list that is short nearly always, such as the products of a template; equal ones stay as they are. An
/// insertion sort takes a tenth of the library's code, of which there is a copy for each type, and is quicker on a few.
pub fn sort_short<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_short_by(list, |left, right| key(left) <= key(right));
}

/// The same for what has no key of its own: `in_order` says whether one may stand before the other.
pub fn sort_short_by<T>(list: &mut [T], in_order: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while let Some(before) = at.checked_sub(1) {
            let (Some(left), Some(right)) = (list.get(before), list.get(at)) else { break };
            if in_order(left, right) {
                break;
            }
            list.swap(before, at);
            at = before;
        }
    }
}

/// Collects what is few into a set or a map, one by one: to collect all at once brings a sort of the library's along, of
/// which there is a copy for each type.
pub fn collect_few<T, C: Default + Extend<T>>(items: impl Iterator<Item = T>) -> C {
    let mut collection = C::default();
    items.for_each(|item| collection.extend(core::iter::once(item)));
    collection
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lists_come_into_order_and_equal_ones_stay_as_they_are() {
        let mut list = [(3, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (3, 'e'), (0, 'f')];
        sort_short(&mut list, |(number, _)| *number);
        assert_eq!(list, [(0, 'f'), (1, 'b'), (1, 'd'), (2, 'c'), (3, 'a'), (3, 'e')]);
        sort_short(&mut [(); 0], |()| 0);
    }
}
