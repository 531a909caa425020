### What asks for products and their plans.

assign-title = Assign a license
assign-now = Assign
nothing-to-assign = Every product of the tenant is assigned already. Buy another first.
direct-hint = At once, or refused with the reason.
group-hint = Members follow in the background.
plan-filter = Filter service plans
plan-filter-example = Exchange
no-plan-matches = No plan matches.
all-on = All on
all-off = All off
remove-license = Remove { $name }
change-plans = Plans of { $name }…
plans-of = Plans of { $name }
