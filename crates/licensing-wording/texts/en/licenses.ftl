### What asks for products and their plans.

assign-title = Assign licenses
assign-now = Assign
nothing-to-assign = Every product of the tenant is assigned already. Buy another first.
direct-hint = Takes effect immediately.
group-hint = Members get it in the background.
plan-filter = Filter service plans
plan-filter-example = Exchange
no-plan-matches = No plan matches.
all-on = All on
all-off = All off
all-on-of = All on: { $service }
all-off-of = All off: { $service }
remove-license = Remove { $name }
change-plans = Plans of { $name }…
plans-of = Plans of { $name }
assign-to-users = { $number ->
    [one] Assign licenses to { $number } user
   *[other] Assign licenses to { $number } users
}
assign-to-groups = { $number ->
    [one] Assign licenses to { $number } group
   *[other] Assign licenses to { $number } groups
}
products-to-assign = Products to assign
take-away-too = Remove in the same change
take-away-too-why = A swap: both happen in one step, or neither does.
apply-change = Apply
remove-direct-license = Remove direct license
remove-group-license = Remove from the group
all-on-shown = Turn on what is shown
all-off-shown = Turn off what is shown
no-offer =
    Nothing found. Try part of a name, a part number such as ENTERPRISEPACK, or a skuId.
