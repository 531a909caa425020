//! Answers that show resources: one object, or a page of a collection.

use licensing_core::Tenant;
use licensing_model::Member;
use serde_json::{Map, Value};

use crate::error::{Failure, Result, brief};
use crate::filter;
use crate::message::{Answer, Request};
use crate::query_options::{Expand, Options, OrderBy};
use crate::resources::{DIRECTORY_OBJECTS, Row};
use crate::schema::Schema;
use crate::url::{Address, skip_token};

/// Objects that `$expand` shows of each row; further ones are behind a link, as Graph itself shows 20.
const MOST_EXPANDED: usize = 20;

/// A request for something to be shown.
pub(crate) struct Call<'a> {
    pub(crate) tenant: &'a Tenant,
    pub(crate) address: &'a Address,
    pub(crate) options: Options,
}

/// A collection. Rows have positions that rise, or for the audit log fall, and stay when others come and go.
pub(crate) struct Collection<'a> {
    /// What the context calls it.
    pub(crate) set: String,
    /// The types that its rows can have.
    pub(crate) schemas: &'static [&'static Schema],
    /// The properties that Graph sorts it by.
    pub(crate) sorted_by: &'static [&'static str],
    /// Whether each row names its type.
    pub(crate) typed: bool,
    /// The query options that it takes.
    pub(crate) takes: &'static [&'static str],
    /// Rows from a position on, each with its own. Those that cannot pass the filter may be left out.
    #[expect(clippy::type_complexity, reason = "it is what it is: a function to an iterator")]
    pub(crate) rows: Box<dyn Fn(Option<u32>, Option<&filter::Bound>) -> Box<dyn Iterator<Item = (u32, Row)> + 'a> + 'a>,
}

/// The query options of an ordinary collection.
pub(crate) const ALL_OPTIONS: &[&str] = &["$select", "$filter", "$top", "$skiptoken", "$count"];
/// The query options of users and groups.
pub(crate) const AND_EXPAND: &[&str] = &["$select", "$filter", "$top", "$skiptoken", "$count", "$expand", "$orderby"];
/// The query options of the audit log.
pub(crate) const AND_ORDER: &[&str] = &["$select", "$filter", "$top", "$skiptoken", "$count", "$orderby"];

/// How rows are to be shown.
struct Form {
    select: Option<Vec<&'static str>>,
    expand: Option<(&'static str, Option<Vec<&'static str>>)>,
    typed: bool,
}

impl Call<'_> {
    /// A call for `request`.
    pub(crate) fn read<'a>(tenant: &'a Tenant, address: &'a Address, request: &Request) -> Result<Call<'a>> {
        Ok(Call { tenant, address, options: Options::read(address, request)? })
    }

    /// One page of a collection.
    pub(crate) fn page(&self, collection: &Collection<'_>) -> Result<Answer> {
        self.options.only(collection.takes, &format!("'{}'", collection.set))?;
        let form = self.form(collection.schemas, collection.typed)?;
        let filter = self.filter(collection.schemas)?;
        let bound = filter.as_ref().map(filter::Ready::bound);
        let passes = |(_, row): &(u32, Row)| filter.as_ref().is_none_or(|filter| filter.passes(row));
        let mut body = Map::new();
        let context = format!("{}/$metadata#{}{}", self.root(), collection.set, form.selected());
        body.insert("@odata.context".to_string(), context.into());
        if self.options.count {
            body.insert("@odata.count".to_string(), (collection.rows)(None, bound).filter(passes).count().into());
        }
        let mut rest: Box<dyn Iterator<Item = (u32, Row)> + '_> = match &self.options.order {
            None => Box::new((collection.rows)(self.options.position, bound).filter(passes)),
            Some(order) => self.sorted(collection, order, (collection.rows)(None, bound).filter(passes))?,
        };
        let size = self.options.page_size();
        let value: Value = rest.by_ref().take(size).map(|(_, row)| self.show(&row, &form)).collect();
        if let Some((position, _)) = rest.next() {
            body.insert("@odata.nextLink".to_string(), self.address.next_link(position).into());
        }
        body.insert("value".to_string(), value);
        Ok(Answer::ok(Value::Object(body)))
    }

    /// The rows in the order that is asked for; their positions are their places in it.
    fn sorted<'c>(
        &self,
        collection: &Collection<'c>,
        order: &OrderBy,
        rows: impl Iterator<Item = (u32, Row)>,
    ) -> Result<Box<dyn Iterator<Item = (u32, Row)> + 'c>> {
        let property = collection.sorted_by.iter().find(|name| name.eq_ignore_ascii_case(&order.property));
        let Some(property) = property else {
            let name = brief(&order.property);
            return Err(Failure::unsupported_query(format!(
                "Sorting by '{name}' is not supported for '{}'.",
                collection.set
            )));
        };
        let key = |row: &Row| row.property(self.tenant, property).as_str().map(str::to_lowercase);
        let mut rows: Vec<(Option<String>, Row)> = rows.map(|(_, row)| (key(&row), row)).collect();
        rows.sort_by(|(a, _), (b, _)| if order.is_falling { b.cmp(a) } else { a.cmp(b) });
        let from = self.options.position.unwrap_or_default();
        Ok(Box::new((0..).zip(rows.into_iter().map(|(_, row)| row)).skip(from as usize)))
    }

    /// How many rows a collection has, as a number alone.
    pub(crate) fn number(&self, collection: &Collection<'_>) -> Result<Answer> {
        self.options.only(&["$filter"], "a number alone")?;
        self.options.check_count_header()?;
        let filter = self.filter_with(collection.schemas, true)?;
        let bound = filter.as_ref().map(filter::Ready::bound);
        let passes = |(_, row): &(u32, Row)| filter.as_ref().is_none_or(|filter| filter.passes(row));
        Ok(Answer::ok((collection.rows)(None, bound).filter(passes).count().into()))
    }

    /// One object.
    pub(crate) fn object(&self, row: &Row, set: &str) -> Result<Answer> {
        let expandable = relation_names(row.schema()).is_empty();
        let takes: &[&str] = if expandable { &["$select"] } else { &["$select", "$expand"] };
        self.options.only(takes, "a single object")?;
        let form = self.form(&[row.schema()], false)?;
        let context = format!("{}/$metadata#{set}{}/$entity", self.root(), form.selected());
        Ok(Answer::ok(self.with_context(context, self.show(row, &form))))
    }

    fn with_context(&self, context: String, shown: Value) -> Value {
        let mut body = Map::new();
        body.insert("@odata.context".to_string(), context.into());
        if let Value::Object(shown) = shown {
            body.extend(shown);
        }
        Value::Object(body)
    }

    fn root(&self) -> &'static str {
        self.address.version.root()
    }

    fn form(&self, schemas: &[&'static Schema], typed: bool) -> Result<Form> {
        let select = self.options.select.as_deref().map(|names| selection(schemas, names)).transpose()?;
        let expand = self.options.expand.as_ref().map(|expand| expansion(schemas, expand)).transpose()?;
        Ok(Form { select, expand, typed })
    }

    fn filter(&self, schemas: &'static [&'static Schema]) -> Result<Option<filter::Ready<'_>>> {
        self.filter_with(schemas, self.options.is_advanced())
    }

    fn filter_with(&self, schemas: &'static [&'static Schema], is_advanced: bool) -> Result<Option<filter::Ready<'_>>> {
        let Some(text) = self.options.filter.as_deref() else { return Ok(None) };
        let wrong = |fault: filter::Fault| match fault.is_refused {
            true => Failure::unsupported_query(fault.what),
            false => Failure::unreadable(fault.message(text)),
        };
        let expression = filter::parse(text).map_err(wrong)?;
        let bound = filter::bind(&expression, schemas).map_err(wrong)?;
        match expression.advanced_operator() {
            Some(operator) if !is_advanced => Err(Failure::unsupported_query(format!(
                "Operator '{operator}' is not supported because the required parameters might be missing. Try adding \
                 $count=true query parameter and ConsistencyLevel:eventual header. Refer to \
                 https://aka.ms/graph-docs/advanced-queries for more information"
            ))),
            _ => Ok(Some(filter::Ready::new(self.tenant, bound))),
        }
    }

    fn show(&self, row: &Row, form: &Form) -> Value {
        let mut shown = Map::new();
        if form.typed {
            shown.insert("@odata.type".to_string(), format!("#{}", row.schema().type_name).into());
        }
        shown.extend(row.show(self.tenant, form.select.as_deref()));
        if let Some((relation, select)) = &form.expand
            && relation_names(row.schema()).contains(relation)
        {
            let mut related = related(self.tenant, row, relation);
            let link =
                related.get(MOST_EXPANDED).is_some().then(|| self.related_link(row, relation, select.as_deref()));
            related.truncate(MOST_EXPANDED);
            let form = Form { select: select.clone(), expand: None, typed: true };
            let objects: Value = related.into_iter().map(|member| self.show(&Row::from(member), &form)).collect();
            shown.insert((*relation).to_string(), objects);
            if let Some(link) = link {
                shown.insert(format!("{relation}@odata.nextLink"), link.into());
            }
        }
        Value::Object(shown)
    }

    /// Where the objects are that `$expand` does not show.
    fn related_link(&self, row: &Row, relation: &str, select: Option<&[&'static str]>) -> String {
        let set = if matches!(row, Row::User(_)) { "users" } else { "groups" };
        let id = row.property(self.tenant, "id");
        let select = select.map(|names| format!("$select={}&", names.join(","))).unwrap_or_default();
        let token = skip_token(u32::try_from(MOST_EXPANDED).unwrap_or_default());
        format!("{}/{set}/{}/{relation}?{select}$skiptoken={token}", self.root(), id.as_str().unwrap_or_default())
    }
}

/// One object without any query option, as writing requests answer it.
pub(crate) fn written(tenant: &Tenant, address: &Address, row: &Row, set: &str) -> Value {
    let call = Call { tenant, address, options: Options::default() };
    let form = Form { select: None, expand: None, typed: set == "directoryObjects" };
    let context = format!("{}/$metadata#{set}/$entity", call.root());
    call.with_context(context, call.show(row, &form))
}

impl Form {
    /// What the context adds to the name of the set.
    fn selected(&self) -> String {
        let expanded = self.expand.as_ref().map(|(relation, _)| format!("{relation}()"));
        let mut names: Vec<String> = self.select.iter().flatten().map(|name| (*name).to_string()).collect();
        names.extend(expanded);
        if names.is_empty() { String::new() } else { format!("({})", names.join(",")) }
    }
}

/// The names that `$select` gives, as the schemas spell them.
fn selection(schemas: &[&'static Schema], names: &[String]) -> Result<Vec<&'static str>> {
    let resolve = |name: &String| {
        if let Some(property) = schemas.iter().find_map(|schema| schema.property(name)) {
            return Ok(property.name);
        }
        if let Some(name) = schemas.iter().find_map(|schema| schema.empty_property(name)) {
            return Ok(name);
        }
        let (name, type_name) = (brief(name), schemas.first().map_or("", |schema| schema.type_name));
        Err(Failure::unreadable(if schemas.iter().any(|schema| schema.lacks(&name)) {
            format!("Parsing OData Select and Expand failed: the property '{name}' of '{type_name}' is not simulated.")
        } else {
            format!(
                "Parsing OData Select and Expand failed: Could not find a property named '{name}' on type '{type_name}'."
            )
        }))
    };
    names.iter().map(resolve).collect()
}

fn expansion(schemas: &[&'static Schema], expand: &Expand) -> Result<(&'static str, Option<Vec<&'static str>>)> {
    let known = schemas.iter().flat_map(|schema| relation_names(schema));
    let relation = known.copied().find(|name| name.eq_ignore_ascii_case(&expand.relation)).ok_or_else(|| {
        let type_name = schemas.first().map_or("", |schema| schema.type_name);
        let name = brief(&expand.relation);
        Failure::unsupported_query(format!("$expand={name} is not simulated for '{type_name}'."))
    })?;
    let select = expand.select.as_deref().map(|names| selection(DIRECTORY_OBJECTS, names)).transpose()?;
    Ok((relation, select))
}

fn relation_names(schema: &Schema) -> &'static [&'static str] {
    match schema.resource {
        "User" => &["memberOf"],
        "Group" => &["members", "memberOf"],
        _ => &[],
    }
}

/// The first objects that a row is related to, one more than are shown.
fn related(tenant: &Tenant, row: &Row, relation: &str) -> Vec<Member> {
    match (row, relation) {
        (Row::User(user), _) => tenant.groups_of(*user).map(Member::Group).take(MOST_EXPANDED + 1).collect(),
        (Row::Group(group), "members") => tenant.members_of(group.group).take(MOST_EXPANDED + 1).collect(),
        (Row::Group(group), _) => parents(tenant, group.group).map(Member::Group).take(MOST_EXPANDED + 1).collect(),
        _ => Vec::new(),
    }
}

/// The groups that a group is a member of.
pub(crate) fn parents(
    tenant: &Tenant,
    group: licensing_model::GroupId,
) -> impl Iterator<Item = licensing_model::GroupId> + '_ {
    tenant.groups().filter(move |parent| tenant.group(*parent).is_some_and(|details| details.nested.contains(&group)))
}
