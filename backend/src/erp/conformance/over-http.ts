import { readFileSync } from 'node:fs';
import { bridge } from '../bridge/index.ts';
import { type ExamplesInput, examplesSchema } from './examples.ts';
import type { Subject } from './subject.ts';

type Options = {
  url: string;
  key: string;
  /** A JSON file of examples, see `examples.ts`. */
  examplesFile: string | null;
  /** What can be said on the command line alone. */
  products: readonly string[];
  customer: string | null;
  write: boolean;
};

/** Any server that claims the bridge contract. What it has is asked from itself; its records are named by the caller. */
export function bridgeAt(options: Options): Subject {
  return {
    name: options.url,
    async open() {
      const fromFile: ExamplesInput = options.examplesFile
        ? examplesSchema.parse(JSON.parse(readFileSync(options.examplesFile, 'utf8')))
        : {};
      const examples: ExamplesInput = {
        ...fromFile,
        ...(options.products.length > 0 ? { products: [...options.products] } : {}),
        ...(options.customer ? { customer: options.customer } : {}),
        ...(options.write ? { write: true } : {}),
      };
      const ask = bridge({ url: options.url, credentials: { key: options.key }, settings: {} });
      const description = await ask.describe({}, { signal: AbortSignal.timeout(10_000) });
      const settings = { description: JSON.stringify(description) };
      const connect = (key: string) => (url: string) => bridge({ url, credentials: { key }, settings });
      return {
        url: options.url,
        connect: connect(options.key),
        ...(description.auth === 'none' ? {} : { wrong: connect(`${options.key}-wrong`) }),
        ...(description.auth === 'none'
          ? { lacks: { 'rights: a wrong credential is unauthorised': 'this server asks for no credential' } }
          : {}),
        examples,
        close: async () => {},
      };
    },
  };
}
