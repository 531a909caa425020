### Een echte tenant importeren, en een tenant als bundel downloaden. Namen van Graph blijven zoals ze zijn.

## het scherm

import-lead = Laad een kopie van uw echte tenant. Uw bestanden verlaten de browser niet.
import-files = Uw Graph-bestanden
import-drop = Sleep bestanden hierheen: een bundel, of antwoorden van Graph
import-choose = Bestanden kiezen
import-paste = Of plak een antwoord
import-paste-example = JSON
import-pasted = Geplakte tekst
import-remove = { $file } verwijderen
import-size = { NUMBER($kilobytes) } kB
import-replace = Namen, adressen en id's vervangen
import-replace-why = Dezelfde naam wordt altijd hetzelfde pseudoniem, zodat adressen die botsen dat blijven doen.
import-rules-of-file = Zoals het bestand zegt
import-rules-why = Een bestand dat geen regels noemt, krijgt die van vandaag.
import-read = Bestanden controleren
import-nothing = Kies eerst een bestand of plak een antwoord.
import-getting = Zo krijgt u het bestand
import-getting-script = Dit script schrijft één bestand met alles erin. Het leest alleen, met de scope Directory.Read.All.
import-script = Script downloaden
import-copy = { $request } kopiëren
import-getting-answers =
    Of sla de antwoorden op deze aanvragen op, pagina voor pagina; elk wordt herkend aan de inhoud:
import-getting-members =
    Een antwoord met leden zegt niet bij welke groep ze horen: geef het bestand de id van de groep als naam.
import-private = Het bestand bevat namen en adressen. Bewaar het veilig, en wis het zodra u het niet meer nodig hebt.
import-reading = { $file } wordt gelezen
import-building = De tenant wordt opgebouwd
import-comparing = Iedereen wordt op een kopie opnieuw verwerkt
import-canceled = Geannuleerd. De geopende tenant is ongewijzigd.
import-failed = Dit kan niet worden geïmporteerd
import-unchanged = De geopende tenant is ongewijzigd.
import-done = { $name } kan worden geopend
import-done-why = Zolang u hem niet opent, blijft de geopende tenant zoals hij is.
import-open = Deze tenant openen
import-discard = Weggooien

## het verslag

report-read = Wat is gelezen
report-notes = Gewijzigd bij het importeren
report-missing = Ontbreekt
report-left-out = Weggelaten
report-changed = Gewijzigd
report-inconsistent = Tegenstrijdig
report-as-is = Alles is precies zo geïmporteerd als het in de bestanden staat.
report-what = Wat
report-count = Aantal
report-ignored = { $number ->
    [one] { $number } eigenschap van Graph heeft hier geen betekenis
   *[other] { $number } eigenschappen van Graph hebben hier geen betekenis
}
report-property = Eigenschap
report-files = Bestanden
report-bytes = Grootte in bytes
report-states = Licentiestatussen (licenseAssignmentStates)
report-contacts = Contactpersonen
report-events = Gebeurtenissen van het auditlogboek
report-differences = Waar de simulator afwijkt
report-differences-why =
    Op een kopie is iedereen opnieuw verwerkt. Een verschil kan betekenen dat een oorzaak is opgelost maar niemand
    opnieuw is verwerkt, dat in de bestanden een feit ontbreekt, of dat een regel van de simulator onjuist is.
report-agrees = { $number ->
    [one] De enige toewijzing zou hetzelfde uitvallen.
   *[other] Alle { $number } toewijzingen zouden hetzelfde uitvallen.
}
report-differs = { $number ->
    [one] { $number } van { $all } toewijzingen zou anders uitvallen.
   *[other] { $number } van { $all } toewijzingen zouden anders uitvallen.
}
report-kinds = Verschillen per soort
report-each = Elk verschil
report-first = De eerste { NUMBER($shown) } van { $all } worden getoond.
report-before = In het bestand
report-after = Na verwerking
report-plans-differ = andere plannen uit
report-gone = Niet toegewezen
report-gone-why = Het product is niet meer { $by } toegewezen.

## een bundel

bundle = De tenant downloaden
bundle-why = Als bundel die hier kan worden geïmporteerd. De namen in deze tenant staan erin.
bundle-log = Met het auditlogboek
bundle-save = Als bundel downloaden
bundle-writing = De bundel wordt geschreven

## wat van een waarde werd verwacht

wanted-text = een tekst
wanted-flag = true of false
wanted-count = een geheel getal, 0 of hoger
wanted-guid = een GUID
wanted-moment = een datum met tijd, zoals 2019-11-08T09:00:00Z
wanted-country = een landcode van twee letters
wanted-list = een lijst
wanted-object = een object
wanted-collection = een lijst, of een antwoord van Graph met een lijst
wanted-principal-name = een userPrincipalName, zoals naam@contoso.com
wanted-domain = een domein, zoals contoso.com
wanted-state = Active, ActiveWithError, Disabled of Error
wanted-processing = QueuedForProcessing, ProcessingInProgress of ProcessingComplete
wanted-rules = 2019 of today
wanted-format = de naam van de indeling van de bundel
found-number = het getal { $number }
found-text = ‘{ $text }'
found-list = een lijst
found-object = een object

## wat er maar één keer kan zijn, en wat wordt geteld

unique-id = de id { $value }
unique-principal-name = de userPrincipalName { $value }
unique-member = het lid { $value }
unique-product = het product { $value }
unique-plan = het serviceplan { $value }
unique-organization = de organisatie { $value }
unique-domain = het domein { $value }
unique-page = de pagina { $value }
counted-bytes = bytes in totaal
counted-files = bestanden
counted-users = gebruikers
counted-groups = groepen
counted-members = leden van groepen
counted-states = licentiestatussen
counted-contacts = contactpersonen
counted-events = gebeurtenissen van het auditlogboek
counted-products = producten
counted-units = eenheden van één product
counted-paths = controles van de groepen van een gebruiker totdat alle groepen zijn verwerkt

## wat er mis is met een bestand

fault-place = { $file }, regel { NUMBER($line) }
fault-syntax = dit is geen JSON
fault-truncated = het bestand houdt eerder op dan zijn JSON
fault-csv = dit is een tabel (CSV), waarin niet staat wat een tenant nodig heeft; sla JSON op: gebruik het exportscript, of schrijf het antwoord van Graph weg met ConvertTo-Json -Depth 10
fault-not-utf8 = de tekst is geen UTF-8 en geen UTF-16; sla het bestand op als UTF-8
fault-expected = { $wanted } verwacht, { $found } gevonden
fault-null = null is hier niet toegestaan
fault-missing = { $name } ontbreekt
fault-repeated-property = de eigenschap { $name } staat twee keer in één object
fault-repeated = { $what } komt twee keer voor
fault-repeated-first = { $what } komt twee keer voor, eerst in { $first }
fault-cycle = de groep is lid van zichzelf
fault-too-long = de tekst is langer dan { NUMBER($most) } tekens
fault-too-many = meer dan { NUMBER($most) } { $what }
fault-too-deep = lijsten en objecten zijn meer dan { NUMBER($most) } diep genest
fault-too-large = dit object is te groot
fault-unrecognized =
    het is onduidelijk wat deze lijst bevat; verwacht werd een antwoord van Graph met de @odata.context, of een bundel
fault-not-imported = { $what } wordt niet geïmporteerd
fault-graph-error = dit is een fout van Graph: { $message }
fault-whose-members =
    het is onduidelijk bij welke groep deze leden horen; geef het bestand de id van die groep als naam
fault-newer = de bundel heeft versie { NUMBER($version) }, die dit programma nog niet kent
fault-empty = het is leeg
fault-unreadable = de browser kan het bestand niet lezen
fault-state = de simulator weigerde wat is gelezen: { $why }

## wat niet in de tenant staat zoals in de bestanden

note-next-page = De volgende pagina van deze lijst is niet gegeven; de rest ervan ontbreekt dus.
note-organization =
    De organisatie met de domeinen ervan staat niet in de bestanden. De domeinen komen uit de namen van de gebruikers;
    het land is aangenomen.
note-country = De organisatie heeft geen land. Voor gebruikers zonder gebruikslocatie is Nederland aangenomen.
note-modern-licenses = Deze tenant gebruikt de nieuwere licentieverlening van Microsoft: de licenties van de groep staan niet in de bestanden, en wat gebruikers via een groep hebben lijkt direct toegewezen. Paden via groepen zijn in deze export niet te zien.
note-states = De gebruiker heeft in de bestanden geen licenseAssignmentStates en begint zonder licenties.
note-members = De groep heeft licenties en in de bestanden geen leden.
note-nickname = De gebruiker heeft geen bruikbare mailNickname; die is uit de userPrincipalName gehaald.
note-display-name = Het object heeft geen weergavenaam; het krijgt een nummer.
note-updated = De toewijzing heeft geen lastUpdatedDateTime; die geldt als oud.
note-unknown-product = De catalogus kent dit product niet, en een tenant kan hier 128 van zulke producten hebben.
note-unknown-plan =
    De catalogus kent dit serviceplan niet en geen product in de bestanden bevat het; ergens staat het uit.
note-no-room-for-plan = De catalogus kent dit serviceplan niet, en een tenant kan hier 128 van zulke plannen hebben.
note-not-subscribed = Het product staat niet bij de subscribedSkus; licenties ervan zijn weggelaten.
note-other-member = Leden die geen gebruiker of groep zijn, krijgen nooit een licentie.
note-unknown-member = Het lid staat niet bij de gebruikers en groepen van de bestanden.
note-members-of-unknown = Er zijn leden van een groep die niet in de bestanden staat.
note-direct-error =
    Een directe licentie in foutstatus wordt niet gesimuleerd: een directe licentie wordt toegewezen of geweigerd.
note-other-address = Andere adressen dan SMTP worden niet gesimuleerd.
note-invalid-address = Dit is geen geldig adres.
note-too-many-addresses = Een object kan hier 200 adressen hebben; de andere zijn weggelaten.
note-group-addresses =
    Groepen hebben hier geen adressen; een conflict met een adres van deze groep wordt dus niet getoond.
note-too-many-groups = Een gebruiker kan hier in 4.096 groepen zitten; de andere zijn weggelaten.
note-deleted-template = Een verwijderde groep heeft geen licenties.
note-long-event = De gebeurtenis is te lang om te bewaren.
note-dynamic-group = De lidmaatschapsregel van deze groep kan hier niet worden verwerkt. De groep houdt de huidige leden.
note-mail-enabled-security = Beveiligingsgroepen met e-mail worden gesimuleerd als beveiligingsgroepen.
note-group-of-states =
    Een licentie komt van een groep die niet in de bestanden staat. Die is bewaard als licentie van een verwijderde
    groep.
note-state = De status en de fout van de toewijzing passen niet bij elkaar; de status telt.
note-disabled-state = Of een toewijzing Disabled is, volgt uit de eenheden van het product, en die zeggen iets anders.
note-unknown-error = De fout van de toewijzing is hier niet bekend; die is opgevat als Other.
note-direct-with-error = Een directe licentie met een fout wordt niet gesimuleerd; die is opgevat als Active.
note-before-start =
    Dit tijdstip ligt vóór het begin van de gesimuleerde klok, 8 november 2019; dat begin is ervoor in de plaats
    gekomen.
note-after-end = Dit tijdstip ligt na het einde van de gesimuleerde klok; dat einde is ervoor in de plaats gekomen.
note-unverified-domain = Het domein van de userPrincipalName staat niet bij de geverifieerde domeinen.
note-own-product =
    De catalogus kent dit product niet. De tenant heeft het met de serviceplannen die in de bestanden staan.
note-own-plan =
    De catalogus kent dit serviceplan niet. Het zit in de producten waarbij de bestanden het vermelden.
note-plan-taken-out =
    Het product van de tenant mist serviceplannen die dat van de catalogus heeft; de lijst van de tenant telt.
note-plan-not-in-file =
    In 2019 had het product serviceplannen die dat van de tenant nu mist; onder de regels van 2019 tellen ze mee.
note-plan-added =
    Het product van de tenant heeft serviceplannen die dat van de catalogus mist; de lijst van de tenant telt.
note-consumed =
    Het aantal verbruikte eenheden in het bestand (eerste) is anders dan wat de gebruikers hebben (tweede).
note-assigned-licenses = De assignedLicenses van de gebruiker komen niet overeen met de licenseAssignmentStates.
