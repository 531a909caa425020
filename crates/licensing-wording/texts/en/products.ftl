### Products, seats and units.

products-lead = One seat per user and product, however many paths lead to it.
products-table = Products table
part-number = Part number
assigned = Assigned
available = Available
licensed-users = Licensed users
licensed-groups = Licensed groups
plans-of-today = today's plans
plans-of-today-why = The plans of 2019 are not known for this product.
buy-product = Buy a product…
buy-title = Buy a product
buy = Buy
product-filter = Filter products
product-filter-example = Name or part number
not-offered = not offered
more-products = More products
loading = Loading…
loading-failed = It did not load.
retry = Retry
units-lead = Fewer units than assigned take nothing away.
enabled-help = Seats of active subscriptions.
warning-help = Expired, in the grace period, still usable.
suspended-help = Cancelled; can be reactivated.
locked-out-help = Locked out by the customer's cancelling.
change-units = Units of { $name }…
units-of = Units of { $name }
seats-used = { $number ->
    [one] { $number } seat is in use.
   *[other] { $number } seats are in use.
}
seats-too-few = { NUMBER($number) } too few
none-free = None free
seats-available = { NUMBER($number) } available
seats-assigned = { $all ->
    [one] { NUMBER($assigned) } of { $all } seat assigned
   *[other] { NUMBER($assigned) } of { $all } seats assigned
}
add-plan = Add a plan…
add-plan-title = Add a service plan
add-plan-lead =
    As when Microsoft adds a plan to a product: at once it is on in every path that does not switch it off, without a
    run.
add-plan-now = Add plan
