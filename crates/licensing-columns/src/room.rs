//! Memory for much that comes soon.

use alloc::vec::Vec;

/// What a user's step adds to the log, to what is known of its pages and to the times, in bytes.
const OF_STEP: usize = 48;
/// Fewer steps ask for memory as they need it.
const FEW_STEPS: usize = 1024;

/// Asks once for the memory that so many steps will need, and gives it back to who hands it out. WebAssembly has its memory
/// in pieces of 64 KB: asked for one by one, each takes a quarter of a millisecond, since whoever runs the module counts the
/// whole of it anew.
pub fn ask_for_steps(steps: usize) {
    if cfg!(target_arch = "wasm32") && steps >= FEW_STEPS {
        let before = memory();
        ask_for(steps.saturating_mul(OF_STEP));
        // Where there was not enough, the next will not find enough either: a part of all there is more.
        if memory() != before {
            ask_for(memory() / 16);
        }
    }
}

fn ask_for(bytes: usize) {
    let mut room = Vec::<u8>::new();
    // Where there is none, each step asks for its own.
    let _ = core::hint::black_box(&mut room).try_reserve_exact(bytes);
    core::hint::black_box(&room);
}

/// How many bytes a module has in all.
#[cfg(target_arch = "wasm32")]
fn memory() -> usize {
    core::arch::wasm32::memory_size::<0>().saturating_mul(64 * 1024)
}

/// Elsewhere memory is given where it is first written to, and nothing is to be asked for.
#[cfg(not(target_arch = "wasm32"))]
fn memory() -> usize {
    0
}
