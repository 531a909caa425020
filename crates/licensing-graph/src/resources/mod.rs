//! Resources: what Graph shows of the tenant's objects.

pub(crate) mod audit;
pub(crate) mod contacts;
pub(crate) mod domains;
pub(crate) mod groups;
pub(crate) mod organization;
pub(crate) mod products;
pub(crate) mod users;

use licensing_core::{EffectiveLicense, Tenant};
use licensing_model::{Member, PlanId, ProductId, UserId};
use serde_json::{Map, Value, json};

use crate::schema::{Schema, Shown};

/// One object, as a row of a collection or by itself.
#[derive(Debug)]
pub(crate) enum Row {
    Organization,
    Product(ProductId),
    User(UserId),
    Group(groups::GroupRow),
    Contact(contacts::ContactRow),
    Domain(String),
    License(UserId, EffectiveLicense),
    Event(Box<audit::EventRow>),
}

/// What can be a member, a membership or a deleted object.
pub(crate) static DIRECTORY_OBJECTS: &[&Schema] = &[&users::SCHEMA, &groups::SCHEMA];

impl From<Member> for Row {
    fn from(member: Member) -> Row {
        match member {
            Member::User(user) => Row::User(user),
            Member::Group(group) => Row::Group(groups::GroupRow::new(group)),
        }
    }
}

impl Row {
    /// What it looks like.
    pub(crate) fn schema(&self) -> &'static Schema {
        match self {
            Row::Organization => &organization::SCHEMA,
            Row::Product(_) => &products::SCHEMA,
            Row::User(_) => &users::SCHEMA,
            Row::Group(_) => &groups::SCHEMA,
            Row::Contact(_) => &contacts::SCHEMA,
            Row::Domain(_) => &domains::SCHEMA,
            Row::License(..) => &products::LICENSE_DETAILS,
            Row::Event(_) => &audit::SCHEMA,
        }
    }

    /// The value of one of its schema's properties, by its exact name.
    pub(crate) fn property(&self, tenant: &Tenant, name: &str) -> Value {
        match self {
            Row::Organization => organization::property(tenant, name),
            Row::Product(product) => products::property(tenant, *product, name),
            Row::User(user) => users::property(tenant, *user, name),
            Row::Group(group) => group.property(tenant, name),
            Row::Contact(contact) => contact.property(tenant, name),
            Row::Domain(domain) => domains::property(tenant, domain, name),
            Row::License(user, license) => products::license_property(tenant, *user, license, name),
            Row::Event(event) => event.property(tenant, name),
        }
    }

    /// The object with the properties that are named, or with those that are always there.
    pub(crate) fn show(&self, tenant: &Tenant, select: Option<&[&'static str]>) -> Map<String, Value> {
        let schema = self.schema();
        let mut shown = Map::new();
        let mut put = |name: &'static str| shown.insert(name.to_string(), self.property(tenant, name));
        match select {
            None => {
                for property in schema.properties.iter().filter(|property| property.shown == Shown::Always) {
                    put(property.name);
                }
            }
            Some(names) => {
                for name in names {
                    match schema.property(name) {
                        Some(property) if property.shown != Shown::Never => put(property.name),
                        Some(_) => None,
                        None => schema.empty_property(name).and_then(&mut put),
                    };
                }
            }
        }
        shown
    }
}

/// `servicePlanId`s; plans that are not loaded are left out.
pub(crate) fn plan_ids(tenant: &Tenant, plans: impl IntoIterator<Item = PlanId>) -> Value {
    let known = plans.into_iter().filter_map(|plan| tenant.catalog().plan(plan));
    known.map(|plan| plan.guid.to_string()).collect()
}

/// `skuId`, if the product is loaded.
pub(crate) fn sku_id(tenant: &Tenant, product: ProductId) -> Option<String> {
    tenant.catalog().product(product).map(|product| product.guid.to_string())
}

/// `assignedLicense`.
pub(crate) fn assigned_license(
    tenant: &Tenant,
    product: ProductId,
    disabled: impl IntoIterator<Item = PlanId>,
) -> Value {
    json!({ "disabledPlans": plan_ids(tenant, disabled), "skuId": sku_id(tenant, product) })
}
