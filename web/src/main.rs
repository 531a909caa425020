//! The page: a thin shell over the engine.
//!
//! Data flows one way: a command changes the document, view models are computed from it, components render them.
//!
//! The page's policy demands Trusted Types, so nothing may reach `innerHTML`. Leptos uses it for an element inside a
//! `view!` whose attributes and children are all literals; such an element gets a child `{""}` here.

#![allow(unreachable_pub, reason = "the component macro makes the properties of every component public")]

mod afterwards;
mod app;
mod ask;
mod dialogs;
mod dom;
mod embed;
mod fetch;
mod files;
mod foresight;
mod frame;
mod gradual;
mod keeping;
mod kept;
mod keys;
mod lab;
mod language;
mod lessons;
mod map;
mod offline;
mod parts;
mod preferences;
mod router;
mod scripting;
mod scrolled;
mod sharing;
mod shell;
mod slices;
mod speech;
mod storage;
mod table;
mod text;
mod theme;
mod told;
mod views;

fn main() {
    language::begin(|words| {
        // What stood in the page until now shows the same; nothing is painted in between.
        dom::remove("first");
        leptos::mount::mount_to_body(move || leptos::view! { <app::App words=words /> });
    });
}
