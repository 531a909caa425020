//! `organization`: the tenant itself.

use licensing_core::shape;
use licensing_model::{CountryCode, Guid};

use crate::error::{Fault, Problem, Unique, Wanted};
use crate::json::Node;
use crate::read::fields::{Fields, Ignored};
use crate::read::path::At;
use crate::read::values;

/// The tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Organization {
    pub(crate) id: Guid,
    pub(crate) country: Option<CountryCode>,
    /// The initial one first; none where the file does not list them.
    pub(crate) domains: Vec<String>,
    pub(crate) line: u32,
}

/// Reads the tenant.
pub(crate) fn read(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<Organization, Problem> {
    let fields = Fields::of(node, at)?;
    fields.pass_over("organization", &["id", "countryLetterCode", "verifiedDomains"], &[], ignored);
    let mut domains = fields.list("verifiedDomains", |node, at| domain(node, at, ignored))?.unwrap_or_default();
    // The initial one comes first, the others stay as they are.
    domains.sort_by_key(|(_, is_initial)| !is_initial);
    let domains: Vec<String> = domains.into_iter().map(|(name, _)| name).collect();
    if let Some(twice) = repeated(&domains) {
        let value = crate::error::brief(&twice);
        return Err(fields.problem_of("verifiedDomains", Fault::Repeated { what: Unique::Domain, value, first: None }));
    }
    Ok(Organization {
        id: fields.required("id", values::guid)?,
        country: fields.nullable("countryLetterCode", values::country)?,
        domains,
        line: fields.line(),
    })
}

fn domain(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<(String, bool), Problem> {
    let fields = Fields::of(node, at)?;
    fields.pass_over("verifiedDomain", &["name", "isInitial", "isDefault", "type", "capabilities"], &[], ignored);
    let name = fields.required("name", domain_name)?;
    Ok((name.to_string(), fields.nullable("isInitial", values::flag)?.unwrap_or_default()))
}

fn domain_name<'n>(node: &'n Node, at: &At<'_>) -> Result<&'n str, Problem> {
    let name = values::name(node, at)?;
    if shape::is_domain(name) { Ok(name) } else { Err(values::expected(node, at, Wanted::Domain)) }
}

fn repeated(domains: &[String]) -> Option<String> {
    let mut sorted: Vec<String> = domains.iter().map(|domain| domain.to_lowercase()).collect();
    sorted.sort_unstable();
    sorted.windows(2).find(|pair| pair.first() == pair.last())?.first().cloned()
}
