import { Hono } from 'hono';
import type { Crm } from '../contract/manifest.ts';

/** Several values in one variable, separated by commas, while one is being changed. */
export const listed = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

/** A CRM whose app this installation does not name: it has no accounts. */
export const unset = (): Crm => ({ adapter: null, proofs: [], door: new Hono(), tryGrant: async () => {} });
