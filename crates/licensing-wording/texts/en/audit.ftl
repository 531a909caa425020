### The audit log. Activities and messages are Microsoft's and stay as they are.

audit-lead = Every action, run and license change, with Microsoft's own activity names and messages. Newest first.
audit-table = Events table
time = Time
activity = Activity
actor = Actor
target = Target
result = Result
count-events = { $number ->
    [one] { $number } event
   *[other] { $number } events
}
success = Success
failure = Failure
error-code = Error
you = You
the-tenant = The tenant
changed-to-none = { $old } → none
conflicting-plans = Conflicting plans
addresses-calculated = A license with a mailbox came or went, so the addresses were calculated anew.
reason = Reason
