### The queue and what its steps did.

next-step = Next step
queue = Queue
user-run = user run
group-run = group run
last-steps = Last steps
user-and-run = User and run
no-steps = No steps yet.
moment = Moment
count-steps = { $number ->
    [one] { $number } step
   *[other] { $number } steps
}
count-runs = { $number ->
    [one] { $number } run
   *[other] { $number } runs
}
queue-size = { $runs }, { $steps }
more-runs = { $number ->
    [one] and { $number } more run
   *[other] and { $number } more runs
}
run-of-group = { $group }, group run
run-of-rule = { $group }, membership rule
rule-run = membership rule
joined-by-rule = Joined
left-by-rule = Left
by-rule-why = the membership rule says so
run-goes-on = { $state }, { NUMBER($taken) } of { NUMBER($all) } done
all-groups-of-the-user = all groups of the user
put-off = Postponed
put-off-why = another worker is busy with this user; tried again in the next step
no-change = No change
no-change-why = Already up to date
taken-away = Removed
taken-away-why = no group license is left
applied = Applied
foreseen = Expected: { $outcome }
at-full-speed = run at full speed
step-done = Moment { NUMBER($number) }, { $who }: { $outcome }. { $waiting }
with-detail = { $outcome } ({ $detail })
steps-wait = { $number ->
    [one] { $number } step waiting.
   *[other] { $number } steps waiting.
}
run-ended = Nothing is waiting. { $errors }
taken-put-off = Postponed ({ $exception }). No action needed: it is tried again in the next step.
