import type { RecordRef } from '@backroom/shared';
import { type TimelineKind, timelineKinds } from '../store/timeline-kinds.ts';
import type { Plain } from './fields.ts';

const ordered = new Set(['confirmed', 'partly_delivered', 'delivered', 'invoiced']);
const delivered = new Set(['delivered', 'invoiced']);
const text = (fields: Plain, name: keyof Plain): string => String(fields[name] ?? '');

/**
 * What happened between what stood on a record and what stands there now. What stood nowhere yet is no news: the first fill of an account tells of no old
 * orders. `isNew`: the order was made a moment ago.
 */
export function eventsBetween({ type }: RecordRef, before: Plain, after: Plain, isNew = false): TimelineKind[] {
  const was = (name: keyof Plain): string | null => (before[name] === undefined ? null : text(before, name));
  const happened = (name: keyof Plain, states: ReadonlySet<string>): boolean => {
    const old = was(name);
    return old !== null && !states.has(old) && states.has(text(after, name));
  };
  const becomes: Readonly<Record<TimelineKind, boolean>> = {
    order_confirmed:
      type === 'deal' &&
      ((isNew && was('orderStatus') === null && ordered.has(text(after, 'orderStatus'))) ||
        happened('orderStatus', ordered)),
    delivered: type === 'deal' && happened('orderStatus', delivered),
    overdue: type === 'company' && happened('creditAlert', new Set(['overdue'])),
    over_limit: type === 'company' && happened('creditAlert', new Set(['over_limit'])),
    return_credited: type === 'deal' && happened('returnStatus', new Set(['credited'])),
  };
  return timelineKinds.filter((kind) => becomes[kind]);
}
/** The same event again is the same entry: of an order once, of a customer once a day. */
export function keyOf(kind: TimelineKind, { type, id }: RecordRef, after: Plain, day: string): string {
  const of = kind === 'overdue' || kind === 'over_limit' ? day : text(after, 'orderNumber');
  return `${kind}|${type}|${id}|${of}`;
}
