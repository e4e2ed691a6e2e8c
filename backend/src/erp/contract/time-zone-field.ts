import { z } from 'zod';
import { field } from './manifest.ts';

/** An IANA name, or nothing. */
export const timeZone = z
  .string()
  .trim()
  .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC')
  .optional();

/** Of a company whose ERP does not tell it. */
export const companyTimeZone = field(timeZone, {
  label: {
    en: 'Time zone',
    de: 'Zeitzone',
    fr: 'Fuseau horaire',
    es: 'Zona horaria',
    nl: 'Tijdzone',
    it: 'Fuso orario',
  },
  help: {
    en: 'Of the company, as an IANA name. Left empty: UTC. It decides when an invoice is overdue.',
    de: 'Des Unternehmens, als IANA-Name. Leer: UTC. Sie entscheidet, ab wann eine Rechnung überfällig ist.',
    fr: 'De la société, nom IANA. Vide : UTC. Il détermine quand une facture est en retard.',
    es: 'De la empresa, como nombre IANA. Vacío: UTC. Decide desde cuándo una factura está vencida.',
    nl: 'Van het bedrijf, als IANA-naam. Leeg: UTC. Bepaalt vanaf wanneer een factuur te laat is.',
    it: 'Dell’azienda, come nome IANA. Se vuoto: UTC. Determina quando una fattura è scaduta.',
  },
  example: 'Europe/Berlin',
});
