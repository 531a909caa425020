### Wat het scherm en de dialoogvensters van een product zeggen, en het scherm van de verwerking.

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
no-such-step = Geen van de laatste stappen is zo geëindigd.
