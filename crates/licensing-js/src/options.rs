//! The options of a new lab.

use licensing_core::shape::is_dns_name;
use licensing_core::state::check_settings;
use licensing_core::{StateError, Tenant};
use licensing_model::{CountryCode, RuleSet, TenantSettings};
use serde_json::Value;

use crate::argument::{Given, Result, object, text, texts, whole};
use crate::misuse::Misuse;

/// Reads the constructor's options; what is left out is as a new tenant has it.
pub(crate) fn settings(options: &Given) -> Result<TenantSettings> {
    let mut settings = TenantSettings::default();
    if options.is_none() {
        return Ok(settings);
    }
    const KNOWN: &[&str] = &["rules", "countryLetterCode", "domain", "domains", "workers"];
    let fields = object("options", options.as_ref(), KNOWN, "an object")?;
    let given = |name: &str| fields.get(name);
    if let Some(rules) = given("rules") {
        settings.rules = rule_set("rules", Some(rules))?;
    }
    if let Some(country) = given("countryLetterCode") {
        settings.country = country_code(country)?;
    }
    if let Some(domain) = given("domain") {
        settings.initial_domain = text("domain", Some(domain))?;
    }
    if let Some(domains) = given("domains") {
        settings.domains = texts("domains", Some(domains))?;
    }
    if !is_dns_name(&settings.initial_domain) {
        return Err(Misuse::Argument { name: "domain", expected: "a domain, such as contoso.onmicrosoft.com" });
    }
    if !settings.domains.iter().all(|domain| is_dns_name(domain)) {
        return Err(Misuse::Argument { name: "domains", expected: "a list of domains, such as [\"contoso.com\"]" });
    }
    const WORKERS: &str = "a whole number from 1 to 8";
    if let Some(workers) = given("workers") {
        settings.workers = whole("workers", Some(workers), Tenant::MOST_WORKERS, WORKERS)?;
    }
    match check_settings(&settings) {
        Ok(()) => Ok(settings),
        Err(StateError { part: "settings.workers", .. }) => {
            Err(Misuse::Argument { name: "workers", expected: WORKERS })
        }
        Err(_) => Err(Misuse::Argument {
            name: "domains",
            expected: "a list of less than 5,000, without the same domain twice",
        }),
    }
}

/// `2019` or `today`.
pub(crate) fn rule_set(name: &'static str, given: Option<&Value>) -> Result<RuleSet> {
    let found = RuleSet::ALL.into_iter().find(|rules| given.and_then(Value::as_str) == Some(rules.name()));
    found.ok_or(Misuse::Argument { name, expected: "\"2019\" or \"today\"" })
}

fn country_code(given: &Value) -> Result<CountryCode> {
    let code = given.as_str().and_then(|code| code.parse().ok());
    code.ok_or(Misuse::Argument { name: "countryLetterCode", expected: "two letters, such as NL" })
}
