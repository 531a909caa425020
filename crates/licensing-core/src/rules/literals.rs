//! Templates and grounds in a few literals, for the tests of the checks.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use licensing_model::address::ProxyAddress;
use licensing_model::{PlanId, ProductId};

use super::attempt::{Attempt, Holding};
use super::facts::{Carried, Facts, FactsRef};
use super::ground::Addresses;
use super::tables::{Needs, Tables};
use crate::store::address_book::Mailbox;
use crate::store::id_set::{PlanSet, ProductSet};

/// A set of plans.
pub(super) fn plans(numbers: &[usize]) -> PlanSet {
    numbers.iter().map(|number| PlanId::at(*number)).collect()
}

/// A set of products.
pub(super) fn products(numbers: &[usize]) -> ProductSet {
    numbers.iter().map(|number| ProductId::at(*number)).collect()
}

/// Rows that count: exclusive pairs, and plans that need one of others.
pub(super) fn tables(pairs: &[(usize, usize)], needs: &[(usize, &[usize])]) -> Tables {
    let needs = needs.iter().zip(0..);
    let needs = needs.map(|((plan, any_of), row)| Needs { plan: PlanId::at(*plan), any_of: plans(any_of), row });
    Tables::of(pairs.iter().map(|(a, b)| (PlanId::at(*a), PlanId::at(*b))).collect(), needs.collect())
}

/// A template of products, each with the plans that are on; all of them give.
pub(super) fn template(tables: &Tables, carried: &[(usize, &[usize])]) -> Facts {
    let carried = carried.iter().map(|(product, on)| Carried {
        product: ProductId::at(*product),
        plans: plans(on),
        disabled: &PlanSet::EMPTY,
        gives: true,
    });
    Facts::compile(tables, carried)
}

/// One product with the plans that are on and those that are off.
pub(super) fn in_part(tables: &Tables, product: usize, on: &[usize], off: &[usize]) -> Facts {
    let (plans, disabled) = (plans(&[on, off].concat()), plans(off));
    let carried = Carried { product: ProductId::at(product), plans, disabled: &disabled, gives: true };
    Facts::compile(tables, core::iter::once(carried))
}

/// The same while the subscriptions give nothing (R8.4).
pub(super) fn suspended(tables: &Tables, carried: &[(usize, &[usize])]) -> Facts {
    let carried = carried.iter().map(|(product, on)| Carried {
        product: ProductId::at(*product),
        plans: plans(on),
        disabled: &PlanSet::EMPTY,
        gives: false,
    });
    Facts::compile(tables, carried)
}

/// Tries a change of one path beside one other path; the step began with what both have.
pub(super) fn attempt<T>(have: &Facts, want: &Facts, other: &Facts, ask: impl FnOnce(&Attempt) -> T) -> T {
    let began = Holding::default().with(other).with(have).products;
    attempt_since(&began, have, want, other, ask)
}

/// The same where the step began with other products.
pub(super) fn attempt_since<T>(
    began: &ProductSet,
    have: &Facts,
    want: &Facts,
    other: &Facts,
    ask: impl FnOnce(&Attempt) -> T,
) -> T {
    let holding = Holding::default().with(other);
    let others = || alloc::vec![FactsRef::Kept(other)];
    ask(&Attempt { holding: &holding, others: &others, began, have, want })
}

/// A user with these addresses among others.
#[derive(Default)]
pub(super) struct Person {
    /// `userPrincipalName`.
    pub(super) principal_name: &'static str,
    /// `mailNickname`.
    pub(super) nickname: &'static str,
    /// `proxyAddresses`, and `mail` if there is a primary one.
    pub(super) held: &'static [&'static str],
    /// What others hold.
    pub(super) taken: &'static [&'static str],
}

impl Addresses for Person {
    fn ordinary(&self) -> Option<bool> {
        None
    }

    fn mailbox(&self) -> Mailbox {
        let proxy_addresses: Vec<_> = self.held.iter().map(|text| ProxyAddress::parse(text)).collect();
        let primary = proxy_addresses.iter().find(|proxy| proxy.primary);
        Mailbox { mail: primary.map(|proxy| proxy.address.clone()), proxy_addresses }
    }

    fn calculated(&self) -> Mailbox {
        Mailbox::default()
    }

    fn principal_name(&self) -> String {
        self.principal_name.to_string()
    }

    fn nickname_addresses(&self) -> [String; 2] {
        [alloc::format!("{}@initial", self.nickname), alloc::format!("{}0007@initial", self.nickname)]
    }

    fn is_verified(&self, address: &str) -> bool {
        !address.ends_with("@elsewhere")
    }

    fn is_taken(&self, address: &str) -> bool {
        self.taken.contains(&address)
    }
}
