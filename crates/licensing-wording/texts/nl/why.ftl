### De uitleg naast het scherm.

nothing-to-explain = Niets uit te leggen
nothing-to-explain-why = Dit pad bestaat niet, of niet meer.
explanation = Uitleg
cause = Oorzaak
after-a-fix = Na een oplossing
after-a-fix-why =
    De meeste oplossingen starten zelf niets: de fout blijft opgeslagen totdat de gebruiker opnieuw wordt verwerkt.
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
wants-to-give = { $group } wil { $product } geven, met { $plans } aan.
origin-at = { $origin }, { $time }
origin-step = Een stap op de achtergrond
origin-initial = Zo vanaf het begin
confidence-documented = Gedocumenteerd
confidence-community = Gemeld
confidence-inferred = Afgeleid
confidence-unknown = Onbekend
source-graph = De referentie van Microsoft Graph, en de teksten die de gebruikers ervan melden
source-no-order = De documentatie noemt geen volgorde
source-none = Geen bron zegt het; het volgt uit wat de andere zeggen
