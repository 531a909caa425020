//! The methods by name, for whoever offers them all in one go.

use serde_json::Value;

use crate::argument::{Given, Result};
use crate::calls;
use crate::document;
use crate::foresight;
use crate::subject::Subject;

macro_rules! methods {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// A method of a lab, but for `undo` and `redo`, which whoever holds the history has of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Method {
            $($(#[$doc])* $variant),+
        }

        impl Method {
            /// All of them.
            pub const ALL: &[Method] = &[$(Method::$variant),+];

            /// The name that scripts call it by.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Method::$variant => $name),+
                }
            }
        }
    };
}

methods! {
    /// One Graph request.
    Graph = "graph",
    /// Buys or changes a subscription.
    SetUnits = "setUnits",
    /// One step of the background.
    Step = "step",
    /// Steps until idle.
    Settle = "settle",
    /// The portal's button.
    ReprocessGroup = "reprocessGroup",
    /// Switches the rule set.
    SetRules = "setRules",
    /// Creates a contact.
    AddContact = "addContact",
    /// Changes a contact.
    UpdateContact = "updateContact",
    /// Deletes a contact.
    DeleteContact = "deleteContact",
    /// Sets a user's addresses.
    SetAddresses = "setAddresses",
    /// Microsoft adds a plan to a product.
    AddServicePlan = "addServicePlan",
    /// Lets days pass.
    Advance = "advance",
    /// Why a path is as it is.
    Explain = "explain",
    /// What a request would lead to.
    Preview = "preview",
    /// The smallest repairs of a path.
    Repairs = "repairs",
    /// What differs from another tenant.
    Diff = "diff",
    /// The whole tenant as a document.
    Scenario = "scenario",
    /// The fragment of a share link.
    Link = "link",
}

impl Method {
    /// The most arguments that a method takes.
    pub const MOST_ARGUMENTS: usize = 3;

    /// The method that scripts call `name`.
    pub fn named(name: &str) -> Option<Method> {
        Method::ALL.iter().copied().find(|method| method.name() == name)
    }

    /// Calls the method with the arguments as a script gives them; those beyond what it takes are not looked at. What
    /// it gives is nothing for a method that gives `undefined`.
    pub fn call(self, lab: &mut impl Subject, arguments: &[Given; Method::MOST_ARGUMENTS]) -> Result<Given> {
        let [first, second, third] = arguments;
        Ok(match self {
            Method::Graph => Some(calls::graph(lab, first)),
            Method::SetUnits => Some(Value::String(calls::set_units(lab, first, second)?)),
            Method::Step => Some(calls::step(lab)),
            Method::Settle => Some(calls::settle(lab)),
            Method::ReprocessGroup => nothing(calls::reprocess_group(lab, first)?),
            Method::SetRules => nothing(calls::set_rules(lab, first)?),
            Method::AddContact => Some(Value::String(calls::add_contact(lab, first, second)?)),
            Method::UpdateContact => nothing(calls::update_contact(lab, first, second)?),
            Method::DeleteContact => nothing(calls::delete_contact(lab, first)?),
            Method::SetAddresses => nothing(calls::set_addresses(lab, first, second)?),
            Method::AddServicePlan => nothing(calls::add_service_plan(lab, first, second)?),
            Method::Advance => Some(Value::Bool(calls::advance(lab, first)?)),
            Method::Explain => Some(calls::explain(lab, first, second, third)?),
            Method::Preview => Some(foresight::preview(lab, first)?),
            Method::Repairs => Some(foresight::repairs(lab, first, second, third)?),
            Method::Diff => Some(foresight::diff(lab, first)?),
            Method::Scenario => Some(document::value(&document::scenario(lab))?),
            Method::Link => Some(Value::String(document::share(lab)?)),
        })
    }
}

/// What a method without a result gives.
fn nothing((): ()) -> Given {
    None
}
