//! The words in which an example is written. `tests/README.md` lists them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One example: a tenant and what happens to it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// One line that says what is shown.
    pub title: String,
    /// The part of the article, or of its surroundings, that it belongs to.
    pub section: String,
    /// The rules that it tests.
    pub rules: Vec<String>,
    /// More about it, for readers.
    #[serde(default)]
    #[expect(dead_code, reason = "written for readers")]
    pub text: String,
    #[serde(default = "rule_set")]
    pub rule_set: String,
    #[serde(default = "country")]
    pub country: String,
    #[serde(default = "initial_domain")]
    pub initial_domain: String,
    #[serde(default)]
    pub domains: Vec<String>,
    #[serde(default = "one")]
    pub workers: u8,
    /// Products by part number.
    #[serde(default)]
    pub products: BTreeMap<String, Bought>,
    #[serde(default, rename = "user")]
    pub users: Vec<UserWords>,
    #[serde(default, rename = "group")]
    pub groups: Vec<GroupWords>,
    /// What happens, in order: each an [`Action`], with `refused` and `expect` beside it.
    #[serde(default, rename = "do")]
    pub entries: Vec<toml::Table>,
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
pub enum Bought {
    Enabled(u32),
    Units(UnitsWords),
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UnitsWords {
    pub enabled: u32,
    pub warning: u32,
    pub suspended: u32,
    pub locked_out: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserWords {
    pub name: String,
    /// `name@initial domain` in lower case, blanks as dots, if it is not given.
    pub principal_name: Option<String>,
    pub nickname: Option<String>,
    pub location: Option<String>,
    #[serde(default)]
    pub guest: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupWords {
    pub name: String,
    #[serde(default = "security")]
    pub kind: Kind,
    /// Users, and groups that stand above this one.
    #[serde(default)]
    pub members: Vec<String>,
}

const fn security() -> Kind {
    Kind::Security
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Security,
    #[serde(rename = "microsoft365-security")]
    Microsoft365Security,
    Microsoft365,
    Distribution,
}

/// A product and the plans that are off in it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LicenseWords {
    pub sku: String,
    #[serde(default)]
    pub off: Vec<String>,
}

/// What is done.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Action {
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
    AddContact {
        name: String,
        addresses: Vec<String>,
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

const fn one_time() -> u32 {
    1
}

/// What is then to be seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Expect {
    // Of what.
    pub user: Option<String>,
    pub group: Option<String>,
    pub product: Option<String>,
    /// A group, or `direct`.
    pub via: Option<String>,
    pub plan: Option<String>,

    // A path: user, product, via.
    pub state: Option<String>,
    pub error: Option<String>,
    pub off: Option<Vec<String>>,
    pub updated: Option<u32>,

    // A plan of a user: user, plan, perhaps product.
    pub effective: Option<bool>,

    // A user.
    pub mail: Option<String>,
    pub addresses: Option<Vec<String>>,
    pub groups: Option<Vec<String>>,
    pub rows: Option<usize>,

    // A user or a group.
    pub deleted: Option<bool>,
    pub gone: Option<bool>,

    // A group.
    pub in_error: Option<bool>,
    pub processing: Option<String>,
    pub members: Option<Vec<String>>,
    pub template: Option<Vec<LicenseWords>>,

    // A product.
    pub consumed: Option<u32>,
    pub free: Option<i64>,
    pub status: Option<String>,

    // The tenant and its last step.
    pub queue: Option<Vec<String>>,
    pub clock: Option<u32>,
    pub taken: Option<Vec<String>>,
    pub put_off: Option<Vec<String>>,
    pub changed: Option<bool>,
}
