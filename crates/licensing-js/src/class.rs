//! The class `Lab`: [`licensing_js::Lab`] with JavaScript's names. It adapts and decides nothing.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use licensing_js::{Given, Misuse};
use licensing_model::Catalog;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

use crate::plain;

thread_local! {
    /// Unpacked once for all labs.
    static CATALOG: OnceCell<Arc<Catalog>> = const { OnceCell::new() };
}

fn catalog() -> Result<Arc<Catalog>, Misuse> {
    CATALOG.with(|cell| match cell.get() {
        Some(catalog) => Ok(Arc::clone(catalog)),
        None => licensing_js::catalog().map(|catalog| Arc::clone(cell.get_or_init(|| catalog))),
    })
}

fn given(value: &JsValue) -> Result<Given, JsError> {
    plain::argument(value).map_err(|why| JsError::new(&format!("an argument cannot be read: {why}")))
}

/// A simulated tenant; `licensing-lab.d.ts` says what each method takes and gives.
///
/// Arguments are read before the lab is borrowed: a getter of a script may well call the lab itself.
#[wasm_bindgen]
pub struct Lab {
    lab: RefCell<licensing_js::Lab>,
}

#[wasm_bindgen]
impl Lab {
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue) -> Result<Lab, JsError> {
        let options = given(&options)?;
        Ok(Lab { lab: RefCell::new(licensing_js::Lab::new(catalog()?, options)?) })
    }

    pub fn graph(&self, request: JsValue) -> Result<JsValue, JsError> {
        let answer = match plain::argument(&request) {
            Ok(request) => self.lab.borrow_mut().graph(request),
            Err(why) => self.lab.borrow().refuse(&format!("The request cannot be read: {why}.")),
        };
        plain::result(&answer)
    }

    #[wasm_bindgen(js_name = setUnits)]
    pub fn set_units(&self, sku: JsValue, units: JsValue) -> Result<String, JsError> {
        let (sku, units) = (given(&sku)?, given(&units)?);
        Ok(self.lab.borrow_mut().set_units(sku, units)?)
    }

    pub fn step(&self) -> Result<JsValue, JsError> {
        let taken = self.lab.borrow_mut().step();
        plain::result(&taken)
    }

    pub fn settle(&self) -> Result<JsValue, JsError> {
        let settled = self.lab.borrow_mut().settle();
        plain::result(&settled)
    }

    #[wasm_bindgen(js_name = reprocessGroup)]
    pub fn reprocess_group(&self, group: JsValue) -> Result<(), JsError> {
        let group = given(&group)?;
        Ok(self.lab.borrow_mut().reprocess_group(group)?)
    }

    #[wasm_bindgen(js_name = setRules)]
    pub fn set_rules(&self, rules: JsValue) -> Result<(), JsError> {
        let rules = given(&rules)?;
        Ok(self.lab.borrow_mut().set_rules(rules)?)
    }

    #[wasm_bindgen(js_name = addContact)]
    pub fn add_contact(&self, name: JsValue, addresses: JsValue) -> Result<String, JsError> {
        let (name, addresses) = (given(&name)?, given(&addresses)?);
        Ok(self.lab.borrow_mut().add_contact(name, addresses)?)
    }

    #[wasm_bindgen(js_name = setAddresses)]
    pub fn set_addresses(&self, user: JsValue, to: JsValue) -> Result<(), JsError> {
        let (user, to) = (given(&user)?, given(&to)?);
        Ok(self.lab.borrow_mut().set_addresses(user, to)?)
    }

    #[wasm_bindgen(js_name = addServicePlan)]
    pub fn add_service_plan(&self, sku: JsValue, plan: JsValue) -> Result<(), JsError> {
        let (sku, plan) = (given(&sku)?, given(&plan)?);
        Ok(self.lab.borrow_mut().add_service_plan(sku, plan)?)
    }

    pub fn advance(&self, days: JsValue) -> Result<(), JsError> {
        let days = given(&days)?;
        Ok(self.lab.borrow_mut().advance(days)?)
    }

    pub fn explain(&self, user: JsValue, sku: JsValue, group: JsValue) -> Result<JsValue, JsError> {
        let (user, sku, group) = (given(&user)?, given(&sku)?, given(&group)?);
        let trace = self.lab.borrow().explain(user, sku, group)?;
        plain::result(&trace)
    }

    pub fn undo(&self) -> bool {
        self.lab.borrow_mut().undo()
    }

    pub fn redo(&self) -> bool {
        self.lab.borrow_mut().redo()
    }
}
