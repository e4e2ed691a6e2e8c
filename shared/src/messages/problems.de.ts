import type { ProblemCode } from '../problems.ts';

export const problemsDe: Record<ProblemCode, readonly [title: string, whatToDo: string]> = {
  signature_missing: [
    'Die Anfrage ist nicht signiert',
    'Öffnen Sie die Karte im CRM; Aufrufe von anderswo werden abgewiesen.',
  ],
  signature_invalid: [
    'Die Signatur passt nicht',
    'Prüfen Sie Client-Secret oder Zertifikat und die öffentliche Adresse in der Konfiguration.',
  ],
  signature_expired: [
    'Die Anfrage ist zu alt',
    'Laden Sie die Seite neu. Bleibt es dabei, prüfen Sie die Uhr des Servers.',
  ],
  signature_replayed: [
    'Die Anfrage wurde schon einmal gesendet',
    'Laden Sie die Seite neu und tun Sie es noch einmal. Nichts wurde doppelt gesendet.',
  ],
  account_unknown: [
    'Backroom ist in diesem Konto nicht installiert',
    'Bitten Sie Ihren Admin, Backroom aus dem Marktplatz zu installieren.',
  ],
  account_disconnected: [
    'Backroom hat den Zugang zum CRM verloren',
    'Bitten Sie Ihren Admin, Backroom neu zu verbinden.',
  ],
  org_mismatch: [
    'Diese Org ist nicht die, die verbunden wurde',
    'Sie ist eine Kopie, eine Sandbox oder wurde verschoben. Bitten Sie Ihren Admin, sie zu verbinden, eine Sandbox nur mit einem Test-ERP. Nichts wurde gesendet.',
  ],
  forbidden: ['Das dürfen Sie nicht', 'Bitten Sie Ihren Admin um das Recht dazu.'],
  not_found: ['Das gibt es nicht', 'Laden Sie die Seite neu und versuchen Sie es noch einmal.'],
  record_not_found: [
    'Das CRM kennt diesen Datensatz nicht',
    'Er wurde vielleicht gelöscht oder zusammengeführt. Laden Sie die Seite neu.',
  ],
  quote_without_deal: [
    'Dieses Angebot gehört zu keiner Opportunity',
    'Aufträge entstehen aus Opportunitys. Ordnen Sie das Angebot einer Opportunity zu und öffnen Sie es erneut.',
  ],
  panel_unknown: ['Diese Ansicht gibt es nicht', 'Aktualisieren Sie die App.'],
  method_not_allowed: ['Dieser Aufruf ist hier nicht erlaubt', 'Aktualisieren Sie die App.'],
  invalid_input: [
    'Eine Eingabe stimmt nicht',
    'Korrigieren Sie die markierten Felder und senden Sie erneut. Es wurde nichts geändert.',
  ],
  invalid_json: ['Die Anfrage war nicht lesbar', 'Senden Sie gültiges JSON. Es wurde nichts geändert.'],
  unsupported_content_type: [
    'Die Anfrage hat den falschen Typ',
    'Senden Sie JSON (application/json). Es wurde nichts geändert.',
  ],
  body_too_large: ['Die Anfrage ist zu groß', 'Senden Sie weniger auf einmal. Es wurde nichts geändert.'],
  too_many_requests: ['Zu viele Anfragen', 'Warten Sie kurz; die Seite versucht es von selbst wieder.'],
  idempotency_key_missing: [
    'Der Anfrage fehlt der Schlüssel gegen Doppeltes',
    'Aktualisieren Sie die App. Es wurde nichts gesendet.',
  ],
  idempotency_key_reused: [
    'Dieser Schlüssel wurde schon für etwas anderes benutzt',
    'Laden Sie die Seite neu und beginnen Sie noch einmal. Es wurde nichts gesendet.',
  ],
  idempotency_in_progress: ['Dieselbe Anfrage läuft noch', 'Warten Sie kurz; sie wird nicht zweimal gesendet.'],
  no_company: ['Der Deal hat kein Unternehmen', 'Fügen Sie das Unternehmen hinzu, das bestellt.'],
  company_without_name: [
    'Das Unternehmen hat keinen Namen',
    'Tragen Sie ihn im CRM ein, bevor der Kunde angelegt wird.',
  ],
  no_lines: ['Das Angebot hat keine Positionen', 'Fügen Sie dem Angebot oder dem Deal Artikel hinzu.'],
  currency_unknown: [
    'Der Deal hat keine Währung',
    'Legen Sie im Deal oder in den CRM-Einstellungen eine Währung fest.',
  ],
  mixed_currencies: ['Die Positionen haben verschiedene Währungen', 'Verwenden Sie eine Währung für alle Positionen.'],
  line_without_code: [
    'Eine Position hat keine Artikelnummer',
    'Geben Sie der Position ein Produkt mit Artikelnummer (SKU).',
  ],
  quantity_invalid: [
    'Eine Menge ist nicht möglich',
    'Mengen müssen über null liegen und höchstens 12 Nachkommastellen haben.',
  ],
  quote_changed: [
    'Das Angebot hat sich seit der Vorschau geändert',
    'Sehen Sie die neue Vorschau an und wandeln Sie dann um.',
  ],
  already_converted: [
    'Aus diesem Angebot ist schon ein Auftrag geworden',
    'Der Auftrag steht unten. Ein geändertes Angebot braucht eine neue Fassung.',
  ],
  possible_twin: [
    'Dasselbe wurde aus einem anderen CRM bestellt',
    'Siehe die Prüfung unten. Ist es dieser Verkauf, tun Sie hier nichts. Ist es ein anderer, sagen Sie es und bestellen Sie trotzdem. Es wurde nichts gesendet.',
  ],
  preview_blocked: ['Etwas verhindert den Auftrag noch', 'Klären Sie zuerst die blockierenden Prüfungen der Vorschau.'],
  customer_not_linked: [
    'Das Unternehmen ist mit keinem ERP-Kunden verknüpft',
    'Bestätigen Sie den passenden Kunden oder lassen Sie einen anlegen.',
  ],
  customer_already_linked: ['Das Unternehmen ist schon verknüpft', 'Lösen Sie zuerst die bestehende Verknüpfung.'],
  unknown_product: ['Das ERP kennt einen Artikel nicht', 'Korrigieren Sie die Artikelnummer der Position.'],
  unknown_customer: [
    'Das ERP kennt diesen Kunden nicht',
    'Wählen Sie einen anderen Kunden oder lassen Sie einen anlegen.',
  ],
  submission_state: ['Das geht nicht mehr', 'Der Auftrag ist inzwischen weiter. Laden Sie neu, um den Stand zu sehen.'],
  erp_order_unknown: [
    'Das ERP hat keinen solchen Auftrag',
    'Geben Sie die Nummer so ein, wie sie im ERP steht. Nichts wurde geändert.',
  ],
  erp_order_taken: [
    'Dieser ERP-Auftrag gehört zu einem anderen Deal',
    'Sehen Sie im ERP nach, welcher Auftrag der richtige ist, und geben Sie seine Nummer ein. Nichts wurde geändert.',
  ],
  desk_link_used: [
    'Dieser Link wurde schon benutzt',
    'Öffnen Sie das Auftragsbüro noch einmal aus dem CRM: Jeder Link öffnet es einmal.',
  ],
  desk_link_expired: [
    'Dieser Link gilt nicht mehr',
    'Öffnen Sie das Auftragsbüro noch einmal aus dem CRM: Ein Link gilt einige Minuten.',
  ],
  desk_other_session: [
    'Sie sind als jemand anderes angemeldet',
    'Melden Sie sich im Auftragsbüro ab, und öffnen Sie es dann noch einmal aus dem CRM.',
  ],
  desk_signed_out: [
    'Sie sind nicht am Auftragsbüro angemeldet',
    'Öffnen Sie es aus dem CRM: Der Knopf steht auf der Auftragskarte eines Deals. Nichts wurde geändert.',
  ],
  connection_in_use: [
    'Es sind noch Aufträge zum verbundenen ERP unterwegs',
    'Schließen Sie sie in der Auftragsannahme ab oder stoppen Sie sie, dann ändern Sie die Verbindung.',
  ],
  flow_off: ['Dieser Teil ist ausgeschaltet', 'Ein Admin kann ihn in den Einstellungen einschalten.'],
  flow_unsupported: ['Dieses ERP bietet das nicht', 'Nichts zu tun: Die anderen Ansichten funktionieren.'],
  erp_unreachable: [
    'Das ERP ist nicht erreichbar',
    'Es geht nichts verloren: Es läuft von selbst weiter, sobald das ERP wieder da ist. Bleibt es dabei, sagen Sie Ihrem Admin Bescheid.',
  ],
  erp_timeout: [
    'Das ERP braucht zu lange',
    'Es läuft von selbst weiter. Bis dahin stehen die letzten bekannten Zahlen da.',
  ],
  erp_busy: ['Das ERP ist ausgelastet', 'Es läuft gleich von selbst weiter.'],
  erp_refused: ['Das ERP hat abgelehnt', 'Korrigieren Sie, was das ERP nennt, und senden Sie erneut.'],
  erp_unauthorised: [
    'Das ERP verweigert uns den Zugang',
    'Bitten Sie Ihren Admin, Zugangsdaten und Rechte im ERP zu prüfen.',
  ],
  erp_conflict: ['Jemand hat das im ERP gleichzeitig geändert', 'Senden Sie erneut.'],
  erp_uncertain: [
    'Noch ist unklar, ob das ERP es hat',
    'Wir schauen nach, bevor noch einmal etwas gesendet wird. Bitte warten.',
  ],
  erp_drift: [
    'Das ERP antwortet in unbekannter Form',
    'Sagen Sie Ihrem Betreiber Bescheid: Das ERP wurde wohl geändert oder aktualisiert.',
  ],
  erp_limit: [
    'Das ERP nimmt diesen Auftrag nicht an',
    'Teilen Sie ihn auf, oder kürzen Sie, was genannt ist. Es wurde nichts gesendet.',
  ],
  erp_unfit: [
    'In dieses ERP kann nicht sicher geschrieben werden',
    'Es verändert die Referenz, unter der ein Auftrag wiedergefunden wird. Bitten Sie Ihren Admin, das Feld verlängern zu lassen und das ERP neu zu verbinden. Es wurde nichts gesendet.',
  ],
  erp_not_connected: ['Es ist kein ERP verbunden', 'Ein Admin kann in den Einstellungen eines verbinden.'],
  crm_unreachable: ['Das CRM antwortet nicht', 'Warten Sie kurz; es läuft von selbst weiter.'],
  crm_busy: ['Das CRM bittet uns, langsamer zu sein', 'Warten Sie kurz; es läuft von selbst weiter.'],
  crm_unauthorised: ['Das CRM verweigert uns den Zugang', 'Bitten Sie Ihren Admin, Backroom neu zu verbinden.'],
  crm_refused: ['Das CRM hat abgelehnt', 'Fragen Sie Ihren Admin; die Worte des CRM stehen daneben.'],
  store_unavailable: [
    'Die Datenbank von Backroom antwortet nicht',
    'Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.',
  ],
  cannot_process: [
    'Backroom kann diesen Auftrag nicht verarbeiten',
    'Sehen Sie im ERP nach, ob er dort ist, und geben Sie an, welcher es ist, oder stoppen Sie ihn und wandeln Sie das Angebot neu um. Sagen Sie es Ihrem Betreiber.',
  ],
  internal: [
    'Bei uns ist etwas schiefgegangen',
    'Versuchen Sie es noch einmal. Bleibt es dabei, nennen Sie dem Support die Referenz.',
  ],
  backroom_unreachable: [
    'Backroom antwortet nicht',
    'Nichts wurde geändert. Versuchen Sie es gleich noch einmal; bleibt es so, sagen Sie Ihrem Administrator Bescheid.',
  ],
};
