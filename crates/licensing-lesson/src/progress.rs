//! What a learner has done so far. No points, no streaks.

use std::collections::BTreeMap;

use licensing_model::Sliced;
use licensing_scenario::json::{Parsing, object};

use crate::error::{Fault, InField, LessonError};

/// Which help was used on the way to a solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Help {
    /// None.
    #[default]
    None,
    /// A hint was opened.
    Hints,
    /// The solution was shown.
    Solution,
}

const WORDS: [(Help, &str); 3] = [(Help::None, "none"), (Help::Hints, "hints"), (Help::Solution, "solution")];

impl Help {
    pub(crate) const fn number(self) -> u32 {
        self as u32
    }

    pub(crate) fn of_number(number: u32) -> Option<Help> {
        WORDS.get(number as usize).map(|(help, _)| *help)
    }

    /// Its word in files and tables.
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|(help, _)| *help == self).map_or("", |(_, word)| word)
    }
}

/// How far one lesson is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Record {
    /// How many goals were reached at most.
    pub goals: u32,
    /// It was solved, with so much help at the least and so many commands at the fewest.
    pub solved: Option<(Help, u32)>,
    /// The help that was used since it was begun last.
    pub help: Help,
}

/// How far all lessons are, by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Progress {
    records: BTreeMap<String, Record>,
}

/// More lessons are not kept.
const MOST: usize = 1_000;
/// The longest text that is read.
const MOST_BYTES: usize = 256 * 1024;

impl Progress {
    /// How far a lesson is; none where it was never begun.
    pub fn of(&self, lesson: &str) -> Option<Record> {
        self.records.get(lesson).copied()
    }

    /// Whether a lesson was solved.
    pub fn is_solved(&self, lesson: &str) -> bool {
        self.of(lesson).is_some_and(|record| record.solved.is_some())
    }

    /// A lesson is begun anew: help counts from here.
    pub fn begin(&mut self, lesson: &str) {
        self.change(lesson, |record| record.help = Help::None);
    }

    /// Help was used.
    pub fn helped(&mut self, lesson: &str, help: Help) {
        self.change(lesson, |record| record.help = record.help.max(help));
    }

    /// So many goals are reached now.
    pub fn reached(&mut self, lesson: &str, goals: usize) {
        self.change(lesson, |record| record.goals = record.goals.max(goals as u32));
    }

    /// It is solved, by so many commands. What was solved with less help stays so.
    pub fn solved(&mut self, lesson: &str, commands: usize) {
        self.change(lesson, |record| {
            let now = (record.help, commands as u32);
            record.solved = Some(record.solved.map_or(now, |before| before.min(now)));
        });
    }

    fn change(&mut self, lesson: &str, change: impl FnOnce(&mut Record)) {
        if self.records.len() < MOST || self.records.contains_key(lesson) {
            change(self.records.entry(lesson.to_string()).or_default());
        }
    }

    /// The better of both for each lesson.
    pub fn merge(&mut self, other: Progress) {
        for (lesson, theirs) in other.records {
            self.change(&lesson, |record| {
                record.goals = record.goals.max(theirs.goals);
                record.solved = match (record.solved, theirs.solved) {
                    (Some(own), Some(theirs)) => Some(own.min(theirs)),
                    (own, theirs) => own.or(theirs),
                };
            });
        }
    }

    /// As text: of a file, or to be kept.
    pub fn to_text(&self) -> String {
        let line = object(|fields| {
            fields.with("progress", |line| line.number(1)).with("lessons", |line| {
                line.list(&self.records, |line, (lesson, record)| {
                    line.object(|fields| {
                        fields
                            .text("lesson", lesson)
                            .number("goals", record.goals, 0)
                            .maybe("solved", record.solved, |line, (help, _)| line.text(help.word()))
                            .maybe("commands", record.solved, |line, (_, commands)| line.number(u64::from(commands)))
                            .text("help", if record.help == Help::None { "" } else { record.help.word() });
                    });
                });
            });
        });
        line.into_document()
    }

    /// From such a text. `file` is what it is called in an error.
    pub fn read(file: &str, text: String) -> Result<Progress, LessonError> {
        if text.len() > MOST_BYTES {
            let what = format!("more than {MOST_BYTES} bytes");
            return Err(LessonError { file: file.to_string(), line: 0, field: String::new(), what });
        }
        read(text).map_err(|fault| fault.in_file(file))
    }
}

fn read(text: String) -> Result<Progress, Fault> {
    let mut parsing = Parsing::new(text);
    parsing.complete()?;
    let json = parsing.finish();
    let root = json.root()?.object(&["progress", "lessons"])?;
    if root.need("progress")?.number::<u32>().within("progress")? != 1 {
        return Err(root.node().error("made by a newer release".to_string()).into());
    }
    let mut progress = Progress::default();
    for node in root.need("lessons")?.elements().within("lessons")? {
        let own = node.object(&["lesson", "goals", "solved", "commands", "help"]).within("lessons")?;
        let lesson = own.need("lesson").and_then(|lesson| lesson.text()).within("lessons.lesson")?;
        let help = |name: &str| match own.get(name) {
            None => Ok(None),
            Some(node) => {
                let text = node.text()?;
                let found = WORDS.iter().find(|(_, word)| *word == text).map(|(help, _)| *help);
                found.map(Some).ok_or_else(|| node.error("`none`, `hints` or `solution` is expected".to_string()))
            }
        };
        let solved = help("solved").within("lessons.solved")?;
        let commands = own.number("commands").within("lessons.commands")?;
        let record = Record {
            goals: own.number("goals").within("lessons.goals")?,
            solved: solved.map(|help| (help, commands)),
            help: help("help").within("lessons.help")?.unwrap_or_default(),
        };
        progress.change(&lesson, |own| *own = record);
    }
    Ok(progress)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn less_help_and_fewer_commands_are_kept() {
        let mut progress = Progress::default();
        progress.begin("a");
        progress.helped("a", Help::Solution);
        progress.solved("a", 3);
        progress.begin("a");
        progress.reached("a", 2);
        progress.solved("a", 9);
        assert_eq!(progress.of("a"), Some(Record { goals: 2, solved: Some((Help::None, 9)), help: Help::None }));
        assert_eq!(Progress::read("p", progress.to_text()), Ok(progress.clone()));
        let mut other = Progress::default();
        other.solved("a", 4);
        other.helped("b", Help::Hints);
        progress.merge(other);
        assert_eq!(progress.of("a").unwrap().solved, Some((Help::None, 4)));
        assert!(!progress.is_solved("b"));
    }

    #[test]
    fn a_wrong_file_names_the_field() {
        let error =
            Progress::read("p.json", "{\"progress\":1,\n\"lessons\":[{\"lesson\":3}]}".to_string()).unwrap_err();
        assert_eq!(error.to_string(), "p.json, line 2, `lessons.lesson`: a text is expected");
    }
}
