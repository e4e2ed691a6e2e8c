import type { AccountId } from '@backroom/shared';
import { z } from 'zod';

/** `more` is the CRM's own: where its API lives, who the grant is from. */
export const storedTokensSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAt: z.number(),
  more: z.record(z.string(), z.string()).readonly().optional(),
});
export type StoredTokens = z.infer<typeof storedTokensSchema>;
/** Where tokens live between processes; the store seals them. `withLock` lets one process refresh at a time. */
export type CrmTokenStore = {
  /** May be some two seconds old, as it is good enough to try with; `fresh`: as it stands now, for a renewal. */
  get(account: AccountId, fresh?: boolean): Promise<StoredTokens | null>;
  put(account: AccountId, tokens: StoredTokens): Promise<void>;
  disconnect(account: AccountId): Promise<void>;
  withLock<Result>(account: AccountId, work: () => Promise<Result>): Promise<Result>;
};

/** Takes one of so many calls for all processes together. 0: taken; else after how many milliseconds to ask again. */
export type Quota = (account: string, name: string, calls: number, windowMs: number) => Promise<number>;
