import type { entryEn } from './entry.en.ts';

export const entryIt: Record<keyof typeof entryEn, string> = {
  'entry.too_long': 'Al massimo {max} caratteri (ora {now})',
  'entry.date': 'Inserisci una data valida',
  'entry.date_passed': 'Questa data è già passata',
  'entry.email': 'Inserisci un indirizzo email valido',
  'entry.unsaved': 'Non ancora salvato. La conversione salva anche questi dettagli.',
  'entry.choose': 'Scegli…',
  'entry.contact.none': 'Nessun contatto',
  'entry.contact.other': 'Altro contatto',
  'entry.contact.name': 'Nome del contatto',
  'entry.contact.email': 'Email',
  'entry.contact.phone': 'Telefono',
  'entry.address.other': 'Altro indirizzo',
  'entry.address.name': 'Destinatario',
  'entry.address.street': 'Via e numero civico',
  'entry.address.postalCode': 'CAP',
  'entry.address.city': 'Città',
  'entry.address.country': 'Paese',
};
