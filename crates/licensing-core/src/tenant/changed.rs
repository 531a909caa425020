//! What changes of a user, as far as rules of groups can read it (R17).

use licensing_model::rule::Reads;

/// What changed of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Changed {
    /// Its properties: any rule may speak of them.
    Itself,
    /// What it has by its licenses.
    Plans,
    /// The groups that it is in.
    Groups,
}

impl Changed {
    /// Whether a rule that reads so much has to look at the user again.
    pub(crate) fn concerns(self, reads: Reads) -> bool {
        match self {
            Changed::Itself => true,
            Changed::Plans => reads.plans,
            Changed::Groups => reads.groups,
        }
    }
}
