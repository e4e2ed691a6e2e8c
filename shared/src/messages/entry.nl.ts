import type { entryEn } from './entry.en.ts';

export const entryNl: Record<keyof typeof entryEn, string> = {
  'entry.too_long': 'Maximaal {max} tekens (nu {now})',
  'entry.date': 'Voer een geldige datum in',
  'entry.date_passed': 'Deze datum ligt in het verleden',
  'entry.email': 'Voer een geldig e-mailadres in',
  'entry.unsaved': 'Nog niet opgeslagen. Bij het omzetten worden deze gegevens mee opgeslagen.',
  'entry.choose': 'Kiezen…',
  'entry.contact.none': 'Geen contactpersoon',
  'entry.contact.other': 'Andere contactpersoon',
  'entry.contact.name': 'Naam van de contactpersoon',
  'entry.contact.email': 'E-mail',
  'entry.contact.phone': 'Telefoon',
  'entry.address.other': 'Ander adres',
  'entry.address.name': 'Ontvanger',
  'entry.address.street': 'Straat en huisnummer',
  'entry.address.postalCode': 'Postcode',
  'entry.address.city': 'Plaats',
  'entry.address.country': 'Land',
};
