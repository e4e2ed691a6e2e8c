import { takes } from '../faults.ts';
import { createCustomer } from './customers.ts';
import { etagOf, type Row, type Store } from './database.ts';
import { badQuery, changed, duplicate, FoError, NoResource, notEditable } from './errors.ts';
import type { Faults } from './faults.ts';
import { type EntitySet, sets } from './metadata.ts';
import { changeLine, createLine, removeLine } from './order-lines.ts';
import { changeOrder, createOrder, removeOrder } from './orders.ts';
import { hiddenIn, optionsOf, pageOf, type Reading, shown } from './read.ts';
import { createReturn, createReturnLine, removeReturn } from './returns.ts';
import type { App } from './tokens.ts';
import { written } from './values.ts';

/** One request, of its own or within a batch. `path` is below `/data/`. */
export type Asked = {
  method: string;
  path: string;
  query: string;
  headers: Readonly<Record<string, string>>;
  body: string;
};
export type Answered = { status: number; headers: Record<string, string>; body: unknown };
export type Context = { store: Store; faults: Faults; app: App; root: string };

type Maker = {
  create?: (context: Context, row: Row) => Row;
  change?: (context: Context, found: Row, changes: Row) => void;
  remove?: (context: Context, found: Row) => void;
  /** Computed by the server: shown and never taken. */
  readOnly?: readonly string[];
};
const line: Maker = {
  create: createLine,
  change: changeLine,
  remove: removeLine,
  readOnly: ['SalesOrderLineStatus', 'LineCreationSequenceNumber'],
};
const makers: Readonly<Record<string, Maker>> = {
  CustomersV3: {
    create: createCustomer,
    change: (context, found, changes) => context.store.update('CustomersV3', keysOf('CustomersV3', found), changes),
  },
  SalesOrderHeadersV2: {
    create: createOrder,
    change: changeOrder,
    remove: removeOrder,
    readOnly: [
      'SalesOrderStatus',
      'SalesOrderProcessingStatus',
      'AreTotalsCalculated',
      'OrderTotalAmount',
      'OrderTotalTaxAmount',
      'OrderTotalDiscountAmount',
      'OrderTotalChargesAmount',
      'OrderCreationDateTime',
    ],
  },
  SalesOrderLinesV3: line,
  SalesOrderLines: line,
  ReturnOrderHeadersV2: {
    create: createReturn,
    remove: removeReturn,
    readOnly: [
      'ReturnStatus',
      'ReturnOrderStatus',
      'OrderTotalAmount',
      'OrderTotalTaxAmount',
      'OrderTotalChargesAmount',
    ],
  },
  ReturnOrderLinesV2: {
    create: createReturnLine,
    readOnly: ['ReturnStatus', 'LineCreationSequenceNumber', 'ReturnedSalesQuantity', 'ReturnClosedDate'],
  },
};
const keysOf = (name: string, row: Row): Row =>
  Object.fromEntries((sets.get(name)?.keys ?? []).map((key) => [key, row[key] ?? '']));

const json = (status: number, body: unknown, compatible: boolean, more: Record<string, string> = {}): Answered => ({
  status,
  headers: {
    'content-type': `application/json; odata.metadata=minimal${compatible ? '; IEEE754Compatible=true' : ''}`,
    'odata-version': '4.0',
    ...more,
  },
  body,
});
const empty: Answered = { status: 204, headers: { 'odata-version': '4.0' }, body: '' };

/** `dataAreaId='dat',SalesOrderNumber='DAT-000001'`: every part of the key, blanks included. */
function keyOf(text: string, set: EntitySet): Row {
  const parts = [...text.matchAll(/(\w+)=(?:'((?:[^']|'')*)'|(\d+)|([\d:TZ-]+))(?:,|$)/g)];
  const key: Row = {};
  for (const [, name = '', quoted, number, date] of parts)
    key[name] = quoted?.replaceAll("''", "'") ?? (number === undefined ? (date ?? '') : Number(number));
  const missing = set.keys.some((name) => !(name in key)) || Object.keys(key).length !== set.keys.length;
  if (missing) throw badQuery(`The key of ${set.name} has the parts ${set.keys.join(', ')}.`);
  return key;
}

/** Answers as Finance and Operations does; an `FoError` is a refusal. Nothing here waits, so each request is one step. */
export function answer(context: Context, asked: Asked): Answered {
  const { store, faults, app, root } = context;
  const compatible = /IEEE754Compatible=true/i.test(asked.headers.accept ?? '');
  const [, name = '', key, rest] = /^(\w+)(?:\(([\s\S]*)\))?(?:\/(.*))?$/.exec(decodeURIComponent(asked.path)) ?? [];
  const set = sets.get(name);
  // Names are case sensitive, and an unknown one is not even a question.
  if (!set || faults.withoutSets.includes(name)) throw new NoResource();
  if (app.denied.includes(name))
    throw new FoError(403, 'Microsoft.Dynamics.Ax.Xpp.ErrorException', `Access denied: ${set.type}Entity.`);
  const options = optionsOf(asked.query);
  const reading: Reading = { store, faults, company: app.company, compatible };
  const context4 = `${root}$metadata#${set.name}`;
  if (rest === '$count' && asked.method === 'GET')
    return {
      status: 200,
      headers: { 'content-type': 'text/plain' },
      body: String(pageOf(reading, set, { ...options, top: null, skip: 0 }).total),
    };
  if (rest !== undefined && rest !== '') throw new NoResource();
  if (key === undefined) {
    if (asked.method === 'GET') return list();
    if (asked.method === 'POST') return made();
    throw new FoError(
      405,
      'Microsoft.OData.ODataException',
      `The requested resource does not support http method '${asked.method}'.`,
    );
  }
  const found = one();
  if (asked.method === 'GET')
    return json(200, { '@odata.context': `${context4}/$entity`, ...shown(reading, set, found, options) }, compatible);
  const tag = asked.headers['if-match'];
  if (takes(faults, 'changed') || (tag !== undefined && tag !== '*' && tag !== etagOf(found))) throw changed();
  const maker = makers[set.name];
  if (asked.method === 'PATCH' && maker?.change) {
    const changes = taken(maker);
    store.atomic(() => maker.change?.(context, found, changes));
    return empty;
  }
  if (asked.method === 'DELETE' && maker?.remove) {
    store.atomic(() => maker.remove?.(context, found));
    return empty;
  }
  throw new FoError(
    405,
    'Microsoft.OData.ODataException',
    `The requested resource does not support http method '${asked.method}'.`,
  );

  function list(): Answered {
    const { rows, total, next } = pageOf(reading, set as EntitySet, options);
    const kept = asked.query.split('&').filter((pair) => pair !== '' && !/^(\$|%24)skiptoken=/i.test(pair));
    const body = {
      '@odata.context': context4,
      ...(options.count ? { '@odata.count': total } : {}),
      value: rows.map((row) => shown(reading, set as EntitySet, row, options)),
      ...(next === null
        ? {}
        : { '@odata.nextLink': `${root}${asked.path}?${[...kept, `$skiptoken=${next}`].join('&')}` }),
    };
    return json(200, body, compatible);
  }
  function one(): Row {
    const row = store.get(name, keyOf(key ?? '', set as EntitySet));
    const own = !set?.fields.has('dataAreaId') || options.crossCompany;
    if (!row || (!own && String(row.dataAreaId).toLowerCase() !== app.company)) throw new NoResource();
    return row;
  }
  function taken(maker: Maker): Row {
    const row = written(asked.body, asked.headers['content-type'] ?? '', set as EntitySet, hiddenIn(faults));
    const fixed = (maker.readOnly ?? []).find((field) => field in row);
    if (fixed) throw notEditable(set?.type ?? '', fixed);
    return row;
  }
  function made(): Answered {
    const maker = makers[name];
    if (!maker?.create)
      throw new FoError(
        405,
        'Microsoft.OData.ODataException',
        "The requested resource does not support http method 'POST'.",
      );
    const row = taken(maker);
    if (takes(faults, 'changed')) throw changed();
    const given = set?.fields.has('dataAreaId')
      ? { ...row, dataAreaId: String(row.dataAreaId ?? app.company).toLowerCase() }
      : row;
    const created = store.atomic(() => {
      try {
        return maker.create?.(context, given) ?? {};
      } catch (error) {
        if (error instanceof Error && /UNIQUE constraint/.test(error.message)) throw duplicate(set?.type ?? '');
        throw error;
      }
    });
    const stored = store.get(name, keysOf(name, created)) ?? created;
    return json(
      201,
      { '@odata.context': `${context4}/$entity`, ...shown(reading, set as EntitySet, stored, options) },
      compatible,
    );
  }
}

export function safely(work: () => Answered): Answered {
  try {
    return work();
  } catch (error) {
    if (error instanceof NoResource) {
      const message = 'No HTTP resource was found that matches the request URI.';
      return { status: 404, headers: { 'content-type': 'application/json' }, body: { error: { code: '', message } } };
    }
    if (!(error instanceof FoError)) throw error;
    return {
      status: error.status,
      headers: { 'content-type': 'application/json; odata.metadata=minimal', ...error.headers },
      body: error.body,
    };
  }
}
