// What the LWCs import from `c/backroomViews`: everything that a panel says, and how it asks. The same code that draws the HubSpot cards;
// tools/views.ts bundles it into one module, because an LWC imports from no npm package.

export {
  creditCard,
  customerChoiceView,
  noticeView,
  panelsView,
  previewView,
  stockFigures,
} from '@backroom/panels/cards';
export { checkActs } from '@backroom/panels/check-acts';
export { claimInput, claimView, refusedClaim } from '@backroom/panels/claim';
export { entriesOf, entriesView } from '@backroom/panels/entries';
export { isWide } from '@backroom/panels/entry-field';
export { invoicesView } from '@backroom/panels/invoices';
export { orderCard, orderFacts } from '@backroom/panels/order';
export { actView, cancelView, changeView, withAct } from '@backroom/panels/order-acts';
export { overviewView } from '@backroom/panels/overview';
export { changePrice, priceChangeView, priceQuestion } from '@backroom/panels/prices';
export {
  decisionQuestion,
  deskQuestion,
  deskWay,
  panelsQuestion,
  submissionsQuestion,
} from '@backroom/panels/questions';
export { isMoving } from '@backroom/panels/rhythm';
export { createStore } from '@backroom/panels/store';
export {
  invoiceTable,
  lineDetails,
  orderLineTable,
  orderTable,
  pageOf,
  returnTable,
  stockAndPriceTable,
} from '@backroom/panels/tables';
export {
  ageView,
  causeText,
  eventView,
  lineViews,
  orderTag,
  problemView,
  refreshFailure,
  submissionView,
} from '@backroom/panels/views';
export { messageKey } from '@backroom/shared/messages/ui';
export { reduceProblem, surfaceOf } from './surface.ts';
