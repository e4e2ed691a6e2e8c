// Loaded before the adapter of a mutated run: puts one fault into one of its files, and stops where the text is not there once.
import { registerHooks } from 'node:module';
import { mutationsOf } from './erps.ts';

const { MUTATED = '', MUTATION } = process.env;
const { file = '', text = '', wrong = '' } = mutationsOf[MUTATED]?.[Number(MUTATION)] ?? {};
const end = `/backend/src/erp/${MUTATED}/${file}.ts`;
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith(end)) return loaded;
    const source = String(loaded.source);
    if (source.split(text).length !== 2) throw new Error(`"${text}" does not stand once in ${file}.ts`);
    return { ...loaded, source: source.replace(text, () => wrong) };
  },
});
