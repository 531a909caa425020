### De uitleg naast het scherm.

nothing-to-explain = Niets uit te leggen
nothing-to-explain-why = Deze toewijzing bestaat niet, of niet meer.
explanation = Uitleg
cause = Oorzaak
after-a-fix = Na een oplossing
after-a-fix-why =
    De meeste oplossingen starten zelf niets: de fout blijft staan totdat de gebruiker opnieuw wordt verwerkt.
show-on-the-map = Tonen op de kaart
copy-as-text = Kopiëren als tekst
a-step-now = Een stap op dit moment
a-step-now-why =
    Alle vijf controles zoals ze er nu voor staan. De eerste die mislukt, beslist; wat is vastgelegd, blijft staan totdat
    er een stap komt.
rules-used = Regels
message = Melding
excludes = sluit uit
why-not-get = Waarom krijgt { $user } { $product } niet?
why-keep = Waarom houdt { $user } { $product }?
why-have = Waarom heeft { $user } { $product }?
assigned-directly = Direct toegewezen
through-group = Via { $group }
since = { $how } · sinds { $time }
lead-outcome = Resultaat
lead-because = omdat
lead-and = en
lead-but-now = maar nu
these-two-plans = Deze twee plannen sluiten elkaar uit; ze kunnen niet via verschillende producten aan staan.
these-plans = Deze plannen sluiten elkaar uit; ze kunnen niet via verschillende producten aan staan.
already-holds = { $user } heeft { $product } al { $by }, met { $plans } aan.
wants-to-give = { $group } geeft { $product }, met { $plans } aan.
origin-initial = Vanaf het begin
confidence-documented = Gedocumenteerd
confidence-community = Gemeld
confidence-inferred = Afgeleid
confidence-unknown = Onbekend
source-graph = De referentie van Microsoft Graph, en de teksten die de gebruikers ervan melden
source-no-order = De documentatie noemt geen volgorde
source-none = Geen bron zegt het; het volgt uit de andere
check-location = Locatie
check-seats = Plaatsen
check-exclusive = Uitsluitende plannen
check-dependencies = Afhankelijkheden
check-addresses = E-mailadressen
check-passed = geslaagd
check-failed = mislukt
check-fails-next = zou daarna mislukken
check-not-reached = niet meer aan de beurt
before-step = Ervoor
after-step = Erna
checks = Controles, in deze volgorde
no-checks = Er was niets te wijzigen, dus er is niets gecontroleerd.
steps-strip = Stappen
strip-legend = Eén vakje is één stap, een lijn is een actie. Kies er een om naar dat moment te gaan.
strip-applied = Toegepast
strip-failed = Mislukt
