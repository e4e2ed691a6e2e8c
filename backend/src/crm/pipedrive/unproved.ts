/**
 * What Pipedrive does not document, or what only other integrators' code tells: each is decided here, once, and none was seen with a real account.
 * docs/pipedrive.md lists what follows from each. Where a guess would cost money, what is not known blocks instead.
 */
import { daysAfter } from '@backroom/shared';

/** Claims of the token of a panel. They come as numbers, and only HS256 signs them. */
export const claimNames = { user: 'userId', company: 'companyId' } as const;
/** Pipedrive says five minutes. A token that is good for longer than this was not made by Pipedrive. */
export const LONGEST_TOKEN_MS = 15 * 60_000;

/** Where the frame stands before Pipedrive knows the account's own address. */
export const sharedHosts: readonly string[] = ['https://app.pipedrive.com'];
/** Addresses of record pages. */
export const pagePath = { deal: 'deal', company: 'organization' } as const;
/** Who may see an organisation is told at the same path as for deals, which alone is in Pipedrive's file. */
export const permittedPath = { deal: 'deals', company: 'organizations' } as const;

/** A grant that nobody used for this long is gone; one that waits is used after half of it. */
export const UNUSED_DAYS = 60;
/** The day's budget begins anew at midnight of the server's zone. */
export const untilReset = (now: number): number => {
  const today = new Date(now).toISOString().slice(0, 10);
  return Math.max(Date.parse(`${daysAfter(today, 1)}T00:00:00Z`) - now, 15 * 60_000);
};

/** Money off a line is meant for the whole line, where the line's own sum does not say otherwise. */
export const amountIsOffTheLine = true;

/** An account whose plan has no discounts or instalments is refused with one of these, and then has none. */
export const isNotInThePlan = (status: number, code: string): boolean =>
  status === 415 || (status === 403 && code.startsWith('feature_'));

/** A write names a field that is gone, in the words of the check of its body. */
export const saysFieldIsGone = (code: string, words: string): boolean =>
  code === 'ERR_SCHEMA_VALIDATION_FAILED' || /is not allowed/.test(words);

/** Where a webhook says which records were merged. */
export const mergeNames = { into: 'merged_to_id', from: 'merged_from_id' } as const;

/** Pipedrive has no field for a VAT id: an account's own field of one of these names is one, unless an admin chose another. */
export const vatNames: ReadonlySet<string> = new Set(
  [
    'VAT number',
    'VAT ID',
    'VAT',
    'VAT no.',
    'USt-IdNr.',
    'USt-ID',
    'Umsatzsteuer-ID',
    'N° TVA',
    'NIF',
    'Btw-nummer',
  ].map((name) => name.toLowerCase()),
);
