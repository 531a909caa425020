//! Ways to mend an error.

use licensing_core::Tenant;
use licensing_core::cure::CureKind;
use licensing_foresight::{Keep, Level, Mends, Repair, Repairs};
use licensing_model::{Command, UserId};
use licensing_wording::{Text, Words, capital};

use super::deed::{Deed, deeds};
use super::preview::figures;
use super::shape::Figure;
use crate::status::Tone;

/// The repairs of an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairsView {
    /// How many ways there are, or what was tried in vain, or that nothing needs to be done.
    pub title: String,
    /// The ways, best first.
    pub repairs: Vec<RepairView>,
}

/// One way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairView {
    /// What it does: its commands as one sentence.
    pub what: String,
    /// What it costs.
    pub level: &'static str,
    /// The color of that.
    pub tone: Tone,
    /// What else it leads to.
    pub effects: Vec<String>,
    /// How many commands it is, in words.
    pub steps: String,
    /// The commands.
    pub commands: Vec<Command>,
}

/// Repairs of several errors at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendingView {
    /// How they were found, or that none were.
    pub lead: String,
    /// The proposals, best first.
    pub proposals: Vec<MendsView>,
}

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendsView {
    /// How many errors it cures.
    pub cures: String,
    /// That it costs nothing, where it costs nothing.
    pub free: Option<&'static str>,
    /// What it does.
    pub changes: Vec<String>,
    /// What it leads to.
    pub figures: Vec<Figure>,
    /// The commands.
    pub commands: Vec<Command>,
}

/// What would be accepted in the place of what was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayView {
    /// What it does.
    pub changes: Vec<String>,
    /// The commands.
    pub commands: Vec<Command>,
}

/// A way to do what was refused after all, as it is shown.
pub fn way(words: Words, tenant: &Tenant, commands: Vec<Command>) -> WayView {
    WayView { changes: changes(words, tenant, &commands), commands }
}

/// What comes first, in words.
pub fn keep_name(words: Words, keep: Keep) -> &'static str {
    words.text(match keep {
        Keep::Mail => Text::KEEP_MAIL,
        Keep::Seats => Text::KEEP_SEATS,
        Keep::Money => Text::KEEP_MONEY,
        Keep::Commands => Text::KEEP_COMMANDS,
    })
}

/// The repairs of an error of `user`, as they are shown.
pub fn repairs(words: Words, tenant: &Tenant, user: UserId, repairs: &Repairs) -> RepairsView {
    let title = match repairs.repairs.len() {
        0 if repairs.comes_by_itself => words.text(Text::REPAIRS_BY_ITSELF).to_string(),
        0 => words.repairs_none(&kinds(words, &repairs.tried)),
        number => words.repairs_ways(number),
    };
    RepairsView { title, repairs: repairs.repairs.iter().map(|repair| view(words, tenant, user, repair)).collect() }
}

/// That no way was found to do what was refused after all, and what was tried; nothing where nothing can be tried.
pub fn none_instead(words: Words, tried: &[CureKind]) -> Option<String> {
    (!tried.is_empty()).then(|| words.repairs_none(&kinds(words, tried)))
}

/// Kinds of cures, in words.
fn kinds(words: Words, kinds: &[CureKind]) -> String {
    words.list(&kinds.iter().map(|kind| words.text(kind_name(*kind)).to_string()).collect::<Vec<_>>())
}

/// Proposals for several errors, as they are shown: so many of all errors were looked at.
pub fn mending(
    words: Words,
    tenant: &Tenant,
    mends: &[Mends],
    (looked_at, all): (usize, usize),
    tried: &[CureKind],
) -> MendingView {
    let view = |mends: &Mends| MendsView {
        cures: words.mending_cures(looked_at, mends.cured),
        free: mends.is_free.then(|| words.text(Text::MENDING_FREE)),
        changes: changes(words, tenant, &mends.commands),
        figures: figures(words, tenant, &mends.summary),
        commands: mends.commands.clone(),
    };
    let lead = match mends.is_empty() {
        true => words.mending_none(&kinds(words, tried)),
        false if looked_at < all => words.mending_found_first(looked_at, all),
        false => words.text(Text::MENDING_FOUND).to_string(),
    };
    MendingView { lead, proposals: mends.iter().map(view).collect() }
}

fn view(words: Words, tenant: &Tenant, user: UserId, repair: &Repair) -> RepairView {
    let (level, tone) = match repair.level {
        Level::Cures => (Text::LEVEL_CURES, Tone::Ok),
        Level::SideEffects => (Text::LEVEL_SIDE_EFFECTS, Tone::Warning),
        Level::NeedsChoice => (Text::LEVEL_NEEDS_CHOICE, Tone::Wait),
    };
    let deeds = deeds(words, tenant, &repair.commands).into_iter().zip(&repair.commands);
    let (mut what, mut switched) = (Vec::new(), Vec::new());
    for (deed, _) in deeds.filter(|(_, command)| !is_aside(command, &repair.commands)) {
        what.push(deed.what);
        switched.extend(deed.switched);
    }
    RepairView {
        what: capital(&words.list(&what)),
        level: words.text(level),
        tone,
        effects: switched.into_iter().chain(effects(words, tenant, user, repair)).collect(),
        steps: words.repair_steps(repair.commands.len()),
        commands: repair.commands.clone(),
    }
}

/// What commands do, one line each.
fn changes(words: Words, tenant: &Tenant, commands: &[Command]) -> Vec<String> {
    deeds(words, tenant, commands).into_iter().map(Deed::whole).collect()
}

/// Processing somebody again is part of a way, and not what it is called by, unless it is all.
fn is_aside(command: &Command, all: &[Command]) -> bool {
    all.len() > 1 && matches!(command, Command::ReprocessUser(_))
}

fn effects(words: Words, tenant: &Tenant, user: UserId, repair: &Repair) -> Vec<String> {
    let name = tenant.user_name(user);
    let (gained, lost) = repair.plans;
    let summary = &repair.summary;
    let others = |all: usize, own: bool| all.saturating_sub(usize::from(own));
    let mut said: Vec<String> = Vec::new();
    let mut say = |number: usize, sentence: &dyn Fn(usize) -> String| {
        if number > 0 {
            said.push(sentence(number));
        }
    };
    say(gained, &|number| words.repair_gains_plans(number, &name));
    say(lost, &|number| words.repair_loses_plans(number, &name));
    say(repair.bought as usize, &|number| words.repair_buys(number));
    say(repair.mailbox_steps as usize, &|number| words.repair_gap(&words.count_steps(number)));
    say(others(summary.lose_plans, lost > 0), &|number| words.repair_others_lose(number));
    say(summary.fail + summary.fail_otherwise, &|number| words.repair_others_fail(number));
    say(others(summary.heal, true), &|number| words.repair_others_heal(number));
    say(summary.addresses, &|number| words.repair_addresses(number));
    let again = repair.commands.iter().filter(|command| is_aside(command, &repair.commands));
    said.extend(again.filter_map(|command| match command {
        Command::ReprocessUser(user) => Some(words.repair_reprocesses(&tenant.user_name(*user))),
        _ => None,
    }));
    if !repair.in_force {
        said.push(words.text(Text::REPAIR_GIVES_UP).to_string());
    }
    if repair.mailbox_steps == 0 && lost > 0 && gained > 0 && summary.lose_mailbox == 0 {
        said.push(words.text(Text::REPAIR_KEEPS_MAIL).to_string());
    }
    said
}

const fn kind_name(kind: CureKind) -> Text {
    match kind {
        CureKind::Reprocess => Text::KIND_REPROCESS,
        CureKind::Buy => Text::KIND_BUY,
        CureKind::RemoveDirect => Text::KIND_REMOVE_DIRECT,
        CureKind::Swap => Text::KIND_SWAP,
        CureKind::Leave => Text::KIND_LEAVE,
        CureKind::Join => Text::KIND_JOIN,
        CureKind::TurnOff => Text::KIND_TURN_OFF,
        CureKind::AddPrerequisite => Text::KIND_ADD_PREREQUISITE,
        CureKind::Locate => Text::KIND_LOCATE,
        CureKind::Address => Text::KIND_ADDRESS,
    }
}
