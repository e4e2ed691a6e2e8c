import { currencySchema, type Decimal, dateSchema, dayIn, parseDecimal } from '@backroom/shared';
import type { CrmGap } from '../contract/index.ts';
import { isDayInUtc } from './unproved.ts';

/** Property values, which are all text. Whatever is there and cannot be understood becomes a gap: it is never passed over. */
type Text = string | null | undefined;
const filled = (text: Text): string | null => (text == null || text.trim() === '' ? null : text.trim());

export const currencyOf = (text: Text) => currencySchema.safeParse(filled(text) ?? '').data ?? null;
export const isTrue = (text: Text): boolean => filled(text)?.toLowerCase() === 'true';
export function numberOf(text: Text, what: string, lineId: string | null, gaps: CrmGap[]): Decimal | null {
  const written = filled(text);
  if (written === null) return null;
  const value = parseDecimal(written);
  if (value === null) gaps.push({ kind: 'unreadable', what: `${what}: ${written.slice(0, 60)}`, lineId });
  return value;
}

export function isZone(name: string): boolean {
  try {
    return name !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
/** The day that a property means. HubSpot shows a day and stores a moment of it, as ISO text or in milliseconds. */
export async function dayOf(text: Text, zone: () => Promise<string>, what: string, gaps: CrmGap[]) {
  const written = filled(text);
  if (written === null) return null;
  const plain = dateSchema.safeParse(written);
  if (plain.success) return plain.data;
  const moment = new Date(
    /^\d{9,15}$/.test(written) ? Number(written) : /^\d{4}-\d{2}-\d{2}T/.test(written) ? written : NaN,
  );
  if (Number.isNaN(moment.getTime())) {
    gaps.push({ kind: 'unreadable', what: `${what}: ${written.slice(0, 60)}`, lineId: null });
    return null;
  }
  const iso = moment.toISOString();
  return dateSchema.parse(isDayInUtc(iso) ? iso.slice(0, 10) : dayIn(await zone(), moment));
}
/** Anything else is no property, and must not become a part of an address. */
export const isProperty = (name: string): boolean => /^\w{1,100}$/.test(name);
