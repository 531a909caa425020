//! The small parts that views are made of.

pub mod dialog;
pub mod icon;
pub mod person;
pub mod plan_switches;
pub mod refusal;
pub mod seat_bar;
pub mod segmented;
pub mod status;

pub use dialog::{Dialog, DialogFoot};
pub use icon::Pic;
pub use person::{Avatar, Person};
pub use plan_switches::PlanSwitches;
pub use refusal::RefusalNote;
pub use seat_bar::SeatBar;
pub use segmented::Segmented;
pub use status::{Rule, Sku, StatusTag};
