//! What is measured.

use std::sync::Arc;

use licensing_core::{AuditLog, History, Tenant};
use licensing_model::{Command, GroupId, Member, PlanId, ProductId, UserId};
use licensing_scenario::{Scenario, file};

use crate::generator::{Failed, GROUPS, Plan, add_license};
use crate::random::Random;

/// What the machine below tells: nothing in the engine knows a clock.
pub(crate) struct Machine {
    /// Nanoseconds since some moment.
    pub(crate) now: fn() -> u64,
    /// The most bytes that were in use so far.
    pub(crate) bytes: fn() -> u64,
}

/// One measurement.
pub(crate) struct Row {
    /// What was measured.
    pub(crate) bench: &'static str,
    /// How long it took.
    pub(crate) nanoseconds: u64,
    /// The most bytes that were in use until its end.
    pub(crate) bytes: u64,
    /// What the tenant amounts to afterwards, the same on every platform.
    pub(crate) digest: u64,
}

/// How many copies of the tenant are made, one after the other.
const COPIES: usize = 9;
/// How often one user's membership is taken and given back: of fewer users the first ones, which nothing has looked at for
/// long, would decide.
const EDITS: usize = 2_000;
/// How often it is taken before that is undone.
const TAKEN: usize = 200;
/// How often a tenant is written as text.
const TEXTS: usize = 3;
/// The text of more users is not for the memory of a page.
const MOST_AS_TEXT: u32 = 100_000;
/// How many of these edits are undone.
const UNDONE: usize = 10;

impl Machine {
    /// Measures everything with tenants of the plan's size, each as the median of some repetitions.
    pub(crate) fn measure(&self, plan: &Plan) -> Result<Vec<Row>, Failed> {
        let rounds = match plan.users() {
            0..50_000 => 9,
            50_000..500_000 => 5,
            _ => 3,
        };
        let (mut set_ups, mut settles) = (Vec::new(), Vec::new());
        let mut bytes = 0;
        let mut tenant = None;
        for round in 0..rounds {
            drop(tenant.take());
            let (fresh, took) = self.timed(|| plan.tenant());
            let fresh = tenant.insert(fresh?);
            set_ups.push(took);
            settles.push(self.timed(|| fresh.settle(u32::MAX)).1);
            // Later rounds find the memory of the first in pieces.
            if round == 0 {
                bytes = (self.bytes)();
            }
        }
        let Some(mut tenant) = tenant else { return Err(Failed::Incomplete) };
        let settled = tenant.digest();
        let row = |bench, nanoseconds, digest| Row { bench, nanoseconds, bytes, digest };
        let mut rows = vec![row("set-up", median(set_ups), settled), row("settle", median(settles), settled)];

        let copies = (0..COPIES).map(|_| self.timed(|| tenant.clone()).1).collect();
        let copied = tenant.clone();
        rows.push(Row { bytes: (self.bytes)(), ..row("copy", median(copies), copied.digest()) });
        drop(copied);

        let (previews, digest) = self.previews(&tenant, plan.users())?;
        rows.push(Row { bytes: (self.bytes)(), ..row("preview", median(previews), digest) });
        for (bench, durations) in
            ["repair", "mend"].into_iter().zip(self.repairs(&tenant, plan.users()).into_iter().flatten())
        {
            rows.push(Row { bytes: (self.bytes)(), ..row(bench, median(durations), tenant.digest()) });
        }

        let edits = self.edits(&mut tenant, plan.users())?;
        rows.push(Row { bytes: (self.bytes)(), ..row("edit", median(edits), tenant.digest()) });
        let changes = self.template_changes(&mut tenant, plan.users())?;
        rows.push(Row { bytes: (self.bytes)(), ..row("template", median(changes), tenant.digest()) });

        let explained = self.explanations(&tenant, plan.users());
        rows.push(Row { bytes: (self.bytes)(), ..row("explain", median(explained), tenant.digest()) });

        let (state, took) = self.timed(|| tenant.state(AuditLog::LeftOut));
        rows.push(Row { bytes: (self.bytes)(), ..row("save", took, tenant.digest()) });
        let (restored, took) = self.timed(|| Tenant::restore(Arc::clone(plan.catalog()), state));
        let restored = restored.map_err(Failed::State)?;
        rows.push(Row { bytes: (self.bytes)(), ..row("restore", took, restored.digest()) });
        drop(restored);
        let mut history = History::new(tenant);
        let undone = self.undo(&mut history, plan.users())?;
        rows.push(Row { bytes: (self.bytes)(), ..row("undo", median(undone), history.tenant().digest()) });
        for (bench, durations) in ["plans", "events"].into_iter().zip(self.requests(&mut history)?) {
            rows.push(Row { bytes: (self.bytes)(), ..row(bench, median(durations), history.tenant().digest()) });
        }
        if plan.users() <= MOST_AS_TEXT {
            let (durations, digest) = self.texts(&history);
            rows.push(Row { bytes: (self.bytes)(), ..row("scenario", median(durations), digest) });
        }
        Ok(rows)
    }

    /// Takes users out of groups, settles, and takes that back one by one.
    fn undo(&self, history: &mut History, users: u32) -> Result<Vec<u64>, Failed> {
        let mut random = Random::new(0x756e_646f);
        for _ in 0..TAKEN {
            let user = UserId::at(random.below(users as usize));
            let Some(group) = history.tenant().groups_of(user).next() else { continue };
            history.apply(Command::RemoveMember(group, Member::User(user)))?;
            history.settle(u32::MAX);
        }
        Ok((0..UNDONE).map(|_| self.timed(|| history.undo()).1).collect())
    }

    /// Takes a user out of a group and back again, settling after each.
    fn edits(&self, tenant: &mut Tenant, users: u32) -> Result<Vec<u64>, Failed> {
        let mut random = Random::new(0x6564_6974);
        let mut durations = Vec::new();
        for _ in 0..EDITS {
            let user = UserId::at(random.below(users as usize));
            let Some(group) = tenant.groups_of(user).next() else { continue };
            for command in
                [Command::RemoveMember(group, Member::User(user)), Command::AddMember(group, Member::User(user))]
            {
                let (settled, took) = self.timed(|| tenant.apply(&command).map(|_| tenant.settle(u32::MAX)));
                settled?;
                durations.push(took);
            }
        }
        Ok(durations)
    }

    /// Switches a plan off and on again in the group whose size is nearest to a tenth of the users.
    fn template_changes(&self, tenant: &mut Tenant, users: u32) -> Result<Vec<u64>, Failed> {
        let (group, product, plans) = tenth(tenant, users)?;
        let mut durations = Vec::new();
        for plan in plans.iter().take(3) {
            for disabled in [vec![*plan], Vec::new()] {
                let command = add_license(group, product, disabled);
                // Some plans cannot be switched off alone.
                let (settled, took) = self.timed(|| tenant.apply(&command).map(|_| tenant.settle(u32::MAX)));
                if settled.is_ok_and(|settled| settled.steps > 0) {
                    durations.push(took);
                }
            }
        }
        Ok(durations)
    }

    /// The tenant as the text of a scenario, with its audit log.
    fn texts(&self, history: &History) -> (Vec<u64>, u64) {
        let mut digest = 0;
        let durations = (0..TEXTS).map(|_| {
            let (text, took) = self.timed(|| {
                let scenario = Scenario::of_moment(String::new(), history, AuditLog::Kept);
                file::to_line(scenario, history.tenant().catalog())
            });
            digest = fnv(text.as_bytes());
            took
        });
        (durations.collect(), digest)
    }

    pub(crate) fn timed<T>(&self, work: impl FnOnce() -> T) -> (T, u64) {
        let start = (self.now)();
        let result = work();
        (result, (self.now)().saturating_sub(start))
    }
}

/// The group whose size is nearest to a tenth of the users, a product that it gives, and that product's plans.
pub(crate) fn tenth(tenant: &Tenant, users: u32) -> Result<(GroupId, ProductId, Vec<PlanId>), Failed> {
    let tenth = users as usize / 10;
    let sized = (0..GROUPS).filter_map(|at| tenant.group(GroupId::at(at)));
    let group = sized.min_by_key(|group| group.users.abs_diff(tenth)).ok_or(Failed::Incomplete)?;
    let (&product, _) = group.template.first_key_value().ok_or(Failed::Incomplete)?;
    let details = tenant.product(product).ok_or(Failed::Incomplete)?;
    Ok((group.group, product, details.plans.into_iter().collect()))
}

/// FNV-1a.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

fn median(mut durations: Vec<u64>) -> u64 {
    durations.sort_unstable();
    durations.get(durations.len() / 2).copied().unwrap_or_default()
}
