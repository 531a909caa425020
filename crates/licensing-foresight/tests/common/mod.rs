//! Random worlds for the tests of this crate.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use licensing_conformance::cast::Cast;
use licensing_conformance::compare::Operation;
use licensing_conformance::generate::{Generator, Mood};
use licensing_conformance::random::Random;
use licensing_core::Tenant;
use licensing_model::{Catalog, Command};

/// A world on its way, with what is asked of it next.
pub(crate) struct World {
    generator: Generator,
    pub(crate) tenant: Tenant,
}

impl World {
    pub(crate) fn new(catalog: &Arc<Catalog>, seed: u64) -> World {
        let cast = Cast::starter(catalog, &mut Random::new(!seed));
        let mut generator = Generator::new(seed, cast, Mood::Wild);
        let tenant = Tenant::new(Arc::clone(catalog), generator.settings());
        World { generator, tenant }
    }

    /// The next command that would be asked of the world; steps on the way are taken.
    pub(crate) fn next_command(&mut self) -> Command {
        loop {
            match self.generator.next_operation(&self.tenant.snapshot()) {
                Operation::Command(command) => return command,
                Operation::Step => drop(self.tenant.step()),
            }
        }
    }

    pub(crate) fn travel(&mut self, commands: usize) {
        for _ in 0..commands {
            let command = self.next_command();
            let _ = self.tenant.apply(&command);
        }
    }
}

/// What then happens: the commands, one after the other, and steps until nothing waits; none where one is refused.
pub(crate) fn happen(tenant: &Tenant, commands: &[Command]) -> Option<Tenant> {
    let mut tenant = tenant.clone();
    for command in commands {
        tenant.apply(command).ok()?;
    }
    while tenant.step().is_some() {}
    Some(tenant)
}

/// Runs `of` for every seed on as many threads as there are processors, and adds up what it answers.
pub(crate) fn for_seeds(seeds: std::ops::Range<u64>, of: impl Fn(u64) -> usize + Sync) -> usize {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let next = std::sync::atomic::AtomicU64::new(seeds.start);
    std::thread::scope(|scope| {
        let work = || {
            let mut sum = 0;
            loop {
                let seed = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                if seed >= seeds.end {
                    return sum;
                }
                sum += of(seed);
            }
        };
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        handles.into_iter().map(|handle| handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).sum()
    })
}

/// How many random cases are tried of what takes long: a fifth of what `cargo xtask test --heavy` asks for.
pub(crate) fn cases() -> usize {
    std::env::var("LAB_FORESIGHT_CASES").map_or(20_000, |cases| cases.parse().expect("a number of cases"))
}
