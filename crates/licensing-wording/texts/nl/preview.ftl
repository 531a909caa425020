### Waartoe een wijziging zou leiden, concepten, en twee tenants naast elkaar.

preview = Vooruitblik
preview-of = Vooruitblik op een wijziging
preview-several = { $number ->
    [one] { $number } wijziging
   *[other] { $number } wijzigingen
}
preview-with-processing = { $number ->
    [one] { $command }, en dan { $number } gebruiker opnieuw verwerken
   *[other] { $command }, en dan { $number } gebruikers opnieuw verwerken
}
preview-lead = Het resultaat na { $steps }, als er niets meer te verwerken is. Er is nog niets gewijzigd.
preview-lead-waiting =
    Het resultaat na { $steps }, waaronder { $waiting } uit de wachtrij, als er niets meer te verwerken is. Er is nog niets
    gewijzigd.
preview-nothing = Dit verandert niets: geen licentie, plan, plaats of adres.
preview-refused-at = Het gaat om wijziging { NUMBER($at) }: { $command }.
preview-none-why = Een vooruitblik opent vanuit een uitleg, vanuit een dialoogvenster, of vóór een wijziging die veel mensen zouden merken.
preview-working = Vooruitkijken…
preview-refused = Geweigerd: niets hiervan zou worden uitgevoerd.
would-be-accepted = Wat wel zou worden geaccepteerd
preview-moved-on = De tenant is sinds deze vooruitblik gewijzigd; er is daarom niets toegepast.
look-again = Opnieuw bekijken
can-be-undone = Kan ongedaan worden gemaakt
summary = Samenvatting
figure-gain = { $number ->
    [one] gebruiker krijgt een product
   *[other] gebruikers krijgen een product
}
figure-lose = { $number ->
    [one] gebruiker verliest een product
   *[other] gebruikers verliezen een product
}
figure-move = { $number ->
    [one] gebruiker gaat over naar een ander product
   *[other] gebruikers gaan over naar een ander product
}
figure-fail = { $number ->
    [one] gebruiker nieuw in foutstatus
   *[other] gebruikers nieuw in foutstatus
}
figure-fail-otherwise = { $number ->
    [one] gebruiker in foutstatus om een nieuwe reden
   *[other] gebruikers in foutstatus om een nieuwe reden
}
figure-heal = { $number ->
    [one] gebruiker niet meer in foutstatus
   *[other] gebruikers niet meer in foutstatus
}
figure-short = { $number ->
    [one] plaats van { $product } te weinig
   *[other] plaatsen van { $product } te weinig
}
figure-mailbox-gap = { $number ->
    [one] gebruiker tijdelijk zonder postvak
   *[other] gebruikers tijdelijk zonder postvak
}
figure-lose-mailbox = { $number ->
    [one] gebruiker verliest het postvak
   *[other] gebruikers verliezen hun postvak
}
users-affected = { NUMBER($affected) } met gevolgen, { NUMBER($others) } als voorheen
line-fails = { $number ->
    [one] { $who } nieuw in foutstatus: { $heading }
   *[other] { $number } gebruikers nieuw in foutstatus: { $heading }
}
line-fails-otherwise = { $number ->
    [one] { $who } in foutstatus om een nieuwe reden: { $heading }
   *[other] { $number } gebruikers in foutstatus om een nieuwe reden: { $heading }
}
line-loses = { $number ->
    [one] { $who } verliest { $products }
   *[other] { $number } gebruikers verliezen { $products }
}
line-moves = { $number ->
    [one] { $who } gaat over van { $from } naar { $to }
   *[other] { $number } gebruikers gaan over van { $from } naar { $to }
}
line-moves-with-mailbox = { $number ->
    [one] { $who } gaat over van { $from } naar { $to } en behoudt het postvak
   *[other] { $number } gebruikers gaan over van { $from } naar { $to } en behouden hun postvak
}
line-moves-path = { $number ->
    [one] { $who } heeft dezelfde producten via een ander pad
   *[other] { $number } gebruikers hebben dezelfde producten via een ander pad
}
line-heals = { $number ->
    [one] { $who } is niet meer in foutstatus
   *[other] { $number } gebruikers zijn niet meer in foutstatus
}
line-heals-gaining = { $number ->
    [one] { $who } is niet meer in foutstatus en krijgt { $products }
   *[other] { $number } gebruikers zijn niet meer in foutstatus en krijgen { $products }
}
line-gains = { $number ->
    [one] { $who } krijgt { $products }
   *[other] { $number } gebruikers krijgen { $products }
}
line-plans = { $number ->
    [one] { $who } krijgt andere plannen van dezelfde producten
   *[other] { $number } gebruikers krijgen andere plannen van dezelfde producten
}
line-deleted = { $number ->
    [one] { $who } wordt verwijderd
   *[other] { $number } gebruikers worden verwijderd
}
line-appears = { $number ->
    [one] { $who } is nieuw of terug
   *[other] { $number } gebruikers zijn nieuw of terug
}
line-other = { $number ->
    [one] { $who } houdt dezelfde producten en plannen; alleen de paden verschillen
   *[other] { $number } gebruikers houden dezelfde producten en plannen; alleen de paden verschillen
}
and-loses-mailbox = { $line }; er blijft geen postvak over
by-command = Door: { $command }
by-waiting = Wacht al en gebeurt ook zonder deze wijziging
by-together = Door wat anderen opgeven of innemen
before = Voor
after = Na
before-and-after = Gebruikers voor en na
plans-same = gelijk
no-path = Geen
more-people = { $number ->
    [one] en nog { $number }
   *[other] en nog { $number }
}
seats-of = { NUMBER($used) } van { NUMBER($bought) }
free-seats = Vrij
seats-as-before = Geen enkele plaats verandert.
plans-and-mail = Plannen en e-mail
plans-gained = Erbij
plans-lost = Eraf
mail = E-mail
mail-as-before = Geen adres verandert
mail-changes = { $number ->
    [one] De adressen van { $number } gebruiker veranderen
   *[other] De adressen van { $number } gebruikers veranderen
}
mail-of = { $user }: { $before } wordt { $after }
on-the-way = Onderweg
no-gap = Niemand mist onderweg iets.
gap-mailbox = { $user } heeft geen postvak gedurende { $steps }.
gap-plans = { $user } mist { $plans } gedurende { $steps }.
gaps-more = { $number ->
    [one] Hetzelfde geldt voor nog { $number }.
   *[other] Hetzelfde geldt voor nog { $number }.
}
not-considered = Niet meegewogen, of niet zeker
caveat-seat-order = Wie de laatste plaatsen krijgt, volgt de volgorde van de wachtrij. Microsoft documenteert geen volgorde (R8.5).
caveat-waiting = Wat al wacht, wordt ook verwerkt; zulke regels zeggen dat.
caveat-workers = Meerdere gelijktijdige processen verwerken de wachtrij: hoe zij elkaar treffen, is afgeleid (R2.3).
caveat-disputed = Bronnen zijn het er niet over eens of { $a } en { $b } elkaar uitsluiten. Hier doen zij dat niet.
caveat-reprocess = Dit start zelf niets (R3). Verwerk de gebruikers of de groep opnieuw om te zien wat ervan komt.
caveat-service = Hoe lang de achtergrond van Microsoft er werkelijk over doet, wordt niet gesimuleerd.
copy-as-markdown = Kopiëren als Markdown
expecting = { $what }. Verwacht: { $outcome }
expecting-nothing = op zichzelf geen wijziging
copy-as-graph = Kopiëren als Graph
copy-as-powershell = Kopiëren als PowerShell
download-csv = CSV downloaden
step-by-step = Stap voor stap
add-to-draft = Aan het concept toevoegen
draft-lead = Wijzigingen die zijn verzameld en nog niet zijn uitgevoerd. Zij worden in deze volgorde uitgevoerd, of helemaal niet.
draft-empty = Het concept is leeg. Wijzigingen worden vanuit hun vooruitblik toegevoegd.
draft-full = Het concept is vol: het bevat 100 wijzigingen.
draft-in-fewer =
    Deze wijzigingen kunnen minder aanvragen zijn: één aanvraag assignLicense neemt weg en geeft tegelijk, zodat elke gebruiker
    één keer wordt gewijzigd en niemand tussendoor zonder licentie zit.
draft-use-fewer = Samenvoegen
draft-earlier = Omhoog: { $command }
draft-later = Omlaag: { $command }
draft-take-out = Eruit halen: { $command }
draft-clear = Leegmaken
compare-with = Vergelijken met
compare-rules-2019 = De regels van 2019, met iedereen opnieuw verwerkt
compare-rules-today = De regels van vandaag, met iedereen opnieuw verwerkt
compare-branch = Een andere tak, { NUMBER($number) }
compare-moment = Moment { NUMBER($at) }: { $what }
consequences = Wat ervan zou komen
consequences-of-nothing = Kies iets om te zien wat ervan zou komen.
draft = Concept
draft-changes = Wijzigingen van het concept
draft-stage = Na wijziging { NUMBER($at) }: { $command }
compare = Vergelijken
compare-lead = Wat er verschilt tussen de tenant zoals hij is en een andere stand ervan.
compare-same = Iedereen krijgt hetzelfde.
compare-differs = Niet iedereen krijgt hetzelfde. { $user } bijvoorbeeld:
compare-first = In de eerste: { $why }
compare-second = In de tweede: { $why }
compare-nothing-first = In de eerste: niets daarvan.
compare-nothing-second = In de tweede: niets daarvan.
preview-without = Vooruitblik: zonder { $name }
compare-stored = Opgeslagen tenant: { $title }
compare-unlike = Deze twee kunnen niet worden vergeleken: alleen kopieën van dezelfde tenant hebben dezelfde gebruikers en groepen.
compare-plans-first = Alleen in de eerste, omdat het product daar andere plannen bevat: { $plans }.
compare-plans-second = Alleen in de tweede, omdat het product daar andere plannen bevat: { $plans }.
