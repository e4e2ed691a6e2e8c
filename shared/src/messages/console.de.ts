import type { ConsoleKey } from './console.en.ts';

export const consoleDe: Readonly<Record<ConsoleKey, string>> = {
  'connection.title': 'ERP-Verbindung',
  'connection.none': 'Es ist noch kein ERP verbunden',
  'connection.none_text': 'Sobald eines verbunden ist, zeigen die Karten seine Zahlen. Wählen Sie Ihr ERP:',
  'connection.choose': 'ERP wählen',
  'connection.tested_with': 'Getestet mit Version {versions}',
  'connection.connect_to': '{erp} verbinden',
  'connection.steps':
    'Backroom meldet sich mit diesen Werten einmal an, liest das Unternehmen und speichert sie verschlüsselt.',
  'connection.test_system': 'Das ist ein Testsystem',
  'connection.test_system_help': 'Eine Sandbox des CRM wandelt Aufträge nur in Testsysteme um.',
  'connection.kept': 'Gespeichert. Leer lassen, um den Wert zu behalten.',
  'connection.optional': 'optional',
  'connection.example': 'Zum Beispiel {example}',
  'connection.test_and_connect': 'Testen und verbinden',
  'connection.cancel': 'Abbrechen',
  'connection.bad': 'Füllen Sie das markierte Feld aus.||Füllen Sie die {count} markierten Felder aus.',
  'connection.bad_url':
    'Geben Sie eine vollständige Adresse ein, die mit https:// beginnt. Eine Adresse in einem privaten Netz geht nur, wenn der Betreiber von Backroom sie erlaubt.',
  'connection.advanced': 'Grenzen dieser Installation',
  'connection.bad_number': 'Geben Sie eine ganze Zahl im genannten Bereich ein.',
  'connection.bad_value': 'Geben Sie einen Wert ein.',
  'connection.connected': 'Verbunden. {company} hat geantwortet; öffnen Sie im CRM einen Deal, um die Zahlen zu sehen.',
  'connection.disconnected': 'Getrennt. Am ERP selbst wurde nichts geändert.',
  'connection.fail.unreachable': 'Unter dieser Adresse antwortet nichts',
  'connection.fail.unreachable_do':
    'Prüfen Sie die Adresse und ob sie aus dem Internet oder vom Server erreichbar ist, auf dem Backroom läuft.',
  'connection.fail.timeout': '{erp} hat nicht rechtzeitig geantwortet',
  'connection.fail.timeout_do': 'Versuchen Sie es gleich noch einmal. Bleibt es dabei, prüfen Sie Adresse und Server.',
  'connection.fail.unauthorised': '{erp} hat diese Zugangsdaten abgelehnt',
  'connection.fail.unauthorised_do':
    'Prüfen Sie Benutzer, Schlüssel und Datenbank. Nichts wurde gespeichert, und nichts wird von selbst erneut versucht.',
  'connection.fail.drift': 'Was unter dieser Adresse antwortet, ist nicht das {erp}, das Backroom kennt',
  'connection.fail.drift_do':
    'Prüfen Sie Adresse und Version. Die Startseite einer Website ist nicht die Adresse des ERP.',
  'connection.fail.unsupported': 'Diesem {erp} fehlt, was Backroom braucht',
  'connection.fail.unsupported_do': 'Installieren Sie, was oben genannt ist, und testen Sie erneut.',
  'connection.state': 'Zustand',
  'connection.state_ok': 'Verbunden',
  'connection.state_failed': 'Funktioniert nicht',
  'connection.erp': 'ERP',
  'connection.version': 'Version',
  'connection.company': 'Unternehmen',
  'connection.currency': 'Währung',
  'connection.time_zone': 'Zeitzone',
  'connection.doubles': 'Gegen doppelte Aufträge',
  'connection.doubles_native': 'Das ERP nimmt jede unserer Referenzen nur einmal',
  'connection.doubles_lookup':
    'Wird nachgesehen, bevor etwas erneut gesendet wird; fehlt erst {seconds} Sekunden nach dem Senden',
  'connection.unfit':
    'In dieses ERP wird kein Auftrag geschrieben: {why} Lassen Sie das Referenzfeld verlängern und verbinden Sie dann neu.',
  'connection.address': 'Adresse',
  'connection.kind': 'Art',
  'connection.kind_test': 'Testsystem',
  'connection.kind_production': 'Produktivsystem',
  'connection.missing': 'Bei diesem ERP nicht vorhanden: {flows}',
  'connection.change': 'Ändern',
  'connection.test_again': 'Erneut testen',
  'connection.other': 'Anderes ERP verbinden',
  'connection.disconnect': 'Trennen',
  'connection.disconnect_ask': '{name} trennen?',
  'connection.disconnect_text':
    'Die Karten zeigen dann keine ERP-Zahlen mehr, und kein Auftrag kann umgewandelt werden. Zuordnungen zwischen Unternehmen und ERP-Kunden werden entfernt. Aufträge, die im ERP sind, bleiben dort.',
  'connection.disconnect_confirm': 'ERP trennen',
  'connection.switch_text':
    'Damit wird ein anderes ERP-Unternehmen verbunden. Zuordnungen zu Kunden des jetzigen werden entfernt.',
};
