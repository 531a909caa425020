//! One file, token by token. It may hold several answers one behind the other, as pasted ones do.

use std::sync::Arc;

use licensing_model::Guid;

use super::builder::Builder;
use super::shape::{self, Collection};
use crate::error::{Counted, Fault, ImportError, Problem, Wanted, brief};
use crate::json::{Decoder, Lexer, Node, Reference, Token, Value};
use crate::limits::MOST_MEMBERS;
use crate::read::path::At;
use crate::read::values;
use crate::records::reference;

/// What takes the records.
pub(crate) trait Sink {
    /// One record. Paths of problems begin at the record.
    fn record(&mut self, collection: Collection, record: &Node) -> Result<(), Problem>;
    /// A property of an answer or a bundle that is passed over.
    fn passed_over(&mut self, resource: &'static str, name: &str);
    /// A property that says something about a whole bundle.
    fn about(&mut self, name: &str, value: &Node) -> Result<(), Problem>;
    /// Members of a group that were listed on their own.
    fn members(&mut self, group: Guid, members: Vec<Reference>, line: u32) -> Result<(), Problem>;
    /// The end of a page. `next` is the address of the one that follows.
    fn page(&mut self, page: Page, next: Option<&str>, line: u32) -> Result<(), Problem>;
}

/// What a page is one of.
pub(crate) type Page = (Collection, Option<Guid>);

/// Properties of a bundle that hold no collection.
const ABOUT: [&str; 5] = ["format", "version", "exportedAt", "exportedBy", "simulator"];

/// So many bytes of a beginning are looked at.
const BEGINNING: usize = 1_000;

/// Whether a text begins as a table of values with separators between them does, such as `Export-Csv` writes.
fn is_table(beginning: &str) -> bool {
    let text = beginning.trim_start_matches('\u{feff}').trim_start();
    let line = text.lines().next().unwrap_or_default();
    let is_json = text.starts_with(['{', '[']);
    !is_json && (line.starts_with("#TYPE") || line.contains([',', ';', '\t']))
}

/// A file that is being read.
pub(crate) struct Reader {
    name: Arc<str>,
    decoder: Decoder,
    lexer: Lexer,
    /// How the text begins, to tell what it is instead of JSON.
    beginning: String,
    /// The lists and objects around the next record, the outermost first.
    levels: Vec<Level>,
    builder: Option<Builder>,
    /// The group whose id the file has as its name.
    named_after: Option<Guid>,
    has_documents: bool,
}

enum Level {
    Object(Object),
    Records {
        collection: Option<Collection>,
        next: usize,
        members: Vec<Reference>,
    },
    /// A value that is passed over, and how many lists and objects of it are open.
    PassedOver {
        open: usize,
    },
}

/// An answer of Graph, or a bundle.
#[derive(Default)]
struct Object {
    line: u32,
    /// The name that the next value has.
    name: String,
    names: Vec<String>,
    is_answer: bool,
    is_bundle: bool,
    /// What the list is, where something said so.
    collection: Option<Collection>,
    group: Option<Guid>,
    next: Option<String>,
    members: Vec<Reference>,
}

impl Reader {
    /// A file of this name, of which nothing was read.
    pub(crate) fn new(name: Arc<str>) -> Reader {
        let named_after = shape::guid_in(&name, "");
        Reader {
            name,
            decoder: Decoder::default(),
            lexer: Lexer::new(),
            beginning: String::new(),
            levels: Vec::new(),
            builder: None,
            named_after,
            has_documents: false,
        }
    }

    /// The file's name.
    pub(crate) const fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// Reads on in the next bytes.
    pub(crate) fn push(&mut self, piece: &[u8], sink: &mut dyn Sink) -> Result<(), Box<ImportError>> {
        let piece = self.decoder.decode(piece);
        let room = BEGINNING.saturating_sub(self.beginning.len());
        self.beginning.push_str(&String::from_utf8_lossy(piece.get(..room).unwrap_or(&piece)));
        self.lexer.push(&piece);
        self.read(sink).map_err(|problem| problem.in_file(&self.name))
    }

    /// Ends the file.
    pub(crate) fn end(&mut self, sink: &mut dyn Sink) -> Result<(), Box<ImportError>> {
        self.lexer.push(&self.decoder.end());
        self.lexer.end();
        self.read(sink).map_err(|problem| problem.in_file(&self.name))
    }

    fn read(&mut self, sink: &mut dyn Sink) -> Result<(), Problem> {
        let is_table = !self.has_documents && is_table(&self.beginning);
        let Reader { lexer, levels, builder, named_after, has_documents, .. } = self;
        loop {
            let token = match lexer.next() {
                Ok(None) => return Ok(()),
                Ok(Some(token)) => token,
                Err(Fault::Truncated) if !*has_documents => {
                    return Err(At::ROOT.problem(lexer.line(), Fault::Empty));
                }
                Err(_) if is_table => return Err(At::ROOT.problem(lexer.line(), Fault::Csv)),
                Err(fault) => {
                    let line = lexer.line();
                    let problem = match builder {
                        Some(builder) => builder.problem(line, fault),
                        None => At::ROOT.problem(line, fault),
                    };
                    return Err(problem.below(&path(levels)));
                }
            };
            let (line, token) = token;
            if is_table && !*has_documents {
                return Err(At::ROOT.problem(line, Fault::Csv));
            }
            *has_documents = true;
            let mut state = State { levels, builder, named_after: *named_after, sink };
            state.take(token, line)?;
        }
    }
}

/// What changes with a token.
struct State<'a> {
    levels: &'a mut Vec<Level>,
    builder: &'a mut Option<Builder>,
    named_after: Option<Guid>,
    sink: &'a mut dyn Sink,
}

impl State<'_> {
    fn take(&mut self, token: Token<'_>, line: u32) -> Result<(), Problem> {
        if self.builder.is_some() {
            return self.build(token, line);
        }
        match (self.levels.last_mut(), token) {
            (None, Token::OpenObject) => self.open(Object { line, ..Object::default() }),
            (None, Token::OpenList) => self.open_records(None),
            (None, _) => Err(self.unexpected(token, line, Wanted::Collection)),
            (Some(Level::Object(object)), Token::Name(name)) => {
                let problem = object.begin(name).err();
                problem.map_or(Ok(()), |fault| Err(self.problem(line, fault)))
            }
            (Some(Level::Object(_)), Token::CloseObject) => self.close_object(),
            (Some(Level::Object(_)), _) => self.property(token, line),
            (Some(Level::Records { .. }), Token::CloseList) => self.close_records(line),
            (Some(Level::Records { .. }), Token::OpenObject | Token::Text(_)) => {
                *self.builder = Some(Builder::default());
                self.build(token, line)
            }
            (Some(Level::Records { .. }), _) => Err(self.unexpected(token, line, Wanted::Object)),
            (Some(Level::PassedOver { .. }), _) => {
                self.pass_over(token);
                Ok(())
            }
        }
    }

    /// Goes on with a value that is passed over.
    fn pass_over(&mut self, token: Token<'_>) {
        let Some(Level::PassedOver { open }) = self.levels.last_mut() else { return };
        match token {
            Token::OpenObject | Token::OpenList => *open = open.saturating_add(1),
            Token::CloseObject | Token::CloseList => *open = open.saturating_sub(1),
            _ => {}
        }
        if *open == 0 {
            self.levels.pop();
        }
    }

    fn open(&mut self, object: Object) -> Result<(), Problem> {
        self.levels.push(Level::Object(object));
        Ok(())
    }

    fn open_records(&mut self, collection: Option<Collection>) -> Result<(), Problem> {
        self.levels.push(Level::Records { collection, next: 0, members: Vec::new() });
        Ok(())
    }

    /// The value of a property of an answer or a bundle begins.
    fn property(&mut self, token: Token<'_>, line: u32) -> Result<(), Problem> {
        let is_inner = self.levels.len() > 1;
        let Some(Level::Object(object)) = self.levels.last_mut() else { return Ok(()) };
        let name = object.name.as_str();
        if name == "value" && !object.is_bundle {
            object.is_answer = true;
            let collection = object.collection;
            return match token {
                Token::OpenList => self.open_records(collection),
                _ => Err(self.unexpected(token, line, Wanted::List)),
            };
        }
        let held = shape::in_a_bundle(name).filter(|_| !is_inner && !object.is_answer);
        if let Some(collection) = held {
            object.is_bundle = true;
            return match token {
                Token::OpenList => self.open_records(Some(collection)),
                Token::OpenObject => self.open(Object { line, collection: Some(collection), ..Object::default() }),
                _ => Err(self.unexpected(token, line, Wanted::Collection)),
            };
        }
        let is_about = name.contains('@') || (!is_inner && (name == "error" || ABOUT.contains(&name)));
        if !is_about {
            let resource = if object.is_bundle { "bundle" } else { "answer" };
            self.sink.passed_over(resource, name);
            self.levels.push(Level::PassedOver { open: 0 });
            self.pass_over(token);
            return Ok(());
        }
        *self.builder = Some(Builder::default());
        self.build(token, line)
    }

    /// Goes on with a record, or with a value about the file.
    fn build(&mut self, token: Token<'_>, line: u32) -> Result<(), Problem> {
        let Some(builder) = self.builder else { return Ok(()) };
        let complete = builder.add(token, line).map_err(|problem| problem.below(&path(self.levels)))?;
        let Some(node) = complete else { return Ok(()) };
        *self.builder = None;
        self.complete(&node).map_err(|problem| problem.below(&path(self.levels)))?;
        if let Some(Level::Records { next, .. }) = self.levels.last_mut() {
            *next += 1;
        }
        Ok(())
    }

    fn complete(&mut self, node: &Node) -> Result<(), Problem> {
        match self.levels.last_mut() {
            Some(Level::Records { collection, members, .. }) => {
                let found = collection.or_else(|| shape::of_record(node));
                let Some(of) = found else { return Err(At::ROOT.problem(node.line, Fault::Unrecognized)) };
                *collection = Some(of);
                if of == Collection::Members {
                    members.push(reference::read(node, &At::ROOT)?);
                    let most = MOST_MEMBERS as u64;
                    let too_many = || At::ROOT.problem(node.line, Fault::TooMany { what: Counted::Members, most });
                    return if members.len() > MOST_MEMBERS { Err(too_many()) } else { Ok(()) };
                }
                self.sink.record(of, node)
            }
            Some(Level::Object(object)) => {
                if object.name.contains('@') {
                    object.annotate(node)
                } else if object.name == "error" {
                    let text = match &node.value {
                        Value::Object(parts) => {
                            parts.iter().find(|(name, _)| &**name == "message").map(|(_, node)| node)
                        }
                        _ => Some(node),
                    };
                    let text = text.and_then(|node| values::text(node, &At::ROOT).ok()).unwrap_or_default();
                    Err(At::ROOT.problem(node.line, Fault::GraphError(brief(text))))
                } else {
                    self.sink.about(&object.name, node)
                }
            }
            Some(Level::PassedOver { .. }) | None => Ok(()),
        }
    }

    /// A list of records ends.
    fn close_records(&mut self, line: u32) -> Result<(), Problem> {
        let path = path(self.levels);
        let Some(Level::Records { collection, members: listed, .. }) = self.levels.pop() else { return Ok(()) };
        match self.levels.last_mut() {
            Some(Level::Object(object)) => {
                object.collection = object.collection.or(collection);
                object.members = listed;
                Ok(())
            }
            _ if collection == Some(Collection::Members) => {
                let group = self.named_after.ok_or_else(|| At::ROOT.problem(line, Fault::WhoseMembers).below(&path))?;
                self.sink.members(group, listed, line)
            }
            _ => Ok(()),
        }
    }

    /// An answer or a bundle ends.
    fn close_object(&mut self) -> Result<(), Problem> {
        let path = path(self.levels.get(..self.levels.len().saturating_sub(1)).unwrap_or_default());
        let Some(Level::Object(object)) = self.levels.pop() else { return Ok(()) };
        let line = object.line;
        let problem = |fault| At::ROOT.problem(line, fault).below(&path);
        if object.is_bundle {
            return Ok(());
        }
        if !object.is_answer {
            return Err(problem(Fault::Unrecognized));
        }
        // An empty list of nobody knows what is an empty list.
        let Some(collection) = object.collection else { return Ok(()) };
        let mut group = None;
        if collection == Collection::Members {
            let found = object.group.or(self.named_after).ok_or_else(|| problem(Fault::WhoseMembers))?;
            self.sink.members(found, object.members, line)?;
            group = Some(found);
        }
        self.sink.page((collection, group), object.next.as_deref(), line)
    }

    /// What is wrong with the present value as a whole.
    fn problem(&self, line: u32, fault: Fault) -> Problem {
        At::ROOT.problem(line, fault).below(&path(self.levels))
    }

    fn unexpected(&self, token: Token<'_>, line: u32, wanted: Wanted) -> Problem {
        let value = match token {
            Token::Text(text) => Value::Text(text.into()),
            Token::Number(text) => Value::Number(text.into()),
            Token::Flag(flag) => Value::Flag(flag),
            Token::Null => Value::Null,
            Token::OpenList | Token::CloseList => Value::List(Vec::new()),
            Token::OpenObject | Token::CloseObject | Token::Name(_) => Value::Object(Vec::new()),
        };
        values::expected(&Node { line, value }, &At::ROOT, wanted).below(&path(self.levels))
    }
}

impl Object {
    /// The next property begins.
    fn begin(&mut self, name: &str) -> Result<(), Fault> {
        const MOST: usize = 200;
        self.name = name.to_string();
        if self.names.iter().any(|known| known == name) {
            return Err(Fault::RepeatedProperty(brief(name)));
        }
        if self.names.len() >= MOST {
            return Err(Fault::TooLarge);
        }
        self.names.push(name.to_string());
        Ok(())
    }

    /// What Graph says about its answer: what it is a list of, where the next page is, and in a hint how it was asked.
    fn annotate(&mut self, node: &Node) -> Result<(), Problem> {
        match self.name.as_str() {
            "@odata.context" => {
                let context = values::text(node, &At::ROOT)?;
                self.group = self.group.or_else(|| shape::guid_in(context, "groups"));
                let collection = shape::of_context(context);
                let refused = |set: &str| At::ROOT.problem(node.line, Fault::NotImported(brief(set)));
                self.collection = Some(self.collection.map_or_else(|| collection.map_err(refused), Ok)?);
            }
            "@odata.nextLink" => {
                let link = values::text(node, &At::ROOT)?;
                self.group = self.group.or_else(|| shape::guid_in(link, "groups"));
                self.next = Some(link.to_string());
            }
            "@microsoft.graph.tips" => {
                let text = values::text(node, &At::ROOT)?;
                self.group = self.group.or_else(|| shape::guid_in(text, "groups"));
            }
            _ => {}
        }
        Ok(())
    }
}

/// Where the next value stands.
fn path(levels: &[Level]) -> String {
    let mut path = String::new();
    for level in levels {
        match level {
            Level::Object(object) if path.is_empty() => path.push_str(&brief(&object.name)),
            Level::Object(object) => path = format!("{path}.{}", brief(&object.name)),
            Level::Records { next, .. } => path = format!("{path}[{next}]"),
            Level::PassedOver { .. } => {}
        }
    }
    path
}
