//! Events of the audit log. Where names are replaced, all texts go in which a name may stand; who and what it was
//! about is put in again when the objects are known.

use super::{Collector, within};
use crate::error::{Counted, Problem};
use crate::facts::EventFacts;
use crate::limits::{LONGEST_EVENT, MOST_EVENTS};
use crate::records::event::{App, Event, Modified, Person, Target};
use crate::report::NoteKind;

/// Beginnings of messages about licenses. They name products and plans, and nobody.
const ABOUT_LICENSES: [&str; 3] = [
    "License assignment failed because",
    "Not enough licenses are available",
    "LicenseAssignmentAttributeConcurrencyException",
];

impl Collector {
    pub(super) fn event(&mut self, mut record: Event) -> Result<(), Problem> {
        within(self.facts.events.len(), MOST_EVENTS, Counted::Events, record.line)?;
        let time = self.clock(record.seconds);
        if !self.names.are_kept() {
            strip(&mut record);
        }
        let document = record.document().to_string();
        if document.len() > LONGEST_EVENT {
            self.notes.add(NoteKind::LongEvent, || record.activity);
            return Ok(());
        }
        self.facts.events.push(EventFacts { time, document });
        Ok(())
    }
}

fn strip(event: &mut Event) {
    event.id = None;
    event.reason = event.reason.take().filter(|reason| reason.is_empty() || is_about_licenses(reason));
    event.details.retain(|detail| detail.value.as_deref().is_some_and(is_about_licenses));
    if let Some(App { app_id, display_name, principal_id, principal_name }) = &mut event.app {
        (*app_id, *principal_id, *principal_name) = (None, None, None);
        if !display_name.as_deref().is_some_and(|name| name.starts_with("Microsoft ")) {
            *display_name = Some("Application".to_string());
        }
    }
    if let Some(Person { display_name, ip_address, principal_name, .. }) = &mut event.user {
        (*display_name, *ip_address, *principal_name) = (None, None, None);
    }
    for Target { display_name, principal_name, modified, .. } in &mut event.targets {
        (*display_name, *principal_name) = (None, None);
        for Modified { property, old, new } in modified {
            let is_license = property.as_deref() == Some("AssignedLicense");
            for value in [old, new] {
                *value = value.take().filter(|_| is_license).map(|text| without_account(&text));
            }
        }
    }
}

fn is_about_licenses(text: &str) -> bool {
    ABOUT_LICENSES.iter().any(|beginning| text.starts_with(beginning))
}

/// Licenses as the log prints them, without the tenant's id.
fn without_account(text: &str) -> String {
    const NAME: &str = "AccountId=";
    let mut parts = text.split(NAME);
    let mut kept = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let end = part.find([',', ']']).unwrap_or(part.len());
        kept.push_str(NAME);
        kept.push_str(part.get(end..).unwrap_or_default());
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_the_tenant_goes_out_of_printed_licenses() {
        let text =
            "[SkuName=SPE_E3, AccountId=48a80680, SkuId=c7df, DisabledPlans=[]], [SkuName=EMS, AccountId=48a80680]";
        let kept = "[SkuName=SPE_E3, AccountId=, SkuId=c7df, DisabledPlans=[]], [SkuName=EMS, AccountId=]";
        assert_eq!(without_account(text), kept);
    }
}
