//! What is wrong, and what was left out, in words.

use std::fmt::Write;

use licensing_wording::{Text, Words};

use crate::error::{Counted, Fault, Found, ImportError, Place, Unique, Wanted};
use crate::report::{NoteKind, Topic};

impl ImportError {
    /// The whole error: file, line, field, and what is wrong.
    pub fn say(&self, words: Words) -> String {
        let mut text = format!("{}: ", self.place.say(words));
        if !self.field.is_empty() {
            // Writing to memory cannot fail.
            let _ = write!(text, "{}: ", self.field);
        }
        text.push_str(&self.fault.say(words));
        text
    }
}

impl Place {
    /// File and line.
    pub fn say(&self, words: Words) -> String {
        words.fault_place(&self.file, self.line as usize)
    }
}

impl Fault {
    /// What is wrong.
    pub fn say(&self, words: Words) -> String {
        let text = |text: Text| words.text(text).to_string();
        match self {
            Fault::Syntax => text(Text::FAULT_SYNTAX),
            Fault::Truncated => text(Text::FAULT_TRUNCATED),
            Fault::Csv => text(Text::FAULT_CSV),
            Fault::NotUtf8 => text(Text::FAULT_NOT_UTF8),
            Fault::Expected { wanted, found } => words.fault_expected(words.text(wanted.text()), &found.say(words)),
            Fault::Null => text(Text::FAULT_NULL),
            Fault::Missing(name) => words.fault_missing(name),
            Fault::RepeatedProperty(name) => words.fault_repeated_property(name),
            Fault::Repeated { what, value, first: None } => words.fault_repeated(&what.say(words, value)),
            Fault::Repeated { what, value, first: Some(first) } => {
                words.fault_repeated_first(&what.say(words, value), &first.say(words))
            }
            Fault::Cycle => text(Text::FAULT_CYCLE),
            Fault::TooLong { most } => words.fault_too_long(*most),
            Fault::TooMany { what, most } => {
                words.fault_too_many(usize::try_from(*most).unwrap_or(usize::MAX), words.text(what.text()))
            }
            Fault::TooDeep { most } => words.fault_too_deep(*most),
            Fault::TooLarge => text(Text::FAULT_TOO_LARGE),
            Fault::Unrecognized => text(Text::FAULT_UNRECOGNIZED),
            Fault::NotImported(what) => words.fault_not_imported(what),
            Fault::GraphError(message) => words.fault_graph_error(message),
            Fault::WhoseMembers => text(Text::FAULT_WHOSE_MEMBERS),
            Fault::Newer { version } => words.fault_newer(usize::try_from(*version).unwrap_or(usize::MAX)),
            Fault::Empty => text(Text::FAULT_EMPTY),
            Fault::Unreadable => text(Text::FAULT_UNREADABLE),
            Fault::State(error) => words.fault_state(&error.to_string()),
        }
    }
}

impl Found {
    /// What was found.
    fn say(&self, words: Words) -> String {
        match self {
            Found::Flag(flag) => flag.to_string(),
            Found::Number(number) => words.found_number(number),
            Found::Text(text) => words.found_text(text),
            Found::List => words.text(Text::FOUND_LIST).to_string(),
            Found::Object => words.text(Text::FOUND_OBJECT).to_string(),
        }
    }
}

impl Wanted {
    const fn text(self) -> Text {
        match self {
            Wanted::Text => Text::WANTED_TEXT,
            Wanted::Flag => Text::WANTED_FLAG,
            Wanted::Count => Text::WANTED_COUNT,
            Wanted::Guid => Text::WANTED_GUID,
            Wanted::Moment => Text::WANTED_MOMENT,
            Wanted::Country => Text::WANTED_COUNTRY,
            Wanted::List => Text::WANTED_LIST,
            Wanted::Object => Text::WANTED_OBJECT,
            Wanted::Collection => Text::WANTED_COLLECTION,
            Wanted::PrincipalName => Text::WANTED_PRINCIPAL_NAME,
            Wanted::Domain => Text::WANTED_DOMAIN,
            Wanted::AssignmentState => Text::WANTED_STATE,
            Wanted::ProcessingState => Text::WANTED_PROCESSING,
            Wanted::RuleSet => Text::WANTED_RULES,
            Wanted::BundleFormat => Text::WANTED_FORMAT,
        }
    }
}

impl Unique {
    fn say(self, words: Words, value: &str) -> String {
        match self {
            Unique::Id => words.unique_id(value),
            Unique::PrincipalName => words.unique_principal_name(value),
            Unique::Member => words.unique_member(value),
            Unique::Product => words.unique_product(value),
            Unique::Plan => words.unique_plan(value),
            Unique::Organization => words.unique_organization(value),
            Unique::Domain => words.unique_domain(value),
            Unique::Page => words.unique_page(value),
        }
    }
}

impl Counted {
    const fn text(self) -> Text {
        match self {
            Counted::Bytes => Text::COUNTED_BYTES,
            Counted::Files => Text::COUNTED_FILES,
            Counted::Users => Text::COUNTED_USERS,
            Counted::Groups => Text::COUNTED_GROUPS,
            Counted::Members => Text::COUNTED_MEMBERS,
            Counted::States => Text::COUNTED_STATES,
            Counted::Contacts => Text::COUNTED_CONTACTS,
            Counted::Events => Text::COUNTED_EVENTS,
            Counted::Products => Text::COUNTED_PRODUCTS,
            Counted::Units => Text::COUNTED_UNITS,
            Counted::Paths => Text::COUNTED_PATHS,
        }
    }
}

impl Topic {
    /// How the notes of a topic are headed.
    pub const fn text(self) -> Text {
        match self {
            Topic::Missing => Text::REPORT_MISSING,
            Topic::LeftOut => Text::REPORT_LEFT_OUT,
            Topic::Changed => Text::REPORT_CHANGED,
            Topic::Inconsistent => Text::REPORT_INCONSISTENT,
        }
    }
}

impl NoteKind {
    /// What a note says, in one sentence.
    pub const fn text(self) -> Text {
        match self {
            NoteKind::NextPage => Text::NOTE_NEXT_PAGE,
            NoteKind::Organization => Text::NOTE_ORGANIZATION,
            NoteKind::Country => Text::NOTE_COUNTRY,
            NoteKind::ModernLicenses => Text::NOTE_MODERN_LICENSES,
            NoteKind::States => Text::NOTE_STATES,
            NoteKind::Members => Text::NOTE_MEMBERS,
            NoteKind::Nickname => Text::NOTE_NICKNAME,
            NoteKind::DisplayName => Text::NOTE_DISPLAY_NAME,
            NoteKind::Updated => Text::NOTE_UPDATED,
            NoteKind::UnknownProduct => Text::NOTE_UNKNOWN_PRODUCT,
            NoteKind::UnknownPlan => Text::NOTE_UNKNOWN_PLAN,
            NoteKind::NotSubscribed => Text::NOTE_NOT_SUBSCRIBED,
            NoteKind::OtherMember => Text::NOTE_OTHER_MEMBER,
            NoteKind::UnknownMember => Text::NOTE_UNKNOWN_MEMBER,
            NoteKind::MembersOfUnknown => Text::NOTE_MEMBERS_OF_UNKNOWN,
            NoteKind::DirectError => Text::NOTE_DIRECT_ERROR,
            NoteKind::OtherAddress => Text::NOTE_OTHER_ADDRESS,
            NoteKind::InvalidAddress => Text::NOTE_INVALID_ADDRESS,
            NoteKind::TooManyAddresses => Text::NOTE_TOO_MANY_ADDRESSES,
            NoteKind::GroupAddresses => Text::NOTE_GROUP_ADDRESSES,
            NoteKind::TooManyGroups => Text::NOTE_TOO_MANY_GROUPS,
            NoteKind::DeletedTemplate => Text::NOTE_DELETED_TEMPLATE,
            NoteKind::LongEvent => Text::NOTE_LONG_EVENT,
            NoteKind::DynamicGroup => Text::NOTE_DYNAMIC_GROUP,
            NoteKind::MailEnabledSecurity => Text::NOTE_MAIL_ENABLED_SECURITY,
            NoteKind::GroupOfStates => Text::NOTE_GROUP_OF_STATES,
            NoteKind::State => Text::NOTE_STATE,
            NoteKind::DisabledState => Text::NOTE_DISABLED_STATE,
            NoteKind::UnknownError => Text::NOTE_UNKNOWN_ERROR,
            NoteKind::DirectWithError => Text::NOTE_DIRECT_WITH_ERROR,
            NoteKind::BeforeStart => Text::NOTE_BEFORE_START,
            NoteKind::AfterEnd => Text::NOTE_AFTER_END,
            NoteKind::UnverifiedDomain => Text::NOTE_UNVERIFIED_DOMAIN,
            NoteKind::NoRoomForPlan => Text::NOTE_NO_ROOM_FOR_PLAN,
            NoteKind::OwnProduct => Text::NOTE_OWN_PRODUCT,
            NoteKind::OwnPlan => Text::NOTE_OWN_PLAN,
            NoteKind::PlanTakenOut => Text::NOTE_PLAN_TAKEN_OUT,
            NoteKind::PlanNotInFile => Text::NOTE_PLAN_NOT_IN_FILE,
            NoteKind::PlanAdded => Text::NOTE_PLAN_ADDED,
            NoteKind::Consumed => Text::NOTE_CONSUMED,
            NoteKind::AssignedLicenses => Text::NOTE_ASSIGNED_LICENSES,
        }
    }
}
