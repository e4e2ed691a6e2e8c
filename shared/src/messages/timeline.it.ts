import type { TimelineKey } from './timeline.en.ts';

export const timelineIt: Readonly<Record<TimelineKey, string>> = {
  order_confirmed: 'Ordine {order} confermato nell’ERP, {amount}',
  delivered: 'Ordine {order} consegnato',
  overdue: 'Fatture scadute: {amount}',
  over_limit: 'Oltre il fido, residuo: {amount}',
  return_credited: 'Reso dell’ordine {order} accreditato',
  text: 'Segnalato da Backroom alla modifica nell’ERP. Nessuna azione necessaria.',
  title: 'Voci della cronologia',
  lead: 'Ogni evento diventa un’attività completata nel record, una sola volta. Gli eventi precedenti all’attivazione non vengono segnalati.',
  'kind.order_confirmed': 'Ordine confermato',
  'kind.delivered': 'Ordine consegnato',
  'kind.overdue': 'Fattura scaduta',
  'kind.over_limit': 'Oltre il fido',
  'kind.return_credited': 'Reso accreditato',
  language: 'Lingua delle voci',
  refused: 'Voci rifiutate dal CRM: {count} ({reason})',
  remove: 'Rimuovi tutte le voci dal CRM',
  removed: 'Le voci sono state rimosse.',
};
