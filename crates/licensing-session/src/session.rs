//! The session: what is worked on, and everything that can be done with it.

use std::ops::Range;
use std::sync::Arc;

use licensing_core::state::AuditLog;
use licensing_core::{Accepted, Action, Actions, History, StepOutcome, Tenant};
use licensing_graph::transcript::Done;
use licensing_model::command::Created;
use licensing_model::{Catalog, Command, CommandKind, Refusal, TenantSettings};
use licensing_scenario::sample::Sample;
use licensing_scenario::sample::example;
use licensing_scenario::storage::Entry;
use licensing_scenario::{Base, Collecting, STEPS_AT_ONCE, Scenario, link};
use licensing_view::shell::HistoryView;
use licensing_view::step::{StepKind, StepRecord};
use licensing_view::{RefusalNote, refusal};
use licensing_wording::Message;

use crate::log::Log;

/// A run of no more steps than this says what became of each.
const TOLD: usize = 60;

/// What the history of a session began with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A new tenant.
    Empty(TenantSettings),
    /// A generated tenant.
    Sample(Sample),
    /// A tenant that was made elsewhere: the history alone knows it.
    Tenant,
}

/// What somebody works on.
#[derive(Debug)]
pub struct Session {
    catalog: Arc<Catalog>,
    log: Log,
    origin: Origin,
    /// What the tenant is called by whoever works on it; may be empty.
    title: String,
    /// The lesson that it belongs to.
    lesson: Option<String>,
    /// What was done since it was last asked for, to be written down.
    entries: Vec<Entry>,
    /// Something was done by hand since the session was made or came.
    changed: bool,
    /// The link that it came by.
    link: Option<String>,
    /// What is undone together with the steps that follow it: from where on, and up to where it is done.
    joint: Option<Range<usize>>,
}

/// How a session begins.
impl Session {
    /// A tenant without anything.
    pub fn empty(title: String) -> Session {
        let (catalog, settings) = (Arc::new(licensing_catalog::opening()), TenantSettings::default());
        let tenant = Tenant::new(Arc::clone(&catalog), settings.clone());
        Session::of(title, Origin::Empty(settings), tenant, catalog)
    }

    /// A tenant as it is, without a history, and its catalog.
    pub fn of(title: String, origin: Origin, tenant: Tenant, catalog: Arc<Catalog>) -> Session {
        Session::of_log(title, origin, Log::new(tenant), catalog)
    }

    /// A tenant that was made elsewhere, called as its initial domain is.
    pub fn imported(mut tenant: Tenant, catalog: Arc<Catalog>) -> Session {
        tenant.end_runs_of_nobody();
        let title = tenant.domains().next().unwrap_or_default().to_string();
        Session::of(title, Origin::Tenant, tenant, catalog)
    }

    /// A history that was played.
    pub(crate) fn of_log(title: String, origin: Origin, log: Log, catalog: Arc<Catalog>) -> Session {
        Session {
            catalog,
            log,
            origin,
            title,
            lesson: None,
            entries: Vec::new(),
            changed: false,
            link: None,
            joint: None,
        }
    }

    /// The tenant that the page opens with, errors included; what led there can be undone.
    pub fn five_errors(title: String) -> Session {
        let catalog = Arc::new(licensing_catalog::starter());
        let tenant = Sample::five_errors_tenant(Arc::clone(&catalog));
        let story = Sample::five_errors(&catalog);
        let mut session = Session::of(title, Origin::Sample(Sample::FiveErrors), tenant, catalog);
        for action in story {
            // A test of `licensing-scenario` has each of them accepted; one that is not is left out.
            session.follow(Entry::Act(action));
        }
        session
    }

    /// The example of the article; its commands are the first actions of the history.
    pub fn example(title: String) -> Session {
        let mut session = Session::empty(title);
        for command in example::commands(&session.catalog.clone()) {
            // A test of `licensing-view` has each of them accepted; one that is not is left out.
            session.follow(Entry::Act(Action::Command(command)));
        }
        session
    }

    /// Whether it is the example with which a first visit begins, as it was made: nothing else begins with nothing, has a
    /// story, and was changed by nobody.
    pub fn is_first_example(&self) -> bool {
        matches!(self.origin, Origin::Empty(_))
            && self.lesson.is_none()
            && !self.changed
            && self.log.history().position() > 0
    }
}

/// What is done.
impl Session {
    /// Carries out a command, or says why not.
    pub fn apply(&mut self, command: Command) -> Result<Option<Created>, RefusalNote> {
        match self.carry_out(command) {
            Ok(accepted) => Ok(accepted.created),
            Err((command, refused)) => Err(refusal::refusal(self.tenant(), &command, &refused)),
        }
    }

    /// Carries out a command, or gives it back and says why not in the engine's terms.
    pub fn carry_out(&mut self, command: Command) -> Result<Accepted, (Command, Refusal)> {
        let entry = command.clone();
        match self.log.command(command) {
            Ok(accepted) => {
                self.entries.push(Entry::Act(Action::Command(entry)));
                Ok(accepted)
            }
            Err(refused) => Err((entry, refused)),
        }
    }

    /// Applies commands, of which the later ones may rest on what the first created, all or none. They are undone together.
    ///
    /// # Errors
    /// What is said to the first that is refused, when they are tried on a copy.
    pub fn apply_all(
        &mut self,
        first: Command,
        then: impl FnOnce(Option<Created>) -> Vec<Command>,
    ) -> Result<Option<Created>, RefusalNote> {
        let mut trial = self.tenant().clone();
        let mut tried =
            |command: &Command| trial.apply(command).map_err(|refused| refusal::refusal(&trial, command, &refused));
        let others = then(tried(&first)?.created);
        others.iter().try_for_each(|command| tried(command).map(|_| ()))?;
        let (created, _) = self.together(|session| {
            let created = session.apply(first)?;
            others.into_iter().try_for_each(|command| session.apply(command).map(|_| ()))?;
            Ok(created)
        });
        created
    }

    /// Collects these commands from now on, instead of those from before. Answers whether that changed the draft: it
    /// holds no more than [`History::MOST_DRAFTED`].
    pub fn collect(&mut self, commands: Vec<Command>) -> bool {
        let is_news = commands != self.draft() && self.log.collect(commands.clone());
        if is_news {
            self.entries.push(Entry::Act(Action::Draft(commands)));
        }
        is_news
    }

    /// Lets `work` do several things that are undone together. Answers whether it did any.
    pub fn together<T>(&mut self, work: impl FnOnce(&mut Session) -> T) -> (T, bool) {
        let before = self.position();
        let result = work(self);
        let did_something = self.log.join_since(before).is_some();
        (result, did_something)
    }

    /// Carries out commands. The steps that follow are undone together with them, as long as nothing else is done between.
    ///
    /// # Errors
    /// The first command that is refused, with what was done before it.
    pub fn apply_with_steps(&mut self, commands: Vec<Command>) -> Result<(), RefusalNote> {
        let before = self.position();
        let each =
            |session: &mut Session| commands.into_iter().try_for_each(|command| session.apply(command).map(|_| ()));
        let (result, _) = self.together(each);
        self.joint = (before < self.position()).then(|| before..self.position());
        result
    }

    /// So many steps were taken as one action.
    fn took(&mut self, steps: u32) {
        self.entries.push(Entry::Act(Action::Steps(steps)));
        let position = self.position();
        if let Some(joint) = self.joint.as_mut().filter(|joint| joint.end + 1 == position) {
            joint.end = position;
            self.log.join_since(joint.start);
        }
    }

    /// Takes one step; none where nothing waits.
    pub fn step(&mut self) -> Option<StepOutcome> {
        let outcome = self.log.step()?;
        self.took(1);
        Some(outcome)
    }

    /// Takes so many steps, or as many as there are. Answers whether there is none to take any more.
    pub fn run(&mut self, most: u32) -> bool {
        if most == 1 {
            self.step();
            return self.is_idle();
        }
        if self.tenant().waiting_steps() <= TOLD {
            // Few enough to say what became of each.
            while self.step().is_some() {}
            return true;
        }
        self.take_steps(most)
    }

    /// Takes so many steps, or as many as there are, or as many as are soon done where users are in very many groups.
    /// Answers whether there is none to take any more.
    pub fn run_slice(&mut self, most: u32) -> bool {
        // About a hundredth of a second where the cost of a step is that of its groups.
        const WORK: u64 = 100_000;
        if most == 1 || self.tenant().waiting_steps() <= TOLD {
            return self.run(most);
        }
        let steps = self.log.settle_within(most.min(STEPS_AT_ONCE), WORK);
        if steps > 0 {
            self.took(steps);
        }
        self.is_idle()
    }

    /// Takes so many steps, or as many as there are. Answers whether there is none to take any more.
    fn take_steps(&mut self, most: u32) -> bool {
        let mut left = most;
        loop {
            // No action is longer than those of a history that is opened, so that both have the same moments.
            let wanted = left.min(STEPS_AT_ONCE);
            let steps = self.log.settle(wanted);
            if steps > 0 {
                self.took(steps);
            }
            left = left.saturating_sub(steps);
            if left == 0 || steps < wanted {
                return self.is_idle();
            }
        }
    }

    /// Does what was done elsewhere: in another tab, or before the page was closed. It is not to be written down again.
    pub fn follow(&mut self, entry: Entry) {
        match entry {
            // It is refused only where a rule was corrected since; what products it needs is looked at before.
            Entry::Act(Action::Command(command)) => _ = self.log.follow(command),
            Entry::Act(Action::Draft(commands)) => _ = self.log.collect(commands),
            Entry::Act(Action::Steps(steps)) => {
                let entries = core::mem::take(&mut self.entries);
                self.take_steps(steps);
                self.entries = entries;
            }
            Entry::GoTo(position) => _ = self.log.go_to(position),
            Entry::TakeBranch(at) => _ = self.log.take_branch(at),
        }
    }

    /// The history with the names of its actions.
    pub(crate) fn log(&self) -> &Log {
        &self.log
    }

    /// The history went somewhere, which is written down.
    pub(crate) fn go_on_from(&mut self, log: Log, entry: Entry) {
        self.log = log;
        self.entries.push(entry);
    }

    /// Where undo leads, and what it takes back.
    pub fn before(&self) -> Option<(usize, Message)> {
        self.log.before().map(|(position, name)| (position, name.clone()))
    }

    /// Where redo leads, and what it does again.
    pub fn after(&self) -> Option<(usize, Message)> {
        self.log.after().map(|(position, name)| (position, name.clone()))
    }

    /// Takes back what was done last and says what it was.
    pub fn undo(&mut self) -> Option<Message> {
        let (position, name) = self.before()?;
        self.go_to(position).then_some(name)
    }

    /// Does again what was undone last and says what it is.
    pub fn redo(&mut self) -> Option<Message> {
        let (position, name) = self.after()?;
        self.go_to(position).then_some(name)
    }

    /// Goes to the moment at which so many actions are done. Answers whether there is such a moment, another than now.
    pub fn go_to(&mut self, position: usize) -> bool {
        let went = self.log.go_to(position);
        if went {
            self.entries.push(Entry::GoTo(position));
        }
        went
    }

    /// Goes on with a way that was left, at its end; the present one is kept in its place. Answers whether there is such
    /// a way.
    pub fn take_branch(&mut self, at: usize) -> bool {
        let taken = self.log.take_branch(at);
        if taken {
            self.entries.push(Entry::TakeBranch(at));
        }
        taken
    }

    /// Does what an action says, if it is accepted: a command, or steps as long as there are any.
    pub fn perform(&mut self, action: &Action) {
        match action {
            // What is refused changes nothing.
            Action::Command(command) => _ = self.carry_out(command.clone()),
            Action::Steps(most) => _ = self.run(*most),
            Action::Draft(commands) => _ = self.collect(commands.clone()),
        }
    }

    /// The tenant as it is now as the beginning of something else, and a session that begins there.
    pub fn begin_here(&self) -> (Scenario, Session) {
        let (tenant, catalog) = (self.tenant().clone(), self.catalog());
        let session = Session::of(self.title.clone(), Origin::Tenant, tenant, catalog);
        (Scenario::of_state(self.title.clone(), self.tenant(), AuditLog::LeftOut), session)
    }

    /// Whether the history begins with this tenant, whatever its audit log says.
    pub fn begins_as(&self, tenant: &Tenant) -> bool {
        self.beginning().state(AuditLog::LeftOut) == tenant.state(AuditLog::LeftOut)
    }

    /// The session of a lesson from its start, and where it stands after `actions` of which so many are done.
    pub fn of_lesson(
        title: String,
        tag: String,
        start: Tenant,
        catalog: Arc<Catalog>,
        way: (&[Action], usize),
    ) -> Session {
        let (actions, position) = way;
        let mut session = Session::of(title, Origin::Tenant, start, catalog);
        for action in actions {
            session.follow(Entry::Act(action.clone()));
        }
        session.follow(Entry::GoTo(position.min(session.actions().len())));
        Session { lesson: Some(tag), ..session }
    }

    /// The same as part of a lesson, or of none.
    pub fn in_lesson(self, lesson: Option<String>) -> Session {
        Session { lesson, ..self }
    }

    /// The tenant is part of no lesson any more.
    pub fn leave_lesson(&mut self) {
        self.lesson = None;
        self.allow_only(None);
    }

    /// Refuses commands of all other kinds from now on, as a lesson asks for, or none any more.
    pub fn allow_only(&mut self, kinds: Option<Arc<[CommandKind]>>) {
        self.log.history_mut().allow_only(kinds);
    }

    /// Calls the tenant something else.
    pub fn rename(&mut self, title: String) {
        self.title = title;
    }

    /// Replaces the catalog by a larger part of the same one.
    pub fn load_catalog(&mut self, catalog: Arc<Catalog>) {
        self.catalog = catalog;
        self.log.history_mut().load_catalog(&self.catalog);
    }
}

/// What is to be written down.
impl Session {
    /// What was done since this was last asked for, to be written down.
    pub fn take_entries(&mut self) -> Vec<Entry> {
        let entries = core::mem::take(&mut self.entries);
        self.changed |= !entries.is_empty();
        entries
    }

    /// Whether something was done since this was last asked for.
    pub fn has_entries(&self) -> bool {
        !self.entries.is_empty()
    }

    /// Whether something was done by hand since the session was made or came.
    pub fn was_changed(&self) -> bool {
        self.changed || self.has_entries()
    }

    /// It came by this link.
    pub fn came_by(&mut self, link: String) {
        self.link = Some(link);
    }

    /// It holds more than what it came by: what was done in it before the page was loaded anew.
    pub fn was_worked_on(&mut self) {
        self.changed = true;
    }

    /// The link that it came by, if it came by one.
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }

    /// Everything that is kept: the tenant with all that was done, undone and left. It is written down in slices.
    pub fn collect_whole(&self) -> Collecting {
        let history = self.log.history();
        let of = |base| {
            let lesson = self.lesson.clone();
            Scenario { lesson, ..Scenario::of_history(self.title.clone(), base, history) }
        };
        match &self.origin {
            Origin::Empty(settings) => of(Base::Empty(settings.clone())).into(),
            Origin::Sample(sample) => of(Base::Sample(*sample)).into(),
            Origin::Tenant => {
                let nothing = Base::Empty(TenantSettings::default());
                Collecting::beginning_with(self.beginning().clone(), of(nothing))
            }
        }
    }

    /// The same in one go.
    pub fn whole(&self) -> Scenario {
        self.collect_whole().finish()
    }

    /// Whether it begins with more users than a link can hold.
    pub fn is_beyond_links(&self) -> bool {
        let is_listed = matches!(self.origin, Origin::Tenant);
        is_listed && self.beginning().user_count() > link::MOST_USERS
    }

    /// What was done and undone, from the beginning.
    pub fn as_story(&self) -> Scenario {
        let lesson = self.lesson.clone();
        Scenario { lesson, ..Scenario::of_story(self.title.clone(), self.base(), self.log.history()) }
    }

    /// The tenant as it is now, with what is collected, without how it came to be.
    pub fn as_state(&self, audit: AuditLog) -> Scenario {
        Scenario::of_moment(self.title.clone(), self.log.history(), audit)
    }

    /// The same as it was when so many actions were done, without its audit log; none where there were not so many.
    pub fn as_state_at(&self, position: usize) -> Option<(Scenario, Tenant)> {
        let history = self.history_at(position)?;
        Some((Scenario::of_moment(self.title.clone(), &history, AuditLog::LeftOut), history.tenant().clone()))
    }

    /// The tenant as it was when so many actions were done.
    pub(crate) fn tenant_at(&self, position: usize) -> Option<Tenant> {
        Some(self.history_at(position)?.tenant().clone())
    }

    fn history_at(&self, position: usize) -> Option<History> {
        let mut history = self.log.history().clone();
        history.go_to(position).then_some(history)
    }

    /// The last commands up to here, as the log has them.
    pub(crate) fn last_commands(&self, most: usize) -> Vec<(usize, &Command, u32)> {
        self.log.last_commands(most)
    }

    /// The history.
    pub(crate) fn history(&self) -> &History {
        self.log.history()
    }

    fn base(&self) -> Base {
        match &self.origin {
            Origin::Empty(settings) => Base::Empty(settings.clone()),
            Origin::Sample(sample) => Base::Sample(*sample),
            Origin::Tenant => Base::State(Box::new(self.beginning().state(AuditLog::Kept))),
        }
    }
}

/// What there is.
impl Session {
    /// What the tenant is called by whoever works on it.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The lesson that the tenant belongs to.
    pub fn lesson(&self) -> Option<&str> {
        self.lesson.as_deref()
    }

    /// The catalog, or the part of it that is loaded.
    pub fn catalog(&self) -> Arc<Catalog> {
        Arc::clone(&self.catalog)
    }

    /// The tenant as it is now.
    pub fn tenant(&self) -> &Tenant {
        self.log.tenant()
    }

    /// The commands that are collected, and not done yet.
    pub fn draft(&self) -> &[Command] {
        self.log.history().draft()
    }

    /// How many users there are.
    pub fn user_count(&self) -> usize {
        self.tenant().user_count()
    }

    /// The tenant before the first action.
    pub fn beginning(&self) -> &Tenant {
        self.log.history().beginning()
    }

    /// Whether there is no step to take: nothing waits, or the simulated clock has come to its end.
    pub fn is_idle(&self) -> bool {
        self.tenant().is_at_rest()
    }

    /// Whether the simulated clock has come to its end.
    pub fn has_ended(&self) -> bool {
        self.tenant().has_ended()
    }

    /// The actions that were done, then those that were undone.
    pub fn actions(&self) -> &Actions {
        self.log.history().actions()
    }

    /// How many actions are done.
    pub fn position(&self) -> usize {
        self.log.history().position()
    }

    /// What was done last, with all that is undone together with it.
    pub fn last_name(&self) -> Option<&Message> {
        self.log.before().map(|(_, name)| name)
    }

    /// What undo takes back, with all that is undone together with it, where that is more than steps of the background.
    pub fn last_change(&self) -> Option<&Message> {
        let (before, name) = self.log.before()?;
        let mut taken_back = self.actions().iter().take(self.position()).skip(before);
        taken_back.any(|action| !matches!(action, Action::Steps(_))).then_some(name)
    }

    /// How many steps of the background were taken up to here.
    pub fn steps_done(&self) -> usize {
        self.log.moment().steps
    }

    /// Ways that were left, oldest first: where each leaves the present one, and how many actions it has from there.
    pub fn branches(&self) -> impl Iterator<Item = (usize, usize)> {
        let history = self.log.history();
        history.branches().iter().map(|branch| {
            let shared = history.shared_with(branch);
            (shared, branch.len().saturating_sub(shared))
        })
    }

    /// How many actions were done right after what the simulated clock dates `time`; none where that was before the
    /// history began.
    pub fn moment_of(&self, time: u32) -> Option<usize> {
        self.log.moment_of(time)
    }

    /// What an action of the history is called.
    pub fn name_of(&self, action: usize) -> Option<&Message> {
        self.log.name_of(action)
    }

    /// Every action up to here, oldest first, with what it is called and what it created.
    pub fn done(&self) -> impl Iterator<Item = Done<'_>> {
        self.log.done()
    }

    /// Of each action of the history, done or undone, what came of it, if it is a step.
    pub fn kinds(&self) -> impl ExactSizeIterator<Item = Option<StepKind>> {
        self.log.kinds()
    }

    /// What the step did after which so many actions are done, if it was a step and is remembered.
    pub fn step_at(&self, position: usize) -> Option<&StepRecord> {
        self.log.step_at(position)
    }

    /// The last steps up to here, newest first.
    pub fn last_steps(&self) -> impl Iterator<Item = &StepRecord> {
        self.log.last_steps()
    }

    /// Where in the history one is.
    pub fn place(&self) -> HistoryView {
        let moments = self.actions().len();
        let (here, end) = (self.log.moment(), self.log.moment_at(moments));
        HistoryView {
            at: here.commands,
            of: end.commands,
            steps: here.steps,
            position: self.position(),
            moments,
            undo: self.log.before().map(|(_, name)| name.clone()),
            redo: self.log.after().map(|(_, name)| name.clone()),
        }
    }
}

/// The session as Graph requests see it: what they do has its name in the history, like what is clicked.
impl licensing_graph::Lab for Session {
    fn tenant(&self) -> &Tenant {
        Session::tenant(self)
    }

    fn apply(&mut self, command: Command) -> Result<Accepted, Refusal> {
        self.carry_out(command).map_err(|(_, refusal)| refusal)
    }
}
