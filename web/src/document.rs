//! The document: a tenant with its history, what its actions are called, and what its last steps did.

use std::collections::VecDeque;
use std::sync::Arc;

use licensing_core::{Accepted, Action, AuditLog, History, StepOutcome, Tenant};
use licensing_graph::transcript::Done;
use licensing_model::{Catalog, Command, GroupId, ProductId, Refusal, TenantSettings, UserId};
use licensing_scenario::sample::Sample;
use licensing_scenario::storage::Entry;
use licensing_scenario::{Base, STEPS_AT_ONCE, Scenario};
use licensing_view::shell::HistoryView;
use licensing_view::step::StepRecord;
use licensing_view::{GroupName, PersonName, ProductName, RefusalNote, describe, example, read, refusal};
use licensing_wording::Message;

pub(crate) use licensing_model::command::Created;

/// Steps that are listed.
const STEPS: usize = 60;

/// A step, and how many actions were done right after it.
struct LoggedStep {
    position: usize,
    record: StepRecord,
}

/// What is known of an action of the history.
struct Label {
    /// What it is called.
    name: Message,
    /// What it created.
    created: Option<Created>,
    /// It is undone together with the one before it.
    joined: bool,
    /// What all that is undone together up to here is called, where that is more than this action.
    together: Option<Message>,
}

impl Label {
    /// What is undone with this action, as the last of what is undone together.
    fn whole(&self) -> &Message {
        self.together.as_ref().unwrap_or(&self.name)
    }
}

/// What the history of a document began with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A new tenant.
    Empty(TenantSettings),
    /// A generated tenant.
    Sample(Sample),
    /// A tenant that was made elsewhere: the history alone knows it.
    Tenant,
}

/// The document.
pub(crate) struct Document {
    catalog: Arc<Catalog>,
    history: History,
    origin: Origin,
    /// What the tenant is called by whoever works on it; may be empty.
    title: String,
    /// What was done since it was last asked for, to be written down.
    entries: Vec<Entry>,
    /// Something was done by hand since the document was made or came.
    changed: bool,
    /// What each action of the history is called.
    labels: Vec<Label>,
    /// The last steps, newest first.
    steps: VecDeque<LoggedStep>,
}

impl Document {
    /// A tenant without anything.
    pub(crate) fn empty(title: String) -> Document {
        let (catalog, settings) = (Arc::new(licensing_catalog::starter()), TenantSettings::default());
        let tenant = Tenant::new(Arc::clone(&catalog), settings.clone());
        Document::new(title, Origin::Empty(settings), History::new(tenant), catalog)
    }

    /// A tenant as it is, without a history, and its catalogue.
    pub(crate) fn of(title: String, origin: Origin, tenant: Tenant, catalog: Arc<Catalog>) -> Document {
        Document::new(title, origin, History::new(tenant), catalog)
    }

    /// A history whose actions are still to be given their names, by [`Document::name_actions`].
    pub(crate) fn new(title: String, origin: Origin, history: History, catalog: Arc<Catalog>) -> Document {
        let (labels, steps, entries) = (Vec::new(), VecDeque::new(), Vec::new());
        Document { catalog, history, origin, title, entries, changed: false, labels, steps }
    }

    /// The tenant that the page opens with, errors included; what led there can be undone.
    pub(crate) fn five_errors(title: String) -> Document {
        let catalog = Arc::new(licensing_catalog::starter());
        let tenant = Sample::five_errors_tenant(Arc::clone(&catalog));
        let story = Sample::five_errors(String::new(), &catalog);
        let mut document = Document::of(title, Origin::Sample(Sample::FiveErrors), tenant, catalog);
        for action in story.actions {
            // A test of `licensing-scenario` has each of them accepted; one that is not is left out.
            document.follow(&Entry::Act(action));
        }
        document
    }

    /// The example of the article; its commands are the first actions of the history.
    pub(crate) fn example(title: String) -> Document {
        let mut document = Document::empty(title);
        for command in example::commands(&document.catalog.clone()) {
            // A test of `licensing-view` has each of them accepted; one that is not is left out.
            document.follow(&Entry::Act(Action::Command(command)));
        }
        document
    }

    /// What the tenant is called by whoever works on it.
    pub(crate) fn title(&self) -> &str {
        &self.title
    }

    /// Calls the tenant something else.
    pub(crate) fn rename(&mut self, title: String) {
        self.title = title;
    }

    /// What was done since this was last asked for, to be written down.
    pub(crate) fn take_entries(&mut self) -> Vec<Entry> {
        let entries = core::mem::take(&mut self.entries);
        self.changed |= !entries.is_empty();
        entries
    }

    /// Whether something was done since this was last asked for.
    pub(crate) fn has_entries(&self) -> bool {
        !self.entries.is_empty()
    }

    /// Whether something was done by hand since the document was made or came.
    pub(crate) fn was_changed(&self) -> bool {
        self.changed
    }

    /// The actions that were done, then those that were undone.
    pub(crate) fn actions(&self) -> &[Action] {
        self.history.actions()
    }

    /// How many actions are done.
    pub(crate) fn position(&self) -> usize {
        self.history.position()
    }

    /// The tenant before the first action.
    pub(crate) fn beginning(&self) -> &Tenant {
        self.history.beginning()
    }

    /// Everything that is kept: the tenant with all that was done, undone and left.
    pub(crate) fn whole(&self) -> Scenario {
        Scenario::of_history(self.title.clone(), self.base(), &self.history)
    }

    /// What was done and undone, from the beginning.
    pub(crate) fn as_story(&self) -> Scenario {
        Scenario::of_story(self.title.clone(), self.base(), &self.history)
    }

    /// The tenant as it is now, without how it came to be.
    pub(crate) fn as_state(&self, audit: AuditLog) -> Scenario {
        Scenario::of_state(self.title.clone(), self.tenant(), audit)
    }

    /// The tenant as it was when so many actions were done; none where there were not so many.
    pub(crate) fn as_state_at(&self, position: usize) -> Option<(Scenario, Tenant)> {
        let mut history = self.history.clone();
        let found = history.go_to(position);
        let tenant = history.tenant().clone();
        found.then(|| (Scenario::of_state(self.title.clone(), &tenant, AuditLog::LeftOut), tenant))
    }

    fn base(&self) -> Base {
        match &self.origin {
            Origin::Empty(settings) => Base::Empty(settings.clone()),
            Origin::Sample(sample) => Base::Sample(*sample),
            Origin::Tenant => Base::State(Box::new(self.history.beginning().state(AuditLog::Kept))),
        }
    }

    /// The catalogue, or the part of it that is loaded.
    pub(crate) fn catalog(&self) -> Arc<Catalog> {
        Arc::clone(&self.catalog)
    }

    /// The tenant as it is now.
    pub(crate) fn tenant(&self) -> &Tenant {
        self.history.tenant()
    }

    /// What a command is called, before it is carried out.
    pub(crate) fn describe(&self, command: &Command) -> Message {
        describe::describe(self.tenant(), command)
    }

    /// Carries out a command, or says why not.
    pub(crate) fn apply(&mut self, command: Command) -> Result<Option<Created>, RefusalNote> {
        match self.carry_out(&command) {
            Ok(accepted) => Ok(accepted.created),
            Err(refused) => Err(refusal::refusal(self.tenant(), &command, &refused)),
        }
    }

    /// Carries out a command, or says why not in the engine's terms.
    pub(crate) fn carry_out(&mut self, command: &Command) -> Result<Accepted, Refusal> {
        let name = self.describe(command);
        let accepted = self.history.apply(command)?;
        self.entries.push(Entry::Act(Action::Command(command.clone())));
        self.name_last_action(name, accepted.created);
        Ok(accepted)
    }

    /// Lets `work` do several things that are undone together. Answers what they are called as well, if it did any.
    pub(crate) fn together<T>(&mut self, work: impl FnOnce(&mut Document) -> T) -> (T, Option<Message>) {
        let before = self.history.position();
        let result = work(self);
        let done = self.labels.get_mut(before..self.history.position()).unwrap_or_default();
        let name = match &*done {
            [] => None,
            [one] => Some(one.name.clone()),
            [first, rest @ ..] => Some(Message::and_more(first.name.clone(), rest.len())),
        };
        if let [_, rest @ ..] = done {
            rest.iter_mut().for_each(|label| label.joined = true);
            if let [.., last] = rest {
                last.together.clone_from(&name);
            }
        }
        (result, name)
    }

    /// Takes one step and says what it did; none where nothing waits.
    pub(crate) fn step(&mut self) -> Option<StepRecord> {
        let (_, record) = self.take_step()?;
        Some(record)
    }

    /// Takes one step; none where nothing waits.
    pub(crate) fn take_step(&mut self) -> Option<(StepOutcome, StepRecord)> {
        let outcome = self.history.step()?;
        self.entries.push(Entry::Act(Action::Steps(1)));
        let number = self.steps_done();
        self.name_last_action(Message::do_step(number), None);
        let record = StepRecord::new(self.tenant(), number, &outcome);
        self.log(record.clone());
        Some((outcome, record))
    }

    /// Takes so many steps, or as many as there are. Answers whether nothing waits any more.
    pub(crate) fn run(&mut self, most: u32) -> bool {
        if most == 1 {
            self.take_step();
            return self.is_idle();
        }
        if self.tenant().waiting_steps() <= STEPS {
            // Few enough to say what became of each.
            while self.take_step().is_some() {}
            return true;
        }
        self.take_steps(most)
    }

    /// Takes so many steps, or as many as there are. Answers whether nothing waits any more.
    fn take_steps(&mut self, most: u32) -> bool {
        let mut left = most;
        loop {
            // No action is longer than those of a history that is opened, so that both have the same moments.
            let settled = self.history.settle(left.min(STEPS_AT_ONCE));
            if settled.steps > 0 {
                self.entries.push(Entry::Act(Action::Steps(settled.steps)));
                let steps = settled.steps as usize;
                self.name_last_action(Message::count_steps(steps), None);
                self.log(StepRecord::many(self.steps_done(), steps));
            }
            left = left.saturating_sub(settled.steps);
            if settled.idle || left == 0 || settled.steps == 0 {
                return settled.idle;
            }
        }
    }

    /// Does what was done elsewhere: in another tab, or before the page was closed. It is not to be written down again.
    pub(crate) fn follow(&mut self, entry: &Entry) {
        let entries = core::mem::take(&mut self.entries);
        match entry {
            // It is refused only where a rule was corrected since; what products it needs is looked at before.
            Entry::Act(Action::Command(command)) => _ = self.carry_out(command),
            Entry::Act(Action::Steps(1)) => _ = self.take_step(),
            Entry::Act(Action::Steps(steps)) => _ = self.take_steps(*steps),
            Entry::GoTo(position) => _ = self.go_to(*position),
            Entry::TakeBranch(at) => _ = self.take_branch(*at),
        }
        self.entries = entries;
    }

    /// Gives names to so many actions of a history that came from elsewhere, by doing them again. Answers whether all
    /// have theirs; the document is where it was then, and `position` is where that is.
    pub(crate) fn name_actions(&mut self, position: usize, most: usize) -> bool {
        let from = self.labels.len();
        if self.history.position() != from {
            self.history.go_to(from);
        }
        for _ in 0..most {
            let Some(action) = self.history.actions().get(self.history.position()).cloned() else { break };
            self.name_next(&action);
        }
        let all = self.labels.len() >= self.history.actions().len();
        if all {
            self.history.go_to(position);
        }
        all
    }

    /// Does the action that comes next, and gives it its name.
    fn name_next(&mut self, action: &Action) {
        let next = self.history.position().saturating_add(1);
        let label = |name, created| Label { name, created, joined: false, together: None };
        let label = match action {
            Action::Command(command) => {
                let label = label(self.describe(command), self.tenant().will_create(command));
                self.history.go_to(next);
                label
            }
            Action::Steps(1) => {
                self.step_again();
                label(Message::do_step(self.steps_done()), None)
            }
            Action::Steps(steps) => {
                self.history.go_to(next);
                self.log(StepRecord::many(self.steps_done(), *steps as usize));
                label(Message::count_steps(*steps as usize), None)
            }
        };
        self.labels.push(label);
    }

    /// Takes a step that was undone once more, and remembers what it did.
    fn step_again(&mut self) {
        if let Some(outcome) = self.history.step() {
            self.log(StepRecord::new(self.tenant(), self.steps_done(), &outcome));
        }
    }

    fn log(&mut self, record: StepRecord) {
        let position = self.history.position();
        let at = self.steps.iter().position(|step| step.position <= position).unwrap_or(self.steps.len());
        match self.steps.get_mut(at).filter(|step| step.position == position) {
            Some(step) => step.record = record,
            None => self.steps.insert(at, LoggedStep { position, record }),
        }
        if self.steps.len() > STEPS {
            // What is farthest from here goes.
            let ahead = self.steps.front().map_or(0, |step| step.position.saturating_sub(position));
            let behind = self.steps.back().map_or(0, |step| position.saturating_sub(step.position));
            let _ = if ahead > behind { self.steps.pop_front() } else { self.steps.pop_back() };
        }
    }

    /// Whether nothing waits.
    pub(crate) fn is_idle(&self) -> bool {
        self.tenant().queue_length() == 0
    }

    /// Takes the last action back and says what it was.
    pub(crate) fn undo(&mut self) -> Option<Message> {
        let (position, name) = self.before()?;
        self.go_to(position).then_some(name)
    }

    /// Does the next action again and says what it is.
    pub(crate) fn redo(&mut self) -> Option<Message> {
        let (position, name) = self.after()?;
        self.go_to(position).then_some(name)
    }

    /// Goes to the moment at which so many actions are done. Answers whether there is such a moment, another than now.
    pub(crate) fn go_to(&mut self, position: usize) -> bool {
        let actions = self.history.actions();
        if position == self.history.position() || position > actions.len() {
            return false;
        }
        let before = position.checked_sub(1);
        match before.filter(|before| actions.get(*before) == Some(&Action::Steps(1))) {
            // What the step did is wanted, too.
            Some(before) => {
                self.history.go_to(before);
                self.step_again();
            }
            None => _ = self.history.go_to(position),
        }
        self.entries.push(Entry::GoTo(position));
        true
    }

    /// Goes on with a way that was left, at its end; the present one is kept in its place. Answers whether there is such
    /// a way.
    pub(crate) fn take_branch(&mut self, at: usize) -> bool {
        let Some(branch) = self.history.branches().get(at) else { return false };
        let shared = self.history.shared_with(branch);
        if !self.history.take_branch(at) {
            return false;
        }
        self.entries.push(Entry::TakeBranch(at));
        self.labels.truncate(shared);
        self.steps.retain(|step| step.position <= shared);
        self.name_actions(self.history.position(), usize::MAX)
    }

    /// Ways that were left, oldest first: where each leaves the present one, and how many actions it has from there.
    pub(crate) fn branches(&self) -> impl Iterator<Item = (usize, usize)> {
        self.history.branches().iter().map(|branch| {
            let shared = self.history.shared_with(branch);
            (shared, branch.len().saturating_sub(shared))
        })
    }

    /// What an action of the history is called.
    pub(crate) fn name_of(&self, action: usize) -> Option<&Message> {
        self.labels.get(action).map(|label| &label.name)
    }

    /// What the step did after which so many actions are done, if it was a step and is remembered.
    pub(crate) fn step_at(&self, position: usize) -> Option<&StepRecord> {
        self.steps.iter().find(|step| step.position == position).map(|step| &step.record)
    }

    /// Where undo leads, and what it takes back.
    fn before(&self) -> Option<(usize, Message)> {
        let done = self.labels.get(..self.history.position())?;
        let name = done.last()?.whole().clone();
        Some((done.iter().rposition(|label| !label.joined)?, name))
    }

    /// Where redo leads, and what it does again.
    fn after(&self) -> Option<(usize, Message)> {
        let position = self.history.position();
        let (next, rest) = self.labels.get(position..)?.split_first()?;
        let joined = rest.iter().take_while(|label| label.joined).count();
        let last = joined.checked_sub(1).and_then(|at| rest.get(at)).unwrap_or(next);
        Some((position + 1 + joined, last.whole().clone()))
    }

    fn name_last_action(&mut self, name: Message, created: Option<Created>) {
        let before = self.history.position().saturating_sub(1);
        // What was undone and is done by hand again keeps what comes after it.
        if self.history.position() == self.history.actions().len() {
            self.labels.truncate(before);
            self.labels.push(Label { name, created, joined: false, together: None });
        }
        // What was undone before is gone for good.
        self.steps.retain(|step| step.position <= before);
    }

    /// How many steps of the background were taken up to here.
    pub(crate) fn steps_done(&self) -> usize {
        let done = self.history.actions().iter().take(self.history.position());
        done.map(|action| match action {
            Action::Steps(steps) => *steps as usize,
            Action::Command(_) => 0,
        })
        .sum()
    }

    /// Replaces the catalogue by a larger part of the same one.
    pub(crate) fn load_catalog(&mut self, catalog: Arc<Catalog>) {
        self.catalog = catalog;
        self.history.load_catalog(&self.catalog);
    }

    /// A user by name, if it is there or can be brought back.
    pub(crate) fn person(&self, id: UserId) -> Option<PersonName> {
        self.tenant().user(id).map(|_| read::person(self.tenant(), id))
    }

    /// A group by name, if it is there.
    pub(crate) fn group_name(&self, id: GroupId) -> Option<GroupName> {
        let details = self.tenant().group(id).filter(|details| details.deleted_at.is_none())?;
        Some(GroupName { id, name: details.name })
    }

    /// A product by name, if the tenant has it.
    pub(crate) fn product_name(&self, id: ProductId) -> Option<ProductName> {
        self.tenant().product(id).map(|_| read::product_name(self.tenant(), id))
    }

    /// The domain of new users.
    pub(crate) fn domain(&self) -> String {
        self.tenant().domains().next().unwrap_or_default().to_string()
    }

    /// Every action up to here, oldest first, with what it is called and what it created.
    pub(crate) fn done(&self) -> impl Iterator<Item = Done<'_>> {
        let done = self.history.actions().iter().zip(&self.labels).take(self.history.position());
        done.map(|(action, label)| Done { action, name: &label.name, created: label.created })
    }

    /// Where in the history one is.
    pub(crate) fn place(&self) -> HistoryView {
        let position = self.history.position();
        let commands =
            |actions: &[Action]| actions.iter().filter(|action| matches!(action, Action::Command(_))).count();
        let actions = self.history.actions();
        HistoryView {
            at: commands(actions.get(..position).unwrap_or_default()),
            of: commands(actions),
            steps: self.steps_done(),
            position,
            moments: actions.len(),
            undo: self.before().map(|(_, name)| name),
            redo: self.after().map(|(_, name)| name),
        }
    }

    /// The last steps up to here, newest first.
    pub(crate) fn last_steps(&self) -> impl Iterator<Item = &StepRecord> {
        let position = self.history.position();
        self.steps.iter().filter(move |step| step.position <= position).map(|step| &step.record)
    }
}
