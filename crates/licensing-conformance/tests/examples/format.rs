//! The words in which an example is written. `tests/README.md` lists them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One example: a tenant and what happens to it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Example {
    /// One line that says what is shown.
    pub(crate) title: String,
    /// The part of the article, or of its surroundings, that it belongs to.
    pub(crate) section: String,
    /// The rules that it tests.
    pub(crate) rules: Vec<String>,
    /// More about it, for readers.
    #[serde(default)]
    #[expect(dead_code, reason = "written for readers")]
    pub(crate) text: String,
    #[serde(default = "rule_set")]
    pub(crate) rule_set: String,
    #[serde(default = "country")]
    pub(crate) country: String,
    #[serde(default = "initial_domain")]
    pub(crate) initial_domain: String,
    #[serde(default)]
    pub(crate) domains: Vec<String>,
    #[serde(default = "one")]
    pub(crate) workers: u8,
    /// Products by part number.
    #[serde(default)]
    pub(crate) products: BTreeMap<String, Bought>,
    #[serde(default, rename = "user")]
    pub(crate) users: Vec<UserWords>,
    #[serde(default, rename = "group")]
    pub(crate) groups: Vec<GroupWords>,
    /// What happens, in order: each an [`Action`], with `refused` and `expect` beside it.
    #[serde(default, rename = "do")]
    pub(crate) entries: Vec<toml::Table>,
}

fn rule_set() -> String {
    "2019".to_string()
}

fn country() -> String {
    "NL".to_string()
}

fn initial_domain() -> String {
    "contoso.onmicrosoft.com".to_string()
}

const fn one() -> u8 {
    1
}

const fn yes() -> bool {
    true
}

/// Units: a number of enabled ones, or all kinds.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Bought {
    Enabled(u32),
    Units(UnitsWords),
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct UnitsWords {
    pub(crate) enabled: u32,
    pub(crate) warning: u32,
    pub(crate) suspended: u32,
    pub(crate) locked_out: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserWords {
    pub(crate) name: String,
    /// `name@initial domain` in lower case, blanks as dots, if it is not given.
    pub(crate) principal_name: Option<String>,
    pub(crate) nickname: Option<String>,
    pub(crate) location: Option<String>,
    #[serde(default)]
    pub(crate) guest: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupWords {
    pub(crate) name: String,
    #[serde(default = "security")]
    pub(crate) kind: Kind,
    /// Users, and groups that stand above this one.
    #[serde(default)]
    pub(crate) members: Vec<String>,
}

const fn security() -> Kind {
    Kind::Security
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    Security,
    #[serde(rename = "microsoft365-security")]
    Microsoft365Security,
    Microsoft365,
    Distribution,
}

/// A product and the plans that are off in it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LicenseWords {
    pub(crate) sku: String,
    #[serde(default)]
    pub(crate) off: Vec<String>,
}

/// What is done.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Action {
    CreateUser {
        name: String,
        principal_name: Option<String>,
        nickname: Option<String>,
        location: Option<String>,
        #[serde(default)]
        guest: bool,
    },
    UpdateUser {
        user: String,
        name: Option<String>,
        principal_name: Option<String>,
        nickname: Option<String>,
        /// `""` clears it.
        location: Option<String>,
        sign_in: Option<bool>,
    },
    DeleteUser {
        user: String,
    },
    RestoreUser {
        user: String,
    },
    CreateGroup {
        name: String,
        #[serde(default = "security")]
        kind: Kind,
    },
    RenameGroup {
        group: String,
        name: String,
    },
    DeleteGroup {
        group: String,
    },
    RestoreGroup {
        group: String,
    },
    AddMember {
        group: String,
        member: String,
    },
    RemoveMember {
        group: String,
        member: String,
    },
    AssignGroup {
        group: String,
        #[serde(default)]
        add: Vec<LicenseWords>,
        #[serde(default)]
        remove: Vec<String>,
    },
    AssignUser {
        user: String,
        #[serde(default)]
        add: Vec<LicenseWords>,
        #[serde(default)]
        remove: Vec<String>,
    },
    ReprocessUser {
        user: String,
    },
    ReprocessGroup {
        group: String,
    },
    SetUnits {
        product: String,
        #[serde(default)]
        enabled: u32,
        #[serde(default)]
        warning: u32,
        #[serde(default)]
        suspended: u32,
        #[serde(default)]
        locked_out: u32,
    },
    AddPlan {
        product: String,
        plan: String,
    },
    SetAddresses {
        user: String,
        /// `""` clears it.
        mail: Option<String>,
        addresses: Option<Vec<String>>,
    },
    SetMembershipRule {
        group: String,
        #[serde(default)]
        rule: String,
        /// `assigned`, `dynamic` or `paused`.
        #[serde(default = "dynamic")]
        membership: String,
    },
    SetProperty {
        user: Option<String>,
        group: Option<String>,
        property: String,
        value: String,
    },
    AddContact {
        name: String,
        addresses: Vec<String>,
    },
    UpdateContact {
        contact: String,
        name: Option<String>,
        addresses: Option<Vec<String>>,
    },
    DeleteContact {
        contact: String,
    },
    AddDomain {
        domain: String,
    },
    DeleteDomain {
        domain: String,
    },
    SetRules {
        rules: String,
    },
    SetPair {
        a: String,
        b: String,
        #[serde(default = "yes")]
        counts: bool,
    },
    SetPrerequisite {
        plan: String,
        #[serde(default = "yes")]
        counts: bool,
    },
    SetCountry {
        country: String,
    },
    SetWorkers {
        workers: u8,
    },
    Advance {
        days: u16,
    },
    /// Steps of the background.
    Step {
        #[serde(default = "one_time")]
        times: u32,
    },
    /// Steps until nothing waits.
    Settle {},
}

fn dynamic() -> String {
    "dynamic".to_string()
}

const fn one_time() -> u32 {
    1
}

/// What is then to be seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Expect {
    // Of what.
    pub(crate) user: Option<String>,
    pub(crate) group: Option<String>,
    pub(crate) product: Option<String>,
    /// A group, or `direct`.
    pub(crate) via: Option<String>,
    pub(crate) plan: Option<String>,

    // A path: user, product, via.
    pub(crate) state: Option<String>,
    pub(crate) error: Option<String>,
    pub(crate) off: Option<Vec<String>>,
    pub(crate) updated: Option<u32>,

    // A plan of a user: user, plan, perhaps product.
    pub(crate) effective: Option<bool>,

    // A user.
    pub(crate) mail: Option<String>,
    pub(crate) addresses: Option<Vec<String>>,
    pub(crate) groups: Option<Vec<String>>,
    pub(crate) rows: Option<usize>,

    // A user or a group.
    pub(crate) property: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) deleted: Option<bool>,
    pub(crate) gone: Option<bool>,

    // A group.
    pub(crate) in_error: Option<bool>,
    pub(crate) processing: Option<String>,
    pub(crate) members: Option<Vec<String>>,
    pub(crate) template: Option<Vec<LicenseWords>>,

    // A product.
    pub(crate) consumed: Option<u32>,
    pub(crate) free: Option<i64>,
    pub(crate) status: Option<String>,

    // The tenant and its last step.
    pub(crate) queue: Option<Vec<String>>,
    /// Groups whose rules have runs in the queue.
    pub(crate) rules_run: Option<Vec<String>>,
    pub(crate) clock: Option<u32>,
    pub(crate) taken: Option<Vec<String>>,
    pub(crate) put_off: Option<Vec<String>>,
    pub(crate) changed: Option<bool>,
}
