//! R1: the template of a group. R10: the direct licenses of a user.

use std::collections::BTreeSet;

use licensing_model::assignment::Path;
use licensing_model::command::{GroupKind, LicenseChange};
use licensing_model::snapshot::RunTarget;
use licensing_model::{GroupId, PlanId, ProductId, Refusal, RuleSet, UserId};

use crate::change::{Change, Failure};
use crate::checks::clash;
use crate::dynamic::Heed;
use crate::model::{Licenses, Model};

impl Model {
    /// R1: changes the template of a group.
    pub(crate) fn change_group_licenses(&mut self, id: GroupId, change: &LicenseChange) -> Result<(), Refusal> {
        self.check_group(id)?;
        self.check_lists(change)?;
        let group = &self.groups[&id];
        if !change.add.is_empty() && !self.licensable(group.kind) {
            return Err(Refusal::GroupNotLicensable(id));
        }
        for product in &change.remove {
            if !group.template.contains_key(product) {
                return Err(Refusal::LicenseNotHeld(*product));
            }
        }
        let template = changed(&group.template, change);
        self.check_template_prerequisites(&template)?;
        self.check_template_pairs(&template)?;

        // R1.1: an identical template changes and queues nothing.
        if template != group.template
            && let Some(group) = self.groups.get_mut(&id)
        {
            group.template = template;
            group.ever_licensed = true;
            self.request(RunTarget::Group(id));
        }
        Ok(())
    }

    /// R10: changes the direct licenses of a user, at once, all or nothing.
    pub(crate) fn change_user_licenses(&mut self, id: UserId, change: &LicenseChange) -> Result<(), Refusal> {
        self.check_user(id)?;
        self.check_lists(change)?;
        let user = self.users[&id].clone();
        for product in &change.remove {
            if !user.rows.contains_key(&(*product, Path::Direct)) {
                return Err(match user.holds(*product) {
                    true => Refusal::LicenseInherited(*product),
                    false => Refusal::LicenseNotHeld(*product),
                });
            }
        }
        if !change.add.is_empty() && user.location.is_none() {
            return Err(Refusal::InvalidUsageLocation);
        }
        let have = user.in_force_by(Path::Direct);
        let want = changed(&have, change);
        if want == have {
            return Ok(());
        }
        let step = Change {
            id,
            user: &user,
            at_start: &user,
            path: Path::Direct,
            have,
            want: want.clone(),
            country: user.location,
        };
        let addresses = self.judge(&step).map_err(refusal)?;
        self.succeed(id, Path::Direct, &want, addresses);
        self.date_rows(id, &user);
        self.heed(id, Heed::Plans);
        Ok(())
    }

    /// R1.2: what both kinds of change refuse, in its order.
    fn check_lists(&self, change: &LicenseChange) -> Result<(), Refusal> {
        for license in &change.add {
            self.check_product(license.product)?;
            for plan in &license.disabled {
                self.check_plan(*plan)?;
            }
        }
        for product in &change.remove {
            self.check_product(*product)?;
        }
        let added: Vec<ProductId> = change.add.iter().map(|license| license.product).collect();
        for list in [&added, &change.remove] {
            for (at, product) in list.iter().enumerate() {
                if list[..at].contains(product) {
                    return Err(Refusal::ProductTwice(*product));
                }
            }
        }
        if added.is_empty() && change.remove.is_empty() {
            return Err(Refusal::NoLicenseChanges);
        }
        for product in added.iter().chain(&change.remove) {
            if !self.units.contains_key(product) {
                return Err(Refusal::ProductNotInTenant(*product));
            }
        }
        for product in &added {
            if change.remove.contains(product) {
                return Err(Refusal::ProductInBothLists(*product));
            }
        }
        for license in &change.add {
            for plan in &license.disabled {
                if !self.plans_of(license.product).contains(plan) {
                    return Err(Refusal::PlanNotInProduct { product: license.product, plan: *plan });
                }
            }
        }
        Ok(())
    }

    /// Which kinds of group can be licensed, by rule set.
    fn licensable(&self, kind: GroupKind) -> bool {
        match self.rules {
            RuleSet::Rules2019 => kind == GroupKind::Security,
            RuleSet::Today => matches!(kind, GroupKind::Security | GroupKind::Microsoft365Security),
        }
    }

    /// The enabled plans of a template, by product.
    fn template_plans(&self, template: &Licenses) -> Vec<(ProductId, BTreeSet<PlanId>)> {
        template.iter().map(|(product, disabled)| (*product, self.enabled(*product, disabled))).collect()
    }

    /// R1.3: inside the resulting template every enabled plan has a prerequisite.
    fn check_template_prerequisites(&self, template: &Licenses) -> Result<(), Refusal> {
        let enabled: BTreeSet<PlanId> =
            self.template_plans(template).into_iter().flat_map(|(_, plans)| plans).collect();
        for (plan, any_of) in self.prerequisites() {
            if enabled.contains(&plan) && any_of.is_disjoint(&enabled) {
                return Err(Refusal::PrerequisiteMissing { plan });
            }
        }
        Ok(())
    }

    /// R1.4: inside the resulting template no two enabled plans of different products are exclusive.
    fn check_template_pairs(&self, template: &Licenses) -> Result<(), Refusal> {
        let enabled = self.template_plans(template);
        match self.exclusive_pairs().into_iter().find(|(a, b)| clash(&enabled, *a, *b)) {
            Some((a, b)) => Err(Refusal::PlansExclusive { a, b }),
            None => Ok(()),
        }
    }
}

/// R1.6: adding replaces the disabled plans; adds and removes are one change.
fn changed(before: &Licenses, change: &LicenseChange) -> Licenses {
    let mut after = before.clone();
    for product in &change.remove {
        after.remove(product);
    }
    for license in &change.add {
        after.insert(license.product, license.disabled.iter().copied().collect());
    }
    after
}

/// R10: how a direct change that fails a check is refused: with the first product, pair or plan in catalog order.
fn refusal(failure: Failure) -> Refusal {
    match failure {
        Failure::Location(_) => Refusal::InvalidUsageLocation,
        Failure::Seats(products) => Refusal::NoAvailableLicenses(products[0]),
        Failure::Exclusive(pairs) => Refusal::PlansExclusive { a: pairs[0].0, b: pairs[0].1 },
        Failure::Dependency(lacks) => Refusal::PrerequisiteMissing { plan: lacks[0].plan },
        Failure::Addresses(_) => Refusal::AddressTaken,
    }
}
