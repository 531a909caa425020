//! Commands that were carried out on a small tenant, and what a transcript makes of them.

use licensing_core::Action;
use licensing_graph::transcript::{Done, Entry, Meaning, Transcript};
use licensing_model::command::{GroupKind, NewUser};
use licensing_model::{Command, CountryCode, Created, GroupId, ProductId, RuleSet, UserId};
use licensing_wording::{Message, Words};

use crate::common::World;

/// No name: what actions are called is not looked at here.
static NAME: Message = Message::Exact(String::new());

pub(crate) const E1: &str = "18181a46-0d4e-45cd-891e-60aabd171b4e";
pub(crate) const E3: &str = "6fd2c87f-b296-42f0-b197-1e91e994b900";
pub(crate) const NOOR: &str = "999a5f81-352a-58cc-a579-c0676141ee14";
pub(crate) const SALES: &str = "3e286094-098e-5e93-b0fe-4855f282ed29";

/// Commands that were carried out, and what they created.
pub(crate) struct Story {
    pub(crate) world: World,
    pub(crate) done: Vec<(Action, Option<Created>)>,
}

impl Story {
    pub(crate) fn new() -> Story {
        Story { world: World::new(RuleSet::Rules2019), done: Vec::new() }
    }

    pub(crate) fn then(mut self, command: Command) -> Story {
        let accepted = self.world.lab.apply(command.clone()).unwrap();
        self.done.push((Action::Command(command), accepted.created));
        self
    }

    pub(crate) fn steps(mut self, steps: u32) -> Story {
        self.done.push((Action::Steps(steps), None));
        self
    }

    pub(crate) fn transcript(&self) -> Transcript<'_> {
        let done = self.done.iter().map(|(action, created)| Done { action, name: &NAME, created: *created });
        Transcript::new(self.world.lab.tenant(), Words::english(), done)
    }

    pub(crate) fn last(&self) -> Entry {
        self.transcript().entries().next_back().unwrap()
    }

    pub(crate) fn product(&self, part_number: &str) -> ProductId {
        self.world.product(part_number)
    }
}

/// Noor and Sales, made by the same script.
pub(crate) fn made() -> Story {
    Story::new().then(Command::CreateUser(noor())).then(sales(GroupKind::Security))
}

/// Noor and Sales, who were there before the script.
pub(crate) fn found() -> Story {
    Story { done: Vec::new(), ..made() }
}

pub(crate) fn noor() -> NewUser {
    NewUser {
        display_name: "Noor Visser".to_string(),
        user_principal_name: "noor.visser@contoso.com".to_string(),
        usage_location: Some(CountryCode::NL),
        ..NewUser::default()
    }
}

pub(crate) fn sales(kind: GroupKind) -> Command {
    Command::CreateGroup { name: "Sales E3".to_string(), kind }
}

pub(crate) const USER: UserId = UserId::from_raw(0);
pub(crate) const GROUP: GroupId = GroupId::from_raw(0);

/// What the last command is as a request with its status, and as PowerShell.
pub(crate) fn both(story: &Story) -> (String, u16, String) {
    let entry = story.last();
    let Meaning::Graph { status, .. } = entry.meaning else { panic!("{:?} has a request", entry.meaning) };
    (entry.graph, status, entry.powershell)
}

/// What stands for a command that Graph has no request for, the same in both languages.
pub(crate) fn comment(story: &Story) -> String {
    let entry = story.last();
    assert_eq!(entry.graph, entry.powershell);
    entry.powershell
}
