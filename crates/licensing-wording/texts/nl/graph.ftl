### De Graph-console.

graph-lead =
    Microsoft Graph v1.0 voor deze tenant, met dezelfde eigenschappen, statuscodes en meldingen. Aanvragen verlaten de
    browser niet.
request = Aanvraag
method = Methode
url = Adres
request-body = Inhoud van de aanvraag
request-body-example = JSON
headers = Headers
request-headers = Headers van de aanvraag
headers-example = ConsistencyLevel: eventual
id-names = Namen bij de id's
send = Verzenden
send-keys = Ctrl Enter
ready-made = Voorbeelden
ready-to-find = Zoeken wat er mis is
ready-to-read = Rondkijken
ready-to-change = Iets wijzigen
answer = Antwoord
answer-part = Tonen
answer-body = Inhoud van het antwoord
body = Inhoud
copy-answer = Antwoord kopiëren
save-answer = Antwoord downloaden
nothing-sent = Verzend een aanvraag of begin met een voorbeeld. Alles wat een aanvraag wijzigt, kunt u ongedaan maken.
no-content = Geen inhoud: de status zegt alles.
deviations = Met opzet anders dan in Graph
sent = Verzonden
transcript = Verslag
transcript-language = Taal van het verslag
as-graph = Graph
as-powershell = PowerShell
as-words = Woorden
copy = Kopiëren
copied = Gekopieerd.
not-copied = De browser staat kopiëren hier niet toe. Download het in plaats daarvan.
nothing-done = Er is nog niets gedaan.
names-in-braces = Namen tussen accolades worden bij het kopiëren vervangen door id's.
has-the-methods = { " " }doet hetzelfde vanuit de console van de browser zelf.
headers-of = Headers { NUMBER($number) }
count-requests = { $number ->
    [one] { $number } aanvraag
   *[other] { $number } aanvragen
}
earlier-entries = { $number ->
    [one] { $number } eerdere regel
   *[other] { $number } eerdere regels
}
lines-shown = De eerste { NUMBER($shown) } van { $all ->
    [one] { $all } regel
   *[other] { $all } regels
} worden getoond. Download de rest.
save-as = { $file } downloaden
and-more = { $number ->
    [one] { $what }, en nog { $number } actie
   *[other] { $what }, en nog { $number } acties
}
