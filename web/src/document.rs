//! The document: a tenant with its history, what its actions are called, and what its last steps did.

use std::collections::VecDeque;
use std::sync::Arc;

use licensing_core::{Action, History, Tenant};
use licensing_model::{Catalog, Command, GroupId, Member, UserId};
use licensing_view::audit::{self, AuditRow};
use licensing_view::group::{self, AssignChoice, GroupRow, GroupView};
use licensing_view::overview::{self, OverviewView};
use licensing_view::processing::{self, ProcessingView, StepView};
use licensing_view::product::{self, ProductOffer, ProductRow};
use licensing_view::shell::{self, HistoryView, ShellView};
use licensing_view::story::{self, Story};
use licensing_view::user::{self, Page, UserRow, UserView};
use licensing_view::why::{self, WhyView};
use licensing_view::{
    GroupName, Icon, PersonName, RefusalNote, Status, Tone, WhyTarget, describe, example, read, refusal, words,
};

pub(crate) use licensing_model::command::Created;

/// Steps that are listed.
const STEPS: usize = 60;

/// A step, and how many actions were done right after it.
struct LoggedStep {
    position: usize,
    view: StepView,
}

/// The document.
pub(crate) struct Document {
    catalog: Arc<Catalog>,
    history: History,
    /// What each action of the history is called.
    labels: Vec<String>,
    /// The last steps, newest first.
    steps: VecDeque<LoggedStep>,
}

impl Document {
    /// A tenant without anything.
    pub(crate) fn empty() -> Document {
        let catalog = Arc::new(licensing_catalog::starter());
        let history = History::new(example::empty(catalog.clone()));
        Document { catalog, history, labels: Vec::new(), steps: VecDeque::new() }
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

    /// The tenant as it is now.
    pub(crate) fn tenant(&self) -> &Tenant {
        self.history.tenant()
    }

    /// What a command is called, before it is carried out.
    pub(crate) fn describe(&self, command: &Command) -> String {
        describe::describe(self.tenant(), command)
    }

    /// Carries out a command, or says why not.
    pub(crate) fn apply(&mut self, command: Command) -> Result<Option<Created>, RefusalNote> {
        let label = self.describe(&command);
        match self.history.apply(&command) {
            Ok(accepted) => {
                self.name_last_action(label);
                Ok(accepted.created)
            }
            Err(refused) => Err(refusal::refusal(self.tenant(), &command, &refused)),
        }
    }

    /// Takes one step and says what it did; none where nothing waits.
    pub(crate) fn step(&mut self) -> Option<String> {
        let view = self.take_step()?;
        Some(processing::step_sentence(&view, &processing::waiting(self.tenant())))
    }

    fn take_step(&mut self) -> Option<StepView> {
        let outcome = self.history.step()?;
        let number = self.steps_done();
        self.name_last_action(format!("step {number}"));
        let view = processing::step(self.tenant(), number, &outcome);
        self.log(view.clone());
        Some(view)
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
            let number = self.steps_done();
            let steps = words::count(settled.steps as usize, "step", "steps");
            self.name_last_action(steps.clone());
            self.log(StepView {
                number,
                taken: Vec::new(),
                outcome: Status::new(Tone::Neutral, Icon::Play, steps),
                detail: "taken at full speed".to_string(),
            });
        }
        settled.idle
    }

    fn log(&mut self, view: StepView) {
        let position = self.history.position();
        while self.steps.front().is_some_and(|step| step.position >= position) {
            self.steps.pop_front();
        }
        self.steps.push_front(LoggedStep { position, view });
        self.steps.truncate(STEPS);
    }

    /// Whether nothing waits.
    pub(crate) fn is_idle(&self) -> bool {
        self.tenant().queue_length() == 0
    }

    /// What is to be said when a run has ended.
    pub(crate) fn sum_of_run(&self) -> String {
        match overview::overview(self.tenant()).users_in_error {
            0 => "Nothing waits. Nobody is in error.".to_string(),
            1 => "Nothing waits. 1 user is in error.".to_string(),
            users => format!("Nothing waits. {users} users are in error."),
        }
    }

    /// Takes the last action back and says what it was.
    pub(crate) fn undo(&mut self) -> Option<String> {
        let label = self.labels.get(self.history.position().checked_sub(1)?)?.clone();
        self.history.undo().then_some(label)
    }

    /// Does the next action again and says what it is.
    pub(crate) fn redo(&mut self) -> Option<String> {
        let label = self.labels.get(self.history.position())?.clone();
        self.history.redo().then_some(label)
    }

    fn name_last_action(&mut self, label: String) {
        let before = self.history.position().saturating_sub(1);
        self.labels.truncate(before);
        self.labels.push(label);
        // What was undone before is gone for good.
        self.steps.retain(|step| step.position <= before);
    }

    fn steps_done(&self) -> usize {
        let done = self.history.actions().iter().take(self.history.position());
        done.map(|action| match action {
            Action::Steps(steps) => *steps as usize,
            Action::Command(_) => 0,
        })
        .sum()
    }

    /// Replaces the catalogue by a larger part of the same one.
    pub(crate) fn load_catalog(&mut self, catalog: Catalog) {
        self.catalog = Arc::new(catalog);
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

    /// The domain of new users.
    pub(crate) fn domain(&self) -> String {
        self.tenant().domains().next().unwrap_or_default().to_string()
    }

    /// The frame.
    pub(crate) fn shell(&self) -> ShellView {
        let position = self.history.position();
        let commands =
            |actions: &[Action]| actions.iter().filter(|action| matches!(action, Action::Command(_))).count();
        let actions = self.history.actions();
        let history = HistoryView {
            at: commands(actions.get(..position).unwrap_or_default()),
            of: commands(actions),
            steps: self.steps_done(),
            undo: position.checked_sub(1).and_then(|last| self.labels.get(last)).cloned(),
            redo: self.labels.get(position).cloned(),
        };
        shell::shell(self.tenant(), history)
    }

    /// The overview.
    pub(crate) fn overview(&self) -> OverviewView {
        overview::overview(self.tenant())
    }

    /// What a newcomer can do next.
    pub(crate) fn story(&self) -> Story {
        story::story(self.tenant())
    }

    /// The list of groups.
    pub(crate) fn groups(&self) -> Vec<GroupRow> {
        group::groups(self.tenant())
    }

    /// Groups that can be brought back.
    pub(crate) fn deleted_groups(&self) -> Vec<GroupName> {
        group::deleted_groups(self.tenant())
    }

    /// One group.
    pub(crate) fn group(&self, id: GroupId, filter: &str) -> Option<GroupView> {
        group::group(self.tenant(), id, filter)
    }

    /// The list of users.
    pub(crate) fn users(&self, filter: &str, most: usize) -> Page<UserRow> {
        user::users(self.tenant(), filter, most)
    }

    /// Users that can be brought back.
    pub(crate) fn deleted_users(&self) -> Vec<PersonName> {
        user::deleted_users(self.tenant())
    }

    /// One user.
    pub(crate) fn user(&self, id: UserId) -> Option<UserView> {
        user::user(self.tenant(), id)
    }

    /// The products of the tenant.
    pub(crate) fn products(&self) -> Vec<ProductRow> {
        product::products(self.tenant())
    }

    /// Products that the tenant could buy.
    pub(crate) fn offers(&self, filter: &str, most: usize) -> Page<ProductOffer> {
        product::offers(self.tenant(), filter, most)
    }

    /// What a group can be given.
    pub(crate) fn choices_for_group(&self, id: GroupId) -> Vec<AssignChoice> {
        group::choices_for_group(self.tenant(), id)
    }

    /// What a user can be given.
    pub(crate) fn choices_for_user(&self, id: UserId) -> Vec<AssignChoice> {
        group::choices_for_user(self.tenant(), id)
    }

    /// Who could join a group.
    pub(crate) fn candidates(&self, id: GroupId, filter: &str, most: usize) -> Vec<(Member, String, String)> {
        group::candidates(self.tenant(), id, filter, most)
    }

    /// Which groups a user could join.
    pub(crate) fn groups_to_join(&self, id: UserId) -> Vec<(GroupName, String)> {
        group::groups_to_join(self.tenant(), id)
    }

    /// The queue.
    pub(crate) fn processing(&self) -> ProcessingView {
        processing::processing(self.tenant())
    }

    /// The last steps up to here, newest first.
    pub(crate) fn last_steps(&self) -> Vec<StepView> {
        let position = self.history.position();
        self.steps.iter().filter(|step| step.position <= position).map(|step| step.view.clone()).collect()
    }

    /// The newest events.
    pub(crate) fn audit(&self, most: usize) -> Page<AuditRow> {
        audit::audit(self.tenant(), most)
    }

    /// An explanation.
    pub(crate) fn why(&self, target: WhyTarget) -> Option<WhyView> {
        why::why(self.tenant(), target)
    }
}
