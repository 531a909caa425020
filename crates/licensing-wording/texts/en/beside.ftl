### Two products side by side.

beside-title = Compare products
beside-lead =
    What both hold, what only one holds, and what a user gets who is given both, under the rules of this tenant.
beside-another = Compare…
beside-choose-two = Which two
beside-first = First product
beside-second = Second product
beside-product-help = Part number, skuId or name
beside-swap = Swap
beside-not-found = No product in the catalog is called “{ $text }”.
beside-not-in-tenant = Not in this tenant
beside-same = The same product twice
beside-same-why = A user holds a product once, by however many paths it comes.
beside-together = Can be held together
beside-together-why =
    A user can be given both: no plan of one excludes a plan of the other, and every plan has what it needs.
beside-clash = { $number ->
    [one] Clash on { $number } pair of plans
   *[other] Clash on { $number } pairs of plans
}
beside-clash-why =
    A user who holds one does not get the other as it is: it fails with “{ $heading }”, and what the user has stays.
beside-lacks = Something else is needed
beside-lacks-why =
    { $product }: neither brings what { $plans } needs. It fails with “{ $heading }” until another license brings it.
beside-order-why =
    { $other } brings what { $plans } in { $product } needs: give both at once, or { $other } first. { $product } alone
    fails with “{ $heading }”.
beside-ways = To hold both
beside-or = or
beside-off-in = Turn off in { $product }:
beside-empties = Nothing of { $products } is left on then.
beside-clashes = Plans that exclude each other
beside-disputed = Not enforced today: sources disagree
beside-disputed-why = Each of these pairs can be turned on for this tenant.
beside-needs = What a product alone lacks
beside-needs-one = needs one of: { $plans }
beside-brings = { $product } brings it
beside-neither = Neither brings what it needs
beside-plans = Plans side by side
beside-counts =
    { NUMBER($shared) } in both, { NUMBER($a) } only in { $first }, { NUMBER($b) } only in { $second }
beside-calm = { $number ->
    [one] { $number } plan that both hold
   *[other] { $number } plans that both hold
}
beside-in-tenant = In this tenant
beside-table = Plans of both products
