### De ene tabel: wat zij opsomt, en hoe men erin zoekt, filtert, sorteert, selecteert en haar opslaat.

count-users = { $number ->
    [one] { $number } gebruiker
   *[other] { $number } gebruikers
}
count-deleted-users = { $number ->
    [one] { $number } verwijderde gebruiker
   *[other] { $number } verwijderde gebruikers
}
count-groups = { $number ->
    [one] { $number } groep
   *[other] { $number } groepen
}
count-deleted-groups = { $number ->
    [one] { $number } verwijderde groep
   *[other] { $number } verwijderde groepen
}
count-members = { $number ->
    [one] { $number } lid
   *[other] { $number } leden
}
count-service-plans = { $number ->
    [one] { $number } serviceplan
   *[other] { $number } serviceplannen
}
shown-of-all = { NUMBER($shown) } van { $all }
newest-searched = Zoeken en filteren gaan alleen over { $number ->
    [one] de nieuwste gebeurtenis
   *[other] de nieuwste { $number } gebeurtenissen
}. Oudere vindt u door te bladeren.

filters = Filters
filter-all = Alle { NUMBER($number) }
filter-choice = { $word } { NUMBER($number) }
filter-any = { $name }: alle
clear-filters = Filters wissen
no-group-matches = Geen groep voldoet aan het filter.
no-product-matches = Geen product voldoet aan het filter.
no-event-matches = Geen gebeurtenis voldoet aan het filter.
search-people = Naam of aanmeldingsnaam
search-groups = Groepen filteren op naam
search-products = Producten filteren op naam
search-plans = Serviceplannen filteren op naam
search-events = Gebeurtenissen filteren op activiteit of doel
search-events-example = Activiteit of doel

sort-by = Sorteren op { $column }
sorted-up = Gesorteerd op { $column }, oplopend.
sorted-down = Gesorteerd op { $column }, aflopend.
sorted-not = In de oorspronkelijke volgorde.

export = CSV opslaan
exported = Opgeslagen als { $file }.

rows-selected = { NUMBER($number) } geselecteerd
select-row = { $name } selecteren
select-all = Alles selecteren wat wordt getoond
clear-selection = Wissen
remove-members = Verwijderen uit de groep
delete-selected = Verwijderen
reprocess-limit = { $number ->
    [one] Onder de regels van vandaag hoogstens { $number } gebruiker tegelijk.
   *[other] Onder de regels van vandaag hoogstens { $number } gebruikers tegelijk.
}
some-refused = { $number ->
    [one] { $number } van de geselecteerde rijen is geweigerd. De eerste reden: { $reason }
   *[other] { $number } van de geselecteerde rijen zijn geweigerd. De eerste reden: { $reason }
}

restorable-until = Te herstellen tot
expiring = Verloopt
by-paths = Via
plans-off = Plannen uit
technical-name = Technische naam
service-plan-id = Serviceplan-id
excludes-plans = Sluit uit
in-force = Van kracht
licensed = Gelicentieerd
without-license = Zonder licentie
members-assigned = Zonder fout
waiting = In afwachting
directly-only = Alleen direct
groups-only = Alleen via groepen
directly-and-groups = Allebei
other-target = Tenant en overige
not-in-catalog = niet in de catalogus
not-in-catalog-why = Het kwam met een import mee, zoals de bestanden het beschrijven.
plans-of-tenant = serviceplannen vergeleken met de catalogus: +{ NUMBER($more) }, −{ NUMBER($fewer) }
plans-of-tenant-why =
    Met een import kwam de eigen lijst met serviceplannen van de tenant mee; die telt in plaats van die van de catalogus.
plan-of-tenant = niet in het product van de catalogus
plans-of-today-marked = { $plans } (van vandaag)
seats-free = Plaatsen vrij
details-of = Details: { $what }

users-active = Actief
users-deleted = Verwijderd
list-of-users = Lijsten van gebruikers
list-of-groups = Lijsten van groepen
deleted-users-lead = Ze gebruiken geen plaats en kunnen 30 dagen worden hersteld.
deleted-groups-lead = Groepen die volgens deze regels te herstellen zijn, 30 dagen lang.
no-deleted-users = Geen verwijderde gebruikers.
no-deleted-groups = Geen verwijderde groepen die te herstellen zijn.
no-events = Nog geen gebeurtenissen.
product-views = Weergaven van het product
no-such-product = De tenant heeft dit product niet
no-users-of-product = Niemand heeft het, en geen groep geeft het.
no-groups-of-product = Geen groep geeft het.

# Products, beside the first screen.
plans-of-today = plannen van vandaag
plans-of-today-why = De plannen van 2019 zijn voor dit product niet bekend.
products-lead = Elke gebruiker neemt één plaats van een product in, hoeveel groepen het ook geven.
products-table = Tabel met producten
product-filter-example = Naam of artikelnummer
units-lead = Ook met minder eenheden dan er zijn toegewezen, verliest niemand een licentie.
enabled-help = Plaatsen van actieve abonnementen.
warning-help = Verlopen, in de respijtperiode, nog bruikbaar.
suspended-help = Opgezegd; kan opnieuw worden geactiveerd.
locked-out-help = Geblokkeerd na opzegging door de klant.
add-plan-title = Serviceplan toevoegen
add-plan-lead =
    Zoals wanneer Microsoft een plan aan een product toevoegt: het staat meteen aan overal waar het product is
    toegewezen, zonder run.
add-plan-now = Plan toevoegen
table-prints = Alleen de rijen die in beeld waren, worden afgedrukt. Sla de tabel op om ze allemaal te hebben.
