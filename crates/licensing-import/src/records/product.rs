//! `subscribedSku`.

use licensing_model::{Guid, Units};

use crate::error::{Counted, Fault, Problem};
use crate::json::Node;
use crate::read::fields::{Fields, Ignored};
use crate::read::path::At;
use crate::read::values;

/// A product of the tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Product {
    pub(crate) sku: Guid,
    pub(crate) part_number: Option<String>,
    pub(crate) units: Units,
    /// What the file says; it is counted anew.
    pub(crate) consumed: Option<u64>,
    /// Its plans; none where the file does not list them.
    pub(crate) plans: Option<Vec<Plan>>,
    pub(crate) line: u32,
}

/// A service plan of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) id: Guid,
    pub(crate) name: Option<String>,
    /// `appliesTo` is `Company`.
    pub(crate) company_wide: bool,
}

const READ: [&str; 5] = ["skuId", "skuPartNumber", "prepaidUnits", "consumedUnits", "servicePlans"];
const PLAN: [&str; 4] = ["servicePlanId", "servicePlanName", "provisioningStatus", "appliesTo"];

/// Reads a product.
pub(crate) fn read(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<Product, Problem> {
    let fields = Fields::of(node, at)?;
    fields.pass_over("subscribedSku", &READ, &[], ignored);
    Ok(Product {
        sku: fields.required("skuId", values::guid)?,
        part_number: fields.nullable("skuPartNumber", values::name)?.map(String::from),
        units: fields.required("prepaidUnits", |node, at| units(node, at, ignored))?,
        consumed: fields.nullable("consumedUnits", values::count)?,
        plans: fields.list("servicePlans", |node, at| plan(node, at, ignored))?,
        line: fields.line(),
    })
}

fn units(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<Units, Problem> {
    let fields = Fields::of(node, at)?;
    fields.pass_over("licenseUnitsDetail", &["enabled", "warning", "suspended", "lockedOut"], &[], ignored);
    let count = |name: &'static str| {
        let count = fields.nullable(name, values::count)?.unwrap_or_default();
        let fits = u32::try_from(count).ok().filter(|count| *count <= Units::LIMIT);
        fits.ok_or_else(|| {
            fields.problem_of(name, Fault::TooMany { what: Counted::Units, most: u64::from(Units::LIMIT) })
        })
    };
    Ok(Units {
        enabled: count("enabled")?,
        warning: count("warning")?,
        suspended: count("suspended")?,
        locked_out: count("lockedOut")?,
    })
}

fn plan(node: &Node, at: &At<'_>, ignored: &mut Ignored) -> Result<Plan, Problem> {
    let fields = Fields::of(node, at)?;
    fields.pass_over("servicePlanInfo", &PLAN, &[], ignored);
    Ok(Plan {
        name: fields.nullable("servicePlanName", values::name)?.map(String::from),
        company_wide: fields.nullable("appliesTo", values::text)?.is_some_and(|to| to.eq_ignore_ascii_case("Company")),
        id: fields.required("servicePlanId", values::guid)?,
    })
}
