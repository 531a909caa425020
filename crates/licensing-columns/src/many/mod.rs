//! R4 for users against whom nothing stands, or nothing that did not stand against somebody before: the steps of many are
//! judged by few bits, and what a failure comes to is kept. They come to what the rules come to, and everybody else is left
//! to those.

use alloc::vec::Vec;

use licensing_model::{GroupId, UserId};

use super::brief::{Bits, BriefHolding, Obstacle};
use super::column::Column;
use super::known::Known;
use super::lines::Lines;
use super::list_pool::{Blocks, Head, Lists};
use super::numbers::{Outcome, OutcomeId, Seats, TemplateId, TextId, Waiting};
use super::times::TimeLists;
use super::user::{Addresses, Edge, Flags};
use path::{add_if, have};
use tries::Listed;

pub use errors::Errors;
pub use path::{Later, Path};
pub use written::{ADDRESSES_CALCULATED, PATH_CHANGED, PATH_FAILED};

mod again;
mod errors;
mod partly;
mod path;
mod plain;
mod tries;
mod written;

/// Users in more groups are left to the rules.
const MOST_GROUPS: u16 = 512;
/// Groups of a user that are held against one another at the cost of one.
const AT_ONCE: u64 = 64;

/// What the steps of many users read and write.
#[derive(Debug)]
pub struct Many<'a> {
    /// What is true of users.
    pub flags: &'a mut Column<UserId, Flags>,
    /// Where they are: 0, or one more than the country's number.
    pub locations: &'a Column<UserId, u16>,
    /// Their names.
    pub principal_names: &'a Column<UserId, TextId>,
    /// What they have directly.
    pub direct: &'a Column<UserId, OutcomeId>,
    /// Where their groups are listed.
    pub lists: &'a Lists,
    /// For each user the period in which it was found settled.
    pub settled: &'a mut [u32],
    /// What else there is.
    pub rest: Rest<'a>,
}

/// What is not kept by user, or not read of each.
#[derive(Debug)]
pub struct Rest<'a> {
    /// The groups of users.
    pub edges: Blocks<'a, Edge>,
    /// Their addresses.
    pub addresses: &'a mut Column<UserId, Addresses>,
    /// The number of the country of those who are nowhere.
    pub country: usize,
    /// Whether nobody has an address that is not the ordinary one.
    pub plain: bool,
    /// This period.
    pub period: u32,
    /// Outcomes by number.
    pub outcomes: &'a [Outcome],
    /// When rows changed, where they did not change together.
    pub times: &'a mut TimeLists,
    /// Groups and templates.
    pub known: &'a mut Known,
    /// Seats by product.
    pub seats: &'a mut [Seats],
    /// The products that have run out of them, or got one back after they had.
    pub turned: Bits,
    /// The log.
    pub lines: &'a mut Lines,
    /// The text that was stored last.
    pub newest_text: TextId,
    /// The time.
    pub clock: u32,
    /// Paths of the user whose step is under way.
    pub paths: &'a mut Vec<Path>,
    /// What is left to be done of the steps, in this order.
    pub later: &'a mut Vec<Later>,
    /// How many users that are not deleted have a path in error.
    pub in_error: &'a mut usize,
    /// What of that is to be told to groups.
    pub errors: &'a mut Errors,
}

/// What has to be known first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The groups of a user.
    Groups(UserId),
    /// The rows of a group where all of it is in force.
    Given(GroupId),
    /// A template in bits.
    Brief(TemplateId),
    /// What it means to go from one template to another.
    Change(TemplateId, TemplateId),
    /// What a template fails with by an obstacle.
    Failure(TemplateId, Obstacle),
    /// What the event says of a failure that is kept at a place.
    Line(TemplateId, u32),
    /// What it means for a path of a group to get the rows of what that carries.
    Exchange(GroupId, OutcomeId),
    /// Which rows stay where some are exchanged for others.
    Kept(OutcomeId, OutcomeId),
    /// Nothing helps: the rules have to judge.
    Rules,
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is made; whether a row, a seat or an address changed.
    Made(bool),
    /// Nothing has changed.
    Needs(Need),
}

/// Users whose steps are made, in their order.
#[derive(Clone, Copy, Debug)]
pub enum Runs<'a> {
    /// Runs that wait.
    Queue(&'a [Waiting]),
    /// The users that the run of a group has still to take.
    OfGroup(GroupId, &'a [UserId]),
    /// A user whose run does not wait any more.
    One(UserId),
}

impl Runs<'_> {
    #[inline(always)]
    fn at(&self, place: usize) -> Option<Waiting> {
        match self {
            Runs::Queue(runs) => runs.get(place).copied(),
            Runs::OfGroup(_, users) => users.get(place).map(|user| Waiting(user.raw())),
            Runs::One(user) => (place == 0).then_some(Waiting(user.raw())),
        }
    }
}

/// What came of many steps.
#[derive(Clone, Copy, Debug)]
pub struct Went {
    /// How many places are done with.
    pub places: usize,
    /// How many of them were users'.
    pub users: u32,
    /// How many of these have a row of the group in error.
    pub failed: u32,
    /// How much work is left.
    pub left: u64,
    /// What came of the last step.
    pub last: Step,
}

/// So many users of a run are looked at ahead.
const TOUCHED: usize = 64;

/// So many groups of a user lie in one line of a cache.
const EDGES_OF_LINE: usize = 4;

/// So many users lie together in all columns.
const BLOCK: usize = 2048;

/// Users that lie together.
struct Block<'a> {
    number: usize,
    flags: &'a mut [Flags],
    locations: &'a [u16],
    principal_names: &'a [TextId],
    direct: &'a [OutcomeId],
    lists: &'a [Head],
    settled: &'a mut [u32],
}

impl Block<'_> {
    #[inline(always)]
    fn mark(&mut self, place: usize, now: u32) {
        if let Some(period) = self.settled.get_mut(place) {
            *period = now;
        }
    }
}

impl<'a> Many<'a> {
    /// Makes the steps of users, `most` at most, and none once they have cost `work`.
    pub fn go(&mut self, runs: Runs<'_>, most: u32, work: u64) -> Went {
        let mut went = Went { places: 0, users: 0, failed: 0, left: work, last: Step::Made(false) };
        while let Some(run) = runs.at(went.places) {
            if run == Waiting::GONE {
                went.places = went.places.wrapping_add(1);
                continue;
            }
            if run.0 & Waiting::GROUP != 0 {
                return went;
            }
            let lists = self.lists;
            let (rest, mut block) = self.block(run.0 as usize / BLOCK);
            // No run of another kind lies in a block of users.
            while let Some(run) = runs.at(went.places).filter(|run| run.0 as usize / BLOCK == block.number) {
                if went.users >= most || went.left == 0 {
                    return went;
                }
                if let Runs::OfGroup(_, users) = runs
                    && went.places.is_multiple_of(TOUCHED)
                {
                    rest.touch(&block, lists, users.get(went.places.wrapping_add(TOUCHED)..).unwrap_or_default());
                }
                let place = run.0 as usize % BLOCK;
                went.last = rest.step(&mut block, place);
                if !matches!(went.last, Step::Made(_)) {
                    return went;
                }
                match runs {
                    Runs::Queue(_) => {
                        if let Some(flags) = block.flags.get_mut(place) {
                            *flags = flags.with(Flags::WAITING, false);
                        }
                    }
                    Runs::OfGroup(group, _) => {
                        let is_failed = |path: &Path| path.group == group.raw() && !path.done;
                        went.failed = went.failed.wrapping_add(u32::from(rest.paths.iter().any(is_failed)));
                    }
                    Runs::One(_) => return went,
                }
                let groups = block.lists.get(place).map_or(0, |list| u64::from(list.length));
                rest.clock = rest.clock.wrapping_add(1);
                went.places = went.places.wrapping_add(1);
                went.users = went.users.wrapping_add(1);
                went.left = went.left.saturating_sub((groups.wrapping_mul(groups) / AT_ONCE).wrapping_add(1));
            }
        }
        went
    }

    #[inline(always)]
    fn block(&mut self, number: usize) -> (&mut Rest<'a>, Block<'_>) {
        let begin = number.wrapping_mul(BLOCK).min(self.settled.len());
        let block = Block {
            number,
            flags: self.flags.block_mut::<BLOCK>(number),
            locations: self.locations.block::<BLOCK>(number),
            principal_names: self.principal_names.block::<BLOCK>(number),
            direct: self.direct.block::<BLOCK>(number),
            lists: self.lists.block::<BLOCK>(number),
            settled: self.settled.get_mut(begin..).unwrap_or_default(),
        };
        (&mut self.rest, block)
    }
}

impl Rest<'_> {
    /// Looks at what the steps of the users that are next will read. What is asked of memory one after the other is waited for
    /// each time, and what is asked together comes together: the members of a group lie far apart.
    #[inline(never)]
    fn touch(&self, block: &Block<'_>, lists: &Lists, users: &[UserId]) {
        let mut all: [&[Edge]; TOUCHED] = [&[]; TOUCHED];
        let mut seen = 0;
        for (edges, user) in all.iter_mut().zip(users) {
            *edges = self.edges.get(lists.read(user.index()).copied().unwrap_or_default());
            seen ^= self.addresses.read(*user).map_or(0, |addresses| addresses.0);
            // Of the columns of the block those that lie in it.
            let place = user.index().wrapping_sub(block.number.wrapping_mul(BLOCK));
            seen ^= block.settled.get(place).copied().unwrap_or_default();
            seen ^= block.direct.get(place).map_or(0, |direct| direct.0);
            seen ^= block.locations.get(place).map_or(0, |location| u32::from(*location));
            seen ^= block.flags.get(place).map_or(0, |flags| u32::from(flags.has(Flags::PLAIN)));
        }
        // The fewer instructions in between, the more is asked together.
        for edges in all {
            for edge in [edges.first(), edges.get(EDGES_OF_LINE), edges.last()] {
                seen ^= edge.map_or(0, |edge| edge.outcome.0);
            }
        }
        core::hint::black_box(seen);
    }

    /// Makes the step of the user at a place of the block.
    #[inline(never)]
    fn step(&mut self, block: &mut Block<'_>, place: usize) -> Step {
        match self.make(block, place) {
            Ok(changed) => Step::Made(changed),
            Err(need) => Step::Needs(need),
        }
    }

    #[inline(always)]
    fn make(&mut self, block: &mut Block<'_>, place: usize) -> Result<bool, Need> {
        self.paths.clear();
        if *block.settled.get(place).ok_or(Need::Rules)? == self.period {
            return Ok(false);
        }
        let list = *block.lists.get(place).filter(|list| list.length <= MOST_GROUPS).ok_or(Need::Rules)?;
        let direct = match *block.direct.get(place).ok_or(Need::Rules)? {
            OutcomeId::NONE => BriefHolding::default(),
            direct => self.held_by(direct)?,
        };
        let user = UserId::at(block.number.wrapping_mul(BLOCK).wrapping_add(place));
        let location = usize::from(*block.locations.get(place).ok_or(Need::Rules)?);
        let country = location.checked_sub(1).unwrap_or(self.country);
        if self.may_be_new(list) && self.give_all(block, place, (user, list, country), &direct) {
            return Ok(true);
        }
        self.make_another(block, place, (user, list, country), direct)
    }

    /// Whether a user may have nothing yet of what the groups carry: not by the first of them. Who has none is not new.
    #[inline(always)]
    fn may_be_new(&self, list: Head) -> bool {
        self.edges.get(list).first().is_some_and(|edge| edge.outcome == OutcomeId::NONE)
    }

    /// What a path with these rows holds.
    #[inline(never)]
    fn held_by(&self, outcome: OutcomeId) -> Result<BriefHolding, Need> {
        let mut held = BriefHolding::default();
        add_if(&mut held, self.known, have(self.outcomes, outcome))?;
        Ok(held)
    }

    /// Makes the step of a user who does not simply get all that its groups carry. Apart, and with what is held directly by
    /// value, so that the step of most users need not keep that in memory.
    #[inline(never)]
    fn make_another(
        &mut self,
        block: &mut Block<'_>,
        place: usize,
        (user, list, country): (UserId, Head, usize),
        direct: BriefHolding,
    ) -> Result<bool, Need> {
        if self.may_be_new(list) && self.give_some(block, place, (user, list, country), &direct)? {
            return Ok(true);
        }
        self.paths.clear();
        if self.give_again(block, place, (user, list, country), &direct)? {
            return Ok(true);
        }
        self.paths.clear();
        let mut held = direct;
        let Listed { takes, brings_mailbox, goes } = self.list(user, list, &mut held)?;
        if self.paths.is_empty() {
            block.mark(place, self.period);
            return Ok(false);
        }
        let began = held;
        let mut lacks_addresses = false;
        if began.has_mailbox() || brings_mailbox {
            lacks_addresses = self.lacks_addresses(block, place, user).ok_or(Need::Rules)?;
        }
        let done = match goes {
            // Who lacks addresses beside is calculated some.
            true if lacks_addresses => return Err(Need::Rules),
            true => self.take_away(list, &direct, &mut held)?,
            false => self.try_all(list, &direct, &mut held, country, takes)?,
        };
        lacks_addresses &= held.has_mailbox() && done != 0;
        if lacks_addresses && block.principal_names.get(place) != Some(&TextId::DERIVED) {
            return Err(Need::Rules);
        }
        let all_done = done as usize == self.paths.len();
        if !all_done {
            self.check_lines()?;
        }
        if self.paths.iter().any(|path| path.began != OutcomeId::NONE) {
            self.check_times()?;
        }
        // From here on it is made.
        self.take_seats(&began, &held);
        if goes {
            self.give_seats_back(&began, &held);
        }
        if lacks_addresses && let Some(place) = self.addresses.get_mut(user) {
            *place = Addresses::CALCULATED;
        }
        let changed = self.write(block, place, (user, list), lacks_addresses);
        if all_done {
            block.mark(place, self.period);
        }
        Ok(changed || lacks_addresses)
    }

    /// Whether a user whose addresses are the ordinary ones, or none at all, has none.
    #[inline(always)]
    fn lacks_addresses(&self, block: &Block<'_>, place: usize, user: UserId) -> Option<bool> {
        let addresses = *self.addresses.read(user)?;
        let is_plain = self.plain && block.flags.get(place)?.has(Flags::PLAIN);
        let is_ordinary = is_plain && (addresses == Addresses::EMPTY || addresses == Addresses::CALCULATED);
        is_ordinary.then_some(addresses == Addresses::EMPTY)
    }
}
