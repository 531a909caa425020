//! What a change would lead to, what would mend an error, how two tenants differ: as it is shown, and as it is taken
//! along. The summary comes first; what stays the same is a number.

mod comparison;
mod deed;
mod document;
mod draft;
mod lines;
mod preview;
mod repairs;
mod shape;

pub use comparison::{ComparisonView, Side, comparison};
pub use draft::{DraftView, draft, stages};
pub use lines::{LineView, PersonLine};
pub use preview::{consequences, preview, refused};
pub use repairs::{
    MendingView, MendsView, RepairView, RepairsView, WayView, keep_name, mending, none_instead, repairs, way,
};
pub use shape::{Consequences, Figure, PreviewView, SeatRow};
