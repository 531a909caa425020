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
    APP SKIP MAIN_NAV MAIN_NAV_COMPACT NAV_TENANT NAV_BACKGROUND NAV_LEARN OVERVIEW GROUPS USERS PRODUCTS PROCESSING AUDIT
    WITH_ERRORS RULES RULES_2019 RULES_TODAY THEME BREADCRUMB NEW SETTINGS TIME_BAR STEP RUN PAUSE PAUSED OPENED
    NOT_FOUND TO_OVERVIEW LANGUAGE LANGUAGE_FAILED UNDO REDO
}

// finding, and the keys
#[rustfmt::skip]
spoken! {
    FIND FIND_HINT FIND_NONE KEYS KEYS_LEAD KEYS_OFF KEYS_FIND KEYS_UNDO KEYS_REDO KEYS_STEP KEYS_RUN KEYS_BACK
    KEYS_FORWARD KEYS_WHY KEYS_LIST KEYS_CLOSE KEYS_REGION KEYS_SEND
}

// words that many screens share
#[rustfmt::skip]
spoken! {
    ACTIONS ADD ASSIGN CANCEL CHANGE CLOSE CLOSES ESC DISMISS DONE GROUP IN_ERROR KIND MEMBERS NAME NEXT NONE OFF ON
    OUTCOME PLANS PRODUCT REFUSED REMOVE REPROCESS RESTORE SAVE SEATS SERVICE_PLAN SERVICE_PLANS TOP_REASON UNITS
    USAGE_LOCATION USER WHY FILTER_BY_NAME NOTHING_WAITS NOTHING_WAITS_WHY ALL_GROUPS ALL_PRODUCTS ALL_USERS
    NO_PRODUCTS
}

// the overview
#[rustfmt::skip]
spoken! {
    OVERVIEW_TITLE OVERVIEW_LEAD OVERVIEW_EMPTY EMPTY_TENANT ATTENTION NOBODY_IN_ERROR_WHY NOBODY_IN_ERROR_YET_WHY
    ERRORS_STAY ONE_STEP STEP_MEANS
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
    RENAME RENAME_GROUP DELETE_GROUP NOTIFICATION NONE_OF_THE_PRODUCTS SHOW_USERS_IN_ERROR FILTER_MEMBERS_BY_NAME
    NO_MEMBERS NO_MEMBER_MATCHES LICENSES OFF_PLANS NO_LICENSES_ON_GROUP COMPLETE_MEANS NESTED NESTED_IGNORED
    CREATE_GROUP GROUP_NAME_EXAMPLE KIND_HELP ADD_MEMBERS_TITLE ADD_MEMBERS_HINT NOBODY_TO_ADD NO_GROUP_TO_JOIN
    ADD_NO_MEMBERS
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
    PRODUCTS_LEAD PRODUCTS_TABLE LICENSED_USERS LICENSED_GROUPS PLANS_OF_TODAY PLANS_OF_TODAY_WHY BUY_PRODUCT
    BUY_TITLE BUY PRODUCT_FILTER PRODUCT_FILTER_EXAMPLE NOT_OFFERED MORE_PRODUCTS LOADING LOADING_FAILED RETRY
    UNITS_LEAD ENABLED_HELP WARNING_HELP SUSPENDED_HELP LOCKED_OUT_HELP
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
    AUDIT_LEAD AUDIT_TABLE
}

// the Graph console
#[rustfmt::skip]
spoken! {
    GRAPH GRAPH_LEAD REQUEST METHOD URL REQUEST_BODY REQUEST_BODY_EXAMPLE HEADERS REQUEST_HEADERS HEADERS_EXAMPLE
    ID_NAMES SEND SEND_KEYS READY_MADE READY_TO_FIND READY_TO_READ READY_TO_CHANGE ANSWER ANSWER_PART ANSWER_BODY BODY
    COPY_ANSWER SAVE_ANSWER NOTHING_SENT NO_CONTENT DEVIATIONS SENT TRANSCRIPT TRANSCRIPT_LANGUAGE AS_GRAPH
    AS_POWERSHELL AS_WORDS COPY COPIED NOT_COPIED NOTHING_DONE NAMES_IN_BRACES HAS_THE_METHODS
}

// samples
#[rustfmt::skip]
spoken! {
    OPEN_SAMPLE SAMPLE_TITLE SAMPLE_LEAD SAMPLE_EXAMPLE SAMPLE_EXAMPLE_ABOUT SAMPLE_BUILDING
}

// tables
#[rustfmt::skip]
spoken! {
    CLEAR_FILTERS NO_GROUP_MATCHES NO_PRODUCT_MATCHES NO_EVENT_MATCHES SEARCH_PEOPLE SEARCH_GROUPS SEARCH_PRODUCTS
    SEARCH_PLANS SEARCH_EVENTS SEARCH_EVENTS_EXAMPLE EXPORT SELECT_ALL CLEAR_SELECTION USERS_ACTIVE USERS_DELETED
    LIST_OF_USERS LIST_OF_GROUPS DELETED_USERS_LEAD DELETED_GROUPS_LEAD NO_DELETED_USERS NO_DELETED_GROUPS NO_EVENTS
    PRODUCT_VIEWS NO_SUCH_PRODUCT NO_USERS_OF_PRODUCT NO_GROUPS_OF_PRODUCT
}

// rules
#[rustfmt::skip]
spoken! {
    RULES_LEAD RULES_VIEWS EVERY_RULE RULE_ID RULE_SAYS SOURCE CONFIDENCE RULE_SET RULE_SETS_LEAD RULE_SETS_DIFFER
    RULES_OF_2019 RULES_OF_TODAY EXCLUSIVE_PAIRS PAIRS_LEAD SEARCH_PAIRS NO_PAIRS NO_PAIR_MATCHES PREREQUISITES
    PREREQUISITES_LEAD SEARCH_PREREQUISITES NO_PREREQUISITES NO_PREREQUISITE_MATCHES LOCATION_RULES LOCATIONS_LEAD
    SEARCH_LOCATIONS NO_LOCATIONS NO_LOCATION_MATCHES SERVICE ADD_PAIR ADD_PAIR_LEAD FIRST_PLAN SECOND_PLAN
    ADD_PAIR_NOW FIRST_PLAN_EXAMPLE SECOND_PLAN_EXAMPLE
}

// settings
#[rustfmt::skip]
spoken! {
    SETTINGS_SCREEN SETTINGS_LEAD TENANT_SETTINGS TENANT_SETTINGS_LEAD INITIAL_DOMAIN OTHER_DOMAINS COUNTRY COUNTRY_HELP
    WORKERS WORKERS_HELP CLOCK CLOCK_HELP LET_DAYS_PASS PAGE_SETTINGS PAGE_SETTINGS_LEAD LETTER_KEYS LETTER_KEYS_HELP
    SPEED_HELP
}

// the glossary
#[rustfmt::skip]
spoken! {
    GLOSSARY GLOSSARY_LEAD GLOSSARY_FILTER GLOSSARY_FILTER_EXAMPLE NO_TERM_MATCHES
}

// about
#[rustfmt::skip]
spoken! {
    ABOUT ABOUT_LEAD ABOUT_NO_PRODUCT ABOUT_NOT_AFFILIATED ABOUT_PRIVATE ABOUT_NOTHING_LEAVES ABOUT_DATA
    ABOUT_TENANT_KEPT ABOUT_CHOICES_KEPT ABOUT_DATES ABOUT_SOURCES ABOUT_SOURCES_LEAD ABOUT_CATALOG_SOURCES
    ABOUT_SOURCE_REFERENCE ABOUT_SOURCE_ARTICLES ABOUT_SOURCE_SKU2NAME ABOUT_SOURCE_LICENSING_DB ABOUT_SOURCE_CIPP
    ABOUT_WEAKEST ABOUT_NOT_SIMULATED ABOUT_NO_SIGN_IN ABOUT_NO_SERVICES ABOUT_NO_DYNAMIC ABOUT_NO_DURATION
    ABOUT_NO_BILLING ABOUT_REPORT ABOUT_REPORT_LEAD ABOUT_REPORT_WHAT ABOUT_REPORT_HOW ABOUT_REPORT_WHEN
    ABOUT_REPORT_WHERE ABOUT_REPORT_RULE ABOUT_LICENSES ABOUT_OWN_LICENSE ABOUT_DATA_LICENSE
}

// why
#[rustfmt::skip]
spoken! {
    NOTHING_TO_EXPLAIN NOTHING_TO_EXPLAIN_WHY EXPLANATION CAUSE AFTER_A_FIX AFTER_A_FIX_WHY RULES_USED MESSAGE
    EXCLUDES
}

// importing a tenant, and downloading one
#[rustfmt::skip]
spoken! {
    IMPORT IMPORT_LEAD IMPORT_FILES IMPORT_DROP IMPORT_CHOOSE IMPORT_PASTE IMPORT_PASTE_EXAMPLE IMPORT_PASTED
    IMPORT_REPLACE IMPORT_REPLACE_WHY IMPORT_RULES_WHY IMPORT_READ IMPORT_NOTHING IMPORT_GETTING IMPORT_GETTING_SCRIPT
    IMPORT_SCRIPT IMPORT_GETTING_ANSWERS IMPORT_GETTING_MEMBERS IMPORT_PRIVATE IMPORT_BUILDING IMPORT_COMPARING
    IMPORT_CANCELLED IMPORT_FAILED IMPORT_UNCHANGED IMPORT_DONE_WHY IMPORT_OPEN IMPORT_DISCARD REPORT_READ
    REPORT_NOTES REPORT_AS_IS REPORT_WHAT REPORT_COUNT REPORT_PROPERTY REPORT_DIFFERENCES REPORT_DIFFERENCES_WHY
    REPORT_KINDS REPORT_EACH REPORT_BEFORE REPORT_AFTER REPORT_PLANS_DIFFER BUNDLE BUNDLE_WHY BUNDLE_LOG BUNDLE_SAVE
    BUNDLE_WRITING
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
        Route::Import => Text::IMPORT,
        Route::Rules(_) => Text::RULES,
        Route::Settings => Text::SETTINGS_SCREEN,
        Route::Glossary => Text::GLOSSARY,
        Route::About => Text::ABOUT,
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

/// A text that is no service plan: refused before the engine is asked.
pub(crate) fn not_a_plan(text: &str) -> RefusalNote {
    RefusalNote { exact: None, plain: Message::no_such_plan(text), rule: "R6.1", source: Text::REFUSAL_OURS }
}

/// A text that is no country: refused before the engine is asked.
pub(crate) fn not_a_country(text: &str) -> RefusalNote {
    RefusalNote { exact: None, plain: Message::not_a_country(text), rule: "R5", source: Text::REFUSAL_OURS }
}
