### Words that many screens share.

actions = Actions
add = Add…
assign = Assign…
cancel = Cancel
change = Change…
close = Close
closes = closes
esc = Esc
dismiss = Close
done = { " " }(done)
group = Group
in-error = In error
kind = Type
location = Location
members = Members
name = Name
next = next
none = None
off = Off
on = On
outcome = Outcome
plans = Plans…
product = Product
refused = Refused:
remove = Remove
reprocess = Reprocess
restore = Restore
save = Save
seats = Seats
service-plan = Service plan
service-plans = Service plans
top-reason = Top reason for failure
units = Units…
usage-location = Usage location
user = User
why = Why?
filter-by-name = Filter by name
nothing-waits = Nothing is waiting.
nothing-waits-why = Change something or reprocess a user.
all-groups = All groups
all-products = All products
all-users = All users
no-products = No products yet. Buy one, then add a group.
months = Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec
list-end = { $all } and { $last }
why-of = Why? { $name }
restore-what = Restore { $name }
reprocess-what = Reprocess { $name }
more = { NUMBER($number) } more
shown = { NUMBER($number) } shown
shown-of = { NUMBER($shown) } of { NUMBER($all) } shown
users-in-error = { $number ->
    [one] { $number } user in error
   *[other] { $number } users in error
}
paths-in-error = { $number ->
    [one] { $number } path in error
   *[other] { $number } paths in error
}
count-products = { $number ->
    [one] { $number } product
   *[other] { $number } products
}
count-plans = { $number ->
    [one] { $number } plan
   *[other] { $number } plans
}
plans-on-of = { NUMBER($on) } of { NUMBER($all) } on
directly = directly
through = through { $group }
not-a-number = Type a whole number, such as 10 or 1,000.
