/**
 * What Finance & Operations is believed to do and no tenant has shown us yet. Everything of that kind stands here, so that one file is corrected
 * when a tenant says otherwise. Names of entity sets and fields are those of version 10.0.47.
 */

/** Characters that its fields hold. `requisition` differs by version: the shortest is assumed. */
export const LENGTH = {
  reference: 60,
  requisition: 20,
  account: 20,
  item: 20,
  name: 100,
  text: 1000,
  address: 250,
};
/** The field that carries our reference where a connection names no other. It is not unique. */
export const REFERENCE_FIELD = 'CustomersOrderReference';
export const REQUISITION_FIELD = 'CustomerRequisitionNumber';
export const LINES = 'SalesOrderLinesV3';

/** Values of one `or`: some 40 account numbers keep an address below 3,000 characters. */
export const OR_MOST = 40;
/** Resource-based limits have no number; four requests at once leave room for others. */
export const CONCURRENCY = 4;
/** A request to the application ends after ten minutes at the latest: until then a write whose answer was lost may still be committed. */
export const MAX_COMMIT_MS = 600_000;

/** Answers of all companies: without it only the user's own is seen, whatever the filter says. */
export const ALL_COMPANIES = { 'cross-company': 'true' } as const;

/** An empty date comes as the first of January 1900, at noon or at midnight. */
export const NO_DATE = '1900-01-01';
/** Days are written as noon in UTC. */
export const noon = (day: string): string => `${day}T12:00:00Z`;

/** Customers that get no order or no invoice. */
export const BLOCKED = new Set(['All', 'Invoice']);

/** What business rules say stands after this word, each with its kind before it. */
export const INFOLOG = 'Infolog:';

/** An enum is compared with its qualified literal: a plain text is taken by newer versions only. */
const ORDER_STATUS = 'Microsoft.Dynamics.DataEntities.SalesStatus';
/** Orders to which something may still happen. */
export const OPEN_ORDERS = `SalesOrderStatus eq ${ORDER_STATUS}'Backorder' or SalesOrderStatus eq ${ORDER_STATUS}'Delivered'`;
/** The same of return orders. */
const RETURN_STATUS = 'Microsoft.Dynamics.DataEntities.ReturnStatusHeader';
export const OPEN_RETURNS = `ReturnStatus eq ${RETURN_STATUS}'Created' or ReturnStatus eq ${RETURN_STATUS}'Open'`;
/** No entity tells when an order was changed: the ETags of those that are open are compared, as long as there are no more than these. */
export const FOLLOWED_MOST = 2000;

/** Numbers may begin with a blank, which nobody types. */
export const withBlank = (number: string): string[] => [number, ` ${number}`];
