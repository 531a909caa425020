### Every rule in one sentence.

rule-r1-1 =
    Setting a group's template is answered at once and queues one run of the group; an identical template queues
    nothing.
rule-r1-2 = A request with missing, repeated or unknown parts is refused, and nothing changes.
rule-r1-3 =
    In a group's template every enabled plan needs one of its prerequisites in the same template; what members hold
    elsewhere does not count.
rule-r1-4 = A template with two enabled plans that exclude each other is refused.
rule-r1-5 =
    Seats, locations and what members hold are not checked when a template is set; those errors come in the
    background.
rule-r1-6 = Adding and removing in one request is one change, applied to each user as one step.
rule-r2-1 = Background work is one first-in-first-out queue of runs; a step takes one user.
rule-r2-2 = A group is queued, in progress or complete; complete says that the run ended, not that it worked.
rule-r2-3 =
    Two workers on the same user and product collide: the later one logs the concurrency exception and tries again by
    itself.
rule-r3 =
    A changed template, joining or leaving a licensed group, and reprocessing start work; removing a direct license,
    buying seats (2019), a new location or address do not.
rule-r4-1 = A step looks at all groups of the user, those that take something away first, until nothing changes.
rule-r4-2 = A path that already is as it should be is left alone, even its time stamps.
rule-r4-3 =
    A change is judged as one final state: location, seats, exclusive plans, dependencies, addresses; the first check
    that fails decides.
rule-r4-4 = When every check passes, each product of the group is active.
rule-r4-5 = When one product fails, none of the group's products is applied to the user; the others show Other.
rule-r4-6 = The intention to give a license is never lost: it stays as an error until it is met or taken away.
rule-r4-7 = A group needs attention while a user has a path of it in error, also one who has left it.
rule-r5-1 =
    A group license uses the user's usage location or, where none is set, the tenant's country, and never writes it to
    the user.
rule-r5-2 = A product that is not allowed in the user's location cannot be assigned there.
rule-r6-1 = Two plans that exclude each other cannot be on through different products.
rule-r6-2 = A disabled plan never clashes, and the same plan in two products never clashes with itself.
rule-r6-3 = Conflicts are never resolved automatically; the decision is the administrator's.
rule-r7-1 = A plan with prerequisites needs at least one of them enabled.
rule-r7-2 = A plan cannot be assigned while none of its prerequisites is enabled.
rule-r7-3 = A license stays when taking it away would leave another plan without its last prerequisite.
rule-r8-1 = A user takes one seat of a product, however many paths there are.
rule-r8-2 = Without a free seat a product cannot be assigned.
rule-r8-3 = With fewer seats than are in use, nobody loses a license.
rule-r8-4 = While a subscription is suspended its paths keep their seats and give nothing.
rule-r8-5 = Who gets the last seat follows the order of the queue.
rule-r9-1 = Every license change of a user recalculates the mail addresses.
rule-r9-2 = A mailbox cannot be licensed while another object holds one of its addresses.
rule-r10 = Direct licenses are assigned at once, all or nothing, and need a usage location on the user.
rule-r11-1 = A group that carries licenses cannot be deleted.
rule-r11-2 = Removing a group's template is immediate; removing the licenses from the users is background work.
rule-r11-3 = What cannot be removed when its group is gone becomes direct (2019) or stays in error (today).
rule-r12 = Deleting a user frees the seats; restoring brings licenses back even without free seats.
rule-r13 = Only direct members that are users are licensed; groups inside a group are ignored without an error.
rule-r14 = Commands, runs, license changes and failures appear in the audit log.
rule-r15 = Switching the rule set touches no path by itself; errors stay until a run.
rule-r16 = The clock and all ids follow from the commands alone.
rule-r17 = The members of a dynamic group follow from its rule; a run of its own moves them before their licenses are processed.
