import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { businessCentral } from '@backroom/backend/erp/business-central/index';
import { connectionFrom } from '../../extension/playground/seed/connection.ts';
import { variablesFor } from '../stand-ins/business-central/start.ts';
import { freePorts } from '../support/ports.ts';
import type { Erp, ErpOptions } from './erps.ts';
import { fillCrm } from './fill.ts';
import { answers, part } from './processes.ts';
import { httpAnswer } from './proxy.ts';

const referenceIn = (text: string) => /BR-[A-Z2-7]{20}/.exec(text)?.[0] ?? null;
const fault = (status: string, code: string, message: string) =>
  httpAnswer(status, 'application/json', JSON.stringify({ error: { code, message } }));

/** The double that stands for Business Central, its own process; its orders are counted in its own file, also while it is dead. */
export async function businessCentralErp({ port, dir, movable }: ErpOptions): Promise<Erp> {
  const [adminPort = 0] = await freePorts(1);
  const own = `http://127.0.0.1:${port}`;
  const admin = `http://127.0.0.1:${adminPort}`;
  const file = join(dir, 'business-central', 'erp.sqlite');
  /** Numbers of orders that were copied, and of their copies: those keep the reference. */
  const copied = new Set<string>();
  const copies = new Set<string>();
  function rows(sql: string, ...values: string[]): Record<string, unknown>[] {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      return db.prepare(sql).all(...values);
    } finally {
      db.close();
    }
  }
  const orders = () =>
    rows(
      `select number, externalDocumentNumber as reference, exists (select 1 from salesOrderLines where _parent = o.id) as whole
       from salesOrders o where externalDocumentNumber like 'BR-%'`,
    )
      .map(({ number, reference, whole }) => ({
        number: String(number),
        reference: String(reference),
        whole: whole === 1,
      }))
      .filter(({ number }) => !copies.has(number));
  return {
    name: 'business-central',
    port,
    isWrite: (request) => /^POST \S+\/salesOrders HTTP/.test(request),
    referenceOf: referenceIn,
    async count() {
      const counts = new Map<string, number>();
      for (const { reference } of orders()) counts.set(reference, (counts.get(reference) ?? 0) + 1);
      return counts;
    },
    // A head without lines is half an order.
    drafts: async () => new Set(orders().flatMap(({ reference, whole }) => (whole ? [] : [reference]))),
    part: part({
      name: 'erp',
      args: [join('test', 'stand-ins', 'business-central', 'main.ts')],
      env: {
        BACKROOM_DATA: dir,
        BUSINESS_CENTRAL_PORT: String(port),
        BUSINESS_CENTRAL_ADMIN_PORT: String(adminPort),
      },
      logFile: join(dir, 'logs', 'erp.log'),
      ready: answers(`${admin}/stats`),
      movable,
    }),
    says: {
      refused: (words) => fault('400 Bad Request', 'Application_DialogException', words),
      noDatabase: fault('503 Service Unavailable', 'Internal_TenantUnavailable', 'The tenant is not accessible'),
    },
    renamed: 'number',
    notes: false,
    async copy() {
      for (const { number } of orders()) {
        if (copied.has(number)) continue;
        copied.add(number);
        const answer = await fetch(`${admin}/orders/${number}/copy`, { method: 'POST' });
        copies.add(String(((await answer.json()) as { number: unknown }).number));
      }
      return copied.size;
    },
    // A process that has just begun signs in, and reads company and currency before its first order.
    orderMs: 1000,
    env: (url) => ({ PLAYGROUND_ERP: 'business-central', ...variablesFor(url) }),
    deals(count, crmUrl) {
      const erp = businessCentral(connectionFrom('business-central', variablesFor(own)));
      return fillCrm(erp, { count, crmUrl, before: async (customers) => withoutLimits(file, customers) });
    },
    end: async () => {},
  };
}

/** Hundreds of orders are more than any credit limit: it is lifted. */
function withoutLimits(file: string, customers: readonly string[]): void {
  const db = new DatabaseSync(file);
  db.exec('pragma busy_timeout = 5000');
  for (const id of customers) db.prepare("update customers set creditLimit = '0' where id = ?").run(id);
  db.close();
}
