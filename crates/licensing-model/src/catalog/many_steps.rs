//! What makes the steps of many users at once.

use core::any::Any;
use core::fmt;

/// What makes the steps of many users at once, as the engine has it. A catalog brings it, so that a page can have it come with
/// what it fetches later; without it each user is judged anew, and it comes to the same.
#[derive(Clone, Copy)]
pub struct ManySteps(pub fn() -> &'static (dyn Any + Send + Sync));

impl ManySteps {
    /// What the engine made of it.
    pub fn get<T: 'static>(self) -> Option<&'static T> {
        let ManySteps(get) = self;
        get().downcast_ref()
    }
}

impl fmt::Debug for ManySteps {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ManySteps")
    }
}

/// They come to the same, whatever makes them.
impl PartialEq for ManySteps {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for ManySteps {}
