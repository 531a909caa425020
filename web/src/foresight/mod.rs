//! Looking before leaping: the preview of a change, the draft, comparisons, and what mends an error. All of it is one
//! piece; here is what the page begins with.

mod compare;
mod draft;
mod fix;
mod live;
mod look;
mod mending;
mod repairs;
mod screen;
mod search;
mod shown;

use leptos::prelude::*;
use licensing_model::Command;
use licensing_session::foresight::{Ailing, is_looked_at_first};
use licensing_view::{Address, Route, WhyTarget};
use wasm_split_helpers::wasm_split;

use crate::lab::Lab;
use crate::parts::{Fetched, Spot, later};
use crate::router::Place;
use crate::{dom, router};

/// What is looked at before it is done. Components get it by [`Ahead::here`].
#[derive(Clone, Copy)]
pub(crate) struct Ahead {
    /// The commands that the screen looks at.
    asked: RwSignal<Vec<Command>>,
    /// Where one was before.
    from: RwSignal<Address>,
}

impl Ahead {
    /// Nothing is looked at.
    pub(crate) fn new() -> Ahead {
        Ahead { asked: RwSignal::new(Vec::new()), from: RwSignal::new(Address::default()) }
    }

    /// What stands around the component.
    pub(crate) fn here() -> Ahead {
        expect_context()
    }

    /// Does a command, or shows first what it would lead to where it deletes or takes something from many.
    pub(crate) fn act(self, lab: Lab, command: Command) {
        let commands = vec![command];
        match is_looked_at_first(&commands) {
            true => self.preview(lab, commands),
            false => commands.into_iter().for_each(|command| _ = lab.act(command)),
        }
    }

    /// Where one was before, or what lists it where that is gone.
    fn back(self, lab: Lab) -> Address {
        let from = self.from.get_untracked();
        match from.route {
            Route::Group(id) if lab.read(|document| document.group_name(id)).is_none() => Address::of(Route::Groups),
            _ => from,
        }
    }

    /// Shows what a command would lead to, with whoever has to be processed again to see it.
    pub(crate) fn look(self, lab: Lab, command: Command) {
        self.preview(lab, lab.read(|document| document.to_look_at(command)));
    }

    /// Shows what commands would lead to, instead of doing them.
    pub(crate) fn preview(self, lab: Lab, commands: Vec<Command>) {
        let here: Address = dom::hash().parse().unwrap_or_default();
        if here.route != Route::Preview {
            self.from.set(here);
        }
        self.asked.set(commands);
        lab.answered();
        router::go(Route::Preview);
    }
}

/// The screen that shows what commands would lead to.
#[wasm_split(foresight, fallible)]
pub(crate) fn screen_piece() -> Fetched<(Route, Memo<Place>)> {
    Ok(|_| view! { <screen::PreviewScreen /> }.into_any())
}

/// What mends a path in error, for the drawer that explains it.
pub(crate) fn repairs(target: WhyTarget) -> AnyView {
    later(Spot::Beside, || Box::pin(repairs_piece()), target)
}

#[wasm_split(foresight, fallible)]
fn repairs_piece() -> Fetched<WhyTarget> {
    Ok(|target| view! { <repairs::Repairs target=target /> }.into_any())
}

/// What commands would lead to, in a few lines beside what asks for them.
pub(crate) fn consequences(commands: Signal<Vec<Command>>) -> AnyView {
    later(Spot::Beside, || Box::pin(consequences_piece()), commands)
}

#[wasm_split(foresight, fallible)]
fn consequences_piece() -> Fetched<Signal<Vec<Command>>> {
    Ok(|commands| view! { <live::Consequences commands=commands /> }.into_any())
}

/// The dialog that proposes what mends the errors of a group or a user.
pub(crate) fn mending_dialog(of: Ailing) -> AnyView {
    later(Spot::Beside, || Box::pin(mending_piece()), of)
}

#[wasm_split(foresight, fallible)]
fn mending_piece() -> Fetched<Ailing> {
    Ok(|of| view! { <mending::MendingDialog of=of /> }.into_any())
}
