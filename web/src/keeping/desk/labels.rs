//! What the list of stored tenants says of each, and which of them was worked on last.

use licensing_scenario::storage::{self, Label, StoreError, TenantId};

use super::DESK;
use crate::keeping::browser::{BrowserStore, draw_tab, now};
use crate::lab::Lab;
use crate::preferences;

/// What the tenant that was worked on last is remembered by: in this tab, and in this browser.
const CURRENT: &str = "tenant";

/// The stored tenants with their labels, the one that was saved last first.
pub(in crate::keeping) fn stored() -> Result<Vec<(TenantId, Label)>, StoreError> {
    let mut all: Vec<_> =
        storage::list(&BrowserStore)?.into_iter().map(|(tenant, label)| (tenant, label.unwrap_or_default())).collect();
    all.sort_by_key(|(_, label)| core::cmp::Reverse(label.saved_at));
    Ok(all)
}

pub(super) fn label_of(tenant: TenantId) -> Label {
    storage::list(&BrowserStore).ok().and_then(|mut labels| labels.remove(&tenant).flatten()).unwrap_or_default()
}

pub(super) fn relabel(lab: Lab, tenant: TenantId, change: impl FnOnce(&mut Label)) {
    let mut label = label_of(tenant);
    change(&mut label);
    // A list that shows what was before does no harm; it is said where the tenant itself is not stored.
    let _ = storage::save_label(&mut BrowserStore, tenant, draw_tab(), &label);
    lab.keeping.count_list();
}

/// Says in the list how large a tenant is and that it was saved now; what it is called, where that is not said yet.
pub(super) fn save_label(lab: Lab, tenant: TenantId, (title, users): (String, usize)) {
    relabel(lab, tenant, |label| {
        if label.title.is_empty() {
            label.title = title;
        }
        label.saved_at = now();
        label.is_deleted = false;
        label.users = u32::try_from(users).unwrap_or(u32::MAX);
    });
    DESK.with_borrow_mut(|desk| {
        if let Some(pen) = desk.pens.get_mut(&tenant) {
            pen.is_label_old = false;
        }
    });
}

/// Remembers that this tenant is worked on.
pub(super) fn remember(tenant: TenantId) {
    let name = format!("{:016x}", tenant.0);
    preferences::remember(CURRENT, &name);
    preferences::remember_in_tab(CURRENT, &name);
}

/// What this tab worked on last, else what this browser did, else what was saved last.
pub(super) fn last_worked_on(stored: &[(TenantId, Label)]) -> Option<TenantId> {
    let there = || stored.iter().filter(|(_, label)| !label.is_deleted).map(|(tenant, _)| *tenant);
    let named = [preferences::recall_in_tab(CURRENT), preferences::recall(CURRENT)];
    let mut named = named.into_iter().flatten().filter_map(|name| u64::from_str_radix(&name, 16).ok()).map(TenantId);
    named.find(|tenant| there().any(|other| other == *tenant)).or_else(|| there().next())
}
