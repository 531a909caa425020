### Zelf een les schrijven.

author = Een les schrijven
author-lead = Elke tenant kan een les zijn. Zeg waarmee de les begint, doe de oplossing één keer voor, kies wat moet worden bereikt, en geef de les door. Alles wat u typt, blijft in deze browser bewaard.
author-begin = Het begin
author-begin-lead = De cursist vindt de tenant zoals die is op het moment dat u hier klikt. Doe daarna de oplossing.
author-begin-here = Beginnen met de tenant zoals die nu is
author-begin-lesson = Of met een les die er al is
author-begin-choose = Kies een les…
author-begun = { $users ->
    [one] De les begint met { $users } gebruiker.
   *[other] De les begint met { NUMBER($users) } gebruikers.
}
author-at-hand = De geopende tenant is die van deze les: wat u erin doet, kan een weg zijn.
author-elsewhere = Er is een andere tenant geopend; wat u daarin doet, is geen weg door deze les.
author-go-to-beginning = Naar het begin gaan
author-new = Nog een les schrijven
author-yours = Uw lessen
author-edit = Bewerken
author-edit-named = { $title } bewerken
author-delete = Verwijderen
author-delete-named = { $title } verwijderen
author-delete-sure = Definitief verwijderen
author-delete-sure-named = { $title } definitief verwijderen
author-untitled = Zonder titel
author-words = De woorden
author-language = Taal
author-language-add = { $language } toevoegen
author-title = Titel
author-summary = Waar het over gaat, in één zin
author-story = Het verhaal: wat er gebeurde voordat de cursist kwam
author-story-help = Een lege regel begint een alinea. Met **twee sterren** springt een naam in het oog.
author-minutes = Hoeveel minuten het kost
author-debrief = Wat er na de oplossing wordt gezegd en besproken
author-discussion = Vragen om te bespreken, één per regel
author-ways = De wegen
author-ways-lead = Doe het in de tenant, kom dan terug en kies een van deze drie. Met de tijdbalk komt u terug bij het begin.
author-solution = Wat ik deed, is de oplossing
author-other = Wat ik deed, is even goed
author-wrong = Wat ik deed, is een verkeerde weg
author-wrong-needs-goal = Een verkeerde weg heeft een doel nodig dat hij niet bereikt: voeg eerst doelen toe.
author-done-so-far = { $commands ->
    [one] U hebt { $commands } opdracht gegeven.
   *[other] U hebt { NUMBER($commands) } opdrachten gegeven.
}
author-way-has = { $commands ->
    [one] { $commands } opdracht
   *[other] { NUMBER($commands) } opdrachten
}
author-way-solution = Oplossing
author-way-other = Ook goed ({ NUMBER($number) })
author-way-wrong = Verkeerde weg { NUMBER($number) }
author-fails = strandt op
author-fails-of = Het doel waarop verkeerde weg { NUMBER($number) } strandt
author-replay = Opnieuw uitvoeren
author-replay-named = Opnieuw uitvoeren: { $way }
author-remove = Weghalen
author-remove-named = Weghalen: { $what }
author-goals = De doelen
author-goals-lead = Dit geldt na uw oplossing en gold daarvoor niet, of het gold de hele tijd. Kies wat ertoe doet; schrijf wat de cursist leest.
author-no-goals = Er verschilt nog niets van het begin: leg de oplossing vast, dan worden doelen voorgesteld.
author-goal-number = Doel { NUMBER($number) }
author-goal-text = Wat de cursist leest
author-goal-own = Een eigen doel…
author-goal-when = Wanneer het moet gelden
author-when-end = aan het eind
author-when-always = de hele weg
author-when-once = op enig moment
author-proposed = Voorgesteld
author-add = Toevoegen
author-add-named = Toevoegen: { $what }
author-change = Wijzigen…
author-change-named = Wijzigen wat wordt gecontroleerd: { $what }
author-several-parts = Deze voorwaarde heeft meerdere delen. Bewerk die in het bestand.
author-keep-change = Overnemen
author-cancel = Annuleren
author-state-incomplete = Er ontbreekt nog iets.
author-state-holds = In het begin geldt het; { $after }
author-state-does-not = In het begin geldt het niet; { $after }
author-after-holds = na de oplossing geldt het.
author-after-does-not = na de oplossing niet: { $why }
author-after-none = er is nog geen oplossing.
author-hints = De hints
author-hints-lead = Een hint wordt aangeboden zolang de voorwaarde geldt, zodat die past bij waar de cursist is. Stel liever een vraag dan dat u het antwoord geeft.
author-hint-number = Hint { NUMBER($number) }
author-hint-text = Wat de hint zegt
author-hint-own = Een hint toevoegen…
author-check = Of het werkt
author-works = Het werkt: de oplossing bereikt elk doel, en niets eenvoudigers doet dat.
author-share = Doorgeven
author-try = Uitproberen
author-save = Als bestand opslaan
author-open = Bestand openen…
author-link = Link kopiëren
author-link-too-long = De link heeft { NUMBER($length) } tekens, meer dan veel programma’s doorlaten. Sla de les liever als bestand op.
author-link-length = De link heeft { NUMBER($length) } tekens.
author-not-opened = Dit is geen les: { $why }
author-too-large = Dit bestand is groter dan een les kan zijn.
author-variants = Hoeveel cursisten
author-variants-lead = Elke cursist krijgt een andere variant: andere namen, accounts en id’s, zodat het antwoord van een ander niet past. Dezelfde oplossing lost ze allemaal op.
author-variants-copy = Voor iedereen een link kopiëren
author-variants-save = De links als bestand opslaan
author-variants-do-not-hold = De oplossing lost niet elke variant op. Geef iedereen dezelfde link.
author-not-kept = Deze browser bewaart de les niet. Sla de les als bestand op voordat u weggaat.

### Waaruit een voorwaarde bestaat.

pick-kind = Wat
pick-sense = Is het zo?
pick-is = het is zo
pick-is-not = het is niet zo
pick-who = Wie
pick-members = de leden van { $group }
pick-product = Product
pick-any-product = elk product
pick-plan = Serviceplan
pick-mailbox = elk met een postvak
pick-choose = kies…
pick-group = Groep
pick-via = Via welk pad
pick-any-path = elk
pick-error = Fout
pick-any-error = elke
pick-least = Minstens
pick-most = Hoogstens
pick-country = Land
pick-any-country = elk
pick-address = Adres
pick-primary = Als
pick-primary-yes = mail
pick-primary-no = een van de adressen
pick-rules = Regels
pick-holds = heeft een product dat geldt
pick-gets-plan = krijgt een serviceplan
pick-clear = heeft geen licentiefout
pick-failed = heeft een licentiefout
pick-member = is lid van een groep
pick-located = heeft een gebruikslocatie
pick-holds-address = heeft een adres
pick-seats = licenties in gebruik
pick-units = aangeschafte licenties
pick-carries = een groep wijst een product toe
pick-there = een groep bestaat
pick-idle = er wacht niets in de wachtrij
pick-rule-set = de regels zijn deze

### Wat er aan een les ontbreekt.

fault-beginning = Het begin gaat niet open: { $what }
fault-no-goal = Er is nog geen doel.
fault-no-solution = Er is nog geen oplossing: doe die voor, en kies “Wat ik deed, is de oplossing”.
fault-not-solved = { $way } bereikt dit niet: { $goals }
fault-solution = De oplossing
fault-other = De andere oplossing { NUMBER($number) }
fault-wrong = De verkeerde weg { NUMBER($number) }
fault-quoted = “{ $goal }”
fault-queue = een lege wachtrij (laat die tot het einde lopen voordat u de weg vastlegt)
fault-forbidden = alleen wat is toegestaan
fault-refused = { $way } bevat een opdracht die wordt geweigerd.
fault-not-wrong = { $way } bereikt “{ $goal }”, en dat mag niet.
fault-no-hint = Geen enkele weg vraagt om deze hint: “{ $hint }”
fault-too-easy = De les is al opgelost door { $by }.
fault-by-nothing = niets te doen
fault-by-licenses = alle licenties weg te halen
fault-by-members = iedereen uit alle groepen te halen
fault-by-users = iedereen te verwijderen
fault-by-groups = alle groepen te verwijderen
fault-by-all = alles te verwijderen
fault-texts = Er ontbreken woorden ({ $language }): { $keys }
fault-title = titel
fault-summary = waar het over gaat
fault-story = verhaal
fault-goal = doel { NUMBER($number) }
fault-hint = hint { NUMBER($number) }
fault-stray = niets vraagt om “{ $id }”
fault-not-the-same = Wat wordt opgeslagen, zou niet hetzelfde worden gelezen.
