import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { s4hana } from '@backroom/backend/erp/s4hana/index';
import { connectionFrom } from '../../extension/playground/seed/connection.ts';
import { variablesFor } from '../stand-ins/s4hana/start.ts';
import { freePorts } from '../support/ports.ts';
import type { Erp, ErpOptions } from './erps.ts';
import { fillCrm } from './fill.ts';
import { answers, part } from './processes.ts';
import { httpAnswer } from './proxy.ts';

const refusal = (words: string) => ({ error: { code: 'ZSD/001', message: { lang: 'en', value: words } } });

/** The double that stands for SAP S/4HANA, its own process; its orders are counted in its own file, also while it is dead. */
export async function s4hanaErp({ port, dir, movable }: ErpOptions): Promise<Erp> {
  const [adminPort = 0] = await freePorts(1);
  const own = `http://127.0.0.1:${port}`;
  const admin = `http://127.0.0.1:${adminPort}`;
  const file = join(dir, 's4hana', 'erp.sqlite');
  /** Numbers of orders that were copied, and of their copies: those keep the reference. */
  const copied = new Set<string>();
  const copies = new Set<string>();
  function orders(): { number: string; reference: string }[] {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      const sql =
        "select SalesOrder as number, PurchaseOrderByShipToParty as reference from A_SalesOrder where PurchaseOrderByShipToParty like 'BR-%'";
      return db
        .prepare(sql)
        .all()
        .map(({ number, reference }) => ({ number: String(number), reference: String(reference) }))
        .filter(({ number }) => !copies.has(number));
    } finally {
      db.close();
    }
  }
  return {
    name: 's4hana',
    port,
    isWrite: (request) => /^POST \S+\/A_SalesOrder(\?\S*)? HTTP/.test(request),
    referenceOf: (text) => /BR-[A-Z2-7]{20}/.exec(text)?.[0] ?? null,
    async count() {
      const counts = new Map<string, number>();
      for (const { reference } of orders()) counts.set(reference, (counts.get(reference) ?? 0) + 1);
      return counts;
    },
    // An order is stored whole or not at all.
    drafts: async () => new Set(),
    part: part({
      name: 'erp',
      args: [join('test', 'stand-ins', 's4hana', 'main.ts')],
      env: { BACKROOM_DATA: dir, S4HANA_PORT: String(port), S4HANA_ADMIN_PORT: String(adminPort) },
      logFile: join(dir, 'logs', 'erp.log'),
      ready: answers(`${admin}/stats`),
      movable,
    }),
    says: {
      refused: (words) => httpAnswer('400 Bad Request', 'application/json', JSON.stringify(refusal(words))),
      noDatabase: httpAnswer('503 Service Unavailable', 'text/html', '<html>Service Unavailable</html>'),
    },
    renamed: 'SalesOrder',
    notes: true,
    async copy() {
      for (const { number } of orders()) {
        if (copied.has(number)) continue;
        copied.add(number);
        const answer = await fetch(`${admin}/orders/${number}/copy`, { method: 'POST' });
        copies.add(String(((await answer.json()) as { SalesOrder: unknown }).SalesOrder));
      }
      return copied.size;
    },
    // A process that has just begun signs in, and fetches a CSRF token before its first order.
    orderMs: 1000,
    env: (url) => ({ PLAYGROUND_ERP: 's4hana', ...variablesFor(url) }),
    deals(count, crmUrl) {
      const erp = s4hana(connectionFrom('s4hana', variablesFor(own)));
      return fillCrm(erp, { count, crmUrl, before: async (customers) => withoutLimits(file, customers) });
    },
    end: async () => {},
  };
}

/** Hundreds of orders are more than any credit limit: it is lifted. */
function withoutLimits(file: string, customers: readonly string[]): void {
  const db = new DatabaseSync(file);
  db.exec('pragma busy_timeout = 5000');
  const lift = db.prepare(
    "update CreditManagementAccount set CreditLimitAmount = '99999999' where BusinessPartner = ?",
  );
  for (const id of customers) lift.run(id);
  db.close();
}
