### De wachtrij en wat de stappen deden.

next-step = Volgende stap
queue = Wachtrij
user-run = gebruikersrun
group-run = groepsrun
last-steps = Laatste stappen
user-and-run = Gebruiker en run
no-steps = Nog geen stappen.
moment = Moment
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
run-of-rule = { $group }, lidmaatschapsregel
rule-run = lidmaatschapsregel
joined-by-rule = Lid geworden
left-by-rule = Geen lid meer
by-rule-why = volgens de lidmaatschapsregel
run-goes-on = { $state }, { NUMBER($taken) } van { NUMBER($all) } gereed
all-groups-of-the-user = alle groepen van de gebruiker
put-off = Uitgesteld
put-off-why = een ander proces is met deze gebruiker bezig; nieuwe poging in de volgende stap
no-change = Geen wijziging
no-change-why = Alles is al bijgewerkt
taken-away = Verwijderd
taken-away-why = er is geen groepslicentie meer over
applied = Toegepast
foreseen = Verwacht: { $outcome }
at-full-speed = op volle snelheid verwerkt
step-done = Moment { NUMBER($number) }, { $who }: { $outcome }. { $waiting }
with-detail = { $outcome } ({ $detail })
steps-wait = { $number ->
    [one] { $number } stap in de wachtrij.
   *[other] { $number } stappen in de wachtrij.
}
run-ended = Er staat niets in de wachtrij. { $errors }
taken-put-off = Uitgesteld ({ $exception }). U hoeft niets te doen: in de volgende stap volgt een nieuwe poging.
