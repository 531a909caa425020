//! How often the words of a text are looked at, for tests.

use std::cell::Cell;

std::thread_local! {
    static LOOKS: Cell<usize> = const { Cell::new(0) };
}

/// A word is looked at.
pub(super) fn count() {
    LOOKS.set(LOOKS.get() + 1);
}

/// How often this thread has looked at a word since that was asked last.
pub(crate) fn take() -> usize {
    LOOKS.take()
}
