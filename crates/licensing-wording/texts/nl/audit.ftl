### Het auditlogboek. Activiteiten en meldingen zijn van Microsoft en blijven zoals ze zijn.

audit-lead =
    Elke actie, run en licentiewijziging, met de activiteitsnamen en meldingen van Microsoft zelf. Nieuwste bovenaan.
audit-table = Tabel met gebeurtenissen
time = Tijd
activity = Activiteit
actor = Uitgevoerd door
target = Doel
result = Resultaat
count-events = { $number ->
    [one] { $number } gebeurtenis
   *[other] { $number } gebeurtenissen
}
success = Geslaagd
failure = Mislukt
error-code = Fout
you = U
the-tenant = De tenant
changed-to-none = { $old } → geen
conflicting-plans = Conflicterende plannen
addresses-calculated = Een licentie met een postvak kwam erbij of verdween, dus zijn de adressen opnieuw berekend.
reason = Reden
