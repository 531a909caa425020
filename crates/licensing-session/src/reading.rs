//! The document as it is shown: its view models, in the language that is spoken.

use std::collections::BTreeMap;

use licensing_core::{Action, Tenant};
use licensing_graph::console::{self, Named, ReadyMade};
use licensing_graph::transcript::Transcript;
use licensing_lesson::{Lesson, Texts};
use licensing_model::{CommandKind, ContactId, CountryCode, GroupId, Paced, PlanId, ProductId, RuleSet, UserId};
use licensing_view::about::{self, AboutView};
use licensing_view::act::{self, Act};
use licensing_view::became::{self, Became, Sent};
use licensing_view::find::{self, Found, Titled};
use licensing_view::glossary::{self, Term};
use licensing_view::group::{self, AssignChoice, Candidates, GroupView};
use licensing_view::happened::{self, Happened};
use licensing_view::lesson::{self, LessonView};
use licensing_view::map::{self, Asked, MapView, Size};
use licensing_view::overview::{self, Attention, OverviewView};
use licensing_view::processing::{self, ProcessingView};
use licensing_view::product::{self, ProductOffer, ProductView};
use licensing_view::rules::{self, DifferenceRow};
use licensing_view::settings::{self, SettingsView};
use licensing_view::shell::{self, HistoryView, ShellView};
use licensing_view::side_by_side::{self, SideBySide};
use licensing_view::step::{self, StepDetail, StepView};
use licensing_view::story::{self, Story};
use licensing_view::strip::{self, Ticks};
use licensing_view::table::{ListId, Listing, Table, TableQuery};
use licensing_view::user::{self, Page, UserView};
use licensing_view::why::{self, WhyView};
use licensing_view::{Address, GroupName, PersonName, PlanChoice, ProductName, Route, WhyTarget, read, typed};
use licensing_wording::{Message, Text, Words};

use crate::session::Session;
use crate::writing::Writing;

/// A document, and the language in which it is shown. Whoever shows it gets view models, and the tenant of no one.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    document: &'a Session,
    words: Words,
}

impl<'a> Reading<'a> {
    /// `document` in the language of `words`.
    pub fn new(document: &'a Session, words: Words) -> Reading<'a> {
        Reading { document, words }
    }

    pub(crate) fn document(&self) -> &'a Session {
        self.document
    }

    pub(crate) fn tenant(&self) -> &'a Tenant {
        self.document.tenant()
    }

    /// The words of the language.
    pub fn words(&self) -> Words {
        self.words
    }

    /// What the tenant is called by whoever works on it.
    pub fn title(&self) -> &'a str {
        self.document.title()
    }

    /// The link that the tenant came by, if it came by one.
    pub fn link(&self) -> Option<&'a str> {
        self.document.link()
    }

    /// Whether something was done in it since it came.
    pub fn was_changed(&self) -> bool {
        self.document.was_changed()
    }

    /// The lesson that the tenant belongs to.
    pub fn lesson(&self) -> Option<&'a str> {
        self.document.lesson()
    }

    /// Whether what was done here is a way through the lesson that is being written.
    pub fn is_way_of(&self, writing: &Writing) -> bool {
        writing.is_begun_by(self.document)
    }

    /// How many commands are done.
    pub fn commands_done(&self) -> usize {
        let done = self.document.actions().iter().take(self.document.position());
        done.filter(|action| matches!(action, Action::Command(_))).count()
    }

    /// How a lesson stands here and now.
    pub fn lesson_view(&self, lesson: &Lesson, texts: &Texts) -> LessonView {
        let (actions, position) = (self.document.actions(), self.document.position());
        let done: Vec<_> = actions.iter().take(position).cloned().collect();
        lesson::lesson(lesson, texts, self.document.beginning(), &done, self.words)
    }

    /// Whether commands of just these kinds are accepted, or of all if there are none.
    pub fn allows_just(&self, kinds: Option<&[CommandKind]>) -> bool {
        self.document.tenant().allowed() == kinds
    }

    /// Where in the history one is.
    pub fn place(&self) -> HistoryView {
        self.document.place()
    }

    /// What is said of the newest change that undo takes back, right after it was made. Steps of the background are none.
    pub fn newest_change(&self) -> Option<String> {
        self.document.last_change().map(|name| self.words.did(&self.words.say(name)))
    }

    /// How many actions are done.
    pub fn position(&self) -> usize {
        self.document.position()
    }

    /// How many actions there are, undone ones included.
    pub fn moments(&self) -> usize {
        self.document.actions().len()
    }

    /// Ways that were left, oldest first: where each leaves the present one, and how many actions it has from there.
    pub fn branches(&self) -> impl Iterator<Item = (usize, usize)> + use<'a> {
        self.document.branches()
    }

    /// A user by name, if it is there or can be brought back.
    pub fn person(&self, id: UserId) -> Option<PersonName> {
        self.tenant().user(id).map(|_| read::person(self.tenant(), id))
    }

    /// A group by name, if it is there.
    pub fn group_name(&self, id: GroupId) -> Option<GroupName> {
        let details = self.tenant().group(id).filter(|details| details.deleted_at.is_none())?;
        Some(GroupName { id, name: details.name })
    }

    /// A product by name, if the tenant has it.
    pub fn product_name(&self, id: ProductId) -> Option<ProductName> {
        self.tenant().product(id).map(|_| read::product_name(self.tenant(), id))
    }

    /// The domain of new users for whom none is chosen.
    pub fn domain(&self) -> String {
        self.tenant().domains().next().unwrap_or_default().to_string()
    }

    /// The tenant's domains, the initial one first.
    pub fn domains(&self) -> Vec<String> {
        self.tenant().domains().map(str::to_string).collect()
    }

    /// The country of new users, as a field shows it.
    pub fn country(&self) -> String {
        typed::shown(self.words(), self.tenant().country())
    }

    /// The tenant's country.
    pub fn tenant_country(&self) -> CountryCode {
        self.tenant().country()
    }

    /// The rules that hold.
    pub fn rules(&self) -> RuleSet {
        self.tenant().rules()
    }

    /// How many steps wait.
    pub fn waiting_steps(&self) -> usize {
        self.tenant().waiting_steps()
    }

    /// How many users there are, and how many that are deleted.
    pub fn user_counts(&self) -> (usize, usize) {
        (self.tenant().user_count(), self.tenant().deleted_users().len())
    }

    /// How many contacts there are.
    pub fn contact_count(&self) -> usize {
        self.tenant().contacts().count()
    }

    /// A contact's name, and its addresses, one in a line.
    pub fn contact(&self, contact: ContactId) -> Option<(String, String)> {
        let tenant = self.tenant();
        let lines: Vec<String> = tenant.contact_addresses(contact).iter().map(ToString::to_string).collect();
        tenant.contact_exists(contact).then(|| (tenant.contact_name(contact), lines.join("\n")))
    }

    /// How many groups there are, and how many that are deleted.
    pub fn group_counts(&self) -> (usize, usize) {
        (self.tenant().groups().count(), self.tenant().deleted_groups().len())
    }

    /// Every plan that is loaded: its technical name, and its own.
    pub fn plans(&self) -> Vec<(String, String)> {
        let plans = self.tenant().catalog().loaded_plans();
        plans.map(|(_, info)| (info.name.clone(), info.friendly_name.clone())).collect()
    }

    /// The plan with this technical name, whatever its case.
    pub fn plan_named(&self, name: &str) -> Option<PlanId> {
        let mut plans = self.tenant().catalog().loaded_plans();
        plans.find(|(_, info)| info.name.eq_ignore_ascii_case(name)).map(|(plan, _)| plan)
    }

    /// What the ids in a text are of, the first of them.
    pub fn names_in(&self, text: &str, most: usize) -> Vec<Named> {
        console::names(self.tenant(), text, most)
    }

    /// A text with names behind the ids in it.
    pub fn with_names(&self, text: &str) -> String {
        console::with_names(self.tenant(), text)
    }

    /// Requests that make sense now.
    pub fn ready_made(&self) -> Vec<ReadyMade> {
        console::ready_made(self.tenant())
    }

    /// The frame.
    pub fn shell(&self) -> ShellView {
        shell::shell(self.tenant(), self.words, self.place())
    }

    /// What `typed` finds, `lessons` among it.
    pub fn find(&self, lessons: &[Titled], typed: &str) -> Paced<Found> {
        find::looking(self.tenant(), self.words, lessons, typed)
    }

    /// The overview.
    pub fn overview(&self) -> OverviewView {
        overview::overview(self.tenant(), self.words)
    }

    /// What needs attention. Causes are missing where they take long.
    pub fn attention(&self) -> Attention {
        overview::attention(self.tenant(), self.words)
    }

    /// The same with every cause.
    pub fn attending(&self) -> Paced<Attention> {
        overview::attending(self.tenant(), self.words)
    }

    /// How many users are in error.
    pub fn users_in_error(&self) -> usize {
        self.tenant().users_in_error()
    }

    /// The map of what is asked for, with explanations beside the screen `at`; with it whatever `of` is.
    pub fn map<T: 'static>(&self, size: Size, at: Route, of: T, asked: Asked<'_>) -> Paced<(T, MapView)> {
        map::mapping(self.tenant(), self.words, size, at, of, asked)
    }

    /// What a newcomer can do next.
    pub fn story(&self) -> Option<Story> {
        story::story(self.tenant(), self.words)
    }

    /// What a file of a list is called, without its ending.
    pub fn file_name(&self, list: ListId) -> String {
        list.file_name(self.tenant())
    }

    /// A list as `query` asks for it, for the table. `moment` is another number when the document or the language is
    /// another one; what is shown before helps.
    pub fn listing(&self, list: ListId, moment: u32, query: &TableQuery, before: Option<&Listing>) -> Paced<Listing> {
        Listing::of(self.tenant(), self.words, list, moment, query, before)
    }

    /// How many rows a list has that does not grow with the tenant.
    pub fn rows_of(&self, list: ListId) -> usize {
        Table::of(self.tenant(), self.words, list).len()
    }

    /// A list before anything is known of it.
    pub fn unread(&self, query: &TableQuery) -> Listing {
        Listing::unread(self.tenant(), query)
    }

    /// One group.
    pub fn group(&self, id: GroupId) -> Option<GroupView> {
        group::group(self.tenant(), self.words, id)
    }

    /// One user.
    pub fn user(&self, id: UserId) -> Option<UserView> {
        user::user(self.tenant(), self.words, id)
    }

    /// One product of the tenant.
    pub fn product(&self, id: ProductId) -> Option<ProductView> {
        product::product(self.tenant(), self.words, id)
    }

    /// How many users hold or should hold a product.
    pub fn users_of_product(&self, id: ProductId) -> Paced<usize> {
        product::users(self.tenant(), id)
    }

    /// The two products that an address names, side by side.
    pub fn side_by_side(&self, query: &TableQuery) -> SideBySide {
        side_by_side::side_by_side(self.tenant(), self.words, query)
    }

    /// Where a product stands beside another one that is chosen there.
    pub fn beside(&self, product: ProductId) -> Address {
        side_by_side::address(self.tenant(), product, None)
    }

    /// What products of the catalog are called: in addresses, and by name.
    pub fn catalog_products(&self) -> Vec<(String, String)> {
        side_by_side::choices(self.tenant())
    }

    /// Products that the tenant could buy.
    pub fn offers(&self, filter: &str, most: usize) -> Page<ProductOffer> {
        product::offers(self.tenant(), filter, most)
    }

    /// What a group can be given.
    pub fn choices_for_group(&self, id: GroupId) -> Vec<AssignChoice> {
        group::choices_for_group(self.tenant(), self.words, id)
    }

    /// What a user can be given.
    pub fn choices_for_user(&self, id: UserId) -> Vec<AssignChoice> {
        group::choices_for_user(self.tenant(), self.words, id)
    }

    /// What several groups can be given at once.
    pub fn choices_for_groups(&self, ids: &[GroupId]) -> Vec<AssignChoice> {
        group::choices_for_groups(self.tenant(), self.words, ids)
    }

    /// What several users can be given at once.
    pub fn choices_for_users(&self, ids: &[UserId]) -> Vec<AssignChoice> {
        group::choices_for_users(self.tenant(), self.words, ids)
    }

    /// Plans that a product could get.
    pub fn plans_to_add(&self, product: ProductId, filter: &str, most: usize) -> Page<PlanChoice> {
        product::plans_to_add(self.tenant(), product, filter, most)
    }

    /// Who could join a group.
    pub fn candidates(&self, id: GroupId, filter: &str, most: usize) -> Paced<Candidates> {
        group::finding(self.tenant(), self.words, id, filter, most)
    }

    /// Which groups a user could join, or several together.
    pub fn groups_to_join(&self, id: Option<UserId>) -> Vec<(GroupName, String)> {
        group::groups_to_join(self.tenant(), self.words, id)
    }

    /// The queue.
    pub fn processing(&self) -> ProcessingView {
        processing::processing(self.tenant(), self.words)
    }

    /// The last steps up to here, newest first.
    pub fn last_steps(&self) -> Vec<StepView> {
        self.document.last_steps().map(|record| record.view(self.words)).collect()
    }

    /// The first act of the example, if this is one and no lesson tells another story.
    pub fn act(&self) -> Option<Act> {
        if self.lesson().is_some() { None } else { act::act(self.tenant(), self.words()) }
    }

    /// How many actions were done right after what the simulated clock dates `time`; none where that was before the
    /// history began.
    pub fn moment_of(&self, time: u32) -> Option<usize> {
        self.document.moment_of(time)
    }

    /// The history around here, a cell for each moment.
    pub fn strip(&self) -> Vec<strip::Cell> {
        strip::cells(self.document.kinds(), self.position(), self.waiting_steps(), |moment| self.moment_words(moment))
    }

    /// The ticks of the time bar.
    pub fn ticks(&self) -> Ticks {
        strip::ticks(self.document.kinds())
    }

    /// The step that this moment is, in detail, if it is one that is remembered.
    pub fn this_step(&self) -> Option<(StepView, StepDetail)> {
        let record = self.document.step_at(self.position())?;
        Some((record.view(self.words()), step::detail(self.words(), record)))
    }

    /// What came of the step that is this moment of the history, if it is one.
    pub fn step_here(&self) -> Option<StepView> {
        self.document.step_at(self.position()).map(|record| record.view(self.words()))
    }

    /// What the last step did, and how many wait, to be read aloud.
    pub fn step_sentence(&self) -> String {
        let last = self.document.last_steps().next().map(|record| record.view(self.words));
        last.map(|last| step::step_sentence(self.words, &last, processing::waiting(self.tenant()).steps()))
            .unwrap_or_default()
    }

    /// What is to be said when a run has ended.
    pub fn sum_of_run(&self) -> String {
        let words = self.words;
        match self.users_in_error() {
            0 => words.run_ended(words.text(Text::NOBODY_IN_ERROR)),
            users => words.run_ended(&words.users_of_group_in_error(users)),
        }
    }

    /// What happened to a user.
    pub fn happened_to_user(&self, id: UserId) -> Paced<Happened> {
        happened::to_user(self.tenant(), self.words, id)
    }

    /// What happened to a group.
    pub fn happened_to_group(&self, id: GroupId) -> Paced<Happened> {
        happened::to_group(self.tenant(), self.words, id)
    }

    /// What was done last when so many actions are done: what a step did, where that is remembered.
    pub fn moment_words(&self, position: usize) -> String {
        let words = self.words;
        let name = position.checked_sub(1).and_then(|action| self.document.name_of(action));
        match (self.document.step_at(position), name) {
            (Some(record), _) => words.step_was(&words.say(&Message::do_step(record.number())), &record.outcome(words)),
            (None, Some(name)) => words.say(name),
            (None, None) => words.text(Text::HISTORY_BEGINNING).to_string(),
        }
    }

    /// What became of the last commands, at most so many of them, by their numbers in the transcript.
    pub fn became(&self, most: usize) -> BTreeMap<usize, Became> {
        let commands = self.document.last_commands(most);
        let sent: Vec<Sent<'_>> = commands.iter().map(|(_, command, clock)| Sent { command, clock: *clock }).collect();
        let became = became::became(self.tenant(), self.words, &sent);
        commands.iter().zip(became).filter_map(|((number, ..), became)| Some((*number, became?))).collect()
    }

    /// What was done up to here, as Microsoft's own tools would have done it.
    pub fn transcript(&self) -> Transcript<'_> {
        Transcript::new(self.tenant(), self.words, self.document.done())
    }

    /// What differs between the rule sets.
    pub fn rule_differences(&self) -> Vec<DifferenceRow> {
        rules::differences(self.tenant(), self.words)
    }

    /// What can be set of the tenant.
    pub fn settings(&self) -> SettingsView {
        settings::settings(self.tenant(), self.words)
    }

    /// The words of the field that hold `wanted`.
    pub fn glossary(&self, wanted: &str) -> Vec<Term> {
        glossary::glossary(self.words, self.tenant().rules(), wanted)
    }

    /// What the simulator rests on.
    pub fn about(&self) -> AboutView {
        about::about(self.tenant(), self.words)
    }

    /// An explanation.
    pub fn why(&self, target: WhyTarget) -> Option<WhyView> {
        why::why(self.tenant(), self.words, target)
    }
}
