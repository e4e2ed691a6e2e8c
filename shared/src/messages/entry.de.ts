import type { entryEn } from './entry.en.ts';

export const entryDe: Record<keyof typeof entryEn, string> = {
  'entry.too_long': 'Höchstens {max} Zeichen (jetzt {now})',
  'entry.date': 'Gültiges Datum eingeben',
  'entry.date_passed': 'Dieses Datum liegt in der Vergangenheit',
  'entry.email': 'Gültige E-Mail-Adresse eingeben',
  'entry.unsaved': 'Noch nicht gespeichert. Beim Umwandeln werden die Angaben mitgespeichert.',
  'entry.choose': 'Auswählen …',
  'entry.contact.none': 'Kein Ansprechpartner',
  'entry.contact.other': 'Anderer Ansprechpartner',
  'entry.contact.name': 'Name des Ansprechpartners',
  'entry.contact.email': 'E-Mail',
  'entry.contact.phone': 'Telefon',
  'entry.address.other': 'Andere Adresse',
  'entry.address.name': 'Empfänger',
  'entry.address.street': 'Straße und Hausnummer',
  'entry.address.postalCode': 'Postleitzahl',
  'entry.address.city': 'Ort',
  'entry.address.country': 'Land',
};
