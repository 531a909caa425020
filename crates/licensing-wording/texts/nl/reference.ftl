### Waar de simulator van uitgaat, en wat in te stellen is: de regels, de tenant, de pagina.

rules-lead = De regels van de simulator: elk in één zin, met de bron en hoe zeker die is.
rules-views = Weergaven van de regels
every-rule = Alle regels
rule-id = Regel
rule-says = Wat de regel zegt
source = Bron
confidence = Zekerheid
rules-by-confidence =
    { NUMBER($all) } regels: { NUMBER($documented) } gedocumenteerd, { NUMBER($community) } gemeld door gebruikers,
    { NUMBER($inferred) } afgeleid.
rule-set = Regelset
rule-sets-lead = Omschakelen kan ongedaan worden gemaakt en wijzigt zelf geen licentie (R15).
rule-sets-differ = Waarin de regelsets verschillen
rules-of-2019 = 2019
rules-of-today = Vandaag
differs-reprocess = Een groep is opnieuw te verwerken
differs-at-once = Gebruikers die tegelijk opnieuw worden verwerkt
differs-leftovers = Wat niet kan worden afgenomen als de groep wordt verwijderd (R11.3)
differs-purchase = Als er plaatsen worden gekocht (R3)
differs-licensable = Groepen die licenties kunnen krijgen
differs-restorable = Verwijderde groepen die te herstellen zijn
differs-pairs = Uitsluitende paren die worden afgedwongen
differs-prerequisites = Vereisten die worden afgedwongen
differs-offered = Producten die te koop zijn
differs-plans = Plannen van producten
differs-dependency = Kop van een ontbrekende vereiste
differs-location = Kop van een locatie die niet is toegestaan
yes = Ja
no = Nee
any-number = Elk aantal
at-most = Hoogstens { NUMBER($number) }
becomes-direct = wordt een directe licentie
stays-in-error = blijft in foutstatus
nothing-is-retried = niemand wordt opnieuw geprobeerd
short-ones-are-retried = gebruikers die een plaats tekortkomen, worden opnieuw geprobeerd
plans-as-of-2019 = { $number ->
    [one] { $number } product zoals in 2019, de andere zoals nu
   *[other] { $number } producten zoals in 2019, de andere zoals nu
}
plans-as-of-today = alle zoals nu

exclusive-pairs = Uitsluitende paren
pairs-lead =
    Plannen die niet samen via verschillende producten aan kunnen staan (R6). Elk paar kan voor deze tenant aan of uit
    worden gezet. Er wordt nog niets verwerkt: verwerk gebruikers opnieuw om het toe te passen.
count-pairs = { $number ->
    [one] { $number } paar
   *[other] { $number } paren
}
search-pairs = Paren filteren op plan of dienst
no-pairs = Er is geen paar bekend.
no-pair-matches = Geen paar voldoet aan het filter.
prerequisites = Vereisten
prerequisites-lead =
    Plannen die een van enkele andere vereisen (R7). Elke vereiste kan voor deze tenant aan of uit worden gezet. Er
    wordt nog niets verwerkt: verwerk gebruikers opnieuw om het toe te passen.
count-prerequisites = { $number ->
    [one] { $number } vereiste
   *[other] { $number } vereisten
}
search-prerequisites = Vereisten filteren op plan
no-prerequisites = Er is geen vereiste bekend.
no-prerequisite-matches = Geen vereiste voldoet aan het filter.
location-rules = Locaties
locations-lead =
    Wat per land over diensten bekend is (R5). Alleen een verbod wordt afgedwongen; de rest is ter informatie.
count-locations = { $number ->
    [one] { $number } locatieregel
   *[other] { $number } locatieregels
}
search-locations = Locatieregels filteren op dienst
no-locations = Er is geen locatieregel bekend.
no-location-matches = Geen locatieregel voldoet aan het filter.
needs-one-of = Vereist een van
service = Dienst
countries-listed = Landen
what-the-source-says = De bron zegt
evidence = Grondslag
note = Opmerking
status-today = Wat er nu van bekend is
last-checked = Laatst gecontroleerd
plan-technical = Technische namen
in-this-tenant = In deze tenant
counts = Afgedwongen
counts-not = Niet afgedwongen
counts-here = Afgedwongen, hier ingesteld
counts-not-here = Niet afgedwongen, hier ingesteld
counts-not-disputed = Niet afgedwongen: bronnen spreken elkaar tegen
listed-only = Ter informatie
own-pair-source = In deze tenant ingesteld
all-services = Elke dienst
turn-on = Aanzetten
turn-off = Uitzetten
turn-on-what = Aanzetten: { $what }
turn-off-what = Uitzetten: { $what }
pair-of-plans = { $a } en { $b }
prerequisite-of-plan = vereiste van { $plan }
add-pair = Een paar toevoegen
add-pair-lead = Voer de technische namen in van twee plannen die elkaar in deze tenant moeten uitsluiten.
first-plan = Eerste plan
second-plan = Tweede plan
add-pair-now = Paar toevoegen
first-plan-example = EXCHANGE_S_ENTERPRISE
second-plan-example = SHAREPOINTSTANDARD
no-such-plan = ‘{ $text }’ is niet de technische naam van een serviceplan in de catalogus.

settings-lead = Instellingen van tenant en pagina
tenant-settings = Tenant
tenant-settings-lead = Elke wijziging staat in de geschiedenis en kan ongedaan worden gemaakt.
initial-domain = Oorspronkelijk domein
domains = Domeinen
domains-help =
    In elk van deze domeinen kunnen gebruikers worden gemaakt. Een nieuw domein is meteen geverifieerd, en een domein dat nog
    wordt gebruikt, wordt niet verwijderd.
new-domain = Nieuw domein
new-domain-example = contoso.com
add-domain = Domein toevoegen
country = Land
country-help = Geldt voor groepslicenties van gebruikers zonder gebruikslocatie.
workers = Gelijktijdige processen
workers-help =
    Hoeveel gebruikers er tegelijk worden verwerkt. Twee processen bij dezelfde gebruiker en hetzelfde product botsen
    (R2.3).
clock = Gesimuleerde klok
let-days-pass = Dagen laten verstrijken
count-days = { $number ->
    [one] { $number } dag
   *[other] { $number } dagen
}
clock-help = Verwijderde gebruikers en groepen zijn 30 dagen te herstellen.
page-settings = Pagina
page-settings-lead = Deze keuzes worden in deze browser onthouden, als die dat toestaat.
letter-keys = Sneltoetsen van één letter
letter-keys-help = Zoals s voor een stap. In invoervelden staan ze altijd uit.
offline = Werkt zonder netwerk
offline-help =
    Deze browser bewaart de pagina zelf, zodat die ook zonder netwerk opent. Uitzetten verwijdert die weer; uw tenants blijven.
speed-help = Hoe snel de wachtrij wordt verwerkt.
source-against = Zegt iets anders: { $source }
