### De statussen van Microsoft in woorden; de waarde zelf staat ernaast.

state-active = Actief
state-active-with-error = Actief met fout
state-disabled = Uitgeschakeld
state-error = Fout
state-with-heading = { $state }: { $heading }
processing-queued = Wacht op verwerking
processing-in-progress = Wordt verwerkt
processing-complete = Verwerking voltooid
subscription-enabled = Ingeschakeld
subscription-warning = Waarschuwing
subscription-suspended = Opgeschort
subscription-locked-out = Geblokkeerd
subscription-deleted = Verwijderd
