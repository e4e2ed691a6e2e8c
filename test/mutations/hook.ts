// Loaded before the adapter of a mutated run: puts one fault into one of its files.
import { registerHooks } from 'node:module';
import { faulty, folder } from './fault.ts';

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    return url.includes(folder) ? { ...loaded, source: faulty(url, String(loaded.source)) } : loaded;
  },
});
