import { netSuite } from '@backroom/backend/erp/netsuite/index';
import { netSuiteVariables } from '../support/netsuite.ts';
import type { Double } from './double.ts';
import { httpAnswer } from './proxy.ts';

const refusal = (words: string) => ({
  type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1',
  title: 'Bad Request',
  status: 400,
  'o:errorDetails': [{ detail: `Error while accessing a resource. ${words}`, 'o:errorCode': 'USER_ERROR' }],
});

export const netSuiteDouble: Double = {
  name: 'netsuite',
  adapter: netSuite,
  variablesFor: netSuiteVariables,
  // An order is stored whole or not at all.
  orders:
    "select json_extract(body, '$.tranId') as number, external as reference from records where type = 'salesOrder' and external like 'BR-%'",
  number: 'tranId',
  withoutLimit: "update records set body = json_remove(body, '$.creditLimit') where type = 'customer' and id = ?",
  isWrite: (request) => /^POST \S+\/salesOrder HTTP/.test(request),
  says: {
    refused: (words) => httpAnswer('400 Bad Request', 'application/json', JSON.stringify(refusal(words))),
    noDatabase: httpAnswer('503 Service Unavailable', 'text/html', '<html>Service Unavailable</html>'),
  },
  renamed: 'tranId',
  notes: true,
  // A process that has just begun signs in, and reads currencies and subsidiary before its first order.
  orderMs: 1000,
};
