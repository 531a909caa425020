//! Why a path is as it is: the engine's trace as a chain in plain words.

use licensing_core::{Origin, Source, Statement, Tenant, Trace};
use licensing_model::{AssignmentError, AssignmentState, GroupId, Path, PlanId, ProductId, UserId};
use licensing_wording::{Named, Names, PortalTask, Text, Words};

use crate::checks::{self, CheckView};
use crate::icon::Icon;
use crate::linked::{Piece, pieces, plain};
use crate::names::PersonName;
use crate::read;
use crate::route::WhyTarget;
use crate::sources::sources;
use crate::status::{Status, Tone, icon_of};

/// The explanation of one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyView {
    /// The question.
    pub title: String,
    /// By which path, since when.
    pub subtitle: String,
    /// Who.
    pub person: PersonName,
    /// Something is wrong with the path.
    pub failed: bool,
    /// The chain, outcome first, facts last.
    pub links: Vec<WhyLink>,
    /// The rules that decided, each once.
    pub rules: Vec<RuleNote>,
    /// The message of the audit log, where the path failed.
    pub message: Option<String>,
    /// What all checks would say in a step now; none where none would fail.
    pub now: Vec<CheckView>,
    /// Where Microsoft's portals process a user again, where the path failed.
    pub portal: Option<&'static str>,
}

impl WhyView {
    /// The explanation to be passed on: the question, the chain, a line each, and the rules.
    pub fn to_text(&self) -> String {
        let mut lines = vec![self.title.clone(), self.subtitle.clone(), String::new()];
        for link in &self.links {
            let origin = link.origin.as_ref().map(|origin| format!(", {}", origin.text)).unwrap_or_default();
            lines.push(format!("{}: {} ({}{origin})", link.lead, plain(&link.text), link.rule));
            let side =
                |side: &ClashSide| format!("{} ({})", side.plan.text, side.of.as_ref().map_or("", |of| &of.text));
            let pair = |clash: &ClashView| format!("  {} × {}", side(&clash.a), side(&clash.b));
            lines.extend(link.clashes.iter().map(pair));
        }
        lines.push(String::new());
        lines.extend(self.rules.iter().map(|rule| format!("{}: {} [{}]", rule.id, rule.text, rule.confidence)));
        lines.extend(self.message.clone());
        lines.join("\n")
    }
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginView {
    /// In words: the time of day, or that it was so from the start.
    pub text: String,
    /// The seconds of the simulated clock that it is dated; none for what was there from the start.
    pub time: Option<u32>,
}

/// One link of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyLink {
    /// How it hangs on the one before.
    pub lead: &'static str,
    /// The sentence, in which names lead to what they are the names of.
    pub text: Vec<Piece>,
    /// Its drawing.
    pub icon: Icon,
    /// Its color.
    pub tone: Tone,
    /// Microsoft's code of the outcome.
    pub code: Option<&'static str>,
    /// Pairs of plans that exclude each other.
    pub clashes: Vec<ClashView>,
    /// The rule.
    pub rule: &'static str,
    /// What brought the fact, and when.
    pub origin: Option<OriginView>,
}

/// Two plans that exclude each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClashView {
    /// One plan.
    pub a: ClashSide,
    /// The other.
    pub b: ClashSide,
}

/// One of two plans that exclude each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClashSide {
    /// The plan.
    pub plan: Piece,
    /// The product that brings it, by its tag.
    pub of: Option<Piece>,
}

/// A rule that decided, and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleNote {
    /// Such as `R6.1`.
    pub id: &'static str,
    /// What it says.
    pub text: &'static str,
    /// Where it can be read, or where the row of the catalog can that it rests on here.
    pub sources: Vec<String>,
    /// How sure that is.
    pub confidence: &'static str,
}

/// Why the path is as it is; none where there is no such path.
pub fn why(tenant: &Tenant, words: Words, target: WhyTarget) -> Option<WhyView> {
    let WhyTarget { user, product, path } = target;
    let row = tenant.path(user, product, path)?;
    let trace = tenant.explain(user, product, path)?;
    let person = read::person(tenant, user);
    let product_name = tenant.product_name(product);
    let failed = row.error != AssignmentError::None;
    let title = match row.state {
        AssignmentState::Error => words.why_not_get(&person.name, &product_name),
        AssignmentState::ActiveWithError => words.why_keep(&person.name, &product_name),
        AssignmentState::Active | AssignmentState::Disabled => words.why_have(&person.name, &product_name),
    };
    let how = match path {
        Path::Direct => words.text(Text::ASSIGNED_DIRECTLY).to_string(),
        Path::Group(group) => words.through_group(&tenant.group_name(group)),
    };
    let status = read::path_status(tenant, words, user, &row);
    let mut chain = Chain { tenant, words, status, links: Vec::new(), rules: Vec::new(), wanted: Vec::new() };
    chain.add(&trace);
    Some(WhyView {
        title,
        subtitle: words.since(&how, &words.time_of_day(row.updated)),
        person,
        failed,
        message: failed.then(|| message(tenant, user, path, row.error)).flatten(),
        now: match path {
            Path::Group(group) => checks::now(tenant, words, &tenant.obstacles(user, group)),
            Path::Direct => Vec::new(),
        },
        portal: failed.then(|| words.portal(PortalTask::Reprocess, tenant.rules())),
        rules: chain.rules,
        links: chain.links,
    })
}

fn rule_note(words: Words, trace: &Trace) -> RuleNote {
    RuleNote {
        id: trace.rule.id,
        text: words.rule(trace.rule),
        sources: match &trace.source {
            Source::Row(text) => sources(words, text),
            page => vec![words.source(page)],
        },
        confidence: words.confidence(trace.confidence),
    }
}

fn message(tenant: &Tenant, user: UserId, path: Path, error: AssignmentError) -> Option<String> {
    use licensing_core::Target;
    let Path::Group(group) = path else { return None };
    let mut events = tenant.audit_about(Target::User(user), 0..tenant.audit_len());
    let failure = events.find(|event| {
        let error = error == AssignmentError::Other || event.error == error;
        error && event.message.is_some() && event.targets == [Target::User(user), Target::Group(group)]
    })?;
    failure.message.map(|message| message.text)
}

struct Chain<'a> {
    tenant: &'a Tenant,
    words: Words,
    status: Status,
    links: Vec<WhyLink>,
    rules: Vec<RuleNote>,
    /// What groups were said to want to give.
    wanted: Vec<(GroupId, ProductId)>,
}

impl Chain<'_> {
    /// Adds a trace and what it rests on: causes right after what they cause, facts that say the same once.
    fn add(&mut self, trace: &Trace) {
        let lead = if self.links.is_empty() { Text::LEAD_OUTCOME } else { Text::LEAD_BECAUSE };
        self.push(lead, trace);
        self.add_causes(&trace.causes);
    }

    fn add_causes(&mut self, causes: &[Trace]) {
        let clashes: Vec<&Trace> = causes.iter().filter(|cause| is_clash(cause)).collect();
        if !clashes.is_empty() {
            self.push_clashes(&clashes);
        }
        let first = self.links.len();
        for cause in causes.iter().filter(|cause| !is_clash(cause)) {
            let lead = match cause.statement {
                Statement::CauseGone { .. }
                | Statement::BlockedBefore { .. }
                | Statement::NowBlockedBy { .. }
                | Statement::Pending { .. } => Text::LEAD_BUT_NOW,
                _ if self.links.len() > first || !clashes.is_empty() => Text::LEAD_AND,
                _ => Text::LEAD_BECAUSE,
            };
            if self.push(lead, cause) {
                self.add_causes(&cause.causes);
            }
        }
    }

    /// All pairs as one link, then once each product that brings a plan of them.
    fn push_clashes(&mut self, clashes: &[&Trace]) {
        let pairs = clashes.iter().filter_map(|clash| {
            let Statement::PlansExclude { a, b } = clash.statement else { return None };
            let of = |plan| clash.causes.iter().find_map(|cause| bringer(&cause.statement, plan));
            Some(ClashView { a: self.side(a, of(a)), b: self.side(b, of(b)) })
        });
        let pairs: Vec<ClashView> = pairs.collect();
        let text = match pairs.len() {
            1 => Text::THESE_TWO_PLANS,
            _ => Text::THESE_PLANS,
        };
        let is_disputed = clashes.iter().any(|clash| match clash.statement {
            Statement::PlansExclude { a, b } => self.tenant.is_disputed(a, b),
            _ => false,
        });
        let mut text = self.words.text(text).to_string();
        if is_disputed {
            text = format!("{text} {}", self.words.text(Text::SOURCES_DISAGREE));
        }
        let Some(first) = clashes.first() else { return };
        clashes.iter().for_each(|clash| self.note(clash));
        self.links.push(WhyLink {
            lead: self.words.text(Text::LEAD_BECAUSE),
            text: vec![Piece { text, address: None }],
            icon: Icon::Clash,
            tone: Tone::Error,
            code: None,
            clashes: pairs,
            rule: first.rule.id,
            origin: None,
        });
        let causes: Vec<&Trace> = clashes.iter().flat_map(|clash| clash.causes.iter()).collect();
        let mut bringers: Vec<Bringer> = Vec::new();
        for cause in &causes {
            if let Some(bringer) = Bringer::of(&cause.statement)
                && !bringers.contains(&bringer)
            {
                bringers.push(bringer);
            }
        }
        for (at, bringer) in bringers.into_iter().enumerate() {
            let own: Vec<&&Trace> =
                causes.iter().filter(|cause| Bringer::of(&cause.statement) == Some(bringer)).collect();
            let lead = if at == 0 { Text::LEAD_BECAUSE } else { Text::LEAD_AND };
            self.push_bringer(lead, bringer, &own);
        }
    }

    /// One of a pair, with the product that brings it where that is known.
    fn side(&self, plan: PlanId, of: Option<ProductId>) -> ClashSide {
        let named = of.map_or(Named::PlanOfPair(plan), |product| Named::PlanOf(product, plan));
        let tag =
            |product| Piece::name(self.tenant, read::product_name(self.tenant, product).tag, Named::Product(product));
        ClashSide { plan: Piece::name(self.tenant, self.tenant.plan_words(plan), named), of: of.map(tag) }
    }

    fn push_bringer(&mut self, lead: Text, bringer: Bringer, causes: &[&&Trace]) {
        let words = self.words;
        let names = Names::of(self.tenant);
        let (Bringer::Held(_, product, _) | Bringer::Wanted(_, product)) = bringer;
        let plans: Vec<String> = causes
            .iter()
            .filter_map(|cause| plan_of(&cause.statement))
            .map(|plan| names.plan(plan, Named::PlanOf(product, plan)))
            .collect();
        let plans = words.list(&plans);
        let (text, icon) = match bringer {
            Bringer::Held(user, of, path) => (
                words.already_holds(&names.user(user), &names.product(of), &names.path(words, path), &plans),
                if path == Path::Direct { Icon::Direct } else { Icon::Inherit },
            ),
            Bringer::Wanted(group, of) => {
                (words.wants_to_give(&names.group(group), &names.product(of), &plans), Icon::Group)
            }
        };
        let text = pieces(self.tenant, names.parts(&text));
        let Some(cause) = causes.first() else { return };
        if let Bringer::Wanted(group, product) = bringer {
            self.wanted.push((group, product));
        }
        self.links.push(WhyLink {
            lead: words.text(lead),
            text,
            icon,
            tone: Tone::Neutral,
            code: None,
            clashes: Vec::new(),
            rule: cause.rule.id,
            origin: cause.origin.map(|origin| self.origin(origin)),
        });
    }

    /// Adds one link, unless it was said already. Answers whether it was added.
    fn push(&mut self, lead: Text, trace: &Trace) -> bool {
        let (icon, tone) = self.drawing(trace);
        let text = pieces(self.tenant, self.words.sentence_parts(self.tenant, &trace.statement));
        if self.links.iter().any(|link| link.text == text) {
            return false;
        }
        // What the group carries is said already where its clashing plans are.
        if let Statement::TemplateHas { group, product } = trace.statement
            && self.wanted.contains(&(group, product))
        {
            return false;
        }
        self.note(trace);
        let code = self.links.is_empty().then_some(self.status.code).flatten();
        let link = WhyLink {
            lead: self.words.text(lead),
            text,
            icon,
            tone,
            code,
            clashes: Vec::new(),
            rule: trace.rule.id,
            origin: trace.origin.filter(|origin| *origin != Origin::Initial).map(|origin| self.origin(origin)),
        };
        self.links.push(link);
        true
    }

    /// Notes the rule of a link. Where links rest on rows of different sureness, each is noted; what else rows rest on is
    /// said of the rule once.
    fn note(&mut self, trace: &Trace) {
        let note = rule_note(self.words, trace);
        let is_it = |other: &&mut RuleNote| (other.id, other.confidence) == (note.id, note.confidence);
        match self.rules.iter_mut().find(is_it) {
            Some(noted) => {
                let further: Vec<String> =
                    note.sources.into_iter().filter(|source| !noted.sources.contains(source)).collect();
                noted.sources.extend(further);
            }
            None => self.rules.push(note),
        }
    }

    fn origin(&self, origin: Origin) -> OriginView {
        match origin {
            Origin::Command { time, .. } | Origin::Step { time } => {
                OriginView { text: self.words.time_of_day(time), time: Some(time) }
            }
            Origin::Initial => OriginView { text: self.words.text(Text::ORIGIN_INITIAL).to_string(), time: None },
        }
    }

    fn drawing(&self, trace: &Trace) -> (Icon, Tone) {
        match &trace.statement {
            Statement::InForce { .. } | Statement::KeptAsItWas { .. } | Statement::NotInForce { .. } => {
                (self.status.icon, self.status.tone)
            }
            Statement::Withheld { .. } => (Icon::Off, Tone::Neutral),
            Statement::SiblingFailed { error, .. } => (icon_of(*error), Tone::Error),
            Statement::NoSeat { .. } => (Icon::Seat, Tone::Error),
            Statement::UnitsAre { .. } => (Icon::Product, Tone::Neutral),
            Statement::PlansExclude { .. } => (Icon::Clash, Tone::Error),
            Statement::PlanLacks { .. } | Statement::PlanWouldLack { .. } => (Icon::Link, Tone::Error),
            Statement::WasNeeded { .. } => (Icon::Link, Tone::Neutral),
            Statement::Prohibited { .. } => (Icon::Pin, Tone::Error),
            Statement::LocationOfUser { .. } | Statement::LocationOfTenant { .. } => (Icon::Pin, Tone::Neutral),
            Statement::AddressHeld { .. } => (Icon::Mail, Tone::Error),
            Statement::PlanHeld { path: Path::Direct, .. } | Statement::AssignedDirectly { .. } => {
                (Icon::Direct, Tone::Neutral)
            }
            Statement::PlanHeld { .. } => (Icon::Inherit, Tone::Neutral),
            Statement::Member { .. } | Statement::Left { .. } => (Icon::User, Tone::Neutral),
            Statement::PlanWanted { .. }
            | Statement::GroupDeleted { .. }
            | Statement::TemplateHas { .. }
            | Statement::TemplateLost { .. }
            | Statement::TemplatePlans { .. } => (Icon::Group, Tone::Neutral),
            Statement::BecameDirect { .. } => (Icon::Direct, Tone::Neutral),
            Statement::CauseGone { .. } | Statement::Pending { .. } => (Icon::Refresh, Tone::Wait),
            Statement::WasBlocked { error, .. } => (icon_of(*error), Tone::Neutral),
            Statement::BlockedBefore { error, .. } | Statement::NowBlockedBy { error, .. } => {
                (icon_of(*error), Tone::Error)
            }
            Statement::SeatOrder | Statement::Unknown => (Icon::Info, Tone::Neutral),
        }
    }
}

/// What brings plans of a clash.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bringer {
    Held(UserId, ProductId, Path),
    Wanted(GroupId, ProductId),
}

impl Bringer {
    fn of(statement: &Statement) -> Option<Bringer> {
        match *statement {
            Statement::PlanHeld { user, product, path, .. } => Some(Bringer::Held(user, product, path)),
            Statement::PlanWanted { group, product, .. } => Some(Bringer::Wanted(group, product)),
            _ => None,
        }
    }
}

fn is_clash(trace: &Trace) -> bool {
    matches!(trace.statement, Statement::PlansExclude { .. })
}

fn plan_of(statement: &Statement) -> Option<PlanId> {
    match *statement {
        Statement::PlanHeld { plan, .. } | Statement::PlanWanted { plan, .. } => Some(plan),
        _ => None,
    }
}

fn bringer(statement: &Statement, wanted: PlanId) -> Option<ProductId> {
    match *statement {
        Statement::PlanHeld { plan, product, .. } | Statement::PlanWanted { plan, product, .. } if plan == wanted => {
            Some(product)
        }
        _ => None,
    }
}
