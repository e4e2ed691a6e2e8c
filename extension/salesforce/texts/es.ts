import type { ProblemCode } from '@backroom/shared';
import type { MessageKey } from '@backroom/shared/messages/ui';

export const ui: Partial<Record<MessageKey, string>> = {
  'overview.credit_after': 'Disponible tras esta oportunidad',
  'alert.other_customer': 'Fusionada con el cliente ERP {other}: vincule de nuevo la cuenta o conserve {customer}',
  'customer.merged_text':
    'Las cuentas fusionadas son clientes ERP distintos. Se usa {customer} hasta que confirme uno.',
  'customer.no_company_title': 'Ninguna cuenta en esta oportunidad',
  'stock.no_lines_title': 'Sin productos',
  'stock.lines_from_deal': 'Sin cotización. Se muestran los productos de la oportunidad.',
  'order.written_back': 'Guardado en la oportunidad.',
  'order.writing_back': 'Guardando en la oportunidad…',
  'step.write_back': 'Guardado en la oportunidad',
  'check.no_lines': 'La cotización no tiene productos. Añada al menos uno.',
  'check.mixed_currencies': 'Los productos tienen divisas distintas. Use una sola divisa.',
  'check.other_customer':
    'Esta cuenta se fusionó con el cliente ERP {other}. El pedido va a {customer}. Para cambiarlo, vincule de nuevo la cuenta.',
  'check.no_company': 'Ninguna cuenta en esta oportunidad. Añada una para continuar.',
  'check.company_without_name': 'La cuenta no tiene nombre. Introduzca uno para crear el cliente ERP.',
  'check.several_quotes': 'Esta oportunidad tiene varias cotizaciones aceptadas. Se usa {number}, no {others}.',
  'check.currency_unknown': 'La oportunidad no tiene divisa. Defina una.',
  'check.adjustment_unknown':
    'Backroom no puede transferir «{what}» de esta cotización. Elimínelo o inclúyalo en los productos.',
  'credit.after_deal': 'Disponible tras esta oportunidad',
  'credit.ordered': 'El pedido de esta oportunidad está incluido en el importe utilizado.',
  'credit.order_gross': 'Esta oportunidad (con IVA)',
  'settings.write_back': 'Guardar número, estado y fecha prometida del pedido en la oportunidad',
  'verdict.why.company': 'cuenta incompleta',
  'customer.create_ask':
    'Crea un cliente nuevo en el ERP con los datos de la cuenta en el CRM. Solo se puede eliminar en el ERP.',
};
export const problems: Partial<Record<ProblemCode, readonly [title: string, whatToDo: string]>> = {
  no_company: ['Ninguna cuenta en esta oportunidad', 'Añada una para continuar.'],
  company_without_name: ['La cuenta no tiene nombre', 'Introduzca uno para crear el cliente ERP.'],
  no_lines: ['La cotización no tiene productos', 'Añada al menos uno a la cotización o a la oportunidad.'],
  currency_unknown: [
    'La oportunidad no tiene divisa',
    'Defina una divisa en la oportunidad o en la configuración del CRM.',
  ],
  mixed_currencies: ['Los productos tienen divisas distintas', 'Use una sola divisa en toda la cotización.'],
  line_without_code: ['Un producto no tiene referencia (SKU)', 'Elija un producto con referencia (SKU).'],
  customer_already_linked: ['La cuenta ya está vinculada', 'Quite primero el vínculo existente.'],
  unknown_product: ['Un producto no está en el ERP', 'Corrija su referencia (SKU).'],
  erp_order_taken: [
    'Este pedido ERP pertenece a otra oportunidad',
    'Busque el pedido correcto en el ERP e introduzca su número. No se ha cambiado nada.',
  ],
};
