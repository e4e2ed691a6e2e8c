import { dateSchema } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../erp/contract/adapter.ts';
import { ErpError, type ErpErrorKind } from '../erp/contract/errors.ts';
import type { ErpManifest } from '../erp/contract/manifest.ts';
import type { ErpPorts } from '../erp/contract/ports.ts';
import { operations } from '../erp/contract/schemas.ts';
import { portsFor, type Sent } from '../erp/transport/ports.ts';
import type { Connection } from '../store/connections.ts';

/** Questions that an admin may put to an ERP, and what is entered for each. None of them writes. */
export const trialNames = {
  health: 'none',
  'customers.search': 'keys',
  'customers.get': 'customers',
  'customers.list': 'list',
  'products.resolve': 'codes',
  'products.list': 'list',
  'stock.availability': 'products',
  'pricing.quote': 'price',
  'orders.findByReference': 'references',
  'orders.findByNumber': 'numbers',
  'orders.list': 'customer',
  'invoices.list': 'customer',
  'credit.position': 'customer',
} as const;
export type TrialName = keyof typeof trialNames;
export const isTrial = (name: string): name is TrialName => Object.hasOwn(trialNames, name);
/** `sent`: without the host. `input`: what was typed is nothing that could be asked. `answer` as the contract has it, else the problem. */
export type Trial = {
  sent: readonly { method: string; path: string; status: number | null; ms: number }[];
  answer?: unknown;
  problem?: { kind: ErpErrorKind | 'input'; words: string | null; field: string | null };
};
const TRIAL_MS = 20_000;

function inputOf(name: TrialName, typed: string, { currency, today }: { currency: string; today: string }): unknown {
  const list = typed
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .slice(0, 20);
  const [first = '', second = '', third = '1'] = list;
  switch (trialNames[name]) {
    case 'none':
      return {};
    case 'list':
      return { cursor: null };
    case 'keys':
      return {
        queries: [
          { erpNumber: first },
          { vatId: first },
          ...(first.includes('@') ? [{ email: first }] : []),
          { name: first },
        ],
      };
    case 'customers':
      return { ids: list };
    case 'codes':
      return { codes: list };
    case 'products':
      return { productIds: list };
    case 'price':
      return { customerId: first, currency, date: today, lines: [{ productId: second, quantity: third }] };
    case 'references':
      return { references: list };
    case 'numbers':
      return { numbers: list };
    case 'customer':
      return { customerId: first };
  }
}
type Method = (input: unknown, call: { signal: AbortSignal }) => Promise<unknown>;
function methodOf(adapter: ErpAdapter, name: TrialName): Method | null {
  const [group = '', verb] = name.split('.');
  const found: unknown = Reflect.get(adapter, group);
  const method: unknown = verb === undefined || !found ? found : Reflect.get(found as object, verb);
  return typeof method === 'function' ? (method as Method) : null;
}
type Asked = (method: Method, input: unknown, call: { signal: AbortSignal }) => Promise<unknown>;
const once: Asked = (method, input, call) => method(input, call);
/** How a list goes on is seen at its second page. */
const twoPages: Asked = async (method, input, call) => {
  const first = await method(input, call);
  const { cursor } = z.object({ cursor: z.string().nullable() }).parse(first);
  return cursor === null ? [first] : [first, await method({ cursor }, call)];
};
/** Puts one question to the ERP of a connection. Every failure is part of the answer: it is what an author of a description wants to see. */
export async function tryOperation(
  manifest: ErpManifest,
  connection: Connection,
  name: TrialName,
  typed: string,
  { onSent, granted }: { onSent?: ((sent: Sent) => void) | undefined; granted?: ErpPorts['granted'] } = {},
): Promise<Trial> {
  const sent: Trial['sent'][number][] = [];
  const adapter = manifest.create(
    connection,
    portsFor(
      connection.settings,
      (each) => {
        const url = URL.parse(each.url);
        if (sent.length < 50)
          sent.push({
            method: each.method,
            path: url ? decodeURI(url.pathname + url.search) : '',
            status: each.status,
            ms: each.ms,
          });
        onSent?.(each);
      },
      granted,
    ),
  );
  const call = { signal: AbortSignal.timeout(TRIAL_MS) };
  const wrong = (words: string | null): Trial => ({ sent, problem: { kind: 'input', words, field: null } });
  try {
    const method = methodOf(adapter, name);
    if (!method) return { sent, problem: { kind: 'unsupported', words: name, field: null } };
    const { currency } = name === 'pricing.quote' ? await adapter.health({}, call) : { currency: 'EUR' };
    const today = dateSchema.parse(new Date().toISOString().slice(0, 10));
    const input = operations[name].in.safeParse(inputOf(name, typed, { currency, today }));
    if (!input.success) return wrong(input.error.issues[0]?.message ?? null);
    return { sent, answer: await (trialNames[name] === 'list' ? twoPages : once)(method, input.data, call) };
  } catch (error) {
    if (!(error instanceof ErpError)) throw error;
    return { sent, problem: { kind: error.kind, words: error.words, field: error.field } };
  } finally {
    await adapter.close?.().catch(() => {});
  }
}
/** Those that the ERP of a connection has. */
export async function trialsOf(manifest: ErpManifest, connection: Connection): Promise<TrialName[]> {
  const adapter = manifest.create(connection, portsFor(connection.settings));
  try {
    return (Object.keys(trialNames) as TrialName[]).filter((name) => methodOf(adapter, name) !== null);
  } finally {
    await adapter.close?.().catch(() => {});
  }
}
