//! What is shown, where it is kept, and what was put aside for it.

use licensing_scenario::storage::{RecordId, StoreError, TenantId};

use super::{Beginning, NotOpened, Notice, Presence, Saving, Standing};
use crate::session::Session;

/// A session that is shown no more, with what is known of how it is kept.
#[derive(Debug)]
pub struct Left {
    /// The session itself.
    pub session: Session,
    /// Where it is kept.
    pub standing: Standing,
    /// Whether all of it is stored.
    pub saving: Saving,
}

impl Left {
    /// Whether leaving it for good loses nothing.
    fn is_safe(&self) -> bool {
        is_safe(&self.session, self.standing, self.saving)
    }
}

/// Whether leaving a session that is kept so loses nothing.
fn is_safe(session: &Session, standing: Standing, saving: Saving) -> bool {
    match standing {
        Standing::Embedded => true,
        Standing::Stored(_) => saving == Saving::Done,
        Standing::Untouched | Standing::Visit => !session.was_changed(),
    }
}

/// Where what is shown is kept, and what is put aside. The session that is shown is elsewhere: whoever shows it hands it
/// over when another one comes.
#[derive(Debug)]
pub struct Shelf {
    standing: Standing,
    saving: Saving,
    presence: Presence,
    notices: Vec<Notice>,
    /// What is shown only stands in for what is not there yet.
    is_blank: bool,
    /// What is not shown now, the last one last.
    parked: Vec<Left>,
}

impl Shelf {
    /// Of somebody who begins so.
    pub fn new(beginning: &Beginning) -> Shelf {
        let (standing, presence) = match beginning {
            Beginning::First => (Standing::Untouched, Presence::Here),
            Beginning::Last | Beginning::Link(_) => (Standing::Untouched, Presence::Opening),
            Beginning::Embedded(Some(_)) => (Standing::Embedded, Presence::Opening),
            Beginning::Embedded(None) => (Standing::Embedded, Presence::Here),
            Beginning::Stopped => (Standing::Untouched, Presence::Failed(NotOpened::Stopped)),
            Beginning::LinkStopped => (Standing::Untouched, Presence::Failed(NotOpened::LinkStopped)),
        };
        Shelf {
            standing,
            saving: Saving::Nothing,
            presence,
            notices: Vec::new(),
            is_blank: beginning.is_awaited(),
            parked: Vec::new(),
        }
    }

    /// Where what is shown is kept.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// Whether all of it is stored.
    pub fn saving(&self) -> Saving {
        self.saving
    }

    /// Whether there is something to be shown.
    pub fn presence(&self) -> &Presence {
        &self.presence
    }

    /// What is to be told.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Whether what is shown only stands in for what is not there yet.
    pub fn is_blank(&self) -> bool {
        self.is_blank
    }

    /// Something is to be opened; what is shown waits.
    pub fn await_another(&mut self) {
        self.presence = Presence::Opening;
    }

    /// What was to be opened did not come.
    pub fn fail(&mut self, why: NotOpened) {
        self.presence = Presence::Failed(why);
    }

    /// Whoever stores did not come over the network.
    pub fn miss_desk(&mut self) {
        if self.presence == Presence::Opening {
            self.fail(NotOpened::Network);
        } else if self.saving == Saving::Under {
            self.saving = Saving::Failed(StoreError::Failed);
        }
    }

    /// How something that begins anew is kept: not yet, or not at all inside another page.
    pub fn standing_of_new(&self) -> Standing {
        if self.standing == Standing::Embedded { Standing::Embedded } else { Standing::Untouched }
    }

    /// How something that others made is kept.
    pub fn standing_of_visit(&self) -> Standing {
        if self.standing == Standing::Embedded { Standing::Embedded } else { Standing::Visit }
    }

    /// Another session is shown from now on, which is kept so. The one that was shown is put aside if it would be lost,
    /// and for a visit in any case.
    pub fn show(&mut self, left: Session, standing: Standing, saving: Saving) {
        let left = Left { session: left, standing: self.standing, saving: self.saving };
        let is_visit = standing == Standing::Visit;
        let is_own = left.standing != Standing::Visit;
        if !is_visit {
            self.forget_safe(match standing {
                Standing::Stored(tenant) => Some(tenant),
                _ => None,
            });
        }
        if !self.is_blank && (is_visit && is_own || !left.is_safe()) {
            self.parked.push(left);
        }
        self.arrive(standing, saving);
        // From a copy to one's own, or to the same copy as it was at first.
        if !(is_visit && is_own) && self.has_unsafe() {
            self.tell(Notice::Left);
        }
    }

    /// What was put aside last is to be shown again: answers with it. None where nothing was put aside; what is worked on
    /// last is to be opened then. What is shown now is given to [`Shelf::keep_aside`], or is put aside when that comes.
    pub fn discard(&mut self, shown: &Session) -> Option<Session> {
        let Some(Left { session, standing, saving }) = self.parked.pop() else {
            self.is_blank |= is_safe(shown, self.standing, self.saving);
            return None;
        };
        self.arrive(standing, saving);
        Some(session)
    }

    /// What was discarded can be gone back to, where something was done in it.
    pub fn keep_aside(&mut self, left: Left) {
        if !left.is_safe() {
            self.parked.push(left);
            self.tell(Notice::Left);
        }
    }

    /// Takes what was put aside last and is stored nowhere, to be shown again.
    pub fn take_unsafe(&mut self) -> Option<Left> {
        let at = self.parked.iter().rposition(|left| !left.is_safe())?;
        Some(self.parked.remove(at))
    }

    /// What was to be opened is not wanted any more: what was shown before is shown again. Answers whether there was
    /// something.
    pub fn put_away(&mut self) -> bool {
        if !self.is_blank {
            self.presence = Presence::Here;
        }
        !self.is_blank
    }

    /// It is stored as this tenant from now on; whoever keeps a copy does not go back to what is stored itself.
    pub fn store_as(&mut self, tenant: TenantId) {
        self.standing = Standing::Stored(tenant);
        self.forget_safe(None);
    }

    /// A newer release has written to the tenant: what is done here from now on is stored nowhere.
    pub fn set_adrift(&mut self) {
        self.standing = Standing::Visit;
        self.tell(Notice::Newer);
    }

    /// Whether something could not be stored, and is to be tried again.
    pub fn is_unsaved(&self) -> bool {
        matches!((self.standing, self.saving), (Standing::Stored(_), Saving::Failed(_)))
    }

    /// Notes whether all of what is shown is stored.
    pub fn note(&mut self, saving: Saving) {
        self.saving = saving;
    }

    /// Notes whether all of a tenant is stored, whether it is shown now or put aside.
    pub fn note_of(&mut self, tenant: TenantId, saving: Saving) {
        let standing = Standing::Stored(tenant);
        if self.standing == standing {
            self.saving = saving;
        }
        self.parked.iter_mut().filter(|left| left.standing == standing).for_each(|left| left.saving = saving);
    }

    /// Adds something to be told, once.
    pub fn tell(&mut self, notice: Notice) {
        if let Notice::Apart(_) = notice {
            // The newest of the other way stands for it.
            self.notices.retain(|notice| !matches!(notice, Notice::Apart(_)));
        }
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    /// It was read.
    pub fn told(&mut self, notice: &Notice) {
        self.notices.retain(|other| other != notice);
    }

    /// Another version of the tenant is a tenant of its own now.
    pub fn told_version(&mut self, head: RecordId) {
        self.notices.iter_mut().for_each(|notice| {
            if let Notice::Versions(heads) = notice {
                heads.retain(|other| *other != head);
            }
        });
        self.notices.retain(|notice| *notice != Notice::Versions(Vec::new()));
    }

    /// A tenant that is gone is not gone back to.
    pub fn forget_tenant(&mut self, tenant: TenantId) {
        self.parked.retain(|left| left.standing != Standing::Stored(tenant));
    }

    /// Whether closing the page would lose something that was done: in `shown`, or in what is put aside.
    pub fn is_at_risk(&self, shown: &Session) -> bool {
        let is_unsafe = match self.standing {
            Standing::Untouched | Standing::Visit => shown.was_changed(),
            Standing::Stored(_) => !matches!(self.saving, Saving::Done | Saving::Nothing),
            Standing::Embedded => false,
        };
        is_unsafe || self.has_unsafe()
    }

    /// Documents that nobody loses are not gone back to any more, and none of a tenant that is shown or gone.
    fn forget_safe(&mut self, tenant: Option<TenantId>) {
        let is_of = |left: &Left| tenant.is_some_and(|tenant| left.standing == Standing::Stored(tenant));
        self.parked.retain(|left| !left.is_safe() && !is_of(left));
    }

    /// Whether something is put aside that is stored nowhere.
    fn has_unsafe(&self) -> bool {
        self.parked.iter().any(|left| !left.is_safe())
    }

    fn arrive(&mut self, standing: Standing, saving: Saving) {
        // What was told of the tenant before says nothing of another.
        self.notices.retain(|notice| *notice == Notice::Restarted);
        self.standing = standing;
        self.saving = saving;
        self.presence = Presence::Here;
        self.is_blank = false;
    }
}
