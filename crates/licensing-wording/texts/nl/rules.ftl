### Elke regel in één zin.

rule-r1-1 =
    Het instellen van de licenties van een groep wordt meteen beantwoord en zet één run van de groep in de wachtrij;
    dezelfde licenties nog eens instellen zet niets in de wachtrij.
rule-r1-2 = Een aanvraag met ontbrekende, dubbele of onbekende onderdelen wordt geweigerd, en er verandert niets.
rule-r1-3 =
    Elk ingeschakeld plan in de licenties van een groep vereist een van zijn vereiste plannen in dezelfde groep; wat
    leden elders hebben, telt niet.
rule-r1-4 = Licenties van een groep met twee ingeschakelde plannen die elkaar uitsluiten, worden geweigerd.
rule-r1-5 =
    Plaatsen, locaties en wat leden al hebben, worden bij het instellen van de licenties van een groep niet
    gecontroleerd; die fouten komen op de achtergrond.
rule-r1-6 =
    Toevoegen en verwijderen in één aanvraag is één wijziging, die bij elke gebruiker als één stap wordt toegepast.
rule-r2-1 =
    De verwerking op de achtergrond is één wachtrij van runs, in volgorde van binnenkomst; een stap neemt één
    gebruiker.
rule-r2-2 =
    Een groep wacht, wordt verwerkt of is voltooid; voltooid zegt dat de run is afgelopen, niet dat alles is gelukt.
rule-r2-3 =
    Twee processen bij dezelfde gebruiker en hetzelfde product botsen: het tweede legt de
    gelijktijdigheidsuitzondering vast en probeert het vanzelf opnieuw.
rule-r3 =
    Gewijzigde licenties van een groep, lid worden of vertrekken bij een gelicentieerde groep en opnieuw verwerken
    starten werk; een directe licentie verwijderen, plaatsen kopen (2019), een nieuwe locatie of een nieuw adres niet.
rule-r4-1 =
    Een stap bekijkt alle groepen van de gebruiker, eerst die welke iets afnemen, totdat er niets meer verandert.
rule-r4-2 = Een pad dat al is zoals het moet zijn, blijft ongemoeid, ook de tijdstempels ervan.
rule-r4-3 =
    Een wijziging wordt als één eindtoestand beoordeeld: locatie, plaatsen, uitsluitende plannen, afhankelijkheden,
    adressen; de eerste controle die mislukt, beslist.
rule-r4-4 = Als elke controle slaagt, is elk product van de groep actief.
rule-r4-5 =
    Als één product mislukt, wordt geen van de producten van de groep op de gebruiker toegepast; de andere tonen
    Overig.
rule-r4-6 =
    De bedoeling om een licentie te geven gaat nooit verloren: die blijft als fout staan totdat eraan is voldaan of
    totdat ze wordt ingetrokken.
rule-r4-7 =
    Een groep heeft uw aandacht nodig zolang een gebruiker er een pad van in foutstatus heeft, ook een gebruiker die
    is vertrokken.
rule-r5-1 =
    Een groepslicentie gebruikt de gebruikslocatie van de gebruiker of, als die ontbreekt, het land van de tenant, en
    legt dat nooit bij de gebruiker vast.
rule-r5-2 = Een product dat op de locatie van de gebruiker niet is toegestaan, kan daar niet worden toegewezen.
rule-r6-1 = Twee plannen die elkaar uitsluiten, kunnen niet via verschillende producten aan staan.
rule-r6-2 =
    Een uitgeschakeld plan conflicteert nooit, en hetzelfde plan in twee producten conflicteert nooit met zichzelf.
rule-r6-3 = Conflicten worden nooit automatisch opgelost; de beslissing is aan de beheerder.
rule-r7-1 = Een plan met vereisten vereist dat ten minste een daarvan aan staat.
rule-r7-2 = Een plan kan niet worden toegewezen zolang geen van zijn vereiste plannen aan staat.
rule-r7-3 = Een licentie blijft als een ander plan door het afnemen zijn laatste vereiste plan zou verliezen.
rule-r8-1 = Een gebruiker neemt één plaats van een product in, hoeveel paden er ook zijn.
rule-r8-2 = Zonder vrije plaats kan een product niet worden toegewezen.
rule-r8-3 = Met minder plaatsen dan er in gebruik zijn, verliest niemand een licentie.
rule-r8-4 = Zolang een abonnement is opgeschort, houden de paden hun plaatsen en geven ze niets.
rule-r8-5 = Wie de laatste plaats krijgt, hangt af van de volgorde van de wachtrij.
rule-r9-1 = Elke licentiewijziging van een gebruiker berekent de e-mailadressen opnieuw.
rule-r9-2 = Een postvak kan geen licentie krijgen zolang een ander object een van de adressen heeft.
rule-r10 =
    Directe licenties worden meteen toegewezen, alles of niets, en vereisen een gebruikslocatie bij de gebruiker.
rule-r11-1 = Een groep met licenties kan niet worden verwijderd.
rule-r11-2 =
    De licenties van een groep verwijderen gaat meteen; ze bij de gebruikers afnemen gebeurt op de achtergrond.
rule-r11-3 = Wat niet kan worden afgenomen als de groep weg is, wordt direct (2019) of blijft in foutstatus (vandaag).
rule-r12 =
    Een gebruiker verwijderen maakt de plaatsen vrij; herstellen brengt licenties terug, ook zonder vrije plaatsen.
rule-r13 =
    Alleen directe leden die gebruiker zijn, krijgen licenties; groepen in een groep worden zonder fout genegeerd.
rule-r14 = Opdrachten, runs, licentiewijzigingen en mislukkingen staan in het auditlogboek.
rule-r15 = Een andere regelset raakt zelf geen pad aan; fouten blijven staan tot een run.
rule-r16 = De klok en alle id's volgen alleen uit de opdrachten.
rule-r17 = De leden van een dynamische groep volgen uit de regel; een eigen run verplaatst hen voordat hun licenties worden verwerkt.
