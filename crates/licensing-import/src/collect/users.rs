//! Users: names, addresses and the state of each path.

use licensing_core::shape;
use licensing_model::address::ProxyAddress;
use licensing_model::{AssignmentError, AssignmentState};

use super::pseudonyms::Owner;
use super::{Collector, repeated_product, within};
use crate::error::{Counted, Fault, Problem, Unique, brief};
use crate::facts::{RowFacts, UserFacts};
use crate::json::ReferenceKind;
use crate::limits::{MOST_STATES, MOST_USERS};
use crate::read::path::At;
use crate::records::license::State;
use crate::records::user::User;
use crate::report::NoteKind;

impl Collector {
    pub(super) fn user(&mut self, mut record: User) -> Result<(), Problem> {
        within(self.facts.users.len(), MOST_USERS, Counted::Users, record.line)?;
        self.claim(record.id, record.line)?;
        if record.deleted.is_some() {
            record.unmangle();
        } else {
            self.claim_principal_name(&record)?;
        }
        let owner = Owner::Person(self.facts.users.len() + 1);
        let principal_name = self.names.address(owner, &record.principal_name);
        let nickname = self.nickname(owner, &record, &principal_name);
        let name = record.display_name.as_deref().map(|name| self.names.display_name(owner, name));
        if name.is_none() {
            self.notes.add(NoteKind::DisplayName, || principal_name.clone());
        }
        let rows = self.rows(&record, &principal_name)?;
        let licenses = record.licenses.as_ref().map(|licenses| {
            let mut known: Vec<_> = licenses.iter().filter_map(|license| self.license(license)).collect();
            known.sort_unstable();
            known
        });
        let mail = record.mail.as_deref().and_then(|mail| self.mail(owner, mail));
        let proxy_addresses = self.proxy_addresses(owner, &record.proxy_addresses);
        let deleted = record.deleted.map(|moment| self.clock(moment));
        // Roles and administrative units are memberships too.
        let member_of = record.member_of.iter().filter(|group| group.kind == ReferenceKind::Open);
        let member_of = member_of.map(|group| group.id).collect();
        self.facts.users.push(UserFacts {
            id: record.id,
            name,
            principal_name,
            nickname,
            location: record.location,
            guest: record.guest,
            blocked: record.blocked,
            mail,
            proxy_addresses,
            deleted,
            rows,
            licenses,
            member_of,
            properties: self.kept(record.properties),
        });
        Ok(())
    }

    fn claim_principal_name(&mut self, record: &User) -> Result<(), Problem> {
        let spot = self.spot(record.line);
        match self.principal_names.insert(record.principal_name.to_lowercase(), spot) {
            None => Ok(()),
            Some(first) => {
                let (what, value) = (Unique::PrincipalName, brief(&record.principal_name));
                let fault = Fault::Repeated { what, value, first: Some(self.place(first)) };
                Err(At::ROOT.name("userPrincipalName").problem(record.line, fault))
            }
        }
    }

    fn nickname(&mut self, owner: Owner, record: &User, principal_name: &str) -> String {
        let given = record.nickname.as_deref().filter(|nickname| shape::is_nickname(nickname));
        if given.is_none() {
            self.notes.add(NoteKind::Nickname, || principal_name.to_string());
        }
        let nickname = given.unwrap_or_else(|| shape::nickname_from(&record.principal_name));
        self.names.local(owner, nickname)
    }

    fn rows(&mut self, record: &User, name: &str) -> Result<Vec<RowFacts>, Problem> {
        let Some(states) = &record.states else {
            self.notes.add(NoteKind::States, || name.to_string());
            return Ok(Vec::new());
        };
        within((self.states + states.len()).saturating_sub(1), MOST_STATES, Counted::States, record.line)?;
        self.states += states.len();
        let mut paths: Vec<_> = states.iter().map(|state| (state.group, state.license.sku)).collect();
        paths.sort_unstable();
        if let Some([(_, sku), _]) = paths.windows(2).find(|pair| pair.first() == pair.last()) {
            let fault = Fault::Repeated { what: Unique::Product, value: sku.to_string(), first: None };
            return Err(record.problem(&At::ROOT, "licenseAssignmentStates", fault));
        }
        if let Some(fault) = record.licenses.as_ref().and_then(|licenses| repeated_product(licenses.iter())) {
            return Err(record.problem(&At::ROOT, "assignedLicenses", fault));
        }
        Ok(states.iter().filter_map(|state| self.row(state, name)).collect())
    }

    /// One path, as it stands. What an engine's row cannot say is noted.
    fn row(&mut self, state: &State, name: &str) -> Option<RowFacts> {
        let (product, disabled) = self.license(&state.license)?;
        let example = || format!("{name}, {}", state.license.sku);
        let error = state.error.unwrap_or_else(|| {
            self.notes.add(NoteKind::UnknownError, example);
            AssignmentError::Other
        });
        let in_force = state.state.in_force();
        let fitting = match (state.state, error) {
            (AssignmentState::Active, _) => AssignmentError::None,
            (AssignmentState::Error | AssignmentState::ActiveWithError, AssignmentError::None) => {
                AssignmentError::Other
            }
            (_, error) => error,
        };
        let mut error = fitting;
        if state.error.is_some_and(|stated| stated != fitting) {
            self.notes.add(NoteKind::State, example);
        }
        if state.group.is_none() && error != AssignmentError::None {
            if !in_force {
                self.notes.add(NoteKind::DirectError, example);
                return None;
            }
            self.notes.add(NoteKind::DirectWithError, example);
            error = AssignmentError::None;
        }
        if state.updated.is_none() {
            self.notes.add(NoteKind::Updated, example);
        }
        let updated = state.updated.map_or(0, |moment| self.clock(moment));
        Some(RowFacts { product, group: state.group, disabled, in_force, error, stated: state.state, updated })
    }

    /// `mail`, if it can be used.
    pub(super) fn mail(&mut self, owner: Owner, mail: &str) -> Option<String> {
        let valid = shape::is_address(mail);
        let shown = self.names.address(owner, mail);
        if !valid {
            self.notes.add(NoteKind::InvalidAddress, || brief(&shown));
        }
        valid.then_some(shown)
    }

    /// `proxyAddresses`, without those that are no mail addresses.
    pub(super) fn proxy_addresses(&mut self, owner: Owner, texts: &[String]) -> Vec<ProxyAddress> {
        let mut kept = Vec::new();
        for text in texts {
            let is_mail = text.get(..5).is_some_and(|prefix| prefix.eq_ignore_ascii_case("smtp:"));
            let (kind, _) = text.split_once(':').unwrap_or_default();
            if !is_mail && !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                self.notes.add(NoteKind::OtherAddress, || brief(kind));
                continue;
            }
            let ProxyAddress { primary, address } = ProxyAddress::parse(text);
            let Some(address) = self.mail(owner, &address) else { continue };
            if kept.len() >= shape::MOST_ADDRESSES {
                self.notes.add(NoteKind::TooManyAddresses, || address);
                continue;
            }
            kept.push(ProxyAddress { primary, address });
        }
        kept
    }
}
