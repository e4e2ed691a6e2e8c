import type { entryEn } from './entry.en.ts';

export const entryEs: Record<keyof typeof entryEn, string> = {
  'entry.too_long': 'Máximo {max} caracteres (ahora {now})',
  'entry.date': 'Introduzca una fecha válida',
  'entry.date_passed': 'Esta fecha ya ha pasado',
  'entry.email': 'Introduzca una dirección de correo válida',
  'entry.unsaved': 'Sin guardar. Al convertir también se guardan estos detalles.',
  'entry.choose': 'Elegir…',
  'entry.contact.none': 'Sin contacto',
  'entry.contact.other': 'Otro contacto',
  'entry.contact.name': 'Nombre del contacto',
  'entry.contact.email': 'Correo electrónico',
  'entry.contact.phone': 'Teléfono',
  'entry.address.other': 'Otra dirección',
  'entry.address.name': 'Destinatario',
  'entry.address.street': 'Calle y número',
  'entry.address.postalCode': 'Código postal',
  'entry.address.city': 'Ciudad',
  'entry.address.country': 'País',
};
