### The overview, and the story of the opening example.

overview-title = See what Microsoft Entra ID does with a license on a group, and why some users end up without it
overview-lead =
    A small tenant to experiment with. Change anything, step through the background work, undo it. Nothing is real and
    nothing leaves this browser.
overview-empty =
    This tenant is empty. Buy a product first, then create a group and some users, give the group a license, and step
    through what the background does.
empty-tenant = Empty tenant
attention = Groups that need attention
nobody-in-error = Nobody is in error.
nobody-in-error-why = Errors of group licenses show up here when the background meets one.
nobody-in-error-yet = Nobody is in error yet.
nobody-in-error-yet-why = The background has not reached everybody. Step through it to see what happens.
errors-stay =
    Errors are stored on the user and stay until a run clears them. Reprocess tries again; it cures nothing by itself.
one-step = Take one step
step-means = One step is one user of one run.
groups-need-attention = { $number ->
    [one] { $number } group needs attention
   *[other] { $number } groups need attention
}
share = { NUMBER($some) } of { NUMBER($all) }
story-example = The example: E1 meets E3
story-example-lead =
    Noor Visser holds Office 365 E1 directly, with every plan on. She is a member of Sales E3, and that group gets
    Office 365 E3. Two plans of the one exclude two plans of the other.
goal-reach = Let the background reach Noor
goal-reach-hint = Press Step in the bar below: each step takes one member of Sales E3. Run takes them all.
goal-find-out = Find out why she does not get Office 365 E3
goal-find-out-hint = Open Why? beside any error to see the chain of causes down to its facts.
goal-resolve = Resolve it in one of the three documented ways
goal-resolve-hint =
    Turn off { $held } in her direct E1; or turn off { $wanted } in the group's E3; or take the direct E1 away.
goal-process = Process her again
goal-process-hint =
    A changed direct license starts nothing: press Reprocess on Noor or on the group, then Step. A changed group
    license queues its run by itself.
story-beginning = How to begin
story-beginning-lead = A license on a group reaches its members in a few moves. Each of them can be undone.
goal-buy = Buy a product
goal-buy-hint = It comes with as many seats as you buy.
goal-users = Create users
goal-users-hint = Each with a usage location, or the tenant's counts.
goal-group = Create a group and give it a license
goal-group-hint = A security group, and Assign… on its page.
goal-members = Add members
goal-members-hint = They are licensed one by one, in the background.
goal-processed = Let the background work
goal-processed-hint = Press Step or Run in the bar below.
show-groups-in-error = Show groups in error
more-groups = { $number ->
    [one] { $number } more group
   *[other] { $number } more groups
}
more-products-counted = { $number ->
    [one] { $number } more product
   *[other] { $number } more products
}
