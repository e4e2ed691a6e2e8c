import { daysAfter, instantIn } from '@backroom/shared';
import { dayOf } from '../../erp/transport/odoo/values.ts';
import { type CrmCall, CrmError, type SoldDeal, type SoldPage, type SoldQuestion } from '../contract/index.ts';
import type { OdooClient, Row } from './client.ts';
import type { Describer } from './describe.ts';
import { models, names } from './names.ts';
import { currency, link, number, present, text } from './rows.ts';
import { wonField } from './unproved.ts';

const PAGE = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const fields = ['name', 'partner_id', 'company_currency', 'expected_revenue', 'date_closed', 'stage_id'];
const stampOf = (instant: Date): string => instant.toISOString().slice(0, 19).replace('T', ' ');

/** Won opportunities of the period, and those that carry a mark of ours and were changed since it began; in one walk by their ids. */
export function soldReader(client: OdooClient, describe: Describer) {
  return async ({ from, to, timeZone, cursor }: SoldQuestion, call: CrmCall): Promise<SoldPage> => {
    if (![from, to].every((each) => DAY.test(each)) || (cursor !== null && !/^\d{1,10}$/.test(cursor)))
      throw new CrmError('refused', 'not a question of ours');
    const columns = await describe.columns(models.deal, call);
    const [begin, end] = [instantIn(timeZone, from), instantIn(timeZone, daysAfter(to, 1))].map(stampOf);
    const won = [
      [wonField, '=', true],
      ['date_closed', '>=', begin],
      ['date_closed', '<', end],
    ];
    const marks = present(columns, [names.orderNumber, names.orderStatus]);
    const marked = [
      '&',
      ['write_date', '>=', begin],
      ...(marks.length === 2 ? ['|'] : []),
      ...marks.map((name) => [name, '!=', false]),
    ];
    const domain = [
      ['id', '>', Number(cursor ?? 0)],
      ['type', '=', 'opportunity'],
      ...(marks.length > 0 ? ['|'] : []),
      ...['&', '&', ...won],
      ...(marks.length > 0 ? marked : []),
    ];
    const wanted = present(columns, [...fields, names.orderNumber, names.orderStatus]);
    const rows = await client.search({ model: models.deal, domain, fields: wanted, order: 'id', limit: PAGE }, call);
    const stages = await wonStages(rows, call);
    const deals = rows.map((row) => soldOf(row, stages, timeZone));
    return { deals, cursor: rows.length < PAGE ? null : String(rows.at(-1)?.id) };
  };
  async function wonStages(rows: readonly Row[], call: CrmCall): Promise<ReadonlySet<number>> {
    const ids = [...new Set(rows.flatMap((row) => link(row, 'stage_id')?.id ?? []))];
    if (ids.length === 0) return new Set();
    const domain = [
      ['id', 'in', ids],
      ['is_won', '=', true],
    ];
    const found = await client.search({ model: 'crm.stage', domain, fields: ['is_won'], order: 'id' }, call);
    return new Set(found.map(({ id }) => id));
  }
}
function soldOf(row: Row, stages: ReadonlySet<number>, timeZone: string): SoldDeal {
  const [partner, closed] = [link(row, 'partner_id'), text(row, 'date_closed')];
  const won = stages.has(link(row, 'stage_id')?.id ?? 0);
  return {
    id: String(row.id),
    name: text(row, 'name') ?? '',
    company: partner && { id: String(partner.id), name: partner.name },
    amount: number(row, 'expected_revenue'),
    currency: currency(row, 'company_currency'),
    wonOn: won && closed ? dayOf(closed, timeZone) : null,
    orderNumber: text(row, names.orderNumber),
    orderStatus: text(row, names.orderStatus),
  };
}
