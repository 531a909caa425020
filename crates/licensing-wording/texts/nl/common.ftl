### Woorden die veel schermen delen.

actions = Acties
add = Toevoegen…
assign = Toewijzen…
cancel = Annuleren
change = Wijzigen…
close = Sluiten
closes = sluit
esc = Esc
dismiss = Sluiten
done = { " " }(gereed)
group = Groep
in-error = In foutstatus
kind = Type
location = Locatie
members = Leden
name = Naam
next = volgende
none = Geen
off = Uit
on = Aan
outcome = Resultaat
plans = Plannen…
product = Product
refused = Geweigerd:
remove = Verwijderen
reprocess = Opnieuw verwerken
restore = Herstellen
save = Opslaan
seats = Plaatsen
service-plan = Serviceplan
service-plans = Serviceplannen
top-reason = Belangrijkste oorzaak
units = Eenheden…
usage-location = Gebruikslocatie
user = Gebruiker
why = Waarom?
filter-by-name = Filteren op naam
nothing-waits = Er staat niets in de wachtrij.
nothing-waits-why = Wijzig iets of verwerk een gebruiker opnieuw.
all-groups = Alle groepen
all-products = Alle producten
all-users = Alle gebruikers
no-products = Nog geen producten. Koop er een en voeg daarna een groep toe.
months = jan, feb, mrt, apr, mei, jun, jul, aug, sep, okt, nov, dec
list-end = { $all } en { $last }
why-of = Waarom? { $name }
restore-what = { $name } herstellen
reprocess-what = { $name } opnieuw verwerken
more = en nog { NUMBER($number) }
shown = { NUMBER($number) } getoond
shown-of = { NUMBER($shown) } van { NUMBER($all) } getoond
users-in-error = { $number ->
    [one] { $number } gebruiker in foutstatus
   *[other] { $number } gebruikers in foutstatus
}
paths-in-error = { $number ->
    [one] { $number } pad in foutstatus
   *[other] { $number } paden in foutstatus
}
count-products = { $number ->
    [one] { $number } product
   *[other] { $number } producten
}
count-plans = { $number ->
    [one] { $number } plan
   *[other] { $number } plannen
}
plans-on-of = { NUMBER($on) } van { NUMBER($all) } aan
directly = direct
through = via { $group }
not-a-number = Typ een geheel getal, zoals 10 of 1.000.
