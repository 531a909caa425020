### Microsoft's states. In English they are the values themselves.

state-active = Active
state-active-with-error = ActiveWithError
state-disabled = Disabled
state-error = Error
state-with-heading = { $state }: { $heading }
processing-queued = QueuedForProcessing
processing-in-progress = ProcessingInProgress
processing-complete = ProcessingComplete
subscription-enabled = Enabled
subscription-warning = Warning
subscription-suspended = Suspended
subscription-locked-out = LockedOut
subscription-deleted = Deleted
