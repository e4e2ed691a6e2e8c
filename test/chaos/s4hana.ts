import { s4hana } from '@backroom/backend/erp/s4hana/index';
import { variablesFor } from '../stand-ins/s4hana/start.ts';
import type { Double } from './double.ts';
import { httpAnswer } from './proxy.ts';

const refusal = (words: string) => ({ error: { code: 'ZSD/001', message: { lang: 'en', value: words } } });

export const s4hanaDouble: Double = {
  name: 's4hana',
  adapter: s4hana,
  variablesFor,
  // An order is stored whole or not at all.
  orders:
    "select SalesOrder as number, PurchaseOrderByShipToParty as reference from A_SalesOrder where PurchaseOrderByShipToParty like 'BR-%'",
  number: 'SalesOrder',
  withoutLimit: "update CreditManagementAccount set CreditLimitAmount = '99999999' where BusinessPartner = ?",
  isWrite: (request) => /^POST \S+\/A_SalesOrder(\?\S*)? HTTP/.test(request),
  says: {
    refused: (words) => httpAnswer('400 Bad Request', 'application/json', JSON.stringify(refusal(words))),
    noDatabase: httpAnswer('503 Service Unavailable', 'text/html', '<html>Service Unavailable</html>'),
  },
  renamed: 'SalesOrder',
  notes: true,
  // A process that has just begun signs in, and fetches a CSRF token before its first order.
  orderMs: 1000,
};
