### De woorden van het vak, elk met wat het betekent in een zin of twee.

glossary-lead = Licentiebegrippen uitgelegd
glossary-filter = Begrippen filteren
glossary-filter-example = Plaats
no-term-matches = Geen begrip voldoet aan het filter.
count-terms = { $number ->
    [one] { $number } begrip
   *[other] { $number } begrippen
}
in-english = In het Engels: { $term }
concurrency-exception = Gelijktijdigheidsuitzondering

term-assignment-state = Toewijzingsstatus
means-assignment-state =
    De status van één pad: Active, ActiveWithError, Disabled of Error. Graph toont die in licenseAssignmentStates.
term-audit-log = Auditlogboek
means-audit-log =
    Het overzicht van elke opdracht, run, licentiewijziging en mislukking, zoals Microsoft dat zou bijhouden.
term-background = Verwerking op de achtergrond
means-background =
    Het werk dat leden de licenties van hun groepen geeft, gebruiker voor gebruiker, nadat de aanvraag is aangenomen.
term-company-wide = Bedrijfsbreed plan
means-company-wide =
    Een serviceplan voor de hele tenant (appliesTo is Company). Het conflicteert niet met andere en vereist er geen.
term-confidence = Zekerheid
means-confidence =
    Hoe zeker een regel is: gedocumenteerd door Microsoft, gemeld door gebruikers, afgeleid uit andere bronnen, of
    onbekend.
term-consumed-units = Verbruikte eenheden
means-consumed-units =
    Hoeveel gebruikers een product van kracht hebben (consumedUnits). Elke gebruiker telt één keer, hoeveel paden er
    ook zijn.
term-direct-license = Directe licentie
means-direct-license =
    Een licentie die aan de gebruiker zelf is toegewezen, niet aan een groep. Die wordt meteen gecontroleerd en
    gegeven.
term-disabled-plan = Uitgeschakeld plan
means-disabled-plan = Een serviceplan dat in een licentie uit staat. Het conflicteert nooit.
term-effective = Effectieve plannen
means-effective =
    Wat een gebruiker werkelijk heeft, over alle paden die van kracht zijn: een plan staat aan als het op minstens één
    daarvan aan staat.
term-exclusive-pair = Uitsluitend paar
means-exclusive-pair = Twee serviceplannen die een gebruiker niet tegelijk via verschillende producten aan kan hebben.
term-group-license = Licenties op groepen
means-group-license = Licenties worden op een groep gezet, en de directe leden krijgen ze op de achtergrond.
term-group-run = Groepsrun
means-group-run =
    Werk in de wachtrij voor één groep: de leden in de volgorde waarin ze lid werden, daarna wie is vertrokken.
term-in-force = Van kracht
means-in-force = Een pad dat zijn plaats houdt: Active, ActiveWithError of Disabled.
term-inherited-license = Overgenomen licentie
means-inherited-license = Een licentie die een gebruiker via een groep heeft. Die kan alleen daar worden verwijderd.
term-mailbox-plan = Postvakplan
means-mailbox-plan =
    Een serviceplan met een postvak, zoals Exchange Online (Plan 1). Daarmee worden e-mailadressen berekend.
term-member = Lid
means-member =
    Een gebruiker die direct in een groep zit. Leden van een groep in de groep krijgen er geen licenties door.
term-microsoft-365-group = Microsoft 365-groep
means-microsoft-365-group =
    Een groep met een postvak en een site. Volgens de regels van vandaag kan die licenties krijgen als
    securityEnabled aan staat.
term-part-number = Artikelnummer
means-part-number =
    De technische naam van een product (skuPartNumber), zoals ENTERPRISEPACK voor Office 365 E3. Twee producten
    kunnen dezelfde hebben.
term-path = Pad
means-path = Eén manier waarop een gebruiker een product krijgt: direct, of van één groep.
term-prerequisite = Vereiste
means-prerequisite = Een serviceplan dat een ander vereist. Minstens één van de genoemde plannen moet aan staan.
term-product = Product (SKU)
means-product = Wat er wordt gekocht, zoals Office 365 E3. Het bestaat uit serviceplannen.
term-proxy-address = Proxyadres
means-proxy-address =
    Een e-mailadres van een gebruiker, groep of contactpersoon (proxyAddresses). Geen twee objecten mogen hetzelfde
    hebben.
term-queue = Wachtrij
means-queue = De runs die wachten, in volgorde van binnenkomst.
term-reprocess = Opnieuw verwerken
means-reprocess =
    Een gebruiker of groep opnieuw in de wachtrij zetten. Het lost zelf niets op: een fout verdwijnt pas als de
    oorzaak weg is.
term-rule-set = Regelset
means-rule-set =
    De regels zoals Microsoft ze in 2019 beschreef, of zoals ze vandaag zijn. Een tenant volgt een van beide.
term-run = Run
means-run = Werk in de wachtrij voor één groep of één gebruiker.
term-seat = Plaats
means-seat = Eén eenheid van een product, in gebruik bij één gebruiker.
term-security-group = Beveiligingsgroep
means-security-group = Een groep die rechten en licenties geeft. Die kan volgens beide regelsets licenties krijgen.
term-service-plan = Serviceplan
means-service-plan = Een deel van een product, zoals Exchange Online (Plan 2). Het is in elke licentie uit te zetten.
term-step = Stap
means-step = Eén gebruiker van één run; kleinere stappen zijn er niet.
term-subscription = Abonnement
means-subscription =
    Wat de tenant van een product heeft gekocht, met de eenheden. Het gaat van Enabled via Warning naar Suspended,
    LockedOut en Deleted.
term-swap = Omwisseling
means-swap = Een product toevoegen en een ander verwijderen in één wijziging. Elke gebruiker gaat in één stap over.
term-template = Sjabloon
means-template =
    De producten die aan een groep zijn toegewezen, elk met de uitgeschakelde plannen. Het is wat de leden moeten
    krijgen.
term-tenant = Tenant
means-tenant = De adreslijst van één organisatie, met haar gebruikers, groepen en abonnementen.
term-units = Eenheden
means-units =
    De plaatsen van een abonnement (prepaidUnits): enabled, in warning, suspended of locked out. De eerste twee zijn
    toe te wijzen.
term-usage-location = Gebruikslocatie
means-usage-location =
    Het land waarin een gebruiker de diensten gebruikt (usageLocation). Is dat leeg, dan geldt voor groepslicenties
    het land van de tenant.
term-user-run = Gebruikersrun
means-user-run = Werk in de wachtrij voor één gebruiker, over alle groepen van de gebruiker.
term-worker = Gelijktijdig proces (worker)
means-worker =
    Een proces dat de wachtrij afwerkt. Zijn er meer, dan kunnen er twee botsen op dezelfde gebruiker en hetzelfde product.

means-active = De licentie is van kracht en geeft haar plannen.
means-active-with-error = De licentie is van kracht zoals ze was, en de laatste wijziging is mislukt.
means-disabled = De licentie houdt haar plaats en geeft niets, omdat het abonnement is opgeschort.
means-error = De licentie was gewenst en is niet van kracht. De foutcode zegt waarom.
means-queued = De groep staat in de wachtrij.
means-in-progress = De groep wordt verwerkt.
means-complete = De run is afgelopen. Het zegt niet dat die bij iedereen is gelukt.
means-enabled = Het abonnement is betaald en geeft zijn eenheden.
means-warning = Het abonnement is verlopen en werkt nog, in de respijtperiode.
means-suspended = Het abonnement geeft niets meer. De licenties ervan houden hun plaatsen.
means-locked-out = Het abonnement is geblokkeerd. De licenties ervan houden hun plaatsen en geven niets.
means-deleted = Het abonnement heeft geen eenheden meer.
means-count = Er is geen plaats van het product vrij.
means-exclusive = Een serviceplan van het product sluit er een uit dat de gebruiker via een ander product heeft.
means-dependency = Een serviceplan zou het plan missen dat het nodig heeft.
means-location = Het product mag niet worden gebruikt op de locatie van de gebruiker.
means-uniqueness = Een ander object heeft een e-mailadres dat de gebruiker zou krijgen.
means-other = Een ander product van dezelfde groep is bij de gebruiker mislukt, dus van die groep is niets gewijzigd.
means-concurrency =
    Twee gelijktijdige processen waren met dezelfde gebruiker en hetzelfde product bezig. Het tweede probeert het zelf
    opnieuw.
