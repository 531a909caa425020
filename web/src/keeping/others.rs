//! Stored tenants that are looked at without being opened.

use leptos::prelude::*;
use licensing_scenario::storage::TenantId;
use licensing_session::Session;
use licensing_session::keeping::Standing;

use super::{desk, opening};
use crate::lab::Lab;
use crate::slices::IsWanted;

/// The stored tenants beside the one that is shown, each with what it is called. Inside another page none is looked at.
pub(crate) fn others(lab: Lab) -> Vec<(TenantId, String)> {
    lab.keeping.listed.track();
    let shown = lab.keeping.standing.get();
    if shown == Standing::Embedded {
        return Vec::new();
    }
    let is_other = |tenant: TenantId| shown != Standing::Stored(tenant);
    let stored = desk::stored().unwrap_or_default().into_iter();
    let others = stored.filter(|(tenant, label)| is_other(*tenant) && !label.is_deleted);
    others.map(|(tenant, label)| (tenant, label.title)).collect()
}

/// A stored tenant, which is not shown; none where it cannot be read, or is not wanted any more.
pub(crate) async fn read(lab: Lab, is_wanted: IsWanted<'_>, tenant: TenantId) -> Option<Session> {
    let stored = opening::stored(lab, tenant, None).await.ok()?;
    let (session, _) = opening::version(lab, is_wanted, &stored).await.ok()??;
    Some(session)
}
