# Waar iets in de portals van Microsoft gebeurt. Namen van pagina's en knoppen zijn die van Microsoft.
portal-assign-2019 = Azure-portal: Azure Active Directory > Licenties > Alle producten > het product > Toewijzen; of de groep > Licenties > Toewijzingen
portal-assign-today = Microsoft 365-beheercentrum: Facturering > Licenties > het product > Groepen > Licenties toewijzen, 20 groepen tegelijk
portal-errors-2019 = Azure-portal: Azure Active Directory > Licenties > Overzicht; of de groep > Licenties
portal-errors-today = Microsoft 365-beheercentrum: Facturering > Licenties > het product > Groepen > de groep > Acties vereist
portal-reprocess-2019 = Azure-portal: de gebruiker of de groep > Licenties > Opnieuw verwerken
portal-reprocess-today = Microsoft 365-beheercentrum: Facturering > Licenties > het product > Groepen > de groep > Acties vereist > Opnieuw verwerken, 20 gebruikers tegelijk
portal-who-2019 = Globale beheerder, gebruikersbeheerder en licentiebeheerder, en voor groepen de groepsbeheerder
portal-who-today = Globale beheerder, gebruikersbeheerder en licentiebeheerder, en sinds augustus 2025 voor groepen de groepsbeheerder
differs-assign-place = Waar groepen licenties krijgen
differs-errors-place = Waar fouten van een groep te zien zijn
differs-reprocess-place = Waar gebruikers opnieuw worden verwerkt
differs-who = Wie licenties mag toewijzen
