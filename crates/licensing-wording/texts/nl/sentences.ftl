### Wat één schakel van een uitleg zegt.

has-product = { $user } heeft { $product } { $by } gekregen.
keeps-seat = { $user } houdt de plaats van { $product } ({ $by }).
kept-as-it-was =
    { $user } houdt { $product } ({ $by }) zoals het was; de laatste wijziging is mislukt, omdat { $reason }.
not-in-force = { $user } krijgt { $product } niet { $by }, omdat { $reason }.
withheld = Het abonnement op { $product } geeft nu niets; de plaats blijft bezet.
sibling-failed =
    { $product } is mislukt, omdat { $reason }; als één product van { $group } mislukt, wordt geen van de producten
    toegepast.
no-seat = { $consumed ->
    [one] Er is geen plaats van { $product } vrij: { $consumed } van { NUMBER($assignable) } is in gebruik.
   *[other] Er is geen plaats van { $product } vrij: { $consumed } van { NUMBER($assignable) } zijn in gebruik.
}
units-are = { $product } heeft deze eenheden: { $units }.
units-enabled = { NUMBER($number) } ingeschakeld
units-in-warning = { NUMBER($number) } in waarschuwing
units-suspended = { NUMBER($number) } opgeschort
units-locked-out = { NUMBER($number) } geblokkeerd
plans-exclude = { $a } en { $b } kunnen niet bij dezelfde gebruiker aan staan.
plans-exclude-disputed = { $a } en { $b } kunnen in deze tenant niet bij dezelfde gebruiker aan staan; bronnen spreken elkaar tegen of dat nu nog zo is.
sources-disagree = Bronnen spreken elkaar tegen of dat nu nog zo is; in deze tenant is het aangezet.
plan-held = { $user } heeft { $plan } al, omdat { $product } { $by } is toegewezen.
plan-held-suspended = { $user } heeft { $plan } al (opgeschort), omdat { $product } { $by } is toegewezen.
plan-wanted = { $group } geeft { $product }, met { $plan } aan.
plan-lacks = { $plan } vereist dat een van deze plannen aan staat, en dat is niet zo: { $plans }.
plan-would-lack = { $plan } blijft en vereist een van deze plannen, waarvan het laatste zou verdwijnen: { $plans }.
prohibited = { $product } is niet toegestaan in { $country }.
location-of-user-is = De gebruikslocatie van { $user } is { $country }.
location-of-tenant-is =
    Bij de gebruiker is geen gebruikslocatie ingesteld, dus telt het land van de tenant: { $country }.
address-held = { $holder } heeft het adres { $address } al.
the-contact = De contactpersoon { $name }
is-member = { $user } is lid van { $group }.
has-left = { $user } is geen lid meer van { $group }.
was-deleted = { $group } is verwijderd.
template-has = { $group } geeft { $product }.
template-lost = { $group } geeft { $product } niet meer.
template-plans = { $group } geeft { $product } en { $changes }.
turns-off = zet { $plans } uit
turns-on = zet { $plans } aan
was-assigned-directly = { $product } is direct toegewezen aan { $user }.
became-direct =
    { $user } kreeg { $product } via { $group }; het kon niet worden afgenomen toen de groep werd verwijderd en is
    direct geworden.
was-needed = Het kon toen niet worden afgenomen, omdat { $plan } bleef en een van deze plannen vereist: { $plans }.
cause-gone = Wat in de weg stond, is weg, maar { $user } is sindsdien niet verwerkt: verwerk opnieuw.
cause-gone-waits = Wat in de weg stond, is weg, en { $user } staat in de wachtrij.
seat-order =
    Wie de laatste plaats krijgt, hangt hier af van de volgorde van de wachtrij; de documentatie noemt geen volgorde.
pending = Wat { $user } moet krijgen, is gewijzigd, maar { $user } is sindsdien niet verwerkt.
pending-waits = Wat { $user } moet krijgen, is gewijzigd, en { $user } staat in de wachtrij.
was-blocked = De laatste stap voor { $user } is mislukt, omdat { $reason }.
blocked-before = Dat geldt nog steeds. Een stap zou nu al bij een eerdere controle mislukken, omdat { $reason }, en dat vastleggen.
now-blocked-by = Dat is weg, maar een stap zou nu ook mislukken, omdat { $reason }.
unknown-cause = Hoe dit is ontstaan, is niet bekend.
reason-none = er niets mis is
reason-location = een product niet is toegestaan op de locatie van de gebruiker
reason-count = er geen vrije plaats is
reason-dependency = een serviceplan een ander vereist dat ontbreekt of zou verdwijnen
reason-address = een ander object een e-mailadres al heeft
reason-other = een ander product van de groep is mislukt
past-reason-none = er niets mis was
past-reason-location = een product niet was toegestaan op de locatie van de gebruiker
past-reason-count = er geen vrije plaats was
past-reason-exclusive = serviceplannen conflicteerden
past-reason-dependency = een serviceplan een ander vereiste dat ontbrak of zou zijn verdwenen
past-reason-address = een ander object een e-mailadres al had
past-reason-other = een ander product van de groep was mislukt
