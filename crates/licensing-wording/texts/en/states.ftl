### Microsoft's states in words; the value itself stands beside them.

state-active = Active
state-active-with-error = Active with error
state-disabled = Disabled
state-error = Error
state-with-heading = { $state }: { $heading }
processing-queued = Queued for processing
processing-in-progress = Processing in progress
processing-complete = Processing complete
subscription-enabled = Enabled
subscription-warning = Warning
subscription-suspended = Suspended
subscription-locked-out = Locked out
subscription-deleted = Deleted
