//! What a whole transcript is: variables, steps, files.

use licensing_graph::transcript::{Done, Entry, Format, Transcript};
use licensing_model::command::{GroupKind, NewUser};
use licensing_model::{Command, Member, UserId};
use licensing_wording::{Message, Words};

use crate::transcript::story::*;

#[test]
fn what_a_script_created_it_knows_by_its_variable() {
    let story = made().then(Command::AddMember(GROUP, Member::User(USER)));
    assert_eq!(both(&story).2, "New-MgGroupMember -GroupId $group1.Id -DirectoryObjectId $user1.Id");
    assert!(both(&story).0.contains(NOOR), "requests have ids");
    let later = NewUser { user_principal_name: "later@contoso.com".to_string(), ..noor() };
    let story = found().then(Command::CreateUser(later)).then(Command::AddMember(GROUP, Member::User(USER)));
    assert_eq!(both(&story).2, format!("New-MgGroupMember -GroupId '{SALES}' -DirectoryObjectId '{NOOR}'"));
    let story = story.then(Command::AddMember(GROUP, Member::User(UserId::from_raw(1))));
    assert_eq!(both(&story).2, format!("New-MgGroupMember -GroupId '{SALES}' -DirectoryObjectId $user2.Id"));
}

#[test]
fn steps_are_comments_and_those_that_follow_each_other_are_one() {
    let story = made().steps(1).steps(2).then(sales(GroupKind::Security)).steps(1);
    let entries: Vec<Entry> = story.transcript().entries().collect();
    let numbers: Vec<Option<usize>> = entries.iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, [Some(1), Some(2), None, Some(3), None]);
    assert_eq!(entries[2].powershell, "# 3 steps of the background (no Graph request; lab.step() each)");
    assert_eq!(entries[4].graph, "# 1 step of the background (no Graph request; lab.step())");
}

/// A name that tries to end the string, the line, the comment and the file.
const HOSTILE: &str = "x’; Remove-MgUser '\n### y\r\nDELETE /users {{token}} \u{202E}$(z) `n <script>";

#[test]
fn a_hostile_name_is_a_name_in_every_file() {
    let story = Story::new()
        .then(Command::CreateUser(NewUser { display_name: HOSTILE.to_string(), ..noor() }))
        .then(Command::CreateGroup { name: HOSTILE.to_string(), kind: GroupKind::Security })
        .then(Command::RenameGroup(GROUP, HOSTILE.to_string()))
        .then(Command::AddContact { name: HOSTILE.to_string(), addresses: Vec::new() });
    for words in [Words::english(), Words::dutch()] {
        let name = Message::from(HOSTILE);
        let done = story.done.iter().map(|(action, created)| Done { action, name: &name, created: *created });
        let transcript = Transcript::new(story.world.lab.tenant(), words, done);

        let script = transcript.file(Format::PowerShell);
        assert!(script.starts_with('\u{FEFF}'), "Windows PowerShell reads it as UTF-8");
        assert!(!transcript.copy(Format::PowerShell).starts_with('\u{FEFF}'));
        let starts = [
            "#",
            "$user1 = New-MgUser ",
            "$group1 = New-MgGroup ",
            "Update-MgGroup ",
            "Connect-MgGraph ",
            "$password = ",
        ];
        for line in script.trim_start_matches('\u{FEFF}').lines().filter(|line| !line.is_empty()) {
            assert!(starts.iter().any(|start| line.starts_with(start)), "{line}");
            assert!(!line.contains(['\r', '\u{202E}']), "{line}");
        }
        let quoted = "('x’’; Remove-MgUser ''' + [char]0x000A + '### y' + [char]0x000D + '' + [char]0x000A + 'DELETE /users \
                  {{token}} ' + [char]0x202E + '$(z) `n <script>')";
        assert!(script.contains(&format!("-DisplayName {quoted} ")), "{script}");

        let requests = transcript.file(Format::Http);
        let heads: Vec<&str> = requests.lines().filter(|line| line.starts_with("###")).collect();
        assert_eq!(heads.len(), 4);
        assert_eq!(requests.lines().filter(|line| line.starts_with("DELETE")).count(), 0);
        for line in requests.lines().filter(|line| !line.starts_with('#')) {
            assert!(!line.contains("{{") || line == "Authorization: Bearer {{token}}", "{line}");
        }
        let body = requests.split("\n\n").find(|part| part.starts_with('{')).unwrap();
        let body: serde_json::Value = serde_json::from_str(body).unwrap();
        assert_eq!(body["displayName"], HOSTILE, "it is the same name all the same");

        let list = transcript.file(Format::Text);
        for line in list.lines().skip(1).filter(|line| !line.is_empty()) {
            assert!(
                line.starts_with("   ") || line.split_once(". ").is_some_and(|(n, _)| n.parse::<u8>().is_ok()),
                "{line}"
            );
        }
    }
}

#[test]
fn an_empty_transcript_asks_for_nothing() {
    let story = Story::new();
    let transcript = story.transcript();
    assert!(transcript.is_empty());
    assert_eq!((transcript.len(), transcript.commands()), (0, 0));
    assert!(!transcript.file(Format::PowerShell).contains("$password"));
}
