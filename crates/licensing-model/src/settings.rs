//! What a tenant starts with.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::country::CountryCode;
use crate::rule_set::RuleSet;

/// How a new tenant begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenantSettings {
    /// What every id of the tenant is derived from (R16).
    pub seed: u64,
    /// The rules it lives under (R15).
    pub rules: RuleSet,
    /// Where users without a usage location count as being (R5.1).
    pub country: CountryCode,
    /// The domain that the tenant was created with; it is verified, and nickname addresses stand in it (R9.1).
    pub initial_domain: String,
    /// Further verified domains.
    pub domains: Vec<String>,
    /// How many workers process the queue (R2.3).
    pub workers: u8,
}

impl Default for TenantSettings {
    fn default() -> Self {
        TenantSettings {
            seed: 1,
            rules: RuleSet::Rules2019,
            country: CountryCode::NL,
            initial_domain: "contoso.onmicrosoft.com".to_string(),
            domains: Vec::new(),
            workers: 1,
        }
    }
}
