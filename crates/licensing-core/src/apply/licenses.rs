//! Setting a group's template (R1), direct licenses (R10), and reprocessing (R3).

use alloc::vec::Vec;

use licensing_model::command::LicenseChange;
use licensing_model::{GroupId, ProductId, Refusal, UserId};

use crate::audit::event::Event;
use crate::rules::attempt::{Attempt, Failure};
use crate::rules::cause::Cause;
use crate::rules::judge::judge;
use crate::rules::switches::switches;
use crate::rules::template_change::{self, Request};
use crate::store::template::{Entry, TemplateId};
use crate::tenant::Tenant;
use crate::tenant::addresses::AddressesOf;
use crate::tenant::changed::Changed;

impl Tenant {
    /// R1.1: the template is set at once, its members are background work.
    pub(super) fn change_group_licenses(&mut self, group: GroupId, change: &LicenseChange) -> Result<(), Refusal> {
        self.check_group(group)?;
        let old = self.template_of(group);
        let licensable = if self.is_licensable(group) { Ok(()) } else { Err(Refusal::GroupNotLicensable(group)) };
        self.check_parts(change, old, licensable, &|_| false)?;
        // Interning the resulting template is the only thing that happens before the last check: a template that
        // nobody carries. It is taken back when the command is refused.
        let mark = self.templates.mark();
        let new = self.changed_template(old, change);
        let facts = self.compile_facts(new);
        if let Err(refusal) = template_change::check_template(self.tables(), &facts) {
            self.templates.take_back(mark);
            return Err(refusal);
        }
        let number = self.next_number();
        self.log(Event::TemplateChanged { number, group, old, new });
        // What the run of the group will judge by is known now.
        self.keep_facts(new, facts);
        if new != old {
            if let Some(record) = self.groups.get_mut(group) {
                record.template = new;
            }
            self.briefs.forget_group(group);
            self.queue_group(group);
            self.show_first_template(group);
        }
        Ok(())
    }

    /// R10: at once and all or nothing.
    pub(super) fn change_user_licenses(&mut self, user: UserId, change: &LicenseChange) -> Result<(), Refusal> {
        self.check_user(user)?;
        let old = self.users.direct.at(user);
        let have = self.outcomes.have(old);
        self.check_parts(change, have, Ok(()), &|product| self.held_products(user).contains(&product))?;
        if !change.add.is_empty() && self.users.location(user).is_none() {
            return Err(Refusal::InvalidUsageLocation);
        }
        let mark = self.templates.mark();
        let want = self.changed_template(have, change);
        let paths = self.paths_in_force(user);
        if want != have {
            let others = self.holding(paths.iter().copied().skip(1));
            let verdict = {
                let (have, want) = (&*self.facts(have), &*self.facts(want));
                let began = others.with(have).products;
                let one_by_one = || self.facts_of(&paths, 0);
                let attempt = Attempt { holding: &others, others: &one_by_one, began: &began, have, want };
                judge(&attempt, &self.ground(user, &AddressesOf { tenant: self, user }))
            };
            match verdict {
                Ok(addresses) => {
                    self.move_seats(have, want, &others.products);
                    let new = self.outcome_in_force(want);
                    self.set_direct_rows(user, new);
                    self.log(Event::DirectChanged { number: self.next_number(), user, old, new });
                    self.change_addresses(user, addresses, self.next_number());
                    self.heed_user(user, Changed::Plans);
                    return Ok(());
                }
                Err(failure) => {
                    self.templates.take_back(mark);
                    return Err(refusal(&failure));
                }
            }
        }
        self.log(Event::DirectChanged { number: self.next_number(), user, old, new: old });
        Ok(())
    }

    /// R1.2, for a group that carries `have` or a user who has it directly.
    fn check_parts(
        &self,
        change: &LicenseChange,
        have: TemplateId,
        licensable: Result<(), Refusal>,
        inherits: &dyn Fn(ProductId) -> bool,
    ) -> Result<(), Refusal> {
        let plans = |product| self.subscription(product).map(|_| self.plans_of(product));
        let have = self.templates.entries(have);
        template_change::check_parts(
            change,
            &Request { catalog: &self.catalog, plans: &plans, have, licensable, inherits },
        )
    }

    /// R1.6: the products after the change; adding a product that is there replaces its disabled plans.
    fn changed_template(&mut self, have: TemplateId, change: &LicenseChange) -> TemplateId {
        let mut entries: Vec<Entry> = self.templates.entries(have).to_vec();
        entries.retain(|entry| !change.remove.contains(&entry.product));
        for license in &change.add {
            let disabled = self.templates.disabled(license.disabled.iter().copied().collect());
            match entries.iter_mut().find(|entry| entry.product == license.product) {
                Some(entry) => entry.disabled = disabled,
                None => entries.push(Entry { product: license.product, disabled }),
            }
        }
        self.templates.intern(entries)
    }

    pub(super) fn reprocess_user(&mut self, user: UserId) -> Result<(), Refusal> {
        self.check_user(user)?;
        self.log(Event::UserReprocessed { number: self.next_number(), user });
        self.queue_user(user);
        Ok(())
    }

    pub(super) fn reprocess_group(&mut self, group: GroupId) -> Result<(), Refusal> {
        self.check_group(group)?;
        if !switches(self.rules).reprocess_group {
            return Err(Refusal::NoGroupReprocess);
        }
        self.log(Event::GroupReprocessed { number: self.next_number(), group });
        self.queue_group(group);
        Ok(())
    }
}

/// The refusal of a direct change for what fails as an error in the background.
fn refusal(failure: &Failure) -> Refusal {
    match failure.marks.first() {
        Some((product, Cause::NoSeat)) => Refusal::NoAvailableLicenses(*product),
        Some((_, Cause::Exclusive { a, b })) => Refusal::PlansExclusive { a: *a, b: *b },
        Some((_, Cause::Lacks { plan } | Cause::WouldStrand { plan })) => Refusal::PrerequisiteMissing { plan: *plan },
        Some((_, Cause::AddressTaken)) => Refusal::AddressTaken,
        Some((_, Cause::Prohibited { .. })) | None => Refusal::InvalidUsageLocation,
    }
}
