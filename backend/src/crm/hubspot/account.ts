import { type Currency, currencySchema } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import type { CrmCall } from '../contract/index.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { accountSchema } from './schemas.ts';
import { isZone } from './values.ts';

export type AccountFacts = { currency: Currency | null; timeZone: string };
/** An admin changes these once in a company's life. */
const KEEP_MS = 3_600_000;

/** Currency and time zone of the account: what its records leave out. Asked only where a record needs it. */
export function accountReader(client: HubSpotClient) {
  const kept = new LRUCache<string, Promise<AccountFacts>>({ max: 5000, ttl: KEEP_MS });
  return (call: CrmCall): Promise<AccountFacts> => {
    const known = kept.get(call.account);
    if (known) return known;
    const asking = client
      .request('GET', `/account-info/${VERSION}/details`, undefined, accountSchema, call)
      .then(({ companyCurrency, timeZone }) => ({
        currency: currencySchema.safeParse(companyCurrency).data ?? null,
        timeZone: isZone(timeZone) ? timeZone : 'UTC',
      }));
    kept.set(call.account, asking);
    // A failure is not remembered.
    asking.catch(() => kept.delete(call.account));
    return asking;
  };
}
export type AccountReader = ReturnType<typeof accountReader>;
