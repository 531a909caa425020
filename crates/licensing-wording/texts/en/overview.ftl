### The overview, and the story of the opening example.

overview-title = See what Microsoft Entra ID does with a license on a group, and why some users end up without it
overview-lead =
    A small tenant to experiment with. Change anything, step through the background work, undo it. Nothing is real and
    nothing leaves this browser.
overview-empty =
    This tenant is empty. Buy a product, create some users and a group, give the group a license, and watch step by
    step what happens.
empty-tenant = Empty tenant
attention = Groups that need attention
nobody-in-error = Nobody is in error.
nobody-in-error-why = If a group license fails for somebody, you see it here.
nobody-in-error-yet = Nobody is in error yet.
nobody-in-error-yet-why = Not everybody has been processed yet. If the license fails for somebody, you see it here.
errors-stay = An error stays on the user until a run clears it. Fix the cause first; reprocessing only tries again.
one-step = Take one step
step-means = Each step processes one user.
groups-need-attention = { $number ->
    [one] { $number } group needs attention
   *[other] { $number } groups need attention
}
share = { NUMBER($some) } of { NUMBER($all) }
show-groups-in-error = Show groups in error
more-groups = { $number ->
    [one] { $number } more group
   *[other] { $number } more groups
}
more-products-counted = { $number ->
    [one] { $number } more product
   *[other] { $number } more products
}
act-title = Give a group a license and watch why Noor does not get it
act-title-together = Give a group a license and watch what each member gets
act-title-done = Noor now has the license that her group gives to its members
act-lead = This is a simulator of group licenses in Microsoft Entra ID. Nothing is real, and nothing leaves this browser.
act-waiting = { $group } gives { $product } to four members. Watch what { $user } gets.
act-failed = { $user } does not get { $product }, because { $reason }.
reason-exclusive = service plans conflict
act-of-2019 = The rules of 2019 say so; today's allow both.
act-mended = The cause is gone. { $user } only has to be processed again.
act-done = { $user } has { $product }. That was one of five errors.
act-together = Under today's rules { $user } gets { $product } beside the direct license. Switch the rules to 2019 to see the error.
act-play = Play the example
act-ways = Ways to fix it
act-ways-more = Choose one, or press Why? first to see what each would do.
act-next = See the other errors
act-next-why = In another tenant; this one stays under “My tenants”.
way-swap = replace { $user }'s own { $from } by a direct { $to }
way-less-direct = turn off { $plans } in { $user }'s own { $product }
way-less-group = turn off { $plans } in the { $product } of { $group }
way-no-direct = remove { $user }'s own { $product }
sample-example = The example
