### What the simulator goes by, and what can be set: the rules, the tenant, the page.

rules-lead = The rules of the simulator: each in one sentence, with its source and how certain it is.
rules-views = Views of the rules
every-rule = Every rule
rule-id = Rule
rule-says = What it says
source = Source
confidence = Confidence
rules-by-confidence =
    { NUMBER($all) } rules: { NUMBER($documented) } documented, { NUMBER($community) } reported by users,
    { NUMBER($inferred) } inferred.
rule-set = Rule set
rule-sets-lead = Switching can be undone and changes no license by itself (R15).
rule-sets-differ = What differs between the rule sets
rules-of-2019 = 2019
rules-of-today = Today
differs-reprocess = A group can be reprocessed
differs-at-once = Users reprocessed at a time
differs-leftovers = What cannot be taken away when its group is deleted (R11.3)
differs-purchase = When seats are bought (R3)
differs-licensable = Groups that can be licensed
differs-restorable = Deleted groups that can be restored
differs-pairs = Exclusive pairs that are enforced
differs-prerequisites = Prerequisites that are enforced
differs-offered = Products that can be bought
differs-plans = Plans of products
differs-dependency = Heading of a missing prerequisite
differs-location = Heading of a location that is not allowed
yes = Yes
no = No
any-number = Any number
at-most = At most { NUMBER($number) }
becomes-direct = becomes a direct license
stays-in-error = stays in error
nothing-is-retried = nobody is tried again
short-ones-are-retried = users who are short of a seat are tried again
plans-as-of-2019 = { $number ->
    [one] { $number } product as of 2019, the others as today
   *[other] { $number } products as of 2019, the others as today
}
plans-as-of-today = all as today

exclusive-pairs = Exclusive pairs
pairs-lead =
    Plans that cannot be on together through different products (R6). Each pair can be turned on or off for this
    tenant. Nothing runs yet: reprocess users to apply it.
count-pairs = { $number ->
    [one] { $number } pair
   *[other] { $number } pairs
}
search-pairs = Filter pairs by plan or service
no-pairs = No pair is known.
no-pair-matches = No pair matches.
prerequisites = Prerequisites
prerequisites-lead =
    Plans that need one of some others (R7). Each prerequisite can be turned on or off for this tenant. Nothing runs
    yet: reprocess users to apply it.
count-prerequisites = { $number ->
    [one] { $number } prerequisite
   *[other] { $number } prerequisites
}
search-prerequisites = Filter prerequisites by plan
no-prerequisites = No prerequisite is known.
no-prerequisite-matches = No prerequisite matches.
location-rules = Locations
locations-lead =
    What is known about services by country (R5). Only prohibitions are enforced; the rest is for information.
count-locations = { $number ->
    [one] { $number } location rule
   *[other] { $number } location rules
}
search-locations = Filter location rules by service
no-locations = No location rule is known.
no-location-matches = No location rule matches.
needs-one-of = Needs one of
service = Service
countries-listed = Countries
what-the-source-says = The source says
evidence = Evidence
note = Note
status-today = What is known about it today
last-checked = Last checked
plan-technical = Technical names
in-this-tenant = In this tenant
counts = Enforced
counts-not = Not enforced
counts-here = Enforced, set here
counts-not-here = Not enforced, set here
counts-not-disputed = Not enforced: sources disagree
listed-only = For information
own-pair-source = Set in this tenant
all-services = Every service
turn-on = Turn on
turn-off = Turn off
turn-on-what = Turn on: { $what }
turn-off-what = Turn off: { $what }
pair-of-plans = { $a } and { $b }
prerequisite-of-plan = prerequisite of { $plan }
add-pair = Add a pair
add-pair-lead = Enter the technical names of two plans that should exclude each other in this tenant.
first-plan = First plan
second-plan = Second plan
add-pair-now = Add pair
first-plan-example = EXCHANGE_S_ENTERPRISE
second-plan-example = SHAREPOINTSTANDARD
no-such-plan = “{ $text }” is not the technical name of a service plan in the catalog.

settings-lead = Tenant and page settings
tenant-settings = Tenant
tenant-settings-lead = Each change is in the history and can be undone.
initial-domain = Initial domain
domains = Domains
domains-help = Users can be created in each of these. A new domain is verified at once, and one that somebody uses is not deleted.
new-domain = New domain
new-domain-example = contoso.com
add-domain = Add domain
country = Country
country-help = Used for group licenses of users without a usage location.
workers = Workers
workers-help = How many users are processed at a time. Two workers on the same user and product collide (R2.3).
clock = Simulated clock
let-days-pass = Let days pass
count-days = { $number ->
    [one] { $number } day
   *[other] { $number } days
}
clock-help = Deleted users and groups can be restored for 30 days.
page-settings = Page
page-settings-lead = These choices are remembered in this browser, if it allows that.
letter-keys = Single-letter shortcuts
letter-keys-help = Such as s for a step. They are always off while you type in a field.
offline = Works without a network
offline-help =
    This browser keeps the page itself, so that it opens without a network. Turning it off removes the page; your tenants stay.
speed-help = How fast the queue is processed.
source-against = Says otherwise: { $source }
