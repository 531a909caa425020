//! Columns and cells: what a table is made of, whatever it lists.

use licensing_model::{Command, ContactId, ProductId};

use super::ColumnKey;
use crate::icon::Icon;
use crate::linked::Linked;
use crate::names::{PersonName, ProductName};
use crate::route::{Address, Route, WhyTarget};
use crate::seats::Seats;
use crate::status::Status;

/// Whether and how a column can be sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorting {
    /// It cannot.
    None,
    /// By what it holds.
    ByValue,
    /// By time; the rows come in its order, the newest first.
    NewestFirst,
}

/// How wide a column is where rows are drawn as they scroll, so that it does not change while they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// A name.
    Name,
    /// A long text.
    Wide,
    /// A word or two.
    Middle,
    /// A number.
    Narrow,
    /// A button or two.
    Buttons,
    /// One with a word and two with signs.
    ManyButtons,
}

/// How narrow a table may become before a column is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    /// It is never left out.
    Always,
    /// On the screen of a phone it is.
    BeyondPhones,
    /// It needs a wide table.
    Wide,
    /// It needs a wide table, and in a long list, whose columns have fixed widths, a very wide one.
    VeryWide,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which.
    pub key: ColumnKey,
    /// What it is called, in full; empty above buttons.
    pub name: String,
    /// A product's tag that stands in its head instead of the name.
    pub tag: Option<String>,
    /// Numbers, which stand on the right.
    pub is_number: bool,
    /// Where it is shown.
    pub stays: Stays,
    /// Whether it can be sorted.
    pub sorting: Sorting,
    /// How wide it is.
    pub width: Width,
}

impl Column {
    /// A column of words that can be sorted and disappears on a narrow screen.
    pub fn new(key: ColumnKey, name: impl Into<String>, width: Width) -> Column {
        let sorting = Sorting::ByValue;
        Column { key, name: name.into(), tag: None, is_number: false, stays: Stays::Wide, sorting, width }
    }

    /// Above buttons.
    pub fn buttons() -> Column {
        Column::new(ColumnKey::Actions, "", Width::Buttons).kept().unsorted()
    }

    /// The same, shown on a narrow screen too.
    pub fn kept(self) -> Column {
        Column { stays: Stays::Always, ..self }
    }

    /// The same, left out of a long list before others are.
    pub fn dropped_first(self) -> Column {
        Column { stays: Stays::VeryWide, ..self }
    }

    /// The same, of numbers.
    pub fn number(self) -> Column {
        Column { is_number: true, ..self }
    }

    /// The same, not to be sorted.
    pub fn unsorted(self) -> Column {
        self.sorted(Sorting::None)
    }

    /// The same, sorted otherwise.
    pub fn sorted(self, sorting: Sorting) -> Column {
        Column { sorting, ..self }
    }

    /// Whether it holds something to be read, and not only buttons.
    pub fn is_data(&self) -> bool {
        !self.name.is_empty()
    }
}

/// What stands below a name on a narrow screen, for the columns that have no room there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Below {
    /// A state.
    Status(Status),
    /// Words.
    Text(String),
}

/// How loud a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// As loud as any.
    Plain,
    /// Not the first thing to be read.
    Dim,
    /// An answer that says that there is nothing.
    Faint,
    /// An id, which is read letter by letter.
    Code,
}

/// What stands in one column of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Words.
    Text(String, Voice),
    /// A user.
    Person(PersonName, Option<Below>),
    /// What the row is about, other than a user: a link, perhaps with a product's tag before it.
    Title(Linked, Option<String>, Option<Below>),
    /// Words that lead somewhere, with what stands between them.
    Links(Vec<Linked>, &'static str),
    /// Products by their tags.
    Tags(Vec<ProductName>),
    /// A state.
    Status(Status),
    /// A state that says how many, what they are, and where they are shown.
    Count(Status, String, Address),
    /// How many seats are assigned, as a bar.
    Bar(Seats),
    /// A part, which may lead somewhere, and its whole, such as `7` and `of 10`.
    Part(Linked, String),
    /// What can be done with the row: its explanation, and commands.
    Actions(Vec<RowAction>),
}

impl Cell {
    /// Its words alone.
    pub fn plain(&self) -> String {
        match self {
            Cell::Blank | Cell::Actions(_) => String::new(),
            Cell::Text(text, _) => text.clone(),
            Cell::Person(person, _) => person.name.clone(),
            Cell::Title(title, _, _) => title.text.clone(),
            Cell::Links(links, between) => {
                links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join(between)
            }
            Cell::Tags(products) => products.iter().map(|product| product.name.as_str()).collect::<Vec<_>>().join(", "),
            Cell::Status(status) | Cell::Count(status, ..) => status.word.clone(),
            Cell::Bar(seats) => seats.sentence.clone(),
            Cell::Part(part, whole) => format!("{} {whole}", part.text),
        }
    }
}

/// A button of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowAction {
    /// What it does, and to what.
    pub label: String,
    /// What stands on it.
    pub face: Face,
    /// What it does.
    pub act: Act,
    /// It is there when it is looked for, and not to be noticed before.
    pub is_quiet: bool,
}

/// What stands on a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Face {
    /// A word.
    Word(String),
    /// A drawing.
    Icon(Icon),
}

/// What a button of a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Explains a path.
    Why(WhyTarget),
    /// Sends a command.
    Send(Command),
    /// Shows what a command would lead to.
    Look(Command),
    /// Asks for the units of a product.
    AskUnits(ProductId),
    /// Asks for the name and the addresses of a contact.
    AskContact(ContactId),
    /// Opens or closes the details of the row.
    Details,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Which, as long as the list is.
    pub id: u32,
    /// What it is about, for the labels of its buttons.
    pub name: String,
    /// One a column.
    pub cells: Vec<Cell>,
    /// Where Enter leads.
    pub route: Option<Route>,
    /// What explains it.
    pub why: Option<WhyTarget>,
}

/// What can be done with rows that are selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BulkKind {
    /// Ask for licenses for users or groups.
    Assign,
    /// Ask which group users join.
    AddToGroup,
    /// Process users or groups again.
    Reprocess,
    /// Take users out of the group, or a license from users or groups.
    Remove,
    /// Delete users or groups.
    Delete,
    /// Bring users or groups back.
    Restore,
    /// Let rows of the catalog count.
    TurnOn,
    /// Let them count no more.
    TurnOff,
}

/// A button for all rows that are selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulk {
    /// What it does.
    pub kind: BulkKind,
    /// The word on its button.
    pub word: String,
    /// The drawing beside it.
    pub icon: Icon,
    /// It takes something away.
    pub is_danger: bool,
    /// The most rows that it is done to in one go, and a sentence that says so.
    pub at_most: Option<(usize, String)>,
}
