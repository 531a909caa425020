//! A preview, its summary first.

use licensing_core::{SeatChange, Tenant};
use licensing_foresight::{Caveat, Preview, Refused, Summary};
use licensing_model::{Command, PlanId};
use licensing_wording::{Text, Words, capital};

use super::document;
use super::lines::Wording;
use super::shape::{Consequences, Figure, PreviewView, SeatRow};
use crate::describe::describe;
use crate::icon::Icon;
use crate::read;
use crate::refusal::{RefusalNote, refusal};
use crate::status::Tone;

/// So many people of a line are shown; the file has all.
const MOST_PEOPLE: usize = 40;
/// So many addresses and gaps are spelled out.
const MOST_SPELLED: usize = 5;
/// So many names of plans are spelled out.
const MOST_PLANS: usize = 6;

/// A preview as it is shown.
pub fn preview(words: Words, preview: &Preview) -> PreviewView {
    let commands = names(words, &preview.before, &preview.commands);
    let wording = Wording {
        words,
        before: &preview.before,
        after: &preview.after,
        diff: &preview.diff,
        commands: &commands,
        most: MOST_PEOPLE,
    };
    let steps = words.count_steps(preview.steps as usize);
    let mut view = PreviewView {
        title: title(words, &preview.commands, &commands),
        lead: match preview.waited {
            0 => words.preview_lead(&steps),
            waited => words.preview_lead_waiting(&steps, &words.number(waited)),
        },
        figures: figures(words, &preview.after, &preview.summary),
        nothing: preview.changes_nothing().then(|| words.text(Text::PREVIEW_NOTHING).to_string()),
        affected: affected(words, &preview.summary),
        lines: preview.lines.iter().map(|line| wording.line(line)).collect(),
        seats: preview.diff.seats.iter().map(|change| seat_row(words, &preview.after, change)).collect(),
        plans: plans(words, &wording),
        mail: mail(words, &wording),
        gaps: gaps(words, preview),
        caveats: caveats(words, preview),
        text: String::new(),
        markdown: String::new(),
        csv: document::csv(&wording, &preview.lines),
        commands,
    };
    view.caveats.push(words.text(Text::CAVEAT_SERVICE).to_string());
    view.text = document::text(words, &view, &[]);
    view.markdown = document::markdown(words, &view, &[]);
    view
}

/// What a preview says in a few lines.
pub fn consequences(words: Words, preview: &Preview) -> Consequences {
    const MOST_LINES: usize = 4;
    let wording =
        Wording { words, before: &preview.before, after: &preview.after, diff: &preview.diff, commands: &[], most: 0 };
    let lines = preview.lines.iter().take(MOST_LINES).map(|line| {
        let view = wording.line(line);
        (view.sentence, view.icon, view.tone)
    });
    Consequences {
        nothing: preview.changes_nothing().then(|| words.text(Text::PREVIEW_NOTHING).to_string()),
        figures: figures(words, &preview.after, &preview.summary),
        lines: lines.collect(),
        caveats: caveats(words, preview),
    }
}

/// What is refused, and which of the commands it is where there are several.
pub fn refused(
    words: Words,
    before: &Tenant,
    commands: &[Command],
    refused: &Refused,
) -> (RefusalNote, Option<String>) {
    let names = names(words, before, commands);
    let which = names.get(refused.at).filter(|_| commands.len() > 1);
    let which = which.map(|name| words.preview_refused_at(refused.at + 1, name));
    (refusal(&refused.tenant, &refused.command, &refused.refusal), which)
}

/// What commands are called, each with the names that things have then.
pub(super) fn names(words: Words, before: &Tenant, commands: &[Command]) -> Vec<String> {
    let mut copy = before.clone();
    let name = |command: &Command| {
        let name = words.say(&describe(&copy, command));
        // Whether it is accepted was found before.
        let _ = copy.apply(command);
        name
    };
    commands.iter().map(name).collect()
}

/// One command, one with users processed again so that it is seen, or how many there are.
fn title(words: Words, commands: &[Command], names: &[String]) -> String {
    let is_processing = |command: &Command| matches!(command, Command::ReprocessUser(_));
    match (commands, names) {
        (_, [one]) => capital(one),
        ([first, more @ ..], [name, ..]) if !is_processing(first) && more.iter().all(is_processing) => {
            words.preview_with_processing(more.len(), &capital(name))
        }
        (_, several) => words.preview_several(several.len()),
    }
}

pub(super) fn affected(words: Words, summary: &Summary) -> String {
    words.users_affected(summary.affected, summary.compared.saturating_sub(summary.affected))
}

pub(super) fn figures(words: Words, tenant: &Tenant, summary: &Summary) -> Vec<Figure> {
    let figure = |number: usize, words_of: String, icon, tone| Figure {
        number: words.number(number),
        words: words_of,
        icon,
        tone,
    };
    let mut figures = Vec::new();
    let mut add = |number: usize, words_of: fn(Words, usize) -> String, icon, tone| {
        if number > 0 {
            figures.push(figure(number, words_of(words, number), icon, tone));
        }
    };
    add(summary.fail, |words, number| words.figure_fail(number), Icon::Error, Tone::Error);
    add(summary.fail_otherwise, |words, number| words.figure_fail_otherwise(number), Icon::Warning, Tone::Warning);
    add(summary.heal, |words, number| words.figure_heal(number), Icon::Ok, Tone::Ok);
    add(summary.gain, |words, number| words.figure_gain(number), Icon::Plus, Tone::Ok);
    add(summary.r#move, |words, number| words.figure_move(number), Icon::Arrow, Tone::Neutral);
    add(summary.lose, |words, number| words.figure_lose(number), Icon::Minus, Tone::Warning);
    add(summary.lose_mailbox, |words, number| words.figure_lose_mailbox(number), Icon::Mail, Tone::Error);
    add(summary.mailbox_gaps, |words, number| words.figure_mailbox_gap(number), Icon::Mail, Tone::Warning);
    for (product, number) in &summary.short {
        let product = read::product_name(tenant, *product).tag;
        figures.push(figure(*number, words.figure_short(*number, &product), Icon::Seat, Tone::Error));
    }
    figures
}

pub(super) fn seat_row(words: Words, tenant: &Tenant, change: &SeatChange) -> SeatRow {
    let assignable = |units: Option<licensing_model::Units>| units.map_or(0, licensing_model::Units::assignable);
    let (before, after) = (assignable(change.units.before), assignable(change.units.after));
    let free = after.saturating_sub(change.consumed.after);
    SeatRow {
        product: read::product_name(tenant, change.product),
        before: words.seats_of(change.consumed.before as usize, before as usize),
        after: words.seats_of(change.consumed.after as usize, after as usize),
        free: words.number(free as usize),
        is_full: free == 0,
    }
}

pub(super) fn plans(words: Words, wording: &Wording<'_>) -> [String; 2] {
    let list = |of: fn(&licensing_core::UserChange) -> &Vec<PlanId>| {
        let mut plans: Vec<PlanId> = wording.diff.ways.iter().flat_map(of).copied().collect();
        plans.sort_unstable();
        plans.dedup();
        plan_list(words, wording.after, &plans)
    };
    [list(|way| &way.gained), list(|way| &way.lost)]
}

/// Plans in a line: the first of them, and how many more there are.
pub(super) fn plan_list(words: Words, tenant: &Tenant, plans: &[PlanId]) -> String {
    let mut names: Vec<String> = plans.iter().take(MOST_PLANS).map(|plan| tenant.plan_words(*plan)).collect();
    names.extend((plans.len() > MOST_PLANS).then(|| words.more_people(plans.len() - MOST_PLANS)));
    names.join(", ")
}

pub(super) fn mail(words: Words, wording: &Wording<'_>) -> Vec<String> {
    let changes = &wording.diff.mailboxes;
    if changes.is_empty() {
        return vec![words.text(Text::MAIL_AS_BEFORE).to_string()];
    }
    let address = |mail: &Option<String>| mail.clone().unwrap_or_else(|| words.text(Text::NO_PATH).to_string());
    let mut said = vec![words.mail_changes(changes.len())];
    let moved = changes.iter().filter(|change| change.mailbox.before.mail != change.mailbox.after.mail);
    said.extend(moved.take(MOST_SPELLED).map(|change| {
        let name = wording.after.user_name(change.user);
        words.mail_of(&name, &address(&change.mailbox.before.mail), &address(&change.mailbox.after.mail))
    }));
    said
}

fn gaps(words: Words, preview: &Preview) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    let mut gaps: Vec<_> = preview.gaps.iter().collect();
    gaps.sort_by_key(|gap| (core::cmp::Reverse(gap.mailbox_steps), core::cmp::Reverse(gap.steps)));
    for gap in gaps.iter().take(MOST_SPELLED) {
        let user = preview.after.user_name(gap.user);
        said.push(match gap.mailbox_steps {
            0 => {
                let plans: Vec<String> = gap.plans.iter().take(2).map(|plan| preview.after.plan_words(*plan)).collect();
                words.gap_plans(&user, &words.list(&plans), &words.count_steps(gap.steps as usize))
            }
            steps => words.gap_mailbox(&user, &words.count_steps(steps as usize)),
        });
    }
    if gaps.len() > MOST_SPELLED {
        said.push(words.gaps_more(gaps.len() - MOST_SPELLED));
    }
    if said.is_empty() && !preview.changes_nothing() {
        said.push(words.text(Text::NO_GAP).to_string());
    }
    said
}

fn caveats(words: Words, preview: &Preview) -> Vec<String> {
    preview.caveats.iter().map(|caveat| caveat_words(words, &preview.after, *caveat)).collect()
}

fn caveat_words(words: Words, tenant: &Tenant, caveat: Caveat) -> String {
    match caveat {
        Caveat::SeatOrder => words.text(Text::CAVEAT_SEAT_ORDER).to_string(),
        Caveat::Waiting => words.text(Text::CAVEAT_WAITING).to_string(),
        Caveat::Workers => words.text(Text::CAVEAT_WORKERS).to_string(),
        Caveat::Disputed(a, b) => words.caveat_disputed(&tenant.plan_words(a), &tenant.plan_words(b)),
        Caveat::NeedsReprocess => words.text(Text::CAVEAT_REPROCESS).to_string(),
    }
}
