//! What steps know of groups and templates by heart. It is derived, filled as it is needed, and forgotten where what it
//! rests on changes.

use alloc::vec::Vec;

use licensing_model::{GroupId, ProductId};

use super::brief::{Bits, Brief, BriefChange, BriefGround, BriefHolding, CountrySet, Marks, Obstacle};
use super::lines::Ready;
use super::numbers::{OutcomeId, TemplateId, TextId};
use super::times::KeptRows;

/// A group and what it carries.
#[derive(Clone, Copy, Debug)]
pub struct KnownGroup {
    /// The template in a few bits.
    pub brief: Brief,
    /// The template.
    pub template: TemplateId,
    /// Its rows where all of it is in force; none as long as nobody has them.
    pub given: OutcomeId,
}

/// What is known of a group.
#[derive(Clone, Copy, Debug, Default)]
pub enum OfGroup {
    /// Nothing.
    #[default]
    Nothing,
    /// It carries no product.
    Empty,
    /// It carries some.
    Carries(KnownGroup),
}

/// What a group gives who has all that it carries: what nearly every step asks of nearly every group, in one line of a
/// cache, so that all groups together stay close at hand.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
pub struct Gives {
    products: Bits,
    paired: Bits,
    clash: Bits,
    /// The rows; none where it carries nothing, or as long as nobody has them.
    pub given: OutcomeId,
    marks: Marks,
    sound: bool,
}

impl Gives {
    fn of(group: &KnownGroup) -> Gives {
        let KnownGroup { brief: Brief { products, paired, clash, marks, sound, .. }, given, .. } = *group;
        Gives { products, paired, clash, given, marks, sound }
    }

    /// The template in even fewer bits.
    #[inline(always)]
    pub fn holds(&self) -> BriefHolding {
        BriefHolding { products: self.products, paired: self.paired, marks: self.marks }
    }

    /// Whether nothing can stand against a path that has nothing in force, and shall have this, but the country where the
    /// user is.
    #[inline(always)]
    pub fn passes(&self, holding: &BriefHolding, free: Bits) -> bool {
        holding.lets_pass(self.products, self.clash, free) && self.sound
    }
}

/// What a template without anything in force fails with by an obstacle.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// What stands against it.
    pub obstacle: Obstacle,
    /// The rows.
    pub outcome: OutcomeId,
    /// The numbers of the event that follow the group's, once one was logged.
    pub line: Option<Ready<32>>,
    /// The text that the event names, which must be the one that was stored last.
    pub text: TextId,
}

/// What it means for a path without an error to get the rows of what its group carries now.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The group.
    pub group: u32,
    /// The rows until then.
    pub before: OutcomeId,
    /// The rows from then on.
    pub now: OutcomeId,
    /// What bits judge it by; none where they cannot.
    pub change: Option<BriefChange>,
    /// Which rows stay.
    pub kept: KeptRows,
    /// The event that says so, as it follows another about the same user.
    pub line: Ready<32>,
}

/// So many failures of a template are kept, and so many changes; more are worked out again.
const MOST_KEPT: usize = 64;

/// Templates in a few bits, and groups.
#[derive(Debug, Default)]
pub struct Known {
    /// The product behind a bit.
    pub products: Vec<ProductId>,
    /// By template.
    pub briefs: Vec<Option<Brief>>,
    /// Where one of them may be prohibited.
    pub suspects: CountrySet,
    /// By group.
    groups: Vec<OfGroup>,
    /// By group, what is asked of it most, from the same.
    gives: Vec<Gives>,
    /// By group, the event that a path got what it gives, which had nothing before, as it follows another about the same
    /// user.
    lines: Vec<Ready<16>>,
    /// For each plan of a pair those that exclude it.
    pub partners: Vec<Bits>,
    /// Products of which a seat is free.
    pub free: Bits,
    /// By template, what stood against it and what that came to.
    pub failures: Vec<Vec<Kept>>,
    /// The newest changes from one template to another.
    changes: Vec<(TemplateId, TemplateId, BriefChange)>,
    /// The newest exchanges of rows.
    exchanges: Vec<Exchange>,
    /// Which rows stay where rows are exchanged for others, as it was asked last.
    kept_rows: Vec<(OutcomeId, OutcomeId, KeptRows)>,
}

/// What somebody met is met again soon, and need not be copied.
impl Clone for Known {
    fn clone(&self) -> Self {
        let Known { products, briefs, suspects, partners, .. } = self;
        let (products, briefs, partners) = (products.clone(), briefs.clone(), partners.clone());
        Known { products, briefs, suspects: *suspects, partners, ..Known::default() }
    }
}

impl Known {
    /// The template, if it is there.
    #[inline]
    pub fn brief(&self, template: TemplateId) -> Option<&Brief> {
        self.briefs.get(template.0 as usize)?.as_ref()
    }

    /// What bits are judged by where the user is in the country with this number.
    #[inline(always)]
    pub fn ground(&self, country: usize) -> BriefGround<'_> {
        let is_safe = !self.suspects.contains_number(country);
        BriefGround { country, is_safe, free: self.free, partners: &self.partners }
    }

    /// What is known of the group with this number.
    #[inline(always)]
    pub fn group(&self, number: u32) -> &OfGroup {
        self.groups.get(number as usize).unwrap_or(&OfGroup::Nothing)
    }

    /// Knows a group, and the event that a path got what it gives.
    pub fn know_group(&mut self, group: GroupId, is: OfGroup, line: Ready<16>) {
        if self.groups.len() <= group.index() {
            self.groups.resize(group.index().saturating_add(1), OfGroup::Nothing);
            self.gives.resize(self.groups.len(), Gives::default());
            self.lines.resize(self.groups.len(), Ready::default());
        }
        if let Some(place) = self.lines.get_mut(group.index()) {
            *place = line;
        }
        self.put_group(group, is);
    }

    fn put_group(&mut self, group: GroupId, is: OfGroup) {
        let places = self.groups.get_mut(group.index()).zip(self.gives.get_mut(group.index()));
        if let Some((place, gives)) = places {
            *gives = if let OfGroup::Carries(group) = &is { Gives::of(group) } else { Gives::default() };
            *place = is;
        }
    }

    /// What the group with this number gives.
    #[inline(always)]
    pub fn gives(&self, number: u32) -> Option<&Gives> {
        self.gives.get(number as usize)
    }

    /// What each group gives, and the event that a path got it, by number: what is asked in a loop is looked up once.
    #[inline(always)]
    pub fn all_gives(&self) -> (&[Gives], &[Ready<16>]) {
        (&self.gives, &self.lines)
    }

    /// The event that a path got what the group with this number gives, which had nothing before.
    #[inline(always)]
    pub fn line(&self, number: u32) -> Option<&Ready<16>> {
        self.lines.get(number as usize)
    }

    /// Forgets a group, which is not as it was.
    pub fn forget_group(&mut self, group: GroupId) {
        self.put_group(group, OfGroup::Nothing);
    }

    /// Where it is kept what `obstacle` came to when it stood against the template.
    pub fn place_of_failure(&self, want: TemplateId, obstacle: Obstacle) -> Option<(OutcomeId, u32)> {
        let kept = self.failures.get(want.0 as usize)?;
        (0..).zip(kept).find(|(_, kept)| kept.obstacle == obstacle).map(|(at, kept)| (kept.outcome, at))
    }

    /// The change from one template to another, if it is there.
    pub fn change(&self, have: TemplateId, want: TemplateId) -> Option<&BriefChange> {
        let found = self.changes.iter().find(|(from, to, _)| (*from, *to) == (have, want));
        found.map(|(_, _, change)| change)
    }

    /// Keeps a change.
    pub fn keep_change(&mut self, have: TemplateId, want: TemplateId, change: BriefChange) {
        if self.changes.len() >= MOST_KEPT {
            self.changes.clear();
        }
        self.changes.push((have, want, change));
    }

    /// What it means for a path of a group to get other rows, if it is there.
    #[inline(always)]
    pub fn exchange(&self, group: u32, before: OutcomeId, now: OutcomeId) -> Option<&Exchange> {
        let is_it = |it: &&Exchange| it.before == before && it.now == now && it.group == group;
        self.exchanges.iter().rev().find(is_it)
    }

    /// Keeps it.
    pub fn keep_exchange(&mut self, exchange: Exchange) {
        if self.exchanges.len() >= MOST_KEPT {
            self.exchanges.clear();
        }
        self.exchanges.push(exchange);
    }

    /// Which rows stay where rows are exchanged for others, if it is there.
    pub fn kept_rows(&self, before: OutcomeId, now: OutcomeId) -> Option<&KeptRows> {
        let found = self.kept_rows.iter().rev().find(|(from, to, _)| (*from, *to) == (before, now));
        found.map(|(_, _, kept)| kept)
    }

    /// Keeps which they are.
    pub fn keep_rows(&mut self, before: OutcomeId, now: OutcomeId, kept: KeptRows) {
        if self.kept_rows.len() >= MOST_KEPT {
            self.kept_rows.clear();
        }
        self.kept_rows.push((before, now, kept));
    }

    /// What is kept at a place.
    pub fn failure(&self, want: TemplateId, place: u32) -> Option<&Kept> {
        self.failures.get(want.0 as usize)?.get(place as usize)
    }

    /// The numbers of the event that a group's template failed with what is kept at a place.
    #[inline(always)]
    pub fn line_of_failure(&self, group: &OfGroup, place: u32) -> Option<&Ready<32>> {
        let OfGroup::Carries(group) = group else { return None };
        self.failure(group.template, place)?.line.as_ref()
    }

    /// Keeps what an obstacle came to, and answers where. `None` where too much was kept, which is let go.
    pub fn keep_failure(&mut self, want: TemplateId, obstacle: Obstacle, outcome: OutcomeId) -> Option<u32> {
        let at = want.0 as usize;
        if self.failures.len() <= at {
            self.failures.resize_with(at.saturating_add(1), Vec::new);
        }
        let failures = self.failures.get_mut(at)?;
        if failures.len() >= MOST_KEPT {
            failures.clear();
            return None;
        }
        failures.push(Kept { obstacle, outcome, line: None, text: TextId::DERIVED });
        u32::try_from(failures.len().saturating_sub(1)).ok()
    }

    /// Keeps the numbers of the event of a failure, with the text that they name.
    pub fn keep_line(&mut self, want: TemplateId, place: u32, numbers: &[u32], text: TextId) {
        let kept = self.failures.get_mut(want.0 as usize).and_then(|kept| kept.get_mut(place as usize));
        if let Some(kept) = kept {
            (kept.line, kept.text) = (Some(Ready::new(numbers)), text);
        }
    }
}
