//! What a document calls its users, groups, products and plans, for what stands around it.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use licensing_core::Action;
use licensing_model::{Catalog, CountryCode, GroupId, PlanId, ProductId, UserId};

use super::keys_of;
use super::read::{Reader, Result};
use super::words;
use super::writer::Writer;
use crate::json::{Line, Node};
use crate::scenario::Scenario;
use crate::v1::document::{Base, Document};

/// The names of a scenario: what values around it are read and written by.
#[derive(Clone, Debug)]
pub struct Naming {
    reader: Reader,
}

impl Naming {
    pub(crate) fn of(reader: Reader) -> Naming {
        Naming { reader }
    }

    /// The names of a scenario that was not read from a text.
    pub fn of_scenario(scenario: Scenario, catalog: &Catalog) -> Naming {
        let document = Document::from(scenario);
        let (users, groups) = keys_of(&document);
        let mut reader = Reader::named(catalog, users, groups);
        if let Base::State(state) = &document.base {
            reader.names.add(&state.own);
        }
        Naming { reader }
    }

    /// The user that a text names.
    pub fn user(&self, node: Node<'_>) -> Result<UserId> {
        self.reader.users.number("user", node).map(UserId::from_raw)
    }

    /// The group that a text names.
    pub fn group(&self, node: Node<'_>) -> Result<GroupId> {
        self.reader.groups.number("group", node).map(GroupId::from_raw)
    }

    /// The product that a part number names.
    pub fn product(&self, node: Node<'_>) -> Result<ProductId> {
        self.reader.names.product(node).map(ProductId::from_raw)
    }

    /// The plan that a technical name names.
    pub fn plan(&self, node: Node<'_>) -> Result<PlanId> {
        self.reader.names.plan(node).map(PlanId::from_raw)
    }

    /// The country of two letters.
    pub fn country(&self, node: Node<'_>) -> Result<CountryCode> {
        let meaningless = || node.error(alloc::string::String::from("no such country"));
        CountryCode::from_number(words::country(node)? as usize).ok_or_else(meaningless)
    }

    /// A list of actions; what they create is named for those that follow.
    pub fn actions(&self, node: Node<'_>) -> Result<Vec<Action>> {
        let mut reader = self.reader.clone();
        reader.name_created(node)?;
        node.elements()?.map(|action| reader.action(action)).collect()
    }

    /// What names a user.
    pub fn user_key(&self, user: UserId) -> Cow<'_, str> {
        self.reader.users.key(user.raw())
    }

    /// What names a group.
    pub fn group_key(&self, group: GroupId) -> Cow<'_, str> {
        self.reader.groups.key(group.raw())
    }

    /// What names a product.
    pub fn product_key(&self, product: ProductId) -> Cow<'_, str> {
        self.reader.names.product_key(product.raw())
    }

    /// What names a plan.
    pub fn plan_key(&self, plan: PlanId) -> Cow<'_, str> {
        self.reader.names.plan_key(plan.raw())
    }

    /// Writes a list of actions.
    pub fn write_actions(&self, line: &mut Line, actions: &[Action]) {
        let Reader { names, users, groups, .. } = self.reader.clone();
        let mut writer = Writer { names, users, groups };
        super::name_created(actions, &mut writer.users, &mut writer.groups);
        line.list(actions, |line, action| writer.action(line, action));
    }
}
