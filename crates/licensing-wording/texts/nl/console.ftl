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
ready-reprocess = { $user } opnieuw verwerken
ready-give = { $group } { $product } geven
ready-take = { $product } van { $group } afhalen
ready-join = { $user } toevoegen aan { $group }
ready-leave = { $user } verwijderen uit { $group }
ready-restore = { $user } terughalen
ready-new-user = Een gebruiker maken
ready-new-group = Een groep maken
ready-batch = Twee aanvragen in één

## waar antwoorden met opzet anders zijn dan die van Graph

deviation-sign-in = Niemand meldt zich aan
deviation-sign-in-why = Er zijn geen machtigingen en er is geen beperking; naar een meegestuurd token wordt niet gekeken.
deviation-background = De achtergrond wacht op u
deviation-background-why =
    De wijziging is aangenomen en er gebeurt niets met gebruikers vóór de volgende stap op de achtergrond. Graph werkt er vanzelf aan, binnen minuten of uren.
deviation-time = De tijd is gesimuleerd
deviation-time-why =
    De klok begint op 8 november 2019 om 09:00 UTC; een opdracht en een stap duren elk een seconde. Id's van aanvragen volgen uit wat er is gevraagd.
deviation-reprocess = reprocessLicenseAssignment antwoordt 200
deviation-reprocess-why =
    Het zet de run van de gebruiker in de wachtrij. De echte kan 400 antwoorden met de eerste fout die tegenhoudt, zoals praktijkverhalen melden; hier is die fout na de run te zien.
deviation-addresses = proxyAddresses kan niet worden geschreven
deviation-addresses-why =
    Net als in Graph. lab.setAddresses() staat voor Exchange en adreslijstsynchronisatie, en kan twee objecten hetzelfde adres geven; zo ontstaan de echte conflicten.
deviation-password = Nieuwe gebruikers hebben geen wachtwoord nodig
deviation-password-why =
    Ook geen mailNickname of accountEnabled. Een opgegeven wachtwoord wordt niet bewaard.
deviation-nickname = De mailNickname van een nieuwe groep wordt niet bewaard
deviation-nickname-why = Die is net als in Graph verplicht, en een beschrijving mag; geen van beide wordt bewaard.
deviation-location = usageLocation kan niet null zijn
deviation-location-why =
    Zoals de documentatie van Graph zegt. Een locatie wordt gewijzigd, en in het dialoogvenster van de simulator leeggemaakt.
deviation-applies-to = subscribedSku.appliesTo is altijd User
deviation-applies-to-why =
    Voor elk product: de openbare lijsten vertellen niet welke enkele aan een bedrijf als geheel worden verkocht.
deviation-service = assignedPlans.service blijft null
deviation-service-why = De openbare lijsten zeggen niet bij welke dienst een plan hoort.
deviation-filter = Teksten van $filter worden vergeleken zonder op hoofdletters te letten
deviation-filter-why = Ook in het auditlogboek; en een GUID mag tussen aanhalingstekens staan.
deviation-expand = $expand verwijst naar de rest
deviation-expand-why = Het toont 20 objecten, net als Graph, en voegt een koppeling naar de andere toe als er meer zijn.
deviation-batch = Aanvragen van een $batch worden na elkaar beantwoord
deviation-batch-why = In hun eigen volgorde als dependsOn geen andere vraagt. Graph kan ze in elke volgorde beantwoorden.
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
not-in-graph-contact = contactpersonen worden in Exchange gemaakt.
not-in-graph-reprocess = het is een knop van de portal van 2019.
not-in-graph-rules = de regelset is van de simulator zelf.
not-in-graph-row = wat elkaar uitsluit en nodig heeft, bepaalt Microsoft; de schakelaar is van de simulator zelf.
not-in-graph-country = het land van een tenant wordt gekozen als die wordt gemaakt, hier met new Lab().
not-in-graph-workers = de werkers zijn van de simulator zelf, gekozen met new Lab().
not-in-graph-days = de klok is gesimuleerd.
not-in-graph-list = distributielijsten worden in Exchange gemaakt.
not-in-graph-location = het stelt een gebruikslocatie in en maakt die niet leeg.
id-in-simulator = id in de simulator: { $id }
file-in-words = Wat er in Licensing Lab is gedaan.
file-of-requests = Wat er in Licensing Lab is gedaan, als aanvragen van Microsoft Graph.
file-of-requests-ids =
    De id's zijn die van de gesimuleerde tenant. Met een token wijzigen deze aanvragen de tenant waarvoor het is.
file-of-powershell = Wat er in Licensing Lab is gedaan, als Microsoft Graph PowerShell.
file-modules = Nodig zijn de modules { $modules }.
file-empty-lists =
    Hun versie 2.26.1 laat lege lijsten weg uit de aanvragen van Set-MgUserLicense, die Graph dan weigert.
file-changes =
    Dit uitvoeren wijzigt de tenant waarbij u zich aanmeldt. Domeinen, en id's die hier voluit staan, zijn die van de gesimuleerde tenant.
file-password = Eerste wachtwoord van de gebruikers die worden gemaakt
