### Wat de Graph-console zegt van aanvragen, antwoorden en wat er is gedaan. Namen van Graph en van de methoden van de
### simulator blijven zoals ze zijn.

## aanvragen om mee te beginnen

ready-groups-in-error = Groepen met leden in foutstatus
ready-members-in-error = Leden in foutstatus van { $group }
ready-states = De statussen van { $user }
ready-failures = De laatste mislukkingen in het auditlogboek
ready-products = Producten en hun plaatsen
ready-users = De eerste tien gebruikers
ready-users-elsewhere = Gebruikers buiten Nederland
ready-licenses = Wat { $user } heeft
ready-groups = Groepen met hun licenties
ready-members = Leden van { $group }
ready-tenant = De tenant
ready-domains = De domeinen
ready-reprocess = { $user } opnieuw verwerken
ready-give = { $group } { $product } geven
ready-take = { $product } verwijderen van { $group }
ready-join = { $user } toevoegen aan { $group }
ready-leave = { $user } verwijderen uit { $group }
ready-restore = { $user } herstellen
ready-new-user = Een gebruiker maken
ready-new-group = Een groep maken
ready-batch = Twee aanvragen in één

## waar antwoorden met opzet anders zijn dan die van Graph

deviation-sign-in = Niemand meldt zich aan
deviation-sign-in-why = Er zijn geen machtigingen en er is geen beperking; een meegestuurd token wordt genegeerd.
deviation-background = De achtergrond wacht op u
deviation-background-why =
    De wijziging is aangenomen, maar gebruikers worden pas verwerkt als u een stap zet. Microsoft verwerkt ze vanzelf,
    binnen minuten of uren.
deviation-time = De tijd is gesimuleerd
deviation-time-why =
    De klok begint op 8 november 2019 om 09:00 UTC; elke opdracht en elke stap duurt een seconde. Id's van aanvragen
    worden uit de aanvraag berekend.
deviation-reprocess = reprocessLicenseAssignment antwoordt 200
deviation-reprocess-why =
    Het zet de gebruiker in de wachtrij. De echte kan 400 antwoorden met de eerste fout die tegenhoudt, zoals
    gebruikers melden; hier ziet u die fout na de run.
deviation-addresses = proxyAddresses kan niet worden geschreven
deviation-addresses-why =
    Net als in Graph. lab.setAddresses() staat voor Exchange en adreslijstsynchronisatie, en kan twee objecten hetzelfde adres geven; zo ontstaan de echte conflicten.
deviation-password = Nieuwe gebruikers hebben geen wachtwoord nodig
deviation-password-why =
    Ook geen mailNickname of accountEnabled. Een opgegeven wachtwoord wordt niet bewaard.
deviation-domain = Een domein is meteen geverifieerd
deviation-domain-why =
    Een nieuw domein telt zodra het is toegevoegd. In Graph is dat nadat het is geverifieerd, met een record in de DNS ervan.
deviation-location = usageLocation kan niet null zijn
deviation-location-why =
    Zoals de documentatie van Graph zegt. Een locatie wordt gewijzigd, en in het dialoogvenster van de simulator leeggemaakt.
deviation-applies-to = subscribedSku.appliesTo is altijd User
deviation-applies-to-why =
    Voor elk product: de openbare lijsten vertellen niet welke enkele aan een bedrijf als geheel worden verkocht.
deviation-service = assignedPlans.service blijft null
deviation-service-why = De openbare lijsten zeggen niet bij welke dienst een plan hoort.
deviation-filter = $filter let niet op hoofdletters
deviation-filter-why = Ook in het auditlogboek niet. Een GUID mag ook tussen aanhalingstekens staan.
deviation-expand = $expand verwijst naar de rest
deviation-expand-why = Het toont 20 objecten, net als Graph, en voegt een link naar de andere toe als er meer zijn.
deviation-batch = Aanvragen in een $batch worden op volgorde beantwoord
deviation-batch-why =
    In de gegeven volgorde, tenzij dependsOn een andere vraagt. Graph kan ze in elke volgorde beantwoorden.
deviation-not-simulated = Wat niet wordt gesimuleerd, wordt met name geweigerd
deviation-not-simulated-why =
    501 voor een resource of actie die Graph heeft, 400 voor een queryoptie of eigenschap. Het wordt nooit verkeerd beantwoord.

## wat er is gedaan

no-request = Geen Graph-aanvraag: { $why }
no-request-but = Geen Graph-aanvraag: { $why } In de simulator: { $call }
steps-of-background = { $number ->
    [one] { $number } stap op de achtergrond (geen Graph-aanvraag; lab.step())
   *[other] { $number } stappen op de achtergrond (geen Graph-aanvraag; elk lab.step())
}
not-in-graph-units = plaatsen worden in het beheercentrum gekocht.
not-in-graph-plan = Microsoft voegt plannen aan producten toe.
not-in-graph-addresses = Exchange of adreslijstsynchronisatie stelt adressen in.
not-in-graph-contact = contactpersonen worden in Exchange beheerd.
not-in-graph-reprocess = dit is een knop in de portal van 2019.
not-in-graph-rules = de regelset bestaat alleen in de simulator.
not-in-graph-row =
    Microsoft bepaalt welke plannen elkaar uitsluiten of vereisen; deze schakelaar bestaat alleen in de simulator.
not-in-graph-country = het land van een tenant wordt gekozen bij het maken, hier met new Lab().
not-in-graph-workers = gelijktijdige processen bestaan alleen in de simulator; kies ze met new Lab().
not-in-graph-days = de klok is gesimuleerd.
not-in-graph-property = alleen Microsoft schrijft deze eigenschap.
not-in-graph-list = distributielijsten worden in Exchange gemaakt.
not-in-graph-location = Graph kan een gebruikslocatie instellen, niet leegmaken.
id-in-simulator = id in de simulator: { $id }
file-in-words = Wat er in Licensing Lab is gedaan.
file-of-requests = Wat er in Licensing Lab is gedaan, als aanvragen van Microsoft Graph.
file-of-requests-ids =
    De id's zijn die van de gesimuleerde tenant. Met een token verzonden wijzigen deze aanvragen de echte tenant waar
    het token bij hoort.
file-of-powershell = Wat er in Licensing Lab is gedaan, als Microsoft Graph PowerShell.
file-modules = Nodig zijn de modules { $modules }.
file-empty-lists =
    Hun versie 2.26.1 laat lege lijsten weg uit de aanvragen van Set-MgUserLicense, die Graph dan weigert.
file-changes =
    Dit uitvoeren wijzigt de tenant waarbij u zich aanmeldt. Domeinen, en id's die hier voluit staan, zijn die van de gesimuleerde tenant.
file-password = Eerste wachtwoord van de gebruikers die worden gemaakt

## wat er van een aanvaarde wijziging werd

became-pending = Nog niet verwerkt
became-running = Wordt verwerkt
became-nobody = Later: niemand te verwerken
became-done = Later: { NUMBER($number) } gelukt
became-failed = Later: { NUMBER($succeeded) } gelukt, { NUMBER($failed) } mislukt
became-succeeded = Later: gelukt
became-same = Later: geen verandering
became-error = Later: mislukt, ‘{ $heading }’
