import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { financeOperations } from '@backroom/backend/erp/finance-operations/index';
import { connectionFrom } from '../../extension/playground/seed/connection.ts';
import { variablesFor } from '../stand-ins/finance-operations/start.ts';
import { freePorts } from '../support/ports.ts';
import type { Erp, ErpOptions } from './erps.ts';
import { fillCrm } from './fill.ts';
import { answers, part } from './processes.ts';
import { httpAnswer } from './proxy.ts';

const referenceIn = (text: string) => /BR-[A-Z2-7]{20}/.exec(text)?.[0] ?? null;
const isHeader = (request: string) => /^POST \S+\/SalesOrderHeadersV2(\?\S*)? HTTP/.test(request);
/** Lines come as a change set, which names the order by its number. */
const isLines = (request: string) =>
  /^POST \S+\/\$batch HTTP/.test(request) && /\r\nPOST SalesOrderLinesV3/.test(request);
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

/** The double that stands for Finance and Operations, its own process; its orders are counted in its own file, also while it is dead. */
export async function financeOperationsErp({ port, dir, movable }: ErpOptions): Promise<Erp> {
  const [adminPort = 0] = await freePorts(1);
  const own = `http://127.0.0.1:${port}`;
  const admin = `http://127.0.0.1:${adminPort}`;
  const file = join(dir, 'finance-operations', 'erp.sqlite');
  /** Numbers of orders that were copied, and of their copies: those keep the reference. */
  const copied = new Set<string>();
  const copies = new Set<string>();
  /** References by order number, learned from the answers that made the headers. */
  const references = new Map<string, string>();
  function orders(): { number: string; reference: string; whole: boolean }[] {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      const sql = `select SalesOrderNumber as number, CustomersOrderReference as reference,
          exists (select 1 from SalesOrderLinesV3 l where l.SalesOrderNumber = h.SalesOrderNumber) as whole
        from SalesOrderHeadersV2 h where CustomersOrderReference like 'BR-%'`;
      return db
        .prepare(sql)
        .all()
        .map(({ number, reference, whole }) => ({
          number: String(number),
          reference: String(reference),
          whole: whole === 1,
        }))
        .filter(({ number }) => !copies.has(number));
    } finally {
      db.close();
    }
  }
  return {
    name: 'finance-operations',
    port,
    isWrite: (request) => isHeader(request) || isLines(request),
    referenceOf(request) {
      const number = /"SalesOrderNumber":"([^"]+)"/.exec(request)?.[1] ?? '';
      return referenceIn(request) ?? references.get(number) ?? null;
    },
    answered(request, answer) {
      const reference = isHeader(request) ? referenceIn(request) : null;
      const number = /"SalesOrderNumber":"([^"]+)"/.exec(answer)?.[1];
      if (reference && number) references.set(number, reference);
    },
    async count() {
      const counts = new Map<string, number>();
      for (const { reference } of orders()) counts.set(reference, (counts.get(reference) ?? 0) + 1);
      return counts;
    },
    // A header without lines is half an order.
    drafts: async () => new Set(orders().flatMap(({ reference, whole }) => (whole ? [] : [reference]))),
    part: part({
      name: 'erp',
      args: [join('test', 'stand-ins', 'finance-operations', 'main.ts')],
      env: {
        BACKROOM_DATA: dir,
        FINANCE_OPERATIONS_PORT: String(port),
        FINANCE_OPERATIONS_ADMIN_PORT: String(adminPort),
      },
      logFile: join(dir, 'logs', 'erp.log'),
      ready: answers(`${admin}/stats`),
      movable,
    }),
    says: {
      refused: (words) => httpAnswer('400 Bad Request', 'application/json', JSON.stringify(refusal(words))),
      noDatabase: httpAnswer('503 Service Unavailable', 'text/html', '<html>Service Unavailable</html>'),
    },
    renamed: 'SalesOrderNumber',
    notes: false,
    async copy() {
      for (const { number } of orders()) {
        if (copied.has(number)) continue;
        copied.add(number);
        const answer = await fetch(`${admin}/orders/${number}/copy`, { method: 'POST' });
        copies.add(String(((await answer.json()) as { SalesOrderNumber: unknown }).SalesOrderNumber));
      }
      return copied.size;
    },
    // A process that has just begun signs in, and an order is a header and its lines.
    orderMs: 1000,
    env: (url) => ({ PLAYGROUND_ERP: 'finance-operations', ...variablesFor(url) }),
    deals(count, crmUrl) {
      const erp = financeOperations(connectionFrom('finance-operations', variablesFor(own)));
      return fillCrm(erp, { count, crmUrl, before: async (customers) => withoutLimits(file, customers) });
    },
    end: async () => {},
  };
}

/** Hundreds of orders are more than any credit limit: it is lifted. */
function withoutLimits(file: string, customers: readonly string[]): void {
  const db = new DatabaseSync(file);
  db.exec('pragma busy_timeout = 5000');
  for (const id of customers) db.prepare("update CustomersV3 set CreditLimit = '0' where CustomerAccount = ?").run(id);
  db.close();
}
