// What the LWCs import from `c/backroomViews`: everything that a panel says, and how it asks. The same code that draws the HubSpot cards;
// tools/views.ts bundles it into one module, because an LWC imports from no npm package.

export {
  creditCard,
  customerChoiceView,
  noticeView,
  orderCard,
  orderFacts,
  panelsView,
  previewView,
  stockFigures,
} from '@backroom/panels/cards';
export { claimInput, claimView } from '@backroom/panels/claim';
export { invoicesView } from '@backroom/panels/invoices';
export { overviewView } from '@backroom/panels/overview';
export { EXPECTING_MS, FOLLOW_MS, IDLE_MS, intervalFor, isMoving } from '@backroom/panels/rhythm';
export {
  invoiceTable,
  lineDetails,
  orderLineTable,
  orderTable,
  pageOf,
  previewTable,
  returnTable,
  stockAndPriceTable,
} from '@backroom/panels/tables';
export {
  ageView,
  eventView,
  lineViews,
  orderTag,
  problemView,
  submissionView,
} from '@backroom/panels/views';
export { messageKey } from '@backroom/shared/messages/ui';
export { reduceProblem, surfaceOf } from './surface.ts';
export { announce, watch } from './watch.ts';
