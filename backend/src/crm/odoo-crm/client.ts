import type { AccountId } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { ErpFetch, ErpPorts } from '../../erp/contract/ports.ts';
import { fit } from '../../erp/transport/json.ts';
import { connect, type OdooCall, type Transport } from '../../erp/transport/odoo/transport.ts';
import { type OnSent, reporting } from '../contract/calls.ts';
import { type CrmCall, CrmError } from '../contract/index.ts';
import { toCrmError } from './errors.ts';
import type { OdooPlaces, Place } from './places.ts';

/** After which the version is asked again: Odoo may have been upgraded meanwhile. */
const KEEP_MS = 600_000;
const CONNECT_MS = 6000;
export type Asking = Omit<OdooCall, 'signal'>;
export type Row = { id: number } & Record<string, unknown>;
const rowsSchema = z.array(z.looseObject({ id: z.number().int() }));
/** `found` is cut at `limit`: a list that may be longer is asked for with one more. */
export type Search = {
  model: string;
  domain: readonly unknown[];
  fields: readonly string[];
  order?: string;
  limit?: number;
};

/** Odoo's own page in the place of an answer is none; what asks for the version is answered by a page from older servers. */
function onlyJson(fetch: ErpFetch): ErpFetch {
  return async (url, init) => {
    const answer = await fetch(url, init);
    const isJson = /\bjson\b/i.test(answer.headers.get('content-type') ?? '');
    if (answer.status === 200 && !isJson && new URL(url).pathname !== '/json/version')
      throw new CrmError('drift', 'Odoo: the answer is not JSON');
    return answer;
  };
}

/** The API of an account's database: JSON-2 from 19 on, JSON-RPC below. A call is never repeated. */
export function odooClient(options: {
  places: Pick<OdooPlaces, 'get' | 'disconnect'>;
  fetch: ErpFetch;
  now: () => number;
  onSent?: OnSent | undefined;
}) {
  const { places, now, onSent } = options;
  const opened = new LRUCache<string, Promise<Transport>>({ max: 2000, ttl: KEEP_MS });
  function portsOf(account: AccountId): ErpPorts {
    const fetch: ErpFetch = (url, init) => {
      const about = { method: init?.method ?? 'GET', url: new URL(url).pathname };
      return reporting(onSent, account, about, () => onlyJson(options.fetch)(url, init));
    };
    return { fetch, now };
  }
  /** The connection to a place, also to one that is no account yet. */
  function transportTo(account: AccountId, place: Place): Promise<Transport> {
    const { url, database, login, key } = place;
    const name = JSON.stringify([account, url, database, login, key]);
    const known = opened.get(name);
    if (known) return known;
    const made = connect({ url, database, login, key }, AbortSignal.timeout(CONNECT_MS), portsOf(account));
    opened.set(name, made);
    made.catch(() => opened.delete(name));
    return made;
  }
  async function askAt<Schema extends z.ZodType>(
    place: Place,
    schema: Schema,
    asking: Asking,
    call: CrmCall,
  ): Promise<z.output<Schema>> {
    try {
      const transport = await transportTo(call.account, place);
      const answer = await transport.send({ ...asking, signal: call.signal });
      return fit(schema, answer, `${asking.model}.${asking.method}`);
    } catch (error) {
      throw toCrmError(error);
    }
  }
  async function ask<Schema extends z.ZodType>(schema: Schema, asking: Asking, call: CrmCall) {
    const place = await places.get(call.account);
    try {
      return await askAt(place, schema, asking, call);
    } catch (error) {
      // Nobody tells us of an uninstall: this is how it is noticed.
      if (error instanceof CrmError && error.kind === 'unauthorised') await places.disconnect(call.account);
      throw error;
    }
  }
  return {
    ask,
    askAt,
    /** Records that the key's user sees, archived ones too. */
    search({ model, domain, fields, order, limit }: Search, call: CrmCall): Promise<Row[]> {
      const args = { domain, fields, ...(order ? { order } : {}), ...(limit ? { limit } : {}) };
      return ask(rowsSchema, { model, method: 'search_read', args, context: { active_test: false } }, call);
    },
  };
}
export type OdooClient = ReturnType<typeof odooClient>;
