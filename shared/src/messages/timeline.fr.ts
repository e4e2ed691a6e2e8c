import type { TimelineKey } from './timeline.en.ts';

export const timelineFr: Readonly<Record<TimelineKey, string>> = {
  order_confirmed: 'Commande {order} confirmée dans l’ERP, {amount}',
  delivered: 'Commande {order} livrée',
  overdue: 'Factures échues : {amount}',
  over_limit: 'Plafond dépassé, disponible : {amount}',
  return_credited: 'Retour de la commande {order} crédité',
  text: 'Signalé par Backroom lors d’un changement dans l’ERP. Aucune action requise.',
  title: 'Entrées de la chronologie',
  lead: 'Chaque événement devient une fois une tâche terminée sur la fiche. Les événements antérieurs à l’activation ne sont pas signalés.',
  'kind.order_confirmed': 'Commande confirmée',
  'kind.delivered': 'Commande livrée',
  'kind.overdue': 'Facture échue',
  'kind.over_limit': 'Plafond dépassé',
  'kind.return_credited': 'Retour crédité',
  language: 'Langue des entrées',
  refused: 'Entrées refusées par le CRM : {count} ({reason})',
  remove: 'Supprimer toutes les entrées du CRM',
  removed: 'Les entrées ont été supprimées.',
};
