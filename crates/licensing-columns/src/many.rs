//! R4 for users against whom nothing stands, or nothing that did not stand against somebody before: the steps of many are
//! judged by few bits, and what a failure comes to is kept. They come to what the rules come to, and everybody else is left
//! to those.

use alloc::vec::Vec;

use licensing_model::{GroupId, UserId};

use super::brief::{BriefHolding, Obstacle, ProductBits, Verdict};
use super::column::Column;
use super::known::{Known, KnownGroup, OfGroup};
use super::lines::{Lines, MOST_WORDS, Nearness, Ready};
use super::list_pool::{Blocks, Head, Lists};
use super::numbers::{Outcome, OutcomeId, Seats, TemplateId, TextId, TimesId, Waiting};
use super::user::{Addresses, Edge, Flags};

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
    /// Groups and templates.
    pub known: &'a mut Known,
    /// Seats by product.
    pub seats: &'a mut [Seats],
    /// Whether a product has run out of them.
    pub ran_out: bool,
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
}

/// A group that does not give yet what it carries.
#[derive(Clone, Copy, Debug)]
pub struct Path {
    /// Its place among the user's edges.
    place: u32,
    group: u32,
    began: OutcomeId,
    now: OutcomeId,
    /// What is in force on the path.
    have: TemplateId,
    /// How many changes in force there had been at the last try.
    tried_at: u32,
    /// Where it is kept what the last try failed with.
    kept: u32,
    /// Whether plans are to be taken away that it has.
    takes: bool,
    /// Whether it gives what the group carries.
    done: bool,
}

const NEVER: u32 = u32::MAX;

/// A path that has other rows, of which times are to be told or errors to be counted.
#[derive(Clone, Copy, Debug)]
pub struct Later {
    /// Whose.
    pub user: UserId,
    /// Its place among the user's edges.
    pub place: usize,
    /// Of which group.
    pub group: GroupId,
    /// The rows until then.
    pub before: OutcomeId,
    /// The rows from then on.
    pub now: OutcomeId,
    /// When it was.
    pub clock: u32,
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

/// The event that a path got other rows, as the log numbers it.
pub const PATH_CHANGED: u8 = 42;
/// The event that a path failed.
pub const PATH_FAILED: u8 = 43;
/// The event that addresses were calculated.
pub const ADDRESSES_CALCULATED: u8 = 45;

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
            let (rest, mut block) = self.block(run.0 as usize / BLOCK);
            // No run of another kind lies in a block of users.
            while let Some(run) = runs.at(went.places).filter(|run| run.0 as usize / BLOCK == block.number) {
                if went.users >= most || went.left == 0 {
                    return went;
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

/// What is true of one of the groups that are listed.
struct Listed {
    /// It is to lose a plan.
    takes: bool,
    /// It carries a mailbox plan.
    brings_mailbox: bool,
}

impl Rest<'_> {
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
        let mut held = BriefHolding::default();
        let direct = *block.direct.get(place).ok_or(Need::Rules)?;
        if direct != OutcomeId::NONE {
            add_if(&mut held, self.known, have(self.outcomes, direct))?;
        }
        let direct = held;
        let user = UserId::at(block.number.wrapping_mul(BLOCK).wrapping_add(place));
        let Listed { takes, brings_mailbox } = self.list(user, list, &mut held)?;
        if self.paths.is_empty() {
            block.mark(place, self.period);
            return Ok(false);
        }
        let began = held;
        let mut lacks_addresses = false;
        if began.mailbox || brings_mailbox {
            let addresses = *self.addresses.read(user).ok_or(Need::Rules)?;
            let is_plain = self.plain && block.flags.get(place).is_some_and(|flags| flags.has(Flags::PLAIN));
            if !is_plain || addresses != Addresses::EMPTY && addresses != Addresses::CALCULATED {
                return Err(Need::Rules);
            }
            lacks_addresses = addresses == Addresses::EMPTY;
        }
        let location = usize::from(*block.locations.get(place).ok_or(Need::Rules)?);
        let country = location.checked_sub(1).unwrap_or(self.country);
        let done = self.try_all(list, &direct, &mut held, country, takes)?;
        lacks_addresses &= held.mailbox && done != 0;
        if lacks_addresses && block.principal_names.get(place) != Some(&TextId::DERIVED) {
            return Err(Need::Rules);
        }
        let all_done = done as usize == self.paths.len();
        if !all_done {
            self.check_lines()?;
        }
        // From here on it is made.
        self.take_seats(&began, &held);
        if lacks_addresses && let Some(place) = self.addresses.get_mut(user) {
            *place = Addresses::CALCULATED;
        }
        let changed = self.write(user, list, lacks_addresses);
        if all_done {
            block.mark(place, self.period);
        }
        Ok(changed || lacks_addresses)
    }

    /// Lists the groups that do not give what they carry, and adds what the others hold.
    #[inline(always)]
    fn list(&mut self, user: UserId, list: Head, held: &mut BriefHolding) -> Result<Listed, Need> {
        let Rest { edges, known, outcomes, paths, .. } = self;
        let mut listed = Listed { takes: false, brings_mailbox: false };
        for (place, edge) in (0..).zip(edges.get(list)) {
            let (want, brings_mailbox) = match known.group(edge.number()) {
                OfGroup::Carries(group) => (group.template, group.brief.mailbox),
                OfGroup::Empty => (TemplateId::EMPTY, false),
                // Rows that remain.
                OfGroup::Nothing if edge.is_left() => return Err(Need::Rules),
                OfGroup::Nothing => return Err(Need::Groups(user)),
            };
            let (began, mut have, mut takes) = (edge.outcome, TemplateId::EMPTY, false);
            if began == OutcomeId::NONE {
                if want == TemplateId::EMPTY {
                    continue;
                }
            } else {
                let outcome = outcomes.get(began.0 as usize).ok_or(Need::Rules)?;
                have = outcome.have;
                add_if(held, known, have)?;
                if have == want && !outcome.has_error {
                    continue;
                }
                if have == want || want == TemplateId::EMPTY {
                    return Err(Need::Rules);
                }
                if have != TemplateId::EMPTY {
                    takes = known.change(have, want).ok_or(Need::Change(have, want))?.takes;
                    listed.takes |= takes;
                }
            }
            listed.brings_mailbox |= brings_mailbox;
            let group = edge.number();
            paths.push(Path { place, group, began, now: began, have, tried_at: NEVER, kept: 0, takes, done: false });
        }
        Ok(listed)
    }

    /// R4.1: tries the groups in turn until a pass changes no path. Answers how many give what they carry.
    #[inline(always)]
    fn try_all(
        &mut self,
        list: Head,
        direct: &BriefHolding,
        held: &mut BriefHolding,
        country: usize,
        takes: bool,
    ) -> Result<u32, Need> {
        let Rest { edges, known, outcomes, paths, .. } = self;
        let (known, ground) = (&**known, known.ground(country));
        // A copy, which need not lie in memory.
        let (mut held, all) = (*held, held);
        let mut done = 0_u32;
        loop {
            let mut changed = false;
            // Those with something to take away first.
            for turn in if takes { &[true, false][..] } else { &[false] } {
                for at in 0..paths.len() {
                    let Some(path) = paths.get(at) else { break };
                    if path.takes != *turn || path.done || path.tried_at == done {
                        continue;
                    }
                    let OfGroup::Carries(group) = known.group(path.group) else { return Err(Need::Rules) };
                    let mut failed = None;
                    if path.have != TemplateId::EMPTY {
                        held = held_without(known, outcomes, edges.get(list), paths, at, direct)?;
                        let change = known.change(path.have, group.template).ok_or(Need::Rules)?;
                        if group.brief.judge_change(change, &held, &ground) != Verdict::Passes {
                            return Err(Need::Rules);
                        }
                    } else if !group.brief.passes(&held, &ground) {
                        failed = fail(known, group, held, country)?;
                    }
                    let Some(path) = paths.get_mut(at) else { break };
                    if let Some((outcome, kept)) = failed {
                        changed |= path.now != outcome;
                        (path.now, path.kept, path.tried_at) = (outcome, kept, done);
                        continue;
                    }
                    if group.given == OutcomeId::NONE {
                        return Err(Need::Given(GroupId::from_raw(path.group)));
                    }
                    changed = true;
                    (path.now, path.have, path.done) = (group.given, group.template, true);
                    held.add(&group.brief);
                    done = done.wrapping_add(1);
                }
            }
            let is_open = |path: &Path| !path.done && path.tried_at != done;
            if !changed || done as usize == paths.len() || !paths.iter().any(is_open) {
                *all = held;
                return Ok(done);
            }
        }
    }

    /// Looks whether what is to be logged of those that failed is known.
    #[inline(never)]
    fn check_lines(&self) -> Result<(), Need> {
        let mut text = TextId::DERIVED;
        for path in self.paths.iter().filter(|path| !path.done) {
            let OfGroup::Carries(group) = self.known.group(path.group) else { return Err(Need::Rules) };
            let kept = self.known.failure(group.template, path.kept).ok_or(Need::Rules)?;
            if kept.line.is_none() || kept.text != TextId::DERIVED && kept.text != self.newest_text {
                // Of two texts each would have to be the last one.
                let may_name_one = matches!(kept.obstacle, Obstacle::Exclusive(..));
                let is_line = text == TextId::DERIVED || !may_name_one;
                return Err(if is_line { Need::Line(group.template, path.kept) } else { Need::Rules });
            }
            text = if kept.text == TextId::DERIVED { text } else { kept.text };
        }
        Ok(())
    }

    /// R8.1: a seat of each product that the user holds after the step and did not hold before.
    #[inline(always)]
    fn take_seats(&mut self, before: &BriefHolding, after: &BriefHolding) {
        let ProductBits(taken) = before.missing_of(after);
        // Half by half: numbers of twice the width are slow.
        for (half, mut bits) in [(0, taken as u64), (64, (taken >> 64) as u64)] {
            while bits != 0 {
                let product = (bits.trailing_zeros() as usize).wrapping_add(half);
                bits &= bits.wrapping_sub(1);
                let place = self.known.products.get(product).map(|product| product.index());
                if let Some(seats) = place.and_then(|place| self.seats.get_mut(place)) {
                    seats.consumed = seats.consumed.saturating_add(1);
                    if seats.consumed >= seats.assignable {
                        self.known.free &= !1_u128.wrapping_shl(product as u32);
                        self.ran_out = true;
                    }
                }
            }
        }
    }

    /// Writes the rows, and logs what became of the addresses and of each path. Answers whether a row changed.
    #[inline(always)]
    fn write(&mut self, user: UserId, list: Head, lacks_addresses: bool) -> bool {
        let Rest { edges, known, lines, clock, paths, .. } = self;
        let times = TimesId::same(*clock);
        let (mut changed, mut has_more) = (false, false);
        let edges = edges.get_mut(list);
        let events = paths.len().wrapping_add(usize::from(lacks_addresses));
        let Some(mut written) = lines.about_user(*clock, user.raw(), events) else {
            return self.write_at_end_of_page(user, list, lacks_addresses);
        };
        if lacks_addresses {
            written.of_no_command(ADDRESSES_CALCULATED, &[0, 1]);
        }
        for path in &**paths {
            let Some(edge) = edges.get_mut(path.place as usize) else { continue };
            let OfGroup::Carries(group) = known.group(path.group) else { continue };
            changed |= path.take_rows(edge, times);
            if path.done && path.began == OutcomeId::NONE {
                written.event(PATH_CHANGED, &group.line);
                continue;
            }
            has_more = true;
            if path.done {
                written.event_of(PATH_CHANGED, path.group, &path.line());
            } else if let Some(ready) = known.line_of_failure(group, path.kept) {
                written.event_of(PATH_FAILED, path.group, ready);
            }
        }
        written.finish(events);
        if has_more {
            self.put_off(user);
        }
        changed
    }

    /// Notes what is left to be done, from the last path to the first.
    #[inline(never)]
    fn put_off(&mut self, user: UserId) {
        for path in self.paths.iter().rev() {
            let Path { place, group, began: before, now, done, .. } = *path;
            if now != before && !(done && before == OutcomeId::NONE) {
                let (place, group) = (place as usize, GroupId::from_raw(group));
                self.later.push(Later { user, place, group, before, now, clock: self.clock });
            }
        }
    }

    /// The same as [`Rest::write`] where a page of the log ends.
    #[inline(never)]
    fn write_at_end_of_page(&mut self, user: UserId, list: Head, lacks_addresses: bool) -> bool {
        let Rest { edges, known, lines, clock, paths, .. } = self;
        let (mut changed, edges) = (false, edges.get_mut(list));
        if lacks_addresses {
            let numbers =
                [(Nearness::Command, 0), (Nearness::User, user.raw()), (Nearness::Far, 0), (Nearness::Far, 1)];
            lines.write(*clock, ADDRESSES_CALCULATED, &numbers);
        }
        for path in &**paths {
            let Some(edge) = edges.get_mut(path.place as usize) else { continue };
            let OfGroup::Carries(group) = known.group(path.group) else { continue };
            changed |= path.take_rows(edge, TimesId::same(*clock));
            let (tag, ready) = match path.done {
                true => (PATH_CHANGED, path.line()),
                false => (PATH_FAILED, known.line_of_failure(group, path.kept).copied().unwrap_or_default()),
            };
            let mut numbers = [(Nearness::Far, 0); MOST_WORDS];
            let (user, group) = ((Nearness::User, user.raw()), (Nearness::Far, path.group));
            let all = [user, group].into_iter().chain(ready.numbers().map(|number| (Nearness::Far, number)));
            let count = numbers.iter_mut().zip(all).map(|(place, number)| *place = number).count();
            lines.write(*clock, tag, numbers.get(..count).unwrap_or_default());
        }
        self.put_off(user);
        changed
    }
}

impl Path {
    /// Puts its rows in the user's edge; the times of other rows are told later. Answers whether they are others.
    #[inline(always)]
    fn take_rows(&self, edge: &mut Edge, times: TimesId) -> bool {
        edge.outcome = self.now;
        if self.began == OutcomeId::NONE {
            edge.times = times;
        }
        self.now != self.began
    }

    /// The numbers behind the group's of the event that it got other rows.
    #[inline(never)]
    fn line(&self) -> Ready<32> {
        Ready::new(&[self.began.0, self.now.0])
    }
}

/// What a path with these rows has in force.
fn have(outcomes: &[Outcome], outcome: OutcomeId) -> TemplateId {
    outcomes.get(outcome.0 as usize).map_or(TemplateId::EMPTY, |outcome| outcome.have)
}

/// Adds a path in force, unless it has nothing.
#[inline(always)]
fn add_if(held: &mut BriefHolding, known: &Known, have: TemplateId) -> Result<(), Need> {
    if have != TemplateId::EMPTY {
        held.add(known.brief(have).ok_or(Need::Brief(have))?);
    }
    Ok(())
}

/// What a group that does not simply pass fails with; nothing where it passes after all.
#[inline(never)]
fn fail(
    known: &Known,
    group: &KnownGroup,
    held: BriefHolding,
    country: usize,
) -> Result<Option<(OutcomeId, u32)>, Need> {
    match group.brief.judge(&held, &known.ground(country)) {
        Verdict::Passes => Ok(None),
        Verdict::Unsure => Err(Need::Rules),
        Verdict::Fails(obstacle) => {
            let kept = known.place_of_failure(group.template, obstacle);
            Ok(Some(kept.ok_or(Need::Failure(group.template, obstacle))?))
        }
    }
}

/// What the user holds but for the path at `own`.
#[inline(never)]
fn held_without(
    known: &Known,
    outcomes: &[Outcome],
    edges: &[Edge],
    paths: &[Path],
    own: usize,
    direct: &BriefHolding,
) -> Result<BriefHolding, Need> {
    let mut held = *direct;
    let mut paths = paths.iter().enumerate().peekable();
    for (place, edge) in (0..).zip(edges) {
        match paths.next_if(|(_, path)| path.place == place) {
            Some((at, _)) if at == own => {}
            Some((_, path)) => add_if(&mut held, known, path.have)?,
            None => add_if(&mut held, known, have(outcomes, edge.outcome))?,
        }
    }
    Ok(held)
}
