### The queue and what its steps did.

processing-lead = Background work is one first-in, first-out queue. One step is one user of one run.
speed = Speed
speed-slow = 1 step a second
speed-readable = 4 steps a second
speed-fast = 20 steps a second
speed-full = As fast as possible
next-step = Next step
queue = Queue
user-run = user run
group-run = group run
last-steps = Last steps
user-and-run = User and run
no-steps = No steps yet.
step-number = Step { NUMBER($number) }
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
    [one] and { $number } further run
   *[other] and { $number } further runs
}
run-of-group = { $group }, group run
run-goes-on = { $state }, { NUMBER($taken) } of { NUMBER($all) } done
all-groups-of-the-user = all groups of the user
put-off = Put off
put-off-why = another worker has the user; tried again in the next step
no-change = No change
no-change-why = wanted equals held
taken-away = Taken away
taken-away-why = nothing of a group is left
applied = Applied
at-full-speed = taken at full speed
step-done = Step { NUMBER($number) }, { $who }: { $outcome }. { $waiting }
with-detail = { $outcome } ({ $detail })
steps-wait = { $number ->
    [one] { $number } step waits.
   *[other] { $number } steps wait.
}
run-ended = Nothing waits. { $errors }
