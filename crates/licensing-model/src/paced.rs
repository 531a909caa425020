//! Long work that is written as if it were done in one go: a loop over a tenant says after each unit that it did one, and
//! is held there when its slice is full.

use alloc::boxed::Box;
use alloc::rc::Rc;
use core::cell::Cell;
use core::convert::Infallible;
use core::future::{Future, poll_fn};
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};

use crate::sliced::Sliced;

/// What a slice has room for, known to the work and to whoever has it go on.
#[derive(Clone, Debug)]
pub struct Pace(Rc<Units>);

/// Counts of units.
#[derive(Debug)]
struct Units {
    /// What the slice has room for still.
    left: Cell<u32>,
    /// What was done in all.
    done: Cell<usize>,
    /// What there is in all, as far as the work knows.
    all: Cell<usize>,
}

impl Pace {
    fn new(left: u32) -> Pace {
        Pace(Rc::new(Units { left: Cell::new(left), done: Cell::new(0), all: Cell::new(0) }))
    }

    /// Says that there are so many units more to do.
    pub fn expect(&self, units: usize) {
        self.0.all.set(self.0.all.get().saturating_add(units));
    }

    /// Says that so many units were done; where the slice is full, the next one goes on from here.
    pub async fn did(&self, units: u32) {
        if self.is_full_after(units) {
            let mut is_held = true;
            // Held once; whoever asks again has given room.
            poll_fn(|_| if core::mem::take(&mut is_held) { Poll::Pending } else { Poll::Ready(()) }).await;
        }
    }

    #[inline]
    fn is_full_after(&self, units: u32) -> bool {
        self.0.done.set(self.0.done.get().saturating_add(units as usize));
        let left = self.0.left.get();
        self.0.left.set(left.saturating_sub(units));
        left <= units
    }
}

/// Work that goes on by slices, and its outcome.
///
/// ```
/// use licensing_model::paced::Paced;
/// use licensing_model::Sliced;
///
/// let mut sum = Paced::new(async |pace| {
///     let mut sum = 0;
///     for number in 0..100 {
///         sum += number;
///         pace.did(1).await;
///     }
///     sum
/// });
/// assert!(!sum.advance(60)? && sum.outcome().is_none());
/// assert!(sum.advance(60)? && sum.outcome() == Some(4950));
/// # Ok::<(), core::convert::Infallible>(())
/// ```
pub struct Paced<T> {
    pace: Pace,
    work: Option<Pin<Box<dyn Future<Output = T>>>>,
    outcome: Option<T>,
}

impl<T: 'static> Paced<T> {
    /// `work`, of which nothing is done yet.
    pub fn new<F: Future<Output = T> + 'static>(work: impl FnOnce(Pace) -> F) -> Paced<T> {
        let pace = Pace::new(0);
        let work: Pin<Box<dyn Future<Output = T>>> = Box::pin(work(pace.clone()));
        Paced { pace, work: Some(work), outcome: None }
    }
}

impl<T> Paced<T> {
    /// What the work comes to; what is left of it is done now.
    pub fn finish(mut self) -> Option<T> {
        let Ok(()) = self.complete();
        self.outcome()
    }

    /// What the work came to, once; nothing before it is done.
    pub fn outcome(&mut self) -> Option<T> {
        self.outcome.take()
    }
}

impl<T> Sliced for Paced<T> {
    type Fault = Infallible;

    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.pace.0.left.set(work.max(1));
        if let Some(future) = &mut self.work
            && let Poll::Ready(outcome) = future.as_mut().poll(&mut Context::from_waker(Waker::noop()))
        {
            self.outcome = Some(outcome);
            self.work = None;
        }
        Ok(self.work.is_none())
    }

    fn progress(&self) -> (usize, usize) {
        (self.pace.0.done.get(), self.pace.0.all.get())
    }
}

/// Does such work in one go.
pub fn at_once<F: Future>(work: impl FnOnce(Pace) -> F) -> F::Output {
    let pace = Pace::new(u32::MAX);
    let mut future = pin!(work(pace.clone()));
    loop {
        pace.0.left.set(u32::MAX);
        if let Poll::Ready(outcome) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return outcome;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    async fn squares(pace: Pace, count: u32) -> Vec<u32> {
        pace.expect(count as usize);
        let mut squares = Vec::new();
        for number in 0..count {
            squares.push(number * number);
            pace.did(1).await;
        }
        squares
    }

    #[test]
    fn slices_of_any_size_come_to_what_one_go_comes_to_and_none_does_more_than_it_has_room_for() {
        let whole = at_once(|pace| squares(pace, 100));
        for size in 0..120 {
            let (mut work, mut slices) = (Paced::new(|pace| squares(pace, 100)), 0);
            loop {
                let (before, all) = work.progress();
                let Ok(is_done) = work.advance(size);
                let (after, _) = work.progress();
                assert!(after - before <= size.max(1) as usize && (all == 0 || all == 100));
                slices += 1;
                if is_done {
                    break;
                }
                assert!(work.outcome().is_none());
            }
            assert!(slices >= 100_u32.div_ceil(size.max(1)));
            assert_eq!((work.progress(), work.percent()), ((100, 100), 100));
            assert_eq!(work.outcome().as_ref(), Some(&whole));
            assert!(work.outcome().is_none(), "it is given once");
        }
    }

    #[test]
    fn a_unit_that_is_larger_than_the_slice_ends_it() {
        let mut work = Paced::new(async |pace| {
            for _ in 0..3 {
                pace.did(1_000).await;
            }
        });
        let slices = (0..10).filter(|_| matches!(work.advance(10), Ok(false))).count();
        assert_eq!(slices, 3);
    }

    #[test]
    fn what_is_done_goes_on_no_more() {
        let mut work = Paced::new(|pace| squares(pace, 3));
        assert_eq!(work.complete(), Ok(()));
        assert_eq!(work.advance(1), Ok(true));
        assert_eq!(work.progress(), (3, 3));
    }
}
