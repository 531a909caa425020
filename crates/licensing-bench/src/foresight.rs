//! What looking ahead takes: the preview of a change that many would notice, the repairs of one error, and of all of a
//! group.

use licensing_core::Tenant;
use licensing_foresight::{Keep, Mending, Preview, Repairing, Target, errors_of_group};

use crate::generator::{Failed, add_license};
use crate::measure::{Machine, tenth};

/// Above so many users a repair that changes a large group is tried for minutes, and no bar asks for it.
const MOST_USERS: u32 = 20_000;
/// How often each is done.
const ROUNDS: usize = 5;
/// A group with errors that are mended together has at least so many.
const FEWEST_ERRORS: usize = 3;

impl Machine {
    /// A plan of the group whose size is nearest to a tenth of the users is switched off: processed and compared. Answers
    /// how long that took each time, and what the last preview amounts to.
    pub(crate) fn previews(&self, tenant: &Tenant, users: u32) -> Result<(Vec<u64>, u64), Failed> {
        let (group, product, plans) = tenth(tenant, users)?;
        let (mut durations, mut digest) = (Vec::new(), tenant.digest());
        for plan in plans.iter().take(ROUNDS) {
            let commands = vec![add_license(group, product, vec![*plan])];
            let (preview, took) = self.timed(|| Preview::of(tenant, commands));
            // Some plans cannot be switched off alone.
            if let Ok(preview) = preview.map_err(drop)
                && preview.steps > 0
            {
                durations.push(took);
                digest = preview.after.digest();
            }
        }
        Ok((durations, digest))
    }

    /// The repairs of one error, and of the first errors of a group; nothing of tenants that are too large.
    pub(crate) fn repairs(&self, tenant: &Tenant, users: u32) -> Option<[Vec<u64>; 2]> {
        let mut groups = tenant.groups_in_error().into_iter().filter(|_| users <= MOST_USERS);
        let targets: Vec<Target> = groups
            .find_map(|group| Some(errors_of_group(tenant, group)).filter(|found| found.len() >= FEWEST_ERRORS))?;
        let first = *targets.first()?;
        let one = (0..ROUNDS).map(|_| self.timed(|| Repairing::all(tenant, first, &Keep::ALL)).1);
        let all = (0..ROUNDS).map(|_| self.timed(|| Mending::all(tenant, targets.clone(), &Keep::ALL)).1);
        Some([one.collect(), all.collect()])
    }
}
