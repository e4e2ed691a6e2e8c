import { sageAccounting } from '@backroom/backend/erp/sage-accounting/index';
import { firstRefreshToken } from '../stand-ins/sage-accounting/start.ts';
import { sageAccountingVariables } from '../support/sage-accounting.ts';
import type { Double } from './double.ts';
import { httpAnswer } from './proxy.ts';

const refusal = (words: string) => [
  { $severity: 'error', $dataCode: 'RecordInvalid', $message: words, $source: 'base' },
];

export const sageAccountingDouble: Double = {
  name: 'sage-accounting',
  adapter: sageAccounting,
  variablesFor: sageAccountingVariables,
  refreshToken: firstRefreshToken('failures'),
  // A quote is stored whole or not at all.
  orders: `select json_extract(json, '$.body.quote_number') as number, json_extract(json, '$.body.reference') as reference from records
     where kind = 'sales_quotes' and json_extract(json, '$.body.reference') like 'BR-%'`,
  number: 'quote_number',
  withoutLimit: "update records set json = json_remove(json, '$.body.credit_limit') where kind = 'contacts' and id = ?",
  isWrite: (request) => /^POST \S+\/sales_quotes HTTP/.test(request),
  says: {
    refused: (words) => httpAnswer('422 Unprocessable Entity', 'application/json', JSON.stringify(refusal(words))),
    noDatabase: httpAnswer('503 Service Unavailable', 'text/html', '<html>Service Unavailable</html>'),
  },
  renamed: 'total_amount',
  notes: true,
  // A process that has just begun signs in, and reads customers, products and services before its first order.
  orderMs: 1500,
};
