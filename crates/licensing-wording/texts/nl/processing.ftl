### De wachtrij en wat de stappen deden.

processing-lead =
    De verwerking op de achtergrond is één wachtrij: wie het eerst komt, wordt het eerst verwerkt. Eén stap is één
    gebruiker van één run.
speed = Snelheid
speed-slow = 1 stap per seconde
speed-readable = 4 stappen per seconde
speed-fast = 20 stappen per seconde
speed-full = Zo snel mogelijk
next-step = Volgende stap
queue = Wachtrij
user-run = gebruikersrun
group-run = groepsrun
last-steps = Laatste stappen
user-and-run = Gebruiker en run
no-steps = Nog geen stappen.
step-number = Stap { NUMBER($number) }
count-steps = { $number ->
    [one] { $number } stap
   *[other] { $number } stappen
}
count-runs = { $number ->
    [one] { $number } run
   *[other] { $number } runs
}
queue-size = { $runs }, { $steps }
more-runs = { $number ->
    [one] en nog { $number } run
   *[other] en nog { $number } runs
}
run-of-group = { $group }, groepsrun
run-goes-on = { $state }, { NUMBER($taken) } van { NUMBER($all) } gereed
all-groups-of-the-user = alle groepen van de gebruiker
put-off = Uitgesteld
put-off-why = een andere werker heeft de gebruiker; nieuwe poging in de volgende stap
no-change = Geen wijziging
no-change-why = gewenst is gelijk aan toegewezen
taken-away = Afgenomen
taken-away-why = er blijft niets van een groep over
applied = Toegepast
at-full-speed = op volle snelheid gezet
step-done = Stap { NUMBER($number) }, { $who }: { $outcome }. { $waiting }
with-detail = { $outcome } ({ $detail })
steps-wait = { $number ->
    [one] { $number } stap in de wachtrij.
   *[other] { $number } stappen in de wachtrij.
}
run-ended = Er staat niets te wachten. { $errors }
