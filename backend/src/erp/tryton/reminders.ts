import { z } from 'zod';
import type { Call, TrytonClient } from './client.ts';
import type { Installation } from './installation.ts';

const dunningRow = z.object({ party: z.number(), 'level.': z.object({ rec_name: z.string() }) });

/**
 * Customers for whom an open reminder refuses new orders, with that reminder's level: Tryton's own condition when it confirms. It asks only
 * for customers that have a credit limit at all. Empty where reminders or credit limits are not in use.
 */
export async function blockedCustomers(
  client: TrytonClient,
  there: Installation,
  parties: readonly number[],
  call: Call,
): Promise<ReadonlyMap<number, string>> {
  const inUse = there.hasModule('account_dunning') && there.hasModule('account_credit_limit');
  if (parties.length === 0 || !inUse) return new Map();
  const rows = await client.search(
    'account.dunning',
    {
      domain: [
        ['party', 'in', parties],
        ['level.credit_limit', '=', true],
        ['blocked', '!=', true],
        ['company', '=', there.company.id],
      ],
      fields: ['party', 'level.rec_name'],
      row: dunningRow,
    },
    call,
  );
  if (rows.length === 0) return new Map();
  const limitRow = z.object({ id: z.number(), credit_limit_amount: z.unknown() });
  const limited = await client.search(
    'party.party',
    { domain: [['id', 'in', rows.map(({ party }) => party)]], fields: ['credit_limit_amount'], row: limitRow },
    call,
  );
  const withLimit = new Set(limited.filter((row) => row.credit_limit_amount !== null).map(({ id }) => id));
  return new Map(rows.filter(({ party }) => withLimit.has(party)).map((row) => [row.party, row['level.'].rec_name]));
}
