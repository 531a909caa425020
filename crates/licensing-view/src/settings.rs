//! What can be set of the tenant.

use licensing_core::Tenant;
use licensing_model::{CountryCode, RuleSet};
use licensing_wording::Words;

/// The settings of a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsView {
    /// Where users without a usage location count as being (R5.1).
    pub country: CountryCode,
    /// How many workers process the queue (R2.3).
    pub workers: u8,
    /// How many there can be.
    pub most_workers: u8,
    /// The simulated clock.
    pub clock: String,
    /// The rules that hold.
    pub rules: RuleSet,
}

/// The settings of `tenant`.
pub fn settings(tenant: &Tenant, words: Words) -> SettingsView {
    SettingsView {
        country: tenant.country(),
        workers: tenant.worker_count(),
        most_workers: Tenant::MOST_WORKERS,
        clock: words.moment(tenant.clock()),
        rules: tenant.rules(),
    }
}
