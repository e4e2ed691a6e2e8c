import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { chargeRows, unitRows, valueTables } from '../../flows/mapping/used.ts';
import { ProblemError } from '../../problems/error.ts';
import type { Connection } from '../../store/connections.ts';
import type { Mapping } from '../../store/mapping.ts';
import type { DeskEnv } from '../session.ts';
import { formOf } from '../surface.ts';
import type { Typed } from './form.ts';
import type { MappingParts, MappingWorld } from './routes.ts';
import { dealsOf } from './sample.ts';
import { readRows, wrongRows } from './values.ts';
import { type ValuesInput, valuesPage } from './values-page.ts';
import { partPath } from './view.ts';

const CALL_MS = 8000;
const call = () => ({ signal: AbortSignal.timeout(CALL_MS) });
/** Tables of values that the form may have: one for each mapped field. */
const MOST_TABLES = 60;

/** What was typed, over what is stored: tables that the page did not show stay as they are. */
function readValues(typed: Typed, mapping: Mapping): Mapping {
  const values: Mapping['values'] = { ...mapping.values };
  for (let index = 0; index < MOST_TABLES; index += 1) {
    const key = typed[`table-${index}`];
    if (key === undefined) break;
    const read = readRows(typed, `values-${index}`);
    if (Object.keys(read).length > 0) values[key] = read;
    else delete values[key];
  }
  const units = typed['units-key-0'] === undefined ? mapping.units : readRows(typed, 'units');
  return { ...mapping, values, units, charges: readRows(typed, 'charges'), statuses: readRows(typed, 'statuses') };
}

const wrongValues = (typed: Typed) =>
  new Map(
    [...Array.from({ length: MOST_TABLES }, (_, index) => `values-${index}`), 'units', 'charges', 'statuses'].flatMap(
      (prefix) => wrongRows(typed, prefix),
    ),
  );

/** `/desk/mapping/values`: what values of the CRM are in the ERP. */
export function valueRoutes(parts: MappingParts, world: MappingWorld) {
  const { connections, erpFor, audit, now, show } = parts;
  const app = new Hono<DeskEnv>();

  /** Units that products of the ERP are sold in, as far as its first page of them tells; none where it does not answer. */
  async function erpUnits(account: Parameters<typeof erpFor>[0], connection: Connection): Promise<string[]> {
    try {
      const { products } = await erpFor(account, connection.id);
      const page = await products?.list?.({ cursor: null }, call());
      return [...new Set(page?.products.map(({ unit }) => unit).filter((unit) => unit !== '') ?? [])].sort();
    } catch {
      return [];
    }
  }
  /** Items of charges that the ERP does not sell; null: it does not answer. */
  async function unsold(account: Parameters<typeof erpFor>[0], connection: Connection, codes: readonly string[]) {
    if (codes.length === 0) return [];
    try {
      const { products } = await erpFor(account, connection.id);
      const results = (await products?.resolve({ codes: [...codes] }, call()))?.results ?? [];
      return codes.filter((_, index) => !results[index] || results[index].archived);
    } catch {
      return null;
    }
  }
  async function page(
    context: Context<DeskEnv>,
    wanted: string | undefined,
    { mapping: tried, ...more }: Partial<ValuesInput> = {},
    status: ContentfulStatusCode = 200,
  ) {
    const { account } = context.get('session');
    const { all, connection } = await world.chosen(context, wanted);
    if (!connection) return context.redirect('/desk/connections', 303);
    const mapping = tried ?? connection.options.mapping;
    const [known, deals, units] = await Promise.all([
      world.known(account, connection, mapping),
      dealsOf(world.sample, account, connection, { mapping }).catch(() => []),
      mapping.line.unit ? erpUnits(account, connection) : [],
    ]);
    const input: ValuesInput = {
      connections: all,
      connection,
      mapping,
      tables: valueTables(mapping, known, deals),
      isKnown: mapping.toErp.every(({ record }) => known.erp[record] !== null),
      units: unitRows(mapping, deals, units),
      erpUnits: units,
      charges: chargeRows(mapping, deals),
      deals: deals.length,
      done: context.req.query('done') === 'saved' && status === 200,
      ...more,
    };
    return show(context, valuesPage(await world.words(context), input), status);
  }
  app.get('/', (context) => page(context, context.req.query('connection')));
  app.post('/:id', async (context) => {
    const { account, actor } = context.get('session');
    const connection = await connections.current(account, context.req.param('id'));
    if (!connection) throw new ProblemError('not_found');
    const { version = '', ...typed } = await formOf(context);
    const mapping = readValues(typed, connection.options.mapping);
    const wrong = wrongValues(typed);
    if (wrong.size > 0) return page(context, connection.id, { mapping, wrong, typed }, 422);
    const codes = [...new Set(Object.values(mapping.charges))];
    const wrongItems = await unsold(account, connection, codes);
    if (wrongItems === null || wrongItems.length > 0)
      return page(context, connection.id, { mapping, wrongItems, typed }, 422);
    const options = { ...connection.options, mapping };
    const who = { version, by: actor, at: new Date(now()) };
    if ((await connections.change(account, connection.id, { options }, who)) === 'stale') {
      const changed = (await connections.current(account, connection.id))?.changed ?? null;
      return page(context, connection.id, { mapping, typed, refused: { conflict: changed } }, 409);
    }
    await audit.note(account, actor, 'settings_changed', `values of connection ${connection.id}`);
    return context.redirect(`${partPath('values', connection)}&done=saved`, 303);
  });
  return app;
}
