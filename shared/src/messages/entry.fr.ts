import type { entryEn } from './entry.en.ts';

export const entryFr: Record<keyof typeof entryEn, string> = {
  'entry.too_long': '{max} caractères au maximum ({now} saisis)',
  'entry.date': 'Saisissez une date valide',
  'entry.date_passed': 'Cette date est passée',
  'entry.email': 'Saisissez une adresse e-mail valide',
  'entry.unsaved': 'Pas encore enregistré. La conversion enregistre aussi ces détails.',
  'entry.choose': 'Choisir…',
  'entry.contact.none': 'Aucun contact',
  'entry.contact.other': 'Autre contact',
  'entry.contact.name': 'Nom du contact',
  'entry.contact.email': 'E-mail',
  'entry.contact.phone': 'Téléphone',
  'entry.address.other': 'Autre adresse',
  'entry.address.name': 'Destinataire',
  'entry.address.street': 'Numéro et rue',
  'entry.address.postalCode': 'Code postal',
  'entry.address.city': 'Ville',
  'entry.address.country': 'Pays',
};
