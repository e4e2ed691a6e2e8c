import type { TimelineKey } from './timeline.en.ts';

export const timelineNl: Readonly<Record<TimelineKey, string>> = {
  order_confirmed: 'Order {order} bevestigd in het ERP, {amount}',
  delivered: 'Order {order} geleverd',
  overdue: 'Achterstallige facturen: {amount}',
  over_limit: 'Boven de kredietlimiet, beschikbaar: {amount}',
  return_credited: 'Retour van order {order} gecrediteerd',
  text: 'Gemeld door Backroom toen het ERP veranderde. Geen actie nodig.',
  title: 'Tijdlijnvermeldingen',
  lead: 'Elke gebeurtenis wordt één keer een afgeronde taak bij het record. Gebeurtenissen van voor het inschakelen worden niet gemeld.',
  'kind.order_confirmed': 'Order bevestigd',
  'kind.delivered': 'Order geleverd',
  'kind.overdue': 'Factuur achterstallig',
  'kind.over_limit': 'Boven de kredietlimiet',
  'kind.return_credited': 'Retour gecrediteerd',
  language: 'Taal van de vermeldingen',
  refused: 'Vermeldingen die het CRM weigerde: {count} ({reason})',
  remove: 'Alle vermeldingen uit het CRM verwijderen',
  removed: 'De vermeldingen zijn verwijderd.',
};
