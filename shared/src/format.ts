import type { Decimal } from './decimal.ts';
import type { Money } from './money.ts';

export type Viewer = {
  /** BCP 47 tag as the CRM sends it: `en-gb`, `de`, `fr_FR`. */
  locale: string;
  /** IANA name, used for instants only. A date belongs to the company's calendar and does not depend on the zone. */
  timeZone: string;
};
/** Normalises `de_CH` and `de-ch` to `de-CH`. Unknown tags fall back to English. */
function tagOf(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
function zoneOf(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
/** `Intl` formats decimal strings exactly, but TypeScript's types accept numbers only. */
const exact = (amount: string) => amount as unknown as number;

/** ERPs count pieces as `pcs`: what one is called, and several where that is another word. Other units are shown as the ERP names them. */
const pieces: Readonly<Record<string, string>> = { fr: 'pce pces', de: 'Stk.', es: 'ud. uds.', nl: 'st.', it: 'pz.' };

/** Formats all figures and dates of a surface: in the viewer's language and time zone, and in the figure's own currency. */
export function createFormat(viewer: Viewer) {
  const tag = tagOf(viewer.locale);
  const timeZone = zoneOf(viewer.timeZone);
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const dayInZone = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' });
  // Italian and Spanish leave 1234 ungrouped by default, beside 50.000 in the same column.
  const useGrouping = 'always';
  const amounts = new Map<string, Intl.NumberFormat>();
  const amountOf = (currency: string) => {
    const known = amounts.get(currency) ?? new Intl.NumberFormat(tag, { style: 'currency', currency, useGrouping });
    amounts.set(currency, known);
    return known;
  };
  /** Unit prices keep more decimal places than their currency, because they are multiplied by quantities. */
  const PRICE_PLACES = 6;
  const prices = new Map<string, Intl.NumberFormat>();
  const priceOf = (currency: string, signDisplay: 'auto' | 'exceptZero') => {
    const key = `${currency} ${signDisplay}`;
    const known =
      prices.get(key) ??
      new Intl.NumberFormat(tag, {
        ...{ style: 'currency', currency, useGrouping, signDisplay },
        maximumFractionDigits: PRICE_PLACES,
      });
    prices.set(key, known);
    return known;
  };
  const plain = new Intl.NumberFormat(tag, { maximumFractionDigits: 6, useGrouping });
  const percentage = new Intl.NumberFormat(tag, { style: 'unit', unit: 'percent', maximumFractionDigits: 6 });
  return {
    tag,
    money: ({ amount, currency }: Money): string => amountOf(currency).format(exact(amount)),
    price: ({ amount, currency }: Money): string => priceOf(currency, 'auto').format(exact(amount)),
    /** A price difference with its sign, except zero. */
    signed: ({ amount, currency }: Money): string => priceOf(currency, 'exceptZero').format(exact(amount)),
    /** A number stays beside its unit: the blank between them does not break. */
    quantity(value: Decimal, unit?: string): string {
      const number = plain.format(exact(value));
      if (!unit) return number;
      const [one, several = one] = (pieces[tag.slice(0, 2)] ?? 'pc pcs').split(' ');
      return `${number}\u00a0${unit === 'pcs' ? (number === '1' ? one : several) : unit}`;
    },
    percent: (value: Decimal): string => percentage.format(exact(value)),
    /** A date of the company's calendar, such as `2026-11-24`. */
    date: (iso: string): string => day.format(new Date(`${iso}T00:00:00Z`)),
    /** Date and time in the viewer's zone. The date looks as it does in `date`, which `dateStyle: 'medium'` does not in every language. */
    instant: (iso: string): string => `${dayInZone.format(new Date(iso))}, ${time.format(new Date(iso))}`,
    /** Today's date (`2026-11-24`) in the viewer's zone; `now` in milliseconds. */
    today: (now: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now),
    /** Time since `iso`; `now` in milliseconds. Never in the future, even if the viewer's clock is behind. */
    ago(iso: string, now: number): string {
      const seconds = Math.max(0, Math.round((now - Date.parse(iso)) / 1000));
      if (seconds < 60) return relative.format(-seconds, 'second');
      if (seconds < 3600) return relative.format(-Math.round(seconds / 60), 'minute');
      if (seconds < 86_400) return relative.format(-Math.round(seconds / 3600), 'hour');
      return relative.format(-Math.round(seconds / 86_400), 'day');
    },
    until(iso: string, now: number): string {
      const seconds = Math.max(0, Math.round((Date.parse(iso) - now) / 1000));
      return seconds < 90 ? relative.format(seconds, 'second') : relative.format(Math.round(seconds / 60), 'minute');
    },
    list: (items: readonly string[]): string => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
  };
}
export type Format = ReturnType<typeof createFormat>;
