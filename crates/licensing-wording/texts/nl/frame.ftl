### Het kader om elk scherm: navigatie, schakelaars, geschiedenis.

app = Licensing Lab
skip = Naar de inhoud
main-nav = Hoofdnavigatie
main-nav-compact = Hoofdnavigatie, compact
nav-tenant = Tenant
nav-background = Achtergrond
overview = Overzicht
groups = Groepen
users = Gebruikers
products = Producten
processing = Verwerking
audit = Auditlogboek
with-errors = { " " }met fouten
rules = Regels
rules-2019 = 2019
rules-today = Vandaag
theme = Thema
breadcrumb = Kruimelpad
new = Nieuw
settings = Instellingen en meer
time-bar = Tijd en verwerking
step = Stap
run = Uitvoeren
pause = Onderbreken
paused = Onderbroken.
opened = Geopend.
not-found = Op dit adres is niets te vinden
to-overview = Naar het overzicht
undo-what = Ongedaan maken: { $what }
redo-what = Opnieuw: { $what }
undo = Ongedaan maken
redo = Opnieuw
did = Gereed: { $what }.
undid = Ongedaan gemaakt: { $what }.
redid = Opnieuw gedaan: { $what }.
action = Actie { NUMBER($number) }
of = van { NUMBER($number) }
steps-taken = { $number ->
    [one] · { $number } stap
   *[other] · { $number } stappen
}
page-title = { $screen } · Licensing Lab
theme-system = Systeem
theme-light = Licht
theme-dark = Donker
language = Taal
language-now = Taal: { $name }.
language-failed = De Nederlandse teksten zijn niet geladen.
steps-waiting = { $number ->
    [one] { $number } stap in de wachtrij
   *[other] { $number } stappen in de wachtrij
}
nothing-waiting = Niets in de wachtrij
tenant-menu = Deze tenant
state-untouched = Voorbeeld, niet gewijzigd
state-visit = Niet bewaard
state-saving = Bezig met bewaren…
state-not-saved = Niet bewaard
state-saved = Bewaard
sample-five-errors = Contoso, vijf fouten
tenants-menu = Mijn tenants…
open-file = Bestand openen…
save-as-file = Opslaan als bestand
notices = Meldingen
share-this = Delen…
share-title = Delen
history-menu = Geschiedenis…
history-slider = Geschiedenis: naar een eerder moment gaan
history-beginning = Het begin
moment-of = Moment { NUMBER($at) } van { NUMBER($all) }
moment-done = { $moment }: { $what }
open-sample = Voorbeeld openen…
step-was = { $step }, { $what }
who-what = { $who }: { $what }
