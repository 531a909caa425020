//! What an event records.

use licensing_model::command::GroupKind;
use licensing_model::rule::Membership;
use licensing_model::{ContactId, CountryCode, GroupId, PlanId, ProductId, Property, RuleSet, UserId};

use licensing_columns::contents::About;
use licensing_columns::lines::{MOST_WORDS, Nearness};

use crate::rules::cause::Cause;
use crate::store::outcome::OutcomeId;
use crate::store::template::TemplateId;
use crate::store::text::TextId;
use licensing_model::AssignmentError;

/// A value that fits one number of an event.
pub(crate) trait Word: Sized {
    /// How it is kept.
    const NEARNESS: Nearness = Nearness::Far;
    /// As a number.
    fn to_word(self) -> u32;
    /// Back; a number that stands for nothing gives the nearest sensible value.
    fn from_word(word: u32) -> Self;
}

macro_rules! ids {
    ($($id:ty),*) => {$(
        impl Word for $id {
            fn to_word(self) -> u32 { self.raw() }
            fn from_word(word: u32) -> Self { <$id>::from_raw(word) }
        }
    )*};
}
ids!(GroupId, ContactId, ProductId, PlanId);

impl Word for UserId {
    const NEARNESS: Nearness = Nearness::User;
    fn to_word(self) -> u32 {
        self.raw()
    }
    fn from_word(word: u32) -> Self {
        UserId::from_raw(word)
    }
}

/// The number of an accepted command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CommandNumber(pub(crate) u32);

impl CommandNumber {
    /// No command: the background.
    pub(crate) const NONE: CommandNumber = CommandNumber(0);
}

impl Word for CommandNumber {
    const NEARNESS: Nearness = Nearness::Command;
    fn to_word(self) -> u32 {
        self.0
    }
    fn from_word(word: u32) -> Self {
        CommandNumber(word)
    }
}

macro_rules! wrapped {
    ($($id:ident),*) => {$(
        impl Word for $id {
            fn to_word(self) -> u32 { self.0 }
            fn from_word(word: u32) -> Self { $id(word) }
        }
    )*};
}
wrapped!(OutcomeId, TemplateId, TextId);

impl Word for u32 {
    fn to_word(self) -> u32 {
        self
    }
    fn from_word(word: u32) -> Self {
        word
    }
}

impl Word for bool {
    fn to_word(self) -> u32 {
        u32::from(self)
    }
    fn from_word(word: u32) -> Self {
        word != 0
    }
}

impl Word for Option<CountryCode> {
    fn to_word(self) -> u32 {
        self.map_or(0, |country| u32::try_from(country.number().saturating_add(1)).unwrap_or(0))
    }
    fn from_word(word: u32) -> Self {
        CountryCode::from_number((word as usize).checked_sub(1)?)
    }
}

impl Word for RuleSet {
    fn to_word(self) -> u32 {
        match self {
            RuleSet::Rules2019 => 0,
            RuleSet::Today => 1,
        }
    }
    fn from_word(word: u32) -> Self {
        if word == 0 { RuleSet::Rules2019 } else { RuleSet::Today }
    }
}

impl Word for GroupKind {
    fn to_word(self) -> u32 {
        match self {
            GroupKind::Security => 0,
            GroupKind::Microsoft365Security => 1,
            GroupKind::Microsoft365 => 2,
            GroupKind::Distribution => 3,
        }
    }
    fn from_word(word: u32) -> Self {
        match word {
            0 => GroupKind::Security,
            1 => GroupKind::Microsoft365Security,
            2 => GroupKind::Microsoft365,
            _ => GroupKind::Distribution,
        }
    }
}

/// A name of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameOf {
    /// `displayName`.
    DisplayName,
    /// `userPrincipalName`.
    PrincipalName,
    /// `mailNickname`.
    Nickname,
}

impl Word for Property {
    fn to_word(self) -> u32 {
        self.number()
    }
    fn from_word(word: u32) -> Self {
        Property::from_number(word).unwrap_or(Property::DEPARTMENT)
    }
}

impl Word for NameOf {
    fn to_word(self) -> u32 {
        match self {
            NameOf::DisplayName => 0,
            NameOf::PrincipalName => 1,
            NameOf::Nickname => 2,
        }
    }
    fn from_word(word: u32) -> Self {
        match word {
            0 => NameOf::DisplayName,
            1 => NameOf::PrincipalName,
            _ => NameOf::Nickname,
        }
    }
}

impl Word for Membership {
    fn to_word(self) -> u32 {
        Membership::ALL.iter().zip(0..).find(|(known, _)| **known == self).map_or(0, |(_, at)| at)
    }
    fn from_word(word: u32) -> Self {
        Membership::ALL.get(word as usize).copied().unwrap_or_default()
    }
}

impl Word for AssignmentError {
    fn to_word(self) -> u32 {
        AssignmentError::ALL.iter().zip(0..).find(|(error, _)| **error == self).map_or(0, |(_, at)| at)
    }
    fn from_word(word: u32) -> Self {
        AssignmentError::ALL.get(word as usize).copied().unwrap_or(AssignmentError::Other)
    }
}

macro_rules! events {
    ($($(#[$doc:meta])* $tag:literal $name:ident { $($field:ident: $type:ty),* },)*) => {
        /// One event, before it is worded.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Event { $($(#[$doc])* $name { $($field: $type),* },)* }

        /// What an event records, without its numbers: its tag.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum EventKind { $($(#[$doc])* $name = $tag,)* }

        impl Event {
            /// The kind.
            #[inline(always)]
            pub(crate) fn kind(self) -> EventKind {
                match self {
                    $(Event::$name { .. } => EventKind::$name,)*
                }
            }

            /// The tag, which says what follows.
            #[inline(always)]
            pub(crate) fn tag(self) -> u8 {
                self.kind() as u8
            }

            /// Hands out the numbers, each with how it is kept.
            pub(crate) fn each_word(self, mut take: impl FnMut(Nearness, u32)) {
                match self {
                    $(Event::$name { $($field),* } => {
                        $(take(<$type as Word>::NEARNESS, $field.to_word());)*
                    })*
                }
            }

            /// How the numbers that follow a tag are kept.
            pub(crate) fn nearness(tag: u8) -> &'static [Nearness] {
                match tag {
                    $($tag => &[$(<$type as Word>::NEARNESS),*],)*
                    _ => &[],
                }
            }

            /// Back from the tag and the numbers.
            pub(crate) fn unpack(tag: u8, numbers: &[u32; MOST_WORDS]) -> Option<Event> {
                let mut words = numbers.iter().copied();
                let mut take = || words.next().unwrap_or_default();
                Some(match tag {
                    $($tag => Event::$name { $($field: <$type>::from_word(take())),* },)*
                    _ => return None,
                })
            }
        }
    };
}

events! {
    /// A user was created.
    1 UserCreated { number: CommandNumber, user: UserId },
    /// A property of a user was changed.
    2 UserRenamed { number: CommandNumber, user: UserId, property: NameOf, old: TextId, new: TextId },
    /// The usage location was changed.
    3 LocationChanged { number: CommandNumber, user: UserId, old: Option<CountryCode>, new: Option<CountryCode> },
    /// Sign-in was allowed or blocked.
    4 AccountEnabledChanged { number: CommandNumber, user: UserId, enabled: bool },
    /// An update that changed nothing.
    5 UserTouched { number: CommandNumber, user: UserId },
    /// A user was deleted.
    6 UserDeleted { number: CommandNumber, user: UserId },
    /// A user was restored.
    7 UserRestored { number: CommandNumber, user: UserId },
    /// A group was created.
    8 GroupCreated { number: CommandNumber, group: GroupId },
    /// A group was renamed.
    9 GroupRenamed { number: CommandNumber, group: GroupId, old: TextId, new: TextId },
    /// A group was deleted.
    10 GroupDeleted { number: CommandNumber, group: GroupId },
    /// A group was restored.
    11 GroupRestored { number: CommandNumber, group: GroupId },
    /// A user joined a group.
    12 UserJoined { number: CommandNumber, group: GroupId, user: UserId },
    /// A user left a group.
    13 UserLeft { number: CommandNumber, group: GroupId, user: UserId },
    /// A group joined a group.
    14 GroupJoined { number: CommandNumber, group: GroupId, member: GroupId },
    /// A group left a group.
    15 GroupLeft { number: CommandNumber, group: GroupId, member: GroupId },
    /// A template was set.
    16 TemplateChanged { number: CommandNumber, group: GroupId, old: TemplateId, new: TemplateId },
    /// Direct licenses were changed.
    17 DirectChanged { number: CommandNumber, user: UserId, old: OutcomeId, new: OutcomeId },
    /// A user was to be processed again.
    18 UserReprocessed { number: CommandNumber, user: UserId },
    /// A group was to be processed again.
    19 GroupReprocessed { number: CommandNumber, group: GroupId },
    /// Units were set, from the first four counts to the last four.
    20 UnitsSet { number: CommandNumber, product: ProductId, was_enabled: u32, was_warning: u32, was_suspended: u32, was_locked_out: u32, enabled: u32, warning: u32, suspended: u32, locked_out: u32 },
    /// Microsoft added a plan.
    21 PlanAdded { number: CommandNumber, product: ProductId, plan: PlanId },
    /// Addresses were set from outside.
    22 AddressesSet { number: CommandNumber, user: UserId, old: TextId, new: TextId },
    /// A contact was created.
    23 ContactAdded { number: CommandNumber, contact: ContactId },
    /// The rule set was switched.
    24 RulesSwitched { number: CommandNumber, old: RuleSet, new: RuleSet },
    /// A pair counts, or not any more.
    25 PairSet { number: CommandNumber, a: PlanId, b: PlanId, counts: bool },
    /// A prerequisite counts, or not any more.
    26 PrerequisiteSet { number: CommandNumber, plan: PlanId, counts: bool },
    /// The tenant's country was set.
    27 CountrySet { number: CommandNumber, old: Option<CountryCode>, new: Option<CountryCode> },
    /// The number of workers was set.
    28 WorkersSet { number: CommandNumber, workers: u32 },
    /// Days passed.
    29 DaysPassed { number: CommandNumber, days: u32 },
    /// A property of a user was set.
    30 UserPropertySet { number: CommandNumber, user: UserId, property: Property, old: TextId, new: TextId },
    /// A property of a group was set.
    31 GroupPropertySet { number: CommandNumber, group: GroupId, property: Property, old: TextId, new: TextId },

    /// A group got another rule, or its rule another say (R17).
    32 RuleSet { number: CommandNumber, group: GroupId, old: TextId, was: Membership, new: TextId, is: Membership },
    /// A contact got another name.
    33 ContactRenamed { number: CommandNumber, contact: ContactId, old: TextId, new: TextId },
    /// The addresses of a contact were set.
    34 ContactAddressesSet { number: CommandNumber, contact: ContactId, old: TextId, new: TextId },
    /// A contact was deleted.
    35 ContactDeleted { number: CommandNumber, contact: ContactId },
    /// A domain was added, or deleted.
    36 DomainSet { number: CommandNumber, domain: TextId, is_added: bool },

    /// A group run began.
    40 RunStarted { group: GroupId, template: TemplateId },
    /// A group run ended.
    41 RunFinished { group: GroupId, succeeded: u32, failed: u32 },
    /// A step changed the rows of a path.
    42 PathChanged { user: UserId, group: GroupId, old: OutcomeId, new: OutcomeId },
    /// A step could not change the rows of a path; the numbers say why.
    43 PathFailed { user: UserId, group: GroupId, new: OutcomeId, error: AssignmentError, product: ProductId, cause: u32, a: u32, b: u32 },
    /// R11.3: rows of a deleted group became direct.
    44 PathConverted { user: UserId, group: GroupId, old: OutcomeId, new: OutcomeId },
    /// A license change set the user's addresses (R9.1): one of a step, or of the command with this number.
    45 AddressesCalculated { number: CommandNumber, user: UserId, old: TextId, new: TextId },
    /// R2.3: the concurrency exception.
    46 PutOff { user: UserId, template: TemplateId },

    /// A run of a group's rule began (R17).
    47 RuleRunStarted { group: GroupId },
    /// It ended.
    48 RuleRunFinished { group: GroupId, joined: u32, left: u32 },
    /// R17: a rule would move a user once more, and is cut off.
    49 MoveCutOff { user: UserId, group: GroupId },

    /// An event that another tenant recorded.
    60 Recorded { number: u32 },
}

/// A search for events of these kinds.
pub(crate) fn about(kinds: &[EventKind]) -> About {
    About::tags(kinds.iter().map(|kind| *kind as u8))
}

impl Event {
    /// Kinds that the first release does not know, and the second does.
    pub(crate) const OF_PROPERTIES: &[EventKind] = &[EventKind::UserPropertySet, EventKind::GroupPropertySet];

    /// Kinds that only the third knows.
    pub(crate) const OF_RULES: &[EventKind] = &[
        EventKind::RuleSet,
        EventKind::ContactRenamed,
        EventKind::ContactAddressesSet,
        EventKind::ContactDeleted,
        EventKind::DomainSet,
        EventKind::RuleRunStarted,
        EventKind::RuleRunFinished,
        EventKind::MoveCutOff,
    ];

    /// The number of the command that this event records or follows from, if there is one.
    pub(crate) fn command(self) -> Option<u32> {
        let mut first = None;
        self.each_word(|_, word| _ = first.get_or_insert(word));
        let is_command = self.tag() < 40 || matches!(self, Event::AddressesCalculated { .. });
        first.filter(|number| is_command && *number > 0)
    }
}

/// The first number of a clash of which every pair is kept.
const EVERY_PAIR: u32 = 7;

impl Cause {
    /// The three numbers of [`Event::PathFailed`].
    pub(crate) fn pack(self) -> (u32, u32, u32) {
        match self {
            Cause::Prohibited { row } => (1, row, 0),
            Cause::NoSeat => (2, 0, 0),
            Cause::Exclusive { a, b } => (3, a.raw(), b.raw()),
            Cause::Lacks { plan } => (4, plan.raw(), 0),
            Cause::WouldStrand { plan } => (5, plan.raw(), 0),
            Cause::AddressTaken => (6, 0, 0),
        }
    }

    /// The three numbers of [`Event::PathFailed`] for a clash of which every pair is kept, as a text.
    pub(crate) fn pack_clashes(pairs: TextId) -> (u32, u32, u32) {
        (EVERY_PAIR, pairs.0, 0)
    }

    /// The text with every pair, where the three numbers are those of such a clash.
    pub(crate) fn unpack_clashes(tag: u32, a: u32) -> Option<TextId> {
        (tag == EVERY_PAIR).then_some(TextId(a))
    }

    /// Back from the three numbers.
    pub(crate) fn unpack(tag: u32, a: u32, b: u32) -> Cause {
        match tag {
            1 => Cause::Prohibited { row: a },
            2 => Cause::NoSeat,
            3 => Cause::Exclusive { a: PlanId::from_raw(a), b: PlanId::from_raw(b) },
            4 => Cause::Lacks { plan: PlanId::from_raw(a) },
            5 => Cause::WouldStrand { plan: PlanId::from_raw(a) },
            _ => Cause::AddressTaken,
        }
    }
}
