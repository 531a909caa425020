### What one link of an explanation says.

has-product = { $user } has { $product } { $by }.
keeps-seat = { $user } keeps the seat of { $product } { $by }.
kept-as-it-was = { $user } keeps { $product } { $by } as it was; the last change failed, because { $reason }.
not-in-force = { $user } does not get { $product } { $by }, because { $reason }.
withheld = The subscription of { $product } gives nothing at the moment; the seat is kept.
sibling-failed =
    { $product } failed, because { $reason }; when one product of { $group } fails, none of them is applied.
no-seat = { $consumed ->
    [one] No seat of { $product } is free: { $consumed } of { NUMBER($assignable) } is in use.
   *[other] No seat of { $product } is free: { $consumed } of { NUMBER($assignable) } are in use.
}
units-are = { $product } has these units: { $units }.
units-enabled = { NUMBER($number) } enabled
units-in-warning = { NUMBER($number) } in warning
units-suspended = { NUMBER($number) } suspended
units-locked-out = { NUMBER($number) } locked out
plans-exclude = { $a } and { $b } cannot be on the same user.
plans-exclude-disputed = { $a } and { $b } cannot be on the same user in this tenant; sources disagree whether that is so today.
sources-disagree = Sources disagree whether that is so today; it was turned on in this tenant.
plan-held = { $user } already has { $plan }, because { $product } is assigned { $by }.
plan-held-suspended = { $user } already has { $plan } (suspended), because { $product } is assigned { $by }.
plan-wanted = { $group } assigns { $product } with { $plan } on.
plan-lacks = { $plan } needs one of these on, and none is: { $plans }.
plan-would-lack = { $plan } stays and needs one of these, of which the last would go: { $plans }.
prohibited = { $product } is not allowed in { $country }.
location-of-user-is = The usage location of { $user } is { $country }.
location-of-tenant-is = No usage location is set on the user, so the tenant's country counts: { $country }.
address-held = { $holder } already holds the address { $address }.
the-contact = The contact { $name }
is-member = { $user } is a member of { $group }.
has-left = { $user } has left { $group }.
was-deleted = { $group } was deleted.
template-has = { $group } assigns { $product }.
template-lost = { $group } no longer assigns { $product }.
template-plans = { $group } assigns { $product } and { $changes }.
turns-off = turns off { $plans }
turns-on = turns on { $plans }
was-assigned-directly = { $product } was assigned to { $user } directly.
became-direct =
    { $product } came to { $user } from { $group }; it could not be taken away when the group was deleted, and became
    direct.
was-needed = It could not be taken away then, because { $plan } stayed and needs one of these plans: { $plans }.
cause-gone = What stood in the way is gone, but { $user } has not been processed since: reprocess.
cause-gone-waits = What stood in the way is gone, and { $user } is waiting in the queue.
seat-order = Who gets the last seat follows the order of the queue here; the documentation names no order.
pending = What { $user } should get has changed, but { $user } has not been processed since.
pending-waits = What { $user } should get has changed, and { $user } is waiting in the queue.
was-blocked = The last step for { $user } failed, because { $reason }.
blocked-before = That still stands. A step now would fail at an earlier check already, because { $reason }, and record that instead.
now-blocked-by = That is gone, but a step now would fail as well, because { $reason }.
unknown-cause = How this happened is not known.
reason-none = nothing is wrong
reason-location = a product is not allowed in the user's location
reason-count = there is no free seat
reason-dependency = a service plan needs another one that is missing or would go
reason-address = a mail address is held by another object
reason-other = another product of the group failed
past-reason-none = nothing was wrong
past-reason-location = a product was not allowed in the user's location
past-reason-count = there was no free seat
past-reason-exclusive = service plans conflicted
past-reason-dependency = a service plan needed another one that was missing or would have gone
past-reason-address = a mail address was held by another object
past-reason-other = another product of the group had failed
