import { readFileSync } from 'node:fs';
import { bridge } from '../bridge/index.ts';
import { declared } from '../declared/index.ts';
import { documentOf, faultText } from '../declared/parse.ts';
import { type ExamplesInput, examplesSchema } from './examples.ts';
import type { Subject } from './subject.ts';

type Named = {
  url: string;
  key: string;
  /** A JSON file of examples, see `examples.ts`. */
  examplesFile: string | null;
  /** What can be said on the command line alone. */
  products: readonly string[];
  customer: string | null;
  write: boolean;
};

/** Records that the caller names, in a file and on the command line. */
function examplesOf({ examplesFile, products, customer, write }: Named): ExamplesInput {
  const fromFile: ExamplesInput = examplesFile
    ? examplesSchema.parse(JSON.parse(readFileSync(examplesFile, 'utf8')))
    : {};
  return {
    ...fromFile,
    ...(products.length > 0 ? { products: [...products] } : {}),
    ...(customer ? { customer } : {}),
    ...(write ? { write: true } : {}),
  };
}

/** Any server that claims the bridge contract. What it has is asked from itself; its records are named by the caller. */
export function bridgeAt(options: Named): Subject {
  return {
    name: options.url,
    async open() {
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
        examples: examplesOf(options),
        close: async () => {},
      };
    },
  };
}

/** Any ERP of which there is a description: `descriptionFile`, YAML or JSON. */
export function describedAt(options: Named & { descriptionFile: string; secret: string }): Subject {
  const { url, key, secret } = options;
  return {
    name: `${options.descriptionFile} at ${url}`,
    async open() {
      const text = readFileSync(options.descriptionFile, 'utf8');
      const read = documentOf(text);
      if ('faults' in read) throw new Error(read.faults.map(faultText).join('\n'));
      const connect = (credentials: { key: string; secret: string }) => (address: string) =>
        declared({ url: address, credentials, settings: { document: text } });
      const isOpen = read.document.auth.kind === 'none';
      return {
        url,
        connect: connect({ key, secret }),
        ...(isOpen ? {} : { wrong: connect({ key: 'not-the-key', secret: 'not-the-secret' }) }),
        ...(isOpen
          ? { lacks: { 'rights: a wrong credential is unauthorised': 'its description names no credential' } }
          : {}),
        examples: examplesOf(options),
        close: async () => {},
      };
    },
  };
}
