//! What a template means, in a few bits: enough to judge most steps, and to know which the checks themselves have to judge.
//!
//! Users are many, templates are few. For each template it is worked out once which products it holds and which plans of
//! exclusive pairs are on; what stands between two templates is one `and`. Where bits do not tell, the checks decide.

use licensing_model::CountryCode;

/// Bits of products that templates hold, by the order in which they were met; or of plans in exclusive pairs.
pub type Bits = u128;

const COUNTRY_WORDS: usize = CountryCode::COUNT.div_ceil(64);

/// A set of countries.
#[derive(Clone, Copy, Debug, Default)]
pub struct CountrySet([u64; COUNTRY_WORDS]);

impl CountrySet {
    /// Adds all countries of another set.
    pub fn add_all(&mut self, other: &CountrySet) {
        self.0.iter_mut().zip(other.0).for_each(|(word, more)| *word |= more);
    }

    /// Adds `country`.
    pub fn insert(&mut self, country: CountryCode) {
        if let Some(word) = self.0.get_mut(country.number() / 64) {
            *word |= 1 << (country.number() % 64);
        }
    }

    /// Whether `country` is in.
    pub fn contains(&self, country: CountryCode) -> bool {
        self.contains_number(country.number())
    }

    /// Whether the country with this number is in.
    #[inline(always)]
    pub fn contains_number(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }
}

/// What is true of a template, or of some path of a user: a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Marks(u8);

impl Marks {
    /// It gives a mailbox plan.
    pub const MAILBOX: Marks = Marks(1);
    /// A plan of it is off.
    pub const IN_PART: Marks = Marks(2);
    /// It is not complete by itself: a plan of it needs one that it has not, and may rest on another path.
    pub const LEANS: Marks = Marks(4);

    /// Whether `mark` is set.
    #[inline(always)]
    pub const fn has(self, mark: Marks) -> bool {
        self.0 & mark.0 != 0
    }

    /// With `mark`, if it is so.
    pub const fn with(self, mark: Marks, is_so: bool) -> Marks {
        if is_so { Marks(self.0 | mark.0) } else { self }
    }
}

/// A template in a few bits.
#[derive(Clone, Copy, Debug)]
pub struct Brief {
    /// The products.
    pub products: Bits,
    /// Plans of pairs that are on.
    pub paired: Bits,
    /// Plans that exclude one of these.
    pub clash: Bits,
    /// Plans that exclude one of these and belong to the same product, where they are on or off.
    pub within: Bits,
    /// Where it may be prohibited.
    pub suspect: CountrySet,
    /// What is true of it.
    pub marks: Marks,
    /// Whether it is complete and no two of its products clash.
    pub sound: bool,
}

/// What a user holds over some paths, in the same bits.
#[derive(Clone, Copy, Debug, Default)]
pub struct BriefHolding {
    /// The products.
    pub products: Bits,
    /// Plans of pairs that are on.
    pub paired: Bits,
    /// What is true of some path.
    pub marks: Marks,
}

impl BriefHolding {
    /// Adds a path in force.
    #[inline(always)]
    pub fn add(&mut self, path: &Brief) {
        self.products |= path.products;
        self.paired |= path.paired;
        self.marks.0 |= path.marks.0;
    }

    /// Adds what is held over other paths.
    #[inline(always)]
    pub fn add_all(&mut self, others: &BriefHolding) {
        self.products |= others.products;
        self.paired |= others.paired;
        self.marks.0 |= others.marks.0;
    }

    /// Whether a mailbox plan is given.
    #[inline(always)]
    pub fn has_mailbox(&self) -> bool {
        self.marks.has(Marks::MAILBOX)
    }

    /// Whether of each of these products a seat is held or free, and no plan of `clash` is held.
    #[inline(always)]
    pub(crate) fn lets_pass(&self, products: Bits, clash: Bits, free: Bits) -> bool {
        // As one test: each alone nearly never tells.
        let against = products & !self.products & !free | clash & self.paired;
        against == 0
    }

    /// The products that another holding has and this one has not.
    pub fn missing_of(&self, other: &BriefHolding) -> ProductBits {
        ProductBits(other.products & !self.products)
    }
}

/// What stands against a path that has nothing in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// R8: no seat of these products is free.
    NoSeat(ProductBits),
    /// R6: plans of exclusive pairs that would be newly on, and plans that are held and exclude one of them.
    Exclusive(Bits, Bits),
}

/// What bits tell of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No check of R5 to R8 can fail.
    Passes,
    /// The first check that fails fails by this.
    Fails(Obstacle),
    /// The checks have to judge.
    Unsure,
}

impl Brief {
    /// Whether it gives a mailbox plan.
    #[inline(always)]
    pub fn has_mailbox(&self) -> bool {
        self.marks.has(Marks::MAILBOX)
    }

    /// Whether it may be prohibited where the user is.
    #[inline(always)]
    fn is_suspect(&self, ground: &BriefGround) -> bool {
        !ground.is_safe && self.suspect.contains_number(ground.country)
    }

    /// Whether nothing can stand against a path that has nothing in force, and shall have this.
    #[inline(always)]
    pub fn passes(&self, holding: &BriefHolding, ground: &BriefGround) -> bool {
        holding.lets_pass(self.products, self.clash, ground.free) && self.sound && !self.is_suspect(ground)
    }

    /// A path that has nothing in force, and shall have this, beside what the user holds.
    pub fn judge(&self, holding: &BriefHolding, ground: &BriefGround) -> Verdict {
        if self.is_suspect(ground) {
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
        let new = self.paired & !holding.paired;
        let against = ground.clashing_with(new) & holding.paired;
        // R6.1: what a product holds by itself clashes with nothing. Where products are held whole, a plan that is newly on
        // comes by one that was not held; else it may come by the very one by which a plan that excludes it is held.
        let in_part = holding.marks.has(Marks::IN_PART) || self.marks.has(Marks::IN_PART);
        if in_part && missing != self.products && against & self.within != 0 {
            return Verdict::Unsure;
        }
        if against == 0 { Verdict::Passes } else { Verdict::Fails(Obstacle::Exclusive(new, against)) }
    }

    /// A path that has something in force, and shall have this, beside what the user's other paths hold.
    pub fn judge_change(&self, change: &BriefChange, others: &BriefHolding, ground: &BriefGround) -> Verdict {
        let is_sure = self.sound
            && !self.is_suspect(ground)
            && change.clash & (others.paired | self.paired) == 0
            && !(change.may_strand && others.marks.has(Marks::LEANS))
            && (!change.loses_mailbox || others.has_mailbox());
        if is_sure { Verdict::Passes } else { Verdict::Unsure }
    }
}

/// What else bits are judged by.
pub struct BriefGround<'a> {
    /// The number of the country where the user is (R5.1).
    pub country: usize,
    /// Whether nothing may be prohibited there.
    pub is_safe: bool,
    /// Products of which a seat is free.
    pub free: Bits,
    /// For each plan of a pair those that exclude it.
    pub partners: &'a [Bits],
}

impl BriefGround<'_> {
    /// The plans that exclude one of these.
    fn clashing_with(&self, plans: Bits) -> Bits {
        ProductBits(plans).fold(0, |all, bit| all | self.partners.get(bit).copied().unwrap_or_default())
    }
}

/// What it means for a path to go from one template to another with the same products.
#[derive(Clone, Copy, Debug)]
pub struct BriefChange {
    /// Plans that exclude one that is newly on.
    pub clash: Bits,
    /// Whether a plan is taken away that others may need.
    pub may_strand: bool,
    /// Whether the mailbox plans are taken away.
    pub loses_mailbox: bool,
    /// R4.1: whether plans are taken away.
    pub takes: bool,
}

/// Products, by their bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProductBits(pub Bits);

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
