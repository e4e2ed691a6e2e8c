/**
 * What Salesforce's documents leave open, decided in this one place until an org proves it. docs/salesforce.md lists it for people. Each choice is such
 * that a wrong one blocks or repeats, and orders nothing wrong.
 */
import type { Row } from './client.ts';
import type { Fields } from './describe.ts';
import { number, text } from './rows.ts';

/**
 * How much a quote counts by its state. These are the names that Salesforce comes with; an org can rename them and add its own, which then count
 * nothing: of such a quote it counts that the opportunity is kept in step with it.
 */
export const rankOfStatus: Readonly<Record<string, number>> = { Accepted: 8, Approved: 2, Presented: 1 };
export const SYNCED_RANK = 4;
export const promisesNothing: ReadonlySet<string> = new Set(['Rejected', 'Denied']);

/** The values of `QuoteLineItem.BillingFrequency` in Revenue Cloud are not listed: whatever does not say "one time" is billed again. */
export const isBilledAgain = (line: Row): boolean => !/^$|one.?time/i.test(text(line, 'BillingFrequency') ?? '');

/** An org without quotes has neither the object nor the opportunity's field that names the synced one; a hidden object leaves the field. */
export const quotesAreOn = (opportunity: Fields): boolean => opportunity.has('SyncedQuoteId');

/** With lines, the opportunity's amount is their sum, and nobody can type another. */
export const sumOfLines = (opportunity: Row) =>
  opportunity.HasOpportunityLineItem === true ? number(opportunity, 'Amount') : null;

/**
 * A lock, wherever it is said. A trigger or flow of the org that runs into one is refused under a code of its own, with the lock inside its words.
 */
export const saysLocked = (words: string): boolean =>
  /UNABLE_TO_LOCK_ROW|unable to obtain exclusive access/i.test(words);

/** Some resources answer 403 to a session that ended. */
export const saysSessionEnded = (words: string): boolean => /INVALID_SESSION_ID|Bad_OAuth_Token/.test(words);
