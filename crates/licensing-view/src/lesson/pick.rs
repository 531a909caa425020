//! The form in which a condition is picked from lists: every choice is the pick that it leads to.

use licensing_core::{Action, Tenant};
use licensing_lesson::pick::{Kind, Pick, Sense};
use licensing_lesson::{Condition, Primary, Range, Users, Via, propose};
use licensing_model::{AssignmentError, CountryCode, Path, PlanId, RuleSet, UserId};
use licensing_wording::{Text, Words};

/// One field of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickField {
    /// What is picked here.
    pub label: &'static str,
    /// How.
    pub input: PickInput,
}

/// How something is picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PickInput {
    /// From a list: what each choice says and the pick that it leads to.
    Choice {
        /// The choices.
        options: Vec<(String, Pick)>,
        /// Which of them holds.
        chosen: usize,
    },
    /// By typing this.
    Typed(Typed, String),
}

/// What is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// An address.
    Address,
    /// The least of a range.
    Least,
    /// The most of a range; nothing is no limit.
    Most,
}

/// The pick with something else typed; what is no number stays as it is.
pub fn typed(pick: &Pick, what: Typed, text: &str) -> Pick {
    let number = |otherwise: u32| match text.trim() {
        "" => Some(otherwise),
        text => text.parse().ok(),
    };
    let Range { least, most } = pick.range;
    let range = match what {
        Typed::Address => return Pick { address: text.to_string(), ..pick.clone() },
        Typed::Least => Range { least: number(0).unwrap_or(least), most },
        Typed::Most => Range { least, most: number(u32::MAX).unwrap_or(most) },
    };
    Pick { range, ..pick.clone() }
}

/// The fields that the kind of the pick has.
pub fn fields(pick: &Pick, tenant: &Tenant, words: Words) -> Vec<PickField> {
    let form = Form { pick, tenant, words };
    let mut fields = vec![form.kinds()];
    fields.extend(match pick.kind {
        Kind::Holds => vec![form.who(), form.products(), form.paths()],
        Kind::Plan => vec![form.who(), form.plans()],
        Kind::Clear => vec![form.who()],
        Kind::Failed => vec![form.who(), form.errors(), form.products_or_any(), form.paths()],
        Kind::Member => vec![form.who(), form.groups()],
        Kind::Located => vec![form.who(), form.countries()],
        Kind::Address => vec![
            form.who(),
            PickField {
                label: form.text(Text::PICK_ADDRESS),
                input: PickInput::Typed(Typed::Address, pick.address.clone()),
            },
            form.primary(),
        ],
        Kind::Seats | Kind::Units => vec![form.products(), form.least(), form.most()],
        Kind::Carries => vec![form.groups(), form.products()],
        Kind::There => vec![form.groups()],
        Kind::Idle => Vec::new(),
        Kind::Rules => vec![form.rules()],
    });
    fields.push(form.senses());
    fields
}

struct Form<'a> {
    pick: &'a Pick,
    tenant: &'a Tenant,
    words: Words,
}

impl Form<'_> {
    fn text(&self, text: Text) -> &'static str {
        self.words.text(text)
    }

    /// A list in which the present pick is chosen; where no choice leads to it, it is one more, said as `otherwise`.
    fn choice(&self, label: Text, mut options: Vec<(String, Pick)>, otherwise: impl Fn() -> String) -> PickField {
        let chosen = options.iter().position(|(_, pick)| pick == self.pick).unwrap_or_else(|| {
            options.insert(0, (otherwise(), self.pick.clone()));
            0
        });
        PickField { label: self.text(label), input: PickInput::Choice { options, chosen } }
    }

    fn with(&self, change: impl FnOnce(&mut Pick)) -> Pick {
        let mut pick = self.pick.clone();
        change(&mut pick);
        pick
    }

    fn to_choose(&self) -> String {
        self.text(Text::PICK_CHOOSE).to_string()
    }

    fn kinds(&self) -> PickField {
        let options = Kind::ALL.into_iter().map(|kind| {
            let said = self.text(match kind {
                Kind::Holds => Text::PICK_HOLDS,
                Kind::Plan => Text::PICK_GETS_PLAN,
                Kind::Clear => Text::PICK_CLEAR,
                Kind::Failed => Text::PICK_FAILED,
                Kind::Member => Text::PICK_MEMBER,
                Kind::Located => Text::PICK_LOCATED,
                Kind::Address => Text::PICK_HOLDS_ADDRESS,
                Kind::Seats => Text::PICK_SEATS,
                Kind::Units => Text::PICK_UNITS,
                Kind::Carries => Text::PICK_CARRIES,
                Kind::There => Text::PICK_THERE,
                Kind::Idle => Text::PICK_IDLE,
                Kind::Rules => Text::PICK_RULE_SET,
            });
            // What another kind is not: an error of any product, a product of any kind.
            let product = self.pick.product.or_else(|| self.tenant.products().next());
            (said.to_string(), Pick { kind, product, ..self.pick.clone() })
        });
        let mut options: Vec<_> = options.collect();
        if let Some(own) = options.iter_mut().find(|(_, pick)| pick.kind == self.pick.kind) {
            own.1 = self.pick.clone();
        }
        self.choice(Text::PICK_KIND, options, || self.to_choose())
    }

    fn senses(&self) -> PickField {
        let options = [(Sense::Holds, Text::PICK_IS), (Sense::DoesNot, Text::PICK_IS_NOT)];
        let options = options.map(|(sense, said)| (self.text(said).to_string(), self.with(|pick| pick.sense = sense)));
        self.choice(Text::PICK_SENSE, options.to_vec(), || self.to_choose())
    }

    fn who(&self) -> PickField {
        let everybody = Users::Everybody((0..self.tenant.next_user().raw()).map(UserId::from_raw).collect());
        let mut whom = vec![(self.text(Text::GOAL_EVERYBODY).to_string(), everybody)];
        whom.extend(
            self.tenant
                .groups()
                .map(|group| (self.words.pick_members(&self.tenant.group_name(group)), Users::Members(group))),
        );
        whom.extend(self.tenant.users().map(|user| (self.tenant.user_name(user), Users::These(vec![user]))));
        let options = whom.into_iter().map(|(said, who)| (said, self.with(|pick| pick.who = who)));
        self.choice(Text::PICK_WHO, options.collect(), || match &self.pick.who {
            Users::These(users) => {
                self.words.list(&users.iter().map(|user| self.tenant.user_name(*user)).collect::<Vec<_>>())
            }
            Users::Members(_) | Users::Everybody(_) => self.to_choose(),
        })
    }

    fn product_options(&self) -> Vec<(String, Pick)> {
        let products = self.tenant.products();
        products
            .map(|product| (self.tenant.product_name(product), self.with(|pick| pick.product = Some(product))))
            .collect()
    }

    fn products(&self) -> PickField {
        self.choice(Text::PICK_PRODUCT, self.product_options(), || self.to_choose())
    }

    fn products_or_any(&self) -> PickField {
        let any = (self.text(Text::PICK_ANY_PRODUCT).to_string(), self.with(|pick| pick.product = None));
        let options = std::iter::once(any).chain(self.product_options()).collect();
        self.choice(Text::PICK_PRODUCT, options, || self.to_choose())
    }

    fn plans(&self) -> PickField {
        let named = |plans: Vec<PlanId>, said: String| (said, self.with(|pick| pick.plans = plans));
        let catalog = self.tenant.catalog();
        let mailbox = propose::mailbox_plans(catalog);
        let mut plans: Vec<PlanId> = Vec::new();
        for product in self.tenant.products() {
            let own = catalog.product(product).map(|info| info.plans(self.tenant.rules())).unwrap_or_default();
            let new: Vec<_> = own.iter().filter(|plan| !plans.contains(plan)).copied().collect();
            plans.extend(new);
        }
        let mut options = vec![named(mailbox, self.text(Text::PICK_MAILBOX).to_string())];
        options.extend(plans.into_iter().map(|plan| named(vec![plan], self.tenant.plan_words(plan))));
        self.choice(Text::PICK_PLAN, options, || match self.pick.plans.as_slice() {
            [] => self.to_choose(),
            plans => self.words.list(&plans.iter().map(|plan| self.tenant.plan_name(*plan)).collect::<Vec<_>>()),
        })
    }

    fn groups(&self) -> PickField {
        let groups = self.tenant.groups();
        let options = groups.map(|group| (self.tenant.group_name(group), self.with(|pick| pick.group = Some(group))));
        self.choice(Text::PICK_GROUP, options.collect(), || self.to_choose())
    }

    fn paths(&self) -> PickField {
        let mut paths = vec![
            (self.text(Text::PICK_ANY_PATH).to_string(), Via::Any),
            (self.text(Text::SHORT_DIRECTLY).to_string(), Via::Path(Path::Direct)),
        ];
        let groups = self.tenant.groups();
        paths.extend(groups.map(|group| (self.tenant.group_name(group), Via::Path(Path::Group(group)))));
        let options = paths.into_iter().map(|(said, via)| (said, self.with(|pick| pick.via = via)));
        self.choice(Text::PICK_VIA, options.collect(), || self.to_choose())
    }

    fn errors(&self) -> PickField {
        let any = (self.text(Text::PICK_ANY_ERROR).to_string(), self.with(|pick| pick.error = None));
        let each = AssignmentError::ALL.into_iter().filter(|error| *error != AssignmentError::None);
        let each = each.map(|error| (error.name().to_string(), self.with(|pick| pick.error = Some(error))));
        self.choice(Text::PICK_ERROR, std::iter::once(any).chain(each).collect(), || self.to_choose())
    }

    fn countries(&self) -> PickField {
        let any = (self.text(Text::PICK_ANY_COUNTRY).to_string(), self.with(|pick| pick.country = None));
        let each = self.words.countries().filter_map(|(code, name)| {
            let country: CountryCode = code.parse().ok()?;
            Some((name.to_string(), self.with(|pick| pick.country = Some(country))))
        });
        let options = std::iter::once(any).chain(each).collect();
        self.choice(Text::PICK_COUNTRY, options, || {
            self.pick.country.map(|country| self.words.country(country)).unwrap_or_default()
        })
    }

    fn primary(&self) -> PickField {
        let options = [(Primary::Yes, Text::PICK_PRIMARY_YES), (Primary::No, Text::PICK_PRIMARY_NO)];
        let options = options.map(|(own, said)| (self.text(said).to_string(), self.with(|pick| pick.primary = own)));
        self.choice(Text::PICK_PRIMARY, options.to_vec(), || self.to_choose())
    }

    fn rules(&self) -> PickField {
        let options = [(RuleSet::Rules2019, Text::RULES_2019), (RuleSet::Today, Text::RULES_TODAY)];
        let options = options.map(|(own, said)| (self.text(said).to_string(), self.with(|pick| pick.rules = own)));
        self.choice(Text::PICK_RULES, options.to_vec(), || self.to_choose())
    }

    fn least(&self) -> PickField {
        let input = PickInput::Typed(Typed::Least, self.pick.range.least.to_string());
        PickField { label: self.text(Text::PICK_LEAST), input }
    }

    fn most(&self) -> PickField {
        let most = self.pick.range.most;
        let shown = if most == u32::MAX { String::new() } else { most.to_string() };
        PickField { label: self.text(Text::PICK_MOST), input: PickInput::Typed(Typed::Most, shown) }
    }
}

/// How a condition stands in the beginning and after the solution, as a sentence.
pub fn state(condition: &Condition, beginning: &Tenant, solution: &[Action], words: Words) -> String {
    let after = match solution {
        [] => words.text(Text::AUTHOR_AFTER_NONE).to_string(),
        actions => {
            let after = then(beginning, actions);
            match condition.shortfall(&after) {
                None => words.text(Text::AUTHOR_AFTER_HOLDS).to_string(),
                Some(shortfall) => words.author_after_does_not(&shortfall.say(&after, words)),
            }
        }
    };
    match condition.holds(beginning) {
        true => words.author_state_holds(&after),
        false => words.author_state_does_not(&after),
    }
}

/// The tenant after a way; what is refused changes nothing.
pub fn then(beginning: &Tenant, actions: &[Action]) -> Tenant {
    let mut tenant = beginning.clone();
    for action in actions {
        match action {
            Action::Command(command) => _ = tenant.apply(command),
            Action::Steps(steps) => {
                for _ in 0..*steps {
                    if tenant.step().is_none() {
                        break;
                    }
                }
            }
        }
    }
    tenant
}
