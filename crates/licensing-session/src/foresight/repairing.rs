//! The smallest repairs of an error.

use std::convert::Infallible;

use licensing_core::Tenant;
use licensing_foresight::{Keep, Repairing, Repairs, Target};
use licensing_model::Sliced;
use licensing_model::UserId;
use licensing_view::WhyTarget;
use licensing_view::foresight::{self, RepairsView};
use licensing_wording::Words;

use crate::session::Session;

/// A search for the repairs of an error, under way; to drop it is to cancel it.
#[derive(Debug)]
pub struct RepairSearch {
    tenant: Tenant,
    user: UserId,
    repairing: Repairing,
}

impl RepairSearch {
    /// What was found.
    pub fn finish(self) -> FoundRepairs {
        FoundRepairs { tenant: self.tenant, user: self.user, repairs: self.repairing.finish() }
    }
}

impl Sliced for RepairSearch {
    type Fault = Infallible;

    /// Goes on for so many steps or users. Answers whether every way was tried.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.repairing.advance(work)
    }

    fn progress(&self) -> (usize, usize) {
        self.repairing.progress()
    }
}

/// The repairs of an error, for the tenant as it was when they were looked for.
#[derive(Clone, Debug)]
pub struct FoundRepairs {
    tenant: Tenant,
    user: UserId,
    repairs: Repairs,
}

impl FoundRepairs {
    /// As they are shown.
    pub fn view(&self, words: Words) -> RepairsView {
        foresight::repairs(words, &self.tenant, self.user, &self.repairs)
    }
}

impl Session {
    /// Begins to look for repairs of a path, those first that keep what `keep` names first; none where it is not in
    /// error.
    pub fn repairing(&self, target: WhyTarget, keep: &[Keep]) -> Option<RepairSearch> {
        let WhyTarget { user, product, path } = target;
        let repairing = Repairing::new(self.tenant(), Target { user, product, path }, keep)?;
        Some(RepairSearch { tenant: self.tenant().clone(), user, repairing })
    }
}
