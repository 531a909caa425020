//! The page: a thin shell over the engine.
//!
//! Data flows one way: a command changes the document, view models are computed from it, components render them.

mod app;
mod catalog_fetch;
mod dialogs;
mod document;
mod dom;
mod lab;
mod parts;
mod router;
mod shell;
mod text;
mod theme;
mod views;

fn main() {
    leptos::mount::mount_to_body(app::App);
}
