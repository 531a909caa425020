### Onder welke kop de portal een fout toont; in het Nederlands zoals Microsoft die vertaalt.

heading-count = Niet genoeg licenties
heading-exclusive = Conflicterende serviceplannen
heading-dependency-2019 = Andere producten zijn afhankelijk van deze licentie
heading-dependency-today = Ontbrekende afhankelijke serviceplannen
heading-location-2019 = Gebruikslocatie is niet toegestaan
heading-location-today = Gebruikslocatie niet opgegeven
heading-address = Proxyadres wordt al gebruikt
heading-other = Overig
