//! What a template means, in a few bits: enough to see that no check can fail, and nothing more.
//!
//! Users are many, templates are few. For each template it is worked out once which products it holds and which plans of
//! exclusive pairs are on; what stands between two templates is one `and`. Where a bit is set that should not be, the
//! checks themselves decide.

use alloc::vec::Vec;

use licensing_model::{CountryCode, ProductId};

use super::facts::{CountrySet, Facts};
use super::tables::Tables;
use crate::store::id_set::PlanSet;

/// Bits of products that templates hold, by the order in which they were met; or of plans in exclusive pairs.
type Bits = u128;

/// A template in a few bits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Brief {
    products: Bits,
    /// Plans of pairs that are on.
    paired: Bits,
    /// Plans that exclude one of these.
    clash: Bits,
    /// Whether it gives a mailbox plan.
    mailbox: bool,
    /// Whether it is complete and without a clash by itself.
    sound: bool,
    /// Where it may be prohibited.
    suspect: CountrySet,
}

/// What a user holds over some paths, in the same bits.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct BriefHolding {
    products: Bits,
    paired: Bits,
    mailbox: bool,
}

impl BriefHolding {
    /// Adds a path in force.
    pub(crate) fn add(&mut self, path: &Brief) {
        self.products |= path.products;
        self.paired |= path.paired;
        self.mailbox |= path.mailbox;
    }

    /// Whether a mailbox plan is given.
    pub(crate) fn has_mailbox(&self) -> bool {
        self.mailbox
    }

    /// The products that another holding has and this one has not.
    pub(crate) fn missing_of(&self, other: &BriefHolding) -> ProductBits {
        ProductBits(other.products & !self.products)
    }
}

impl Brief {
    /// Whether a path that has nothing in force can take this on without failing R5, R6 or R7, beside what the user holds
    /// already. False says nothing.
    pub(crate) fn surely_fits(&self, holding: &BriefHolding, country: CountryCode) -> bool {
        self.sound && self.clash & holding.paired == 0 && !self.suspect.contains(country)
    }
}

/// Products, as numbers of [`Briefs::product`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProductBits(Bits);

impl Iterator for ProductBits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let first = self.0.trailing_zeros() as usize;
        self.0 &= self.0.wrapping_sub(1);
        Some(first)
    }
}

/// Briefs are derived: they do not count in comparisons.
impl PartialEq for Briefs {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Briefs {}

/// Templates in a few bits, filled as they are needed. It holds nothing that is not derived.
#[derive(Clone, Debug, Default)]
pub(crate) struct Briefs {
    products: Vec<ProductId>,
    briefs: Vec<Option<Brief>>,
    /// Whether there are more products than bits: then there are no briefs.
    full: bool,
}

impl Briefs {
    /// The template with this number, if it is there.
    #[inline]
    pub(crate) fn get(&self, template: u32) -> Option<&Brief> {
        self.briefs.get(template as usize)?.as_ref()
    }

    /// The product behind a bit.
    pub(crate) fn product(&self, bit: usize) -> Option<ProductId> {
        self.products.get(bit).copied()
    }

    /// Works a template out. Answers whether that was possible.
    pub(crate) fn put(&mut self, template: u32, facts: &Facts, tables: &Tables) -> bool {
        let mut products = 0;
        for held in &facts.products {
            let known = self.products.iter().position(|product| *product == held.product);
            let bit = known.unwrap_or_else(|| {
                self.products.push(held.product);
                self.products.len().saturating_sub(1)
            });
            products |= bit_at(bit);
        }
        let (paired, clash) = (bits_in(&facts.on, &tables.paired), bits_in(&facts.clash, &tables.paired));
        self.full |= self.products.len() > Bits::BITS as usize;
        let (Some(paired), Some(clash), false) = (paired, clash, self.full) else { return false };
        let at = template as usize;
        if self.briefs.len() <= at {
            self.briefs.resize(at.saturating_add(1), None);
        }
        if let Some(place) = self.briefs.get_mut(at) {
            let sound = facts.complete && !facts.clashes_within;
            let mailbox = tables.mailbox.intersects(&facts.given);
            *place = Some(Brief { products, paired, clash, mailbox, sound, suspect: facts.suspect });
        }
        true
    }
}

fn bit_at(bit: usize) -> Bits {
    u32::try_from(bit).ok().and_then(|bit| 1_u128.checked_shl(bit)).unwrap_or_default()
}

/// The plans of `set` by their places among `all`; none where there are more than bits.
fn bits_in(set: &PlanSet, all: &PlanSet) -> Option<Bits> {
    let mut bits = 0;
    for (plan, at) in all.iter().zip(0..) {
        if at >= Bits::BITS as usize {
            return None;
        }
        if set.contains(plan) {
            bits |= bit_at(at);
        }
    }
    Some(bits)
}

#[cfg(test)]
mod tests {
    use super::super::literals::{tables, template};
    use super::*;

    #[test]
    fn what_surely_fits_passes_the_checks_and_what_may_clash_does_not_surely_fit() {
        let tables = tables(&[(10, 20)], &[(30, &[31])]);
        let all = [
            template(&tables, &[(1, &[10])]),
            template(&tables, &[(2, &[20]), (3, &[40])]),
            template(&tables, &[(4, &[30])]),
            template(&tables, &[(5, &[10]), (6, &[20])]),
        ];
        let mut briefs = Briefs::default();
        assert!(all.iter().zip(0..).all(|(facts, number)| briefs.put(number, facts, &tables)));
        let holding = |numbers: &[u32]| {
            let mut holding = BriefHolding::default();
            numbers.iter().for_each(|number| holding.add(briefs.get(*number).unwrap()));
            holding
        };
        let fits = |number, held: &[u32]| briefs.get(number).unwrap().surely_fits(&holding(held), CountryCode::NL);
        assert!(fits(0, &[]) && fits(1, &[]) && fits(0, &[0]));
        assert!(!fits(1, &[0]) && !fits(0, &[1]), "10 and 20 exclude each other");
        assert!(!fits(2, &[]) && !fits(3, &[]), "incomplete, and a clash within");
        let missing = holding(&[0]).missing_of(&holding(&[0, 1]));
        let missing: Vec<_> = missing.filter_map(|bit| briefs.product(bit)).collect();
        assert_eq!(missing, [ProductId::at(2), ProductId::at(3)]);
    }

    #[test]
    fn more_products_than_bits_give_no_brief() {
        let tables = tables(&[], &[]);
        let mut briefs = Briefs::default();
        let made = (0..200).filter(|at| briefs.put(*at as u32, &template(&tables, &[(*at, &[1])]), &tables));
        assert_eq!(made.count(), 128);
    }
}
