//! The document: a tenant with its history, what its actions are called, and what its last steps did.

use std::collections::VecDeque;
use std::sync::Arc;

use licensing_core::{Accepted, Action, History, StepOutcome, Tenant};
use licensing_graph::transcript::Done;
use licensing_model::{Catalog, Command, GroupId, ProductId, Refusal, UserId};
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

/// The document.
pub(crate) struct Document {
    catalog: Arc<Catalog>,
    history: History,
    /// What each action of the history is called.
    labels: Vec<Label>,
    /// The last steps, newest first.
    steps: VecDeque<LoggedStep>,
}

impl Document {
    /// A tenant without anything.
    pub(crate) fn empty() -> Document {
        let catalog = Arc::new(licensing_catalog::starter());
        Document::of(example::empty(Arc::clone(&catalog)), catalog)
    }

    /// A tenant as it is, without a history, and its catalogue.
    pub(crate) fn of(tenant: Tenant, catalog: Arc<Catalog>) -> Document {
        Document { catalog, history: History::new(tenant), labels: Vec::new(), steps: VecDeque::new() }
    }

    /// The opening example; its commands are the first actions of the history.
    pub(crate) fn example() -> Document {
        let mut document = Document::empty();
        for command in example::commands(&document.catalog.clone()) {
            // A test of `licensing-view` has each of them accepted; one that is not is left out.
            let _ = document.apply(command);
        }
        document
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
        let settled = self.history.settle(most);
        if settled.steps > 0 {
            let steps = settled.steps as usize;
            self.name_last_action(Message::count_steps(steps), None);
            self.log(StepRecord::many(self.steps_done(), steps));
        }
        settled.idle
    }

    fn log(&mut self, record: StepRecord) {
        let position = self.history.position();
        while self.steps.front().is_some_and(|step| step.position >= position) {
            self.steps.pop_front();
        }
        self.steps.push_front(LoggedStep { position, record });
        self.steps.truncate(STEPS);
    }

    /// Whether nothing waits.
    pub(crate) fn is_idle(&self) -> bool {
        self.tenant().queue_length() == 0
    }

    /// Takes the last action back and says what it was.
    pub(crate) fn undo(&mut self) -> Option<Message> {
        let (position, name) = self.before()?;
        self.history.go_to(position).then_some(name)
    }

    /// Does the next action again and says what it is.
    pub(crate) fn redo(&mut self) -> Option<Message> {
        let (position, name) = self.after()?;
        self.history.go_to(position).then_some(name)
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
