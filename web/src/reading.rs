//! The document as it is shown: its view models, in the language that is spoken.

use std::ops::Deref;

use licensing_graph::transcript::Transcript;
use licensing_model::{GroupId, Member, ProductId, UserId};
use licensing_view::about::{self, AboutView};
use licensing_view::find::{self, Finding};
use licensing_view::glossary::{self, Term};
use licensing_view::group::{self, AssignChoice, GroupView};
use licensing_view::happened::{self, Happened};
use licensing_view::map::{self, MapView, Size};
use licensing_view::overview::{self, OverviewView};
use licensing_view::processing::{self, ProcessingView};
use licensing_view::product::{self, ProductOffer, ProductView};
use licensing_view::rules::{self, DifferenceRow};
use licensing_view::settings::{self, SettingsView};
use licensing_view::shell::{self, ShellView};
use licensing_view::step::{self, StepView};
use licensing_view::story::{self, Story};
use licensing_view::table::{ListId, Table};
use licensing_view::user::{self, Page, UserView};
use licensing_view::why::{self, WhyView};
use licensing_view::{GroupName, PlanChoice, Route, WhyTarget};
use licensing_wording::{Message, Text, Words};

use licensing_session::Session;

/// A document, and the language in which it is shown.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    document: &'a Session,
    words: Words,
}

impl Deref for Reading<'_> {
    type Target = Session;

    fn deref(&self) -> &Session {
        self.document
    }
}

impl<'a> Reading<'a> {
    /// `document` in the language of `words`.
    pub(crate) fn new(document: &'a Session, words: Words) -> Reading<'a> {
        Reading { document, words }
    }

    /// The words of the language.
    pub(crate) fn words(&self) -> Words {
        self.words
    }

    /// The frame.
    pub(crate) fn shell(&self) -> ShellView {
        shell::shell(self.tenant(), self.words, self.place())
    }

    /// What `typed` finds.
    pub(crate) fn find(&self, typed: &str) -> Vec<Finding> {
        find::find(self.tenant(), self.words, typed)
    }

    /// The overview.
    pub(crate) fn overview(&self) -> OverviewView {
        overview::overview(self.tenant(), self.words)
    }

    /// The map, with explanations beside the screen `at`.
    pub(crate) fn map(&self, size: Size, at: Route) -> MapView {
        map::map(self.tenant(), self.words, size, at)
    }

    /// What a newcomer can do next.
    pub(crate) fn story(&self) -> Story {
        story::story(self.tenant(), self.words)
    }

    /// A list, for the table.
    pub(crate) fn table(&self, list: ListId) -> Table {
        Table::of(self.tenant(), self.words, list)
    }

    /// One group.
    pub(crate) fn group(&self, id: GroupId) -> Option<GroupView> {
        group::group(self.tenant(), self.words, id)
    }

    /// One user.
    pub(crate) fn user(&self, id: UserId) -> Option<UserView> {
        user::user(self.tenant(), self.words, id)
    }

    /// One product of the tenant.
    pub(crate) fn product(&self, id: ProductId) -> Option<ProductView> {
        product::product(self.tenant(), self.words, id)
    }

    /// Products that the tenant could buy.
    pub(crate) fn offers(&self, filter: &str, most: usize) -> Page<ProductOffer> {
        product::offers(self.tenant(), filter, most)
    }

    /// What a group can be given.
    pub(crate) fn choices_for_group(&self, id: GroupId) -> Vec<AssignChoice> {
        group::choices_for_group(self.tenant(), self.words, id)
    }

    /// What a user can be given.
    pub(crate) fn choices_for_user(&self, id: UserId) -> Vec<AssignChoice> {
        group::choices_for_user(self.tenant(), self.words, id)
    }

    /// What several groups can be given at once.
    pub(crate) fn choices_for_groups(&self, ids: &[GroupId]) -> Vec<AssignChoice> {
        group::choices_for_groups(self.tenant(), self.words, ids)
    }

    /// What several users can be given at once.
    pub(crate) fn choices_for_users(&self, ids: &[UserId]) -> Vec<AssignChoice> {
        group::choices_for_users(self.tenant(), self.words, ids)
    }

    /// Plans that a product could get.
    pub(crate) fn plans_to_add(&self, product: ProductId, filter: &str, most: usize) -> Page<PlanChoice> {
        product::plans_to_add(self.tenant(), product, filter, most)
    }

    /// Who could join a group.
    pub(crate) fn candidates(&self, id: GroupId, filter: &str, most: usize) -> Vec<(Member, String, String)> {
        group::candidates(self.tenant(), self.words, id, filter, most)
    }

    /// Which groups a user could join.
    pub(crate) fn groups_to_join(&self, id: UserId) -> Vec<(GroupName, String)> {
        group::groups_to_join(self.tenant(), self.words, id)
    }

    /// The queue.
    pub(crate) fn processing(&self) -> ProcessingView {
        processing::processing(self.tenant(), self.words)
    }

    /// The last steps up to here, newest first.
    pub(crate) fn last_steps(&self) -> Vec<StepView> {
        self.document.last_steps().map(|record| record.view(self.words)).collect()
    }

    /// What the last step did, and how many wait, to be read aloud.
    pub(crate) fn step_sentence(&self) -> String {
        let last = self.document.last_steps().next().map(|record| record.view(self.words));
        last.map(|last| step::step_sentence(self.words, &last, &processing::waiting(self.tenant()))).unwrap_or_default()
    }

    /// What is to be said when a run has ended.
    pub(crate) fn sum_of_run(&self) -> String {
        let words = self.words;
        match self.overview().users_in_error {
            0 => words.run_ended(words.text(Text::NOBODY_IN_ERROR)),
            users => words.run_ended(&words.users_of_group_in_error(users)),
        }
    }

    /// What happened to a user.
    pub(crate) fn happened_to_user(&self, id: UserId) -> Happened {
        happened::to_user(self.tenant(), self.words, id)
    }

    /// What happened to a group.
    pub(crate) fn happened_to_group(&self, id: GroupId) -> Happened {
        happened::to_group(self.tenant(), self.words, id)
    }

    /// What was done last when so many actions are done: what a step did, where that is remembered.
    pub(crate) fn moment_words(&self, position: usize) -> String {
        let words = self.words;
        let name = position.checked_sub(1).and_then(|action| self.document.name_of(action));
        match (self.document.step_at(position), name) {
            (Some(record), _) => words.step_was(&words.say(&Message::do_step(record.number())), &record.outcome(words)),
            (None, Some(name)) => words.say(name),
            (None, None) => words.text(Text::HISTORY_BEGINNING).to_string(),
        }
    }

    /// What was done up to here, as Microsoft's own tools would have done it.
    pub(crate) fn transcript(&self) -> Transcript<'_> {
        Transcript::new(self.tenant(), self.words, self.document.done())
    }

    /// What differs between the rule sets.
    pub(crate) fn rule_differences(&self) -> Vec<DifferenceRow> {
        rules::differences(self.tenant(), self.words)
    }

    /// What can be set of the tenant.
    pub(crate) fn settings(&self) -> SettingsView {
        settings::settings(self.tenant(), self.words)
    }

    /// The words of the field that hold `wanted`.
    pub(crate) fn glossary(&self, wanted: &str) -> Vec<Term> {
        glossary::glossary(self.words, self.tenant().rules(), wanted)
    }

    /// What the simulator rests on.
    pub(crate) fn about(&self) -> AboutView {
        about::about(self.tenant(), self.words)
    }

    /// An explanation.
    pub(crate) fn why(&self, target: WhyTarget) -> Option<WhyView> {
        why::why(self.tenant(), self.words, target)
    }
}
