//! What commands would lead to, and doing just that.

use std::convert::Infallible;

use licensing_core::Action;
use licensing_foresight::{Draft, Instead, Preview, Previewing, repairs_of_refused};
use licensing_graph::transcript::{Done, Format, Transcript};
use licensing_model::{Command, RuleSet, Sliced};
use licensing_view::describe::describe;
use licensing_view::foresight::{self, Consequences, Figure, PreviewView, WayView};
use licensing_view::why::{self, WhyView};
use licensing_view::{RefusalNote, WhyTarget};
use licensing_wording::{Message, Text, Words};

use crate::reading::Reading;
use crate::session::Session;

/// Commands that would be refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What is refused, and why.
    pub note: RefusalNote,
    /// Which of several commands it is.
    pub which: Option<String>,
    /// How one command could be done after all, the shortest way first.
    pub ways: Vec<WayView>,
    /// Where there is no way, what was tried.
    pub tried: Option<String>,
}

/// A look at what commands would lead to, under way; to drop it is to cancel it.
#[derive(Debug)]
pub struct Looking(Previewing);

impl Looking {
    /// What was found; what is not done yet is done now.
    pub fn finish(self) -> Looked {
        Looked(self.0.finish())
    }
}

impl Sliced for Looking {
    type Fault = Infallible;

    /// Goes on for so many steps or users. Answers whether everything is done.
    fn advance(&mut self, work: u32) -> Result<bool, Infallible> {
        self.0.advance(work)
    }

    fn progress(&self) -> (usize, usize) {
        self.0.progress()
    }
}

/// What commands would lead to, for the tenant as it was when it was looked at.
#[derive(Clone, Debug)]
pub struct Looked(Preview);

impl Looked {
    /// The commands, in order.
    pub fn commands(&self) -> &[Command] {
        &self.0.commands
    }

    /// All of it.
    pub fn view(&self, words: Words) -> PreviewView {
        foresight::preview(words, &self.0)
    }

    /// The same in a few lines.
    pub fn consequences(&self, words: Words) -> Consequences {
        foresight::consequences(words, &self.0)
    }

    /// Several commands step by step: each after everything that those before it lead to.
    pub fn stages(&self, words: Words) -> Vec<(String, Vec<Figure>)> {
        foresight::stages(words, &self.0.before, &Draft::of(self.0.commands.clone()))
    }

    /// The commands as Microsoft's own tools would do them, each below what is expected of it. Nothing of it was run.
    pub fn script(&self, words: Words, format: Format) -> String {
        let stages = match self.commands() {
            [_] => vec![self.view(words).figures],
            _ => self.stages(words).into_iter().map(|(_, figures)| figures).collect(),
        };
        let mut copy = self.0.before.clone();
        let mut told = Vec::new();
        for (command, figures) in self.commands().iter().zip(stages) {
            let what = describe(&copy, command);
            let created = copy.will_create(command);
            // It was accepted on a copy before.
            let _ = copy.apply(command);
            told.push((
                Action::Command(command.clone()),
                Message::expecting(what, outcome(words, &figures).as_str()),
                created,
            ));
        }
        let done = told.iter().map(|(action, name, created)| Done { action, name, created: *created });
        Transcript::new(&self.0.after, words, done).copy(format)
    }

    /// Why a path would be as it would be; nothing is computed again for it.
    pub fn why(&self, words: Words, target: WhyTarget) -> Option<WhyView> {
        why::why(&self.0.after, words, target)
    }
}

/// Whether commands are looked at before they are done: they delete, or take something from many at once. All others
/// can be looked at as well.
pub fn is_looked_at_first(commands: &[Command]) -> bool {
    let takes = |command: &Command| match command {
        Command::DeleteUser(_) | Command::DeleteGroup(_) => true,
        Command::ChangeGroupLicenses(_, change) => !change.remove.is_empty(),
        Command::ChangeUserLicenses(_, change) => !change.remove.is_empty() && commands.len() > 1,
        Command::RemoveMember(..) => commands.len() > 1,
        _ => false,
    };
    commands.iter().any(takes)
}

impl Reading<'_> {
    /// The other rule set than the one that holds.
    pub fn other_rules(&self) -> RuleSet {
        match self.tenant().rules() {
            RuleSet::Rules2019 => RuleSet::Today,
            RuleSet::Today => RuleSet::Rules2019,
        }
    }

    /// What is looked at before a command is done: that command. One that changes what everybody is judged by changes
    /// nobody by itself, so everybody is processed again who has a license by any path. In a large tenant it is looked at
    /// alone; a comparison processes everybody there.
    pub fn to_look_at(&self, command: Command) -> Vec<Command> {
        const MOST: usize = 1_000;
        let is_for_all = matches!(
            command,
            Command::SetRuleSet(_)
                | Command::SetCountry(_)
                | Command::SetExclusivePair { .. }
                | Command::SetPrerequisite { .. }
        );
        let tenant = self.tenant();
        let mut commands = vec![command];
        if is_for_all && tenant.user_count() <= MOST {
            let licensed = tenant.users().filter(|user| !tenant.paths(*user).is_empty());
            commands.extend(licensed.map(Command::ReprocessUser));
        }
        commands
    }
}

/// What is expected, in one line.
fn outcome(words: Words, figures: &[Figure]) -> String {
    if figures.is_empty() {
        return words.text(Text::EXPECTING_NOTHING).to_string();
    }
    let figures: Vec<String> = figures.iter().map(|figure| format!("{} {}", figure.number, figure.words)).collect();
    words.list(&figures)
}

impl Session {
    /// Begins to look at what commands would lead to.
    ///
    /// # Errors
    /// The first command that would be refused.
    pub fn look(&self, words: Words, commands: Vec<Command>) -> Result<Looking, Box<Refused>> {
        match Previewing::new(self.tenant(), commands.clone()) {
            Ok(previewing) => Ok(Looking(previewing)),
            Err(refused) => {
                let (note, which) = foresight::refused(words, self.tenant(), &commands, &refused);
                let Instead { ways, tried } = match commands.as_slice() {
                    [one] => repairs_of_refused(self.tenant(), one),
                    _ => Instead::default(),
                };
                let tried = foresight::none_instead(words, &tried).filter(|_| ways.is_empty());
                let ways = ways.into_iter().map(|way| foresight::way(words, self.tenant(), way)).collect();
                Err(Box::new(Refused { note, which, ways, tried }))
            }
        }
    }

    /// Does what was looked at, if the tenant is still the one that it was looked at for (I10). Answers whether it did.
    /// A draft that is done is empty.
    pub fn carry_out_looked(&mut self, looked: &Looked) -> bool {
        let is_same = looked.0.is_of(self.tenant());
        if is_same {
            if looked.commands() == self.draft() {
                self.collect(Vec::new());
            }
            self.carry_out_each(looked.commands());
        }
        is_same
    }

    /// Carries out several commands, or none of them.
    ///
    /// # Errors
    /// The first command that is refused.
    pub fn carry_out_all(&mut self, words: Words, commands: &[Command]) -> Result<(), Box<Refused>> {
        self.look(words, commands.to_vec())?;
        self.carry_out_each(commands);
        Ok(())
    }

    /// Carries out commands that were accepted on a copy of the same tenant.
    fn carry_out_each(&mut self, commands: &[Command]) {
        for command in commands {
            let done = self.carry_out(command.clone());
            debug_assert!(done.is_ok(), "{command:?} was accepted on a copy");
        }
    }
}
