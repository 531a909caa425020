//! The first act, in the opening example: the license of a group reaches its members, one of them does not get it, and
//! there are ways to mend that.

use std::collections::BTreeSet;

use licensing_core::Tenant;
use licensing_model::command::LicenseChange;
use licensing_model::{AssignmentError, AssignmentState, Command, License, Path, PlanId, ProductId, RuleSet};
use licensing_wording::{Text, Words, capital};

use crate::read;
use crate::route::{Address, Route, WhyTarget};
use licensing_scenario::sample::example;

/// How far the act is, and what is to be said and done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// What it shows.
    pub title: &'static str,
    /// How far it is.
    pub stage: Stage,
    /// What has just happened, or is about to.
    pub sentence: String,
    /// The explanation of what failed.
    pub why: Address,
    /// The ways to mend it while it is broken; the way to go on where nothing waits.
    pub ways: Vec<Way>,
}

/// How far the act is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The members wait for their license.
    Waiting,
    /// Noor was processed and does not get it.
    Failed,
    /// It was mended; nobody has processed her since.
    Mended,
    /// She has it.
    Done,
}

/// One way to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What is done.
    pub word: String,
    /// The commands that do it. What waits afterwards is still to be processed.
    pub commands: Vec<Command>,
}

/// The act, as long as its people and products are there.
pub fn act(tenant: &Tenant, words: Words) -> Option<Act> {
    let noor = tenant
        .user(example::NOOR)
        .filter(|user| user.deleted_at.is_none() && user.principal_name.starts_with("noor.visser@"))?;
    let template = tenant.group(example::SALES).filter(|group| group.deleted_at.is_none())?.template;
    let e3 = tenant.catalog().product_by_part_number(example::E3)?;
    let e1 = tenant.catalog().product_by_part_number(example::E1)?;
    let off = template.get(&e3)?;
    let path = Path::Group(example::SALES);
    let [user, group, product] =
        [noor.name.clone(), tenant.group_name(example::SALES), read::product_name(tenant, e3).name];
    let row = tenant.path(noor.user, e3, path);
    let waits = tenant.queue_length() > 0;
    let stage = match row.as_ref().map(|row| (row.state, row.error)) {
        Some((AssignmentState::Active, AssignmentError::None)) => Stage::Done,
        Some((_, AssignmentError::MutuallyExclusiveViolation)) if !clash(tenant, e1, e3, off) => Stage::Mended,
        Some((_, AssignmentError::MutuallyExclusiveViolation)) => Stage::Failed,
        None if waits => Stage::Waiting,
        // Something else happened than the act tells of.
        Some(_) | None => return None,
    };
    let is_together = clashing(tenant, e1, e3).0.is_empty() && tenant.path(noor.user, e1, Path::Direct).is_some();
    let sentence = match stage {
        Stage::Waiting => words.act_waiting(&group, &product, &user),
        Stage::Failed => {
            let failed = words.act_failed(&user, &product, words.text(Text::REASON_EXCLUSIVE));
            match tenant.rules() {
                // Whoever knows today's service would take it for outdated otherwise.
                RuleSet::Rules2019 => format!("{failed} {}", words.text(Text::ACT_OF_2019)),
                RuleSet::Today => failed,
            }
        }
        Stage::Done if is_together => words.act_together(&user, &product),
        Stage::Mended => words.act_mended(&user),
        Stage::Done => words.act_done(&user, &product),
    };
    let ways = match stage {
        Stage::Failed => ways(tenant, words, e1, e3, &noor.name, &group, off),
        // A changed direct license starts nothing by itself.
        Stage::Mended if !waits => {
            let word = words.reprocess_what(&noor.name);
            vec![Way { word, commands: vec![Command::ReprocessUser(example::NOOR)] }]
        }
        Stage::Waiting | Stage::Mended | Stage::Done => Vec::new(),
    };
    let why = Address::of(Route::Overview).with_why(WhyTarget { user: noor.user, product: e3, path });
    let title = words.text(match stage {
        Stage::Waiting | Stage::Failed | Stage::Mended if is_together => Text::ACT_TITLE_TOGETHER,
        Stage::Waiting | Stage::Failed | Stage::Mended => Text::ACT_TITLE,
        Stage::Done => Text::ACT_TITLE_DONE,
    });
    Some(Act { title, stage, sentence, why, ways })
}

/// The ways by which she gets it, in the order and in the words of all that are found: the direct license given for
/// another, and the article's three, no direct license, fewer plans in the group's, or fewer in the direct one.
fn ways(
    tenant: &Tenant,
    words: Words,
    e1: ProductId,
    e3: ProductId,
    user: &str,
    group: &str,
    off: &BTreeSet<PlanId>,
) -> Vec<Way> {
    let Some(direct) = tenant.path(example::NOOR, e1, Path::Direct) else { return Vec::new() };
    let off: Vec<PlanId> = off.iter().copied().collect();
    let swap = LicenseChange { add: vec![License { product: e3, disabled: off.clone() }], remove: vec![e1] };
    let (own, theirs) = clashing(tenant, e1, e3);
    let names = |plans: &[PlanId]| words.list(&plans.iter().map(|plan| tenant.plan_words(*plan)).collect::<Vec<_>>());
    let with = |product, mut disabled: Vec<PlanId>, more: &[PlanId]| {
        let further: Vec<PlanId> = more.iter().copied().filter(|plan| !disabled.contains(plan)).collect();
        disabled.extend(further);
        LicenseChange { add: vec![License { product, disabled }], remove: Vec::new() }
    };
    let less = with(e1, direct.disabled.into_iter().collect(), &own);
    let none = LicenseChange { add: Vec::new(), remove: vec![e1] };
    let way = |word: String, commands| Way { word: capital(&word), commands };
    let [own_tag, group_tag] = [e1, e3].map(|product| read::product_name(tenant, product).tag);
    let direct_then =
        |change| vec![Command::ChangeUserLicenses(example::NOOR, change), Command::ReprocessUser(example::NOOR)];
    vec![
        way(words.way_swap(user, &own_tag, &group_tag), direct_then(swap)),
        way(words.way_no_direct(user, &own_tag), direct_then(none)),
        way(
            words.way_less_group(&names(&theirs), &group_tag, group),
            vec![Command::ChangeGroupLicenses(example::SALES, with(e3, off, &theirs))],
        ),
        way(words.way_less_direct(&names(&own), user, &own_tag), direct_then(less)),
    ]
}

/// The plans of E1 and those of E3 that exclude each other, whatever is switched off.
fn clashing(tenant: &Tenant, e1: ProductId, e3: ProductId) -> (Vec<PlanId>, Vec<PlanId>) {
    let whole = |product| License { product, disabled: Vec::new() };
    let pairs = tenant.clashes_between(&whole(e1), &whole(e3));
    let each_once = |plans: BTreeSet<PlanId>| plans.into_iter().collect();
    (
        each_once(pairs.iter().map(|(own, _)| *own).collect()),
        each_once(pairs.iter().map(|(_, theirs)| *theirs).collect()),
    )
}

/// Whether plans that are on in Noor's direct E1 still exclude plans that the group gives.
fn clash(tenant: &Tenant, e1: ProductId, e3: ProductId, off: &BTreeSet<PlanId>) -> bool {
    let Some(direct) = tenant.path(example::NOOR, e1, Path::Direct) else { return false };
    let license =
        |product, disabled: &BTreeSet<PlanId>| License { product, disabled: disabled.iter().copied().collect() };
    !tenant.clashes_between(&license(e1, &direct.disabled), &license(e3, off)).is_empty()
}
