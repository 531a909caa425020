### What a change would lead to, drafts, and two tenants held against each other.

preview = Preview
preview-of = Preview of a change
preview-several = { $number ->
    [one] { $number } change
   *[other] { $number } changes
}
preview-with-processing = { $number ->
    [one] { $command }, then reprocess { $number } user
   *[other] { $command }, then reprocess { $number } users
}
preview-lead = The result after { $steps }, when nothing is left to process. Nothing has changed yet.
preview-lead-waiting =
    The result after { $steps }, including { $waiting } already waiting, when nothing is left to process. Nothing has
    changed yet.
preview-nothing = This changes nothing: no license, plan, seat or address.
preview-refused-at = It is change { NUMBER($at) }: { $command }.
preview-none-why = A preview opens from an explanation, from a dialog, or before a change that many people would notice.
preview-working = Looking ahead…
preview-refused = Refused: nothing of this would be done.
would-be-accepted = What would be accepted instead
preview-moved-on = The tenant has changed since this was looked at, so nothing was applied.
look-again = Look again
can-be-undone = Can be undone
summary = Summary
figure-gain = { $number ->
    [one] user gains a product
   *[other] users gain a product
}
figure-lose = { $number ->
    [one] user loses a product
   *[other] users lose a product
}
figure-move = { $number ->
    [one] user moves to another product
   *[other] users move to another product
}
figure-fail = { $number ->
    [one] user newly in error
   *[other] users newly in error
}
figure-fail-otherwise = { $number ->
    [one] user in error for a new reason
   *[other] users in error for a new reason
}
figure-heal = { $number ->
    [one] user no longer in error
   *[other] users no longer in error
}
figure-short = { $number ->
    [one] seat of { $product } short
   *[other] seats of { $product } short
}
figure-mailbox-gap = { $number ->
    [one] user without a mailbox for a while
   *[other] users without a mailbox for a while
}
figure-lose-mailbox = { $number ->
    [one] user loses the mailbox
   *[other] users lose their mailbox
}
users-affected = { NUMBER($affected) } affected, { NUMBER($others) } as before
line-fails = { $number ->
    [one] { $who } newly in error: { $heading }
   *[other] { $number } users newly in error: { $heading }
}
line-fails-otherwise = { $number ->
    [one] { $who } in error for a new reason: { $heading }
   *[other] { $number } users in error for a new reason: { $heading }
}
line-loses = { $number ->
    [one] { $who } loses { $products }
   *[other] { $number } users lose { $products }
}
line-moves = { $number ->
    [one] { $who } moves from { $from } to { $to }
   *[other] { $number } users move from { $from } to { $to }
}
line-moves-with-mailbox = { $number ->
    [one] { $who } moves from { $from } to { $to } and keeps the mailbox
   *[other] { $number } users move from { $from } to { $to } and keep their mailbox
}
line-moves-path = { $number ->
    [one] { $who } holds the same products through another path
   *[other] { $number } users hold the same products through another path
}
line-heals = { $number ->
    [one] { $who } is no longer in error
   *[other] { $number } users are no longer in error
}
line-heals-gaining = { $number ->
    [one] { $who } is no longer in error and gains { $products }
   *[other] { $number } users are no longer in error and gain { $products }
}
line-gains = { $number ->
    [one] { $who } gains { $products }
   *[other] { $number } users gain { $products }
}
line-plans = { $number ->
    [one] { $who } gets other plans of the same products
   *[other] { $number } users get other plans of the same products
}
line-deleted = { $number ->
    [one] { $who } is deleted
   *[other] { $number } users are deleted
}
line-appears = { $number ->
    [one] { $who } is new or back
   *[other] { $number } users are new or back
}
line-other = { $number ->
    [one] { $who } keeps the same products and plans; only the paths differ
   *[other] { $number } users keep the same products and plans; only the paths differ
}
and-loses-mailbox = { $line }; no mailbox is left
by-command = By: { $command }
by-waiting = Waits already, and happens without this change as well
by-together = By what others give up or take
before = Before
after = After
before-and-after = Users before and after
plans-same = same
no-path = None
more-people = { $number ->
    [one] and { $number } more
   *[other] and { $number } more
}
seats-of = { NUMBER($used) } of { NUMBER($bought) }
free-seats = Free
seats-as-before = No seat changes hands.
plans-and-mail = Plans and mail
plans-gained = Gained
plans-lost = Lost
mail = Mail
mail-as-before = No address changes
mail-changes = { $number ->
    [one] The addresses of { $number } user change
   *[other] The addresses of { $number } users change
}
mail-of = { $user }: { $before } becomes { $after }
on-the-way = On the way
no-gap = Nobody misses anything on the way.
gap-mailbox = { $user } has no mailbox for { $steps }.
gap-plans = { $user } misses { $plans } for { $steps }.
gaps-more = { $number ->
    [one] The same for { $number } more.
   *[other] The same for { $number } more.
}
not-considered = Not considered, or not certain
caveat-seat-order = Who gets the last seats follows the order of the queue. Microsoft documents no order (R8.5).
caveat-waiting = What is already waiting is processed as well; such lines say so.
caveat-workers = Several workers process the queue: how they meet is inferred (R2.3).
caveat-disputed = Sources disagree whether { $a } and { $b } exclude each other. Here they do not.
caveat-reprocess = This starts nothing by itself (R3). Reprocess the users or the group to see what comes of it.
caveat-service = How long Microsoft's own background processing takes is not simulated.
copy-as-markdown = Copy as Markdown
expecting = { $what }. Expected: { $outcome }
expecting-nothing = no change by itself
copy-as-graph = Copy as Graph
copy-as-powershell = Copy as PowerShell
download-csv = Download CSV
step-by-step = Step by step
add-to-draft = Add to the draft
draft-lead = Changes that are collected and not made yet. They are made in this order, or not at all.
draft-empty = The draft is empty. Changes are added to it from their previews.
draft-full = The draft is full: it holds 100 changes.
draft-in-fewer =
    These changes can be fewer requests: one assignLicense request takes away and gives at once, so that each user is changed
    once and nobody is without a license in between.
draft-use-fewer = Put them together
draft-earlier = Move up: { $command }
draft-later = Move down: { $command }
draft-take-out = Take out: { $command }
draft-clear = Clear
compare-with = Compare with
compare-rules-2019 = The rules of 2019, with everybody processed again
compare-rules-today = Today's rules, with everybody processed again
compare-branch = Another branch, { NUMBER($number) }
compare-moment = Moment { NUMBER($at) }: { $what }
consequences = What would come of it
consequences-of-nothing = Choose something to see what would come of it.
draft = Draft
draft-changes = Changes of the draft
draft-stage = After change { NUMBER($at) }: { $command }
compare = Compare
compare-lead = What differs between the tenant as it is and another state of it.
compare-same = Everybody gets the same.
compare-differs = Not everybody gets the same. { $user }, for one:
compare-first = In the first: { $why }
compare-second = In the second: { $why }
compare-nothing-first = In the first: nothing of it.
compare-nothing-second = In the second: nothing of it.
preview-without = Preview: without { $name }
compare-stored = Stored tenant: { $title }
compare-unlike = These two cannot be compared: only copies of the same tenant have the same users and groups.
compare-plans-first = Only in the first, because the product has other plans there: { $plans }.
compare-plans-second = Only in the second, because the product has other plans there: { $plans }.
