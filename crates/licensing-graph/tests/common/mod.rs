//! A small tenant, and short ways to ask it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_core::{History, Tenant};
use licensing_graph::{Request, Response, handle};
use licensing_model::address::ProxyAddress;
use licensing_model::settings::TenantSettings;
use licensing_model::{Catalog, Command, ProductId, RuleSet, Units, UserId};
use serde_json::{Value, json};

/// A tenant and what to call its products.
pub(crate) struct World {
    pub(crate) lab: History,
    catalog: Arc<Catalog>,
}

impl World {
    /// A tenant with seats of some products.
    pub(crate) fn new(rules: RuleSet) -> World {
        let catalog = Arc::new(licensing_catalog::starter());
        let settings = TenantSettings { rules, domains: vec!["contoso.com".into()], ..TenantSettings::default() };
        let mut world = World { lab: History::new(Tenant::new(catalog.clone(), settings)), catalog };
        for (product, seats) in
            [("STANDARDPACK", 5), ("ENTERPRISEPACK", 2), ("WORKPLACE_ANALYTICS", 5), ("MCOMEETADV", 5)]
        {
            world.units(product, seats);
        }
        world
    }

    pub(crate) fn product(&self, part_number: &str) -> ProductId {
        self.catalog.product_by_part_number(part_number).unwrap()
    }

    pub(crate) fn sku(&self, part_number: &str) -> String {
        self.catalog.product(self.product(part_number)).unwrap().guid.to_string()
    }

    pub(crate) fn plan(&self, name: &str) -> String {
        self.catalog.plan(self.catalog.plan_by_name(name).unwrap()).unwrap().guid.to_string()
    }

    pub(crate) fn units(&mut self, part_number: &str, seats: u32) {
        let product = self.product(part_number);
        self.apply(Command::SetUnits(product, Units::enabled(seats)));
    }

    pub(crate) fn apply(&mut self, command: Command) {
        self.lab.apply(command).unwrap();
    }

    pub(crate) fn settle(&mut self) {
        assert!(self.lab.settle(10_000).idle);
    }

    pub(crate) fn contact(&mut self, name: &str, address: &str) {
        self.apply(Command::AddContact { name: name.into(), addresses: vec![ProxyAddress::parse(address)] });
    }

    pub(crate) fn addresses(&mut self, user: usize, addresses: &[&str]) {
        let proxy_addresses = Some(addresses.iter().map(|address| ProxyAddress::parse(address)).collect());
        self.apply(Command::SetAddresses { user: UserId::at(user), mail: None, proxy_addresses });
    }

    pub(crate) fn send(&mut self, request: Request) -> Response {
        handle(&mut self.lab, &request)
    }

    pub(crate) fn get(&mut self, url: &str) -> Response {
        self.send(Request::new("GET", url))
    }

    /// A GET with `ConsistencyLevel: eventual`.
    pub(crate) fn get_eventual(&mut self, url: &str) -> Response {
        self.send(Request::new("GET", url).header("consistencylevel", "eventual"))
    }

    pub(crate) fn post(&mut self, url: &str, body: Value) -> Response {
        self.send(Request::new("POST", url).body(body))
    }

    pub(crate) fn patch(&mut self, url: &str, body: Value) -> Response {
        self.send(Request::new("PATCH", url).body(body))
    }

    pub(crate) fn delete(&mut self, url: &str) -> Response {
        self.send(Request::new("DELETE", url))
    }

    /// A user in the Netherlands, by way of Graph; answers the id.
    pub(crate) fn user(&mut self, name: &str) -> String {
        let body = json!({
            "accountEnabled": true,
            "displayName": name,
            "mailNickname": name,
            "userPrincipalName": format!("{name}@contoso.onmicrosoft.com"),
            "usageLocation": "NL",
            "passwordProfile": { "forceChangePasswordNextSignIn": true, "password": "xWwvJ]6NMw+bWH-d" },
        });
        id(&self.post("/users", body), 201)
    }

    /// A security group, by way of Graph; answers the id.
    pub(crate) fn group(&mut self, name: &str) -> String {
        let body = json!({
            "displayName": name, "mailEnabled": false, "mailNickname": name, "securityEnabled": true, "groupTypes": [],
        });
        id(&self.post("/groups", body), 201)
    }

    pub(crate) fn join(&mut self, group: &str, member: &str) {
        let reference = format!("https://graph.microsoft.com/v1.0/directoryObjects/{member}");
        let answer = self.post(&format!("/groups/{group}/members/$ref"), json!({ "@odata.id": reference }));
        assert_eq!((answer.status, answer.body), (204, Value::Null));
    }

    /// `assignLicense` of `users/{id}` or `groups/{id}`.
    pub(crate) fn assign(&mut self, to: &str, add: &[&str], remove: &[&str]) -> Response {
        let add: Vec<_> = add.iter().map(|part| json!({ "disabledPlans": [], "skuId": self.sku(part) })).collect();
        let remove: Vec<_> = remove.iter().map(|part| self.sku(part)).collect();
        self.post(&format!("/{to}/assignLicense"), json!({ "addLicenses": add, "removeLicenses": remove }))
    }

    /// Sends a request that is refused, and checks that nothing changed by it.
    pub(crate) fn refused(&mut self, request: Request) -> (u16, String, String) {
        let before = self.lab.tenant().clone();
        let answer = self.send(request);
        assert_eq!(*self.lab.tenant(), before, "a refused request changes nothing (I4)");
        let error = answer.body["error"].as_object().unwrap_or_else(|| panic!("{answer:?} is no error"));
        assert!(error["innerError"]["request-id"].is_string() && error["innerError"]["date"].is_string());
        assert!(error["innerError"]["client-request-id"].is_string());
        let text = |name: &str| error[name].as_str().unwrap().to_string();
        (answer.status, text("code"), text("message"))
    }
}

/// The id in an answer of this status.
pub(crate) fn id(answer: &Response, status: u16) -> String {
    assert_eq!(answer.status, status, "{answer:?}");
    answer.body["id"].as_str().unwrap().to_string()
}

/// One property of each row of a collection.
pub(crate) fn column(answer: &Response, property: &str) -> Vec<String> {
    assert_eq!(answer.status, 200, "{answer:?}");
    let rows = answer.body["value"].as_array().unwrap();
    rows.iter().map(|row| row[property].as_str().unwrap_or("null").to_string()).collect()
}

/// The value of a header.
pub(crate) fn header<'a>(answer: &'a Response, name: &str) -> Option<&'a str> {
    answer.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}
