import type { ErpPorts } from './ports.ts';
import type { In, Operation, Out } from './schemas.ts';

/** How each call is made: cut off by `signal`, and counted by whoever passes `onCall` (logs, metrics, the bench). */
export type ErpCall = { signal: AbortSignal };

type Call<Op extends Operation> = (input: In<Op>, call: ErpCall) => Promise<Out<Op>>;

/**
 * What an ERP adapter is: a plain object. A capability that its ERP lacks is left out, and the engine asks before it calls.
 * Every method throws `ErpError` and nothing else. `describe` answers without asking the ERP.
 */
export type ErpAdapter = {
  describe: Call<'describe'>;
  health: Call<'health'>;
  customers?: {
    search: Call<'customers.search'>;
    get: Call<'customers.get'>;
    /** All of them, for scans of both sides; not for a page view. */
    list?: Call<'customers.list'>;
    addresses?: Call<'customers.addresses'>;
    create?: Call<'customers.create'>;
    findByReference?: Call<'customers.findByReference'>;
  };
  products?: { resolve: Call<'products.resolve'>; list?: Call<'products.list'> };
  stock?: { availability: Call<'stock.availability'> };
  pricing?: { quote: Call<'pricing.quote'> };
  orders?: {
    simulate?: Call<'orders.simulate'>;
    /** One step where the ERP has one: an order that comes back as `draft` still wants `confirm`. */
    create: Call<'orders.create'>;
    /** Takes a draft to `confirmed`. Repeatable: an order that is past it comes back as it stands. */
    confirm?: Call<'orders.confirm'>;
    findByReference: Call<'orders.findByReference'>;
    findByNumber: Call<'orders.findByNumber'>;
    /** With customer and products, for reconciliation: a batch is one or two calls. */
    find?: Call<'orders.find'>;
    status: Call<'orders.status'>;
    /** Newest first. */
    list: Call<'orders.list'>;
    /** All three, or the order cannot be changed from here: see `offers` of the description. */
    read?: Call<'orders.read'>;
    change?: Call<'orders.change'>;
    cancel?: Call<'orders.cancel'>;
  };
  /** Newest first. */
  invoices?: { list: Call<'invoices.list'>; pdf?: (input: { id: string }, call: ErpCall) => Promise<Uint8Array> };
  credit?: { position: Call<'credit.position'> };
  returns?: {
    list: Call<'returns.list'>;
    create?: Call<'returns.create'>;
    findByReference?: Call<'returns.findByReference'>;
    status: Call<'returns.status'>;
  };
  /** Fields of its own that an admin may map. */
  fields?: { list: Call<'fields.list'>; read: Call<'fields.read'>; write?: Call<'fields.write'> };
  changes?: { since: Call<'changes.since'> };
  /** Frees sockets and sessions. */
  close?: () => Promise<void>;
};

/** An adapter's factory and the options it needs; `backend/src/erp/registry.ts` lists them, one line each. */
export type ErpOptions = {
  url: string;
  credentials: Readonly<Record<string, string>>;
  settings: Readonly<Record<string, string>>;
};
/** Without `ports` an adapter has the process's own. */
export type ErpFactory = (options: ErpOptions, ports?: ErpPorts) => ErpAdapter;
