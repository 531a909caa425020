//! Every word of the page that does not come with a view model, in one place.

use licensing_view::{RefusalNote, Route, words};

use crate::theme::Theme;

macro_rules! texts {
    ($($name:ident = $text:literal;)+) => {
        $(#[doc = concat!("“", $text, "”")] pub(crate) const $name: &str = $text;)+
    };
}

// the frame
texts! {
    APP = "Licensing Lab";
    SKIP = "Skip to content";
    MAIN_NAV = "Main";
    MAIN_NAV_COMPACT = "Main, compact";
    NAV_TENANT = "Tenant";
    NAV_BACKGROUND = "Background";
    OVERVIEW = "Overview";
    GROUPS = "Groups";
    USERS = "Users";
    PRODUCTS = "Products";
    PROCESSING = "Processing";
    AUDIT = "Audit log";
    WITH_ERRORS = " with errors";
    RULES = "Rules";
    RULES_2019 = "2019";
    RULES_TODAY = "Today";
    THEME = "Theme";
    BREADCRUMB = "Breadcrumb";
    NEW = "New";
    SETTINGS = "Settings and more";
    TIME_BAR = "Time and processing";
    STEP = "Step";
    RUN = "Run";
    PAUSE = "Pause";
    PAUSED = "Paused.";
    OPENED = "Opened.";
    NOT_FOUND = "There is nothing at this address";
    TO_OVERVIEW = "Go to the overview";
}

// words that many screens share
texts! {
    ACTIONS = "Actions";
    ADD = "Add…";
    ASSIGN = "Assign…";
    CANCEL = "Cancel";
    CHANGE = "Change…";
    CLOSE = "Close";
    CLOSES = "closes";
    ESC = "Esc";
    DISMISS = "Dismiss";
    DONE = " (done)";
    GROUP = "Group";
    IN_ERROR = "In error";
    KIND = "Type";
    LOCATION = "Location";
    MEMBERS = "Members";
    NAME = "Name";
    NEXT = "next";
    NONE = "None";
    OFF = "Off";
    ON = "On";
    OUTCOME = "Outcome";
    PLANS = "Plans…";
    PRODUCT = "Product";
    REFUSED = "Refused:";
    REMOVE = "Remove";
    REPROCESS = "Reprocess";
    RESTORE = "Restore";
    SAVE = "Save";
    SEATS = "Seats";
    SERVICE_PLAN = "Service plan";
    SERVICE_PLANS = "Service plans";
    TOP_REASON = "Top reason for failure";
    UNITS = "Units…";
    USAGE_LOCATION = "Usage location";
    USER = "User";
    WHY = "Why?";
    FILTER_BY_NAME = "Filter by name";
    NOTHING_WAITS = "Nothing waits.";
    NOTHING_WAITS_WHY = "Change something, or reprocess.";
    ALL_GROUPS = "All groups";
    ALL_PRODUCTS = "All products";
    ALL_USERS = "All users";
    NO_PRODUCTS = "No products yet. Buy one, then add a group.";
}

// the overview
texts! {
    OVERVIEW_TITLE = "See what Microsoft Entra ID does with a license on a group, and why some users end up without it";
    OVERVIEW_LEAD = "A small tenant to experiment with. Change anything, step through the background work, undo it. Nothing is real and nothing leaves this browser.";
    OVERVIEW_EMPTY = "This tenant is empty. Buy a product first, then create a group and some users, give the group a license, and step through what the background does.";
    EMPTY_TENANT = "Empty tenant";
    OPEN_EXAMPLE = "Open the example";
    EXAMPLE_AGAIN = "Start the example again";
    ATTENTION = "Groups that need attention";
    NOBODY_IN_ERROR = "Nobody is in error.";
    NOBODY_IN_ERROR_WHY = "Errors of group licenses show up here when the background meets one.";
    NOBODY_IN_ERROR_YET = "Nobody is in error yet.";
    NOBODY_IN_ERROR_YET_WHY = "The background has not reached everybody. Step through it to see what happens.";
    ERRORS_STAY = "Errors are stored on the user and stay until a run clears them. Reprocess tries again; it cures nothing by itself.";
    ONE_STEP = "Take one step";
    STEP_MEANS = "One step is one user of one run.";
}

// groups
texts! {
    GROUPS_LEAD = "A license on a group reaches its direct members through background work.";
    NEW_GROUP = "New group…";
    NEW_GROUP_TITLE = "New group";
    NO_GROUPS = "No groups yet.";
    NO_SUCH_GROUP = "There is no such group";
    DELETED_GROUPS = "Deleted groups";
    OBJECT_ID = "Object ID";
    GROUP_ACTIONS = "Group actions";
    ADD_MEMBERS = "Add members…";
    RENAME = "Rename…";
    RENAME_GROUP = "Rename group";
    DELETE_GROUP = "Delete group";
    NOTIFICATION = "Notification";
    NONE_OF_THE_PRODUCTS = "None of the group's license changes is applied to a user in error.";
    SHOW_USERS_IN_ERROR = "Show users in error";
    FILTER_MEMBERS = "Filter members";
    FILTER_MEMBERS_BY_NAME = "Filter members by name";
    MEMBERS_TABLE = "Members and license states";
    JOINED = "Joined";
    JOINED_TITLE = "Order in which the user joined";
    LEFT = "left";
    NOT_YET = "Not yet";
    NO_MEMBERS = "No members yet. Add some: the licenses of the group are for them.";
    NO_MEMBER_MATCHES = "No member matches.";
    LICENSES = "Licenses";
    OFF_PLANS = "Off:";
    NO_LICENSES_ON_GROUP = "No licenses on this group.";
    COMPLETE_MEANS = "Complete says that the run ended, not that it worked.";
    NESTED = "The nested group";
    NESTED_IGNORED = "is ignored: only direct members that are users get licenses.";
    CREATE_GROUP = "Create group";
    GROUP_NAME_EXAMPLE = "Support E3";
    KIND_HELP = "Security groups can be licensed under both rule sets.";
    ADD_MEMBERS_TITLE = "Add members";
    ADD_MEMBERS_HINT = "Joining a licensed group queues a user run.";
    NOBODY_TO_ADD = "Nobody to add.";
    NO_GROUP_TO_JOIN = "No further group to join.";
}

// users
texts! {
    USERS_LEAD = "A user holds a product directly, through groups, or both, and uses one seat of it.";
    NEW_USER = "New user…";
    NEW_USER_TITLE = "New user";
    NO_USERS = "No users yet.";
    NO_USER_MATCHES = "No user matches.";
    NO_SUCH_USER = "There is no such user";
    DELETED_USERS = "Deleted users";
    FILTER_USERS = "Filter users by name";
    PRINCIPAL_NAME = "User principal name";
    DELETE_USER = "Delete user";
    PATHS = "Assignment paths";
    PATHS_TABLE = "Assignment paths table";
    PATH = "Path";
    DIRECT = "Direct";
    INHERITED = "Inherited";
    STATE = "State";
    PLANS_ON = "Plans on";
    SEAT = "Seat";
    LAST_CHANGE = "Last change";
    NO_PATHS = "No licenses, and no group wants to give any.";
    EFFECTIVE_PLANS = "Effective plans";
    EFFECTIVE = "Effective";
    MATRIX_TABLE = "Effective plans by path";
    NO_PLANS = "No plans.";
    CHANGE_LOCATION = "Change usage location";
    ADDRESSES = "Mail and proxy addresses";
    CHANGE_ADDRESSES = "Change addresses";
    PRIMARY = "primary";
    NO_ADDRESSES = "None yet. A license with a mailbox plan computes them.";
    ADD_TO_GROUP = "Add to a group";
    IN_NO_GROUP = "A member of no group.";
    DISPLAY_NAME = "Display name";
    DISPLAY_NAME_EXAMPLE = "Femke Bos";
    CREATE_USER = "Create user";
    LOCATION_EXAMPLE = "NL";
    LOCATION_HELP = "Two letters. Direct licenses need it; group licenses fall back on the tenant's country.";
    LOCATION_CHANGE_HELP = "Two letters, or nothing. It takes nothing away and starts nothing: reprocess afterwards.";
    ADDRESSES_LEAD = "As Exchange or directory synchronization would set them. Duplicates are allowed here: that is how the error comes about.";
    ADDRESSES_HELP = "One in a line. SMTP: in capitals marks the primary address.";
    ADDRESSES_HINT = "Queues nothing: reprocess afterwards.";
    MAIL_EXAMPLE = "noor.visser@contoso.onmicrosoft.com";
}

// licenses
texts! {
    ASSIGN_TITLE = "Assign a license";
    ASSIGN_NOW = "Assign";
    NOTHING_TO_ASSIGN = "Every product of the tenant is assigned already. Buy another first.";
    DIRECT_HINT = "At once, or refused with the reason.";
    GROUP_HINT = "Members follow in the background.";
    PLAN_FILTER = "Filter service plans";
    PLAN_FILTER_EXAMPLE = "Exchange";
    NO_PLAN_MATCHES = "No plan matches.";
    ALL_ON = "All on";
    ALL_OFF = "All off";
}

// products
texts! {
    PRODUCTS_LEAD = "One seat per user and product, however many paths lead to it.";
    PRODUCTS_TABLE = "Products table";
    PART_NUMBER = "Part number";
    ASSIGNED = "Assigned";
    AVAILABLE = "Available";
    LICENSED_USERS = "Licensed users";
    LICENSED_GROUPS = "Licensed groups";
    PLANS_OF_TODAY = "today's plans";
    PLANS_OF_TODAY_WHY = "The plans of 2019 are not known for this product.";
    BUY_PRODUCT = "Buy a product…";
    BUY_TITLE = "Buy a product";
    BUY = "Buy";
    PRODUCT_FILTER = "Filter products";
    PRODUCT_FILTER_EXAMPLE = "Name or part number";
    NOT_OFFERED = "not offered";
    MORE_PRODUCTS = "More products";
    LOADING = "Loading…";
    LOADING_FAILED = "It did not load.";
    RETRY = "Retry";
    UNITS_LEAD = "Fewer units than assigned take nothing away.";
    ENABLED_HELP = "Seats of active subscriptions.";
    WARNING_HELP = "Expired, in the grace period, still usable.";
    SUSPENDED_HELP = "Cancelled; can be reactivated.";
    LOCKED_OUT_HELP = "Locked out by the customer's cancelling.";
}

// processing
texts! {
    PROCESSING_LEAD = "Background work is one first-in, first-out queue. One step is one user of one run.";
    SPEED = "Speed";
    SPEED_SLOW = "1 step a second";
    SPEED_READABLE = "4 steps a second";
    SPEED_FAST = "20 steps a second";
    SPEED_FULL = "As fast as possible";
    NEXT_STEP = "Next step";
    QUEUE = "Queue";
    USER_RUN = "user run";
    GROUP_RUN = "group run";
    LAST_STEPS = "Last steps";
    USER_AND_RUN = "User and run";
    NO_STEPS = "No steps yet.";
}

// audit log
texts! {
    AUDIT_LEAD = "Every action, run and license change, with Microsoft's own activity names and messages. Newest first.";
    AUDIT_TABLE = "Events table";
    TIME = "Time";
    ACTIVITY = "Activity";
    ACTOR = "Actor";
    TARGET = "Target";
    RESULT = "Result";
    SHOW_MORE = "Show more";
}

// why
texts! {
    NOTHING_TO_EXPLAIN = "Nothing to explain";
    NOTHING_TO_EXPLAIN_WHY = "This path is not there, or not any more.";
    EXPLANATION = "Explanation";
    CAUSE = "Cause";
    AFTER_A_FIX = "After a fix";
    AFTER_A_FIX_WHY = "Most fixes start nothing by themselves: the error stays stored until the user is processed again.";
    RULES_USED = "Rules";
    MESSAGE = "Message";
    EXCLUDES = "excludes";
}

/// The title of the browser's tab.
pub(crate) fn page_title(screen: Option<Route>, name: Option<String>) -> String {
    if let Some(name) = name {
        return format!("{name} · {APP}");
    }
    let screen = match screen {
        None => NOT_FOUND,
        Some(Route::Overview) => return APP.to_string(),
        Some(Route::Groups) => GROUPS,
        Some(Route::Group(_)) => GROUP,
        Some(Route::Users) => USERS,
        Some(Route::User(_)) => USER,
        Some(Route::Products) => PRODUCTS,
        Some(Route::Processing) => PROCESSING,
        Some(Route::Audit) => AUDIT,
    };
    format!("{screen} · {APP}")
}

/// A theme.
pub(crate) const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "Auto",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}

/// The label of Undo.
pub(crate) fn undo(what: Option<&str>) -> String {
    what.map_or("Undo".to_string(), |what| format!("Undo: {what}"))
}

/// The label of Redo.
pub(crate) fn redo(what: Option<&str>) -> String {
    what.map_or("Redo".to_string(), |what| format!("Redo: {what}"))
}

/// Read aloud after a command.
pub(crate) fn done(what: &str) -> String {
    format!("Done: {what}.")
}

/// Read aloud after Undo.
pub(crate) fn undone(what: &str) -> String {
    format!("Undone: {what}.")
}

/// Read aloud after Redo.
pub(crate) fn redone(what: &str) -> String {
    format!("Redone: {what}.")
}

/// Where in the history.
pub(crate) fn action(number: usize) -> String {
    format!("Action {}", words::thousands(number))
}

/// The whole of a figure.
pub(crate) fn of(number: usize) -> String {
    format!("of {}", words::thousands(number))
}

/// A step by its number.
pub(crate) fn step(number: usize) -> String {
    format!("Step {}", words::thousands(number))
}

/// How many steps were taken.
pub(crate) fn steps(number: usize) -> String {
    format!("· {}", words::count(number, "step", "steps"))
}

/// A title of the overview.
pub(crate) fn groups_need_attention(number: usize) -> String {
    if number == 1 { "1 group needs attention".to_string() } else { format!("{number} groups need attention") }
}

/// How many are in error.
pub(crate) fn users_in_error(number: usize) -> String {
    format!("{} in error", words::count(number, "user", "users"))
}

/// How many paths are in error.
pub(crate) fn paths_in_error(number: usize) -> String {
    format!("{} in error", words::count(number, "path", "paths"))
}

/// The label of a Why? button.
pub(crate) fn why_of(name: &str) -> String {
    format!("Why? {name}")
}

/// The label of a Restore button.
pub(crate) fn restore(name: &str) -> String {
    format!("Restore {name}")
}

/// The label of a Remove button.
pub(crate) fn remove_from_group(name: &str) -> String {
    format!("Remove {name} from the group")
}

/// The label of a Remove button.
pub(crate) fn remove_from(name: &str) -> String {
    format!("Remove from {name}")
}

/// The label of a Remove button.
pub(crate) fn remove_license(name: &str) -> String {
    format!("Remove {name}")
}

/// The label of a Plans… button.
pub(crate) fn change_plans(name: &str) -> String {
    format!("Plans of {name}…")
}

/// The title of the plans dialog.
pub(crate) fn plans_of(name: &str) -> String {
    format!("Plans of {name}")
}

/// The label of a Units… button.
pub(crate) fn change_units(name: &str) -> String {
    format!("Units of {name}…")
}

/// The title of the units dialog.
pub(crate) fn units_of(name: &str) -> String {
    format!("Units of {name}")
}

/// The label of a Reprocess button.
pub(crate) fn reprocess(name: &str) -> String {
    format!("Reprocess {name}")
}

/// How many members.
pub(crate) fn direct_members(number: usize) -> String {
    words::count(number, "direct member", "direct members")
}

/// How many products.
pub(crate) fn products(number: usize) -> String {
    words::count(number, "product", "products")
}

/// How many plans.
pub(crate) fn plans(number: usize) -> String {
    words::count(number, "plan", "plans")
}

/// How many plans are on.
pub(crate) fn plans_on(on: usize, of: usize) -> String {
    format!("{on} of {of} on")
}

/// A filter and how many it shows.
pub(crate) fn all(number: usize) -> String {
    format!("All {}", words::thousands(number))
}

/// A filter and how many it shows.
pub(crate) fn in_error_count(number: usize) -> String {
    format!("In error {}", words::thousands(number))
}

/// How many rows of all are shown.
pub(crate) fn shown_of(shown: usize, all: usize) -> String {
    if shown == all {
        format!("{} shown", words::thousands(all))
    } else {
        format!("{} of {} shown", words::thousands(shown), words::thousands(all))
    }
}

/// How many events are shown.
pub(crate) fn events_shown(shown: usize, all: usize) -> String {
    if shown == all {
        words::count(all, "event", "events")
    } else {
        format!("{} of {}", words::thousands(shown), words::count(all, "event", "events"))
    }
}

/// Members that are not listed.
pub(crate) fn more_members(number: usize) -> String {
    format!(
        "{} not shown. Filter by name to find them.",
        words::count(number, "further member is", "further members are")
    )
}

/// Rows that are not listed.
pub(crate) fn more(number: usize) -> String {
    format!("{} more", words::thousands(number))
}

/// Runs that are not listed.
pub(crate) fn more_runs(number: usize) -> String {
    format!("and {}", words::count(number, "further run", "further runs"))
}

/// The size of the queue.
pub(crate) fn queue_size(runs: usize, users: usize) -> String {
    format!("{}, {}", words::count(runs, "run", "runs"), words::count(users, "step", "steps"))
}

/// How many seats are in use.
pub(crate) fn seats_used(number: usize) -> String {
    format!("{} in use.", words::count(number, "seat is", "seats are"))
}

/// The button that adds members.
pub(crate) fn add_members(number: usize) -> String {
    if number == 0 { "Add".to_string() } else { format!("Add {}", words::count(number, "member", "members")) }
}

/// What a usage location is for.
pub(crate) fn location_means(tenant: &str) -> String {
    format!(
        "Direct licenses need it. Group licenses fall back on the tenant's country, {tenant}. A change is picked up at the next run."
    )
}

/// A text that is no country: refused before the engine is asked.
pub(crate) fn not_a_country(text: &str) -> RefusalNote {
    RefusalNote {
        message: format!("“{text}” is not a country."),
        plain: "A usage location is two letters, such as NL.".to_string(),
        rule: "R5".to_string(),
        source: "inferred".to_string(),
    }
}
