### The words of the field, each with what it means in a sentence or two.

glossary-lead = Licensing terms explained
glossary-filter = Filter terms
glossary-filter-example = Seat
no-term-matches = No term matches.
count-terms = { $number ->
    [one] { $number } term
   *[other] { $number } terms
}
in-english = In English: { $term }
concurrency-exception = Concurrency exception

term-assignment-state = Assignment state
means-assignment-state =
    The state of one path: Active, ActiveWithError, Disabled or Error. Graph shows it in licenseAssignmentStates.
term-audit-log = Audit log
means-audit-log = The record of every command, run, license change and failure, as Microsoft would keep it.
term-background = Background processing
means-background =
    The work that gives members the licenses of their groups, one user at a time, after the request was accepted.
term-company-wide = Company-wide plan
means-company-wide =
    A service plan for the whole tenant (appliesTo is Company). It never clashes with others and needs none.
term-confidence = Confidence
means-confidence =
    How sure a rule is: documented by Microsoft, reported by users, inferred from other sources, or unknown.
term-consumed-units = Consumed units
means-consumed-units =
    How many users hold a product in force (consumedUnits). Each counts once, however many paths there are.
term-direct-license = Direct license
means-direct-license = A license that was assigned to the user, not to a group. It is checked and given at once.
term-disabled-plan = Disabled plan
means-disabled-plan = A service plan that is switched off in a license. It never clashes.
term-effective = Effective plans
means-effective = What a user really has, over all paths in force: a plan is on if at least one of them has it on.
term-exclusive-pair = Exclusive pair
means-exclusive-pair = Two service plans that a user cannot have on at the same time through different products.
term-group-license = Group-based licensing
means-group-license = Licenses are set on a group, and its direct members get them in the background.
term-group-run = Group run
means-group-run = Work in the queue for one group: its members in the order in which they joined, then those who left.
term-in-force = In force
means-in-force = A path that holds its seat: Active, ActiveWithError or Disabled.
term-inherited-license = Inherited license
means-inherited-license = A license that a user has through a group. It can only be removed there.
term-mailbox-plan = Mailbox plan
means-mailbox-plan =
    A service plan that comes with a mailbox, such as Exchange Online (Plan 1). With it, mail addresses are computed.
term-member = Member
means-member = A user who is directly in a group. Members of a group inside the group get no licenses through it.
term-microsoft-365-group = Microsoft 365 group
means-microsoft-365-group =
    A group with a mailbox and a site. Under today's rules it can be licensed if it is security-enabled.
term-part-number = Part number
means-part-number =
    The technical name of a product (skuPartNumber), such as ENTERPRISEPACK for Office 365 E3. Two products may
    share one.
term-path = Path
means-path = One way in which a user gets a product: directly, or from one group.
term-prerequisite = Prerequisite
means-prerequisite = A service plan that another one needs. At least one of the listed plans has to be on.
term-product = Product (SKU)
means-product = What is bought, such as Office 365 E3. It is made of service plans.
term-proxy-address = Proxy address
means-proxy-address = A mail address of a user, group or contact (proxyAddresses). No two objects may hold the same one.
term-queue = Queue
means-queue = The runs that wait, first in, first out.
term-reprocess = Reprocess
means-reprocess =
    To put a user or a group in the queue again. It fixes nothing by itself: an error disappears only when its cause
    is gone.
term-rule-set = Rule set
means-rule-set = The rules as Microsoft described them in 2019, or as they are today. A tenant follows one of the two.
term-run = Run
means-run = Work in the queue for one group or one user.
term-seat = Seat
means-seat = One unit of a product, in use by one user.
term-security-group = Security group
means-security-group = A group that gives rights and licenses. It can be licensed under both rule sets.
term-service-plan = Service plan
means-service-plan = A part of a product, such as Exchange Online (Plan 2). It can be switched off in each license.
term-step = Step
means-step = One user of one run. There are no smaller steps.
term-subscription = Subscription
means-subscription =
    What the tenant has bought of a product, with its units. It goes from Enabled through Warning to Suspended,
    LockedOut and Deleted.
term-swap = Swap
means-swap = Adding one product and removing another in one change. Each user switches in one step.
term-template = Template
means-template = The products assigned to a group, each with its disabled plans. It is what the members should get.
term-tenant = Tenant
means-tenant = The directory of one organization, with its users, groups and subscriptions.
term-units = Units
means-units =
    The seats of a subscription (prepaidUnits): enabled, in warning, suspended or locked out. The first two can be
    assigned.
term-usage-location = Usage location
means-usage-location =
    The country in which a user uses the services (usageLocation). Without one, group licenses use the tenant's
    country.
term-user-run = User run
means-user-run = Work in the queue for one user, over all groups of the user.
term-worker = Worker
means-worker =
    A process that works through the queue. If there are several, two can collide on the same user and product.

means-active = The license is in force and gives its plans.
means-active-with-error = The license is in force as it was; its last change failed.
means-disabled = The license keeps its seat and gives nothing, because the subscription is suspended.
means-error = The license was wanted and is not in force. The error code says why.
means-queued = The group waits in the queue.
means-in-progress = The group is being processed.
means-complete = The run ended. It does not say that it worked for everybody.
means-enabled = The subscription is paid and gives its units.
means-warning = The subscription has expired and still works, in the grace period.
means-suspended = The subscription no longer gives anything. Its licenses keep their seats.
means-locked-out = The subscription was blocked. Its licenses keep their seats and give nothing.
means-deleted = The subscription no longer has any units.
means-count = No seat of the product is free.
means-exclusive = A service plan of the product excludes one that the user has through another product.
means-dependency = A service plan would be without the plan that it needs.
means-location = The product may not be used in the user's location.
means-uniqueness = Another object holds a mail address that the user would get.
means-other = Another product of the same group failed for the user, so nothing from that group was changed.
means-concurrency = Two workers were processing the same user and product. The later one tries again by itself.
