//! Whether a lesson does what it promises: everything that its tests and its author's kit look at.

use std::collections::BTreeMap;
use std::sync::Arc;

use licensing_core::{Action, Tenant};
use licensing_model::command::LicenseChange;
use licensing_model::{Catalog, Command};
use licensing_scenario::part::word;
use licensing_wording::{Language, Text, Words};

use crate::hand::{Hand, LESSON};
use crate::judge::{Judge, Standing};
use crate::lesson::Lesson;
use crate::progress::Help;
use crate::texts::Texts;
use crate::{read_lesson, variant, write_lesson};

/// The longest link to a lesson at the end of its longest way.
pub const LONGEST_LINK: usize = 500;

/// A way that belongs to a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The solution that is shown.
    Solution,
    /// Another one, by its place.
    Other(usize),
    /// One that is not enough, by its place.
    Wrong(usize),
}

/// What stands between the end of a way and a solved lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// This goal.
    Goal(String),
    /// Something waits in the queue.
    Queue,
    /// Something was done that is not allowed.
    Forbidden,
}

/// What solves a lesson without any thought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Doing nothing.
    Nothing,
    /// Taking all licenses away.
    Licenses,
    /// Taking everybody out of all groups.
    Members,
    /// Deleting everybody.
    Users,
    /// Deleting all groups.
    Groups,
    /// Deleting everything.
    Everything,
}

/// A text that a language lacks, or has too much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// The title.
    Title,
    /// What it is about.
    Summary,
    /// The story.
    Story,
    /// What this goal says.
    Goal(String),
    /// What this hint says.
    Hint(String),
    /// The text of a goal or a hint that is not there.
    Stray(String),
}

/// What a lesson does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The scenario does not open, or leaves out some of its actions.
    Beginning(String),
    /// It has no goal.
    NoGoal,
    /// It has no solution.
    NoSolution,
    /// A solution does not solve it.
    NotSolved(Way, Vec<Unmet>),
    /// A command of a way is refused.
    Refused(Way),
    /// The wrong way at this place reaches the goal that it should not reach.
    NotWrong(usize),
    /// No way calls for the hint at this place.
    NoHint(usize),
    /// It is solved by this already.
    TooEasy(Shortcut),
    /// A language lacks these texts, or has these that nothing calls for.
    Texts(Language, Vec<Lacking>),
    /// What is written is not what was read.
    NotTheSame,
    /// A link to it is so long.
    LongLink(usize),
}

impl Fault {
    /// The fault in the language of `words`; none where it does not concern whoever writes a lesson in the page.
    pub fn say(&self, lesson: &Lesson, words: Words) -> Option<String> {
        let texts = lesson.own_texts(words.language());
        let goal = |id: &String| texts.and_then(|texts| texts.goals.get(id)).unwrap_or(id).clone();
        let hint = |id: &String| texts.and_then(|texts| texts.hints.get(id)).unwrap_or(id).clone();
        let way = |way: &Way| match way {
            Way::Solution => words.text(Text::FAULT_SOLUTION).to_string(),
            Way::Other(place) => words.fault_other(place.saturating_add(1)),
            Way::Wrong(place) => words.fault_wrong(place.saturating_add(1)),
        };
        let unmet = |unmet: &Unmet| match unmet {
            Unmet::Goal(id) => words.fault_quoted(&goal(id)),
            Unmet::Queue => words.text(Text::FAULT_QUEUE).to_string(),
            Unmet::Forbidden => words.text(Text::FAULT_FORBIDDEN).to_string(),
        };
        let lacking = |lacking: &Lacking| match lacking {
            Lacking::Title => words.text(Text::FAULT_TITLE).to_string(),
            Lacking::Summary => words.text(Text::FAULT_SUMMARY).to_string(),
            Lacking::Story => words.text(Text::FAULT_STORY).to_string(),
            Lacking::Goal(id) => words.fault_goal(lesson.goal(id).unwrap_or_default().saturating_add(1)),
            Lacking::Hint(id) => {
                let place = lesson.hints.iter().position(|hint| hint.id == *id);
                words.fault_hint(place.unwrap_or_default().saturating_add(1))
            }
            Lacking::Stray(id) => words.fault_stray(id),
        };
        Some(match self {
            Fault::Beginning(what) => words.fault_beginning(what),
            Fault::NoGoal => words.text(Text::FAULT_NO_GOAL).to_string(),
            Fault::NoSolution => words.text(Text::FAULT_NO_SOLUTION).to_string(),
            Fault::NotSolved(which, goals) => {
                words.fault_not_solved(&way(which), &words.list(&goals.iter().map(unmet).collect::<Vec<_>>()))
            }
            Fault::Refused(which) => words.fault_refused(&way(which)),
            Fault::NotWrong(place) => {
                let fails = lesson.wrong.get(*place).map(|wrong| goal(&wrong.fails)).unwrap_or_default();
                words.fault_not_wrong(&way(&Way::Wrong(*place)), &fails)
            }
            Fault::NoHint(place) => {
                words.fault_no_hint(&lesson.hints.get(*place).map(|own| hint(&own.id)).unwrap_or_default())
            }
            Fault::TooEasy(by) => words.fault_too_easy(words.text(match by {
                Shortcut::Nothing => Text::FAULT_BY_NOTHING,
                Shortcut::Licenses => Text::FAULT_BY_LICENSES,
                Shortcut::Members => Text::FAULT_BY_MEMBERS,
                Shortcut::Users => Text::FAULT_BY_USERS,
                Shortcut::Groups => Text::FAULT_BY_GROUPS,
                Shortcut::Everything => Text::FAULT_BY_ALL,
            })),
            Fault::Texts(language, keys) => {
                words.fault_texts(language.name(), &words.list(&keys.iter().map(lacking).collect::<Vec<_>>()))
            }
            Fault::NotTheSame => words.text(Text::FAULT_NOT_THE_SAME).to_string(),
            Fault::LongLink(_) => return None,
        })
    }
}

/// Everything that is wrong with a lesson. `texts` are its words by language.
pub fn faults(lesson: &Lesson, texts: &[(Language, &Texts)], catalog: &Arc<Catalog>) -> Vec<Fault> {
    let mut faults = ways(lesson, catalog);
    faults.extend(texts.iter().filter_map(|(language, texts)| words(lesson, *language, texts)));
    faults
}

/// What is wrong with a lesson whatever its words are.
pub fn ways(lesson: &Lesson, catalog: &Arc<Catalog>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let opened = match lesson.scenario.clone().open(catalog.clone()) {
        Ok(opened) => opened,
        Err(error) => return vec![Fault::Beginning(error.to_string())],
    };
    if let Some(skipped) = opened.skipped.first() {
        faults.push(Fault::Beginning(format!("action {} is refused: {:?}", skipped.action, skipped.refusal)));
    }
    if lesson.reference.is_empty() {
        faults.push(Fault::NoSolution);
    }
    if lesson.goals.is_empty() {
        faults.push(Fault::NoGoal);
    }
    let beginning = opened.history.tenant().clone();
    if !lesson.reference.is_empty() && !lesson.goals.is_empty() {
        let mut hinted = vec![false; lesson.hints.len()];
        prove_solutions(lesson, &beginning, &mut hinted, &mut faults);
        prove_wrong(lesson, &beginning, &mut hinted, &mut faults);
        let missing = hinted.iter().enumerate().filter(|(_, hinted)| !**hinted);
        faults.extend(missing.map(|(place, _)| Fault::NoHint(place)));
        prove_not_too_easy(lesson, &beginning, &mut faults);
    }
    prove_writing(lesson, catalog, &mut faults);
    faults.extend(long_link(lesson));
    faults
}

/// The solutions with what they are called.
fn solutions(lesson: &Lesson) -> Vec<(Way, &[Action])> {
    let others = lesson.others.iter().enumerate();
    let others = others.map(|(place, actions)| (Way::Other(place), actions.as_slice()));
    std::iter::once((Way::Solution, lesson.reference.as_slice())).chain(others).collect()
}

/// Follows a way and notes the hints that the learner would see on it.
fn follow<'l>(lesson: &'l Lesson, beginning: &Tenant, actions: &[Action], hinted: &mut [bool]) -> (Judge<'l>, usize) {
    let mut judge = Judge::new(lesson, beginning.clone());
    let mut note = |judge: &Judge<'_>| {
        if !judge.verdict().is_solved() {
            for place in judge.hints() {
                if let Some(hinted) = hinted.get_mut(place) {
                    *hinted = true;
                }
            }
        }
    };
    note(&judge);
    let mut refused = 0;
    for action in actions {
        refused += usize::from(judge.act(action).is_err());
        note(&judge);
    }
    (judge, refused)
}

fn prove_solutions(lesson: &Lesson, beginning: &Tenant, hinted: &mut [bool], faults: &mut Vec<Fault>) {
    for (way, actions) in solutions(lesson) {
        let (judge, refused) = follow(lesson, beginning, actions, hinted);
        let verdict = judge.verdict();
        if refused > 0 {
            faults.push(Fault::Refused(way));
        }
        if !verdict.is_solved() {
            let open = lesson.goals.iter().zip(&verdict.goals);
            let open = open.filter(|(_, goal)| !matches!(goal.standing, Standing::Reached | Standing::Kept));
            let mut open: Vec<_> = open.map(|(goal, _)| Unmet::Goal(goal.id.clone())).collect();
            if !verdict.idle {
                open.push(Unmet::Queue);
            }
            if verdict.forbidden.is_some() {
                open.push(Unmet::Forbidden);
            }
            faults.push(Fault::NotSolved(way, open));
        }
    }
}

fn prove_wrong(lesson: &Lesson, beginning: &Tenant, hinted: &mut [bool], faults: &mut Vec<Fault>) {
    for (place, wrong) in lesson.wrong.iter().enumerate() {
        let (judge, refused) = follow(lesson, beginning, &wrong.actions, hinted);
        if refused > 0 {
            faults.push(Fault::Refused(Way::Wrong(place)));
        }
        let verdict = judge.verdict();
        let goal = lesson.goal(&wrong.fails).and_then(|place| verdict.goals.get(place));
        if goal.is_none_or(|goal| matches!(goal.standing, Standing::Reached | Standing::Kept)) {
            faults.push(Fault::NotWrong(place));
        }
    }
}

fn prove_not_too_easy(lesson: &Lesson, beginning: &Tenant, faults: &mut Vec<Fault>) {
    let settled = |commands: Vec<Command>| {
        // What is not allowed to the learner is no way out either, so that only what is accepted and allowed counts.
        let mut judge = Judge::new(lesson, beginning.clone());
        for command in commands {
            let action = Action::Command(command);
            if lesson.allows(word(&action)) {
                let _ = judge.act(&action);
            }
        }
        let _ = judge.act(&Action::Steps(10_000));
        judge.verdict().is_solved()
    };
    let users: Vec<_> = beginning.users().collect();
    let direct = users.iter().map(|user| {
        let remove = beginning.direct_products(*user).collect();
        Command::ChangeUserLicenses(*user, LicenseChange { add: Vec::new(), remove })
    });
    let templates = beginning.groups().map(|group| {
        let carried = beginning.group(group).map(|details| details.template).unwrap_or_default();
        let remove = carried.into_keys().collect();
        Command::ChangeGroupLicenses(group, LicenseChange { add: Vec::new(), remove })
    });
    let members = beginning.groups().flat_map(|group| {
        let members: Vec<_> = beginning.members_of(group).collect();
        members.into_iter().map(move |member| Command::RemoveMember(group, member))
    });
    let groups: Vec<_> = beginning.groups().map(Command::DeleteGroup).collect();
    let delete_users = users.iter().map(|user| Command::DeleteUser(*user));
    let licenses: Vec<_> = direct.chain(templates).collect();
    let ways = [
        (Shortcut::Nothing, Vec::new()),
        (Shortcut::Licenses, licenses.clone()),
        (Shortcut::Members, members.collect()),
        (Shortcut::Users, delete_users.clone().collect()),
        (Shortcut::Groups, licenses.iter().cloned().chain(groups.clone()).collect()),
        (Shortcut::Everything, licenses.into_iter().chain(groups).chain(delete_users).collect()),
    ];
    faults.extend(ways.into_iter().filter(|(_, commands)| settled(commands.clone())).map(|(by, _)| Fault::TooEasy(by)));
}

/// What is wrong with the words of a lesson in one language.
pub fn words(lesson: &Lesson, language: Language, texts: &Texts) -> Option<Fault> {
    let mut lacking = Vec::new();
    if texts.title.is_empty() {
        lacking.push(Lacking::Title);
    }
    if texts.summary.is_empty() {
        lacking.push(Lacking::Summary);
    }
    if texts.story.iter().all(String::is_empty) {
        lacking.push(Lacking::Story);
    }
    let goals: Vec<_> = lesson.goals.iter().map(|goal| goal.id.as_str()).collect();
    let hints: Vec<_> = lesson.hints.iter().map(|hint| hint.id.as_str()).collect();
    lacking.extend(differences(&goals, &texts.goals, Lacking::Goal));
    lacking.extend(differences(&hints, &texts.hints, Lacking::Hint));
    (!lacking.is_empty()).then_some(Fault::Texts(language, lacking))
}

/// Ids that have no words, and words whose id nothing has.
fn differences<'t>(
    wanted: &'t [&str],
    there: &'t BTreeMap<String, String>,
    lacks: fn(String) -> Lacking,
) -> impl Iterator<Item = Lacking> + 't {
    let missing = wanted.iter().filter(|id| there.get(**id).is_none_or(String::is_empty));
    let unknown = there.keys().filter(|id| !wanted.contains(&id.as_str()));
    missing.map(move |id| lacks((*id).to_string())).chain(unknown.map(|id| Lacking::Stray(id.clone())))
}

/// What is written is read as the same, so that a lesson comes through a change of the format.
fn prove_writing(lesson: &Lesson, catalog: &Arc<Catalog>, faults: &mut Vec<Fault>) {
    let written = write_lesson(lesson, catalog);
    let same = read_lesson(&lesson.id, written.clone(), catalog).is_ok_and(|read| {
        read.goals == lesson.goals
            && read.hints == lesson.hints
            && read.reference == lesson.reference
            && read.others == lesson.others
            && read.wrong == lesson.wrong
            && read.scenario == lesson.scenario
            && write_lesson(&read, catalog) == written
    });
    if !same {
        faults.push(Fault::NotTheSame);
    }
}

fn long_link(lesson: &Lesson) -> Option<Fault> {
    let ways = solutions(lesson).into_iter().map(|(_, actions)| actions.to_vec());
    let ways = ways.chain(lesson.wrong.iter().map(|wrong| wrong.actions.clone()));
    let longest = ways.map(|actions| {
        let hand = Hand {
            lesson: lesson.id.clone(),
            version: lesson.version,
            seed: 0,
            learner: String::new(),
            help: Help::None,
            position: actions.len(),
            actions,
        };
        hand.link(LESSON).len()
    });
    longest.max().filter(|length| *length > LONGEST_LINK).map(Fault::LongLink)
}

/// Whether the reference solution solves so many variants as well.
pub fn variants_hold(lesson: &Lesson, seeds: std::ops::Range<u32>, catalog: &Arc<Catalog>) -> bool {
    seeds.into_iter().all(|seed| {
        let variant = variant::of(lesson, seed);
        variant.beginning(catalog.clone()).is_ok_and(|beginning| {
            let mut judge = Judge::new(&variant, beginning);
            judge.follow(&variant.reference) == 0 && judge.verdict().is_solved()
        })
    })
}
