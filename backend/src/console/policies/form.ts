import { currencySchema, type Decimal, isNegative, typedDecimal, writtenDecimal } from '@backroom/shared';
import type { Locale } from '@backroom/shared/messages/locale';
import { z } from 'zod';
import { type Adjustable, adjustable, safeLevel } from '../../flows/orders/policies.ts';
import { type Policies, policyLevels } from '../../store/connection-options.ts';

export const limitNames = ['discountPercent', 'orderAmount', 'creditOverrun'] as const;
export const adjustableCodes = Object.keys(adjustable) as Adjustable[];
const level = z.enum(policyLevels);
const email = z.email().max(200);
/** Undefined: no amount. */
function amountIn(text: string, locale: Locale): Decimal | undefined {
  const read = typedDecimal(text, locale);
  return read !== null && !isNegative(read) ? read : undefined;
}

/** What stands in the form: as it was typed, else as it is stored. */
export type Typed = Readonly<Record<string, string>>;
export function shownPolicies({ levels, limits, approval }: Policies, locale: Locale): Typed {
  const { discountPercent, orderAmount, creditOverrun } = limits;
  const written = (value: Decimal | undefined | null) => (value ? writtenDecimal(value, locale) : '');
  return {
    ...Object.fromEntries(adjustableCodes.map((code) => [`level-${code}`, levels[code] ?? ''])),
    discountPercent: written(discountPercent),
    orderAmount: written(orderAmount?.amount),
    creditOverrun: written(creditOverrun?.amount),
    currency: orderAmount?.currency ?? creditOverrun?.currency ?? '',
    role: approval.role,
    people: approval.people.join('\n'),
  };
}

/** The names of the fields that cannot be read; none: the policies. A level below what is safe is stored as the lowest safe one. */
export function readPolicies(typed: Typed, locale: Locale): { policies: Policies } | { wrong: string[] } {
  const text = (name: string) => typed[name]?.trim() ?? '';
  const numbers = limitNames.map((name) => ({ name, value: text(name) === '' ? null : amountIn(text(name), locale) }));
  const needsCurrency = text('orderAmount') !== '' || text('creditOverrun') !== '';
  const currency = currencySchema.safeParse(text('currency').toUpperCase());
  const people = [
    ...new Set(
      text('people')
        .split(/[\s,;]+/)
        .flatMap((each) => each.toLowerCase() || []),
    ),
  ];
  const wrong = [
    ...numbers.flatMap(({ name, value }) => (value === undefined ? [name] : [])),
    ...(needsCurrency && !currency.success ? ['currency'] : []),
    ...(people.every((each) => email.safeParse(each).success) ? [] : ['people']),
    ...(text('role').length > 60 ? ['role'] : []),
  ];
  if (wrong.length > 0) return { wrong };
  const [discountPercent = null, order = null, overrun = null] = numbers.map(({ value }) => value ?? null);
  const money = (value: typeof order) =>
    value && currency.success ? { amount: value, currency: currency.data } : null;
  const levels = adjustableCodes.flatMap((code) => {
    const chosen = level.safeParse(typed[`level-${code}`]);
    return chosen.success ? [[code, safeLevel(code, chosen.data)] as const] : [];
  });
  return {
    policies: {
      levels: Object.fromEntries(levels),
      limits: { discountPercent, orderAmount: money(order), creditOverrun: money(overrun) },
      approval: { role: text('role'), people },
    },
  };
}
