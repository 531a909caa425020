//! The small parts that views are made of.

pub(crate) mod chain;
pub(crate) mod checks;
pub(crate) mod choose_files;
pub(crate) mod dialog;
pub(crate) mod icon;
pub(crate) mod later;
pub(crate) mod moment;
pub(crate) mod person;
pub(crate) mod plan_switches;
pub(crate) mod refusal;
pub(crate) mod search_field;
pub(crate) mod seat_bar;
pub(crate) mod segmented;
pub(crate) mod shapes;
pub(crate) mod sources;
pub(crate) mod status;
pub(crate) mod step_controls;
pub(crate) mod tabs;

pub(crate) use chain::Chain;
pub(crate) use checks::Checks;
pub(crate) use choose_files::{ChooseFiles, DropFiles, Many};
pub(crate) use dialog::{Dialog, DialogFoot};
pub(crate) use icon::Pic;
pub(crate) use later::{Fetched, Spot, later, next_turn, soon};
pub(crate) use moment::MomentLink;
pub(crate) use person::Avatar;
pub(crate) use plan_switches::PlanSwitches;
pub(crate) use refusal::RefusalNote;
pub(crate) use search_field::SearchField;
pub(crate) use seat_bar::SeatBar;
pub(crate) use segmented::Segmented;
pub(crate) use shapes::shapes;
pub(crate) use sources::Sources;
pub(crate) use status::{Rule, Sku, StatusTag};
pub(crate) use step_controls::StepControls;
pub(crate) use tabs::{Tab, Tabs};
