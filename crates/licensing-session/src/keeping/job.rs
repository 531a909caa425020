//! What whoever stores is asked to do.

use std::collections::VecDeque;

use licensing_scenario::storage::{RecordId, TenantId, Unreadable};

use super::Standing;

/// Something to be done by whoever stores; `F` is a file as its platform has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job<F> {
    /// Opens what this tab, or this browser, worked on last.
    Start,
    /// Opens once more what was to be opened last and did not come.
    Again,
    /// Writes down what was done.
    Write,
    /// Looks for what other tabs did.
    Look,
    /// Tries again to store what is not stored.
    Retry,
    /// Stores what is stored nowhere.
    Store,
    /// The page may be closed at any moment.
    Leave,
    /// Opens a stored tenant; of several versions the one that ends with this record.
    Open(TenantId, Option<RecordId>),
    /// Stores another version of the open tenant as a tenant of its own.
    SetApart(RecordId),
    /// Opens the scenario of a link.
    OpenLink(String),
    /// Opens the scenario of a file.
    OpenFile(F),
    /// Opens a scenario in its text form.
    OpenText(String),
    /// Saves the scenario as a file.
    SaveFile,
    /// Saves what is stored of a tenant as it stands there, readable or not.
    SaveStored(TenantId),
    /// Saves what stands in the storage and cannot be read.
    SaveUnreadable(Vec<Unreadable>),
    /// Removes it.
    RemoveUnreadable(Vec<Unreadable>),
    /// Takes over what another tab called the tenant.
    ReadName,
    /// Stores a copy of a stored tenant.
    Duplicate(TenantId),
    /// Gives a stored tenant another name.
    Rename(TenantId, String),
    /// Deletes a stored tenant so that it can be brought back.
    Delete(TenantId),
    /// Brings back a deleted tenant.
    Restore(TenantId),
    /// Removes all of a deleted tenant.
    Erase(TenantId),
}

impl<F> Job<F> {
    /// Whether it may be done where what is shown stands so: inside another page nothing of what is stored is opened,
    /// looked at or written.
    pub fn is_allowed(&self, standing: Standing) -> bool {
        let needs_nothing =
            matches!(self, Job::Again | Job::OpenLink(_) | Job::OpenFile(_) | Job::OpenText(_) | Job::SaveFile);
        needs_nothing || standing != Standing::Embedded
    }

    /// Whether it opens something.
    pub fn opens(&self) -> bool {
        matches!(self, Job::Start | Job::Open(..) | Job::OpenLink(_) | Job::OpenFile(_) | Job::OpenText(_))
    }
}

/// Jobs that wait for whoever does them.
#[derive(Debug)]
pub struct Waiting<F> {
    jobs: VecDeque<Job<F>>,
}

impl<F> Waiting<F> {
    /// Nothing waits.
    pub const fn new() -> Waiting<F> {
        Waiting { jobs: VecDeque::new() }
    }

    /// Has a job wait, where that is of use: what is to be looked for, or said on leaving, is of none later; what was
    /// done is written down once; and of what is to be opened the last alone is shown. Answers whether it was of use.
    pub fn push(&mut self, job: Job<F>) -> bool {
        if matches!(job, Job::Look | Job::Leave | Job::ReadName) {
            return false;
        }
        let is_write = |job: &Job<F>| matches!(job, Job::Write);
        if is_write(&job) && self.jobs.iter().any(is_write) {
            return true;
        }
        if job.opens() {
            self.jobs.retain(|other| !other.opens());
        }
        self.jobs.push_back(job);
        true
    }

    /// The job that is to be done next.
    pub fn pop(&mut self) -> Option<Job<F>> {
        self.jobs.pop_front()
    }
}

impl<F> Default for Waiting<F> {
    fn default() -> Waiting<F> {
        Waiting::new()
    }
}
