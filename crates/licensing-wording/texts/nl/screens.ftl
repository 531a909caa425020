### Wat het scherm en de dialoogvensters van een product zeggen, het scherm van de verwerking, en hoe een tenant begint.

part-number = Artikelnummer
licensed-groups = Gelicentieerde groepen
buy-title = Product kopen
buy = Kopen
product-filter = Producten filteren
not-offered = niet verkrijgbaar
more-products = Meer producten
change-units = Eenheden van { $name }…
units-of = Eenheden van { $name }
add-plan = Plan toevoegen…
processing-lead =
    Groepslicenties worden op de achtergrond verwerkt, in de volgorde van de wachtrij. Elke stap verwerkt één
    gebruiker.
speed = Snelheid
speed-slow = 1 stap per seconde
speed-readable = 4 stappen per seconde
speed-fast = 20 stappen per seconde
speed-full = Zo snel mogelijk
steps-shown = Getoonde stappen
steps-all = Alle
no-such-step = Geen van de laatste stappen had dit resultaat.
story-beginning = Zo begint u
story-beginning-lead =
    Van een product kopen tot een gebruiker met licentie, in vijf acties. Elke actie kan ongedaan worden gemaakt.
goal-buy = Koop een product
goal-buy-hint = U kiest hoeveel plaatsen.
goal-users = Maak gebruikers
goal-users-hint = Geef elk een gebruikslocatie; zonder telt het land van de tenant.
goal-group = Maak een groep en geef die een licentie
goal-group-hint = Maak een beveiligingsgroep en kies Toewijzen… op de pagina ervan.
goal-members = Voeg leden toe
goal-members-hint = Zij krijgen een voor een hun licentie, op de achtergrond.
goal-processed = Verwerk de leden
goal-processed-hint = Kies Stap of Alles verwerken in de balk onderaan.
