import type { TimelineKey } from './timeline.en.ts';

export const timelineDe: Readonly<Record<TimelineKey, string>> = {
  order_confirmed: 'Auftrag {order} im ERP bestätigt, {amount}',
  delivered: 'Auftrag {order} geliefert',
  overdue: 'Rechnungen überfällig: {amount}',
  over_limit: 'Kreditlimit überschritten, verfügbar: {amount}',
  return_credited: 'Retoure zu Auftrag {order} gutgeschrieben',
  text: 'Von Backroom gemeldet, als sich das ERP änderte. Keine Aktion erforderlich.',
  title: 'Einträge in der Chronik',
  lead: 'Jedes Ereignis wird einmal zu einer erledigten Aufgabe am Datensatz. Ereignisse vor dem Einschalten werden nicht gemeldet.',
  'kind.order_confirmed': 'Auftrag bestätigt',
  'kind.delivered': 'Auftrag geliefert',
  'kind.overdue': 'Rechnung überfällig',
  'kind.over_limit': 'Kreditlimit überschritten',
  'kind.return_credited': 'Retoure gutgeschrieben',
  language: 'Sprache der Einträge',
  refused: 'Vom CRM abgelehnte Einträge: {count} ({reason})',
  remove: 'Alle Einträge aus dem CRM entfernen',
  removed: 'Die Einträge wurden entfernt.',
};
