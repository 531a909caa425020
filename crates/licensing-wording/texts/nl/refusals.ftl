### Wat een weigering betekent. De tekst van Microsoft zelf staat ernaast.

refusal-documented = de tekst van Microsoft, gedocumenteerd
refusal-community = de tekst van Microsoft, zoals gebruikers ervan die melden
refusal-ours = onze woorden; de tekst van Microsoft is niet bekend
unknown-user = Deze gebruiker bestaat niet of is verwijderd.
unknown-group = Deze groep bestaat niet of is verwijderd.
unknown-contact = Deze contactpersoon bestaat niet of is verwijderd.
unknown-product = De catalogus heeft geen product op positie { $number }, of het is nog niet geladen.
unknown-plan = De catalogus heeft geen serviceplan { $id }.
product-twice = { $product } staat twee keer in één lijst.
no-license-changes = Er is niets toe te voegen en niets te verwijderen.
product-not-in-tenant = Deze tenant heeft { $product } nooit gekocht.
product-in-both-lists = { $product } kan niet in één wijziging worden toegevoegd en verwijderd.
plan-not-in-product = Het serviceplan { $plan } ({ $id }) maakt geen deel uit van { $product }.
group-not-licensable = { $group } is een soort groep die onder deze regels geen licenties kan krijgen.
license-not-held = { $product } is hier niet toegewezen en kan dus niet worden verwijderd.
license-inherited = { $product } komt van een groep; verwijder het daar.
prerequisite-missing = { $plan } vereist dat een van deze plannen aan staat: { $plans }.
prerequisite-missing-in-group =
    { $plan } vereist dat een van deze plannen aan staat: { $plans }. Het moet in dezelfde groep zijn: wat leden
    elders hebben, telt niet.
plans-are-exclusive = { $a } en { $b } sluiten elkaar uit; schakel een van beide uit.
invalid-usage-location =
    Een directe licentie vereist een gebruikslocatie bij de gebruiker waar het product is toegestaan.
no-available-licenses = Er is geen plaats van { $product } vrij.
address-taken = Een ander object heeft al een e-mailadres dat de gebruiker door deze wijziging zou krijgen.
group-licensed = Verwijder eerst alle licenties van { $group } voordat u de groep verwijdert.
not-deleted = Het is niet verwijderd, of meer dan 30 dagen geleden verwijderd.
group-not-restorable = { $group } kan niet worden hersteld: onder deze regels is zo'n groep na verwijdering weg.
already-member = Dit is al een lid.
not-member = Dit is geen direct lid van deze groep.
member-of-itself = Een groep kan geen lid van zichzelf zijn.
no-group-reprocess =
    Groepen kunnen onder deze regels niet opnieuw worden verwerkt; verwerk gebruikers opnieuw, hoogstens 20 tegelijk.
product-not-offered = { $product } was onder deze regels niet verkrijgbaar.
plan-in-product = { $product } bevat { $plan } al.
no-prerequisite-row = { $plan } heeft geen bekende vereiste.
pair-of-one-plan = Een plan conflicteert nooit met zichzelf.
name-empty = Een naam kan niet leeg zijn.
name-too-long = Een naam heeft hoogstens 256 tekens.
value-too-long = De waarde van een eigenschap heeft hoogstens 1.024 tekens.
members-by-rule = De leden van { $group } volgen uit de lidmaatschapsregel. Wijzig de regel, of wat die van de gebruiker leest.
no-rule-for-group = { $group } is een distributielijst, en die kan geen lidmaatschapsregel hebben.
rule-invalid = De lidmaatschapsregel is niet te lezen bij teken { NUMBER($at) }: { $fault }
rule-fault-too-long = de regel heeft meer dan 3.072 tekens.
rule-fault-too-deep = er zijn te veel haakjes genest.
rule-fault-ends = de regel houdt op terwijl er nog iets ontbreekt.
rule-fault-comparison = hier hoort een eigenschap zoals user.department, -not of een haakje te staan.
rule-fault-property = een eigenschap met deze naam kan hier niet worden gelezen.
rule-fault-operator = hier hoort een operator te staan die de eigenschap kent, zoals -eq.
rule-fault-value = hier hoort een waarde te staan, bij de meeste eigenschappen een tekst tussen aanhalingstekens.
rule-fault-unclosed = de tekst mist het aanhalingsteken aan het eind.
rule-fault-pattern = het patroon is niet te lezen.
rule-fault-joint = hier hoort -and, -or, een sluitend haakje of het einde te staan.
rule-fault-unread = het onderdeel dat regels leest, is nog niet geladen. Probeer het zo dadelijk opnieuw.
principal-name-invalid = Een userPrincipalName is naam@domein met een van deze domeinen: { $domains }.
principal-name-taken = Een andere gebruiker heeft deze userPrincipalName.
nickname-invalid = Een mailNickname heeft 1 tot 64 tekens, zonder spaties en zonder @.
address-invalid = Een adres is naam@domein, zonder spaties, van hoogstens 256 tekens.
too-many-addresses = Een object heeft hoogstens 200 adressen.
domain-invalid = Een domein bestaat uit letters, cijfers en streepjes met punten ertussen, zoals contoso.com.
domain-taken = De tenant heeft dit domein al.
unknown-domain = De tenant heeft dit domein niet.
domain-initial = Het oorspronkelijke domein kan niet worden verwijderd.
domain-in-use = { $number ->
    [one] { $name } gebruikt het domein nog, in de userPrincipalName of in een adres. Wijzig dat eerst.
   *[other] Het domein wordt nog gebruikt door { $number } objecten, in de userPrincipalName of in een adres, waaronder { $name }. Wijzig dat eerst.
}
too-many-domains = Een tenant heeft hoogstens 5.000 domeinen.
too-many-units = Een abonnement heeft hoogstens 100.000.000 eenheden.
workers-out-of-range = Er kunnen 1 tot 8 gelijktijdige processen zijn.
clock-out-of-range = Zo ver gaat de gesimuleerde klok niet.
clock-ended = De gesimuleerde klok is aan zijn einde gekomen. Er kan geen stap meer worden gezet.
too-many-groups = Een gebruiker kan hier lid zijn van 4.096 groepen.
tenant-full = De tenant is vol.
not-allowed = Deze les moet zonder dat worden opgelost. Wat wel mag, staat ernaast.
