//! A transcript as a file.

use licensing_wording::Text;

use super::powershell::PASSWORD;
use super::{Entry, Meaning, Transcript, quoting};
use crate::Request;

/// What a transcript is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Graph requests, as the REST clients of editors send them.
    Http,
    /// A script for Graph PowerShell.
    PowerShell,
    /// A numbered list in words.
    Text,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 3] = [Format::Http, Format::PowerShell, Format::Text];

    /// What such a file is called.
    pub const fn file_name(self) -> &'static str {
        match self {
            Format::Http => "licensing-lab.http",
            Format::PowerShell => "licensing-lab.ps1",
            Format::Text => "licensing-lab.txt",
        }
    }
}

const ROOT: &str = "https://graph.microsoft.com/v1.0";

/// The modules that have the cmdlets.
const MODULES: &str = "Microsoft.Graph.Users, Microsoft.Graph.Users.Actions, Microsoft.Graph.Groups, \
                       Microsoft.Graph.Identity.DirectoryManagement";

const SIGN_IN: &str = "Connect-MgGraph -Scopes 'User.ReadWrite.All', 'Group.ReadWrite.All', \
                       'LicenseAssignment.ReadWrite.All'";

/// Windows PowerShell takes a script without this mark for one of an old code page, where letters of other scripts
/// turn into quotes.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

impl Transcript<'_> {
    /// The whole transcript as the text of a file.
    pub fn file(&self, format: Format) -> String {
        let words = self.words;
        match format {
            Format::Http => {
                let what = quoting::comment(words.text(Text::FILE_OF_REQUESTS));
                let ids = quoting::comment(words.text(Text::FILE_OF_REQUESTS_IDS));
                self.written(&format!("{what}\n{ids}\n@token =\n"), http)
            }
            Format::PowerShell => format!("{BYTE_ORDER_MARK}{}", self.script()),
            Format::Text => self.written(&format!("{}\n", words.text(Text::FILE_IN_WORDS)), text),
        }
    }

    /// The whole transcript as it is copied: the same without a mark for the file's encoding.
    pub fn copy(&self, format: Format) -> String {
        match format {
            Format::PowerShell => self.script(),
            Format::Http | Format::Text => self.file(format),
        }
    }

    fn script(&self) -> String {
        let words = self.words;
        let what = quoting::comment(words.text(Text::FILE_OF_POWERSHELL));
        let modules = quoting::comment(&words.file_modules(MODULES));
        let lists = quoting::comment(words.text(Text::FILE_EMPTY_LISTS));
        let changes = quoting::comment(words.text(Text::FILE_CHANGES));
        let mut head = format!("{what}\n{modules}\n{lists}\n{changes}\n{SIGN_IN}\n");
        if self.creates_users() {
            // Nobody reads along while it is typed, in PowerShell 5.1 as well, whose `Read-Host` masks nothing else.
            let asked = format!("Read-Host {} -AsSecureString", quoting::string(words.text(Text::FILE_PASSWORD)));
            head.push_str(&format!("{PASSWORD} = [Net.NetworkCredential]::new('', ({asked})).Password\n"));
        }
        self.written(&head, powershell)
    }

    fn written(&self, head: &str, write: fn(&Entry) -> String) -> String {
        let mut file = head.to_string();
        for entry in self.entries() {
            file.push('\n');
            file.push_str(&write(&entry));
            file.push('\n');
        }
        file
    }
}

impl Entry {
    /// What it is called, with its number.
    fn title(&self) -> String {
        match self.number {
            Some(number) => format!("{number}. {}", self.words),
            None => self.words.clone(),
        }
    }
}

fn http(entry: &Entry) -> String {
    let title = format!("### {}", entry.title());
    let Meaning::Graph { request: Request { method, url, body, .. }, .. } = &entry.meaning else {
        return if entry.number.is_some() { format!("{title}\n{}", entry.graph) } else { title };
    };
    let mut lines = format!("{title}\n{method} {ROOT}{url}\nAuthorization: Bearer {{{{token}}}}");
    if let Some(body) = body {
        // Two braces begin a variable of these files; in JSON they stand together in a string alone.
        let body = format!("{body:#}").replace("{{", "{\\u007b");
        lines.push_str(&format!("\nContent-Type: application/json\n\n{body}"));
    }
    lines
}

fn powershell(entry: &Entry) -> String {
    match entry.number {
        Some(_) => format!("{}\n{}", quoting::comment(&entry.title()), entry.powershell),
        None => entry.powershell.clone(),
    }
}

fn text(entry: &Entry) -> String {
    match entry.number {
        Some(_) => format!("{}\n{}", entry.title(), indented(&entry.graph)),
        None => entry.words.clone(),
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("   {line}")).collect::<Vec<_>>().join("\n")
}
