### Lessons: why a goal is not reached.

short-gone = { $user } is not there any more.
short-nobody = Nobody is meant any more: the group is empty.
short-directly = directly
short-not-held = { $user } does not have { $product }.
short-failed = { $user }, { $product }: { $heading }.
short-failed-and-others = { $user }, { $product }: { $heading }; and { NUMBER($others) } more.
short-held = { $user } has { $product }: { $by }.
short-no-plan = { $user } does not have the service.
short-has-plan = { $user } has the service.
short-nobody-in-error = Nobody is in error in this way.
short-seats = { $number ->
    [one] Now { $number } seat of { $product } is in use.
   *[other] Now { $number } seats of { $product } are in use.
}
short-units = { $number ->
    [one] Now there is { $number } unit of { $product }.
   *[other] Now there are { $number } units of { $product }.
}
short-no-member = { $user } is not a member.
short-is-member = { $user } is a member.
short-template = The licenses of the group are others now.
short-group = Not so yet.
short-located = The usage location of { $user } is { $country }.
short-no-location = { $user } has no usage location.
short-mail = The mail address of { $user } is { $mail }.
short-no-mail = { $user } has no mail address.
short-waiting = { $number ->
    [one] { $number } step waits.
   *[other] { $number } steps wait.
}
short-other = Not so yet.
