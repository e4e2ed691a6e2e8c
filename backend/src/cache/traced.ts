import { isTracing, span } from '../monitoring/spans.ts';
import type { Ask, FigureReader } from './figures.ts';

/** Figures whose reads are spans. Without a tracer they are the same object: nothing is added to a read. */
export function tracedFigures(figures: FigureReader): FigureReader {
  if (!isTracing()) return figures;
  return {
    ...figures,
    get: <Value>(ask: Ask<Value>) => {
      const attributes = {
        'backroom.account': ask.account,
        'backroom.figures': ask.keys.length,
        // Its name in front; the rest of a key has the ERP's ids.
        'backroom.kind': /^(?:@[^|]*\|)?(\w+)/.exec(ask.keys[0] ?? '')?.[1] ?? 'none',
      };
      return span('cache', { attributes }, () => figures.get(ask));
    },
  };
}
