import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ErpFactory } from '@backroom/backend/erp/contract/adapter';
import { grantInMemory } from '@backroom/backend/erp/transport/oauth/rotating';
import { processPorts } from '@backroom/backend/erp/transport/ports';
import { fillingFrom } from '../../extension/playground/seed/connection.ts';
import { freePorts } from '../support/ports.ts';
import type { Erp, ErpName, ErpOptions } from './erps.ts';
import { fillCrm } from './fill.ts';
import { answers, part } from './processes.ts';

/** What tells the double of one ERP from that of another. */
export type Double = Pick<Erp, 'isWrite' | 'says' | 'renamed' | 'notes' | 'orderMs'> & {
  name: Extract<
    ErpName,
    | 'business-central'
    | 's4hana'
    | 'finance-operations'
    | 'netsuite'
    | 'sage-intacct'
    | 'sage-200'
    | 'sage-x3'
    | 'sage-accounting'
  >;
  adapter: ErpFactory;
  variablesFor: (url: string) => Record<string, string>;
  /** `number` and `reference` of each order of ours; `whole`: 0 for one that lacks a part. */
  orders: string;
  /** The field of an answer that numbers an order. */
  number: string;
  /** Lifts a customer's limit: hundreds of orders are more than any. */
  withoutLimit: string;
  /** The harness's own refresh token, where each can be used once. */
  refreshToken?: string;
  /** Where requests name the order otherwise than by our reference, which stands in the text. */
  followed?: () => Pick<Erp, 'referenceOf' | 'answered'>;
};
export const referenceIn = (text: string): string | null => /BR-[A-Z2-7]{20}/.exec(text)?.[0] ?? null;

/** A double in a process of its own; its orders are counted in its own file, also while it is dead. */
export async function doubleErp(double: Double, { port, dir, movable }: ErpOptions): Promise<Erp> {
  const [adminPort = 0] = await freePorts(1);
  const admin = `http://127.0.0.1:${adminPort}`;
  const { name, variablesFor } = double;
  const variable = name.toUpperCase().replaceAll('-', '_');
  const file = join(dir, name, 'erp.sqlite');
  /** Numbers of orders that were copied, and of their copies: those keep the reference. */
  const copied = new Set<string>();
  const copies = new Set<string>();
  function orders(): { number: string; reference: string; isWhole: boolean }[] {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      const rows = db.prepare(double.orders).all();
      return rows
        .map(({ number, reference, whole }) => ({
          number: String(number),
          reference: String(reference),
          isWhole: whole !== 0,
        }))
        .filter(({ number }) => !copies.has(number));
    } finally {
      db.close();
    }
  }
  function withoutLimits(customers: readonly string[]): void {
    const db = new DatabaseSync(file);
    db.exec('pragma busy_timeout = 5000');
    const lift = db.prepare(double.withoutLimit);
    for (const id of customers) lift.run(id);
    db.close();
  }
  const { isWrite, says, renamed, notes, orderMs } = double;
  return {
    ...{ name, port, isWrite, says, renamed, notes, orderMs },
    ...(double.followed?.() ?? { referenceOf: referenceIn }),
    async count() {
      const counts = new Map<string, number>();
      for (const { reference } of orders()) counts.set(reference, (counts.get(reference) ?? 0) + 1);
      return counts;
    },
    drafts: async () => new Set(orders().flatMap(({ reference, isWhole }) => (isWhole ? [] : [reference]))),
    part: part({
      name: 'erp',
      args: [join('test', 'stand-ins', name, 'main.ts')],
      env: {
        BACKROOM_DATA: dir,
        [`${variable}_PORT`]: String(port),
        [`${variable}_ADMIN_PORT`]: String(adminPort),
      },
      logFile: join(dir, 'logs', 'erp.log'),
      ready: answers(`${admin}/stats`),
      movable,
    }),
    async copy() {
      for (const { number } of orders()) {
        if (copied.has(number)) continue;
        copied.add(number);
        const answer = await fetch(`${admin}/orders/${number}/copy`, { method: 'POST' });
        copies.add(String(((await answer.json()) as Record<string, unknown>)[double.number]));
      }
      return copied.size;
    },
    env: (url) => ({ PLAYGROUND_ERP: name, ...variablesFor(url) }),
    deals(count, crmUrl) {
      const variables = variablesFor(`http://127.0.0.1:${port}`);
      const own = double.refreshToken ? { [`${variable}_FILLING_REFRESH_TOKEN`]: double.refreshToken } : {};
      // Each world has a double of its own, which knows nothing of what another one granted.
      const grant = grantInMemory();
      const erp = double.adapter(fillingFrom(name, { ...variables, ...own }), {
        ...processPorts,
        granted: () => grant,
      });
      return fillCrm(erp, { count, crmUrl, before: async (customers) => withoutLimits(customers) });
    },
    end: async () => {},
  };
}
