//! The words of the page that do not come with a view model. They follow the language that is spoken.

use leptos::prelude::*;
use licensing_view::{RefusalNote, Route};
use licensing_wording::{Message, Text, Words};

use crate::lab::Lab;
use crate::theme::Theme;

/// A text of the page. Where it is shown, it changes with the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spoken(pub(crate) Text);

impl Spoken {
    /// The text in the language that is spoken from now on, as long as the component lives.
    fn follow(self) -> Signal<&'static str> {
        let lab = Lab::here();
        Signal::derive(move || lab.text(self))
    }

    /// The same as a text that may be another one at another time.
    pub(crate) fn signal(self) -> Signal<String> {
        let lab = Lab::here();
        Signal::derive(move || lab.text(self).to_string())
    }
}

impl IntoRender for Spoken {
    type Output = Signal<&'static str>;

    fn into_render(self) -> Self::Output {
        self.follow()
    }
}

impl IntoAttributeValue for Spoken {
    type Output = Signal<&'static str>;

    fn into_attribute_value(self) -> Self::Output {
        self.follow()
    }
}

impl From<Spoken> for Signal<String> {
    fn from(text: Spoken) -> Signal<String> {
        text.signal()
    }
}

macro_rules! spoken {
    ($($name:ident)+) => { $(pub(crate) const $name: Spoken = Spoken(Text::$name);)+ };
}

// the frame
#[rustfmt::skip]
spoken! {
    APP SKIP MAIN_NAV MAIN_NAV_COMPACT NAV_TENANT NAV_BACKGROUND OVERVIEW GROUPS USERS PRODUCTS PROCESSING AUDIT
    WITH_ERRORS RULES RULES_2019 RULES_TODAY THEME BREADCRUMB NEW SETTINGS TIME_BAR STEP RUN PAUSE PAUSED OPENED
    NOT_FOUND TO_OVERVIEW LANGUAGE LANGUAGE_FAILED UNDO REDO
}

// words that many screens share
#[rustfmt::skip]
spoken! {
    ACTIONS ADD ASSIGN CANCEL CHANGE CLOSE CLOSES ESC DISMISS DONE GROUP IN_ERROR KIND LOCATION MEMBERS NAME NEXT NONE
    OFF ON OUTCOME PLANS PRODUCT REFUSED REMOVE REPROCESS RESTORE SAVE SEATS SERVICE_PLAN SERVICE_PLANS TOP_REASON
    UNITS USAGE_LOCATION USER WHY FILTER_BY_NAME NOTHING_WAITS NOTHING_WAITS_WHY ALL_GROUPS ALL_PRODUCTS ALL_USERS
    NO_PRODUCTS
}

// the overview
#[rustfmt::skip]
spoken! {
    OVERVIEW_TITLE OVERVIEW_LEAD OVERVIEW_EMPTY EMPTY_TENANT ATTENTION NOBODY_IN_ERROR
    NOBODY_IN_ERROR_WHY NOBODY_IN_ERROR_YET NOBODY_IN_ERROR_YET_WHY ERRORS_STAY ONE_STEP STEP_MEANS
}

// the map
#[rustfmt::skip]
spoken! {
    MAP MAP_LEAD MAP_WHOLE MAP_SHOWN_AS MAP_TABLE MAP_INHERITED MAP_EMPTY MAP_EMPTY_WHY MAP_FACTS MAP_WHO MAP_GETS
    MAP_THROUGH WAITING
}

// groups
#[rustfmt::skip]
spoken! {
    GROUPS_LEAD NEW_GROUP NEW_GROUP_TITLE NO_GROUPS NO_SUCH_GROUP DELETED_GROUPS OBJECT_ID GROUP_ACTIONS ADD_MEMBERS
    RENAME RENAME_GROUP DELETE_GROUP NOTIFICATION NONE_OF_THE_PRODUCTS SHOW_USERS_IN_ERROR FILTER_MEMBERS
    FILTER_MEMBERS_BY_NAME MEMBERS_TABLE JOINED JOINED_TITLE LEFT NOT_YET NO_MEMBERS NO_MEMBER_MATCHES LICENSES
    OFF_PLANS NO_LICENSES_ON_GROUP COMPLETE_MEANS NESTED NESTED_IGNORED CREATE_GROUP GROUP_NAME_EXAMPLE KIND_HELP
    ADD_MEMBERS_TITLE ADD_MEMBERS_HINT NOBODY_TO_ADD NO_GROUP_TO_JOIN ADD_NO_MEMBERS
}

// users
#[rustfmt::skip]
spoken! {
    USERS_LEAD NEW_USER NEW_USER_TITLE NO_USERS NO_USER_MATCHES NO_SUCH_USER DELETED_USERS FILTER_USERS PRINCIPAL_NAME
    DELETE_USER PATHS PATHS_TABLE PATH DIRECT INHERITED STATE PLANS_ON SEAT LAST_CHANGE NO_PATHS EFFECTIVE_PLANS
    EFFECTIVE MATRIX_TABLE NO_PLANS CHANGE_LOCATION ADDRESSES CHANGE_ADDRESSES PRIMARY NO_ADDRESSES ADD_TO_GROUP
    IN_NO_GROUP DISPLAY_NAME DISPLAY_NAME_EXAMPLE CREATE_USER LOCATION_EXAMPLE LOCATION_HELP LOCATION_CHANGE_HELP
    ADDRESSES_LEAD ADDRESSES_HELP ADDRESSES_HINT MAIL_EXAMPLE
}

// licenses
#[rustfmt::skip]
spoken! {
    ASSIGN_TITLE ASSIGN_NOW NOTHING_TO_ASSIGN DIRECT_HINT GROUP_HINT PLAN_FILTER PLAN_FILTER_EXAMPLE NO_PLAN_MATCHES
    ALL_ON ALL_OFF
}

// products
#[rustfmt::skip]
spoken! {
    PRODUCTS_LEAD PRODUCTS_TABLE PART_NUMBER ASSIGNED AVAILABLE LICENSED_USERS LICENSED_GROUPS PLANS_OF_TODAY
    PLANS_OF_TODAY_WHY BUY_PRODUCT BUY_TITLE BUY PRODUCT_FILTER PRODUCT_FILTER_EXAMPLE NOT_OFFERED MORE_PRODUCTS
    LOADING LOADING_FAILED RETRY UNITS_LEAD ENABLED_HELP WARNING_HELP SUSPENDED_HELP LOCKED_OUT_HELP
}

// processing
#[rustfmt::skip]
spoken! {
    PROCESSING_LEAD SPEED SPEED_SLOW SPEED_READABLE SPEED_FAST SPEED_FULL NEXT_STEP QUEUE USER_RUN GROUP_RUN
    LAST_STEPS USER_AND_RUN NO_STEPS
}

// audit log
#[rustfmt::skip]
spoken! {
    AUDIT_LEAD AUDIT_TABLE TIME ACTIVITY ACTOR TARGET RESULT SHOW_MORE
}

// the Graph console
#[rustfmt::skip]
spoken! {
    GRAPH GRAPH_LEAD REQUEST METHOD URL REQUEST_BODY REQUEST_BODY_EXAMPLE HEADERS REQUEST_HEADERS HEADERS_EXAMPLE ID_NAMES SEND SEND_KEYS
    READY_MADE READY_TO_FIND READY_TO_READ READY_TO_CHANGE ANSWER ANSWER_PART ANSWER_BODY BODY COPY_ANSWER SAVE_ANSWER
    NOTHING_SENT NO_CONTENT DEVIATIONS SENT TRANSCRIPT TRANSCRIPT_LANGUAGE AS_GRAPH AS_POWERSHELL AS_WORDS COPY COPIED
    NOT_COPIED NOTHING_DONE NAMES_IN_BRACES HAS_THE_METHODS
}

// samples
#[rustfmt::skip]
spoken! {
    OPEN_SAMPLE SAMPLE_TITLE SAMPLE_LEAD SAMPLE_EXAMPLE SAMPLE_EXAMPLE_ABOUT SAMPLE_BUILDING
}

// tables
#[rustfmt::skip]
spoken! {
    CLEAR_FILTERS NO_GROUP_MATCHES NO_PRODUCT_MATCHES NO_EVENT_MATCHES NOTHING_MATCHES SEARCH_PEOPLE SEARCH_GROUPS
    SEARCH_PRODUCTS SEARCH_PLANS SEARCH_EVENTS SEARCH_EVENTS_EXAMPLE SEARCH_DELETED EXPORT SELECT_ALL CLEAR_SELECTION
    USERS_ACTIVE USERS_DELETED LIST_OF_USERS LIST_OF_GROUPS DELETED_USERS_LEAD DELETED_GROUPS_LEAD NO_DELETED_USERS
    NO_DELETED_GROUPS NO_EVENTS PRODUCT_VIEWS NO_SUCH_PRODUCT PRODUCT_USERS_LEAD NO_USERS_OF_PRODUCT
    NO_GROUPS_OF_PRODUCT
}

// why
#[rustfmt::skip]
spoken! {
    NOTHING_TO_EXPLAIN NOTHING_TO_EXPLAIN_WHY EXPLANATION CAUSE AFTER_A_FIX AFTER_A_FIX_WHY RULES_USED MESSAGE
    EXCLUDES
}

/// The title of the browser's tab.
pub(crate) fn page_title(words: Words, screen: Option<Route>, name: Option<String>) -> String {
    let screen = match (name, screen) {
        (Some(name), _) => name,
        (None, Some(Route::Overview)) => return words.text(Text::APP).to_string(),
        (None, None) => words.text(Text::NOT_FOUND).to_string(),
        (None, Some(screen)) => words.text(of_screen(screen)).to_string(),
    };
    words.page_title(&screen)
}

/// What a screen is called; where it shows one thing, what that is.
pub(crate) const fn of_screen(screen: Route) -> Text {
    match screen {
        Route::Overview => Text::OVERVIEW,
        Route::Map => Text::MAP,
        Route::Groups => Text::GROUPS,
        Route::DeletedGroups => Text::DELETED_GROUPS,
        Route::Group(_) => Text::GROUP,
        Route::Users => Text::USERS,
        Route::DeletedUsers => Text::DELETED_USERS,
        Route::User(_) => Text::USER,
        Route::Products => Text::PRODUCTS,
        Route::Product(..) => Text::PRODUCT,
        Route::Processing => Text::PROCESSING,
        Route::Audit => Text::AUDIT,
        Route::Graph => Text::GRAPH,
    }
}

/// A theme.
pub(crate) const fn theme(theme: Theme) -> Spoken {
    Spoken(match theme {
        Theme::System => Text::THEME_SYSTEM,
        Theme::Light => Text::THEME_LIGHT,
        Theme::Dark => Text::THEME_DARK,
    })
}

/// How many rows of all are shown.
pub(crate) fn shown_of(words: Words, shown: usize, all: usize) -> String {
    if shown == all { words.shown(all) } else { words.shown_of(shown, all) }
}

/// A text that is no country: refused before the engine is asked.
pub(crate) fn not_a_country(text: &str) -> RefusalNote {
    RefusalNote { exact: None, plain: Message::not_a_country(text), rule: "R5", source: Text::REFUSAL_OURS }
}
