//! Groups and their members.

use licensing_model::command::GroupKind;
use licensing_model::{Guid, MembershipRule};

use super::pseudonyms::Owner;
use super::{Collector, repeated_product, within};
use crate::error::{Counted, Problem};
use crate::facts::{GroupFacts, MemberFacts};
use crate::json::{Reference, ReferenceKind};
use crate::limits::{MOST_GROUPS, MOST_MEMBERS};
use crate::read::path::At;
use crate::records::group::Group;
use crate::report::NoteKind;

impl Collector {
    pub(super) fn group(&mut self, record: Group) -> Result<(), Problem> {
        within(self.facts.groups.len(), MOST_GROUPS, Counted::Groups, record.line)?;
        self.claim(record.id, record.line)?;
        if let Some(fault) = repeated_product(record.licenses.iter()) {
            return Err(At::ROOT.name("assignedLicenses").problem(record.line, fault));
        }
        let owner = Owner::Group(self.facts.groups.len() + 1);
        let keeps_names = self.keeps_names();
        let name = record.display_name.as_deref().map(|name| self.names.display_name(owner, name));
        let shown = name.clone().unwrap_or_else(|| self.label(owner, record.id));
        // Where names are replaced no rule is: it speaks of what tells who somebody is.
        let is_kept = record.rule.as_ref().is_some_and(|rule| keeps_names && self.can_be_read(rule, record.kind));
        let mut note = |applies: bool, kind: NoteKind| {
            if applies {
                self.notes.add(kind, || shown.clone());
            }
        };
        note(name.is_none(), NoteKind::DisplayName);
        note(record.rule.is_some() && !is_kept, NoteKind::DynamicGroup);
        note(record.has_modern_licenses, NoteKind::ModernLicenses);
        note(record.mail_enabled_security, NoteKind::MailEnabledSecurity);
        note(record.has_addresses, NoteKind::GroupAddresses);
        let is_deleted = record.deleted.is_some();
        note(is_deleted && !record.licenses.is_empty(), NoteKind::DeletedTemplate);
        let licenses = if is_deleted { &[][..] } else { &record.licenses };
        let mut template: Vec<_> = licenses.iter().filter_map(|license| self.license(license)).collect();
        template.sort_unstable();
        let members = self.references(&record.members, record.line)?;
        let deleted = record.deleted.map(|moment| self.clock(moment));
        self.facts.groups.push(GroupFacts {
            id: record.id,
            name,
            kind: record.kind,
            template,
            processing: record.processing,
            deleted,
            members,
            in_error: record.in_error.iter().map(|user| user.id).collect(),
            rule: record.rule.filter(|_| is_kept),
            properties: self.kept(record.properties),
            spot: self.spot(record.line),
        });
        Ok(())
    }

    /// Members that were listed on their own.
    pub(super) fn members_of(&mut self, group: Guid, members: &[Reference], line: u32) -> Result<(), Problem> {
        let members = self.references(members, line)?;
        self.facts.members.entry(group).or_default().extend(members);
        Ok(())
    }

    fn references(&mut self, members: &[Reference], line: u32) -> Result<Vec<MemberFacts>, Problem> {
        within((self.members + members.len()).saturating_sub(1), MOST_MEMBERS, Counted::Members, line)?;
        self.members += members.len();
        let mut kept = Vec::with_capacity(members.len());
        for member in members {
            match member.kind {
                ReferenceKind::Open => kept.push(MemberFacts { id: member.id, spot: self.spot(member.line) }),
                ReferenceKind::Other => self.notes.add(NoteKind::OtherMember, String::new),
            }
        }
        Ok(kept)
    }

    /// Whether a rule can be taken over.
    fn can_be_read(&self, rule: &MembershipRule, kind: GroupKind) -> bool {
        let is_read = self.rules.is_some_and(|reader| reader.read(&rule.text).is_ok());
        is_read && (kind != GroupKind::Distribution || !rule.membership.has_rule())
    }
}
