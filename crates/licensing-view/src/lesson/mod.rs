//! Lessons: the list of them, and the one that is open, beside the screens.

pub mod allowed;
pub mod author;
pub mod pick;
pub mod sheet;

use std::collections::BTreeMap;

use licensing_core::{Action, Tenant};
use licensing_lesson::assess::Assessment;
use licensing_lesson::{Head, Help, Judge, Lesson, OBJECTIVES, Progress, Standing, TRACKS, Texts, Verdict};
use licensing_wording::{Text, Words};

use crate::table::csv;
use crate::{Icon, Status, Tone};

/// A part of a text that looks alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// As all text.
    Plain(String),
    /// It stands out.
    Strong(String),
    /// It is typed somewhere.
    Code(String),
}

/// The runs of a text: `**` stands around what stands out, `` ` `` around code.
pub fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, part) in text.split("**").enumerate() {
        for (inner, piece) in part.split('`').enumerate() {
            let piece = if at % 2 == 0 { piece.replace('*', "") } else { piece.to_string() };
            if !piece.is_empty() {
                runs.push(match (at % 2, inner % 2) {
                    (_, 1) => Run::Code(piece),
                    (1, _) => Run::Strong(piece),
                    _ => Run::Plain(piece),
                });
            }
        }
    }
    runs
}

/// All lessons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonsView {
    /// How many are done, as words.
    pub done: String,
    /// One a lesson: whether it is done.
    pub bars: Vec<bool>,
    /// The first that is not done: its id, and what the button says.
    pub next: Option<(String, String)>,
    /// The tracks, those with lessons.
    pub tracks: Vec<TrackView>,
}

/// A track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackView {
    /// Its name.
    pub title: &'static str,
    /// Its lessons.
    pub cards: Vec<LessonCard>,
}

/// A lesson in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonCard {
    /// Its id.
    pub id: String,
    /// Such as "Lesson 4".
    pub number: String,
    /// Such as "10 min".
    pub minutes: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// How far it is.
    pub status: Status,
    /// The rules that it shows.
    pub rules: String,
    /// It is the first that is not done.
    pub is_next: bool,
}

/// The list of lessons.
pub fn lessons(heads: &[Head], texts: &BTreeMap<String, Texts>, progress: &Progress, words: Words) -> LessonsView {
    let bars: Vec<bool> = heads.iter().map(|head| progress.is_solved(&head.id)).collect();
    let next = bars.iter().position(|done| !done);
    let cards = heads.iter().zip(1..).map(|(head, number)| {
        let own = texts.get(&head.id);
        LessonCard {
            id: head.id.clone(),
            number: words.lesson_number(number),
            minutes: words.lesson_minutes(head.minutes as usize),
            title: own.map(|texts| texts.title.clone()).unwrap_or_default(),
            summary: own.map(|texts| texts.summary.clone()).unwrap_or_default(),
            status: status(head, progress, words),
            rules: head.rules.join(" "),
            is_next: next.is_some_and(|next| next + 1 == number),
        }
    });
    let cards: Vec<(&str, LessonCard)> = heads.iter().map(|head| head.track.as_str()).zip(cards).collect();
    let tracks = TRACKS.iter().filter_map(|track| {
        let cards: Vec<_> = cards.iter().filter(|(own, _)| own == track).map(|(_, card)| card.clone()).collect();
        (!cards.is_empty()).then(|| TrackView { title: words.text(track_title(track)), cards })
    });
    let next = next.and_then(|place| {
        let label = match place {
            0 => words.text(Text::LESSON_BEGIN_FIRST).to_string(),
            place => words.lesson_continue(place + 1),
        };
        Some((heads.get(place)?.id.clone(), label))
    });
    let done = bars.iter().filter(|done| **done).count();
    LessonsView { done: words.lessons_done(done, heads.len()), bars, next, tracks: tracks.collect() }
}

fn track_title(track: &str) -> Text {
    match track {
        "first-steps" => Text::LESSON_TRACK_FIRST_STEPS,
        "errors" => Text::LESSON_TRACK_ERRORS,
        "change" => Text::LESSON_TRACK_CHANGE,
        "add-ons" => Text::LESSON_TRACK_ADD_ONS,
        _ => Text::LESSON_TRACK_CLAIMS,
    }
}

fn status(head: &Head, progress: &Progress, words: Words) -> Status {
    let record = progress.of(&head.id).unwrap_or_default();
    match record.solved {
        Some((help, _)) => Status::new(Tone::Ok, Icon::Ok, words.text(solved_word(help))),
        None if record.goals > 0 => {
            Status::new(Tone::Wait, Icon::Wait, words.lesson_goals_reached(head.goals, record.goals as usize))
        }
        None => Status::new(Tone::Neutral, Icon::Todo, words.lesson_goals(head.goals)),
    }
}

fn solved_word(help: Help) -> Text {
    match help {
        Help::None => Text::LESSON_SOLVED,
        Help::Hints => Text::LESSON_SOLVED_HINTS,
        Help::Solution => Text::LESSON_SOLVED_SHOWN,
    }
}

/// The lesson that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonView {
    /// What is to be reached.
    pub goals: Vec<GoalView>,
    /// How many goals are reached or kept.
    pub reached: usize,
    /// What else is in the way, or can still change how goals stand.
    pub missing: Option<String>,
    /// Hints that the state calls for: their ids and what they say.
    pub hints: Vec<(String, Vec<Run>)>,
    /// It is solved.
    pub solved: bool,
    /// How many commands were given.
    pub commands: usize,
    /// The same beside those of the solution, as a sentence.
    pub sum: String,
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalView {
    /// What it says.
    pub text: Vec<Run>,
    /// How it stands.
    pub status: Status,
    /// Why it is not reached.
    pub note: String,
    /// It is the first that is open.
    pub is_now: bool,
}

/// How a lesson stands after `actions`.
pub fn lesson(lesson: &Lesson, texts: &Texts, beginning: &Tenant, actions: &[Action], words: Words) -> LessonView {
    let mut judge = Judge::new(lesson, beginning.clone());
    judge.follow(actions);
    let verdict = judge.verdict();
    let tenant = judge.tenant();
    let mut is_now = true;
    let goals = lesson.goals.iter().zip(&verdict.goals).map(|(goal, stands)| {
        let said = |then: &Tenant| stands.shortfall.as_ref().map(|short| short.say(then, words)).unwrap_or_default();
        let (tone, icon, word, note) = match stands.standing {
            Standing::Reached => (Tone::Ok, Icon::Ok, Text::LESSON_GOAL_REACHED, String::new()),
            Standing::Kept => {
                (Tone::Ok, Icon::Preview, Text::LESSON_GOAL_REACHED, words.text(Text::LESSON_GOAL_KEPT).to_string())
            }
            Standing::Open => (Tone::Neutral, Icon::Todo, Text::LESSON_GOAL_OPEN, said(tenant)),
            Standing::Broken(moment) => {
                let why = said(stands.then.as_ref().unwrap_or(tenant));
                let note = match moment.command {
                    0 => words.lesson_goal_broken_first(&why),
                    command => words.lesson_goal_broken_at(command, &why),
                };
                (Tone::Error, Icon::Error, Text::LESSON_GOAL_BROKEN, note)
            }
        };
        let open = matches!(stands.standing, Standing::Open);
        let text = texts.goals.get(&goal.id).map(|text| runs(text)).unwrap_or_default();
        GoalView {
            text,
            status: Status::new(tone, icon, words.text(word)),
            note,
            is_now: open && std::mem::take(&mut is_now),
        }
    });
    let goals: Vec<_> = goals.collect();
    let commands = judge.moment().command;
    let missing = match (verdict.forbidden, verdict.idle) {
        (Some(_), _) => Some(words.text(Text::LESSON_FORBIDDEN).to_string()),
        (None, false) if verdict.reached() == goals.len() => Some(words.lesson_waiting(tenant.waiting_steps())),
        // Whether they are to be taken now is the learner's to find out.
        (None, false) if commands > 0 => Some(words.lesson_waiting_open(tenant.waiting_steps())),
        _ => None,
    };
    let solved = verdict.is_solved();
    let hints = if solved { Vec::new() } else { judge.hints() };
    let own = hints.into_iter().filter_map(|place| {
        let id = lesson.hints.get(place)?.id.clone();
        let text = runs(texts.hints.get(&id)?);
        Some((id, text))
    });
    let mut hints: Vec<_> = own.collect();
    if hints.is_empty() && !solved {
        let next = lesson.goals.iter().zip(&goals).find(|(_, goal)| goal.is_now).map(|(goal, _)| goal.id.as_str());
        let next = next.and_then(|id| texts.goals.get(id)).map_or("", String::as_str);
        let text = general_hint(&verdict, commands, next, words);
        // It is asked for anew when it says something else.
        hints.push((text.clone(), runs(&text)));
    }
    LessonView {
        reached: verdict.reached(),
        missing,
        hints,
        solved,
        commands,
        sum: words.lesson_done_commands(commands, lesson.reference_commands()),
        goals,
    }
}

/// A hint where the lesson has none for the state that somebody is in: what stands in the way of every lesson.
fn general_hint(verdict: &Verdict, commands: usize, next: &str, words: Words) -> String {
    let broken = verdict.goals.iter().find_map(|goal| match goal.standing {
        Standing::Broken(moment) => Some(moment.command),
        _ => None,
    });
    match broken {
        Some(command) if command > 0 => words.lesson_hint_broken(command),
        Some(_) => words.text(Text::LESSON_HINT_OVER).to_string(),
        None if verdict.forbidden.is_some() => words.text(Text::LESSON_HINT_OVER).to_string(),
        None if !verdict.idle && commands > 0 => words.text(Text::LESSON_HINT_WAITS).to_string(),
        None => words.lesson_hint_goal(next),
    }
}

/// The exam objectives that a lesson serves, word for word with their dates.
pub fn objectives(lesson: &Lesson, words: Words) -> Vec<String> {
    let served = OBJECTIVES.iter().filter(|objective| lesson.objectives.iter().any(|id| id == objective.id));
    served.map(|objective| words.lesson_exam(objective.exam, objective.date, objective.words)).collect()
}

/// What one learner handed in is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessRow {
    /// What the learner wants to be called.
    pub learner: String,
    /// The lesson's title, and its variant.
    pub lesson: String,
    /// How many goals are reached.
    pub status: Status,
    /// Those that are not, as the lesson says them.
    pub open_goals: String,
    /// The first moment at which something went wrong for good.
    pub first_wrong: String,
    /// How many commands were given.
    pub commands: String,
    /// Which help the learner's page noted.
    pub help: String,
    /// Where the way can be looked at; none where there is none.
    pub link: Option<String>,
}

/// A row of what was read and done again. `link` leads to the way.
pub fn assess_row(lesson: &Lesson, texts: &Texts, own: &Assessment, link: String, words: Words) -> AssessRow {
    let reached = own.goals.iter().filter(|reached| **reached).count();
    let open = lesson.goals.iter().zip(&own.goals).filter(|(_, reached)| !**reached);
    let open = open.filter_map(|(goal, _)| texts.goals.get(&goal.id)).map(|text| plain(text)).collect::<Vec<_>>();
    let status = match own.solved {
        true => Status::new(Tone::Ok, Icon::Ok, words.text(Text::LESSON_SOLVED)),
        false => Status::new(Tone::Wait, Icon::Todo, words.lesson_goals_reached(own.goals.len(), reached)),
    };
    let help = match own.help {
        Help::None => Text::ASSESS_HELP_NONE,
        Help::Hints => Text::ASSESS_HELP_HINTS,
        Help::Solution => Text::ASSESS_HELP_SHOWN,
    };
    let first_wrong = own.first_wrong.map(|moment| words.assess_at(moment.command, moment.step));
    let (_, version, seed) = own.lesson;
    let mut title = texts.title.clone();
    if seed > 0 {
        title = words.assess_variant(&title, seed as usize);
    }
    if version != lesson.version {
        title = words.assess_older(&title, version as usize);
    }
    AssessRow {
        learner: own.learner.clone(),
        lesson: title,
        status,
        open_goals: open.join("; "),
        first_wrong: first_wrong.unwrap_or_default(),
        commands: words.number(own.commands),
        help: words.text(help).to_string(),
        link: Some(link),
    }
}

/// A row of something that cannot be assessed, and why.
pub fn unread_row(link: &str, why: Text, words: Words) -> AssessRow {
    const SHOWN: usize = 40;
    AssessRow {
        learner: link.chars().take(SHOWN).collect(),
        lesson: String::new(),
        status: Status::new(Tone::Error, Icon::Error, words.text(why)),
        open_goals: String::new(),
        first_wrong: String::new(),
        commands: String::new(),
        help: String::new(),
        link: None,
    }
}

/// The rows as a file.
pub fn assess_csv(rows: &[AssessRow], words: Words) -> String {
    let heads = [
        Text::ASSESS_LEARNER,
        Text::ASSESS_LESSON,
        Text::ASSESS_RESULT,
        Text::ASSESS_OPEN_GOALS,
        Text::ASSESS_FIRST_WRONG,
        Text::ASSESS_COMMANDS,
        Text::ASSESS_HELP,
    ];
    let mut file = String::from(csv::BEGINNING);
    csv::line(&mut file, heads.into_iter().map(|head| words.text(head)));
    for row in rows {
        let AssessRow { learner, lesson, status, open_goals, first_wrong, commands, help, .. } = row;
        let cells = [learner, lesson, &status.word, open_goals, first_wrong, commands, help];
        csv::line(&mut file, cells.into_iter().map(String::as_str));
    }
    file
}

/// A text without its marks.
fn plain(text: &str) -> String {
    let shown = |run: Run| match run {
        Run::Plain(text) | Run::Strong(text) | Run::Code(text) => text,
    };
    runs(text).into_iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_runs() {
        assert_eq!(
            runs("Give **Sales** the `E3`."),
            [
                Run::Plain("Give ".to_string()),
                Run::Strong("Sales".to_string()),
                Run::Plain(" the ".to_string()),
                Run::Code("E3".to_string()),
                Run::Plain(".".to_string()),
            ]
        );
        assert_eq!(
            runs("*direct* and **a** *"),
            [Run::Plain("direct and ".to_string()), Run::Strong("a".to_string()), Run::Plain(" ".to_string()),]
        );
    }
}
