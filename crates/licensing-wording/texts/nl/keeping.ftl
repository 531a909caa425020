### Wat wordt bewaard: de tenant in deze browser, als bestand, als link; de geschiedenis.

sample-five-errors-about = 28 gebruikers in zeven groepen, met vijf soorten fouten en vier stappen in de wachtrij.
new-tenant = Lege tenant
new-tenant-about = Er staat nog niets in. Begin met een product kopen.

## De tenants van deze browser

tenants = Mijn tenants
tenants-lead = Ze worden in deze browser bewaard en nergens anders. Een tenant wordt bewaard zodra u er iets aan wijzigt.
tenant-name = Naam van de tenant
tenant-open = geopend
tenant-about = { $users ->
    [one] { $users } gebruiker · bewaard { $when }
   *[other] { $users } gebruikers · bewaard { $when }
}
tenant-beside = { NUMBER($kilobytes) } kB in de database van de browser
no-tenants = Er is nog niets bewaard.
open = Openen
duplicate = Dupliceren
delete = Verwijderen
erase = Definitief verwijderen
deleted-tenants = Verwijderd
deleted-tenants-lead = Deze kunt u terughalen totdat u ze definitief verwijdert.
copy-of = Kopie van { $name }
other-version-of = { $name } (andere versie)
storage-help = Wat deze browser bewaart, en wanneer niet
storage-help-where =
    Alles staat in de opslag van deze browser, voor dit adres. Wie de browsergegevens wist, wist ook dit, en een
    privévenster vergeet het bij het sluiten.
storage-help-killed =
    Elke wijziging wordt geschreven op het moment dat u die maakt. Wat als bewaard is gemeld, blijft bestaan als een tabblad
    of de hele browser vastloopt; als de computer uitvalt, kunnen de laatste seconden verloren gaan.
storage-help-large =
    Een tenant die daarvoor te groot is, staat in een database van deze browser, voor hetzelfde adres. Die verhuist daar
    vanzelf heen en terug, en de lijst zegt hoeveel ervan daar staat.
storage-ask = Deze browser vragen het te bewaren
storage-promised = Deze browser bewaart het, ook als de schijf bijna vol is.
storage-not-promised = Deze browser belooft niets: als de schijf bijna vol is, kan hij verwijderen wat is opgeslagen.
storage-help-file = Wat niet verloren mag gaan, kunt u beter ook als bestand opslaan.


## Wat boven het scherm wordt gemeld

visit = U bekijkt een kopie die niet wordt bewaard.
visit-of = U bekijkt ‘{ $name }’, een kopie die niet wordt bewaard.
visit-why = Wijzig wat u wilt: het blijft in dit tabblad totdat u het sluit, en uw eigen tenant blijft zoals die is.
keep-a-copy = Kopie bewaren
open-own-beside = Eigen tenant in een nieuw tabblad
back-to-the-case = Terug naar de casus
open-by-itself = Apart openen
start-again = Opnieuw beginnen
discard = Weggooien
not-saved = Wat u doet, wordt niet bewaard.
not-saved-full = De opslag van deze browser is vol. Verwijder een verwijderde tenant definitief of sla deze op als bestand.
not-saved-denied = Deze browser laat de pagina niets bewaren, zoals in een privévenster. Sla de tenant op als bestand.
not-saved-corrupt = De opslag van deze browser geeft iets anders terug dan erin is geschreven. Sla de tenant op als bestand.
not-saved-failed = De opslag van deze browser werkt nu niet. Sla de tenant op als bestand of probeer het opnieuw.
not-saved-replaced =
    In deze browser is een andere versie van deze pagina geopend. Sla de tenant op als bestand en laad de pagina opnieuw.
not-saved-large =
    Deze tenant is te groot om later weer te openen, meestal door het auditlogboek. Download hem als bundel, zonder auditlogboek, en importeer die.
no-file = Er is geen bestand opgeslagen.
try-again = Opnieuw proberen
apart = Deze tenant is ook in een ander tabblad gewijzigd.
apart-why = Beide versies blijven bewaard.
show-the-other = Andere versie tonen
go-on-with-this = Doorgaan met deze
versions = Deze tenant is in twee tabbladen tegelijk gewijzigd.
versions-why = U ziet de versie waaraan het laatst is gewerkt. De andere blijft ook bewaard.
keep-as-own = Andere versie als aparte tenant bewaren
not-now = Niet nu
unreadable = Een deel van de bewaarde gegevens van deze tenant kan niet worden gelezen.
unreadable-why = U ziet wat leesbaar is. De rest blijft staan.
save-unreadable = Downloaden wat niet te lezen is
remove-unreadable = Verwijderen
not-copied-tenant = De kopie kon niet worden bewaard.
beside = Deze tenant is groot: hij wordt bewaard in de database van de browser.
release = Er staat een nieuwe versie van Licensing Lab klaar.
release-why = Wat u hebt gedaan, blijft bewaard. Laad de pagina opnieuw om met de nieuwe versie verder te gaan.
other-release = In deze browser is een andere versie van deze pagina geopend.
other-release-why =
    Wat u tot nu toe hebt gedaan, is bewaard; wat u hier verder doet, niet. Laad de pagina opnieuw om verder te gaan.
reload = Opnieuw laden
newer = Een nieuwere versie van deze pagina heeft aan deze tenant gewerkt.
newer-why = U ziet een kopie die niet wordt bewaard. Laad de pagina opnieuw om de nieuwere versie te krijgen.
skipped = { $number ->
    [one] { $number } actie wordt door de regels van deze versie geweigerd.
   *[other] { $number } acties worden door de regels van deze versie geweigerd.
}
skipped-why = De tenant kan dus afwijken van hoe die toen was.
left-behind = De tenant die hiervoor geopend was, is niet bewaard.
left-behind-why = Hij blijft hier zolang deze pagina open is.
restarted = De pagina was gestopt en is opnieuw gestart.
restarted-why = U ziet de tenant zoals die het laatst is bewaard.
save-stored = De bewaarde gegevens als bestand opslaan
go-back = Ernaar terugkeren

## Wat niet is geopend

stopped = Licensing Lab is twee keer achter elkaar gestopt.
link-stopped = Licensing Lab is gestopt tijdens het openen van deze link.
link-stopped-why = Daarom is de link niet opnieuw geopend. U kunt zonder de link verdergaan: wat in deze browser is bewaard, is ongewijzigd.
without-link = Doorgaan zonder de link
link-again = De link opnieuw openen
stopped-why = Daarom is er niets geopend. Wat in deze browser is bewaard, is ongewijzigd. Onder ‘Mijn tenants’ kunt u een andere tenant openen, de tenant die niet opent als bestand opslaan, of die opzijzetten door hem te verwijderen; daar kunt u hem ook herstellen.
not-opened-link = Deze link
not-opened-file = Dit bestand
not-opened-tenant = Deze tenant
not-opened-truncated = { $what } is afgekapt
not-opened-truncated-link-why = Het einde ontbreekt. Kopieer de hele link opnieuw of vraag om een bestand: chatprogramma's kappen lange links af.
not-opened-truncated-file-why = Het einde ontbreekt. Download het opnieuw: een download kan halverwege stoppen.
not-opened-damaged = { $what } is beschadigd
not-opened-damaged-link-why = Er is onderweg iets in veranderd. Kopieer de link opnieuw van de plek waar die vandaan komt.
not-opened-damaged-file-why = Er is onderweg iets in veranderd. Haal het bestand opnieuw op van de plek waar het vandaan komt.
not-opened-newer = { $what } is met een nieuwere versie gemaakt
not-opened-newer-why = Laad de pagina opnieuw om de nieuwste versie te krijgen en probeer het dan nog eens.
not-opened-catalog = { $what } bevat producten die deze versie niet kent
not-opened-large = { $what } is te groot om te openen
not-opened-large-why = Vraag om een kleinere tenant of om de tenant als bestand.
not-opened-no-link = Deze link leidt niet naar een tenant
not-opened-no-link-why = Kopieer de volledige link opnieuw van de plek waar die vandaan komt.
not-opened-no-file = In dit bestand staat geen tenant
not-opened-no-file-why = Kies een bestand dat hier is opgeslagen, of een bestand waarin een link staat.
not-opened-bundle = Dit is een geëxporteerde tenant
not-opened-bundle-why =
    Het is wat Microsoft Graph over een tenant zegt, zoals het exportscript of ‘Als bundel downloaden’ het schrijft.
    Importeer het: het importeren leest het en meldt wat er is gevonden.
not-opened-text = Dit bestand bevat iets dat niet kan worden gelezen
not-opened-text-why = Verbeter de regel die hieronder wordt genoemd en open het bestand opnieuw.
not-opened-contradiction = { $what } spreekt zichzelf tegen
not-opened-contradiction-why = Vraag degene die het heeft gemaakt om het opnieuw op te slaan.
not-opened-store = De opslag van deze browser kan niet worden gelezen
not-opened-store-why = Probeer het opnieuw of open een bestand.
not-opened-unreadable = Deze tenant kan niet worden gelezen
not-opened-unreadable-why = Er is niets van verwijderd. Download eerst wat er staat voordat u iets anders doet.
not-opened-untouched = Uw eigen tenant is ongewijzigd.
open-own-tenant = Eigen tenant openen
open-example-tenant = Voorbeeld openen

## Een link die wordt geplakt

paste-link-title = Link openen
paste-link = Link
paste-link-help = Plak de link zoals u die kreeg, met wat eromheen staat: regeleinden en aanhalingstekens zijn geen bezwaar.
paste-link-none = In deze tekst staat geen link van Licensing Lab.

## Doorgeven

share-what = Wat de link opent
share-now = De tenant zoals die nu is
share-now-why = Zonder voorgeschiedenis
share-earlier = De tenant op een eerder moment
share-earlier-why = Zoals die toen was
share-story = De volledige geschiedenis
share-story-why = Anderen kunnen alles opnieuw afspelen
share-form = Vorm
share-link = Link
share-markdown = Markdown
qr-code = QR-code
qr-too-long = De link is te lang voor een QR-code.
share-embed = Insluitcode
share-opens = Hoe de link opent
share-in-language = Altijd in deze taal:
share-on-screen = Op dit scherm:
share-locked = Zonder toegang tot andere tenants
share-locked-why = geen lege tenant, voorbeelden of lessen in het kader
share-inside = Wat erin staat
share-inside-tenant = Tenant
share-inside-story = Geschiedenis
share-inside-names = Namen
share-cost = { $number ->
    [one] { $number } teken
   *[other] { $number } tekens
}
share-inside-queue = Wachtrij
share-queue = Wat op de achtergrond nog moet gebeuren
share-no-story = Geen; ook het auditlogboek blijft achterwege
share-names = Namen en adressen van gebruikers, groepen en contactpersonen, zoals u ze ziet
share-labels = In plaats daarvan ‘User 1’, ‘Group 1’ enzovoort; verzonnen namen van een voorbeeld blijven
share-replace = Namen vervangen door labels
share-replace-why = voor links die uw bedrijf verlaten
share-length = { NUMBER($number) } tekens.
share-fits = Past overal: Discord kapt af bij 2.000 tekens, Slack en mailprogramma's bij ongeveer 4.000.
share-fits-slack = Te lang voor Discord (2.000 tekens); Slack staat er ongeveer 4.000 toe.
share-fits-nowhere = Te lang voor Discord (2.000) en Slack (4.000). Stuur liever het bestand.
share-too-long = Dit is te veel voor een link. Sla het op als bestand.
share-private = Alles staat in de link zelf. Geen server ziet het.
share-file-why = Een bestand bevat alles, ook het auditlogboek.

## Geschiedenis

told = Wat zojuist is gedaan
history = Geschiedenis
history-lead =
    Elke actie en elke stap. Ga terug naar een ervan; wat u daar doet, begint een nieuwe tak, en de oude blijft
    bewaard.
history-now = nu
history-undone = ongedaan gemaakt
history-earlier = Eerder
history-later = Later
branches = Andere takken
branches-lead = U bent teruggegaan en hebt iets anders gedaan. Wat u eerder had gedaan, staat hier.
branch = { $actions ->
    [one] Splitst zich af bij moment { NUMBER($moment) }, { $actions } actie vanaf daar
   *[other] Splitst zich af bij moment { NUMBER($moment) }, { $actions } acties vanaf daar
}
take-branch = Daar verdergaan
branch-taken = U bent nu op de andere tak; de vorige blijft bewaard.
