import { financeOperations } from '@backroom/backend/erp/finance-operations/index';
import { variablesFor } from '../stand-ins/finance-operations/start.ts';
import { type Double, referenceIn } from './double.ts';
import { httpAnswer } from './proxy.ts';

const isHeader = (request: string) => /^POST \S+\/SalesOrderHeadersV2(\?\S*)? HTTP/.test(request);
/** Lines come as a change set, which names the order by its number. */
const isLines = (request: string) =>
  /^POST \S+\/\$batch HTTP/.test(request) && /\r\nPOST SalesOrderLinesV3/.test(request);
const numberIn = (text: string) => /"SalesOrderNumber":"([^"]+)"/.exec(text)?.[1];
const refusal = (words: string) => ({
  error: {
    code: '',
    message: 'An error has occurred.',
    innererror: {
      message: `Write failed for table row of type 'SalesOrderHeaderV2Entity'. Infolog: Error: ${words}.`,
      type: 'Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException',
      stacktrace: '',
    },
  },
});

export const financeOperationsDouble: Double = {
  name: 'finance-operations',
  adapter: financeOperations,
  variablesFor,
  // A header without lines is half an order.
  orders: `select SalesOrderNumber as number, CustomersOrderReference as reference,
      exists (select 1 from SalesOrderLinesV3 l where l.SalesOrderNumber = h.SalesOrderNumber) as whole
    from SalesOrderHeadersV2 h where CustomersOrderReference like 'BR-%'`,
  number: 'SalesOrderNumber',
  withoutLimit: "update CustomersV3 set CreditLimit = '0' where CustomerAccount = ?",
  isWrite: (request) => isHeader(request) || isLines(request),
  followed() {
    /** By order number, learned from the answers that made the headers. */
    const references = new Map<string, string>();
    return {
      referenceOf: (request) => referenceIn(request) ?? references.get(numberIn(request) ?? '') ?? null,
      answered(request, answer) {
        const [reference, number] = [isHeader(request) ? referenceIn(request) : null, numberIn(answer)];
        if (reference && number) references.set(number, reference);
      },
    };
  },
  says: {
    refused: (words) => httpAnswer('400 Bad Request', 'application/json', JSON.stringify(refusal(words))),
    noDatabase: httpAnswer('503 Service Unavailable', 'text/html', '<html>Service Unavailable</html>'),
  },
  renamed: 'SalesOrderNumber',
  notes: false,
  // A process that has just begun signs in, and an order is a header and its lines.
  orderMs: 1000,
};
