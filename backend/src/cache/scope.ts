import { figurePrefix } from '../store/connections.ts';
import type { Ask, FigureReader } from './figures.ts';

/** Operations of a flow on cached figures. */
export type Figures = Pick<FigureReader, 'get' | 'invalidate'>;

/** Figures of one connection. The same customer number in two ERPs means two customers. */
export function figuresOf(figures: Figures, connection: string, since: number | null = null): Figures {
  const prefix = figurePrefix(connection);
  if (prefix === '' && since === null) return figures;
  const inside = (keys: readonly string[]) => keys.map((key) => prefix + key);
  return {
    get: <Value>(ask: Ask<Value>) =>
      figures.get({
        ...ask,
        since: ask.since === undefined ? since : ask.since,
        keys: inside(ask.keys),
        read: (keys) => ask.read(keys.map((key) => key.slice(prefix.length))),
      }),
    invalidate: (account, keys) => figures.invalidate(account, inside(keys)),
  };
}
