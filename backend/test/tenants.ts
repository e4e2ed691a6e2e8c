import { accountTables } from '../src/store/accounts.ts';

/** Statements that are about all accounts on purpose, by a part of their text, with the reason. */
const acrossAccounts: readonly (readonly [part: string, reason: string])[] = [
  ['information_schema', 'a test looks at the schema'],
  ['not in (select "id" from "accounts")', 'rows of accounts that are gone are deleted'],
  ['insert into "accounts"', 'its id is the account'],
  ['select "id" from "accounts" where "state" =', 'accounts that were disconnected long ago are deleted'],
  ['"claim" is not null', 'the one process of an embedded database starts, and nobody else has claims'],
  ['"claim" in (', 'a process keeps the claims that it made itself, by their random ids'],
  [
    '"sale" = $1 and "account" <>',
    'another account on the same ERP may sell the same: asked on purpose, and nothing of it is shown',
  ],
];
const tables = [...accountTables, 'accounts'];
/** How a statement names the account: compared, joined, or written. */
const compared = /\baccount"?\s*(=|in\s*\()|"accounts" (.*)"id" (=|in)/is;
const written = /insert into "?\w+"?\s*\([^)]*\baccount\b/i;

/** Statements that touch an account's table without naming the account, so that they could show one company's rows to another. */
export function withoutAccount(statements: Iterable<string>): string[] {
  return [...statements].filter((text) => {
    const touched = tables.filter((table) => new RegExp(`\\b${table}\\b`).test(text));
    if (touched.length === 0 || /^\s*(create|alter|drop|listen|begin|commit|rollback)/i.test(text)) return false;
    if (acrossAccounts.some(([part]) => text.includes(part))) return false;
    return !compared.test(text) && !written.test(text);
  });
}
