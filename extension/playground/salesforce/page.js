import BackroomConvertAction from 'c/backroomConvertAction';
import BackroomInvoicesAndCredit from 'c/backroomInvoicesAndCredit';
import BackroomOrder from 'c/backroomOrder';
import BackroomOrders from 'c/backroomOrders';
import BackroomOverview from 'c/backroomOverview';
import BackroomReturns from 'c/backroomReturns';
import BackroomSettings from 'c/backroomSettings';
import BackroomStockAndPrices from 'c/backroomStockAndPrices';
import LightningIcon from 'lightning/icon';
import { createElement } from 'lwc';

const components = {
  'c-backroom-convert-action': BackroomConvertAction,
  'c-backroom-invoices-and-credit': BackroomInvoicesAndCredit,
  'c-backroom-order': BackroomOrder,
  'c-backroom-orders': BackroomOrders,
  'c-backroom-overview': BackroomOverview,
  'c-backroom-returns': BackroomReturns,
  'c-backroom-settings': BackroomSettings,
  'c-backroom-stock-and-prices': BackroomStockAndPrices,
};
/** Places a component as a record page does: it is told which record of which object it stands on. */
export function place(tag, where, { recordId, objectApiName } = {}) {
  const element = createElement(tag, { is: components[tag] });
  if (recordId) {
    element.recordId = recordId;
    element.objectApiName = objectApiName;
  }
  where.append(element);
  return element;
}
/** An icon of the design system, for the page around the components. */
export function icon(name, size, where) {
  const element = createElement('lightning-icon', { is: LightningIcon });
  element.iconName = name;
  element.size = size;
  where.append(element);
  return element;
}
