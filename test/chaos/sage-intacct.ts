import { sageIntacct } from '@backroom/backend/erp/sage-intacct/index';
import { sageIntacctVariables } from '../support/sage-intacct.ts';
import type { Double } from './double.ts';
import { httpAnswer } from './proxy.ts';

const refusal = (words: string) => ({
  'ia::result': {
    'ia::error': {
      code: 'operationFailed',
      message: 'POST request on objects/order-entry/document object was unsuccessful',
      errorId: 'REST-7001',
      details: [{ errorId: 'BL04002055', message: words }],
    },
  },
  'ia::meta': { totalCount: 1, totalSuccess: 0, totalError: 1 },
});

export const sageIntacctDouble: Double = {
  name: 'sage-intacct',
  adapter: sageIntacct,
  variablesFor: sageIntacctVariables,
  // An order is stored whole or not at all.
  orders: `select json_extract(body, '$.documentNumber') as number, json_extract(body, '$.referenceNumber') as reference from records
     where object = 'order-entry/document' and json_extract(body, '$.documentType') = 'Sales Order' and json_extract(body, '$.referenceNumber') like 'BR-%'`,
  number: 'number',
  withoutLimit:
    "update records set body = json_remove(body, '$.creditLimit') where object = 'accounts-receivable/customer' and key = ?",
  isWrite: (request) => /^POST \S+\/objects\/order-entry\/document::\S+ HTTP/.test(request),
  says: {
    refused: (words) => httpAnswer('422 Unprocessable Entity', 'application/json', JSON.stringify(refusal(words))),
    noDatabase: httpAnswer('503 Service Unavailable', 'text/html', '<html>Service Unavailable</html>'),
  },
  renamed: 'documentNumber',
  notes: true,
  // A process that has just begun signs in, and reads the entity, units and definitions before its first order.
  orderMs: 1500,
};
