//! Memory for much that comes soon.

use alloc::vec::Vec;

/// What a user's step adds to the log, to what is known of its pages and to the times, in bytes.
const OF_STEP: usize = 40;
/// Fewer steps ask for memory as they need it.
const FEW_STEPS: usize = 1024;

/// Asks once for the memory that so many steps will need, and gives it back to who hands it out. WebAssembly has its memory
/// in pieces of 64 KB: asked for one by one, each takes a quarter of a millisecond, since whoever runs the module counts the
/// whole of it anew.
pub fn ask_for_steps(steps: usize) {
    if cfg!(target_arch = "wasm32") && steps >= FEW_STEPS {
        let mut room = Vec::<u8>::new();
        // Where there is none, each step asks for its own.
        let _ = core::hint::black_box(&mut room).try_reserve_exact(steps.saturating_mul(OF_STEP));
        core::hint::black_box(&room);
    }
}
