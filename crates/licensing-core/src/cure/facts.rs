//! Which cures a fact has.

use alloc::vec;
use alloc::vec::Vec;

use licensing_model::{CountryCode, Path, PlanId, ProductId, UserId};

use super::{Carrier, Cure};
use crate::explain::Statement;
use crate::store::subscription::Seats;
use crate::tenant::Tenant;

impl Tenant {
    /// Ways to take a fact of a trace of `user` away, those that change least first; none for what cannot be taken
    /// away.
    pub fn cures(&self, user: UserId, fact: &Statement) -> Vec<Cure> {
        match fact {
            Statement::UnitsAre { product, .. } => {
                vec![Cure::Buy { product: *product, count: self.shortage(*product) }]
            }
            Statement::PlanHeld { user, plan, product, path } => {
                let turn_off = Cure::TurnOff { carrier: Carrier::of(*user, *path), product: *product, plan: *plan };
                let take_away = match path {
                    Path::Direct => Cure::RemoveDirect { user: *user, product: *product },
                    Path::Group(group) => Cure::Leave { user: *user, group: *group },
                };
                vec![take_away, turn_off]
            }
            Statement::PlanWanted { plan, product, group } => vec![
                Cure::Leave { user, group: *group },
                Cure::TurnOff { carrier: Carrier::Group(*group), product: *product, plan: *plan },
            ],
            Statement::LocationOfUser { user, country } => {
                self.other_country(*country).map(|country| Cure::Locate { user: *user, country }).into_iter().collect()
            }
            Statement::LocationOfTenant { country } => match self.other_country(*country) {
                Some(country) => vec![Cure::SetCountry(country), Cure::Locate { user, country }],
                None => Vec::new(),
            },
            Statement::AddressHeld { address, holder } => {
                vec![Cure::TakeAddress { holder: *holder, address: address.clone() }, Cure::Rename(user)]
            }
            Statement::Member { user, group } => vec![Cure::Leave { user: *user, group: *group }],
            Statement::Left { user, group } => vec![Cure::Join { user: *user, group: *group }],
            _ => Vec::new(),
        }
    }

    /// Ways to give a plan one of the plans that it needs, where `carrier` carries it.
    pub fn prerequisites_for(&self, carrier: Carrier, any_of: &[PlanId]) -> Vec<Cure> {
        let carried = self.carried(carrier);
        let mut cures = Vec::new();
        for entry in self.templates.entries(carried) {
            let off = self.templates.plans(entry.disabled);
            for plan in any_of.iter().filter(|plan| off.contains(**plan)) {
                if self.plans_of(entry.product).contains(*plan) {
                    cures.push(Cure::TurnOn { carrier, product: entry.product, plan: *plan });
                }
            }
        }
        for product in self.products().filter(|product| self.templates.entry(carried, *product).is_none()) {
            let plans = self.plans_of(product);
            if let Some(plan) = any_of.iter().copied().find(|plan| plans.contains(*plan)) {
                cures.push(Cure::Add { carrier, product, plan });
            }
        }
        cures
    }

    /// How many units are missing for everybody who waits for one, at least one.
    fn shortage(&self, product: ProductId) -> u32 {
        let Seats { consumed, assignable, .. } = self.subscriptions.seats(product);
        let mut waiting: Vec<UserId> = self.short_rows(product).into_iter().map(|(user, _)| user).collect();
        waiting.sort_unstable();
        waiting.dedup();
        let waiting = u32::try_from(waiting.len()).unwrap_or(u32::MAX).max(1);
        consumed.saturating_add(waiting).saturating_sub(assignable).max(1)
    }

    /// Another country, where nothing is prohibited: the tenant's own, one where another user is, or any.
    fn other_country(&self, not: CountryCode) -> Option<CountryCode> {
        let open = |country: &CountryCode| {
            let prohibitions = &self.tables().prohibitions;
            *country != not && !prohibitions.iter().any(|prohibition| prohibition.countries.contains(country))
        };
        let own = Some(self.country).filter(open);
        own.or_else(|| self.users().filter_map(|user| self.users.location(user)).find(open))
            .or_else(|| Some(CountryCode::NL).filter(open))
            .or_else(|| (0..CountryCode::COUNT).filter_map(CountryCode::from_number).find(open))
    }
}
