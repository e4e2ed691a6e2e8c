import { type LoadWords, loadTranslator } from '@backroom/shared/messages/load';
import type { LoadFigures, LoadTest } from '../../load/views.ts';
import type { MonitoringView } from './view.ts';

export const BASE = '/desk/load';
/** The pages of load tests speak with words of their own, `l`, beside those of monitoring. */
export type LoadView = MonitoringView & { l: LoadWords };
export const loadView = (view: MonitoringView): LoadView => ({ ...view, l: loadTranslator(view.locale) });

export const isActive = ({ state }: LoadTest): boolean => state !== 'finished';
/** Orders that have left, however they ended. */
export const sentOf = ({ orders }: LoadFigures): number => Object.values(orders).reduce((sum, count) => sum + count, 0);
/** Orders that the ERP took. */
export const takenOf = ({ orders: { created, cancelled, stays } }: LoadFigures): number => created + cancelled + stays;

/** Orders that the ERP took in a minute of sending; null before one was sent. */
export function rateOf({ startedAt, sentAt }: LoadTest, figures: LoadFigures, now: number): number | null {
  const taken = takenOf(figures);
  if (!startedAt || taken === 0) return null;
  const ms = Math.max(1, (sentAt?.getTime() ?? now) - startedAt.getTime());
  return (taken * 60_000) / ms;
}
