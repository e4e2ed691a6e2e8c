import type { TimelineKey } from './timeline.en.ts';

export const timelineDe: Readonly<Record<TimelineKey, string>> = {
  order_confirmed: 'Auftrag {order} im ERP bestätigt, {amount}',
  delivered: 'Auftrag {order} geliefert',
  overdue: 'Rechnungen überfällig: {amount}',
  over_limit: 'Über dem Kreditlimit: {amount} frei',
  return_credited: 'Rücksendung zu Auftrag {order} gutgeschrieben',
  text: 'Von Backroom gemeldet, als sich das ERP änderte. Hier ist nichts zu tun.',
  title: 'Einträge in der Chronik',
  lead: 'Jedes Ereignis wird einmal zu einer erledigten Aufgabe am Datensatz. Ereignisse von vor dem Einschalten werden nicht gemeldet.',
  'kind.order_confirmed': 'Auftrag bestätigt',
  'kind.delivered': 'Auftrag geliefert',
  'kind.overdue': 'Rechnung überfällig',
  'kind.over_limit': 'Über dem Kreditlimit',
  'kind.return_credited': 'Rücksendung gutgeschrieben',
  language: 'Sprache der Einträge',
  refused: 'Vom CRM nicht angenommene Einträge: {count} ({reason})',
  remove: 'Alle Einträge aus dem CRM entfernen',
  removed: 'Die Einträge wurden entfernt.',
};
