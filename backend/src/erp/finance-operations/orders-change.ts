import { compare, decimal } from '@backroom/shared';
import type { In, OrderInput } from '../contract/schemas.ts';
import type { StandingOrder } from '../contract/standing.ts';
import { checkOpen, orderAfter } from '../contract/standing-checks.ts';
import { afterWrite } from '../transport/after-write.ts';
import type { Write } from '../transport/odata/changeset.ts';
import { noon } from './facts.ts';
import { notFound, refused } from './faults.ts';
import { checkAddress, withField } from './order-refusals.ts';
import {
  addressOf,
  amountsOf,
  type ChargeItems,
  type Line,
  linesOf,
  newLine,
  poFieldOf,
  writeTogether,
} from './orders-write.ts';
import type { LineRow } from './rows.ts';
import type { Session } from './session.ts';
import { type Standing, standingOf } from './standing.ts';

type Input = In<'orders.change'>;
const one = decimal('1');

/** Refused where the record is another one by now. */
const unlessChanged = (row: { '@odata.etag'?: string | undefined }) =>
  row['@odata.etag'] === undefined ? {} : { etag: row['@odata.etag'] };

function headerChanges(session: Session, input: OrderInput, clear: NonNullable<Input['clear']>) {
  if (clear.includes('requested_date'))
    throw refused('requestedDate', 'Finance & Operations keeps a requested date: it can be changed, not removed.');
  return {
    ...(clear.includes('po_number') ? { [poFieldOf(session)]: '' } : {}),
    ...(input.poNumber ? { [poFieldOf(session)]: input.poNumber } : {}),
    ...(input.requestedDate ? { RequestedShippingDate: noon(input.requestedDate) } : {}),
    ...addressOf(input),
  };
}
/** The fields of a line that change. Each quantity takes its price along, or F&O would look for one. The header's day applies to every line. */
function lineChanges(row: LineRow, line: Line, day: string | null) {
  const isSame =
    compare(row.OrderedSalesQuantity, line.quantity) === 0 &&
    compare(row.SalesPrice, line.price) === 0 &&
    compare(row.SalesPriceQuantity, one) === 0;
  const wanted = line.day ?? day;
  return {
    ...(isSame ? {} : { ...amountsOf(line), SalesPriceQuantity: 1 }),
    ...(wanted !== null && wanted !== row.RequestedShippingDate ? { RequestedShippingDate: noon(wanted) } : {}),
  };
}

/** What leads from the order to the wanted one. Lines of the same item stay, with what a colleague wrote on them. */
function writesFor(session: Session, { sale }: Standing, input: OrderInput, wanted: readonly Line[], header: object) {
  const number = sale.header.SalesOrderNumber;
  const left = [...sale.lines];
  const pathOf = ({ InventoryLotId }: LineRow) => session.record(session.lines, { InventoryLotId });
  let last = left.reduce((most, { LineNumber }) => Math.max(most, Math.ceil(Number(LineNumber))), 0);
  const writes = wanted.flatMap((line): Write[] => {
    const index = left.findIndex(
      ({ ItemNumber, SalesUnitSymbol }) =>
        ItemNumber === line.item && (line.unit === null || SalesUnitSymbol === line.unit),
    );
    const [row] = index < 0 ? [] : left.splice(index, 1);
    if (!row) {
      last += 1;
      return [newLine(session, number, { ...line, number: last })];
    }
    const body = lineChanges(row, line, input.requestedDate);
    return Object.keys(body).length === 0 ? [] : [{ method: 'PATCH', path: pathOf(row), body, ...unlessChanged(row) }];
  });
  const gone = left.map((row): Write => ({ method: 'DELETE', path: pathOf(row), ...unlessChanged(row) }));
  const path = session.record('SalesOrderHeadersV2', { SalesOrderNumber: number });
  const head: Write[] =
    Object.keys(header).length === 0 ? [] : [{ method: 'PATCH', path, body: header, ...unlessChanged(sale.header) }];
  return [...head, ...writes, ...gone];
}

/** Header and lines in one change set, which is done or not done. */
export async function changeOrder(
  session: Session,
  { id, version, order: input, clear = [] }: Input,
  charges: ChargeItems,
  signal: AbortSignal,
): Promise<StandingOrder> {
  const before = await standingOf(session, id, signal);
  if (!before) throw notFound('id', `Finance & Operations has no order ${id}.`);
  checkOpen('change', before.order, version, 'Finance & Operations');
  const wanted = linesOf(input, charges);
  const header = headerChanges(session, input, clear);
  await checkAddress(session, input, signal);
  const writes = writesFor(session, before, input, wanted, header);
  if (writes.length > 0)
    await writeTogether(session, writes, signal).catch(async (error: unknown) => {
      throw await withField(session, input, error, signal);
    });
  return afterWrite(async () => orderAfter(await standingOf(session, id, signal), id));
}
