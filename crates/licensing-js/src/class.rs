//! The class `Lab`: [`licensing_js::Lab`] with JavaScript's names. It adapts and decides nothing.

use std::cell::{OnceCell, RefCell, RefMut};
use std::sync::Arc;

use licensing_js::{Misuse, plain};
use licensing_model::Catalog;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

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

/// A simulated tenant; `licensing-lab.d.ts` says what each method takes and gives.
///
/// Arguments are read before the lab is borrowed: a getter of a script may well call the lab itself.
#[wasm_bindgen]
pub struct Lab {
    lab: RefCell<licensing_js::Lab>,
}

impl Lab {
    /// Takes hold of the lab, with room for whatever it does then.
    fn hold(&self) -> RefMut<'_, licensing_js::Lab> {
        plain::make_room();
        self.lab.borrow_mut()
    }
}

#[wasm_bindgen]
impl Lab {
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue) -> Result<Lab, JsError> {
        let options = plain::given(&options)?;
        Ok(Lab { lab: RefCell::new(licensing_js::Lab::new(catalog()?, options)?) })
    }

    pub fn graph(&self, request: JsValue) -> Result<JsValue, JsError> {
        let answer = match plain::argument(&request) {
            Ok(request) => self.hold().graph(request),
            Err(why) => self.hold().unreadable(&why),
        };
        plain::result(&answer)
    }

    #[wasm_bindgen(js_name = setUnits)]
    pub fn set_units(&self, sku: JsValue, units: JsValue) -> Result<String, JsError> {
        let (sku, units) = (plain::given(&sku)?, plain::given(&units)?);
        Ok(self.hold().set_units(sku, units)?)
    }

    pub fn step(&self) -> Result<JsValue, JsError> {
        let taken = self.hold().step();
        plain::result(&taken)
    }

    pub fn settle(&self) -> Result<JsValue, JsError> {
        let settled = self.hold().settle();
        plain::result(&settled)
    }

    #[wasm_bindgen(js_name = reprocessGroup)]
    pub fn reprocess_group(&self, group: JsValue) -> Result<(), JsError> {
        let group = plain::given(&group)?;
        Ok(self.hold().reprocess_group(group)?)
    }

    #[wasm_bindgen(js_name = setRules)]
    pub fn set_rules(&self, rules: JsValue) -> Result<(), JsError> {
        let rules = plain::given(&rules)?;
        Ok(self.hold().set_rules(rules)?)
    }

    #[wasm_bindgen(js_name = addContact)]
    pub fn add_contact(&self, name: JsValue, addresses: JsValue) -> Result<String, JsError> {
        let (name, addresses) = (plain::given(&name)?, plain::given(&addresses)?);
        Ok(self.hold().add_contact(name, addresses)?)
    }

    #[wasm_bindgen(js_name = updateContact)]
    pub fn update_contact(&self, contact: JsValue, to: JsValue) -> Result<(), JsError> {
        let (contact, to) = (plain::given(&contact)?, plain::given(&to)?);
        Ok(self.hold().update_contact(contact, to)?)
    }

    #[wasm_bindgen(js_name = deleteContact)]
    pub fn delete_contact(&self, contact: JsValue) -> Result<(), JsError> {
        let contact = plain::given(&contact)?;
        Ok(self.hold().delete_contact(contact)?)
    }

    #[wasm_bindgen(js_name = setAddresses)]
    pub fn set_addresses(&self, user: JsValue, to: JsValue) -> Result<(), JsError> {
        let (user, to) = (plain::given(&user)?, plain::given(&to)?);
        Ok(self.hold().set_addresses(user, to)?)
    }

    #[wasm_bindgen(js_name = addServicePlan)]
    pub fn add_service_plan(&self, sku: JsValue, plan: JsValue) -> Result<(), JsError> {
        let (sku, plan) = (plain::given(&sku)?, plain::given(&plan)?);
        Ok(self.hold().add_service_plan(sku, plan)?)
    }

    pub fn advance(&self, days: JsValue) -> Result<bool, JsError> {
        let days = plain::given(&days)?;
        Ok(self.hold().advance(days)?)
    }

    pub fn explain(&self, user: JsValue, sku: JsValue, group: JsValue) -> Result<JsValue, JsError> {
        let (user, sku, group) = (plain::given(&user)?, plain::given(&sku)?, plain::given(&group)?);
        let trace = self.hold().explain(user, sku, group)?;
        plain::result(&trace)
    }

    pub fn preview(&self, request: JsValue) -> Result<JsValue, JsError> {
        let request = plain::given(&request)?;
        let preview = self.lab.borrow().preview(request)?;
        plain::result(&preview)
    }

    pub fn repairs(&self, user: JsValue, sku: JsValue, group: JsValue) -> Result<JsValue, JsError> {
        let (user, sku, group) = (plain::given(&user)?, plain::given(&sku)?, plain::given(&group)?);
        let repairs = self.lab.borrow().repairs(user, sku, group)?;
        plain::result(&repairs)
    }

    pub fn diff(&self, other: JsValue) -> Result<JsValue, JsError> {
        let other = plain::document(&other)?;
        let diff = self.lab.borrow().diff(other)?;
        plain::result(&diff)
    }

    pub fn scenario(&self) -> Result<JsValue, JsError> {
        let document = self.hold().scenario();
        plain::parsed(&document)
    }

    pub fn link(&self) -> Result<String, JsError> {
        Ok(self.hold().link()?)
    }

    #[wasm_bindgen(js_name = fromScenario)]
    pub fn from_scenario(document: JsValue) -> Result<Lab, JsError> {
        let document = plain::given(&document)?;
        Ok(Lab { lab: RefCell::new(licensing_js::Lab::from_scenario(catalog()?, document)?) })
    }

    #[wasm_bindgen(js_name = fromLink)]
    pub fn from_link(fragment: JsValue) -> Result<Lab, JsError> {
        let fragment = plain::link(&fragment)?;
        Ok(Lab { lab: RefCell::new(licensing_js::Lab::from_link(catalog()?, fragment)?) })
    }

    pub fn undo(&self) -> bool {
        self.hold().undo()
    }

    pub fn redo(&self) -> bool {
        self.hold().redo()
    }
}
