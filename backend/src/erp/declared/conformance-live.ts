import { readFileSync } from 'node:fs';
import { examplesSchema } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { declared } from './index.ts';
import { type Shipped, shipped } from './shipped.ts';

/**
 * A real server. `DOLIBARR_URL` and so on say where it is; `…_EXAMPLES` is a JSON file with records that show the cases, and
 * `…_DOCUMENT` a description that was changed for its company, in place of the shipped one.
 */
const live = (name: string, document: Shipped, prefix: string, lacks: Readonly<Record<string, string>>): Subject => ({
  name: `${name} live, by description`,
  proof: 'live',
  async open() {
    const read = (variable: string) => process.env[`${prefix}_${variable}`] || null;
    const [url, secret] = [read('URL'), read('API_SECRET')];
    if (url === null || secret === null)
      return { unavailable: `${prefix}_URL and ${prefix}_API_SECRET name no server` };
    const [file, own] = [read('EXAMPLES'), read('DOCUMENT')];
    const text = own === null ? shipped(document) : readFileSync(own, 'utf8');
    const connect = (key: string, word: string) => (address: string) =>
      declared({ url: address, credentials: { key, secret: word }, settings: { document: text } });
    const key = read('API_KEY') ?? '';
    return {
      url,
      connect: connect(key, secret),
      wrong: connect(key, 'not-the-secret'),
      examples: examplesSchema.parse(file === null ? {} : JSON.parse(readFileSync(file, 'utf8'))),
      lacks,
      close: async () => {},
    };
  },
});
export const liveSubjects = (lacks: Readonly<Record<'dolibarr' | 'erpnext', Readonly<Record<string, string>>>>) => [
  live('Dolibarr', 'dolibarr', 'DOLIBARR', lacks.dolibarr),
  live('ERPNext', 'erpnext', 'ERPNEXT', lacks.erpnext),
];
