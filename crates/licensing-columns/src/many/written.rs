//! What a step writes: seats, rows and the events that tell of them.

use licensing_model::{GroupId, UserId};

use super::path::{Later, Path};
use super::{Block, Need, Rest};
use crate::brief::{BriefHolding, ProductBits};
use crate::lines::{MOST_WORDS, Nearness};
use crate::list_pool::Head;
use crate::numbers::{OutcomeId, TimesId};
use crate::user::Flags;

/// The event that a path got other rows, as the log numbers it.
pub const PATH_CHANGED: u8 = 42;
/// The event that a path failed.
pub const PATH_FAILED: u8 = 43;
/// The event that addresses were calculated.
pub const ADDRESSES_CALCULATED: u8 = 45;

impl Rest<'_> {
    /// R8.1: a seat of each product that the user holds after the step and did not hold before.
    #[inline(always)]
    pub(super) fn take_seats(&mut self, before: &BriefHolding, after: &BriefHolding) {
        let ProductBits(taken) = before.missing_of(after);
        let (products, seats, mut gone) = (self.known.products.as_slice(), &mut *self.seats, 0_u128);
        // Half by half: numbers of twice the width are slow.
        for (half, mut bits) in [(0, taken as u64), (64, (taken >> 64) as u64)] {
            let mut gone_of_half = 0;
            while bits != 0 {
                let (first, product) =
                    (bits & bits.wrapping_neg(), (bits.trailing_zeros() as usize).wrapping_add(half));
                bits ^= first;
                let place = products.get(product).map(|product| product.index());
                if let Some(seats) = place.and_then(|place| seats.get_mut(place)) {
                    seats.consumed = seats.consumed.wrapping_add(1);
                    gone_of_half |= if seats.consumed >= seats.assignable { first } else { 0 };
                }
            }
            gone |= u128::from(gone_of_half) << half;
        }
        if gone != 0 {
            self.known.free &= !gone;
            self.turned |= gone;
        }
    }

    /// R8.1: a seat of each product that the user held before the step and holds no more is free.
    #[inline(never)]
    pub(super) fn give_seats_back(&mut self, before: &BriefHolding, after: &BriefHolding) {
        for bit in after.missing_of(before) {
            let place = self.known.products.get(bit).map(|product| product.index());
            if let Some(seats) = place.and_then(|place| self.seats.get_mut(place)).filter(|seats| seats.is_there) {
                let was_free = seats.free() > 0;
                seats.consumed = seats.consumed.saturating_sub(1);
                if !was_free && seats.free() > 0 {
                    self.known.free |= 1_u128.wrapping_shl(bit as u32);
                    self.turned |= 1_u128.wrapping_shl(bit as u32);
                }
            }
        }
    }

    /// Writes the rows, and logs what became of the addresses and of each path. Answers whether a row changed.
    #[inline(always)]
    pub(super) fn write(
        &mut self,
        block: &mut Block<'_>,
        place: usize,
        (user, list): (UserId, Head),
        lacks_addresses: bool,
    ) -> bool {
        let Rest { edges, known, lines, clock, paths, .. } = self;
        let times = TimesId::same(*clock);
        let (mut changed, mut has_more) = (false, false);
        let edges = edges.get_mut(list);
        let events = paths.len().wrapping_add(usize::from(lacks_addresses));
        let Some(mut written) = lines.about_user(*clock, user.raw(), events) else {
            return self.write_at_end_of_page(block, place, (user, list), lacks_addresses);
        };
        if lacks_addresses {
            written.of_no_command(ADDRESSES_CALCULATED, &[0, 1]);
        }
        for path in &**paths {
            let Some(edge) = edges.get_mut(path.place as usize) else { continue };
            changed |= path.take_rows(edge, times);
            if path.done && path.began == OutcomeId::NONE {
                if let Some(line) = known.line(path.group) {
                    written.event(PATH_CHANGED, line);
                }
                continue;
            }
            has_more = true;
            if path.done {
                written.event_of(PATH_CHANGED, path.group, &path.line());
            } else if let Some(ready) = known.line_of_failure(known.group(path.group), path.kept) {
                written.event_of(PATH_FAILED, path.group, ready);
            }
        }
        written.finish(events);
        if has_more {
            self.put_off(block, place, (user, list));
        }
        changed
    }

    /// Looks whether it is known which rows stay, of paths that had some.
    #[inline(never)]
    pub(super) fn check_times(&self) -> Result<(), Need> {
        for path in &*self.paths {
            let Path { began, now, .. } = *path;
            if began == OutcomeId::NONE || now == OutcomeId::NONE || now == began {
                continue;
            }
            let kept = self.known.kept_rows(began, now).ok_or(Need::Kept(began, now))?;
            // A list of times of the past alone is looked for among all.
            if !kept.has_new() || !self.times.is_quick(self.clock) {
                return Err(Need::Rules);
            }
        }
        Ok(())
    }

    /// Tells the times of paths that had rows, counts errors, and notes what is left to be done, from the last path to the
    /// first.
    #[inline(never)]
    pub(super) fn put_off(&mut self, block: &mut Block<'_>, place: usize, (user, list): (UserId, Head)) {
        let Rest { edges, known, outcomes, times, later, clock, paths, in_error, errors, .. } = self;
        let edges = edges.get_mut(list);
        let outcome = |rows: OutcomeId| outcomes.get(rows.0 as usize);
        let has_error = |rows: OutcomeId| outcome(rows).is_some_and(|outcome| outcome.has_error);
        let mut some_turned = false;
        for path in paths.iter().rev() {
            let Path { place, group, began: before, now, .. } = *path;
            if now == before {
                continue;
            }
            let (place, group) = (place as usize, GroupId::from_raw(group));
            if before != OutcomeId::NONE
                && let Some(edge) = edges.get_mut(place)
            {
                let kept = if now == OutcomeId::NONE { None } else { known.kept_rows(before, now) };
                edge.times = match kept {
                    Some(kept) => times.after(kept, edge.times, *clock),
                    None => TimesId::same(*clock),
                };
            }
            if now == OutcomeId::NONE || outcome(now).is_some_and(|outcome| outcome.is_short) {
                later.push(Later { user, place, group, before, now });
            }
            let is = has_error(now);
            if now != OutcomeId::NONE && has_error(before) != is {
                errors.count(group, is);
                some_turned = true;
            }
        }
        if some_turned && let Some(flags) = block.flags.get_mut(place) {
            let is = edges.iter().any(|edge| has_error(edge.outcome));
            if flags.has(Flags::IN_ERROR) != is {
                *flags = flags.with(Flags::IN_ERROR, is);
                **in_error = if is { in_error.saturating_add(1) } else { in_error.saturating_sub(1) };
            }
        }
    }

    /// The same as [`Rest::write`] where a page of the log ends.
    #[inline(never)]
    fn write_at_end_of_page(
        &mut self,
        block: &mut Block<'_>,
        place: usize,
        (user, list): (UserId, Head),
        lacks_addresses: bool,
    ) -> bool {
        let Rest { edges, known, lines, clock, paths, .. } = self;
        let (mut changed, edges) = (false, edges.get_mut(list));
        if lacks_addresses {
            let numbers =
                [(Nearness::Command, 0), (Nearness::User, user.raw()), (Nearness::Far, 0), (Nearness::Far, 1)];
            lines.write(*clock, ADDRESSES_CALCULATED, &numbers);
        }
        for path in &**paths {
            let Some(edge) = edges.get_mut(path.place as usize) else { continue };
            changed |= path.take_rows(edge, TimesId::same(*clock));
            let (tag, ready) = match path.done {
                true => (PATH_CHANGED, path.line()),
                false => {
                    let ready = known.line_of_failure(known.group(path.group), path.kept);
                    (PATH_FAILED, ready.copied().unwrap_or_default())
                }
            };
            let mut numbers = [(Nearness::Far, 0); MOST_WORDS];
            let (user, group) = ((Nearness::User, user.raw()), (Nearness::Far, path.group));
            let all = [user, group].into_iter().chain(ready.numbers().map(|number| (Nearness::Far, number)));
            let count = numbers.iter_mut().zip(all).map(|(place, number)| *place = number).count();
            lines.write(*clock, tag, numbers.get(..count).unwrap_or_default());
        }
        self.put_off(block, place, (user, list));
        changed
    }
}
