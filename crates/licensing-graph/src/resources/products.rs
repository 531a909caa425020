//! Products of the tenant (`subscribedSku`), and what a user holds of them (`licenseDetails`).

use licensing_core::{EffectiveLicense, Tenant};
use licensing_model::guid::GuidKind;
use licensing_model::{PlanId, ProductId, UserId};
use serde_json::{Value, json};

use super::{organization, sku_id};
use crate::schema::{Kind, Property, Schema};

/// The types of a collection of these.
pub(crate) static TYPES: &[&Schema] = &[&SCHEMA];

/// `subscribedSku`.
pub(crate) static SCHEMA: Schema = Schema {
    type_name: "microsoft.graph.subscribedSku",
    resource: "SubscribedSku",
    properties: &[
        Property::always("accountName", Kind::Text),
        Property::always("accountId", Kind::Text),
        Property::always("appliesTo", Kind::Text),
        Property::always("capabilityStatus", Kind::Text),
        Property::always("consumedUnits", Kind::Number),
        Property::always("id", Kind::Text),
        Property::always("skuId", Kind::Id),
        Property::always("skuPartNumber", Kind::Text),
        Property::always("prepaidUnits", Kind::One(UNITS)),
        Property::always("servicePlans", Kind::Many(PLAN)),
    ],
    empty: &[],
    not_simulated: &["subscriptionIds"],
};

/// The types of `licenseDetails`.
pub(crate) static LICENSE_TYPES: &[&Schema] = &[&LICENSE_DETAILS];

/// `licenseDetails`.
pub(crate) static LICENSE_DETAILS: Schema = Schema {
    type_name: "microsoft.graph.licenseDetails",
    resource: "LicenseDetails",
    properties: &[
        Property::always("id", Kind::Text),
        Property::always("skuId", Kind::Id),
        Property::always("skuPartNumber", Kind::Text),
        Property::always("servicePlans", Kind::Many(PLAN)),
    ],
    empty: &[],
    not_simulated: &[],
};

const UNITS: &[Property] = &[
    Property::always("enabled", Kind::Number),
    Property::always("suspended", Kind::Number),
    Property::always("warning", Kind::Number),
    Property::always("lockedOut", Kind::Number),
];

const PLAN: &[Property] = &[
    Property::always("servicePlanId", Kind::Id),
    Property::always("servicePlanName", Kind::Text),
    Property::always("provisioningStatus", Kind::Text),
    Property::always("appliesTo", Kind::Text),
];

/// `{tenantId}_{skuId}`.
pub(crate) fn id(tenant: &Tenant, product: ProductId) -> Option<String> {
    sku_id(tenant, product).map(|sku| format!("{}_{sku}", organization::id(tenant)))
}

/// The product of the tenant with this id.
pub(crate) fn find(tenant: &Tenant, id: &str) -> Option<ProductId> {
    let (account, sku) = id.split_once('_')?;
    let product = tenant.catalog().product_by_guid(licensing_model::Guid::from_plain(sku)?)?;
    let own = account.eq_ignore_ascii_case(&organization::id(tenant)) && tenant.product(product).is_some();
    own.then_some(product)
}

/// A property of a product.
pub(crate) fn property(tenant: &Tenant, product: ProductId, property: &str) -> Value {
    let Some(details) = tenant.product(product) else { return Value::Null };
    let info = tenant.catalog().product(product);
    match property {
        "accountName" => organization::name(tenant).into(),
        "accountId" => organization::id(tenant).into(),
        // The catalog does not tell which few products are sold to a company as a whole.
        "appliesTo" => "User".into(),
        "capabilityStatus" => details.status.name().into(),
        "consumedUnits" => details.consumed.into(),
        "id" => id(tenant, product).into(),
        "skuId" => sku_id(tenant, product).into(),
        "skuPartNumber" => info.map(|info| info.part_number.as_str()).into(),
        "prepaidUnits" => json!({
            "enabled": details.units.enabled,
            "suspended": details.units.suspended,
            "warning": details.units.warning,
            "lockedOut": details.units.locked_out,
        }),
        "servicePlans" => details.plans.iter().filter_map(|plan| service_plan(tenant, *plan, "Success")).collect(),
        _ => Value::Null,
    }
}

fn service_plan(tenant: &Tenant, plan: PlanId, status: &str) -> Option<Value> {
    let info = tenant.catalog().plan(plan)?;
    Some(json!({
        "servicePlanId": info.guid.to_string(),
        "servicePlanName": info.name,
        "provisioningStatus": status,
        "appliesTo": if info.company_wide { "Company" } else { "User" },
    }))
}

/// A property of what a user holds of a product.
pub(crate) fn license_property(tenant: &Tenant, user: UserId, license: &EffectiveLicense, property: &str) -> Value {
    let Some(details) = tenant.product(license.product) else { return Value::Null };
    match property {
        "id" => {
            let user = tenant.guid(GuidKind::User, user.raw());
            sku_id(tenant, license.product).map(|sku| format!("{user}_{sku}")).into()
        }
        "skuId" => sku_id(tenant, license.product).into(),
        "skuPartNumber" => tenant.catalog().product(license.product).map(|info| info.part_number.as_str()).into(),
        "servicePlans" => {
            let status = |plan: &PlanId| {
                // R8.4: a product that gives nothing now keeps its seats and withholds its plans.
                let given = details.status.gives_plans() && !license.disabled.contains(plan);
                if given { "Success" } else { "Disabled" }
            };
            details.plans.iter().filter_map(|plan| service_plan(tenant, *plan, status(plan))).collect()
        }
        _ => Value::Null,
    }
}
