import type { CachePolicy } from '../../cache/figures.ts';
import { LONGEST_STALE_MS } from '../../cache/figures.ts';
import type { ErpField, FieldRecord } from '../../erp/contract/fields.ts';
import { operations } from '../../erp/contract/schemas.ts';
import { type Context, explain, readSignal } from '../context.ts';

/** An admin of the ERP adds a field now and then; while the ERP is down, orders are made with the fields that it had. */
const policy: CachePolicy = { freshMs: 120_000, staleMs: LONGEST_STALE_MS };

/** The ERP's own fields, with the choices of those that are named. Null: this ERP lists none. */
export async function erpFields(
  ctx: Pick<Context, 'account' | 'erp' | 'services' | 'refresh'>,
  record: FieldRecord,
  names: readonly string[],
): Promise<readonly ErpField[] | null> {
  const list = ctx.erp.fields?.list;
  if (!list) return null;
  const options = [...new Set(names)].sort();
  const [figure] = await ctx.services.figures.get({
    account: ctx.account.id,
    keys: [`fields|${record}|${options.join()}`],
    policy,
    refresh: ctx.refresh.has('orders'),
    explain,
    parse: (value) => operations['fields.list'].out.shape.fields.parse(value),
    read: async () => [(await list({ record, options }, { signal: readSignal() })).fields],
  });
  return figure?.value ?? null;
}
