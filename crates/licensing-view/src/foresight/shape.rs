//! What a preview and a comparison consist of.

use super::lines::LineView;
use crate::icon::Icon;
use crate::names::ProductName;
use crate::status::Tone;

/// A preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewView {
    /// The command, or how many there are.
    pub title: String,
    /// After how much work, and that nothing has happened.
    pub lead: String,
    /// What the commands are called, in order.
    pub commands: Vec<String>,
    /// The figures; none where nothing changes.
    pub figures: Vec<Figure>,
    /// That nothing changes, where nothing does.
    pub nothing: Option<String>,
    /// How many users are affected, and how many are not.
    pub affected: String,
    /// Users by what becomes of them.
    pub lines: Vec<LineView>,
    /// Seats that change.
    pub seats: Vec<SeatRow>,
    /// Plans that somebody gains, and that somebody loses.
    pub plans: [String; 2],
    /// What becomes of mail.
    pub mail: Vec<String>,
    /// What is missed on the way.
    pub gaps: Vec<String>,
    /// What was not considered, or is not certain.
    pub caveats: Vec<String>,
    /// The whole as text.
    pub text: String,
    /// The whole as Markdown.
    pub markdown: String,
    /// Every user who differs, as comma-separated values.
    pub csv: String,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// How many.
    pub number: String,
    /// Of what.
    pub words: String,
    /// Its drawing.
    pub icon: Icon,
    /// Its color.
    pub tone: Tone,
}

/// The seats of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    /// Which.
    pub product: ProductName,
    /// Used of bought, now.
    pub before: String,
    /// Used of bought, then.
    pub after: String,
    /// Free then.
    pub free: String,
    /// None is free then.
    pub is_full: bool,
}

/// What a preview says in a few lines, beside a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequences {
    /// That nothing changes, where nothing does.
    pub nothing: Option<String>,
    /// The figures.
    pub figures: Vec<Figure>,
    /// What becomes of whom, without names.
    pub lines: Vec<(String, Icon, Tone)>,
    /// What is not certain.
    pub caveats: Vec<String>,
}
