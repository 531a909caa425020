### Lessen: waarom een doel niet is bereikt.

short-gone = { $user } is er niet meer.
short-nobody = Het geldt voor niemand meer: de groep is leeg.
short-directly = rechtstreeks
short-not-held = { $user } heeft { $product } niet.
short-failed = { $user }, { $product }: { $heading }.
short-failed-and-others = { $user }, { $product }: { $heading }; en nog { NUMBER($others) }.
short-held = { $user } heeft { $product }: { $by }.
short-no-plan = { $user } heeft de service niet.
short-has-plan = { $user } heeft de service.
short-nobody-in-error = Niemand heeft deze fout.
short-seats = { $number ->
    [one] Nu is { $number } licentie van { $product } in gebruik.
   *[other] Nu zijn { $number } licenties van { $product } in gebruik.
}
short-units = { $number ->
    [one] Nu is er { $number } licentie van { $product } aangeschaft.
   *[other] Nu zijn er { $number } licenties van { $product } aangeschaft.
}
short-no-member = { $user } is geen lid.
short-is-member = { $user } is lid.
short-template = De licenties van de groep zijn nu andere.
short-group = Nog niet zo.
short-located = De gebruikslocatie van { $user } is { $country }.
short-no-location = { $user } heeft geen gebruikslocatie.
short-mail = Het e-mailadres van { $user } is { $mail }.
short-no-mail = { $user } heeft geen e-mailadres.
short-waiting = { $number ->
    [one] Er wacht { $number } stap.
   *[other] Er wachten { $number } stappen.
}
short-other = Nog niet zo.
