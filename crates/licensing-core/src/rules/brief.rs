//! What a template means, in a few bits: enough to judge most steps, and to know which the checks themselves have to judge.
//!
//! Users are many, templates are few. For each template it is worked out once which products it holds and which plans of
//! exclusive pairs are on; what stands between two templates is one `and`. Who meets what somebody met before fails as that
//! one did. Where bits do not tell, the checks decide.

use alloc::vec::Vec;

use licensing_model::{AssignmentError, CountryCode, ProductId};

use super::attempt::Failure;
use super::cause::Cause;
use super::exclusivity::clash;
use super::facts::{CountrySet, Facts};
use super::tables::Tables;
use crate::store::id_set::PlanSet;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;

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

/// What stands against a path that has nothing in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// R8: no seat of these products is free.
    NoSeat(ProductBits),
    /// R6: these plans of exclusive pairs are held, through products that the template does not hold.
    Exclusive(Bits),
}

/// What bits tell of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// No check of R5 to R8 can fail.
    Passes,
    /// The first check that fails fails by this.
    Fails(Obstacle),
    /// The checks have to judge.
    Unsure,
}

impl Brief {
    /// Whether it gives a mailbox plan.
    pub(crate) fn has_mailbox(&self) -> bool {
        self.mailbox
    }

    /// A path that has nothing in force, and shall have this, beside what the user holds. `is_free` says whether a seat is
    /// free of the product behind a bit.
    pub(crate) fn judge(
        &self,
        holding: &BriefHolding,
        country: CountryCode,
        is_free: impl Fn(usize) -> bool,
    ) -> Verdict {
        if self.suspect.contains(country) {
            return Verdict::Unsure;
        }
        let missing = self.products & !holding.products;
        let lacking = ProductBits(missing).filter(|bit| !is_free(*bit)).fold(0, |all, bit| all | bit_at(bit));
        if lacking != 0 {
            return Verdict::Fails(Obstacle::NoSeat(ProductBits(lacking)));
        }
        if !self.sound {
            return Verdict::Unsure;
        }
        let against = self.clash & holding.paired;
        if against == 0 {
            return Verdict::Passes;
        }
        // A pair counts where neither stands in the way already, and through two products.
        let is_plain = missing == self.products && self.paired & holding.paired == 0;
        if is_plain { Verdict::Fails(Obstacle::Exclusive(against)) } else { Verdict::Unsure }
    }

    /// A path that has something in force, and shall have this, beside what the user's other paths hold.
    pub(crate) fn judge_change(&self, change: &BriefChange, others: &BriefHolding, country: CountryCode) -> Verdict {
        let is_sure = self.sound
            && !self.suspect.contains(country)
            && change.clash & (others.paired | self.paired) == 0
            && (!change.loses_mailbox || others.mailbox);
        if is_sure { Verdict::Passes } else { Verdict::Unsure }
    }
}

/// What it means for a path to go from one template to another with the same products, of which no plan that is taken away
/// can be a prerequisite.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BriefChange {
    /// Plans that exclude one that is newly on.
    clash: Bits,
    /// Whether the mailbox plans are taken away.
    loses_mailbox: bool,
    /// R4.1: whether plans are taken away.
    pub(crate) takes: bool,
}

impl BriefChange {
    /// Works it out, where it is one.
    pub(crate) fn of(have: &Facts, want: &Facts, tables: &Tables, takes: bool) -> Option<BriefChange> {
        let lost = have.given.without(&want.given);
        let may_strand = tables.needs.iter().any(|needs| needs.any_of.intersects(&lost));
        let clash = bits_in(&tables.clashing_with(&want.on.without(&have.on)), &tables.paired)?;
        let loses_mailbox = tables.mailbox.intersects(&have.given) && !tables.mailbox.intersects(&want.given);
        (have.held == want.held && !may_strand).then_some(BriefChange { clash, loses_mailbox, takes })
    }
}

/// What a failure came to, for all who meet the same.
#[derive(Debug)]
pub(crate) struct KeptFailure {
    /// The rows.
    pub(crate) outcome: OutcomeId,
    /// What failed.
    pub(crate) failure: Failure,
}

/// Products, as numbers of [`Briefs::product`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Debug, Default)]
pub(crate) struct Briefs {
    products: Vec<ProductId>,
    briefs: Vec<Option<Brief>>,
    /// Whether there are more products than bits: then there are no briefs.
    full: bool,
    /// By template, what stood against it and what that came to.
    failures: Vec<Vec<(Obstacle, KeptFailure)>>,
    /// The newest changes from one template to another.
    changes: Vec<(TemplateId, TemplateId, BriefChange)>,
}

/// What somebody met is met again soon, and need not be copied.
impl Clone for Briefs {
    fn clone(&self) -> Self {
        let Briefs { products, briefs, full, .. } = self;
        Briefs { products: products.clone(), briefs: briefs.clone(), full: *full, ..Briefs::default() }
    }
}

/// So many are kept of each; more are worked out again.
const MOST_KEPT: usize = 64;

impl Briefs {
    /// The template, if it is there.
    #[inline]
    pub(crate) fn get(&self, template: TemplateId) -> Option<&Brief> {
        self.briefs.get(template.0 as usize)?.as_ref()
    }

    /// The product behind a bit.
    pub(crate) fn product(&self, bit: usize) -> Option<ProductId> {
        self.products.get(bit).copied()
    }

    /// The change from one template to another, if it is there.
    pub(crate) fn change(&self, have: TemplateId, want: TemplateId) -> Option<&BriefChange> {
        let found = self.changes.iter().find(|(from, to, _)| (*from, *to) == (have, want));
        found.map(|(_, _, change)| change)
    }

    /// Keeps a change.
    pub(crate) fn keep_change(&mut self, have: TemplateId, want: TemplateId, change: BriefChange) {
        if self.changes.len() >= MOST_KEPT {
            self.changes.clear();
        }
        self.changes.push((have, want, change));
    }

    /// What `obstacle` came to when it stood against the template.
    pub(crate) fn failure(&self, want: TemplateId, obstacle: Obstacle) -> Option<&KeptFailure> {
        let kept = self.failures.get(want.0 as usize)?;
        kept.iter().find(|(other, _)| *other == obstacle).map(|(_, kept)| kept)
    }

    /// Keeps what it came to.
    pub(crate) fn keep_failure(&mut self, want: TemplateId, obstacle: Obstacle, kept: KeptFailure) {
        let at = want.0 as usize;
        if self.failures.len() <= at {
            self.failures.resize_with(at.saturating_add(1), Vec::new);
        }
        if let Some(failures) = self.failures.get_mut(at) {
            if failures.len() >= MOST_KEPT {
                failures.clear();
            }
            failures.push((obstacle, kept));
        }
    }

    /// What a template fails with by `obstacle`.
    pub(crate) fn explain(&self, obstacle: Obstacle, want: &Facts, tables: &Tables) -> Option<Failure> {
        match obstacle {
            Obstacle::NoSeat(bits) => {
                let lacking = |product| bits.into_iter().any(|bit| self.product(bit) == Some(product));
                let products = want.products.iter().map(|facts| facts.product).filter(|product| lacking(*product));
                let marks = products.map(|product| (product, Cause::NoSeat)).collect();
                Failure::of(AssignmentError::CountViolation, marks).err()
            }
            Obstacle::Exclusive(bits) => {
                let held: PlanSet = plans_at(bits, &tables.paired);
                let counts = |&(a, b): &(_, _)| held.contains(a) || held.contains(b);
                Some(clash(want, want.pairs.iter().copied().filter(counts).collect()))
            }
        }
    }

    /// Works a template out. Answers whether that was possible.
    pub(crate) fn put(&mut self, template: TemplateId, facts: &Facts, tables: &Tables) -> bool {
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
        let at = template.0 as usize;
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

/// The plans of `all` at the places of these bits.
fn plans_at(bits: Bits, all: &PlanSet) -> PlanSet {
    all.iter().zip(0..).filter(|(_, at)| bits & bit_at(*at) != 0).map(|(plan, _)| plan).collect()
}

#[cfg(test)]
mod tests {
    use super::super::literals::{tables, template};
    use super::*;
    use licensing_model::PlanId;

    fn briefs(tables: &Tables, all: &[Facts]) -> Briefs {
        let mut briefs = Briefs::default();
        assert!(all.iter().zip(0..).all(|(facts, number)| briefs.put(TemplateId(number), facts, tables)));
        briefs
    }

    fn holding(briefs: &Briefs, numbers: &[u32]) -> BriefHolding {
        let mut holding = BriefHolding::default();
        numbers.iter().for_each(|number| holding.add(briefs.get(TemplateId(*number)).unwrap()));
        holding
    }

    #[test]
    fn bits_tell_what_passes_what_fails_and_what_the_checks_have_to_judge() {
        let tables = tables(&[(10, 20)], &[(30, &[31])]);
        let all = [
            template(&tables, &[(1, &[10])]),
            template(&tables, &[(2, &[20]), (3, &[40])]),
            template(&tables, &[(4, &[30])]),
            template(&tables, &[(5, &[10]), (6, &[20])]),
            template(&tables, &[(7, &[10])]),
            template(&tables, &[(1, &[20])]),
        ];
        let briefs = briefs(&tables, &all);
        let judge = |number, held: &[u32]| {
            let brief = briefs.get(TemplateId(number)).unwrap();
            brief.judge(&holding(&briefs, held), CountryCode::NL, |bit| bit != 6)
        };
        assert_eq!([judge(0, &[]), judge(1, &[]), judge(0, &[0])], [Verdict::Passes; 3]);
        assert_eq!([judge(2, &[]), judge(3, &[])], [Verdict::Unsure; 2], "incomplete, and a clash within");
        assert_eq!(judge(5, &[0]), Verdict::Unsure, "one product cannot clash with itself");
        let Verdict::Fails(obstacle @ Obstacle::Exclusive(_)) = judge(1, &[0]) else { panic!() };
        let failure = briefs.explain(obstacle, &all[1], &tables).unwrap();
        let cause = Cause::Exclusive { a: PlanId::at(10), b: PlanId::at(20) };
        assert_eq!(failure.marks, [(ProductId::at(2), cause)]);
        let Verdict::Fails(obstacle @ Obstacle::NoSeat(_)) = judge(4, &[1]) else { panic!() };
        let failure = briefs.explain(obstacle, &all[4], &tables).unwrap();
        assert_eq!(failure.marks, [(ProductId::at(7), Cause::NoSeat)]);
        let missing = holding(&briefs, &[0]).missing_of(&holding(&briefs, &[0, 1]));
        let missing: Vec<_> = missing.filter_map(|bit| briefs.product(bit)).collect();
        assert_eq!(missing, [ProductId::at(2), ProductId::at(3)]);
    }

    #[test]
    fn a_change_is_one_of_plans_that_nothing_rests_on() {
        let tables = tables(&[(10, 20)], &[(30, &[31])]);
        let facts = |products: &[(usize, &[usize])]| template(&tables, products);
        let [both, one, other, more] =
            [&[(1, &[10, 40][..])][..], &[(1, &[40])], &[(2, &[20])], &[(1, &[40]), (3, &[41])]].map(facts);
        let change = |have: &Facts, want: &Facts| BriefChange::of(have, want, &tables, false);
        assert!(change(&one, &more).is_none(), "another product needs a seat");
        assert!(change(&facts(&[(1, &[31, 40])]), &one).is_none(), "a plan that may be needed goes");
        let on = change(&one, &both).unwrap();
        let briefs = briefs(&tables, &[both.clone(), other]);
        let judge = |held: &[u32]| {
            briefs.get(TemplateId(0)).unwrap().judge_change(&on, &holding(&briefs, held), CountryCode::NL)
        };
        assert_eq!([judge(&[]), judge(&[1])], [Verdict::Passes, Verdict::Unsure]);
    }

    #[test]
    fn more_products_than_bits_give_no_brief() {
        let tables = tables(&[], &[]);
        let mut briefs = Briefs::default();
        let put = |at: &usize| briefs.put(TemplateId(*at as u32), &template(&tables, &[(*at, &[1])]), &tables);
        assert_eq!((0..200).filter(put).count(), 128);
    }
}
