### Het overzicht, en het verhaal van het openingsvoorbeeld.

overview-title =
    Zie wat Microsoft Entra ID doet met een licentie op een groep, en waarom sommige gebruikers er geen krijgen
overview-lead =
    Een kleine tenant om mee te experimenteren. Wijzig wat u wilt, doorloop de verwerking op de achtergrond stap voor
    stap en maak het weer ongedaan. Niets is echt en niets verlaat deze browser.
overview-empty =
    Deze tenant is leeg. Koop eerst een product, maak daarna een groep en enkele gebruikers, geef de groep een
    licentie en bekijk stap voor stap wat er op de achtergrond gebeurt.
empty-tenant = Lege tenant
attention = Groepen die uw aandacht nodig hebben
nobody-in-error = Niemand is in foutstatus.
nobody-in-error-why =
    Fouten van groepslicenties verschijnen hier zodra de verwerking op de achtergrond er een tegenkomt.
nobody-in-error-yet = Nog niemand is in foutstatus.
nobody-in-error-yet-why =
    De verwerking op de achtergrond heeft nog niet iedereen bereikt. Zet stappen om te zien wat er gebeurt.
errors-stay =
    Fouten worden bij de gebruiker opgeslagen en blijven staan totdat een run ze wist. Opnieuw verwerken is een nieuwe
    poging; het lost op zichzelf niets op.
one-step = Eén stap zetten
step-means = Eén stap is één gebruiker van één run.
groups-need-attention = { $number ->
    [one] { $number } groep heeft uw aandacht nodig
   *[other] { $number } groepen hebben uw aandacht nodig
}
share = { NUMBER($some) } van { NUMBER($all) }
story-example = Het voorbeeld: E1 ontmoet E3
story-example-lead =
    Noor Visser heeft Office 365 E1 direct, met alle plannen aan. Zij is lid van Sales E3, en die groep krijgt Office
    365 E3. Twee plannen van het ene product sluiten twee plannen van het andere uit.
goal-reach = Laat de verwerking Noor bereiken
goal-reach-hint = Kies Stap in de balk onderaan: elke stap neemt één lid van Sales E3. Uitvoeren neemt ze allemaal.
goal-find-out = Zoek uit waarom zij Office 365 E3 niet krijgt
goal-find-out-hint = Open Waarom? naast een fout om de keten van oorzaken te zien, tot aan de feiten.
goal-resolve = Los het op, op een van de drie gedocumenteerde manieren
goal-resolve-hint =
    Schakel { $held } uit in haar directe E1; of schakel { $wanted } uit in de E3 van de groep; of verwijder de
    directe E1.
goal-process = Verwerk haar opnieuw
goal-process-hint =
    Een gewijzigde directe licentie start niets: kies Opnieuw verwerken bij Noor of bij de groep, en daarna Stap. Een
    gewijzigde groepslicentie zet zelf een run in de wachtrij.
story-beginning = Zo begint u
story-beginning-lead =
    Een licentie op een groep bereikt de leden in een paar handelingen. Elke handeling kan ongedaan worden gemaakt.
goal-buy = Koop een product
goal-buy-hint = U krijgt zoveel plaatsen als u koopt.
goal-users = Maak gebruikers
goal-users-hint = Elk met een gebruikslocatie; anders telt die van de tenant.
goal-group = Maak een groep en geef die een licentie
goal-group-hint = Een beveiligingsgroep, en Toewijzen… op de pagina ervan.
goal-members = Voeg leden toe
goal-members-hint = Zij krijgen een voor een hun licentie, op de achtergrond.
goal-processed = Laat de achtergrond werken
goal-processed-hint = Kies Stap of Uitvoeren in de balk onderaan.
show-groups-in-error = Groepen in foutstatus tonen
more-groups = { $number ->
    [one] Nog { $number } groep
   *[other] Nog { $number } groepen
}
more-products-counted = { $number ->
    [one] Nog { $number } product
   *[other] Nog { $number } producten
}
