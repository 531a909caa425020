//! The actions of one way through a history. Ways that begin alike share what they have in common.

use alloc::sync::Arc;

use super::Action;
use licensing_columns::paged::Paged;

/// The actions of one way, in order. A copy costs a count for each page of them, and no action is ever copied: whoever
/// tries and takes back for hours keeps each action once.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Actions(Paged<Arc<Action>, 64>);

impl Actions {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The action at this position.
    pub fn get(&self, at: usize) -> Option<&Action> {
        self.0.get(at).map(|action| &**action)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Action> + DoubleEndedIterator + Clone {
        self.0.iter().map(|action| &**action)
    }

    /// Those from this position on.
    pub fn iter_from(&self, from: usize) -> impl Iterator<Item = &Action> {
        self.0.iter_from(from).map(|action| &**action)
    }

    /// Adds one at the end.
    pub fn push(&mut self, action: Action) {
        self.0.push(Arc::new(action));
    }

    /// Forgets everything from this position on.
    pub fn truncate(&mut self, length: usize) {
        self.0.truncate(length);
    }

    /// How many actions two ways have in common, from the beginning.
    pub fn shared_with(&self, other: &Actions) -> usize {
        self.0.shared_with(&other.0)
    }
}

impl FromIterator<Action> for Actions {
    fn from_iter<I: IntoIterator<Item = Action>>(actions: I) -> Self {
        Actions(actions.into_iter().map(Arc::new).collect())
    }
}

impl Extend<Action> for Actions {
    fn extend<I: IntoIterator<Item = Action>>(&mut self, actions: I) {
        actions.into_iter().for_each(|action| self.push(action));
    }
}
