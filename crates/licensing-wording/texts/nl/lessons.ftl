### Lessen: waarom een doel niet is bereikt.

short-gone = { $user } bestaat niet meer.
short-nobody = Dit geldt voor niemand: de groep is leeg.
short-directly = direct
short-not-held = { $user } heeft { $product } niet.
short-failed = { $user }, { $product }: { $heading }.
short-failed-and-others = { $user }, { $product }: { $heading }; en nog { NUMBER($others) }.
short-held = { $user } heeft { $product }: { $by }.
short-no-plan = { $user } heeft de dienst niet.
short-has-plan = { $user } heeft de dienst.
short-nobody-in-error = Niemand heeft deze fout.
short-seats = { $number ->
    [one] Nu is { $number } plaats van { $product } in gebruik.
   *[other] Nu zijn { $number } plaatsen van { $product } in gebruik.
}
short-units = { $number ->
    [one] Nu is er { $number } eenheid van { $product }.
   *[other] Nu zijn er { $number } eenheden van { $product }.
}
short-no-member = { $user } is geen lid.
short-is-member = { $user } is lid.
short-template = Nog niet: de groep heeft geen licentie, of niet de gevraagde.
short-group = Nog niet.
short-located = De gebruikslocatie van { $user } is { $country }.
short-no-location = { $user } heeft geen gebruikslocatie.
short-mail = Het e-mailadres van { $user } is { $mail }.
short-no-mail = { $user } heeft geen e-mailadres.
short-waiting = { $number ->
    [one] Er wacht { $number } stap.
   *[other] Er wachten { $number } stappen.
}
short-other = Nog niet.

### Lessen: de lijst, en de les naast de schermen.

lessons-lead = Kleine tenants met een probleem, een checklist die meekijkt, en hints die niets kosten. In een echte tenant raken de licenties op en verandert de portal onder uw handen; hier niet.
lesson-track-first-steps = De eerste stappen
lesson-track-errors = De fouten
lesson-track-change = Wijzigen zonder schade
lesson-track-add-ons = Invoegtoepassingen en plannen
lesson-track-claims = Wat men zegt
lesson-number = Les { NUMBER($number) }
lesson-minutes = { NUMBER($minutes) } min.
lesson-goals = { $count ->
    [one] { $count } doel
   *[other] { $count } doelen
}
lesson-goals-reached = { $of ->
    [one] { NUMBER($reached) } van { $of } doel
   *[other] { NUMBER($reached) } van { $of } doelen
}
lessons-done = { NUMBER($done) } van { NUMBER($of) } klaar
lessons-kept-here = Uw voortgang wordt in deze browser bewaard.
lesson-continue = Verder met les { NUMBER($number) }
lesson-solved = Opgelost
lesson-solved-hints = Opgelost met hints
lesson-solved-shown = Opgelost na voordoen
lessons-export = Voortgang exporteren
lessons-import = Voortgang importeren…
lessons-imported = De voortgang uit het bestand is overgenomen.
lessons-not-imported = In dit bestand staat geen voortgang.
lesson-of = Les { NUMBER($number) } van { NUMBER($of) }
lesson-goals-title = Doelen
lesson-goal-reached = bereikt
lesson-goal-kept = Wordt bij elke stap bekeken: tot nu toe in orde.
lesson-goal-open = open
lesson-goal-broken = mislukt
lesson-goal-broken-first = Het gold vanaf het begin al niet: { $why }
lesson-goal-broken-at = Mislukt na opdracht { NUMBER($number) }: { $why } Met Ongedaan maken komt u terug naar daarvoor.
lesson-waiting = { $number ->
    [one] Er wacht { $number } stap: laat de wachtrij tot het einde lopen.
   *[other] Er wachten { NUMBER($number) } stappen: laat de wachtrij tot het einde lopen.
}
lesson-waiting-open = { $number ->
    [one] Er wacht { $number } stap; die kan de doelen nog veranderen.
   *[other] Er wachten { NUMBER($number) } stappen; die kunnen de doelen nog veranderen.
}
lesson-forbidden = Er is iets gedaan wat in deze les niet mag. Met Ongedaan maken komt u terug naar daarvoor.
lesson-hints = Hints
lesson-hints-free = vraag er gerust om
lesson-hint = Hint tonen
lesson-hint-broken = Door opdracht { NUMBER($number) } is een doel voorgoed mislukt. Maak ongedaan tot vóór die opdracht, of begin opnieuw.
lesson-hint-over = Een doel is van hieruit niet meer te bereiken. Begin opnieuw.
lesson-hint-waits = Wat in de wachtrij staat, is nog niet gebeurd. Kies Stap of Alles verwerken.
lesson-hint-goal = Het volgende open doel is: { $goal }
lesson-start-over = Opnieuw beginnen
lesson-started-over = Terug bij het begin. Met Opnieuw haalt u terug wat u deed.
lesson-show-me = Voordoen
lesson-show-next = De volgende stap tonen
lesson-show-lead = De oplossing begint bij het begin. Elke keer dat u klikt, gebeurt er één ding; kijk wat het verandert voordat u verdergaat.
lesson-show-stop = Zelf verdergaan
lesson-hand-in = Inleveren…
lesson-next = Volgende les
lesson-leave = De les verlaten
lesson-done-title = Alle doelen bereikt
lesson-done-commands = { $commands ->
    [one] U gebruikte { $commands } opdracht; onze eigen oplossing { NUMBER($reference) }.
   *[other] U gebruikte { NUMBER($commands) } opdrachten; onze eigen oplossing { NUMBER($reference) }.
}
lesson-watch-way = Mijn weg bekijken
lesson-what-happened = Wat er gebeurde
lesson-the-rule = De regel
lesson-the-source = Waar dat staat
lesson-portal-2019 = In de portal van 2019
lesson-portal-today = In de portal van nu
lesson-with-graph = Met Graph
lesson-to-discuss = Om over na te denken
lesson-exams = Examendoelstellingen
lesson-exam = { $exam } ({ $date }): { $words }
lesson-hand-in-lead = De link bevat uw opdrachten, geen oordeel. Wie nakijkt, voert ze opnieuw uit.
lesson-hand-in-name = Uw naam, zoals u die wilt laten zien
lesson-copy-link = Link kopiëren
lesson-save-file = Als bestand opslaan
lesson-not-there = Deze les bestaat niet
lesson-not-loaded = De lessen konden niet worden geladen. Hebt u verbinding?
lesson-link-broken = Deze link is niet te lezen: hij is onderweg afgekapt of veranderd. Vraag er opnieuw om.
lesson-opening = De les wordt geopend.
lesson-panel = Les
lesson-tenant = Les: { $title }

### Nakijken wat cursisten hebben ingeleverd.

assess = Inleveringen nakijken
assess-lead = Plak de links die cursisten hebben ingeleverd, één per regel, of sleep hun bestanden hierheen. Hun opdrachten worden opnieuw uitgevoerd, en de tabel toont het resultaat. Niets verlaat deze browser.
assess-handed-in = Wat is ingeleverd
assess-links = Links, één per regel
assess-check = Nakijken
assess-files = Bestanden kiezen…
assess-protects = Het oordeel volgt uit het opnieuw uitvoeren van de opdrachten, dus niemand kan een verkeerd oordeel inleveren. Het zegt niet wie de opdrachten heeft gegeven, en welke hulp is gebruikt, heeft de pagina van de cursist zelf genoteerd. Geef iedereen een andere variant, zodat het antwoord van een ander niet past.
assess-results = Resultaten
assess-learner = Cursist
assess-lesson = Les
assess-result = Resultaat
assess-open-goals = Niet bereikte doelen
assess-first-wrong = Eerste verkeerde stap
assess-commands = Opdrachten
assess-help = Hulp
assess-help-none = Geen
assess-help-hints = Hints
assess-help-shown = Oplossing voorgedaan
assess-at = na opdracht { NUMBER($command) }, stap { NUMBER($step) }
assess-variant = { $title }, variant { NUMBER($seed) }
assess-older = { $title } (gemaakt met versie { NUMBER($version) })
assess-own = Lessen die iemand zelf heeft geschreven, kunt u nakijken in de browser waarin ze zijn geschreven; voeg elders hier ook de link of het bestand van de les toe.
assess-no-lesson = Deze les is hier niet bekend
assess-unreadable = Niet te lezen
assess-replay = De weg bekijken
assess-checked = { $count ->
    [one] { $count } inlevering nagekeken.
   *[other] { $count } inleveringen nagekeken.
}

### Wat een doel zegt waar de auteur het niet heeft geschreven.

goal-always = Altijd: { $what }
goal-once = Op enig moment: { $what }
goal-holds = { $who }: { $product }
goal-holds-by = { $who }: { $product }, { $by }
goal-plan = { $who }: { $plans } aan
goal-clear = { $who }: geen licentiefout
goal-failed = { $who }: een licentiefout
goal-seats = { $product }: plaatsen in gebruik { $range }
goal-units = { $product }: eenheden { $range }
goal-member = { $who }: lid van { $group }
goal-carries = { $group } heeft { $product }
goal-there = { $group } bestaat
goal-located = { $who }: gebruikslocatie { $country }
goal-address = { $who }: adres { $address }
goal-idle = Er wacht niets
goal-rules = De regels zijn die van { $rules }
goal-not = Niet: { $what }
goal-everybody = Iedereen
lesson-of-learner = U bekijkt wat een cursist heeft gedaan. Dat telt niet als uw eigen werk; begin opnieuw om de les zelf te doen.
lesson-allowed = Wat hier mag
lesson-allowed-always = Stappen, ongedaan maken en alles bekijken mag altijd.
allow-create-user = Gebruikers maken
allow-update-user = Gebruikers en hun gebruikslocatie wijzigen
allow-delete-user = Gebruikers verwijderen
allow-restore-user = Gebruikers herstellen
allow-create-group = Groepen maken
allow-rename-group = Groepen een andere naam geven
allow-delete-group = Groepen verwijderen
allow-restore-group = Groepen herstellen
allow-add-member = Leden aan groepen toevoegen
allow-remove-member = Leden uit groepen verwijderen
allow-assign-group = Licenties van groepen wijzigen
allow-assign-user = Directe licenties wijzigen
allow-reprocess-user = Gebruikers opnieuw verwerken
allow-reprocess-group = Groepen opnieuw verwerken
allow-set-units = Producten kopen en hun eenheden wijzigen
allow-add-plan = Plannen aan producten toevoegen
allow-set-addresses = Adressen instellen
allow-add-contact = Contactpersonen maken
allow-update-contact = Contactpersonen wijzigen
allow-delete-contact = Contactpersonen verwijderen
allow-add-domain = Domeinen toevoegen
allow-delete-domain = Domeinen verwijderen
allow-set-rules = Van regelset wisselen
allow-set-pair = Paren plannen wijzigen die elkaar uitsluiten
allow-set-prerequisite = Vereisten in- en uitschakelen
allow-set-country = Het land van de tenant wijzigen
allow-set-workers = Het aantal gelijktijdige processen wijzigen
allow-advance = Dagen laten verstrijken
allow-set-property = Afdelingen, functies en dergelijke instellen
allow-set-membership-rule = Lidmaatschapsregels van groepen wijzigen
