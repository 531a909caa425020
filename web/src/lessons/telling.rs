//! The page around this one hears how the lesson stands, whenever that changes (docs/embedding.md).

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use licensing_lesson::Help;
use licensing_lesson::hand::LESSON;
use licensing_view::Tone;
use licensing_view::lesson::{GoalView, LessonView, Run};
use wasm_bindgen::JsValue;

use super::{Learning, Opened, hand_in};
use crate::embed::{Partner, object};
use crate::lab::Lab;

/// Tells whoever is around, if the address names anybody.
pub(super) fn tell(lab: Lab, learning: Learning, opened: StoredValue<Arc<Opened>>, stands: Memo<LessonView>) {
    let Some(partner) = Partner::here() else { return };
    Effect::new(move |_| {
        let help = learning.progress();
        let message = stands.with(|view| {
            opened.with_value(|opened| {
                let help = help.of(&opened.lesson.id).map_or(Help::None, |record| record.help);
                let goals: Array =
                    opened.lesson.goals.iter().zip(&view.goals).map(|(goal, own)| told(&goal.id, own)).collect();
                let number = |number: usize| JsValue::from_f64(number as f64);
                let way = hand_in::hand(lab, learning, opened, String::new()).link(LESSON);
                [
                    ("lesson", JsValue::from_str(&opened.lesson.id)),
                    ("version", number(opened.lesson.version as usize)),
                    ("variant", number(opened.tag.seed as usize)),
                    ("goals", goals.into()),
                    ("reached", number(view.reached)),
                    ("of", number(view.goals.len())),
                    ("solved", JsValue::from_bool(view.solved)),
                    ("commands", number(view.commands)),
                    ("help", JsValue::from_str(help.word())),
                    ("way", JsValue::from_str(&way)),
                ]
            })
        });
        partner.tell("lesson", &message);
    });
}

fn told(id: &str, goal: &GoalView) -> JsValue {
    let text: String = goal
        .text
        .iter()
        .map(|run| match run {
            Run::Plain(text) | Run::Strong(text) | Run::Code(text) => text.as_str(),
        })
        .collect();
    let reached = goal.status.tone == Tone::Ok;
    object(&[
        ("id", JsValue::from_str(id)),
        ("text", JsValue::from_str(&text)),
        ("reached", JsValue::from_bool(reached)),
    ])
    .into()
}
