//! The smallest repairs of an error.

use licensing_core::Tenant;
use licensing_foresight::{Keep, Repairing, Repairs, Target};
use licensing_model::UserId;
use licensing_view::WhyTarget;
use licensing_view::foresight::{self, RepairsView};
use licensing_wording::Words;

use super::{AT_ONCE, percent};
use crate::session::Session;

/// A search for the repairs of an error, under way; to drop it is to cancel it.
#[derive(Debug)]
pub struct RepairSearch {
    tenant: Tenant,
    user: UserId,
    repairing: Repairing,
}

impl RepairSearch {
    /// Goes on for a little. Answers whether every way was tried.
    pub fn advance(&mut self) -> bool {
        self.repairing.advance(AT_ONCE)
    }

    /// How much of the work is done, in percent.
    pub fn percent(&self) -> usize {
        percent(self.repairing.progress())
    }

    /// What was found.
    pub fn finish(self) -> FoundRepairs {
        FoundRepairs { tenant: self.tenant, user: self.user, repairs: self.repairing.finish() }
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
