//! The history as a strip of moments: for the processing screen a cell each, for the time bar a tick each.

use std::fmt::Write as _;

use crate::step::StepKind;

/// Moments that are shown as cells, around the one where one is.
const CELLS: usize = 60;
/// Steps to come that are shown as cells.
const TO_COME: usize = 20;
/// Above so many moments the time bar marks failures only.
const TICKS: usize = 300;
/// Above so many failures it marks none: they would be one line.
const FAILURES: usize = 300;

/// What a moment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A command.
    Command,
    /// A step, with what came of it.
    Step(StepKind),
    /// A step that waits.
    ToCome,
}

/// One moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which; none for a step that waits.
    pub moment: Option<usize>,
    /// What it is.
    pub mark: Mark,
    /// It is the last that is done.
    pub is_here: bool,
    /// What happened.
    pub title: String,
}

/// The moments around `position`, oldest first, then the steps that wait. `name` says what happened at a moment.
pub fn cells(
    kinds: impl ExactSizeIterator<Item = Option<StepKind>>,
    position: usize,
    waiting: usize,
    name: impl Fn(usize) -> String,
) -> Vec<Cell> {
    let all = kinds.len();
    let end = all.min(position.saturating_add(CELLS / 2).max(CELLS));
    let begin = end.saturating_sub(CELLS);
    let done = kinds.enumerate().skip(begin).take(end - begin).map(|(at, kind)| Cell {
        moment: Some(at + 1),
        mark: kind.map_or(Mark::Command, Mark::Step),
        is_here: at + 1 == position,
        title: name(at + 1),
    });
    // What waits belongs to the present: behind undone moments it would stand in the wrong place.
    let to_come = if position == all { waiting.min(TO_COME) } else { 0 };
    let waits = || Cell { moment: None, mark: Mark::ToCome, is_here: false, title: String::new() };
    done.chain(std::iter::repeat_with(waits).take(to_come)).collect()
}

/// The ticks of the time bar, as paths in a box that is one wide for each moment and ten high.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// Moments known.
    pub moments: usize,
    /// A line for each command.
    pub commands: String,
    /// A line for each step that failed.
    pub failures: String,
}

/// The ticks of a history.
pub fn ticks(kinds: impl ExactSizeIterator<Item = Option<StepKind>>) -> Ticks {
    let mut ticks = Ticks { moments: kinds.len(), ..Ticks::default() };
    let mut failures = 0;
    for (at, kind) in kinds.enumerate() {
        let x = at + 1;
        // Writing to a text cannot fail.
        let _ = match kind {
            None if ticks.moments <= TICKS => write!(ticks.commands, "M{x} 2v6"),
            Some(StepKind::Failed) => {
                failures += 1;
                write!(ticks.failures, "M{x} 0v5")
            }
            _ => Ok(()),
        };
    }
    if failures > FAILURES {
        ticks.failures.clear();
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(count: usize, position: usize, waiting: usize) -> Vec<Cell> {
        let kinds: Vec<_> = (0..count).map(|at| (at % 3 != 0).then_some(StepKind::Applied)).collect();
        cells(kinds.into_iter(), position, waiting, |moment| format!("moment {moment}"))
    }

    #[test]
    fn cells_are_around_the_moment_where_one_is() {
        let all = shown(4, 4, 2);
        let marks: Vec<Mark> = all.iter().map(|cell| cell.mark).collect();
        let applied = Mark::Step(StepKind::Applied);
        assert_eq!(marks, [Mark::Command, applied, applied, Mark::Command, Mark::ToCome, Mark::ToCome]);
        assert_eq!(all.iter().position(|cell| cell.is_here), Some(3));
        assert_eq!(all.first().map(|cell| cell.title.as_str()), Some("moment 1"));
        for position in [0, 1, 30, 500, 970, 1_000] {
            let cells = shown(1_000, position, 0);
            assert_eq!(cells.len(), CELLS, "{position}");
            assert_eq!(cells.iter().any(|cell| cell.is_here), position > 0, "{position}");
        }
        assert!(shown(1_000, 500, 9).iter().all(|cell| cell.mark != Mark::ToCome), "not behind what was undone");
        assert!(shown(0, 0, 0).is_empty());
    }

    #[test]
    fn a_long_history_has_no_more_ticks_than_can_be_told_apart() {
        let kinds =
            |count| (0..count).map(|at: usize| at.is_multiple_of(2).then_some(StepKind::Failed)).collect::<Vec<_>>();
        let few = ticks(kinds(4).into_iter());
        assert_eq!((few.commands.as_str(), few.failures.as_str()), ("M2 2v6M4 2v6", "M1 0v5M3 0v5"));
        let many = ticks(kinds(400).into_iter());
        assert!(many.commands.is_empty() && !many.failures.is_empty());
        assert!(ticks(kinds(1_000).into_iter()).failures.is_empty());
    }
}
