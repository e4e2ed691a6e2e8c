import { mutationsOf } from './erps.ts';

const { MUTATED: adapter = '', MUTATION } = process.env;
const { file = '', text = '', wrong = '' } = mutationsOf[adapter]?.[Number(MUTATION)] ?? {};
/** Folder of the adapter that has a fault in this process. */
export const folder = `backend/src/erp/${adapter}`;
/** The source of a file with the fault in it; unchanged where the fault is in another one. Throws where its text does not stand there once. */
export function faulty(url: string, source: string): string {
  if (!url.endsWith(`/${folder}/${file}.ts`)) return source;
  if (source.split(text).length !== 2) throw new Error(`"${text}" does not stand once in ${file}.ts`);
  return source.replace(text, () => wrong);
}
