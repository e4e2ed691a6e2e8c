import type { TimelineKey } from './timeline.en.ts';

export const timelineEs: Readonly<Record<TimelineKey, string>> = {
  order_confirmed: 'Pedido {order} confirmado en el ERP, {amount}',
  delivered: 'Pedido {order} entregado',
  overdue: 'Facturas vencidas: {amount}',
  over_limit: 'Límite de crédito superado, disponible: {amount}',
  return_credited: 'Devolución del pedido {order} abonada',
  text: 'Avisado por Backroom cuando cambió el ERP. No se requiere ninguna acción.',
  title: 'Entradas de la cronología',
  lead: 'Cada evento se convierte una vez en una tarea terminada en el registro. No se avisa de los eventos anteriores a la activación.',
  'kind.order_confirmed': 'Pedido confirmado',
  'kind.delivered': 'Pedido entregado',
  'kind.overdue': 'Factura vencida',
  'kind.over_limit': 'Límite de crédito superado',
  'kind.return_credited': 'Devolución abonada',
  language: 'Idioma de las entradas',
  refused: 'Entradas que el CRM rechazó: {count} ({reason})',
  remove: 'Quitar todas las entradas del CRM',
  removed: 'Se quitaron las entradas.',
};
