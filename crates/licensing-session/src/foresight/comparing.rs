//! The tenant as it is, held against another moment, another way, or another rule set.

use std::convert::Infallible;

use licensing_core::Tenant;
use licensing_foresight::{Comparison, Contrasting};
use licensing_model::RuleSet;
use licensing_model::Sliced;
use licensing_view::foresight::{self, ComparisonView};
use licensing_wording::Words;

use crate::session::Session;

/// What the tenant as it is now is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The moment at which so many actions were done.
    Moment(usize),
    /// The end of a way that was left.
    Branch(usize),
    /// A rule set, with everybody processed again.
    Rules(RuleSet),
}

/// A comparison under way; to drop it is to cancel it.
#[derive(Debug)]
pub struct Contrast(Contrasting);

impl Contrast {
    /// What was found; what is not done yet is done now.
    pub fn finish(self) -> Compared {
        Compared(self.0.finish())
    }
}

impl Sliced for Contrast {
    type Fault = Infallible;

    /// Goes on for so many steps or users. Answers whether everything is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.0.advance(work)
    }

    fn progress(&self) -> (usize, usize) {
        self.0.progress()
    }
}

/// What differs between two tenants.
#[derive(Clone, Debug)]
pub struct Compared(Comparison);

impl Compared {
    /// As it is shown, under a title.
    pub fn view(&self, words: Words, title: String) -> ComparisonView {
        foresight::comparison(words, &self.0, title)
    }
}

impl Session {
    /// Begins to hold the tenant as it is against another; none where there is no such other.
    pub fn contrast(&self, against: Against) -> Option<Contrast> {
        let now = || self.tenant().clone();
        let contrasting = match against {
            // What was comes before what is; what could be comes after it.
            Against::Moment(position) => Contrasting::of(self.tenant_at(position)?, now()),
            Against::Branch(at) => Contrasting::of(now(), self.tenant_of_branch(at)?),
            Against::Rules(rules) => Some(Contrasting::under(self.tenant(), rules)),
        };
        contrasting.map(Contrast)
    }

    /// Begins to hold the tenant as it is against that of another session; none where the two do not have the same users
    /// and groups.
    pub fn contrast_with(&self, other: &Session) -> Option<Contrast> {
        Contrasting::of(self.tenant().clone(), other.tenant().clone()).map(Contrast)
    }

    /// The tenant at the end of a way that was left.
    fn tenant_of_branch(&self, at: usize) -> Option<Tenant> {
        let mut history = self.history().clone();
        history.take_branch(at).then(|| history.tenant().clone())
    }
}
