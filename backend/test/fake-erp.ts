import { decimal, type ErpOrder, erpCustomerIdSchema, erpOrderSchema } from '@backroom/shared';
import type { ErpDescription } from '../src/erp/contract/description.ts';
import { type ErpAdapter, ErpError } from '../src/erp/contract/index.ts';
import type { OrderInput } from '../src/erp/contract/schemas.ts';

/**
 * What the next write comes to. `lose`: committed, but no answer; `cut`: not committed, and no answer; `late`: no answer, and committed only
 * when `commitLate` is called, as an ERP does whose caller is long gone.
 */
export type Mode = 'ok' | 'lose' | 'cut' | 'late' | 'refuse' | 'busy' | 'down' | 'drift';
const base: ErpDescription = {
  erp: 'fake',
  flows: ['orders', 'customers'],
  without: [],
  versions: ['1'],
  idempotency: 'lookup',
  maxCommitMs: 10_000,
  settleMs: 0,
  limits: { concurrency: 4, batch: 100 },
  auth: 'none',
};

/** An ERP in memory that takes whatever it is sent, twice if it is sent twice: nothing but the engine keeps it from doubles. */
type More = Partial<ErpDescription> & {
  drafts?: boolean;
  /** Characters that it keeps of a reference. */
  keeps?: number;
  /** What it makes of the price that it was sent. */
  reprices?: string;
  /** The day that its orders name. */
  promised?: string;
  /** The words of a refusal. */
  words?: string;
};
export function fakeErp(more: More = {}) {
  const {
    drafts = false,
    keeps = 100,
    promised = null,
    reprices,
    words = 'Closed on that day.',
    ...description
  } = more;
  const orders: ErpOrder[] = [];
  const customers: { reference: string; id: string }[] = [];
  const late: (() => void)[] = [];
  const calls: string[] = [];
  let mode: Mode = 'ok';
  let blocks: ErpOrder['blocks'];
  let once: Mode[] = [];
  let active = 0;
  let peak = 0;
  let gate: Promise<void> | null = null;

  const trouble = (what: Mode, write: boolean): ErpError | null => {
    if (what === 'down') return new ErpError('unreachable', 'down');
    if (what === 'busy') return new ErpError('busy', 'slow down', { retryAfterMs: 1000 });
    if (what === 'drift' && write) return new ErpError('uncertain', 'not JSON');
    if (what === 'refuse' && write) return new ErpError('refused', 'no', { field: 'requestedDate', words });
    return null;
  };
  async function call<Result>(name: string, write: boolean, commit: () => Result): Promise<Result> {
    calls.push(name);
    active += 1;
    peak = Math.max(peak, active);
    try {
      await gate;
      // A turn of the loop, so that calls overlap as real ones do.
      await new Promise((done) => setImmediate(done));
      const what = write ? (once.shift() ?? mode) : mode;
      const error = trouble(what, write);
      if (error) throw error;
      if (write && what === 'cut') throw new ErpError('uncertain', 'cut before');
      if (write && what === 'late') {
        late.push(() => void commit());
        throw new ErpError('uncertain', 'cut during');
      }
      const result = commit();
      if (write && what === 'lose') throw new ErpError('uncertain', 'cut after');
      return result;
    } finally {
      active -= 1;
    }
  }
  function add(input: OrderInput): ErpOrder {
    const order = erpOrderSchema.parse({
      id: `o${orders.length + 1}`,
      number: `SO-${orders.length + 1}`,
      reference: input.reference.slice(0, keeps),
      status: drafts ? 'draft' : 'confirmed',
      orderedOn: '2026-11-25',
      promisedOn: promised,
      total: { amount: '10', currency: input.currency },
      ...(blocks ? { blocks } : {}),
      lines: input.lines.map(({ quantity, unitPrice }) => ({
        code: 'A',
        name: 'A',
        quantity,
        delivered: decimal('0'),
        unitPrice: reprices ? { ...unitPrice, amount: decimal(reprices) } : unitPrice,
      })),
      deliveries: [],
    });
    orders.push(order);
    return order;
  }
  const adapter: ErpAdapter = {
    describe: async () => ({ ...base, ...description }),
    health: async () => {
      throw new ErpError('unsupported', 'not asked');
    },
    customers: {
      search: async () => ({ results: [] }),
      get: async () => ({ results: [] }),
      create: ({ reference, name, currency }) =>
        call('customers.create', true, () => {
          const id = `c${customers.length + 1}`;
          customers.push({ reference, id });
          return customerOf(id, name, currency);
        }),
      findByReference: ({ references }) =>
        call('customers.findByReference', false, () => ({
          results: references.map((wanted) => {
            const found = customers.find(({ reference }) => reference === wanted);
            return found ? customerOf(found.id, 'Known', null) : null;
          }),
        })),
    },
    orders: {
      create: (input) => call('orders.create', true, () => add(input)),
      ...(drafts
        ? {
            confirm: ({ id }) =>
              call('orders.confirm', true, () => {
                const order = orders.find((each) => each.id === id);
                if (!order) throw new ErpError('not_found', 'no such order');
                order.status = 'confirmed';
                return order;
              }),
            cancel: ({ id }) =>
              call('orders.cancel', true, () => {
                const order = orders.find((each) => each.id === id);
                if (!order) throw new ErpError('not_found', 'no such order');
                order.status = 'cancelled';
                return order;
              }),
          }
        : {}),
      findByReference: ({ references }) =>
        call('orders.findByReference', false, () => ({
          results: references.map((wanted) => orders.filter(({ reference }) => reference === wanted)),
        })),
      findByNumber: ({ numbers }) =>
        call('orders.findByNumber', false, () => ({
          results: numbers.map((wanted) => orders.find(({ number }) => number === wanted) ?? null),
        })),
      status: ({ ids }) =>
        call('orders.status', false, () => ({
          results: ids.map((wanted) => orders.find(({ id }) => id === wanted) ?? null),
        })),
      list: () => call('orders.list', false, () => ({ results: orders })),
    },
  };
  const customerOf = (id: string, name: string, currency: OrderInput['currency'] | null) => ({
    id: erpCustomerIdSchema.parse(id),
    number: `C-${id}`,
    name,
    city: null,
    country: null,
    vatId: null,
    currency,
    paymentTerms: null,
    blocked: false,
  });
  return {
    adapter,
    orders,
    customers,
    calls,
    add,
    peak: () => peak,
    /** Every call from now on. */
    set: (next: Mode) => {
      mode = next;
    },
    /** The next writes, one each; then as `set` says. */
    next: (...modes: Mode[]) => {
      once = modes;
    },
    /** What holds the orders that are made from now on. */
    holds: (next: NonNullable<ErpOrder['blocks']>) => {
      blocks = next;
    },
    /** Calls do not end before `open` is called. */
    hold(): () => void {
      let open = () => {};
      gate = new Promise((done) => {
        open = done;
      });
      return () => {
        gate = null;
        open();
      };
    },
    late: () => late.length,
    commitLate: () => {
      for (const commit of late.splice(0)) commit();
    },
    ofReference: (wanted: string) => orders.filter(({ reference }) => reference === wanted),
  };
}
export type FakeErp = ReturnType<typeof fakeErp>;
