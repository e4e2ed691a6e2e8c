import type { ProblemCode } from '../problems.ts';

export const problemsNl: Record<ProblemCode, readonly [title: string, whatToDo: string]> = {
  signature_missing: [
    'Het verzoek is niet ondertekend',
    'Open de kaart in het CRM. Andere aanroepen worden geweigerd.',
  ],
  signature_invalid: [
    'Ongeldige handtekening',
    'Controleer het clientgeheim of certificaat en het openbare adres in de configuratie.',
  ],
  signature_expired: [
    'Het verzoek is verlopen',
    'Laad de pagina opnieuw. Controleer de klok van de server als dit aanhoudt.',
  ],
  signature_replayed: [
    'Dubbel verzoek',
    'Laad de pagina opnieuw en probeer het nog eens. Er is niets dubbel verzonden.',
  ],
  account_unknown: [
    'Backroom is niet geïnstalleerd in dit account',
    'Vraag uw beheerder om Backroom uit de marketplace te installeren.',
  ],
  account_disconnected: [
    'Backroom is losgekoppeld van het CRM',
    'Vraag uw beheerder om Backroom opnieuw te verbinden.',
  ],
  org_mismatch: [
    'Deze org is niet de verbonden org',
    'Ze is gekopieerd, verplaatst of een sandbox. Vraag uw beheerder om ze te verbinden. Verbind een sandbox alleen met een test-ERP. Er is niets verzonden.',
  ],
  forbidden: ['Geen toestemming', 'Vraag uw beheerder om toegang.'],
  api_key_invalid: [
    'De API-sleutel ontbreekt of is ongeldig',
    'Stuur hem als bearer-token van de aanvraag. Een beheerder maakt sleutels op de pagina “Toegang”.',
  ],
  api_key_expired: ['De API-sleutel is verlopen', 'Vraag uw beheerder om een nieuwe.'],
  api_key_scope: ['De API-sleutel mist een recht', 'Vraag uw beheerder om een sleutel met dit recht.'],
  not_found: ['Niet gevonden', 'Laad de pagina opnieuw en probeer het nog eens.'],
  record_not_found: [
    'Record niet gevonden in het CRM',
    'Het is mogelijk verwijderd of samengevoegd. Laad de pagina opnieuw.',
  ],
  quote_without_deal: [
    'Deze offerte heeft geen opportunity',
    'Orders worden vanuit opportunity’s aangemaakt. Voeg de offerte toe aan een opportunity en open haar opnieuw.',
  ],
  panel_unknown: ['Paneel niet gevonden', 'Werk de app bij naar de nieuwste versie.'],
  method_not_allowed: ['Dit verzoek is niet toegestaan', 'Werk de app bij naar de nieuwste versie.'],
  invalid_input: [
    'Sommige velden vragen aandacht',
    'Corrigeer de gemarkeerde velden en probeer het opnieuw. Er is niets gewijzigd.',
  ],
  invalid_json: ['Het verzoek kon niet worden gelezen', 'Stuur geldige JSON. Er is niets gewijzigd.'],
  unsupported_content_type: [
    'Het verzoek heeft het verkeerde type',
    'Stuur JSON (application/json). Er is niets gewijzigd.',
  ],
  body_too_large: ['Het verzoek is te groot', 'Stuur minder tegelijk. Er is niets gewijzigd.'],
  too_many_requests: ['Te veel verzoeken', 'Wacht even. De pagina probeert het automatisch opnieuw.'],
  idempotency_key_missing: [
    'Verzoeksleutel ontbreekt',
    'Werk de app bij naar de nieuwste versie. Er is niets verzonden.',
  ],
  idempotency_key_reused: [
    'Verzoeksleutel al gebruikt',
    'Laad de pagina opnieuw en begin opnieuw. Er is niets verzonden.',
  ],
  idempotency_in_progress: ['Verzoek loopt nog', 'Wacht even. Het wordt niet twee keer verzonden.'],
  no_company: ['Geen bedrijf bij deze deal', 'Voeg er een toe om verder te gaan.'],
  company_without_name: ['Het bedrijf heeft geen naam', 'Vul er een in om de ERP-klant aan te maken.'],
  no_lines: ['De offerte heeft geen regels', 'Voeg er minstens een toe aan de offerte of de deal.'],
  currency_unknown: ['De deal heeft geen valuta', 'Stel een valuta in bij de deal of in de CRM-instellingen.'],
  mixed_currencies: ['De regels hebben verschillende valuta’s', 'Gebruik één valuta voor de hele offerte.'],
  line_without_code: ['Een regel heeft geen artikelnummer', 'Kies een product met een artikelnummer (SKU).'],
  quantity_invalid: ['Ongeldig aantal', 'Voer een aantal groter dan nul in met maximaal 12 decimalen.'],
  quote_changed: ['Offerte gewijzigd na het voorbeeld', 'Bekijk het nieuwe voorbeeld en zet dan om.'],
  already_converted: ['Al besteld', 'De order staat hieronder. Maak een nieuwe versie om de offerte te wijzigen.'],
  possible_twin: [
    'Mogelijk duplicaat uit een ander CRM',
    'Zie de controle hieronder. Dezelfde verkoop? Zet niet om. Een andere verkoop? Vink het vakje aan en zet om. Er is niets verzonden.',
  ],
  preview_blocked: ['De controles zijn gewijzigd', 'Bekijk de controles opnieuw en zet dan om.'],
  customer_not_linked: ['Geen ERP-klant gekoppeld', 'Koppel een ERP-klant of maak er een aan.'],
  customer_already_linked: ['Het bedrijf is al gekoppeld', 'Verwijder eerst de bestaande koppeling.'],
  unknown_product: ['Een product staat niet in het ERP', 'Corrigeer het artikelnummer van de regel.'],
  unknown_customer: ['Klant niet gevonden in het ERP', 'Kies een andere klant of maak er een aan.'],
  submission_state: ['Niet meer mogelijk', 'De status van de order is gewijzigd. Laad de pagina opnieuw.'],
  erp_order_unknown: [
    'ERP-order niet gevonden',
    'Voer het nummer precies zo in als in het ERP. Er is niets gewijzigd.',
  ],
  erp_order_taken: [
    'Deze ERP-order hoort bij een andere deal',
    'Zoek de juiste order op in het ERP en voer het nummer in. Er is niets gewijzigd.',
  ],
  order_act_pending: [
    'Er loopt al een andere wijziging van deze order',
    'Wacht tot die klaar is en bekijk de order daarna opnieuw. Er is niets verzonden.',
  ],
  order_changed_in_erp: [
    'De order is in het ERP gewijzigd',
    'Bekijk wat er is veranderd en bevestig opnieuw. Er is niets verzonden.',
  ],
  order_gone: [
    'Het ERP heeft deze order niet meer',
    'Zoek de order op in het ERP. Misschien is die verwijderd of verplaatst. Er is niets gewijzigd.',
  ],
  desk_link_used: [
    'Deze link is al gebruikt',
    'Open de orderverwerking opnieuw vanuit het CRM. Elke link werkt één keer.',
  ],
  desk_link_expired: [
    'Deze link is verlopen',
    'Open de orderverwerking opnieuw vanuit het CRM. Links blijven tien minuten geldig.',
  ],
  desk_other_session: [
    'U bent als iemand anders aangemeld',
    'Meld u af bij de orderverwerking en open haar opnieuw vanuit het CRM.',
  ],
  desk_signed_out: [
    'U bent niet aangemeld bij de orderverwerking',
    'Open haar vanaf de orderkaart in het CRM. Er is niets gewijzigd.',
  ],
  connection_in_use: [
    'Er worden nog orders naar het verbonden ERP verzonden',
    'Rond ze af of annuleer ze in de orderverwerking en wijzig dan de verbinding.',
  ],
  flow_read_only: [
    'Backroom leest hier alleen',
    'Een beheerder heeft schrijven naar dit ERP uitgezet op de pagina “Flows”. Er is niets verzonden.',
  ],
  approval_waiting: [
    'Goedkeuring gevraagd',
    'De orderverwerking beslist. Zet de order om zodra die is goedgekeurd. Er is niets verzonden.',
  ],
  approval_rejected: [
    'Goedkeuring afgewezen',
    'Wijzig de offerte en vraag opnieuw, of spreek met wie heeft afgewezen. Er is niets verzonden.',
  ],
  connection_is_test: [
    'Een test-ERP kan niet de standaard zijn',
    'Markeer het als productie, of laat de productieverbinding de standaard.',
  ],
  connection_paused: [
    'Deze ERP-verbinding is gepauzeerd',
    'Een beheerder kan haar hervatten op de pagina “ERP-verbindingen”. Orders wachten tot dan.',
  ],
  connection_is_default: [
    'Records zonder eigen regel gaan naar deze verbinding',
    'Maak eerst een andere verbinding de standaard.',
  ],
  pilot_only: [
    'Backroom is in de pilotfase',
    'Uw beheerder probeert het eerst met enkele mensen uit. De ERP-cijfers verschijnen hier zodra het live gaat.',
  ],
  flow_off: ['Dit paneel staat uit', 'Een beheerder kan het in de instellingen aanzetten.'],
  flow_unsupported: ['Niet ondersteund door dit ERP', 'Geen actie nodig. De andere panelen werken.'],
  erp_unreachable: ['ERP reageert niet', 'Probeer het zo opnieuw. Neem contact op met uw beheerder als dit aanhoudt.'],
  erp_timeout: ['Time-out van het ERP', 'Backroom probeert het automatisch opnieuw.'],
  erp_busy: ['ERP is bezet', 'Backroom probeert het automatisch opnieuw.'],
  erp_refused: ['Geweigerd door het ERP', 'Corrigeer wat het ERP meldt en verzend opnieuw.'],
  erp_unauthorised: [
    'Aanmelden bij het ERP mislukt',
    'Vraag uw beheerder om de ERP-aanmeldgegevens en rechten te controleren.',
  ],
  erp_conflict: ['Intussen gewijzigd in het ERP', 'Verzend opnieuw.'],
  erp_uncertain: ['Nog niet bevestigd', 'We controleren in het ERP voordat er opnieuw wordt verzonden. Even geduld.'],
  erp_drift: [
    'Onverwacht antwoord van het ERP',
    'Neem contact op met uw exploitant. Het ERP is waarschijnlijk gewijzigd of bijgewerkt.',
  ],
  erp_limit: ['Niet geaccepteerd door het ERP', 'Splits de order of kort het genoemde veld in. Er is niets verzonden.'],
  erp_unfit: [
    'Orders kunnen niet veilig naar dit ERP worden geschreven',
    'Het wijzigt de orderreferentie. Vraag uw beheerder om het veld te laten verlengen en het ERP opnieuw te verbinden. Er is niets verzonden.',
  ],
  erp_not_connected: ['Geen ERP verbonden', 'Een beheerder kan er in de instellingen een verbinden.'],
  crm_unreachable: ['CRM reageert niet', 'Wacht even. Backroom probeert het automatisch opnieuw.'],
  crm_busy: ['Verzoeklimiet van het CRM bereikt', 'Wacht even. Backroom probeert het automatisch opnieuw.'],
  crm_unauthorised: ['Aanmelden bij het CRM mislukt', 'Vraag uw beheerder om Backroom opnieuw te verbinden.'],
  crm_refused: ['Geweigerd door het CRM', 'Vraag uw beheerder. De melding van het CRM staat hieronder.'],
  store_unavailable: ['De database van Backroom reageert niet', 'Er is niets gewijzigd. Probeer het zo opnieuw.'],
  cannot_process: [
    'Backroom kan deze order niet verwerken',
    'Controleer of de order in het ERP staat. Zo ja, koppel hem. Zo nee, annuleer hem en zet de offerte opnieuw om. Neem contact op met uw exploitant.',
  ],
  internal: ['Er is iets misgegaan', 'Probeer het opnieuw. Geef de referentie door aan support als dit aanhoudt.'],
  backroom_unreachable: [
    'Backroom reageert niet',
    'Er is niets gewijzigd. Probeer het zo opnieuw. Neem contact op met uw beheerder als dit aanhoudt.',
  ],
};
