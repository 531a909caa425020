//! Query options: `$select`, `$filter`, `$top`, `$skiptoken`, `$count`, `$expand`, `$orderby`. Any other is refused by name.

use crate::error::{Failure, Result, brief};
use crate::message::Request;
use crate::url::{Address, read_skip_token};

/// The rows of a page where `$top` says nothing.
const DEFAULT_PAGE: usize = 100;
/// The most rows of a page.
const LARGEST_PAGE: usize = 999;

/// What OData has and this simulator does not.
const NOT_SIMULATED: &[&str] =
    &["$search", "$skip", "$format", "$apply", "$compute", "$deltatoken", "$levels", "$index", "$schemaversion"];

/// The query options of a request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    pub(crate) select: Option<Vec<String>>,
    pub(crate) filter: Option<String>,
    top: Option<usize>,
    /// Where the page begins.
    pub(crate) position: Option<u32>,
    pub(crate) count: bool,
    pub(crate) expand: Option<Expand>,
    pub(crate) order: Option<OrderBy>,
    /// `ConsistencyLevel: eventual`.
    eventual: bool,
    given: Vec<&'static str>,
}

/// `$expand=members` or `$expand=members($select=id,displayName)`.
#[derive(Clone, Debug)]
pub(crate) struct Expand {
    pub(crate) relation: String,
    pub(crate) select: Option<Vec<String>>,
}

/// `$orderby=displayName desc`.
#[derive(Clone, Debug)]
pub(crate) struct OrderBy {
    pub(crate) property: String,
    pub(crate) is_falling: bool,
}

impl Options {
    /// Reads the options of a request.
    pub(crate) fn read(address: &Address, request: &Request) -> Result<Options> {
        let level = request.header_value("ConsistencyLevel");
        let eventual = level.is_some_and(|level| level.trim().eq_ignore_ascii_case("eventual"));
        let mut options = Options { eventual, ..Options::default() };
        for (name, value) in &address.options {
            options.take(name, value)?;
        }
        if options.count && !eventual {
            let message = "Request with $count query parameter only works through MSGraph with a special request \
                           header: 'ConsistencyLevel: eventual'";
            return Err(Failure::unsupported_query(message));
        }
        Ok(options)
    }

    fn take(&mut self, name: &str, value: &str) -> Result<()> {
        // Graph takes the names without their dollar sign too.
        let full = format!("${}", name.trim_start_matches('$').to_ascii_lowercase());
        let known = ["$select", "$filter", "$top", "$skiptoken", "$count", "$expand", "$orderby"];
        let Some(option) = known.into_iter().find(|known| *known == full) else {
            let name = brief(name);
            return Err(if NOT_SIMULATED.contains(&full.as_str()) {
                Failure::unsupported_query(format!("The query option '{name}' is not simulated here."))
            } else {
                Failure::unsupported_query(format!("The query parameter '{name}' is not supported."))
            });
        };
        if self.given.contains(&option) {
            return Err(Failure::unreadable(format!(
                "Query option '{option}' was specified more than once, but it must be specified at most once."
            )));
        }
        self.given.push(option);
        match option {
            "$select" => self.select = Some(names(value)?),
            "$filter" => self.filter = Some(value.to_string()),
            "$top" => self.top = Some(top(value)?),
            "$skiptoken" => {
                let position = read_skip_token(value).ok_or_else(|| {
                    Failure::unreadable(format!("The skip token '{}' is not one of this simulator.", brief(value)))
                })?;
                self.position = Some(position);
            }
            "$count" => self.count = flag(value)?,
            "$orderby" => self.order = Some(order(value)?),
            _ => self.expand = Some(expand(value)?),
        }
        Ok(())
    }

    /// Refuses, by name, every option but these.
    pub(crate) fn only(&self, allowed: &[&str], what: &str) -> Result<()> {
        match self.given.iter().find(|option| !allowed.contains(*option)) {
            None => Ok(()),
            Some(option) => {
                Err(Failure::unsupported_query(format!("The query option '{option}' is not supported for {what}.")))
            }
        }
    }

    /// Refuses a number alone without the header that Graph asks for.
    pub(crate) fn check_count_header(&self) -> Result<()> {
        let message = "Request with $count only works through MSGraph with a special request header: \
                       'ConsistencyLevel: eventual'";
        if self.eventual { Ok(()) } else { Err(Failure::unsupported_query(message)) }
    }

    /// How many rows a page has.
    pub(crate) fn page_size(&self) -> usize {
        self.top.unwrap_or(DEFAULT_PAGE)
    }

    /// Whether the request is an advanced query, as Graph calls it.
    pub(crate) fn is_advanced(&self) -> bool {
        self.eventual && self.count
    }
}

fn names(list: &str) -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for name in list.split(',').map(str::trim) {
        if name.is_empty() {
            return Err(Failure::unreadable("Parsing OData Select and Expand failed: a name in $select is empty."));
        }
        if !names.iter().any(|other| other.eq_ignore_ascii_case(name)) {
            names.push(name.to_string());
        }
    }
    Ok(names)
}

fn top(value: &str) -> Result<usize> {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return Err(Failure::unreadable(format!(
            "Invalid value '{}' for $top query option found. The $top query option requires a non-negative integer \
             value.",
            brief(value)
        )));
    }
    let size = value.parse().ok().filter(|size| (1..=LARGEST_PAGE).contains(size));
    size.ok_or_else(|| {
        Failure::unsupported_query(format!(
            "Invalid page size specified: '{}'. Must be between 1 and {LARGEST_PAGE} inclusive.",
            brief(value)
        ))
    })
}

/// One property, and perhaps the direction.
fn order(value: &str) -> Result<OrderBy> {
    let mut words = value.split_ascii_whitespace();
    let (property, direction) = (words.next().unwrap_or_default(), words.next().unwrap_or("asc"));
    let is_falling = match direction.to_ascii_lowercase().as_str() {
        "asc" => Some(false),
        "desc" => Some(true),
        _ => None,
    };
    match is_falling {
        Some(is_falling) if !property.is_empty() && !property.contains(',') && words.next().is_none() => {
            Ok(OrderBy { property: property.to_string(), is_falling })
        }
        _ => Err(Failure::unsupported_query(format!(
            "$orderby takes one property and 'asc' or 'desc' here, not '{}'.",
            brief(value)
        ))),
    }
}

fn flag(value: &str) -> Result<bool> {
    match value.to_ascii_lowercase().as_str() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Failure::unreadable(format!(
            "Invalid value '{}' for $count query option found. Valid values are '0', 'false', '1', and 'true'.",
            brief(value)
        ))),
    }
}

fn expand(value: &str) -> Result<Expand> {
    let value = value.trim();
    let (relation, nested) = match value.split_once('(') {
        Some((relation, rest)) => match rest.strip_suffix(')') {
            Some(nested) => (relation, Some(nested)),
            None => return Err(Failure::unreadable("Parsing OData Select and Expand failed: a '(' without its ')'.")),
        },
        None => (value, None),
    };
    let is_name = !relation.is_empty() && relation.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_name {
        let message = format!("$expand takes one relation here, not '{}'.", brief(value));
        return Err(Failure::unsupported_query(message));
    }
    let select = match nested.map(|nested| nested.split_once('=').unwrap_or((nested, ""))) {
        None => None,
        Some((name, list)) if name.trim().eq_ignore_ascii_case("$select") && !list.contains([';', '(']) => {
            Some(names(list)?)
        }
        Some((name, _)) => {
            let message = format!("Inside $expand only $select is simulated, not '{}'.", brief(name));
            return Err(Failure::unsupported_query(message));
        }
    };
    Ok(Expand { relation: relation.to_string(), select })
}
