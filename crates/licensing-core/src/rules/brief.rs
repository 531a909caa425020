//! What a template means, in a few bits: enough to judge most steps, and to know which the checks themselves have to judge.
//!
//! Users are many, templates are few. For each template it is worked out once which products it holds and which plans of
//! exclusive pairs are on; what stands between two templates is one `and`. Who meets what somebody met before fails as that
//! one did. Where bits do not tell, the checks decide.

use alloc::vec::Vec;

use licensing_model::{AssignmentError, ProductId};

use super::attempt::Failure;
use super::cause::Cause;
use super::exclusivity::{clash, clash_within};
use super::facts::{CountrySet, Facts};
use super::tables::Tables;
use crate::store::id_set::PlanSet;
use crate::store::outcome::OutcomeId;
use crate::store::subscription::Subscriptions;
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
    /// Whether it is complete and no two of its products clash.
    sound: bool,
    /// Whether none of its plans is off.
    whole: bool,
    /// Where it may be prohibited.
    suspect: CountrySet,
}

/// What a user holds over some paths, in the same bits.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct BriefHolding {
    products: Bits,
    paired: Bits,
    mailbox: bool,
    /// Whether some plan is off.
    in_part: bool,
}

impl BriefHolding {
    /// Adds a path in force.
    pub(crate) fn add(&mut self, path: &Brief) {
        self.products |= path.products;
        self.paired |= path.paired;
        self.mailbox |= path.mailbox;
        self.in_part |= !path.whole;
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
    /// R6: plans of exclusive pairs that would be newly on, and plans that are held and exclude one of them.
    Exclusive(Bits, Bits),
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

    /// Whether nothing can stand against a path that has nothing in force, and shall have this.
    #[inline(always)]
    pub(crate) fn passes(&self, holding: &BriefHolding, ground: &BriefGround) -> bool {
        self.products & !holding.products & !ground.free == 0
            && self.clash & holding.paired == 0
            && self.sound
            && !self.suspect.contains_number(ground.country)
    }

    /// A path that has nothing in force, and shall have this, beside what the user holds.
    pub(crate) fn judge(&self, holding: &BriefHolding, ground: &BriefGround) -> Verdict {
        if self.suspect.contains_number(ground.country) {
            return Verdict::Unsure;
        }
        let missing = self.products & !holding.products;
        let lacking = missing & !ground.free;
        if lacking != 0 {
            return Verdict::Fails(Obstacle::NoSeat(ProductBits(lacking)));
        }
        if !self.sound {
            return Verdict::Unsure;
        }
        if self.clash & holding.paired == 0 {
            return Verdict::Passes;
        }
        // Where products are held whole, a plan that is newly on comes by a product that was not held: a pair of it and of
        // one that is held counts, and no other.
        let in_part = holding.in_part || !self.whole;
        if in_part && missing != self.products {
            return Verdict::Unsure;
        }
        let new = self.paired & !holding.paired;
        let against = ground.clashing_with(new) & holding.paired;
        if against == 0 { Verdict::Passes } else { Verdict::Fails(Obstacle::Exclusive(new, against)) }
    }

    /// A path that has something in force, and shall have this, beside what the user's other paths hold.
    pub(crate) fn judge_change(&self, change: &BriefChange, others: &BriefHolding, ground: &BriefGround) -> Verdict {
        let is_sure = self.sound
            && !self.suspect.contains_number(ground.country)
            && change.clash & (others.paired | self.paired) == 0
            && (!change.loses_mailbox || others.mailbox);
        if is_sure { Verdict::Passes } else { Verdict::Unsure }
    }
}

/// What else bits are judged by.
pub(crate) struct BriefGround<'a> {
    /// The number of the country where the user is (R5.1).
    country: usize,
    /// Products of which a seat is free.
    free: Bits,
    partners: &'a [Bits],
}

impl BriefGround<'_> {
    /// The plans that exclude one of these.
    fn clashing_with(&self, plans: Bits) -> Bits {
        ProductBits(plans).fold(0, |all, bit| all | self.partners.get(bit).copied().unwrap_or_default())
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
    /// For each plan of a pair those that exclude it.
    partners: Vec<Bits>,
    /// Products of which a seat is free, as long as it is the same turn.
    free: (Bits, Option<u32>),
    /// By template, what stood against it and what that came to.
    failures: Vec<Vec<(Obstacle, KeptFailure)>>,
    /// The newest changes from one template to another.
    changes: Vec<(TemplateId, TemplateId, BriefChange)>,
}

/// What somebody met is met again soon, and need not be copied.
impl Clone for Briefs {
    fn clone(&self) -> Self {
        let Briefs { products, briefs, full, partners, .. } = self;
        let (products, briefs, partners) = (products.clone(), briefs.clone(), partners.clone());
        Briefs { products, briefs, full: *full, partners, ..Briefs::default() }
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

    /// What bits are judged by where the user is in the country with this number.
    pub(crate) fn ground(&self, country: usize) -> BriefGround<'_> {
        BriefGround { country, free: self.free.0, partners: &self.partners }
    }

    /// Looks which products have a free seat, unless nothing has changed since it was looked last.
    pub(crate) fn see_seats(&mut self, subscriptions: &Subscriptions) {
        let turn = Some(subscriptions.turns());
        if self.free.1 != turn {
            let free = |product: &ProductId| subscriptions.free().contains(*product);
            let bits = self.products.iter().enumerate().filter(|(_, product)| free(product));
            self.free = (bits.fold(0, |all, (bit, _)| all | bit_at(bit)), turn);
        }
    }

    /// Where it is kept what `obstacle` came to when it stood against the template.
    pub(crate) fn place_of_failure(&self, want: TemplateId, obstacle: Obstacle) -> Option<u32> {
        let kept = self.failures.get(want.0 as usize)?;
        (0..).zip(kept).find(|(_, (other, _))| *other == obstacle).map(|(at, _)| at)
    }

    /// What is kept at a place.
    pub(crate) fn failure(&self, want: TemplateId, place: u32) -> Option<&KeptFailure> {
        Some(&self.failures.get(want.0 as usize)?.get(place as usize)?.1)
    }

    /// Keeps what an obstacle came to, and answers where. `None` where too much was kept, which is let go.
    pub(crate) fn keep_failure(&mut self, want: TemplateId, obstacle: Obstacle, kept: KeptFailure) -> Option<u32> {
        let at = want.0 as usize;
        if self.failures.len() <= at {
            self.failures.resize_with(at.saturating_add(1), Vec::new);
        }
        let failures = self.failures.get_mut(at)?;
        if failures.len() >= MOST_KEPT {
            failures.clear();
            return None;
        }
        failures.push((obstacle, kept));
        u32::try_from(failures.len().saturating_sub(1)).ok()
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
            Obstacle::Exclusive(new, against) => {
                let [new, held] = [new, against].map(|bits| plans_at(bits, &tables.paired));
                let stands = |a, b| new.contains(a) && held.contains(b);
                let counts = |&(a, b): &(_, _)| stands(a, b) || stands(b, a);
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
                self.free.1 = None;
                self.products.push(held.product);
                self.products.len().saturating_sub(1)
            });
            products |= bit_at(bit);
        }
        let (paired, clash) = (bits_in(&facts.on, &tables.paired), bits_in(&facts.clash, &tables.paired));
        self.full |= self.products.len() > Bits::BITS as usize;
        let (Some(paired), Some(clash), false) = (paired, clash, self.full) else { return false };
        if self.partners.is_empty() {
            let alone = |plan| tables.clashing_with(&core::iter::once(plan).collect());
            let partners = tables.paired.iter().map(|plan| bits_in(&alone(plan), &tables.paired).unwrap_or_default());
            self.partners = partners.collect();
        }
        let at = template.0 as usize;
        if self.briefs.len() <= at {
            self.briefs.resize(at.saturating_add(1), None);
        }
        if let Some(place) = self.briefs.get_mut(at) {
            let sound = facts.complete && clash_within(facts).is_none();
            let mailbox = tables.mailbox.intersects(&facts.given);
            let whole = facts.products.iter().all(|held| held.on.iter().count() == held.plan_count);
            *place = Some(Brief { products, paired, clash, mailbox, sound, whole, suspect: facts.suspect });
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
    use licensing_model::{CountryCode, PlanId};

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
            template(&tables, &[(8, &[10, 20])]),
        ];
        let briefs = briefs(&tables, &all);
        let judge = |number, held: &[u32]| {
            let brief = briefs.get(TemplateId(number)).unwrap();
            let ground = BriefGround { free: !(1 << 6), ..briefs.ground(CountryCode::NL.number()) };
            brief.judge(&holding(&briefs, held), &ground)
        };
        assert_eq!([judge(0, &[]), judge(1, &[]), judge(0, &[0])], [Verdict::Passes; 3]);
        assert_eq!([judge(2, &[]), judge(3, &[])], [Verdict::Unsure; 2], "incomplete, and a clash within");
        assert_eq!(judge(6, &[]), Verdict::Passes, "what a product holds by itself clashes with nothing");
        let Verdict::Fails(obstacle @ Obstacle::Exclusive(..)) = judge(6, &[0]) else { panic!() };
        let cause = Cause::Exclusive { a: PlanId::at(10), b: PlanId::at(20) };
        assert_eq!(briefs.explain(obstacle, &all[6], &tables).unwrap().marks, [(ProductId::at(8), cause)]);
        assert_eq!([judge(0, &[6]), judge(6, &[6])], [Verdict::Passes; 2], "they were both on before");
        let in_part = BriefHolding { in_part: true, ..holding(&briefs, &[0]) };
        let verdict = briefs.get(TemplateId(5)).unwrap().judge(&in_part, &briefs.ground(CountryCode::NL.number()));
        assert_eq!(verdict, Verdict::Unsure, "one product cannot clash with itself");
        let Verdict::Fails(obstacle @ Obstacle::Exclusive(..)) = judge(1, &[0]) else { panic!() };
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
            let ground = briefs.ground(CountryCode::NL.number());
            briefs.get(TemplateId(0)).unwrap().judge_change(&on, &holding(&briefs, held), &ground)
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
