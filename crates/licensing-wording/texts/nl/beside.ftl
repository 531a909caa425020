### Twee producten naast elkaar.

beside-title = Producten vergelijken
beside-lead =
    Wat beide bevatten, wat maar een van beide bevat, en wat een gebruiker krijgt aan wie beide worden gegeven, volgens
    de regels van deze tenant.
beside-another = Vergelijken…
beside-choose-two = Welke twee
beside-first = Eerste product
beside-second = Tweede product
beside-product-help = Artikelnummer, skuId of naam
beside-swap = Omwisselen
beside-not-found = Geen product in de catalogus heet ‘{ $text }’.
beside-not-in-tenant = Niet in deze tenant
beside-same = Twee keer hetzelfde product
beside-same-why = Een gebruiker heeft een product één keer, langs hoeveel paden het ook komt.
beside-together = Gaan samen
beside-together-why =
    Een gebruiker kan beide krijgen: geen plan van het ene sluit een plan van het andere uit, en elk plan heeft wat het
    vereist.
beside-clash = { $number ->
    [one] Conflict over { $number } paar plannen
   *[other] Conflict over { $number } paren plannen
}
beside-clash-why =
    Een gebruiker die het ene product heeft, krijgt het andere niet zonder meer: dat mislukt met ‘{ $heading }’, en wat de
    gebruiker heeft, blijft.
beside-lacks = Er is nog iets nodig
beside-lacks-why =
    { $product }: geen van beide brengt mee wat { $plans } vereist. Het mislukt met ‘{ $heading }’, tot een andere licentie
    dat meebrengt.
beside-order-why =
    { $other } brengt mee wat { $plans } in { $product } vereist: geef beide tegelijk, of { $other } eerst. { $product }
    alleen mislukt met ‘{ $heading }’.
beside-ways = Om beide te hebben
beside-or = of
beside-off-in = Zet uit in { $product }:
beside-empties = Van { $products } staat dan niets meer aan.
beside-clashes = Plannen die elkaar uitsluiten
beside-disputed = Nu niet afgedwongen: bronnen spreken elkaar tegen
beside-disputed-why = Elk van deze paren kan voor deze tenant worden aangezet.
beside-needs = Wat een product alleen mist
beside-needs-one = vereist een van: { $plans }
beside-brings = { $product } brengt het mee
beside-neither = Geen van beide brengt mee wat het vereist
beside-plans = Plannen naast elkaar
beside-counts =
    { NUMBER($shared) } in beide, { NUMBER($a) } alleen in { $first }, { NUMBER($b) } alleen in { $second }
beside-calm = { $number ->
    [one] { $number } plan dat beide bevatten
   *[other] { $number } plannen die beide bevatten
}
beside-in-tenant = In deze tenant
beside-table = Plannen van beide producten
