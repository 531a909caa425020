//! What was done to a tenant, in the words of Microsoft's own tools: each action as its Graph request and as Graph
//! PowerShell. What Graph has no request for names the method of `lab` that stands in.
//!
//! Sending the requests, and calling the methods, on a tenant that began the same gives the same tenant again.

mod files;
mod lab_call;
mod meaning;
mod one_line;
mod powershell;
mod quoting;
mod request;

use licensing_core::{Action, Tenant};
use licensing_model::{Command, Created, GroupId, UserId};
use licensing_wording::{Message, Words};

pub use files::Format;
pub use lab_call::LabCall;
pub use meaning::{Meaning, meaning};

/// One action of a history, with what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Done<'a> {
    /// The action.
    pub action: &'a Action,
    /// What it is called, such as `add Noor Visser to Sales E3`.
    pub name: &'a Message,
    /// What it created, if it is a command that creates something.
    pub created: Option<Created>,
}

/// One action as it is written down; steps that follow each other are one.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which command of the history it is, counted from 1; none for steps.
    pub number: Option<usize>,
    /// What it is called, in one line.
    pub words: String,
    /// What it is for Graph.
    pub meaning: Meaning,
    /// The request with its body in one line, or a comment that says why there is none.
    pub graph: String,
    /// The same as Graph PowerShell, or as that comment.
    pub powershell: String,
}

/// The actions of a history, from its beginning to now.
#[derive(Clone, Debug)]
pub struct Transcript<'a> {
    tenant: &'a Tenant,
    words: Words,
    lines: Vec<Line<'a>>,
    commands: usize,
    variables: Variables,
}

/// A command, or steps that follow each other.
#[derive(Clone, Copy, Debug)]
enum Line<'a> {
    Command { number: usize, command: &'a Command, name: &'a Message, created: Option<Created> },
    Steps(u32),
}

/// Which objects a script holds in variables: those that it created. Ids are running numbers, so they are all from the
/// first one on.
#[derive(Clone, Copy, Debug, Default)]
struct Variables {
    first_user: Option<UserId>,
    first_group: Option<GroupId>,
}

impl<'a> Transcript<'a> {
    /// The transcript of `done`, oldest first, in the language of `words`; `tenant` is as it is after all of it.
    pub fn new(tenant: &'a Tenant, words: Words, done: impl IntoIterator<Item = Done<'a>>) -> Transcript<'a> {
        let mut lines = Vec::new();
        let mut variables = Variables::default();
        let mut commands = 0usize;
        for Done { action, name, created } in done {
            match (action, lines.last_mut()) {
                (Action::Steps(more), Some(Line::Steps(steps))) => *steps = steps.saturating_add(*more),
                (Action::Steps(steps), _) => lines.push(Line::Steps(*steps)),
                // What is collected only was not done.
                (Action::Draft(_), _) => {}
                (Action::Command(command), _) => {
                    commands = commands.saturating_add(1);
                    variables.add(created);
                    lines.push(Line::Command { number: commands, command, name, created });
                }
            }
        }
        Transcript { tenant, words, lines, commands, variables }
    }

    /// How many commands there are among the entries.
    pub fn commands(&self) -> usize {
        self.commands
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether nothing was done.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// All entries, oldest first; they can be taken from the end as well.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = Entry> {
        self.lines.iter().map(|line| self.entry(line))
    }

    fn creates_users(&self) -> bool {
        self.lines.iter().any(|line| matches!(line, Line::Command { command: Command::CreateUser(_), .. }))
    }

    fn entry(&self, line: &Line<'_>) -> Entry {
        match *line {
            Line::Steps(steps) => {
                let meaning = Meaning::Steps(steps);
                let words = meaning.sentence(self.words).unwrap_or_default();
                let comment = quoting::comment(&words);
                Entry { number: None, words, meaning, graph: comment.clone(), powershell: comment }
            }
            Line::Command { number, command, name, created } => {
                let meaning = Meaning::of(self.tenant, command);
                let comment = || quoting::comment(&meaning.sentence(self.words).unwrap_or_default());
                let (graph, powershell) = match &meaning {
                    Meaning::Graph { request, .. } => {
                        let cmdlet = powershell::cmdlet(self.tenant, self.variables, command);
                        (meaning::in_short(request), self.with_id(cmdlet.unwrap_or_default(), created))
                    }
                    _ => (comment(), comment()),
                };
                let words = quoting::one_line(&self.words.say(name));
                Entry { number: Some(number), words, meaning, graph, powershell }
            }
        }
    }

    /// What is created is kept in its variable, and its id in the simulator is named beside it.
    fn with_id(&self, cmdlet: String, created: Option<Created>) -> String {
        let (variable, id) = match created {
            Some(Created::User(user)) => (self.variables.user(user), self.tenant.user_guid(user)),
            Some(Created::Group(group)) => (self.variables.group(group), self.tenant.group_guid(group)),
            Some(Created::Contact(_)) | None => (None, String::new()),
        };
        match variable {
            Some(variable) => {
                format!("{variable} = {cmdlet} {}", quoting::comment(&self.words.id_in_simulator(&id)))
            }
            None => cmdlet,
        }
    }
}

impl Variables {
    fn add(&mut self, created: Option<Created>) {
        match created {
            Some(Created::User(user)) => self.first_user = Some(self.first_user.map_or(user, |first| first.min(user))),
            Some(Created::Group(group)) => {
                self.first_group = Some(self.first_group.map_or(group, |first| first.min(group)));
            }
            Some(Created::Contact(_)) | None => {}
        }
    }
}
