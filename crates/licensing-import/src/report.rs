//! What an import read, and what it had to leave out or to change, each with its reason.

use std::collections::BTreeMap;

/// How much was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// Files and pasted texts.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Products of the tenant.
    pub products: usize,
    /// Groups that are not deleted.
    pub groups: usize,
    /// Members of groups that are users.
    pub members: usize,
    /// Users that are not deleted.
    pub users: usize,
    /// License assignment states, path by path.
    pub states: usize,
    /// Contacts.
    pub contacts: usize,
    /// Deleted users.
    pub deleted_users: usize,
    /// Deleted groups.
    pub deleted_groups: usize,
    /// Events of the audit log.
    pub events: usize,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Report {
    /// How much was read.
    pub counts: Counts,
    /// What is missing, left out, changed or inconsistent.
    pub notes: Vec<Note>,
    /// Properties that the simulator has no use for, such as `user.jobTitle`, each with how often it was there.
    pub ignored: Vec<(String, u64)>,
}

/// Something that is not in the tenant as it is in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What.
    pub kind: NoteKind,
    /// How often.
    pub count: usize,
    /// The first cases, by name; with pseudonyms where names are replaced.
    pub examples: Vec<String>,
}

/// How a note is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// The files lack something.
    Missing,
    /// It is in the files and not in the tenant.
    LeftOut,
    /// It is in the tenant otherwise than in the files.
    Changed,
    /// The file says of the whole something else than its parts say.
    Inconsistent,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// A page whose `@odata.nextLink` leads to nothing that was given.
    NextPage,
    /// No `organization`.
    Organization,
    /// No `countryLetterCode`.
    Country,
    /// Licenses of groups cannot be seen, as in tenants on Microsoft's newer licensing.
    ModernLicenses,
    /// No `licenseAssignmentStates`.
    States,
    /// A group without members in the files that carries licenses.
    Members,
    /// No `mailNickname`.
    Nickname,
    /// No `displayName`.
    DisplayName,
    /// No `lastUpdatedDateTime`.
    Updated,
    /// A product that the catalog does not know, and for which there is no room.
    UnknownProduct,
    /// A plan that neither the catalog nor a product of the files has.
    UnknownPlan,
    /// A plan that the catalog does not know, and for which there is no room.
    NoRoomForPlan,
    /// A product that a group or a user has and the tenant has not.
    NotSubscribed,
    /// A member that is no user and no group.
    OtherMember,
    /// A member that is not in the files.
    UnknownMember,
    /// Members of a group that is not in the files.
    MembersOfUnknown,
    /// A direct path in error.
    DirectError,
    /// An address of another kind than mail.
    OtherAddress,
    /// An address that is none.
    InvalidAddress,
    /// More than 200 addresses.
    TooManyAddresses,
    /// Addresses of a group.
    GroupAddresses,
    /// More than 4,096 groups.
    TooManyGroups,
    /// The template of a deleted group.
    DeletedTemplate,
    /// Events beyond what is kept.
    LongEvent,
    /// A dynamic group.
    DynamicGroup,
    /// A mail-enabled security group.
    MailEnabledSecurity,
    /// A group that only a state names.
    GroupOfStates,
    /// `Active` with an error and the like.
    State,
    /// `Disabled` of a product with units, or the other way round.
    DisabledState,
    /// An error of which nothing is known.
    UnknownError,
    /// A direct path with an error.
    DirectWithError,
    /// Before 2019-11-08.
    BeforeStart,
    /// After 2087.
    AfterEnd,
    /// A domain that is not verified.
    UnverifiedDomain,
    /// A product that the catalog does not know.
    OwnProduct,
    /// A plan that the catalog does not know.
    OwnPlan,
    /// Plans that the product has in the catalog only, and not in the tenant.
    PlanTakenOut,
    /// Plans that the product had in 2019 and that are not in the file.
    PlanNotInFile,
    /// Plans that the product has in the file only.
    PlanAdded,
    /// `consumedUnits`.
    Consumed,
    /// `assignedLicenses`.
    AssignedLicenses,
}

impl NoteKind {
    /// How it is to be read.
    pub const fn topic(self) -> Topic {
        match self {
            NoteKind::NextPage
            | NoteKind::Organization
            | NoteKind::Country
            | NoteKind::ModernLicenses
            | NoteKind::States
            | NoteKind::Members
            | NoteKind::Nickname
            | NoteKind::DisplayName
            | NoteKind::Updated => Topic::Missing,
            NoteKind::UnknownProduct
            | NoteKind::UnknownPlan
            | NoteKind::NoRoomForPlan
            | NoteKind::NotSubscribed
            | NoteKind::OtherMember
            | NoteKind::UnknownMember
            | NoteKind::MembersOfUnknown
            | NoteKind::DirectError
            | NoteKind::OtherAddress
            | NoteKind::InvalidAddress
            | NoteKind::TooManyAddresses
            | NoteKind::GroupAddresses
            | NoteKind::TooManyGroups
            | NoteKind::DeletedTemplate
            | NoteKind::LongEvent => Topic::LeftOut,
            NoteKind::DynamicGroup
            | NoteKind::MailEnabledSecurity
            | NoteKind::GroupOfStates
            | NoteKind::State
            | NoteKind::DisabledState
            | NoteKind::UnknownError
            | NoteKind::DirectWithError
            | NoteKind::BeforeStart
            | NoteKind::AfterEnd
            | NoteKind::UnverifiedDomain
            | NoteKind::OwnProduct
            | NoteKind::OwnPlan
            | NoteKind::PlanTakenOut
            | NoteKind::PlanNotInFile
            | NoteKind::PlanAdded => Topic::Changed,
            NoteKind::Consumed | NoteKind::AssignedLicenses => Topic::Inconsistent,
        }
    }
}

/// Notes by kind, while they are gathered.
#[derive(Debug, Default)]
pub(crate) struct Notes(BTreeMap<NoteKind, Note>);

impl Notes {
    /// Adds a case.
    pub(crate) fn add(&mut self, kind: NoteKind, example: impl FnOnce() -> String) {
        const MOST_EXAMPLES: usize = 20;
        let note = self.0.entry(kind).or_insert_with(|| Note { kind, count: 0, examples: Vec::new() });
        note.count += 1;
        if note.examples.len() < MOST_EXAMPLES {
            let example = example();
            if !example.is_empty() && !note.examples.contains(&example) {
                note.examples.push(example);
            }
        }
    }

    /// All of them, by kind.
    pub(crate) fn take(&mut self) -> Vec<Note> {
        core::mem::take(&mut self.0).into_values().collect()
    }
}
