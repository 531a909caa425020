//! The lab of a script: a tenant with its history, in which one call is one thing to undo.

use std::sync::Arc;

#[cfg(feature = "full-catalog")]
use licensing_core::membership;
use licensing_core::{History, Tenant};
use licensing_model::Catalog;
use serde_json::Value;

use crate::argument::{Given, Result};
use crate::{calls, document, foresight, options};

/// The full catalog, which every lab of a program can share.
#[cfg(feature = "full-catalog")]
pub fn catalog() -> Result<Arc<Catalog>> {
    let decoded = licensing_catalog::decode(licensing_catalog::FULL);
    let with_rules = |catalog| {
        Arc::new(Catalog { rules: Some(membership::READER), steps: Some(licensing_core::MANY_STEPS), ..catalog })
    };
    decoded.map(with_rules).map_err(|error| crate::Misuse::Catalog(error.to_string()))
}

/// A simulated tenant with undo and redo.
#[derive(Clone, Debug)]
pub struct Lab {
    history: History,
}

impl Lab {
    /// An empty tenant.
    pub fn new(catalog: Arc<Catalog>, options: Given) -> Result<Lab> {
        let tenant = Tenant::new(catalog, options::settings(&options)?);
        Ok(Lab { history: History::new(tenant) })
    }

    /// The tenant and what was done to it.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// One Graph request.
    pub fn graph(&mut self, request: Given) -> Value {
        self.call(|history| calls::graph(history, &request))
    }

    /// The answer to a request that cannot be read, with the reason.
    pub fn unreadable(&self, why: &str) -> Value {
        calls::unreadable(&self.history, why)
    }

    /// Buys or changes a subscription; gives the skuId.
    pub fn set_units(&mut self, sku: Given, units: Given) -> Result<String> {
        self.call(|history| calls::set_units(history, &sku, &units))
    }

    /// One step of the background; null when idle.
    pub fn step(&mut self) -> Value {
        self.call(calls::step)
    }

    /// Steps until idle.
    pub fn settle(&mut self) -> Value {
        self.call(calls::settle)
    }

    /// The portal's button.
    pub fn reprocess_group(&mut self, group: Given) -> Result<()> {
        self.call(|history| calls::reprocess_group(history, &group))
    }

    /// Switches the rule set.
    pub fn set_rules(&mut self, rules: Given) -> Result<()> {
        self.call(|history| calls::set_rules(history, &rules))
    }

    /// Creates a contact; gives its id.
    pub fn add_contact(&mut self, name: Given, addresses: Given) -> Result<String> {
        self.call(|history| calls::add_contact(history, &name, &addresses))
    }

    /// Changes a contact.
    pub fn update_contact(&mut self, contact: Given, to: Given) -> Result<()> {
        self.call(|history| calls::update_contact(history, &contact, &to))
    }

    /// Deletes a contact.
    pub fn delete_contact(&mut self, contact: Given) -> Result<()> {
        self.call(|history| calls::delete_contact(history, &contact))
    }

    /// Sets a user's addresses.
    pub fn set_addresses(&mut self, user: Given, to: Given) -> Result<()> {
        self.call(|history| calls::set_addresses(history, &user, &to))
    }

    /// Microsoft adds a plan to a product.
    pub fn add_service_plan(&mut self, sku: Given, plan: Given) -> Result<()> {
        self.call(|history| calls::add_service_plan(history, &sku, &plan))
    }

    /// Lets days pass; whether the clock has them.
    pub fn advance(&mut self, days: Given) -> Result<bool> {
        self.call(|history| calls::advance(history, &days))
    }

    /// Why a path is as it is; null where there is none.
    pub fn explain(&self, user: Given, sku: Given, group: Given) -> Result<Value> {
        calls::explain(&self.history, &user, &sku, &group)
    }

    /// What a request would be answered and lead to; nothing changes.
    pub fn preview(&self, request: Given) -> Result<Value> {
        foresight::preview(&self.history, &request)
    }

    /// The smallest repairs of a path; null where there is no such path.
    pub fn repairs(&self, user: Given, sku: Given, group: Given) -> Result<Value> {
        foresight::repairs(&self.history, &user, &sku, &group)
    }

    /// What differs between this tenant and that of a scenario document.
    pub fn diff(&self, other: Given) -> Result<Value> {
        foresight::diff(&self.history, &other)
    }

    /// The tenant of a scenario document. Its actions can be undone, one as one call.
    pub fn from_scenario(catalog: Arc<Catalog>, given: Given) -> Result<Lab> {
        Ok(Lab { history: document::from_scenario(&catalog, &given)? })
    }

    /// The tenant of a link.
    pub fn from_link(catalog: Arc<Catalog>, given: Given) -> Result<Lab> {
        Ok(Lab { history: document::from_link(&catalog, &given)? })
    }

    /// The whole tenant as the text of a scenario document.
    pub fn scenario(&self) -> String {
        document::scenario(&self.history)
    }

    /// The fragment of a share link to the tenant.
    pub fn link(&self) -> Result<String> {
        document::share(&self.history)
    }

    /// Takes back the last call that changed something. Answers whether there was one.
    pub fn undo(&mut self) -> bool {
        self.history.undo()
    }

    /// Does the call that was undone last again. Answers whether there was one.
    pub fn redo(&mut self) -> bool {
        self.history.redo()
    }

    /// One call: whatever it adds to the history is undone together.
    fn call<T>(&mut self, work: impl FnOnce(&mut History) -> T) -> T {
        let before = self.history.position();
        let result = work(&mut self.history);
        self.history.join_since(before);
        result
    }
}
