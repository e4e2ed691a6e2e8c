import type { AccountId } from '@backroom/shared';

/** `more` is the CRM's own: where its API lives, who the grant is from. */
export type StoredTokens = {
  accessToken: string;
  refreshToken: string;
  expiresAt: number;
  more?: Readonly<Record<string, string>> | undefined;
};
/** Where tokens live between processes; the store seals them. `withLock` lets one process refresh at a time. */
export type CrmTokenStore = {
  /** May be some two seconds old, as it is good enough to try with; `fresh`: as it stands now, for whoever renews it. */
  get(account: AccountId, fresh?: boolean): Promise<StoredTokens | null>;
  put(account: AccountId, tokens: StoredTokens): Promise<void>;
  disconnect(account: AccountId): Promise<void>;
  withLock<Result>(account: AccountId, work: () => Promise<Result>): Promise<Result>;
};

/** Takes one of so many calls for all processes together. 0: taken; else after how many milliseconds to ask again. */
export type Quota = (account: string, name: string, calls: number, windowMs: number) => Promise<number>;
