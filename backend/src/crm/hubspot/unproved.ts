/**
 * What HubSpot does not document, or what only other integrators' code tells: each is decided here, once, and none was seen with a real account.
 * docs/hubspot.md lists what follows from each. Where a guess would cost money, what is not known blocks instead.
 */
import type { HubSpotObject } from './schemas.ts';

/** Besides the counts of signers: how a quote of the older kind says that its buyer signed or paid. */
export const saysSigned = ({
  hs_esign_status,
  hs_manually_signed,
  hs_payment_status,
}: HubSpotObject['properties']): boolean =>
  hs_esign_status === 'SIGNED' || hs_manually_signed?.toLowerCase() === 'true' || hs_payment_status === 'PAID';

/** `hs_pricing_model` of a price that holds for any quantity, and of one by tiers. Another one blocks. */
export const flatModels: ReadonlySet<string> = new Set(['', 'flat', 'flat_rate', 'standard']);
export const tieredModels: ReadonlySet<string> = new Set(['volume', 'graduated', 'stairstep']);

/**
 * At which hour `hs_expiration_date` is stored. Midnight UTC, as of HubSpot's date properties, counts as the day in UTC; any other moment as the day in
 * the quote's or the account's time zone.
 */
const MIDNIGHT_UTC = /T00:00:00\.000Z$/;
export const isDayInUtc = (iso: string): boolean => MIDNIGHT_UTC.test(iso);

/** Actions of workflows are signed by version 2 by HubSpot's documents, by version 3 in newer pages: the header says which. */
export const signsV2 = (version: string | undefined): boolean => version?.toLowerCase() === 'v2';
/** How long a workflow waits for what became of a conversion: longer than an ERP or a spent daily limit holds one up. */
export const longestWait = 'P3D';
/** Without this right a workflow cannot be answered later, and goes on at once. */
export const answersLater = 'automation';
