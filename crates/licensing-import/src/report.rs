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
    /// Properties that Graph has and the simulator has no use for, such as `user.jobTitle`, each with how often it was
    /// there.
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

macro_rules! notes {
    ($($(#[$meta:meta])* $name:ident, $topic:ident, $words:literal;)*) => {
        /// What a note is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum NoteKind {
            $($(#[$meta])* $name,)*
        }

        impl NoteKind {
            /// All of them.
            pub const ALL: &[NoteKind] = &[$(NoteKind::$name,)*];

            /// How it is to be read.
            pub const fn topic(self) -> Topic {
                match self {
                    $(NoteKind::$name => Topic::$topic,)*
                }
            }

            /// What it says, in one sentence.
            pub const fn words(self) -> &'static str {
                match self {
                    $(NoteKind::$name => $words,)*
                }
            }
        }
    };
}

notes! {
    /// A page whose `@odata.nextLink` leads to nothing that was given.
    NextPage, Missing, "The next page of this list was not given, so the rest of it is missing.";
    /// No `organization`.
    Organization, Missing, "There is no organization in the files. Domains were taken from the names of the users, and the country is assumed.";
    /// No `countryLetterCode`.
    Country, Missing, "The organization has no country. The Netherlands are assumed where users have no usage location.";
    /// No `licenseAssignmentStates`.
    States, Missing, "The user has no licenseAssignmentStates in the files, so this user begins without licenses.";
    /// A group without members in the files that carries licenses.
    Members, Missing, "The group carries licenses and has no members in the files.";
    /// No `mailNickname`.
    Nickname, Missing, "The user has no mailNickname that can be used; it was taken from the userPrincipalName.";
    /// No `displayName`.
    DisplayName, Missing, "The object has no display name; it is numbered.";
    /// No `lastUpdatedDateTime`.
    Updated, Missing, "The assignment has no lastUpdatedDateTime; it counts as old.";
    /// A product that the catalogue does not know.
    UnknownProduct, LeftOut, "The catalogue does not know this product.";
    /// A plan that the catalogue does not know.
    UnknownPlan, LeftOut, "The catalogue does not know this service plan.";
    /// A product that a group or a user has and the tenant has not.
    NotSubscribed, LeftOut, "The product is not among the subscribedSkus, so licenses of it were left out.";
    /// A member that is no user and no group.
    OtherMember, LeftOut, "Members that are no users and no groups are never licensed.";
    /// A member that is not in the files.
    UnknownMember, LeftOut, "The member is not among the users and groups of the files.";
    /// Members of a group that is not in the files.
    MembersOfUnknown, LeftOut, "Members were given of a group that is not in the files.";
    /// A direct path in error.
    DirectError, LeftOut, "A direct license in error is not simulated: a direct license is there or refused.";
    /// An address of another kind than mail.
    OtherAddress, LeftOut, "Addresses other than SMTP are not simulated.";
    /// An address that is none.
    InvalidAddress, LeftOut, "The address cannot be used as one.";
    /// More than 200 addresses.
    TooManyAddresses, LeftOut, "An object can have 200 addresses here; the others were left out.";
    /// Addresses of a group.
    GroupAddresses, LeftOut, "Groups have no addresses here, so a conflict with an address of this group does not show.";
    /// More than 4,096 groups.
    TooManyGroups, LeftOut, "A user can be in 4,096 groups here; the others were left out.";
    /// The template of a deleted group.
    DeletedTemplate, LeftOut, "A deleted group carries no licenses.";
    /// Events beyond what is kept.
    LongEvent, LeftOut, "The event is too long to be kept.";
    /// A dynamic group.
    DynamicGroup, Changed, "The members of this group follow from a rule. Here it has the members of this moment.";
    /// A mail-enabled security group.
    MailEnabledSecurity, Changed, "Mail-enabled security groups are simulated as security groups.";
    /// A group that only a state names.
    GroupOfStates, Changed, "A license comes from a group that is not in the files. It is kept as coming from a deleted group.";
    /// `Active` with an error and the like.
    State, Changed, "State and error of the assignment do not go together; the state counts.";
    /// `Disabled` of a product with units, or the other way round.
    DisabledState, Changed, "Whether an assignment is Disabled follows from the units of its product, and those say otherwise.";
    /// An error of which nothing is known.
    UnknownError, Changed, "The error of the assignment is not known here; it is taken as Other.";
    /// A direct path with an error.
    DirectWithError, Changed, "A direct license with an error is not simulated; it is taken as Active.";
    /// Before 2019-11-08.
    BeforeStart, Changed, "The moment lies before the simulated clock begins, on 2019-11-08; it was set to its beginning.";
    /// After 2087.
    AfterEnd, Changed, "The moment lies beyond the simulated clock; it was set to its end.";
    /// A domain that is not verified.
    UnverifiedDomain, Changed, "The domain of the userPrincipalName is not among the verified domains.";
    /// Plans that the product has in the catalogue only.
    PlanNotInFile, Changed, "The catalogue's product has service plans that the tenant's has not; they count as well.";
    /// Plans that the product has in the file only.
    PlanAdded, Changed, "The tenant's product has service plans that the catalogue's has not; they were added.";
    /// `consumedUnits`.
    Consumed, Inconsistent, "The file counts other consumed units than its users hold.";
    /// `assignedLicenses`.
    AssignedLicenses, Inconsistent, "The assignedLicenses of the user are not what the licenseAssignmentStates come to.";
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
