//! What any document that opens can stand: steps, settling, undo and redo, explanations, being saved in every form and
//! opened again to the same.

use std::fs;
use std::sync::Arc;

use licensing_core::Tenant;
use licensing_core::state::AuditLog;
use licensing_model::{AssignmentError, Catalog};

use crate::compact::{FILE, Reading};
use crate::envelope::Codec;
use crate::file::{self, FileReading};
use crate::scenario::{Base, Scenario};
use crate::{Writing, link};

/// An input may take so much of the processor: what is looked for is what never ends. All but the largest take a
/// thousandth.
const MOST_SECONDS: f64 = 60.0;
/// The test may never hold more than this.
const MOST_MEBIBYTES: u64 = 1_024;

/// What an input costs, as far as the system says.
pub(super) struct Budget {
    began: Option<f64>,
    worst: f64,
    worst_of: String,
}

impl Budget {
    pub(super) fn new() -> Budget {
        Budget { began: None, worst: 0.0, worst_of: String::new() }
    }

    /// The next input begins.
    pub(super) fn begin(&mut self) {
        self.began = processor_seconds();
    }

    /// It is over: it must have stayed within the budget.
    pub(super) fn end(&mut self, what: &dyn std::fmt::Display) {
        if let (Some(began), Some(now)) = (self.began, processor_seconds()) {
            let took = now - began;
            assert!(took < MOST_SECONDS, "{what} took {took:.1} s of the processor");
            if took > self.worst {
                (self.worst, self.worst_of) = (took, what.to_string());
            }
        }
        if let Some(held) = most_mebibytes_held() {
            assert!(held < MOST_MEBIBYTES, "{what} took the test to {held} MiB");
        }
    }

    pub(super) fn print(&self) {
        let Budget { worst, worst_of, .. } = self;
        println!("at most {worst:.2} s of the processor, for {worst_of}; {:?} MiB held", most_mebibytes_held());
    }
}

/// What this thread had of the processor; none where the system does not say.
fn processor_seconds() -> Option<f64> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = text.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// The most that this process ever held.
fn most_mebibytes_held() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1_024)
}

/// Opens a scenario, and does with it what somebody does. Answers whether it opened.
pub(super) fn drive(scenario: Scenario, catalog: &Arc<Catalog>) -> bool {
    let Ok(opened) = scenario.clone().open(catalog.clone()) else { return false };
    saved_and_read(&scenario, catalog);
    let mut history = opened.history;
    is_kept(history.tenant(), catalog);
    for _ in 0..3 {
        history.step();
    }
    explain(history.tenant());
    // Each way back does again what came before it.
    for _ in 0..3 {
        history.undo();
    }
    history.redo();
    history.go_to(0);
    history.go_to(history.actions().len());
    assert!(history.settle(u32::MAX).idle, "it settles");
    assert!(history.step().is_none(), "nothing waits for a step that cannot be taken");
    explain(history.tenant());
    is_kept(history.tenant(), catalog);
    let story = Scenario::of_history("A story".to_string(), Base::Empty(Default::default()), &history);
    saved_and_read(&story, catalog);
    true
}

fn explain(tenant: &Tenant) {
    let mut explained = 0;
    for user in tenant.users().take(50) {
        for row in tenant.paths(user).into_iter().filter(|row| row.error != AssignmentError::None).take(20) {
            explained += usize::from(tenant.explain(user, row.product, row.path).is_some());
            if explained > 200 {
                return;
            }
        }
    }
}

/// A tenant is saved in both forms, and opened again to the same.
fn is_kept(tenant: &Tenant, catalog: &Arc<Catalog>) {
    for audit in [AuditLog::LeftOut, AuditLog::Kept] {
        let scenario = Scenario::of_state("Kept".to_string(), tenant, audit);
        saved_and_read(&scenario, catalog);
        let again = scenario.open(catalog.clone()).unwrap().history;
        match audit {
            AuditLog::Kept => assert_eq!(again.tenant().digest(), tenant.digest()),
            AuditLog::LeftOut => assert!(again.tenant().snapshot() == tenant.snapshot(), "it is another tenant"),
        }
    }
}

/// What is written is what is read, in both forms; or it is too large for them.
fn saved_and_read(scenario: &Scenario, catalog: &Arc<Catalog>) {
    let compact = Writing::new(scenario.clone()).finish().unwrap();
    match Reading::of(Codec::Document, &compact, catalog.revision, FILE).and_then(Reading::finish) {
        Ok(again) => assert!(again == *scenario, "the compact form says something else"),
        Err(error) => panic!("the compact form is not read: {error}"),
    }
    let Base::State(state) = &scenario.base else { return text_is_read(scenario, catalog) };
    if state.users.names.len() <= file::MOST_USERS_AS_TEXT {
        text_is_read(scenario, catalog);
    }
    if let Ok(link) = link::encode(scenario.clone())
        && let Ok(again) = link::decode(&link, catalog.revision)
    {
        assert!(again == *scenario, "the link says something else");
    }
}

/// Two users of the same name have a text each in a state with its log, and share one when it is read as text: so the
/// text is read to the same text.
fn text_is_read(scenario: &Scenario, catalog: &Arc<Catalog>) {
    let text = file::to_text(scenario.clone(), catalog);
    match FileReading::of_text(text.clone(), catalog).and_then(FileReading::finish) {
        Ok(again) => assert!(file::to_text(again, catalog) == text, "the text form says something else\n{text}"),
        Err(error) => panic!("the text form is not read: {error}\n{text}"),
    }
}
