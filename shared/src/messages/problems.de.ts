import type { ProblemCode } from '../problems.ts';

export const problemsDe: Record<ProblemCode, readonly [title: string, whatToDo: string]> = {
  signature_missing: [
    'Die Anfrage ist nicht signiert',
    'Öffnen Sie die Karte im CRM. Andere Aufrufe werden abgewiesen.',
  ],
  signature_invalid: [
    'Ungültige Signatur',
    'Prüfen Sie Client-Secret oder Zertifikat und die öffentliche Adresse in der Konfiguration.',
  ],
  signature_expired: [
    'Die Anfrage ist abgelaufen',
    'Laden Sie die Seite neu. Falls das anhält, prüfen Sie die Uhr des Servers.',
  ],
  signature_replayed: [
    'Doppelte Anfrage',
    'Laden Sie die Seite neu und versuchen Sie es erneut. Es wurde nichts doppelt gesendet.',
  ],
  account_unknown: [
    'Backroom ist in diesem Konto nicht installiert',
    'Bitten Sie Ihren Admin, Backroom aus dem Marktplatz zu installieren.',
  ],
  account_disconnected: ['Backroom ist vom CRM getrennt', 'Bitten Sie Ihren Admin, Backroom neu zu verbinden.'],
  org_mismatch: [
    'Diese Org ist nicht die verbundene',
    'Sie wurde kopiert, verschoben oder ist eine Sandbox. Bitten Sie Ihren Admin, sie zu verbinden. Eine Sandbox nur mit einem Test-ERP verbinden. Es wurde nichts gesendet.',
  ],
  forbidden: ['Keine Berechtigung', 'Bitten Sie Ihren Admin um Zugriff.'],
  api_key_invalid: [
    'Der API-Schlüssel fehlt oder ist ungültig',
    'Senden Sie ihn als Bearer-Token der Anfrage. Ein Admin erstellt Schlüssel auf der Seite „Zugriff“.',
  ],
  api_key_expired: ['Der API-Schlüssel ist abgelaufen', 'Bitten Sie Ihren Admin um einen neuen.'],
  api_key_scope: [
    'Dem API-Schlüssel fehlt eine Berechtigung',
    'Bitten Sie Ihren Admin um einen Schlüssel mit dieser Berechtigung.',
  ],
  not_found: ['Nicht gefunden', 'Laden Sie die Seite neu und versuchen Sie es erneut.'],
  record_not_found: [
    'Datensatz im CRM nicht gefunden',
    'Er wurde vielleicht gelöscht oder zusammengeführt. Laden Sie die Seite neu.',
  ],
  quote_without_deal: [
    'Dieses Angebot hat keine Opportunity',
    'Aufträge entstehen aus Opportunitys. Ordnen Sie das Angebot einer Opportunity zu und öffnen Sie es erneut.',
  ],
  panel_unknown: ['Ansicht nicht gefunden', 'Aktualisieren Sie die App.'],
  method_not_allowed: ['Anfrage nicht erlaubt', 'Aktualisieren Sie die App.'],
  invalid_input: [
    'Einige Felder müssen korrigiert werden',
    'Korrigieren Sie die markierten Felder und versuchen Sie es erneut. Es wurde nichts geändert.',
  ],
  invalid_json: ['Die Anfrage war nicht lesbar', 'Senden Sie gültiges JSON. Es wurde nichts geändert.'],
  unsupported_content_type: [
    'Die Anfrage hat den falschen Typ',
    'Senden Sie JSON (application/json). Es wurde nichts geändert.',
  ],
  body_too_large: ['Die Anfrage ist zu groß', 'Senden Sie weniger auf einmal. Es wurde nichts geändert.'],
  too_many_requests: ['Zu viele Anfragen', 'Warten Sie kurz. Die Seite versucht es automatisch erneut.'],
  idempotency_key_missing: ['Anfrageschlüssel fehlt', 'Aktualisieren Sie die App. Es wurde nichts gesendet.'],
  idempotency_key_reused: [
    'Anfrageschlüssel bereits verwendet',
    'Laden Sie die Seite neu und beginnen Sie erneut. Es wurde nichts gesendet.',
  ],
  idempotency_in_progress: ['Anfrage läuft noch', 'Warten Sie kurz. Sie wird nicht zweimal gesendet.'],
  no_company: ['Kein Unternehmen an diesem Deal', 'Fügen Sie eines hinzu, um fortzufahren.'],
  company_without_name: ['Das Unternehmen hat keinen Namen', 'Geben Sie einen ein, um den ERP-Kunden anzulegen.'],
  no_lines: ['Das Angebot hat keine Positionen', 'Fügen Sie dem Angebot oder dem Deal eine Position hinzu.'],
  currency_unknown: [
    'Der Deal hat keine Währung',
    'Legen Sie im Deal oder in den CRM-Einstellungen eine Währung fest.',
  ],
  mixed_currencies: [
    'Die Positionen haben verschiedene Währungen',
    'Verwenden Sie eine Währung für das ganze Angebot.',
  ],
  line_without_code: ['Eine Position hat keine Artikelnummer', 'Wählen Sie einen Artikel mit Artikelnummer (SKU).'],
  quantity_invalid: ['Ungültige Menge', 'Geben Sie eine Menge über null mit höchstens 12 Nachkommastellen ein.'],
  quote_changed: ['Angebot nach der Vorschau geändert', 'Prüfen Sie die neue Vorschau und wandeln Sie dann um.'],
  already_converted: [
    'Auftrag bereits angelegt',
    'Der Auftrag steht unten. Für Änderungen eine neue Fassung des Angebots anlegen.',
  ],
  possible_twin: [
    'Mögliches Duplikat aus einem anderen CRM',
    'Siehe Prüfung unten. Derselbe Verkauf? Nicht umwandeln. Ein anderer Verkauf? Kästchen ankreuzen und umwandeln. Es wurde nichts gesendet.',
  ],
  preview_blocked: [
    'Die Prüfungen haben sich geändert',
    'Sehen Sie sich die Prüfungen erneut an und wandeln Sie dann um.',
  ],
  customer_not_linked: ['Kein ERP-Kunde verknüpft', 'Verknüpfen Sie einen ERP-Kunden, oder legen Sie einen an.'],
  customer_already_linked: ['Das Unternehmen ist bereits verknüpft', 'Lösen Sie zuerst die bestehende Verknüpfung.'],
  unknown_product: ['Ein Artikel ist nicht im ERP', 'Korrigieren Sie die Artikelnummer der Position.'],
  unknown_customer: ['Kunde im ERP nicht gefunden', 'Wählen Sie einen anderen Kunden, oder legen Sie einen an.'],
  submission_state: ['Nicht mehr möglich', 'Der Status des Auftrags hat sich geändert. Laden Sie die Seite neu.'],
  erp_order_unknown: [
    'ERP-Auftrag nicht gefunden',
    'Geben Sie die Nummer so ein, wie sie im ERP steht. Es wurde nichts geändert.',
  ],
  erp_order_taken: [
    'Dieser ERP-Auftrag gehört zu einem anderen Deal',
    'Suchen Sie im ERP den richtigen Auftrag und geben Sie seine Nummer ein. Es wurde nichts geändert.',
  ],
  order_act_pending: [
    'Eine andere Änderung dieses Auftrags läuft noch',
    'Warten Sie, bis sie abgeschlossen ist, und sehen Sie sich den Auftrag dann erneut an. Es wurde nichts gesendet.',
  ],
  order_changed_in_erp: [
    'Der Auftrag wurde im ERP geändert',
    'Sehen Sie sich an, was sich geändert hat, und bestätigen Sie erneut. Es wurde nichts gesendet.',
  ],
  order_gone: [
    'Das ERP hat diesen Auftrag nicht mehr',
    'Suchen Sie den Auftrag im ERP. Er wurde vielleicht gelöscht oder verschoben. Es wurde nichts geändert.',
  ],
  desk_link_used: [
    'Dieser Link wurde bereits verwendet',
    'Öffnen Sie die Auftragsabwicklung erneut aus dem CRM. Jeder Link gilt einmal.',
  ],
  desk_link_expired: [
    'Dieser Link ist abgelaufen',
    'Öffnen Sie die Auftragsabwicklung erneut aus dem CRM. Links gelten zehn Minuten.',
  ],
  desk_other_session: [
    'Sie sind als jemand anderes angemeldet',
    'Melden Sie sich in der Auftragsabwicklung ab und öffnen Sie sie erneut aus dem CRM.',
  ],
  desk_signed_out: [
    'Sie sind nicht in der Auftragsabwicklung angemeldet',
    'Öffnen Sie sie über die Schaltfläche auf der Auftragskarte im CRM. Es wurde nichts geändert.',
  ],
  connection_in_use: [
    'Es werden noch Aufträge an das verbundene ERP gesendet',
    'Schließen Sie sie in der Auftragsabwicklung ab oder brechen Sie sie ab, dann ändern Sie die Verbindung.',
  ],
  flow_off: ['Diese Ansicht ist ausgeschaltet', 'Ein Admin kann sie in den Einstellungen einschalten.'],
  flow_unsupported: [
    'Von diesem ERP nicht unterstützt',
    'Keine Aktion erforderlich. Die anderen Ansichten funktionieren.',
  ],
  pilot_only: [
    'Backroom wird noch erprobt',
    'Ihr Admin erprobt es zuerst mit einigen Personen. Nach dem Start erscheinen hier die Zahlen aus dem ERP.',
  ],
  flow_read_only: [
    'Backroom liest hier nur',
    'Ein Admin hat das Schreiben in dieses ERP auf der Seite „Abläufe“ ausgeschaltet. Es wurde nichts gesendet.',
  ],
  approval_waiting: [
    'Genehmigung angefragt',
    'Die Auftragsabwicklung entscheidet. Wandeln Sie den Auftrag um, sobald er genehmigt ist. Es wurde nichts gesendet.',
  ],
  approval_rejected: [
    'Genehmigung abgelehnt',
    'Ändern Sie das Angebot und fragen Sie erneut an, oder sprechen Sie mit der Person, die abgelehnt hat. Es wurde nichts gesendet.',
  ],
  connection_is_test: [
    'Ein Test-ERP kann nicht die Standardverbindung sein',
    'Kennzeichnen Sie es als Produktivsystem, oder belassen Sie die Produktivverbindung als Standard.',
  ],
  connection_paused: [
    'Diese ERP-Verbindung ist angehalten',
    'Ein Admin kann sie auf der Seite „ERP-Verbindungen“ fortsetzen. Aufträge warten bis dahin.',
  ],
  connection_is_default: [
    'Datensätze ohne eigene Regel gehen an diese Verbindung',
    'Machen Sie zuerst eine andere Verbindung zur Standardverbindung.',
  ],
  erp_unreachable: [
    'ERP antwortet nicht',
    'Versuchen Sie es gleich erneut. Falls das anhält, wenden Sie sich an Ihren Admin.',
  ],
  erp_timeout: ['Zeitüberschreitung im ERP', 'Backroom versucht es automatisch erneut.'],
  erp_busy: ['ERP ausgelastet', 'Backroom versucht es automatisch erneut.'],
  erp_refused: ['Vom ERP abgelehnt', 'Korrigieren Sie, was das ERP meldet, und senden Sie erneut.'],
  erp_unauthorised: [
    'Anmeldung am ERP fehlgeschlagen',
    'Bitten Sie Ihren Admin, Zugangsdaten und Rechte im ERP zu prüfen.',
  ],
  erp_conflict: ['Inzwischen im ERP geändert', 'Senden Sie erneut.'],
  erp_uncertain: ['Noch nicht bestätigt', 'Wir prüfen im ERP, bevor erneut gesendet wird. Bitte warten.'],
  erp_drift: [
    'Unerwartete ERP-Antwort',
    'Wenden Sie sich an Ihren Betreiber. Das ERP wurde vermutlich geändert oder aktualisiert.',
  ],
  erp_limit: [
    'Vom ERP nicht angenommen',
    'Teilen Sie den Auftrag auf, oder kürzen Sie das genannte Feld. Es wurde nichts gesendet.',
  ],
  erp_unfit: [
    'In dieses ERP können Aufträge nicht sicher geschrieben werden',
    'Es verändert die Auftragsreferenz. Bitten Sie Ihren Admin, das Feld verlängern zu lassen und das ERP neu zu verbinden. Es wurde nichts gesendet.',
  ],
  erp_not_connected: ['Kein ERP verbunden', 'Ein Admin kann in den Einstellungen eines verbinden.'],
  crm_unreachable: ['CRM antwortet nicht', 'Warten Sie kurz. Backroom versucht es automatisch erneut.'],
  crm_busy: ['Anfragelimit des CRM erreicht', 'Warten Sie kurz. Backroom versucht es automatisch erneut.'],
  crm_unauthorised: ['Anmeldung am CRM fehlgeschlagen', 'Bitten Sie Ihren Admin, Backroom neu zu verbinden.'],
  crm_refused: ['Vom CRM abgelehnt', 'Wenden Sie sich an Ihren Admin: Meldung des CRM unten.'],
  store_unavailable: [
    'Die Datenbank von Backroom antwortet nicht',
    'Es wurde nichts geändert. Versuchen Sie es gleich erneut.',
  ],
  cannot_process: [
    'Backroom kann diesen Auftrag nicht verarbeiten',
    'Prüfen Sie, ob der Auftrag im ERP ist. Wenn ja, ordnen Sie ihn zu. Wenn nicht, brechen Sie ihn ab und wandeln Sie das Angebot erneut um. Wenden Sie sich an Ihren Betreiber.',
  ],
  internal: [
    'Es ist ein Fehler aufgetreten',
    'Versuchen Sie es erneut. Falls das anhält, nennen Sie dem Support die Referenz.',
  ],
  backroom_unreachable: [
    'Backroom antwortet nicht',
    'Es wurde nichts geändert. Versuchen Sie es gleich erneut. Falls das anhält, wenden Sie sich an Ihren Admin.',
  ],
};
