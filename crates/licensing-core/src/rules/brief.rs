//! What a template means, in a few bits: enough to judge most steps, and to know which the checks themselves have to judge.
//!
//! Users are many, templates are few. For each template it is worked out once which products it holds and which plans of
//! exclusive pairs are on; what stands between two templates is one `and`. Who meets what somebody met before fails as that
//! one did. Where bits do not tell, the checks decide.

use alloc::vec::Vec;
use core::ops::{Deref, DerefMut};

use licensing_columns::brief::{Bits, Brief, BriefChange, Marks, Obstacle, ProductBits};
use licensing_columns::known::Known;
use licensing_model::{AssignmentError, PlanId, ProductId};

use super::attempt::Failure;
use super::cause::Cause;
use super::exclusivity::{clash, clash_within};
use super::facts::Facts;
use super::tables::Tables;
use crate::store::id_set::PlanSet;
use crate::store::outcome::OutcomeId;
use crate::store::subscription::Subscriptions;
use crate::store::template::TemplateId;

/// Works out what it means for a path to go from one template to another, where it is one that bits can judge.
pub(crate) fn change_of(have: &Facts, want: &Facts, tables: &Tables, takes: bool) -> Option<BriefChange> {
    let lost = have.given.without(&want.given);
    let may_strand = tables.needs.iter().any(|needs| needs.any_of.intersects(&lost));
    let clash = bits_in(&tables.clashing_with(&want.on.without(&have.on)), tables)?;
    let loses_mailbox = tables.mailbox.intersects(&have.given) && !tables.mailbox.intersects(&want.given);
    (have.held == want.held).then_some(BriefChange { clash, may_strand, loses_mailbox, takes })
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
    /// What many steps rest on.
    known: Known,
    /// Whether there are more products than bits: then there are no briefs.
    full: bool,
    /// When it was looked of which products a seat is free.
    seen: Option<u32>,
    /// What failed, where it is kept what that came to.
    failures: Vec<Vec<Failure>>,
}

/// What somebody met is met again soon, and need not be copied.
impl Clone for Briefs {
    fn clone(&self) -> Self {
        Briefs { known: self.known.clone(), full: self.full, ..Briefs::default() }
    }
}

impl Deref for Briefs {
    type Target = Known;

    fn deref(&self) -> &Known {
        &self.known
    }
}

impl DerefMut for Briefs {
    fn deref_mut(&mut self) -> &mut Known {
        &mut self.known
    }
}

impl Briefs {
    /// The product behind a bit.
    fn product(&self, bit: usize) -> Option<ProductId> {
        self.known.products.get(bit).copied()
    }

    /// Looks which products have a free seat, unless nothing has changed since it was looked last.
    pub(crate) fn see_seats(&mut self, subscriptions: &Subscriptions) {
        let turn = Some(subscriptions.turns());
        if self.seen != turn {
            let free = |product: &ProductId| subscriptions.free().contains(*product);
            let bits = self.known.products.iter().enumerate().filter(|(_, product)| free(product));
            self.known.free = bits.fold(0, |all, (bit, _)| all | bit_at(bit));
            self.seen = turn;
        }
    }

    /// Tells of which products steps took the last seat or gave one back; of which one is free these steps kept.
    pub(crate) fn see_turned(&mut self, turned: Bits, subscriptions: &mut Subscriptions) {
        ProductBits(turned).filter_map(|bit| self.product(bit)).for_each(|product| subscriptions.see_turned(product));
        self.seen = Some(subscriptions.turns());
    }

    /// What failed, as it is kept at a place.
    pub(crate) fn what_failed(&self, want: TemplateId, place: u32) -> Option<&Failure> {
        self.failures.get(want.0 as usize)?.get(place as usize)
    }

    /// Keeps what an obstacle came to, and answers where. `None` where too much was kept, which is let go.
    pub(crate) fn keep(
        &mut self,
        want: TemplateId,
        obstacle: Obstacle,
        outcome: OutcomeId,
        failure: Failure,
    ) -> Option<u32> {
        let (at, place) = (want.0 as usize, self.known.keep_failure(want, obstacle, outcome));
        if self.failures.len() <= at {
            self.failures.resize_with(at.saturating_add(1), Vec::new);
        }
        let failures = self.failures.get_mut(at)?;
        match place {
            Some(_) => failures.push(failure),
            None => failures.clear(),
        }
        place
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
                let [new, held] = [new, against].map(|bits| plans_at(bits, tables.paired_plans()));
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
            let known = self.known.products.iter().position(|product| *product == held.product);
            let bit = known.unwrap_or_else(|| {
                self.seen = None;
                self.known.products.push(held.product);
                self.known.products.len().saturating_sub(1)
            });
            products |= bit_at(bit);
        }
        let (paired, clash) = (bits_in(&facts.on, tables), bits_in(&facts.clash, tables));
        self.full |= self.known.products.len() > Bits::BITS as usize;
        let within = facts.products.iter().fold(PlanSet::EMPTY, |mut all, held| {
            all.add_all(&tables.clashing_with(&held.on).shared(&held.plans));
            all
        });
        let within = bits_in(&within, tables);
        let (Some(paired), Some(clash), Some(within), false) = (paired, clash, within, self.full) else { return false };
        if self.known.partners.is_empty() {
            let alone = |plan| tables.clashing_with(&core::iter::once(plan).collect());
            let all = tables.paired_plans();
            let partners = all.iter().map(|plan| bits_in(&alone(*plan), tables).unwrap_or_default());
            self.known.partners = partners.collect();
        }
        let at = template.0 as usize;
        if self.known.briefs.len() <= at {
            self.known.briefs.resize(at.saturating_add(1), None);
        }
        if let Some(place) = self.known.briefs.get_mut(at) {
            let sound = facts.complete && clash_within(facts).is_none();
            let in_part = facts.products.iter().any(|held| held.on != held.plans);
            let marks = Marks::default()
                .with(Marks::MAILBOX, tables.mailbox.intersects(&facts.given))
                .with(Marks::IN_PART, in_part)
                .with(Marks::LEANS, !facts.complete);
            let suspect = facts.suspect;
            self.known.suspects.add_all(&suspect);
            *place = Some(Brief { products, paired, clash, within, suspect, marks, sound });
        }
        true
    }
}

fn bit_at(bit: usize) -> Bits {
    u32::try_from(bit).ok().and_then(|bit| 1_u128.checked_shl(bit)).unwrap_or_default()
}

/// The plans of `set` by their places among all that are in a pair; none where there are more than bits.
fn bits_in(set: &PlanSet, tables: &Tables) -> Option<Bits> {
    let (all, few) = (tables.paired_plans(), set.shared(tables.paired()));
    let places = few.iter().filter_map(|plan| all.binary_search(&plan).ok());
    (all.len() <= Bits::BITS as usize).then(|| places.fold(0, |bits, at| bits | bit_at(at)))
}

/// The plans of `all` at the places of these bits.
fn plans_at(bits: Bits, all: &[PlanId]) -> PlanSet {
    ProductBits(bits).filter_map(|at| all.get(at)).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::super::literals::{in_part, tables, template};
    use super::*;
    use licensing_columns::brief::{BriefGround, BriefHolding, Verdict};
    use licensing_model::{CountryCode, PlanId};

    fn briefs(tables: &Tables, all: &[Facts]) -> Briefs {
        let mut briefs = Briefs::default();
        assert!(all.iter().zip(0..).all(|(facts, number)| briefs.put(TemplateId(number), facts, tables)));
        briefs
    }

    fn holding(briefs: &Briefs, numbers: &[u32]) -> BriefHolding {
        let mut holding = BriefHolding::default();
        numbers.iter().for_each(|number| holding.add(briefs.brief(TemplateId(*number)).unwrap()));
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
            template(&tables, &[(8, &[10, 20])]),
        ];
        let briefs = briefs(&tables, &all);
        let judge = |number, held: &[u32]| {
            let brief = briefs.brief(TemplateId(number)).unwrap();
            let ground = BriefGround { free: !(1 << 6), ..briefs.ground(CountryCode::NL.number()) };
            brief.judge(&holding(&briefs, held), &ground)
        };
        assert_eq!([judge(0, &[]), judge(1, &[]), judge(0, &[0])], [Verdict::Passes; 3]);
        assert_eq!([judge(2, &[]), judge(3, &[])], [Verdict::Unsure; 2], "incomplete, and a clash within");
        assert_eq!(judge(5, &[]), Verdict::Passes, "what a product holds by itself clashes with nothing");
        let Verdict::Fails(obstacle @ Obstacle::Exclusive(..)) = judge(5, &[0]) else { panic!() };
        let cause = Cause::Exclusive { a: PlanId::at(10), b: PlanId::at(20) };
        assert_eq!(briefs.explain(obstacle, &all[5], &tables).unwrap().marks, [(ProductId::at(8), cause)]);
        assert_eq!([judge(0, &[5]), judge(5, &[5])], [Verdict::Passes; 2], "they were both on before");
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
    fn a_plan_that_may_come_by_the_product_that_holds_the_other_is_left_to_the_checks() {
        let tables = tables(&[(10, 20), (10, 40)], &[]);
        let all = [
            in_part(&tables, 1, &[10], &[20]),
            in_part(&tables, 1, &[20], &[10]),
            in_part(&tables, 1, &[30], &[10, 20]),
            template(&tables, &[(2, &[40])]),
            template(&tables, &[(1, &[10, 20])]),
        ];
        let briefs = briefs(&tables, &all);
        let judge = |number, held: &[u32]| {
            briefs.brief(TemplateId(number)).unwrap().judge(&holding(&briefs, held), &briefs.ground(0))
        };
        assert_eq!([judge(1, &[0]), judge(4, &[0]), judge(4, &[0, 3])], [Verdict::Unsure; 3], "through one product");
        assert_eq!([judge(1, &[2]), judge(1, &[2, 3]), judge(0, &[2])], [Verdict::Passes; 3]);
        let verdict = judge(0, &[2, 3]);
        let Verdict::Fails(obstacle @ Obstacle::Exclusive(..)) = verdict else { panic!("{verdict:?}") };
        let cause = Cause::Exclusive { a: PlanId::at(10), b: PlanId::at(40) };
        assert_eq!(briefs.explain(obstacle, &all[0], &tables).unwrap().marks, [(ProductId::at(1), cause)]);
    }

    #[test]
    fn a_change_of_plans_fails_where_they_clash_or_where_a_path_may_rest_on_them() {
        let tables = tables(&[(10, 20)], &[(30, &[31])]);
        let facts = |products: &[(usize, &[usize])]| template(&tables, products);
        let [both, one, other, more, leaning] =
            [&[(1, &[10, 40][..])][..], &[(1, &[40])], &[(2, &[20])], &[(1, &[40]), (3, &[41])], &[(4, &[30])]]
                .map(facts);
        let change = |have: &Facts, want: &Facts| change_of(have, want, &tables, false);
        assert!(change(&one, &more).is_none(), "another product needs a seat");
        let (on, off) = (change(&one, &both).unwrap(), change(&facts(&[(1, &[31, 40])]), &one).unwrap());
        let briefs = briefs(&tables, &[both, other, one, leaning]);
        let judge = |change: &BriefChange, want, held: &[u32]| {
            let ground = briefs.ground(CountryCode::NL.number());
            briefs.brief(TemplateId(want)).unwrap().judge_change(change, &holding(&briefs, held), &ground)
        };
        assert_eq!(
            [&[][..], &[1], &[3]].map(|held| judge(&on, 0, held)),
            [Verdict::Passes, Verdict::Unsure, Verdict::Passes]
        );
        assert_eq!(
            [&[][..], &[3], &[1]].map(|held| judge(&off, 2, held)),
            [Verdict::Passes, Verdict::Unsure, Verdict::Passes]
        );
    }

    #[test]
    fn more_products_than_bits_give_no_brief() {
        let tables = tables(&[], &[]);
        let mut briefs = Briefs::default();
        let put = |at: &usize| briefs.put(TemplateId(*at as u32), &template(&tables, &[(*at, &[1])]), &tables);
        assert_eq!((0..200).filter(put).count(), 128);
    }
}
