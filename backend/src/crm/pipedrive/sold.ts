import { dayIn, daysAfter, instantIn, parseDecimal } from '@backroom/shared';
import { z } from 'zod';
import { type CrmCall, CrmError, type SoldDeal, type SoldPage, type SoldQuestion } from '../contract/index.ts';
import type { PipedriveClient } from './client.ts';
import type { FieldReader } from './fields.ts';
import { type DealRow, dealSchema, type FieldRow } from './schemas.ts';
import { currencyOf, customText } from './values.ts';

/** The organisations of a page are then read by one question. */
const PAGE = 100;
const lists = { open: '/api/v2/deals', archived: '/api/v2/deals/archived' } as const;
const cursorSchema = z.string().regex(/^(open|archived):[\w+/=-]{0,500}$/);
const organizationSchema = z.object({ id: z.string(), name: z.string().nullish() });

/**
 * Deals that were changed since the period began, of which those count that were won in it or carry an order of ours: a deal that was won is changed by that.
 * Archived ones are a list of their own.
 */
export function soldReader(client: PipedriveClient, fields: FieldReader) {
  async function namesOf(rows: readonly DealRow[], call: CrmCall): Promise<Map<string, string>> {
    const ids = [...new Set(rows.flatMap(({ org_id }) => org_id ?? []))];
    if (ids.length === 0) return new Map();
    const found = await client.list(
      '/api/v2/organizations',
      { ids: ids.join(','), limit: String(PAGE) },
      organizationSchema,
      call,
    );
    return new Map(found.rows.map(({ id, name }) => [id, name ?? '']));
  }
  return async (asked: SoldQuestion, given: CrmCall): Promise<SoldPage> => {
    const call = { ...given, unhurried: true };
    const { from, to, timeZone } = asked;
    const parsed = asked.cursor === null ? 'open:' : cursorSchema.safeParse(asked.cursor).data;
    if (parsed === undefined) throw new CrmError('refused', 'not a cursor of ours');
    const [part = 'open', cursor = ''] = parsed.split(/:(.*)/s);
    const own = {
      number: await fields.of('deal', 'orderNumber', call),
      status: await fields.of('deal', 'orderStatus', call),
    };
    const [first, end] = [instantIn(timeZone, from), instantIn(timeZone, daysAfter(to, 1))];
    const query = {
      updated_since: first.toISOString().replace(/\.\d+Z$/, 'Z'),
      ...{ sort_by: 'id', sort_direction: 'asc', limit: String(PAGE) },
      ...(cursor === '' ? {} : { cursor }),
    };
    const { rows, next } = await client.list(lists[part as keyof typeof lists], query, dealSchema, call);
    const text = (row: DealRow, field: FieldRow | null) => (field ? customText(row, field.field_code) : null);
    const wonAt = (row: DealRow): Date | null => {
      const at = row.status === 'won' ? Date.parse(row.won_time ?? '') : Number.NaN;
      return Number.isNaN(at) || at < first.getTime() || at >= end.getTime() ? null : new Date(at);
    };
    const sold = rows.filter(
      (row) =>
        row.is_deleted !== true &&
        (wonAt(row) !== null || text(row, own.number) !== null || text(row, own.status) !== null),
    );
    const names = await namesOf(sold, call);
    const deals = sold.map((row): SoldDeal => {
      const name = row.org_id == null ? undefined : names.get(row.org_id);
      const at = wonAt(row) ?? (row.status === 'won' && row.won_time ? new Date(row.won_time) : null);
      return {
        id: row.id,
        name: row.title ?? '',
        company: name === undefined || row.org_id == null ? null : { id: row.org_id, name },
        amount: parseDecimal(row.value ?? ''),
        currency: currencyOf(row.currency),
        wonOn: at === null || Number.isNaN(at.getTime()) ? null : dayIn(timeZone, at),
        orderNumber: text(row, own.number),
        orderStatus: text(row, own.status),
      };
    });
    const following = next !== null ? `${part}:${next}` : part === 'open' ? 'archived:' : null;
    return { deals, cursor: following };
  };
}
