import { sage200 } from '@backroom/backend/erp/sage-200/index';
import { firstRefreshToken } from '../stand-ins/sage-200/start.ts';
import { sage200Variables } from '../support/sage-200.ts';
import type { Double } from './double.ts';
import { httpAnswer } from './proxy.ts';

const reference = "json_extract(body, '$.spare_text_1')";
export const sage200Double: Double = {
  name: 'sage-200',
  adapter: sage200,
  variablesFor: sage200Variables,
  refreshToken: firstRefreshToken('failures'),
  // Behind our reference stands the mark of the request. A draft is half an order, and so is one without lines.
  orders: `select json_extract(body, '$.document_no') as number, substr(${reference}, 1, instr(${reference}, '/') - 1) as reference,
      json_extract(body, '$.document_status') <> 'EnumDocumentStatusDraft'
        and exists (select 1 from records l where l.object = 'sop_order_line' and json_extract(l.body, '$.sop_order_id') = o.key) as whole
    from records o where object = 'sop_order' and ${reference} like 'BR-%/%'`,
  number: 'number',
  withoutLimit:
    "update records set body = json_set(body, '$.credit_limit.amount', '0') where object = 'customer' and key = ?",
  isWrite: (request) => /^POST \S+\/sop_orders(\?\S*)? HTTP/.test(request),
  says: {
    refused: (words) => httpAnswer('400 Bad Request', 'application/json', JSON.stringify({ Message: words })),
    noDatabase: httpAnswer('503 Service Unavailable', 'text/html', '<html>Service Unavailable</html>'),
  },
  renamed: 'document_no',
  notes: true,
  // A process that has just begun signs in, and reads sites, currencies, units and warehouses before its first order.
  orderMs: 1500,
};
