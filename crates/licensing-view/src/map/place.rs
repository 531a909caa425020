//! How high each item stands, once the order of its column is settled: as near to what it is joined to as the others
//! leave room for.

use super::order::Layers;

/// The middle of each item, in pixels below the top of the columns, and how tall the tallest column is.
///
/// `heights` are those of the items; `gap` is the least room between two of them.
pub(super) fn place(layers: &Layers, heights: &[i32], gap: i32) -> (Vec<i32>, i32) {
    let height = |item: &usize| heights.get(*item).copied().unwrap_or_default();
    let tall = |items: &Vec<usize>| items.iter().map(|item| height(item) + gap).sum::<i32>() - gap;
    let lengths: Vec<i32> = layers.columns.iter().map(tall).collect();
    let length = lengths.iter().copied().max().unwrap_or_default().max(0);
    // The tallest column has no choice; the others go by it, the nearest first.
    let tallest = lengths.iter().position(|other| *other == length).unwrap_or_default();
    let turns: &[usize] = match tallest {
        0 => &[0, 1, 2, 1],
        1 => &[1, 0, 2],
        _ => &[2, 1, 0, 1],
    };
    let mut middles: Vec<Option<i32>> = vec![None; heights.len()];
    for column in turns {
        let Some(items) = layers.columns.get(*column) else { continue };
        let wishes: Vec<Option<i32>> = items.iter().map(|item| wish(layers, *column, *item, &middles)).collect();
        let heights: Vec<i32> = items.iter().map(height).collect();
        for (item, middle) in items.iter().zip(settle(&wishes, &heights, gap, length)) {
            if let Some(place) = middles.get_mut(*item) {
                *place = Some(middle);
            }
        }
    }
    (middles.into_iter().map(Option::unwrap_or_default).collect(), length)
}

/// The mean of the middles that an item is joined to, as far as they are known.
fn wish(layers: &Layers, column: usize, item: usize, middles: &[Option<i32>]) -> Option<i32> {
    let middle = |item: usize| middles.get(item).copied().flatten();
    let to_the_right = layers.lines.get(column).into_iter().flatten().filter(|(from, _)| *from == item);
    let left = column.checked_sub(1).and_then(|side| layers.lines.get(side));
    let to_the_left = left.into_iter().flatten().filter(|(_, to)| *to == item);
    let others = to_the_right.map(|(_, to)| *to).chain(to_the_left.map(|(from, _)| *from));
    let (sum, count) = others.filter_map(middle).fold((0, 0), |(sum, count), at| (sum + at, count + 1));
    (count > 0).then(|| sum / count)
}

/// The middles nearest to the wishes that keep the order and leave the room: neighbors that want the same room share
/// the mean of their wishes (the pool-adjacent-violators algorithm of isotonic regression).
fn settle(wishes: &[Option<i32>], heights: &[i32], gap: i32, length: i32) -> Vec<i32> {
    // How far below the first item each of them stands at least.
    let mut offsets = Vec::with_capacity(heights.len());
    let mut before: Option<(i32, i32)> = None;
    for height in heights {
        let offset = before.map_or(0, |(offset, above)| offset + (above + height) / 2 + gap);
        offsets.push(offset);
        before = Some((offset, *height));
    }
    let (Some(first), Some(last), Some(lowest)) = (heights.first(), heights.last(), offsets.last()) else {
        return Vec::new();
    };
    let top = first / 2;
    let bottom = (length - last / 2 - lowest).max(top);
    // An item without a wish goes where the one above it goes.
    let mut blocks: Vec<(i32, i32)> = Vec::with_capacity(heights.len());
    let mut members: Vec<usize> = Vec::with_capacity(heights.len());
    let mut previous = (top + bottom) / 2;
    for (wish, offset) in wishes.iter().zip(&offsets) {
        let wished = wish.map_or(previous, |wish| wish - offset);
        previous = wished;
        let (mut sum, mut count, mut size) = (wished, 1, 1);
        while let (Some((above, many)), Some(others)) = (blocks.last().copied(), members.last().copied())
            && above.div_euclid(many) >= sum.div_euclid(count)
        {
            (sum, count, size) = (sum + above, count + many, size + others);
            blocks.pop();
            members.pop();
        }
        blocks.push((sum, count));
        members.push(size);
    }
    let starts = blocks
        .into_iter()
        .zip(members)
        .flat_map(|((sum, count), size)| std::iter::repeat_n(sum.div_euclid(count).clamp(top, bottom), size));
    starts.zip(offsets).map(|(start, offset)| start + offset).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_where_they_wish_if_there_is_room() {
        assert_eq!(settle(&[Some(20), Some(60)], &[20, 20], 10, 100), [20, 60]);
        assert_eq!(settle(&[Some(0), Some(200)], &[20, 20], 10, 100), [10, 90]);
    }

    #[test]
    fn items_that_wish_the_same_share_it() {
        assert_eq!(settle(&[Some(50), Some(50), Some(50)], &[20, 20, 20], 10, 200), [20, 50, 80]);
    }

    #[test]
    fn nothing_overlaps_whatever_is_wished() {
        let mut random = 7_u64;
        let mut below = |most: u64| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            ((random >> 33) % most) as i32
        };
        for _ in 0..200 {
            let heights: Vec<i32> = (0..12).map(|_| 10 + 2 * below(15)).collect();
            let wishes: Vec<Option<i32>> = (0..12).map(|_| Some(below(600)).filter(|wish| wish % 7 > 0)).collect();
            let length = heights.iter().sum::<i32>() + 11 * 8 + below(200);
            let middles = settle(&wishes, &heights, 8, length);
            let ends: Vec<(i32, i32)> = middles.iter().zip(&heights).map(|(m, h)| (m - h / 2, m + h / 2)).collect();
            assert!(ends.iter().all(|(top, bottom)| *top >= 0 && *bottom <= length), "{ends:?} within {length}");
            let mut pairs = ends.iter().zip(ends.iter().skip(1));
            assert!(pairs.all(|((_, bottom), (top, _))| bottom + 8 <= *top), "{ends:?}");
        }
    }
}
