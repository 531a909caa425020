### Voorbeeldtenants, die worden gemaakt wanneer ze worden geopend.

sample-title = Voorbeeld openen
sample-lead = Het komt in de plaats van de tenant die nu open is, en van de geschiedenis daarvan.
sample-lead-kept = De tenant die nu open is, blijft bewaard: u vindt die onder ‘Mijn tenants’.
sample-example-about = Vier gebruikers en één groep: E1 ontmoet E3, zoals in het artikel van Microsoft uit 2019.
sample-company = Een bedrijf van { NUMBER($number) }
sample-company-about =
    Afdelingen en projecten met hun groepen, schaarse plaatsen en fouten van verschillende soorten. Iedereen is
    verwerkt.
sample-large-about = Hetzelfde, maar groter. Het maken duurt enkele seconden.
sample-largest-about = Om te zien hoe ver het gaat. Het maken duurt ongeveer een halve minuut.
sample-building = De tenant wordt gemaakt
sample-percent = { NUMBER($number) } procent
