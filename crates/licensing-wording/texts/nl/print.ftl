### Lessen op papier.

print = Afdrukken
print-lesson = Afdrukken…
print-lead = Wat u hieronder ziet, wordt afgedrukt, zonder de pagina eromheen.
print-what = Wat wordt afgedrukt
print-handout = Opgave
print-answers = Opgave met antwoorden
print-trainer = Docentenblad
print-cheat-sheet = Foutcodes op één pagina
print-found = Wat u aantreft
print-group = Groep
print-assigns = Wijst toe
print-members = Leden
print-user = Gebruiker
print-location = Gebruikslocatie
print-licenses = Licenties
print-goals = Wat moet worden bereikt
print-notes = Wat hebt u gedaan, en waarom?
print-answer = Het antwoord
print-also = Even goed
print-wrong = Lijkt goed, en is niet genoeg
print-not-reached = Niet bereikt:
print-back = Naar de les
sheet-run = { $steps ->
    [one] laat de wachtrij lopen: { $steps } stap
   *[other] laat de wachtrij lopen: { NUMBER($steps) } stappen
}
sheet-product = { $product }: { $units ->
    [one] { $units } eenheid
   *[other] { NUMBER($units) } eenheden
}, { NUMBER($used) } in gebruik
sheet-license = { $product } ({ $by })
sheet-license-failed = { $product } ({ $by }): { $error }

### De foutcodes op één pagina.

cheat-lead = Foutcodes van licenties die via groepen worden toegewezen: zoals Graph ze noemt, zoals de portals ze tonen, en wat helpt.
cheat-code = Code
cheat-heading = In de portal
cheat-means = Wat het betekent
cheat-helps = Wat helpt
cheat-location = Corrigeer de gebruikslocatie van de gebruiker.
cheat-location-plan = Of schakel de serviceplannen uit die daar niet zijn toegestaan.
cheat-count-buy = Koop meer eenheden.
cheat-count-free = Of maak plaatsen vrij: haal de licentie weg bij iemand die deze niet nodig heeft.
cheat-exclusive-remove = Haal de andere licentie weg: de directe, of de gebruiker uit de andere groep.
cheat-exclusive-plan = Of schakel in een van de twee licenties elk plan uit dat botst. Eén van meerdere is niet genoeg.
cheat-dependency-add = Wijs het plan toe dat nodig is, via dezelfde groep of vooraf.
cheat-dependency-remove = Bij weghalen: haal eerst weg wat ervan afhangt, of schakel dat uit.
cheat-uniqueness = Haal het adres weg bij de andere gebruiker, groep of contactpersoon.
cheat-other = Kijk naar de andere producten van de groep: een daarvan heeft de fout die moet worden opgelost.
cheat-reprocess = Verwerk daarna de gebruiker of de groep opnieuw: een oorzaak die weg is, start uit zichzelf geen werk.
cheat-complete = ‘Verwerking voltooid’ zegt dat iedereen is geprobeerd, niet dat iedereen een licentie heeft.
cheat-all-or-nothing = Eén product van een groep dat mislukt, houdt alle producten van die groep bij de gebruiker weg.
cheat-2019 = 2019
cheat-today = Vandaag
print-variants = Een variant voor elke cursist
