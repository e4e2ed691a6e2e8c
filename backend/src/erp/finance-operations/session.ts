import { type Currency, currencySchema, type Decimal, dayIn, type Money } from '@backroom/shared';
import type { z } from 'zod';
import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { memory } from '../transport/memory.ts';
import { entraTokens } from '../transport/oauth/entra.ts';
import { listsTogether } from '../transport/odata/changeset.ts';
import { type ODataClient, odataClient } from '../transport/odata/client.ts';
import { all, oneOf, queryOf, text } from '../transport/odata/query.ts';
import { customServices } from './custom-service.ts';
import { ALL_COMPANIES, LINES, OR_MOST, REFERENCE_FIELD } from './facts.ts';
import { meaningOf } from './faults.ts';
import { fieldsOf } from './rows.ts';

/** Names of terms and warehouses change rarely. */
const REFERENCE_MS = 600_000;
/** A name of a field or an entity set of theirs, which becomes part of an address. */
const NAME = /^[A-Za-z_]\w{0,99}$/;

export type Session = {
  client: ODataClient;
  /** The company, as its keys spell it. */
  company: string;
  currency: Currency;
  timeZone: string;
  now: () => number;
  /** The header's field that carries our reference. */
  referenceField: string;
  lines: string;
  transactions: string | null;
  site: string | null;
  warehouse: string | null;
  customerGroup: string | null;
  /** Of return orders. Null: none is sent. */
  returnReason: string | null;
  /** The custom service that cancels an order. Null: none does. */
  cancelService: string | null;
  custom: ReturnType<typeof customServices>;
  language: string;
  money: (amount: Decimal, currency: Currency | null) => Money;
  remember: <Value>(key: string, load: () => Promise<Value>) => Promise<Value>;
  /** Every row of this company that meets a condition; a list that is cut is read to its end. */
  rows: <Row extends z.ZodObject>(
    row: Row,
    set: string,
    filter: string | null,
    signal: AbortSignal,
    more?: More,
  ) => Promise<z.output<Row>[]>;
  /** One list for each condition, all of them as one request. */
  lists: <Row extends z.ZodObject>(
    row: Row,
    set: string,
    filters: readonly string[],
    signal: AbortSignal,
  ) => Promise<z.output<Row>[][]>;
  /** The address of a list of this company, and several of them as one request, each read to its end or to as many rows as are wanted. */
  path: (row: z.ZodObject, set: string, filter: string | null, more?: More) => string;
  read: <Row extends z.ZodType>(
    row: Row,
    paths: readonly string[],
    signal: AbortSignal,
    most?: number,
  ) => Promise<z.output<Row>[][]>;
  /** One record's address within a set; key parts are written in full, also empty ones. */
  record: (set: string, key: Readonly<Record<string, string>>) => string;
};
type More = { orderby?: string; top?: number; select?: readonly string[]; expand?: string };

const nameIn = (value: string | undefined, otherwise: string): string => {
  const name = value?.trim() || otherwise;
  if (!NAME.test(name))
    throw new ErpError('refused', `no name of a field: ${name}`, {
      field: 'referenceField',
      words: `"${name}" is no name of a field.`,
    });
  return name;
};

export function sessionOf({ url, credentials, settings }: ErpOptions, ports: ErpPorts): Session {
  const origin = url.replace(/\/+$/, '').replace(/\/data$/, '');
  const tokens = entraTokens({ credentials, settings }, `${origin}/.default`, ports);
  const client = odataClient({ root: `${origin}/data`, tokens, meaningOf }, ports);
  const company = (settings.company ?? '').trim().toLowerCase();
  const currency = currencySchema.parse(settings.currency);
  const own = `dataAreaId eq ${text(company)}`;
  const pathOf = (row: z.ZodObject, set: string, filter: string | null, { select, ...more }: More = {}): string =>
    `${set}${queryOf({ filter: all(own, filter), select: select ?? fieldsOf(row), more: ALL_COMPANIES, ...more })}`;
  /** Lists in their order, several of them as one request; each is read to its end, or to as many rows as are wanted. */
  async function lists<Row extends z.ZodType>(
    row: Row,
    paths: readonly string[],
    signal: AbortSignal,
    most = Number.MAX_SAFE_INTEGER,
  ) {
    const [only] = paths;
    const firsts =
      paths.length === 1 && only !== undefined
        ? [await client.list(row, only, { signal })]
        : await listsTogether(client, row, paths, ports.now, signal);
    return Promise.all(
      firsts.map(async (first) => {
        const rows = [...first.rows];
        for (let { next } = first; next !== null && rows.length < most; ) {
          const page = await client.list(row, next, { signal });
          rows.push(...page.rows);
          next = page.next;
        }
        return rows.slice(0, most);
      }),
    );
  }
  return {
    client,
    company,
    currency,
    timeZone: settings.timeZone ?? 'UTC',
    now: ports.now,
    referenceField: nameIn(settings.referenceField, REFERENCE_FIELD),
    lines: nameIn(settings.linesEntity, LINES),
    transactions: settings.transactionsEntity ? nameIn(settings.transactionsEntity, '') : null,
    site: settings.site?.trim() || null,
    warehouse: settings.warehouse?.trim() || null,
    customerGroup: settings.customerGroup?.trim() || null,
    returnReason: settings.returnReason?.trim() || null,
    cancelService: settings.cancelService?.trim() || null,
    custom: customServices(origin, tokens, ports),
    language: settings.language?.trim() || 'en-US',
    money: (amount, given) => ({ amount, currency: given ?? currency }),
    remember: memory(REFERENCE_MS),
    rows: async (row, set, filter, signal, more = {}) => {
      const [only = []] = await lists(row, [pathOf(row, set, filter, more)], signal, more.top);
      return only;
    },
    lists: (row, set, filters, signal) =>
      lists(
        row,
        filters.map((filter) => pathOf(row, set, filter, {})),
        signal,
      ),
    path: pathOf,
    read: lists,
    record: (set, key) => {
      const parts = Object.entries({ dataAreaId: company, ...key }).map(
        ([name, value]) => `${name}=${encodeURIComponent(text(value))}`,
      );
      return `${set}(${parts.join(',')})?cross-company=true`;
    },
  };
}

/** A condition for each part of a list that is too long for one. */
export function conditions(field: string, values: readonly string[]): string[] {
  const parts: string[] = [];
  const unique = [...new Set(values)];
  for (let from = 0; from < unique.length; from += OR_MOST)
    parts.push(`(${oneOf(field, unique.slice(from, from + OR_MOST).map(text))})`);
  return parts;
}
/** Every row of the parts of a list, read at once. */
export async function rowsIn<Row extends z.ZodObject>(
  session: Session,
  row: Row,
  set: string,
  [field, values]: readonly [string, readonly string[]],
  signal: AbortSignal,
): Promise<z.output<Row>[]> {
  const filters = conditions(field, values);
  return filters.length === 0 ? [] : (await session.lists(row, set, filters, signal)).flat();
}
/** Today in the calendar of the company. */
export const dayOf = ({ timeZone, now }: Session): string => dayIn(timeZone, new Date(now()));
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
