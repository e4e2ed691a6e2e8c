import { z } from 'zod';
import type { Change, Out } from '../contract/schemas.ts';
import { changesByTime } from '../transport/changes-by-time.ts';
import { CLASS } from './facts.ts';
import type { Session } from './session.ts';
import { blank } from './values.ts';
import { since } from './where.ts';

const CHANGED = 'UPDDATTIM';
const row = z.looseObject({ [CHANGED]: blank });
type Row = z.output<typeof row>;
const textIn = (changed: Row, field: string): string | null => blank.safeParse(changed[field]).data ?? null;
type Feed = {
  of: string;
  key: readonly string[];
  customer: string | null;
  told: readonly (readonly [kind: Change['kind'], id: string])[];
};

/** What a change of each makes stale, by the field that names it. Deletions are told by nothing. */
const feeds: readonly Feed[] = [
  {
    of: CLASS.order,
    key: ['SOHNUM'],
    customer: 'BPCORD',
    told: [
      ['order', 'SOHNUM'],
      ['credit', 'BPCORD'],
    ],
  },
  {
    of: CLASS.invoice,
    key: ['NUM'],
    customer: 'BPR',
    told: [
      ['invoice', 'NUM'],
      ['credit', 'BPR'],
    ],
  },
  {
    of: CLASS.due,
    key: ['TYP', 'NUM', 'DUDLIG'],
    customer: 'BPR',
    told: [
      ['invoice', 'NUM'],
      ['credit', 'BPR'],
    ],
  },
  {
    of: CLASS.customer,
    key: ['BPCNUM'],
    customer: 'BPCNUM',
    told: [
      ['customer', 'BPCNUM'],
      ['credit', 'BPCNUM'],
      ['price', 'BPCNUM'],
    ],
  },
  {
    of: CLASS.item,
    key: ['ITMREF'],
    customer: null,
    told: [
      ['product', 'ITMREF'],
      ['price', 'ITMREF'],
    ],
  },
  { of: CLASS.stock, key: ['ITMREF', 'STOFCY'], customer: null, told: [['stock', 'ITMREF']] },
];
const written = (instant: number): string => new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');

/** No cursor: from now on. */
export function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const lists = feeds.map(({ of, key, customer, told }) => ({
    name: of,
    async since(instant: number) {
      const rows = await session.rest.all(row, { of, where: since(CHANGED, written(instant)) }, signal);
      return rows.map((each) => ({
        key: key.map((field) => String(each[field] ?? '')).join(' '),
        time: Date.parse(each[CHANGED] ?? ''),
        customerId: customer === null ? null : textIn(each, customer),
        told: told.map(([kind, field]) => [kind, textIn(each, field)] as const),
      }));
    },
  }));
  return changesByTime(lists, cursor, () => session.now());
}
