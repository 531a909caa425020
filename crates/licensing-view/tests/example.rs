//! The opening example through the view models: what a newcomer sees, and the three documented ways out of its
//! conflict.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::sync::Arc;

use licensing_core::Tenant;
use licensing_foresight::{Keep, Repairing, Target};
use licensing_model::command::{GroupKind, LicenseChange, NewUser, UserPatch};
use licensing_model::paced::at_once;
use licensing_model::{
    Command, CountryCode, GroupId, License, Member, Path, PlanId, ProductId, RuleSet, Units, UserId,
};
use licensing_scenario::sample::example;
use licensing_view::act::{Act, Stage};
use licensing_view::checks::Verdict;
use licensing_view::find::{self, Goal, Titled};
use licensing_view::foresight;
use licensing_view::step::{Before, StepKind, StepRecord};
use licensing_view::table::{Cell, Linked, ListId, Table};
use licensing_view::user::Cell as PlanCell;
use licensing_view::why::{ClashSide, WhyView};
use licensing_view::{
    Address, Icon, Route, Tone, WhyTarget, act, describe, group, overview, plain, processing, product, refusal, shell,
    step, story, user, why,
};
use licensing_wording::{Text, Words};

fn en() -> Words {
    Words::english()
}

fn tenant() -> Tenant {
    example::tenant(Arc::new(licensing_catalog::starter())).expect("every command of the example is accepted")
}

fn processed() -> Tenant {
    let mut tenant = tenant();
    assert!(tenant.settle(100).idle);
    tenant
}

fn e1(tenant: &Tenant) -> ProductId {
    tenant.catalog().product_by_part_number(example::E1).unwrap()
}

fn e3(tenant: &Tenant) -> ProductId {
    tenant.catalog().product_by_part_number(example::E3).unwrap()
}

fn plans(tenant: &Tenant, names: &[&str]) -> Vec<PlanId> {
    names.iter().map(|name| tenant.catalog().plan_by_name(name).unwrap()).collect()
}

fn adding(product: ProductId, disabled: Vec<PlanId>) -> LicenseChange {
    LicenseChange { add: vec![License { product, disabled }], remove: Vec::new() }
}

fn why_noor(tenant: &Tenant) -> WhyView {
    let target = WhyTarget { user: example::NOOR, product: e3(tenant), path: Path::Group(example::SALES) };
    why::why(tenant, en(), target).expect("the path is there")
}

fn attention(tenant: &Tenant) -> overview::Attention {
    overview::attention(tenant, en())
}

fn the_act(tenant: &Tenant) -> Act {
    act::act(tenant, en()).expect("Noor and the group are there")
}

#[test]
fn it_opens_with_work_waiting_and_nobody_in_error() {
    let tenant = tenant();
    let view = overview::overview(&tenant, en());
    assert!(!view.empty && attention(&tenant).groups.is_empty());
    let next: Vec<&str> = view.next.iter().map(|next| next.person.name.as_str()).collect();
    assert_eq!(next, ["Sanne de Wit", "Noor Visser", "Femke Bos", "Yusuf Demir"]);
    assert_eq!(view.waiting.words(en()), "4 steps waiting");
    let act = the_act(&tenant);
    assert_eq!((act.stage, act.ways.len()), (Stage::Waiting, 0));
}

#[test]
fn the_run_leaves_noor_with_conflicting_service_plans() {
    let tenant = processed();
    let view = attention(&tenant);
    assert_eq!(view.users, 1);
    let [row] = view.groups.as_slice() else { panic!("one group needs attention") };
    let cause = row.cause.as_ref().expect("one member is soon looked at");
    assert_eq!((cause.reason.word.as_str(), row.in_error), ("Conflicting service plans", 1));
    assert_eq!(cause.share, None);

    let sales = group::group(&tenant, en(), example::SALES).unwrap();
    let errors = at_once(async |pace| group::notification(&pace, &tenant, en(), example::SALES).await).unwrap();
    assert_eq!(errors.sentence, "1 user is in error.");
    assert_eq!(errors.reasons, "Conflicting service plans.");
    assert!(sales.can_reprocess);

    let noor = user::user(&tenant, en(), example::NOOR).unwrap();
    assert_eq!(noor.summary, "2 paths, 1 in force, 1 seat");
    let bad: Vec<&str> = noor.matrix.rows.iter().filter(|row| row.bad).map(|row| row.technical.as_str()).collect();
    assert_eq!(bad, ["EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE", "SHAREPOINTSTANDARD", "SHAREPOINTENTERPRISE"]);
    let clashing = noor.matrix.rows.iter().filter(|row| row.cells.contains(&PlanCell::Clash)).count();
    assert_eq!(clashing, 2);
}

#[test]
fn the_explanation_leads_from_the_outcome_to_the_commands() {
    let tenant = processed();
    let view = why_noor(&tenant);
    assert_eq!(view.title, "Why does Noor Visser not get Office 365 E3?");
    assert!(view.failed);
    let leads: Vec<&str> = view.links.iter().map(|link| link.lead).collect();
    assert_eq!(leads, ["Outcome", "because", "because", "and", "and"]);
    let clashes = &view.links.get(1).unwrap().clashes;
    assert_eq!(clashes.len(), 2);
    let of = |side: &ClashSide| side.of.as_ref().map(|of| of.text.clone());
    assert!(clashes.iter().all(|clash| (of(&clash.a), of(&clash.b)) == (Some("E3".into()), Some("E1".into()))));
    let held = view.links.get(2).unwrap();
    let said = plain(&held.text);
    assert!(said.starts_with("Noor Visser already has Office 365 E1 directly, with "), "{said}");
    assert_eq!(held.origin.as_ref().map(|origin| (origin.text.as_str(), origin.time)), Some(("09:00:06", Some(6))));
    let text = view.to_text();
    for part in ["Why does Noor Visser not get Office 365 E3?", "Outcome: ", "(E3) × ", "R6.1: ", "mutually exclusive."]
    {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
    assert!(view.message.unwrap().ends_with("are mutually exclusive."));
    assert!(view.rules.iter().any(|rule| rule.id == "R6.1" && rule.confidence == "Documented"));
}

/// What every link of an explanation leads to, by its name.
fn named(view: &WhyView) -> BTreeMap<String, String> {
    let sides = view.links.iter().flat_map(|link| &link.clashes).flat_map(|clash| [&clash.a, &clash.b]);
    let of_pairs = sides.flat_map(|side| std::iter::once(&side.plan).chain(&side.of));
    let sentences = view.links.iter().map(|link| &link.text).chain(view.now.iter().flat_map(|check| &check.reasons));
    let pieces = sentences.flatten().chain(of_pairs);
    pieces.filter_map(|piece| Some((piece.text.clone(), piece.address.as_ref()?.to_string()))).collect()
}

#[test]
fn whatever_an_explanation_names_leads_to_the_thing_itself() {
    let mut tenant = processed();
    let [e1, e3] = [e1(&tenant), e3(&tenant)].map(|product| product.raw());
    let plans = |product: u32, plan: &str| format!("#/products/{product}/plans?q={plan}");
    let named = named(&why_noor(&tenant));
    for (name, address) in [
        ("Noor Visser", format!("#/users/{}", example::NOOR.raw())),
        ("Sales E3", "#/groups/0".to_string()),
        ("Office 365 E1", format!("#/products/{e1}/users")),
        ("Office 365 E3", format!("#/products/{e3}/users")),
        ("E1", format!("#/products/{e1}/users")),
        ("Exchange Online (Plan 1)", plans(e1, "EXCHANGE_S_STANDARD")),
        ("Exchange Online (Plan 2)", plans(e3, "EXCHANGE_S_ENTERPRISE")),
    ] {
        assert_eq!(named.get(name), Some(&address), "{name} in {named:#?}");
    }
    // Each leads somewhere.
    assert!(named.values().all(|address| address.parse::<Address>().is_ok()), "{named:#?}");

    // A name that looks like what a sentence is made with is a name like any other.
    let odd = "\u{F0000}\u{F0001}".to_string();
    let patch = UserPatch { display_name: Some(odd.clone()), ..UserPatch::default() };
    tenant.apply(&Command::UpdateUser(example::NOOR, patch)).unwrap();
    let view = why_noor(&tenant);
    assert!(
        plain(&view.links[0].text).starts_with(&format!("{odd} does not get Office 365 E3")),
        "{:?}",
        view.links[0]
    );
}

#[test]
fn a_shortage_of_seats_hides_no_conflict() {
    let mut tenant = processed();
    let e3 = e3(&tenant);
    tenant.apply(&Command::SetUnits(e3, Units::enabled(3))).unwrap();
    let view = why_noor(&tenant);
    assert!(view.links.iter().any(|link| link.clashes.len() == 2), "the pairs stay in sight: {:#?}", view.links);
    let last = view.links.iter().rfind(|link| link.lead == "but now").expect("a step would come to something else");
    let said = plain(&last.text);
    assert!(said.starts_with("That still stands.") && said.contains("no free seat"), "{said}");
    assert!(view.links.iter().all(|link| !plain(&link.text).contains("is gone")), "{:#?}", view.links);
    let verdicts: Vec<Verdict> = view.now.iter().map(|check| check.verdict).collect();
    let [passed, failed, next] = [Verdict::Passed, Verdict::Failed, Verdict::FailsNext];
    assert_eq!(verdicts, [passed, failed, next, passed, passed]);
    let reasons: Vec<String> = view.now[1].reasons.iter().map(|reason| plain(reason)).collect();
    assert_eq!(reasons, ["No seat of Office 365 E3 is free: 3 of 3 are in use."]);
    assert_eq!(view.now[2].reasons.len(), 2);

    tenant.apply(&Command::ReprocessUser(example::NOOR)).unwrap();
    tenant.settle(10);
    let view = why_noor(&tenant);
    assert_eq!(view.links[0].code, Some("CountViolation"), "the earlier check was recorded");
    assert_eq!(view.now.iter().map(|check| check.verdict).collect::<Vec<_>>(), verdicts, "the conflict is said too");
}

#[test]
fn a_clash_on_which_sources_disagree_says_so() {
    const SAID: &str = "Sources disagree whether that is so today; it was turned on in this tenant.";
    let says = |tenant: &Tenant| why_noor(tenant).links.iter().any(|link| plain(&link.text).ends_with(SAID));
    let mut today = tenant();
    let [a, b] = plans(&today, &["SHAREPOINTSTANDARD", "SHAREPOINTENTERPRISE"])[..] else { panic!("two plans") };
    today.apply(&Command::SetRuleSet(RuleSet::Today)).unwrap();
    today.apply(&Command::SetExclusivePair { a, b, counts: true }).unwrap();
    assert!(today.settle(100).idle);
    assert!(why_noor(&today).failed && says(&today), "{:#?}", why_noor(&today).links);
    assert!(!says(&processed()), "in 2019 they agreed");
}

#[test]
fn two_plans_off_in_the_direct_license_and_a_reprocess_resolve_it() {
    let mut tenant = processed();
    let off = plans(&tenant, &["EXCHANGE_S_STANDARD", "SHAREPOINTSTANDARD"]);
    let change = adding(e1(&tenant), off);
    tenant.apply(&Command::ChangeUserLicenses(example::NOOR, change)).unwrap();
    assert_eq!(tenant.queue_length(), 0, "a direct license starts nothing");
    let act = the_act(&tenant);
    assert_eq!((act.stage, act.ways.len()), (Stage::Mended, 1), "what is left is to process her");
    let links = why_noor(&tenant).links;
    assert!(links.iter().any(|link| (link.lead, link.icon) == ("but now", Icon::Refresh)), "{links:#?}");

    tenant.apply(&Command::ReprocessUser(example::NOOR)).unwrap();
    tenant.settle(10);
    assert_eq!(the_act(&tenant).stage, Stage::Done);
    assert_eq!(why_noor(&tenant).title, "Why does Noor Visser have Office 365 E3?");
}

#[test]
fn two_plans_off_in_the_group_resolve_it_by_the_groups_own_run() {
    let mut tenant = processed();
    let off = plans(&tenant, &["EXCHANGE_S_ENTERPRISE", "SHAREPOINTENTERPRISE"]);
    let change = adding(e3(&tenant), off);
    tenant.apply(&Command::ChangeGroupLicenses(example::SALES, change)).unwrap();
    tenant.settle(10);
    assert_eq!(the_act(&tenant).stage, Stage::Done);
    let template = group::group(&tenant, en(), example::SALES).unwrap().products;
    let [row] = template.as_slice() else { panic!("one product") };
    assert_eq!((row.plans_on.as_str(), row.off.len()), ("18 of 20 plans on", 2));
}

#[test]
fn taking_the_direct_license_away_and_a_reprocess_of_the_group_resolve_it() {
    let mut tenant = processed();
    let change = LicenseChange { add: Vec::new(), remove: vec![e1(&tenant)] };
    tenant.apply(&Command::ChangeUserLicenses(example::NOOR, change)).unwrap();
    tenant.apply(&Command::ReprocessGroup(example::SALES)).unwrap();
    tenant.settle(10);
    assert_eq!(the_act(&tenant).stage, Stage::Done);
    assert!(attention(&tenant).groups.is_empty());
}

#[test]
fn a_group_that_fails_to_swap_says_who_still_holds_the_old_product() {
    let mut tenant = processed();
    let (e1, e3) = (e1(&tenant), e3(&tenant));
    let without_e1 = LicenseChange { add: Vec::new(), remove: vec![e1] };
    tenant.apply(&Command::ChangeUserLicenses(example::NOOR, without_e1)).unwrap();
    tenant.apply(&Command::ReprocessGroup(example::SALES)).unwrap();
    tenant.apply(&Command::SetUnits(e1, Units::enabled(1))).unwrap();
    tenant.settle(10);
    let swap = LicenseChange { add: vec![License { product: e1, disabled: Vec::new() }], remove: vec![e3] };
    tenant.apply(&Command::ChangeGroupLicenses(example::SALES, swap)).unwrap();
    tenant.settle(10);
    let note = at_once(async |pace| group::notification(&pace, &tenant, en(), example::SALES).await).unwrap();
    assert_eq!(note.sentence, "3 of 4 users are in error.");
    assert_eq!(
        note.notes,
        [
            "3 of them keep Office 365 E3 as it was.",
            "“Other” stands beside a product that failed only because another product of the group did (R4.5).",
        ]
    );
}

#[test]
fn a_refusal_speaks_microsofts_words_and_names_its_rule() {
    let mut tenant = tenant();
    let command = Command::DeleteGroup(example::SALES);
    let refused = tenant.apply(&command).unwrap_err();
    let note = refusal::refusal(&tenant, &command, &refused);
    assert_eq!(
        note.exact.unwrap(),
        "Unable to delete the group because there is a product license assigned to the group. To delete this group, \
         remove any product licenses first."
    );
    assert_eq!(note.rests_on.map(|(rule, _)| rule), Some("R11.1"));
    assert_eq!(en().say(&note.plain), "Remove all licenses from Sales E3 before deleting it.");
}

#[test]
fn the_queue_foresees_what_each_step_then_comes_to() {
    let mut tenant = tenant();
    let foreseen: Vec<String> = processing::processing(&tenant, en())
        .runs
        .iter()
        .flat_map(|run| &run.users)
        .map(|user| user.foreseen.as_ref().expect("the queue is short").word.clone())
        .collect();
    assert_eq!(
        foreseen,
        ["Expected: Applied", "Expected: Conflicting service plans", "Expected: Applied", "Expected: Applied"]
    );
    for (number, word) in foreseen.into_iter().enumerate() {
        let before = Before::of(&tenant);
        let outcome = tenant.step().unwrap();
        let came = StepRecord::new(&before, &tenant, number, &outcome).view(en()).outcome;
        assert_eq!(en().foreseen(&came.word), word);
    }
}

#[test]
fn every_step_is_worded() {
    let mut tenant = tenant();
    let mut take = |number| {
        let before = Before::of(&tenant);
        let outcome = tenant.step().unwrap();
        StepRecord::new(&before, &tenant, number, &outcome)
    };
    let (first, second) = (take(1), take(2));
    let view = first.view(en());
    assert_eq!((view.outcome.word.as_str(), view.detail.as_str()), ("Applied", "Office 365 E3"));
    assert_eq!(first.kind(), StepKind::Applied);
    let view = second.view(en());
    assert_eq!((view.outcome.tone, second.kind()), (Tone::Error, StepKind::Failed));
    let detail = step::detail(en(), &second);
    let verdicts: Vec<(&str, Verdict)> = detail.checks.iter().map(|check| (check.name, check.verdict)).collect();
    assert_eq!(
        verdicts,
        [
            ("Location", Verdict::Passed),
            ("Seats", Verdict::Passed),
            ("Exclusive plans", Verdict::Failed),
            ("Dependencies", Verdict::NotReached),
            ("Mail addresses", Verdict::NotReached),
        ]
    );
    let [change] = detail.changes.as_slice() else { panic!("one path of the run's group: {:?}", detail.changes) };
    assert_eq!((change.before.word.as_str(), change.after.word.as_str()), ("Not yet", "Conflicting service plans"));
    assert!(step::detail(en(), &first).checks.iter().all(|check| check.verdict == Verdict::Passed));
    let sentence = step::step_sentence(en(), &view, processing::waiting(&tenant).steps());
    assert_eq!(sentence, "Moment 2, Noor Visser: Conflicting service plans (Office 365 E3). 2 steps waiting.");
    let run = processing::processing(&tenant, en());
    assert_eq!(run.runs.first().unwrap().state, "Processing in progress, 2 of 4 done");

    tenant.settle(10);
}

#[test]
fn products_say_what_is_left_and_offers_what_could_be_bought() {
    let tenant = processed();
    let rows = at_once(async |pace| product::products(&pace, &tenant, en()).await);
    let seats: Vec<(&str, u32, usize)> =
        rows.iter().map(|(row, failed)| (row.product.name.as_str(), row.seats.assigned, *failed)).collect();
    assert_eq!(seats, [("Office 365 E1", 1, 0), ("Office 365 E3", 3, 1)]);
    let offers = product::offers(&tenant, "office 365 e5", 10);
    assert!(offers.rows.iter().any(|offer| offer.product.part_number == "ENTERPRISEPREMIUM" && offer.offered));
    assert!(offers.rows.iter().all(|offer| offer.product.part_number != example::E3), "it is there already");
}

#[test]
fn the_rule_set_changes_what_the_group_offers() {
    let mut tenant = processed();
    tenant.apply(&Command::SetRuleSet(RuleSet::Today)).unwrap();
    assert!(!group::group(&tenant, en(), example::SALES).unwrap().can_reprocess);
    assert_eq!(shell::shell(&tenant, en(), shell::HistoryView::default()).rules, RuleSet::Today);
}

#[test]
fn an_empty_tenant_says_how_to_begin() {
    let tenant = example::empty(Arc::new(licensing_catalog::starter()));
    assert!(overview::overview(&tenant, en()).empty);
    let story = story::story(&tenant, en()).expect("everything is still to be done");
    assert_eq!(story.title, "How to begin");
    assert!(story.goals.first().unwrap().now);
    assert!(act::act(&tenant, en()).is_none());
    assert!(story::story(&processed(), en()).is_none(), "nothing is left to begin with");
}

#[test]
fn each_way_of_the_first_act_turns_it_green() {
    let failed = the_act(&processed());
    assert_eq!((failed.stage, failed.ways.len()), (Stage::Failed, 4));
    assert!(failed.title.ends_with("watch why Noor does not get it"), "{}", failed.title);
    assert_eq!(
        failed.sentence,
        "Noor Visser does not get Office 365 E3, because service plans conflict. The rules of 2019 say so; today's allow both."
    );
    for way in failed.ways {
        let mut tenant = processed();
        for command in &way.commands {
            tenant.apply(command).unwrap_or_else(|refused| panic!("{}: {refused:?}", way.word));
        }
        assert_eq!(the_act(&tenant).stage, Stage::Mended, "{}", way.word);
        tenant.settle(10);
        let done = the_act(&tenant);
        assert_eq!(done.stage, Stage::Done, "{}", way.word);
        assert_eq!(done.title, "Noor now has the license that her group gives to its members", "{}", way.word);
    }
}

#[test]
fn products_are_found_by_former_names_words_in_any_order_and_ids() {
    let tenant = example::empty(Arc::new(licensing_catalog::starter()));
    let first =
        |typed: &str| product::offers(&tenant, typed, 10).rows.into_iter().map(|offer| offer.product.part_number);
    for typed in ["Office 365 Enterprise E3", "E3 office", "6fd2c87f-b296-42f0-b197-1e91e994b900", "enterprisepack"] {
        assert!(first(typed).any(|part_number| part_number == example::E3), "{typed}");
    }
    for (typed, wanted) in [
        ("Office 365 E1", example::E1),
        ("office 365 enterprise e1", example::E1),
        ("Office 365 E3", example::E3),
        ("enterprisepack", example::E3),
    ] {
        assert_eq!(first(typed).next().as_deref(), Some(wanted), "what is called exactly so comes first");
    }
    assert_eq!(first("Office 365 Enterprise E9").count(), 0);
}

#[test]
fn commands_are_described_in_words() {
    let tenant = processed();
    let of = |command: Command| en().say(&describe::describe(&tenant, &command));
    let change = adding(e1(&tenant), Vec::new());
    assert_eq!(
        of(Command::ChangeUserLicenses(example::NOOR, change.clone())),
        "change the plans of Office 365 E1 on Noor Visser"
    );
    assert_eq!(of(Command::ChangeGroupLicenses(example::SALES, change)), "assign Office 365 E1 to Sales E3");
    assert_eq!(of(Command::SetUnits(e1(&tenant), Units::enabled(1))), "change units of Office 365 E1");
    assert_eq!(of(Command::SetRuleSet(RuleSet::Today)), "switch to today's rules");
}

#[test]
fn what_is_not_there_has_no_view() {
    let mut tenant = tenant();
    let nobody = UserId::from_raw(99);
    assert_eq!(user::user(&tenant, en(), nobody), None);
    assert_eq!(group::group(&tenant, en(), GroupId::from_raw(99)), None);
    let target = WhyTarget { user: nobody, product: e3(&tenant), path: Path::Direct };
    assert_eq!(why::why(&tenant, en(), target), None);
    tenant.apply(&Command::DeleteUser(example::NOOR)).unwrap();
    assert!(user::user(&tenant, en(), example::NOOR).unwrap().deleted.is_some());
}

#[test]
fn what_happened_is_told_of_each_newest_first() {
    let tenant = processed();
    let to_user = |id| licensing_view::happened::to_user(&tenant, en(), id).finish().unwrap();
    let to_group = |id| licensing_view::happened::to_group(&tenant, en(), id).finish().unwrap();
    let to_noor = to_user(example::NOOR);
    let newest = to_noor.events.first().unwrap();
    assert_eq!((newest.activity.as_str(), newest.told.as_str()), ("Change user license", "Licenses processed through"));
    assert_eq!(newest.with.iter().map(|with| with.text.as_str()).collect::<Vec<_>>(), ["Sales E3"]);
    assert_eq!((newest.result.tone, newest.result.code), (Tone::Error, Some("MutuallyExclusiveViolation")));
    assert_eq!(to_noor.log.to_string(), "#/audit?q=Noor%20Visser");
    let sanne = tenant.users().find(|user| tenant.user_name(*user) == "Sanne de Wit").unwrap();
    let to_sanne = to_user(sanne);
    let calculated = to_sanne.events.iter().find(|event| event.activity == "Update user").expect("she got a mailbox");
    assert_eq!(calculated.why.map(|(_, rule)| rule), Some("R9.1"));
    let to_sales = to_group(example::SALES);
    assert_eq!(to_sales.events.first().unwrap().activity, "Finish applying group based license to users");
    let told = |happened: &licensing_view::happened::Happened, told: &str| {
        happened.events.iter().any(|event| event.told == told)
    };
    assert!(told(&to_noor, "Direct licenses changed") && told(&to_noor, "Became a member of"), "{to_noor:?}");
    assert!(told(&to_sales, "Licenses processed for"), "{to_sales:?}");
    // Nobody reads Microsoft's names where there are words.
    for id in tenant.users() {
        for event in to_user(id).events {
            assert_ne!(event.told, event.activity);
        }
    }
    for id in tenant.groups() {
        for event in to_group(id).events {
            assert_ne!(event.told, event.activity);
        }
    }
}

#[test]
fn who_else_holds_an_address_stands_beside_it() {
    let mut tenant = processed();
    let address = "anna@contoso.onmicrosoft.com";
    let held = vec![licensing_model::address::ProxyAddress::parse(address)];
    let set = Command::SetAddresses { user: example::NOOR, mail: None, proxy_addresses: Some(held.clone()) };
    tenant.apply(&set).unwrap();
    let others = |tenant: &Tenant| {
        let view = user::user(tenant, en(), example::NOOR).unwrap();
        view.addresses[0].others.iter().map(|other| (other.text.clone(), other.route)).collect::<Vec<_>>()
    };
    assert_eq!(others(&tenant), []);
    tenant.apply(&Command::AddContact { name: "Reception".into(), addresses: held }).unwrap();
    assert_eq!(others(&tenant), [("Reception".to_string(), Some(Route::Contacts))]);
    for typed in [address, "recept"] {
        let found = find::find(&tenant, en(), &[], typed).findings;
        let contact = found.iter().find(|finding| finding.name == "Reception").expect(typed);
        let Goal::Screen(screen) = &contact.goal else { panic!("{contact:?} leads nowhere") };
        assert_eq!(screen.to_string(), "#/users/contacts?q=Reception");
        let table = Table::of(&tenant, en(), ListId::Contacts);
        let order = table.shown(&tenant, &table.sorted(&tenant, None, None), &screen.query);
        let row = table.rows(&tenant, &order, 0..order.len()).pop().expect("it is listed");
        assert!(
            row.cells.contains(&Cell::Links(
                vec![Linked { text: "Noor Visser".to_string(), route: Some(Route::User(example::NOOR)) }],
                ", "
            )),
            "{row:?}"
        );
    }
}

#[test]
fn a_product_is_found_by_its_part_number_in_any_case() {
    let tenant = tenant();
    let e1 = e1(&tenant);
    let is_e1 = |goal: &Goal| match goal {
        Goal::Screen(address) => matches!(address.route, Route::Product(product, _) if product == e1),
        _ => false,
    };
    for typed in ["STANDARDPACK", "standardpack", "StandardPack"] {
        let found = find::find(&tenant, en(), &[], typed).findings;
        assert!(found.iter().any(|finding| is_e1(&finding.goal)), "{typed}: {found:?}");
    }
}

#[test]
fn anything_is_found_by_what_it_is_called() {
    let tenant = tenant();
    let rule_set = en().text(Text::RULE_SET);
    for (typed, leads) in [
        ("Exchange Online (Plan 2)", "/plans?q=EXCHANGE_S_ENTERPRISE"),
        ("exclude each other", "#/rules/R6"),
        ("R6.1", "#/rules/R6.1"),
        ("mutuallyexclusive", "#/glossary?q="),
        ("Conflicting service plans", "#/glossary?q=Conflicting"),
        ("reprocess", "#/users"),
        (rule_set, "#/settings"),
        ("exclusive pairs", "#/rules/pairs"),
        ("new group", "NewGroup"),
        ("open a link", "OpenLink"),
    ] {
        let found = find::find(&tenant, en(), &[], typed).findings;
        let goals: Vec<String> = found
            .iter()
            .map(|finding| match &finding.goal {
                Goal::Screen(address) => address.to_string(),
                Goal::Deed(deed) => format!("{deed:?}"),
            })
            .collect();
        assert!(goals.iter().any(|goal| goal.contains(leads)), "{typed}: {goals:?}");
    }
}

#[test]
fn lessons_are_found_by_their_titles_and_numbers() {
    let route = Route::Lesson("first-license".parse().unwrap());
    let lesson = Titled { route, number: "Lesson 1".to_string(), title: "Accepted is not assigned".to_string() };
    for typed in ["accept", "lesson 1", "not assigned"] {
        let found = find::find(&tenant(), en(), std::slice::from_ref(&lesson), typed).findings;
        let found = found.iter().find(|finding| finding.name == lesson.title).expect(typed);
        assert_eq!(found.goal, Goal::Screen(Address::of(route)));
    }
    let screens = find::find(&tenant(), en(), &[], "lesson").findings;
    assert!(screens.iter().any(|finding| finding.goal == Goal::Screen(Address::of(Route::Lessons))), "{screens:?}");
}

#[test]
fn what_a_group_gives_and_nobody_has_processed_is_said_of_its_members() {
    let mut tenant = tenant();
    let awaited = |tenant: &Tenant| user::user(tenant, en(), example::NOOR).unwrap().awaited;
    let said = "Sales E3 assigns Office 365 E3; the user has not been processed for it yet.";
    assert_eq!(awaited(&tenant), [said]);
    assert!(tenant.settle(100).idle);
    assert!(awaited(&tenant).is_empty(), "it failed, and that is a path");
}

#[test]
fn under_todays_rules_the_act_says_that_both_products_stand_together() {
    let mut tenant = tenant();
    tenant.apply(&Command::SetRuleSet(RuleSet::Today)).unwrap();
    let waiting = the_act(&tenant);
    assert!(waiting.title.ends_with("watch what each member gets"), "{}", waiting.title);
    assert!(tenant.settle(100).idle);
    let act = the_act(&tenant);
    assert_eq!(act.stage, Stage::Done);
    assert_eq!(act.title, "Noor now has the license that her group gives to its members");
    assert!(act.sentence.starts_with("Under today's rules Noor Visser gets Office 365 E3"), "{}", act.sentence);
    let before = the_act(&processed());
    assert!(before.title.ends_with("watch why Noor does not get it"), "{}", before.title);
    assert!(before.sentence.contains("The rules of 2019 say so"), "{}", before.sentence);
}

#[test]
fn while_others_wait_the_act_says_what_happened_to_noor() {
    let mut tenant = tenant();
    while tenant.path(example::NOOR, e3(&tenant), Path::Group(example::SALES)).is_none() {
        tenant.step().expect("she waits");
    }
    assert!(tenant.waiting_steps() > 0, "Femke and Yusuf wait");
    let act = the_act(&tenant);
    assert_eq!(act.stage, Stage::Failed);
    let ends = ["by a direct E3", "Remove Noor Visser's own E1", "in the E3 of Sales E3", "in Noor Visser's own E1"];
    for (way, end) in act.ways.iter().zip(ends) {
        assert!(way.word.ends_with(end), "{}", way.word);
    }
}

#[test]
fn several_at_once_have_what_all_of_them_have() {
    let mut tenant = processed();
    let common = |tenant: &Tenant, users: &[UserId]| {
        let choices = group::choices_for_users(tenant, en(), users);
        choices
            .into_iter()
            .filter(|choice| choice.disabled.is_some())
            .map(|choice| choice.product.id)
            .collect::<Vec<_>>()
    };
    let e1 = e1(&tenant);
    let sanne = tenant.users().find(|user| *user != example::NOOR).unwrap();
    assert_eq!(common(&tenant, &[example::NOOR]), [e1]);
    assert_eq!(common(&tenant, &[example::NOOR, sanne]), []);
    let off = LicenseChange { add: Vec::new(), remove: vec![e1] };
    tenant.apply(&Command::ChangeUserLicenses(example::NOOR, off)).unwrap();
    assert_eq!(common(&tenant, &[example::NOOR]), []);
    let groups = group::choices_for_groups(&tenant, en(), &[example::SALES]);
    assert_eq!(groups.iter().filter(|choice| choice.disabled.is_some()).count(), 1);
}

#[test]
fn a_plan_can_be_added_that_the_product_does_not_hold() {
    let tenant = processed();
    let product = e3(&tenant);
    let all = product::plans_to_add(&tenant, product, "", usize::MAX);
    assert!(all.rows.iter().all(|plan| !tenant.product(product).unwrap().plans.contains(&plan.id)));
    let some = product::plans_to_add(&tenant, product, "exchange", 2);
    assert!(some.rows.len() <= 2 && some.all < all.all);
}

#[test]
fn a_group_without_a_prerequisite_is_refused_in_the_words_of_the_portal() {
    let mut tenant = processed();
    let catalog = tenant.catalog();
    let analytics = catalog.product_by_part_number("WORKPLACE_ANALYTICS").unwrap();
    tenant.apply(&Command::SetUnits(analytics, Units::enabled(5))).unwrap();
    tenant
        .apply(&Command::CreateGroup { name: "Analytics".into(), kind: licensing_model::command::GroupKind::Security })
        .unwrap();
    let group = tenant.groups().last().unwrap();
    let command = Command::ChangeGroupLicenses(group, adding(analytics, Vec::new()));
    let refused = tenant.apply(&command).unwrap_err();
    let note = refusal::refusal(&tenant, &command, &refused);
    assert_eq!(
        note.exact.as_deref(),
        Some(
            "License operation failed. Make sure that the group has necessary services before adding or removing a \
             dependent service. The service Microsoft Workplace Analytics requires Exchange Online (Plan 2) to be \
             enabled as well."
        )
    );
    assert_eq!(note.rests_on.map(|(rule, _)| rule), Some("R1.3"));
}

#[test]
fn what_became_direct_says_which_plan_forced_it() {
    let mut tenant = Tenant::new(Arc::new(licensing_catalog::starter()), licensing_model::TenantSettings::default());
    let suite = e3(&tenant);
    let conferencing = tenant.catalog().product_by_part_number("MCOMEETADV").unwrap();
    let (anna, sales) = (UserId::at(0), GroupId::at(0));
    let removing = LicenseChange { add: Vec::new(), remove: vec![suite] };
    let before = [
        Command::SetUnits(suite, Units::enabled(5)),
        Command::SetUnits(conferencing, Units::enabled(5)),
        Command::CreateUser(NewUser {
            display_name: "Anna".into(),
            user_principal_name: "anna@contoso.onmicrosoft.com".into(),
            usage_location: Some(CountryCode::NL),
            ..NewUser::default()
        }),
        Command::CreateGroup { name: "Sales".into(), kind: GroupKind::Security },
        Command::AddMember(sales, Member::User(anna)),
        Command::ChangeGroupLicenses(sales, adding(suite, Vec::new())),
    ];
    let after = [
        Command::ChangeUserLicenses(anna, adding(conferencing, Vec::new())),
        Command::ChangeGroupLicenses(sales, removing),
        Command::DeleteGroup(sales),
    ];
    for commands in [&before[..], &after[..]] {
        commands.iter().for_each(|command| _ = tenant.apply(command).unwrap());
        assert!(tenant.settle(10).idle);
    }
    let target = WhyTarget { user: anna, product: suite, path: Path::Direct };
    let view = why::why(&tenant, en(), target).expect("it became direct");
    let said: Vec<String> = view.links.iter().map(|link| plain(&link.text)).collect();
    let forced = "It could not be taken away then, because Microsoft 365 Audio Conferencing stayed and needs one of";
    assert!(said.iter().any(|text| text.starts_with(forced)), "{said:#?}");
    assert!(view.rules.iter().any(|rule| rule.id == "R7.3"), "{:?}", view.rules);
    let named = named(&view);
    let needed = named.get("Microsoft 365 Audio Conferencing").map(String::as_str);
    assert_eq!(needed, Some("#/rules/prerequisites?q=MCOMEETADV"), "{named:#?}");
}

#[test]
fn a_contact_that_holds_an_address_is_found_changed_and_deleted() {
    let mut tenant = tenant();
    let held = |text: &str| vec![licensing_model::address::ProxyAddress::parse(text)];
    let address = "noor.visser@contoso.onmicrosoft.com";
    // Without the clash of E1 and E3, the address is all that stands in the way.
    let removing = LicenseChange { add: Vec::new(), remove: vec![e1(&tenant)] };
    tenant.apply(&Command::ChangeUserLicenses(example::NOOR, removing)).unwrap();
    tenant
        .apply(&Command::SetAddresses { user: example::NOOR, mail: Some(None), proxy_addresses: Some(vec![]) })
        .unwrap();
    tenant.apply(&Command::AddContact { name: "Reception".into(), addresses: held(address) }).unwrap();
    let row = |tenant: &Tenant| {
        let table = Table::of(tenant, en(), ListId::Contacts);
        let rows = table.rows(tenant, &table.sorted(tenant, None, None), 0..9);
        rows.into_iter().next()
    };
    let Some(Cell::Actions(actions)) = row(&tenant).expect("it is listed").cells.pop() else { panic!("no actions") };
    let labels: Vec<&str> = actions.iter().map(|action| action.label.as_str()).collect();
    assert_eq!(labels, ["Change Reception", "Preview: Delete Reception", "Delete Reception"]);
    assert!(tenant.settle(100).idle);
    let view = why_noor(&tenant);
    assert!(view.links.iter().any(|link| plain(&link.text).contains("The contact Reception")), "{:#?}", view.links);
    assert_eq!(named(&view).get("Reception").map(String::as_str), Some("#/users/contacts?q=Reception"));
    let contact = licensing_model::ContactId::at(0);
    let rename = Command::UpdateContact { contact, name: Some("Desk".into()), addresses: None };
    assert_eq!(en().say(&describe::describe(&tenant, &rename)), "rename the contact Reception to Desk");
    tenant.apply(&rename).unwrap();
    assert_eq!(en().say(&describe::describe(&tenant, &Command::DeleteContact(contact))), "delete the contact Desk");
    tenant.apply(&Command::DeleteContact(contact)).unwrap();
    assert_eq!(row(&tenant), None);
    assert!(why_noor(&tenant).failed, "nothing is processed by itself");
    tenant.apply(&Command::ReprocessUser(example::NOOR)).unwrap();
    assert!(tenant.settle(100).idle);
    assert!(!why_noor(&tenant).failed);
}

#[test]
fn the_ways_of_the_act_are_all_that_are_found_but_the_one_that_gives_up_in_the_same_words_and_order() {
    let tenant = processed();
    let target = Target { user: example::NOOR, product: e3(&tenant), path: Path::Group(example::SALES) };
    let repairs = Repairing::all(&tenant, target, &Keep::ALL).unwrap();
    for words in [Words::english(), Words::dutch()] {
        let found = foresight::repairs(words, &tenant, example::NOOR, &repairs).repairs;
        // The license is worth nothing to whoever leaves the group.
        let given_up = words.text(Text::REPAIR_GIVES_UP);
        let kept = found.into_iter().filter(|repair| repair.effects.iter().all(|effect| effect != given_up));
        let kept: Vec<(String, Vec<Command>)> = kept.map(|repair| (repair.what, repair.commands)).collect();
        let ways = act::act(&tenant, words).unwrap().ways.into_iter();
        assert_eq!(ways.map(|way| (way.word, way.commands)).collect::<Vec<_>>(), kept);
    }
}
