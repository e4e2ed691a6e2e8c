import { createContext, runInContext } from 'node:vm';
import { pdfOf } from '../pdf.ts';
import type { Body, Rec, Store } from './database.ts';
import { createOrder, linesOf } from './documents.ts';
import { Refusal } from './errors.ts';
import { recordType } from './metadata.ts';
import { suiteql } from './suiteql.ts';
import { settled } from './transactions.ts';

/** A deployed script: its source as it stands in the file cabinet. */
export type Restlets = Readonly<Record<string, { deploy: string; source: string }>>;
type Script = Partial<Record<'get' | 'post' | 'put' | 'delete', (params: unknown) => unknown>>;
type Dependencies = { store: Store; user: string; account: string };
/** An error of SuiteScript: its name is the code that the caller sees. */
class SuiteScriptError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}
const missing = (name: string) =>
  new SuiteScriptError('SSS_MISSING_REQD_ARGUMENT', `Missing a required argument: ${name}`);
const REF: Readonly<Record<string, string>> = {
  salesorder: 'salesOrder',
  invoice: 'invoice',
  customer: 'customer',
  returnauthorization: 'returnAuthorization',
  creditmemo: 'creditMemo',
};

/** The modules of SuiteScript that a RESTlet may ask for, over the double's own records. What is not here is not there. */
function modules({ store, user, account }: Dependencies): Readonly<Record<string, object>> {
  const load = (type: unknown, id: unknown): Rec => {
    const name = REF[String(type).toLowerCase()] ?? String(type);
    const found = recordType(name) ? store.find(name, Number(id)) : null;
    if (!found) throw new SuiteScriptError('RCRD_DSNT_EXIST', 'That record does not exist.');
    return found;
  };
  const value = (body: Body, field: string): unknown => {
    const name = Object.keys(body).find((each) => each.toLowerCase() === field.toLowerCase());
    const found = name === undefined ? undefined : body[name];
    return found !== null && typeof found === 'object' ? (found.id ?? '') : (found ?? '');
  };
  return {
    'N/render': {
      PrintMode: { PDF: 'PDF', HTML: 'HTML', DEFAULT: 'DEFAULT' },
      transaction(options: { entityId?: unknown; printMode?: string }) {
        if (options?.entityId === undefined) throw missing('entityId');
        if (typeof options.entityId !== 'number')
          throw new SuiteScriptError('SSS_INVALID_TYPE_ARG', 'You have entered an invalid type argument: entityId');
        const found = store.inGroup('transaction', options.entityId);
        if (!found) throw new SuiteScriptError('RCRD_DSNT_EXIST', 'That record does not exist.');
        const bytes = pdfOf(`${found.type} ${found.body.tranId}`);
        return {
          name: `${found.body.tranId}.pdf`,
          fileType: 'PDF',
          size: bytes.length,
          getContents: () => bytes.toString('base64'),
        };
      },
    },
    'N/record': {
      Type: {
        SALES_ORDER: 'salesorder',
        INVOICE: 'invoice',
        CUSTOMER: 'customer',
        CREDIT_MEMO: 'creditmemo',
        RETURN_AUTHORIZATION: 'returnauthorization',
      },
      load({ type, id }: { type: string; id: unknown }) {
        const rec = load(type, id);
        const lines = linesOf(rec.body);
        return {
          id: rec.id,
          type,
          getValue: (asked: string | { fieldId: string }) =>
            value(rec.body, typeof asked === 'string' ? asked : asked.fieldId),
          getLineCount: () => lines.length,
          getSublistValue: ({ fieldId, line }: { fieldId: string; line: number }) => value(lines[line] ?? {}, fieldId),
        };
      },
      create: (options: { type: string; isDynamic?: boolean; defaultValues?: Record<string, unknown> }) =>
        dynamicOrder(store, options),
    },
    'N/query': {
      runSuiteQL(asked: string | { query: string; params?: (string | number)[] }) {
        const { query, params = [] } = typeof asked === 'string' ? { query: asked } : asked;
        const { items } = suiteql(store, query, { limit: 5000, offset: 0, values: params });
        const rows = items.map(({ links: _, ...row }) => row);
        return { asMappedResults: () => rows, results: rows.map((row) => ({ values: Object.values(row) })) };
      },
    },
    'N/search': {
      lookupFields({ type, id, columns }: { type: string; id: unknown; columns: string | string[] }) {
        const { body } = load(type, id);
        return Object.fromEntries([columns].flat().map((column) => [column, value(body, column)]));
      },
    },
    'N/error': {
      create: ({ name, message }: { name: string; message: string }) => new SuiteScriptError(name, message),
    },
    'N/log': { debug() {}, audit() {}, error() {}, emergency() {} },
    'N/runtime': {
      accountId: account,
      version: '2026.1',
      envType: 'SANDBOX',
      getCurrentUser: () => ({ id: -5, name: user, role: 1001, roleId: 'customrole_backroom' }),
      getCurrentScript: () => ({ getRemainingUsage: () => 5000, getParameter: () => null }),
    },
  };
}
/** A sales order in dynamic mode: each value that is set has the form compute the rest. It can be asked, and is kept only by save(). */
function dynamicOrder(
  store: Store,
  { type, isDynamic, defaultValues }: { type: string; isDynamic?: boolean; defaultValues?: Record<string, unknown> },
): object {
  if (String(type).toLowerCase() !== 'salesorder')
    throw new SuiteScriptError('INVALID_RCRD_TYPE', `The record type [${type}] is invalid.`);
  const body: Body = {};
  const lines: Body[] = [];
  let line: Body = {};
  const REFS = new Set(['entity', 'currency', 'item', 'subsidiary', 'location', 'price', 'taxcode', 'terms']);
  const NAMES: Readonly<Record<string, string>> = {
    trandate: 'tranDate',
    otherrefnum: 'otherRefNum',
    orderstatus: 'orderStatus',
    shipdate: 'shipDate',
    discountrate: 'discountRate',
    shippingcost: 'shippingCost',
  };
  const put = (target: Body, fieldId: string, given: unknown) => {
    const name = NAMES[fieldId] ?? fieldId;
    const plain =
      given instanceof Date || Object.prototype.toString.call(given) === '[object Date]'
        ? (given as Date).toISOString().slice(0, 10)
        : given;
    target[name] = REFS.has(name)
      ? { id: String(plain) }
      : name === 'quantity' || name === 'rate' || name === 'amount'
        ? Number(plain)
        : plain;
  };
  for (const [name, given] of Object.entries(defaultValues ?? {})) put(body, name, given);
  const computed = (): Body => {
    try {
      return settled(store, { ...body, item: { items: [...lines, ...(line.item ? [line] : [])] } });
    } catch (error) {
      if (error instanceof Refusal)
        throw new SuiteScriptError(error.code, error.message.replace('Error while accessing a resource. ', ''));
      throw error;
    }
  };
  const shown = (found: Body | undefined, fieldId: string): unknown => {
    const given =
      found?.[
        NAMES[fieldId] ??
          (fieldId === 'taxrate1'
            ? 'taxRate1'
            : fieldId === 'taxtotal'
              ? 'taxTotal'
              : fieldId === 'tax1amt'
                ? 'tax1Amt'
                : fieldId)
      ];
    return given !== null && typeof given === 'object' ? given.id : (given ?? '');
  };
  const field = (asked: string | { fieldId: string }) => (typeof asked === 'string' ? asked : asked.fieldId);
  const needsDynamic = () => {
    if (isDynamic !== true)
      throw new SuiteScriptError(
        'SSS_INVALID_API_USAGE',
        'Invalid API usage. You must use this method in dynamic mode.',
      );
  };
  return {
    setValue: (asked: { fieldId: string; value: unknown }) => put(body, asked.fieldId, asked.value),
    getValue: (asked: string | { fieldId: string }) =>
      lines.length > 0 || line.item ? shown(computed(), field(asked)) : shown(body, field(asked)),
    selectNewLine: () => {
      needsDynamic();
      line = {};
    },
    setCurrentSublistValue: ({ fieldId, value }: { fieldId: string; value: unknown }) => put(line, fieldId, value),
    getCurrentSublistValue: ({ fieldId }: { fieldId: string }) => shown(linesOf(computed()).at(-1), fieldId),
    commitLine: () => {
      computed();
      lines.push(line);
      line = {};
    },
    cancelLine: () => {
      line = {};
    },
    getLineCount: () => lines.length,
    getSublistValue: ({ fieldId, line: nth }: { fieldId: string; line: number }) =>
      shown(linesOf(computed())[nth], fieldId),
    save: () => store.atomic(() => createOrder(store, { ...body, item: { items: lines } }, 'suitelet').id),
  };
}

export type Said = { status: number; body: unknown };
const refused = (status: number, code: string, message: string): Said => ({
  status,
  body: {
    error: { code, message: `{"type":"error.SuiteScriptError","name":"${code}","message":${JSON.stringify(message)}}` },
  },
});
/** Runs a script's function for this method, as the host of RESTlets does. */
export function runRestlet(
  restlets: Restlets,
  { query, method, body }: { query: URLSearchParams; method: string; body: string },
  dependencies: Dependencies,
): Said {
  const script = restlets[query.get('script') ?? ''];
  if (!script || script.deploy !== query.get('deploy'))
    return {
      status: 400,
      body: {
        error: {
          code: 'SSS_INVALID_SCRIPTLET_ID',
          message: 'That Suitelet is invalid, disabled, or no longer exists.',
        },
      },
    };
  const known = modules(dependencies);
  const found: { script: Script } = { script: {} };
  const define = (names: string[] | (() => Script), make?: (...args: unknown[]) => Script) => {
    const [wanted, factory] = typeof names === 'function' ? [[], names] : [names, make];
    const given = wanted.map((name) => {
      const one = known[name];
      if (!one) throw new SuiteScriptError('MODULE_DOES_NOT_EXIST', `Module does not exist: ${name}.js`);
      return one;
    });
    found.script = (factory as (...args: unknown[]) => Script)(...given);
  };
  try {
    // The host's limits are governance units; a time limit stands for them here.
    runInContext(script.source, createContext({ define }), { timeout: 1000 });
    const run = found.script[method.toLowerCase() as keyof Script];
    if (!run) return refused(405, 'METHOD_NOT_ALLOWED', `The script does not have the method ${method}.`);
    const params = Object.fromEntries([...query].filter(([name]) => name !== 'script' && name !== 'deploy'));
    return { status: 200, body: run(method === 'GET' || method === 'DELETE' ? params : JSON.parse(body || '{}')) };
  } catch (error) {
    const { name = 'UNEXPECTED_ERROR', message = '' } = error as Error;
    return refused(400, name === 'Error' || name === 'TypeError' ? 'UNEXPECTED_ERROR' : name, message);
  }
}
