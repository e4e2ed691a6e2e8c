import type { CrmAdapter } from '../crm/contract/index.ts';
import { CrmError } from '../crm/contract/index.ts';
import { type ErpAdapter, ErpError } from '../erp/contract/index.ts';
import type { Slowly } from '../reconciliation/calls.ts';
import type { Setup } from '../store/setups.ts';
import type { ScanContext } from './context.ts';
import { exactKeys } from './keys.ts';
import { companyEntry, compared, customerEntry, type Entry } from './record.ts';
import { addKeys, addRecords, keepStep, type ScanRow, scanAccount } from './rows.ts';

/** A page of one side, with its exact keys: kept together with the cursor behind it. */
const keepPage = (
  ctx: ScanContext,
  scan: ScanRow,
  entries: readonly Entry[],
  change: Parameters<typeof keepStep>[3],
) => {
  const keys = entries.flatMap((entry) =>
    exactKeys(compared(entry)).map((key) => ({ ...key, side: entry.side, id: entry.id })),
  );
  return keepStep(ctx.db, ctx.clock, scan, change, async (trx) => {
    await addRecords(trx, scan, entries);
    await addKeys(trx, scan, keys);
  });
};

/** Every company of the CRM, then every customer of the ERP, from where the scan stands. */
export async function readCrm(ctx: ScanContext, first: ScanRow, crm: CrmAdapter, names: Setup['fields'], slow: Slowly) {
  const account = scanAccount(first);
  let scan = first;
  while (scan.phase === 'crm') {
    const { cursor } = scan;
    const page = await slow(async (signal) => {
      if (!crm.companies) throw new CrmError('refused', 'no list of companies');
      return crm.companies({ cursor }, { account, signal, names });
    });
    scan = await keepPage(ctx, scan, page.companies.map(companyEntry), {
      crm_read: scan.crm_read + page.companies.length,
      cursor: page.cursor,
      ...(page.cursor === null ? { phase: 'erp' } : {}),
    });
  }
  return scan;
}
export async function readErp(ctx: ScanContext, first: ScanRow, erp: ErpAdapter, slow: Slowly): Promise<ScanRow> {
  let scan = first;
  while (scan.phase === 'erp') {
    const { cursor } = scan;
    const page = await slow(async (signal) => {
      const list = erp.customers?.list;
      const { without } = await erp.describe({}, { signal });
      if (!list || without.includes('customers.list'))
        throw new ErpError('unsupported', 'no customers.list', { words: 'This ERP cannot list its customers.' });
      return list({ cursor }, { signal });
    });
    scan = await keepPage(ctx, scan, page.customers.map(customerEntry), {
      erp_read: scan.erp_read + page.customers.length,
      cursor: page.cursor,
      ...(page.cursor === null ? { phase: 'keys' } : {}),
    });
  }
  return scan;
}
