//! Elements of the page's views in which nothing changes. Leptos gives such an element to the browser as a string of markup,
//! which the policy of the page refuses, so that the screen that it stands on does not appear. Found in the sources before
//! anything is built; `no view hands markup to the browser` looks for the same in the built page.
//!
//! The views are read by the parser that Leptos uses, and the rule is Leptos's own: an element that stands within another
//! one, has an attribute or something inside, and is of literals alone. Anything else in it has it built by calls: an
//! attribute or a text in braces, a listener, a component.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use rstml::node::{KVAttributeValue, Node, NodeAttribute, NodeElement, NodeName};
use syn::spanned::Spanned;
use syn::{Expr, Lit};

use crate::shell;

/// Says every such element, in one go.
pub(crate) fn check(root: &Path) -> Result<(), String> {
    let mut found = Vec::new();
    let is_source = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "rs");
    for file in shell::files_below(&root.join("web/src")).into_iter().filter(is_source) {
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        let places = elements(&text).map_err(|error| format!("{name}: {error}"))?;
        found.extend(places.into_iter().map(|(line, element)| format!("{name}:{line}: <{element}>")));
    }
    let reason =
        "nothing changes in these elements, so that the page's policy refuses them; put a text of theirs in braces";
    if found.is_empty() { Ok(()) } else { Err(format!("{reason}\n       {}", found.join("\n       "))) }
}

/// The outermost elements in which nothing changes: their lines and names.
fn elements(text: &str) -> Result<Vec<(usize, String)>, String> {
    let tokens: TokenStream = text.parse().map_err(|error| format!("{error}"))?;
    let mut found = Vec::new();
    views(tokens, &mut found)?;
    Ok(found)
}

/// Looks at every `view!` among the tokens, also at those within others.
fn views(tokens: TokenStream, found: &mut Vec<(usize, String)>) -> Result<(), String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at)).map(ToString::to_string);
        if before(1).as_deref() == Some("!") && before(2).as_deref() == Some("view") {
            let nodes = rstml::parse2(group.stream()).map_err(|error| error.to_string())?;
            nodes.iter().for_each(|node| within(node, found));
        }
        views(group.stream(), found)?;
    }
    Ok(())
}

/// Looks at what stands within a node, whose own element is built by calls.
fn within(node: &Node, found: &mut Vec<(usize, String)>) {
    let children = match node {
        Node::Element(element) => &element.children,
        Node::Fragment(fragment) => return fragment.children.iter().for_each(|child| within(child, found)),
        _ => return,
    };
    for child in children {
        match child {
            Node::Element(element) if is_literal(element) => {
                let has_any = !element.attributes().is_empty() || !element.children.is_empty();
                if has_any {
                    found.push((element.open_tag.span().start().line, element.name().to_string()));
                }
            }
            _ => within(child, found),
        }
    }
}

/// What an attribute begins with that is no text of the element.
const DYNAMIC: [&str; 5] = ["style:", "prop:", "on:", "use:", "bind"];

/// Whether an element and all that it holds are of literals alone.
fn is_literal(element: &NodeElement<rstml::Infallible>) -> bool {
    let name = element.name();
    let is_component = match name {
        NodeName::Block(_) => true,
        _ => {
            name.to_string().contains("::") || name.to_string().starts_with(|letter: char| letter.is_ascii_uppercase())
        }
    };
    let is_text = |attribute: &NodeAttribute| match attribute {
        NodeAttribute::Block(_) => false,
        NodeAttribute::Attribute(attribute) => {
            let key = attribute.key.to_string();
            let is_written = match attribute.possible_value.to_value().map(|value| &value.value) {
                None => true,
                Some(KVAttributeValue::Expr(Expr::Lit(literal))) => {
                    matches!(literal.lit, Lit::Str(_)) && !DYNAMIC.iter().any(|dynamic| key.starts_with(dynamic))
                }
                Some(_) => false,
            };
            is_written && !matches!(attribute.key, NodeName::Block(_))
        }
    };
    let is_child = |child: &Node| match child {
        Node::Text(_) | Node::RawText(_) => true,
        Node::Element(element) => is_literal(element),
        _ => false,
    };
    !is_component && element.attributes().iter().all(is_text) && element.children.iter().all(is_child)
}

#[cfg(test)]
mod tests {
    use super::elements;

    #[test]
    fn what_is_of_literals_alone_is_found_where_it_stands_within_something() {
        for (inert, name) in [
            (r#"<td role="cell"></td>"#, "td"),
            (r#"<kbd>"Esc"</kbd>"#, "kbd"),
            (r#"<br class="gap"/>"#, "br"),
            (r#"<p>No words of ours</p>"#, "p"),
        ] {
            let text =
                format!("fn a() {{ view! {{\n    <Card on:click=|_| view! {{ <b>{{1}}</b> }}>{inert}</Card>\n}} }}");
            assert_eq!(elements(&text), Ok(vec![(2, name.to_string())]));
            let text = format!("fn a() {{ view! {{ {inert} }} }}");
            assert_eq!(elements(&text), Ok(Vec::new()), "the outermost of a view is built by a call");
        }
        let nested = r#"fn a() { view! { <div><p><i></i><span class="a"></span></p></div> } }"#;
        assert_eq!(elements(nested), Ok(vec![(1, "p".to_string())]), "the outermost of those that are not");
        let deep = r#"fn a() { view! { <p>{move || view! { <b><i class="x"></i></b> }}</p> } }"#;
        assert_eq!(elements(deep), Ok(vec![(1, "i".to_string())]));
    }

    #[test]
    fn what_is_built_by_calls_is_not() {
        for built in [
            "<td></td>",
            r#"<kbd>{"Esc"}</kbd>"#,
            r#"<td role="cell" class=class></td>"#,
            r#"<button type="button" on:click=move |_| go()></button>"#,
            r#"<input type="text" prop:value="a" />"#,
            r#"<span class="a"><Pic icon=Icon::Ok /></span>"#,
            r#"<span class="a"><part::Pic /></span>"#,
            "<p>{text::ALL}</p>",
        ] {
            assert_eq!(elements(&format!("fn a() {{ view! {{ <p>{built}</p> }} }}")), Ok(Vec::new()), "{built}");
        }
    }
}
