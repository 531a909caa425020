//! Whether a lesson does what it promises: everything that its tests and its author's kit look at.

use std::fmt;
use std::sync::Arc;

use licensing_core::{Action, Tenant};
use licensing_model::command::LicenseChange;
use licensing_model::{Catalog, Command};
use licensing_scenario::part::word;
use licensing_wording::{Text, Words};

use crate::hand::{Hand, LESSON};
use crate::judge::{Judge, Standing};
use crate::lesson::Lesson;
use crate::progress::Help;
use crate::texts::Texts;
use crate::{read_lesson, variant, write_lesson};

/// The longest link to a lesson at the end of its longest way.
pub const LONGEST_LINK: usize = 500;

/// What a lesson does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The scenario does not open, or leaves out some of its actions.
    Beginning(String),
    /// A solution does not solve it; the goals that it leaves open or breaks.
    NotSolved(String, Vec<String>),
    /// A command of a way is refused.
    Refused(String),
    /// A wrong way reaches the goal that it should not reach.
    NotWrong(String),
    /// A hint that no way calls for.
    NoHint(String),
    /// It is solved by this already.
    TooEasy(&'static str),
    /// A language lacks these texts, or has these that nothing calls for.
    Texts(String, Vec<String>),
    /// What is written is not what was read.
    NotTheSame,
    /// A link to it is so long.
    LongLink(usize),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Beginning(what) => write!(f, "the scenario does not open as it should: {what}"),
            Fault::NotSolved(way, goals) => write!(f, "{way} does not reach {}", goals.join(", ")),
            Fault::Refused(way) => write!(f, "a command of {way} is refused"),
            Fault::NotWrong(way) => write!(f, "the wrong way {way} reaches the goal that it should not reach"),
            Fault::NoHint(hint) => write!(f, "no way ever calls for the hint {hint}"),
            Fault::TooEasy(by) => write!(f, "it is solved by {by}"),
            Fault::Texts(language, keys) => write!(f, "texts of {language}: {}", keys.join(", ")),
            Fault::NotTheSame => f.write_str("what is written is not what was read"),
            Fault::LongLink(length) => write!(f, "a link to it has {length} characters"),
        }
    }
}

impl Fault {
    /// The fault in the language of `words`; none where it does not concern whoever writes a lesson in the page.
    pub fn say(&self, words: Words) -> Option<String> {
        Some(match self {
            Fault::Beginning(what) => words.fault_beginning(what),
            Fault::NotSolved(_, goals) if goals.is_empty() => words.text(Text::FAULT_NO_GOAL).to_string(),
            Fault::NotSolved(_, goals) => words.fault_not_solved(&words.list(goals)),
            Fault::Refused(way) => words.fault_refused(way),
            Fault::NotWrong(way) => words.fault_not_wrong(way),
            Fault::NoHint(hint) => words.fault_no_hint(hint),
            Fault::TooEasy(by) => words.fault_too_easy(words.text(match *by {
                NOTHING => Text::FAULT_BY_NOTHING,
                LICENSES => Text::FAULT_BY_LICENSES,
                MEMBERS => Text::FAULT_BY_MEMBERS,
                USERS => Text::FAULT_BY_USERS,
                GROUPS => Text::FAULT_BY_GROUPS,
                _ => Text::FAULT_BY_ALL,
            })),
            Fault::Texts(_, keys) => words.fault_texts(&words.list(keys)),
            Fault::NotTheSame => words.text(Text::FAULT_NOT_THE_SAME).to_string(),
            Fault::LongLink(_) => return None,
        })
    }
}

const NOTHING: &str = "doing nothing";
const LICENSES: &str = "taking all licenses away";
const MEMBERS: &str = "taking everybody out of all groups";
const USERS: &str = "deleting everybody";
const GROUPS: &str = "deleting all groups";
const ALL: &str = "deleting everything";

/// Everything that is wrong with a lesson. `texts` are its words by language.
pub fn faults(lesson: &Lesson, texts: &[(&str, &Texts)], catalog: &Arc<Catalog>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let opened = match lesson.scenario.clone().open(catalog.clone()) {
        Ok(opened) => opened,
        Err(error) => return vec![Fault::Beginning(error.to_string())],
    };
    if let Some(skipped) = opened.skipped.first() {
        faults.push(Fault::Beginning(format!("action {} is refused: {:?}", skipped.action, skipped.refusal)));
    }
    let beginning = opened.history.tenant().clone();
    let mut hinted = vec![false; lesson.hints.len()];
    prove_solutions(lesson, &beginning, &mut hinted, &mut faults);
    prove_wrong(lesson, &beginning, &mut hinted, &mut faults);
    let missing = lesson.hints.iter().zip(&hinted).filter(|(_, hinted)| !**hinted);
    faults.extend(missing.map(|(hint, _)| Fault::NoHint(hint.id.clone())));
    prove_not_too_easy(lesson, &beginning, &mut faults);
    faults.extend(texts.iter().filter_map(|(language, texts)| text_fault(lesson, language, texts)));
    prove_writing(lesson, catalog, &mut faults);
    faults.extend(long_link(lesson));
    faults
}

/// A way with what it is called.
fn solutions(lesson: &Lesson) -> Vec<(String, &[Action])> {
    let others = lesson.others.iter().enumerate();
    let others = others.map(|(place, actions)| (format!("also[{place}]"), actions.as_slice()));
    std::iter::once(("solution".to_string(), lesson.reference.as_slice())).chain(others).collect()
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
    for (name, actions) in solutions(lesson) {
        let (judge, refused) = follow(lesson, beginning, actions, hinted);
        let verdict = judge.verdict();
        if refused > 0 {
            faults.push(Fault::Refused(name.clone()));
        }
        if !verdict.is_solved() {
            let open = lesson.goals.iter().zip(&verdict.goals);
            let open = open.filter(|(_, goal)| !matches!(goal.standing, Standing::Reached | Standing::Kept));
            let mut open: Vec<_> = open.map(|(goal, _)| goal.id.clone()).collect();
            if !verdict.idle {
                open.push("an empty queue".to_string());
            }
            if verdict.forbidden.is_some() {
                open.push("what is allowed".to_string());
            }
            faults.push(Fault::NotSolved(name, open));
        }
    }
}

fn prove_wrong(lesson: &Lesson, beginning: &Tenant, hinted: &mut [bool], faults: &mut Vec<Fault>) {
    for wrong in &lesson.wrong {
        let (judge, refused) = follow(lesson, beginning, &wrong.actions, hinted);
        if refused > 0 {
            faults.push(Fault::Refused(wrong.id.clone()));
        }
        let verdict = judge.verdict();
        let goal = lesson.goal(&wrong.fails).and_then(|place| verdict.goals.get(place));
        if goal.is_none_or(|goal| matches!(goal.standing, Standing::Reached | Standing::Kept)) {
            faults.push(Fault::NotWrong(wrong.id.clone()));
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
        (NOTHING, Vec::new()),
        (LICENSES, licenses.clone()),
        (MEMBERS, members.collect()),
        (USERS, delete_users.clone().collect()),
        (GROUPS, licenses.iter().cloned().chain(groups.clone()).collect()),
        (ALL, licenses.into_iter().chain(groups).chain(delete_users).collect()),
    ];
    faults.extend(ways.into_iter().filter(|(_, commands)| settled(commands.clone())).map(|(by, _)| Fault::TooEasy(by)));
}

fn text_fault(lesson: &Lesson, language: &str, texts: &Texts) -> Option<Fault> {
    let mut keys = Vec::new();
    let single = [("title", &texts.title), ("summary", &texts.summary)];
    keys.extend(single.iter().filter(|(_, text)| text.is_empty()).map(|(key, _)| (*key).to_string()));
    if texts.story.is_empty() {
        keys.push("story".to_string());
    }
    let goals: Vec<_> = lesson.goals.iter().map(|goal| goal.id.as_str()).collect();
    let hints: Vec<_> = lesson.hints.iter().map(|hint| hint.id.as_str()).collect();
    for (kind, wanted, there) in [("goals", goals, &texts.goals), ("hints", hints, &texts.hints)] {
        let missing = wanted.iter().filter(|id| there.get(**id).is_none_or(String::is_empty));
        keys.extend(missing.map(|id| format!("{kind}.{id}")));
        let unknown = there.keys().filter(|id| !wanted.contains(&id.as_str()));
        keys.extend(unknown.map(|id| format!("{kind}.{id} (nothing calls for it)")));
    }
    (!keys.is_empty()).then(|| Fault::Texts(language.to_string(), keys))
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
