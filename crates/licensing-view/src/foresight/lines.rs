//! Users by what becomes of them.

use licensing_core::{Diff, PathChange, PathValue, Tenant};
use licensing_foresight::{Line, LineCause, LineKind};
use licensing_model::{AssignmentError, Path, ProductId, UserId};
use licensing_wording::{Text, Words};

use crate::icon::Icon;
use crate::names::PersonName;
use crate::read;
use crate::route::WhyTarget;
use crate::status::{Headings, Status, Tone};

/// Users who fare alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineView {
    /// What becomes of them, with how many they are.
    pub sentence: String,
    /// Its drawing.
    pub icon: Icon,
    /// Its color.
    pub tone: Tone,
    /// What it comes from; none where there is but one change.
    pub cause: Option<String>,
    /// The first of them.
    pub people: Vec<PersonLine>,
    /// How many more there are, in words.
    pub more: Option<String>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonLine {
    /// Who.
    pub person: PersonName,
    /// The paths that differ, each with its product's tag, and with where it comes from where several of a product differ,
    /// as they are now.
    pub before: Vec<(String, Status)>,
    /// The same as they would be.
    pub after: Vec<(String, Status)>,
    /// Plans more and fewer.
    pub plans: (usize, usize),
    /// What explains the first of the paths in the tenant as it would be.
    pub why: Option<WhyTarget>,
}

/// What a line needs to be worded.
pub(super) struct Wording<'a> {
    pub(super) words: Words,
    pub(super) before: &'a Tenant,
    pub(super) after: &'a Tenant,
    pub(super) diff: &'a Diff,
    /// What the commands are called.
    pub(super) commands: &'a [String],
    /// So many people of a line are shown.
    pub(super) most: usize,
}

impl Wording<'_> {
    pub(super) fn line(&self, line: &Line) -> LineView {
        let (icon, tone) = drawing(line.kind);
        LineView {
            sentence: self.sentence(line),
            icon,
            tone,
            cause: self.cause(line.cause),
            people: line.users.iter().take(self.most).map(|(user, way)| self.person(*user, *way)).collect(),
            more: (line.users.len() > self.most).then(|| self.words.more_people(line.users.len() - self.most)),
        }
    }

    pub(super) fn sentence(&self, line: &Line) -> String {
        let words = self.words;
        let number = line.users.len();
        let heading = line.error.unwrap_or(AssignmentError::None);
        let user = line.users.first().map(|(user, _)| *user);
        let headings = user.map_or(Headings::of_rules(self.after.rules()), |user| Headings::of(self.after, user));
        let heading = headings.word(words, heading);
        let (from, to) = (self.products(&line.from), self.products(&line.to));
        // One user is called by name.
        let who = line.users.first().map_or_else(String::new, |(user, way)| self.tenant_of(*way).user_name(*user));
        let sentence = match line.kind {
            LineKind::Fails => words.line_fails(number, &who, heading),
            LineKind::FailsOtherwise => words.line_fails_otherwise(number, &who, heading),
            LineKind::Loses => words.line_loses(number, &who, &from),
            LineKind::Moves if line.mailbox == (true, true) => words.line_moves_with_mailbox(number, &who, &from, &to),
            LineKind::Moves => words.line_moves(number, &who, &from, &to),
            LineKind::MovesPath => words.line_moves_path(number, &who),
            LineKind::Heals if to.is_empty() => words.line_heals(number, &who),
            LineKind::Heals => words.line_heals_gaining(number, &who, &to),
            LineKind::Gains => words.line_gains(number, &who, &to),
            LineKind::Plans => words.line_plans(number, &who),
            LineKind::Deleted => words.line_deleted(number, &who),
            LineKind::Appears => words.line_appears(number, &who),
            LineKind::Other => words.line_other(number, &who),
        };
        let loses_mailbox = line.mailbox == (true, false) && line.kind != LineKind::Deleted;
        if loses_mailbox { words.and_loses_mailbox(&sentence) } else { sentence }
    }

    /// The tenant that has the users who differ so: the earlier one, unless they come with the later.
    fn tenant_of(&self, way: usize) -> &Tenant {
        let is_before = self.diff.ways.get(way).is_some_and(|change| change.present.before);
        if is_before { self.before } else { self.after }
    }

    fn products(&self, products: &[ProductId]) -> String {
        let names: Vec<String> = products.iter().map(|product| self.after.product_name(*product)).collect();
        self.words.list(&names)
    }

    pub(super) fn cause(&self, cause: LineCause) -> Option<String> {
        let words = self.words;
        match cause {
            LineCause::Waiting => Some(words.text(Text::BY_WAITING).to_string()),
            LineCause::Together if self.commands.len() > 1 => Some(words.text(Text::BY_TOGETHER).to_string()),
            LineCause::Command(at) if self.commands.len() > 1 => {
                self.commands.get(at).map(|command| words.by_command(command))
            }
            _ => None,
        }
    }

    pub(super) fn person(&self, user: UserId, way: usize) -> PersonLine {
        let change = self.diff.ways.get(way);
        let paths = change.map_or(&[][..], |change| &change.paths);
        let explained =
            paths.iter().find(|path| failed(path)).or_else(|| paths.iter().find(|path| path.value.after.is_some()));
        let tenant = self.tenant_of(way);
        PersonLine {
            person: read::person(tenant, user),
            before: paths.iter().map(|path| self.status(user, path, paths, &path.value.before, self.before)).collect(),
            after: paths.iter().map(|path| self.status(user, path, paths, &path.value.after, self.after)).collect(),
            plans: change.map_or((0, 0), |change| (change.gained.len(), change.lost.len())),
            why: explained.filter(|path| path.value.after.is_some()).map(|path| WhyTarget {
                user,
                product: path.product,
                path: path.path,
            }),
        }
    }

    /// What `path` is called among `all` that differ of a user, and how it fares.
    fn status(
        &self,
        user: UserId,
        path: &PathChange,
        all: &[PathChange],
        value: &Option<PathValue>,
        tenant: &Tenant,
    ) -> (String, Status) {
        let status = match value {
            Some(value) => Status::of_path(self.words, Headings::of(tenant, user), value.state, value.error),
            None => Status::new(Tone::Neutral, Icon::Off, self.words.text(Text::NO_PATH)),
        };
        let tag = read::product_name(self.after, path.product).tag;
        let is_alone = all.iter().filter(|other| other.product == path.product).count() == 1;
        (if is_alone { tag } else { format!("{tag} · {}", self.source(path.path)) }, status)
    }

    /// Where a path comes from. A group that is new or gone is named by the tenant that has it.
    fn source(&self, path: Path) -> String {
        match path {
            Path::Direct => self.words.text(Text::DIRECT).to_string(),
            Path::Group(group) if self.after.group(group).is_some() => self.after.group_name(group),
            Path::Group(group) => self.before.group_name(group),
        }
    }
}

fn failed(path: &PathChange) -> bool {
    let error = path.value.after.as_ref().map_or(AssignmentError::None, |value| value.error);
    !matches!(error, AssignmentError::None | AssignmentError::Other)
}

const fn drawing(kind: LineKind) -> (Icon, Tone) {
    match kind {
        LineKind::Fails => (Icon::Error, Tone::Error),
        LineKind::FailsOtherwise => (Icon::Warning, Tone::Warning),
        LineKind::Loses | LineKind::Deleted => (Icon::Minus, Tone::Warning),
        LineKind::Moves | LineKind::MovesPath => (Icon::Arrow, Tone::Neutral),
        LineKind::Heals => (Icon::Ok, Tone::Ok),
        LineKind::Gains | LineKind::Appears => (Icon::Plus, Tone::Ok),
        LineKind::Plans | LineKind::Other => (Icon::Info, Tone::Neutral),
    }
}
