import type { RecordRef } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import {
  type CrmCall,
  CrmError,
  ownName,
  type WriteBack,
  type WriteBackField,
  type Written,
} from '../contract/index.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { missingScopes } from './errors.ts';
import { nameOf } from './fields.ts';
import type { HubSpotTokens } from './tokens.ts';
import { toProperties, writeScopes } from './write-back.ts';

/** HubSpot's limit of one batch. */
export const WRITE_BATCH = 100;
/** An admin adds or removes a property once in a while. */
const KEEP_MS = 600_000;
/** Where one that an admin chose was missing, it may have been made meanwhile. */
const LOOK_AGAIN_MS = 55_000;
const answerSchema = z.object({ results: z.array(z.object({ id: z.coerce.string() })).default([]) });
const propertiesSchema = z.object({ results: z.array(z.object({ name: z.string() })) });
type Entry = { ref: RecordRef; fields: WriteBack };
const types = { deal: 'deals', company: 'companies' } as const;

export function manyWriter(
  client: HubSpotClient,
  tokens: HubSpotTokens,
  one: (ref: RecordRef, fields: WriteBack, call: CrmCall) => Promise<void>,
) {
  const kept = new LRUCache<string, { at: number; names: Promise<ReadonlySet<string>> }>({ max: 2000 });
  function known(type: string, call: CrmCall, keepMs = KEEP_MS): Promise<ReadonlySet<string>> {
    const key = `${call.account}|${type}`;
    const found = kept.get(key);
    if (found && performance.now() - found.at < keepMs) return found.names;
    const asking = client
      .request('GET', `/crm/properties/${VERSION}/${type}`, undefined, propertiesSchema, call)
      .then(({ results }) => new Set(results.map(({ name }) => name)));
    kept.set(key, { at: performance.now(), names: asking });
    asking.catch(() => kept.delete(key));
    return asking;
  }
  const single = ({ ref, fields }: Entry, call: CrmCall): Promise<CrmError | null> =>
    one(ref, fields, call).then(
      () => null,
      (error: unknown) => {
        if (error instanceof CrmError) return error;
        throw error;
      },
    );
  /** A batch that HubSpot refuses as a whole is halved until the record that it refuses stands alone. */
  async function send(type: string, entries: readonly Entry[], call: CrmCall): Promise<(CrmError | null)[]> {
    const [first] = entries;
    if (!first) return [];
    if (entries.length === 1) return [await single(first, call)];
    const inputs = entries.map(({ ref, fields }) => ({ id: ref.id, properties: toProperties(fields) }));
    let written: ReadonlySet<string>;
    try {
      const path = `/crm/objects/${VERSION}/${type}/batch/update`;
      const { results } = await client.request('POST', path, { inputs }, answerSchema, call);
      written = new Set(results.map(({ id }) => id));
    } catch (error) {
      if (!(error instanceof CrmError && (error.kind === 'refused' || error.kind === 'not_found'))) throw error;
      const half = Math.ceil(entries.length / 2);
      return [...(await send(type, entries.slice(0, half), call)), ...(await send(type, entries.slice(half), call))];
    }
    const out: (CrmError | null)[] = [];
    // What the answer leaves out is gone, or was merged: HubSpot then takes it under the old id, and one by one.
    for (const entry of entries) out.push(written.has(entry.ref.id) ? null : await single(entry, call));
    return out;
  }
  /** The fields that the account has a property for; the others by name. */
  async function usable({ ref, fields }: Entry, call: CrmCall) {
    const missingIn = (there: ReadonlySet<string>) =>
      (Object.keys(fields) as WriteBackField[]).filter((name) => !there.has(nameOf(name)));
    let missing = missingIn(await known(types[ref.type], call));
    if (missing.some((name) => ownName(name) !== null))
      missing = missingIn(await known(types[ref.type], call, LOOK_AGAIN_MS));
    const rest = Object.fromEntries(
      Object.entries(fields).filter(([name]) => !missing.includes(name as WriteBackField)),
    );
    return { entry: { ref, fields: rest as WriteBack }, missing };
  }
  return {
    /** Properties were made: what was known of them is old. */
    forget: (account: string): void => {
      for (const key of kept.keys()) if (key.startsWith(`${account}|`)) kept.delete(key);
    },
    async writeMany(entries: readonly Entry[], call: CrmCall): Promise<Written[]> {
      const granted = (await tokens.facts(call.account))?.scopes?.split(' ');
      const out = new Map<Entry, Written>();
      for (const type of ['deal', 'company'] as const) {
        const own = entries.filter(({ ref }) => ref.type === type);
        if (granted && !granted.includes(writeScopes[type])) {
          for (const each of own) out.set(each, { error: missingScopes([writeScopes[type]]), missing: [] });
          continue;
        }
        const usables = await Promise.all(own.map((each) => usable(each, call)));
        const sent = usables.filter(({ entry }) => Object.keys(entry.fields).length > 0);
        const errors: (CrmError | null)[] = [];
        for (let at = 0; at < sent.length; at += WRITE_BATCH) {
          const some = sent.slice(at, at + WRITE_BATCH).map(({ entry }) => entry);
          errors.push(...(await send(types[type], some, call)));
        }
        own.forEach((each, nth) => {
          const { missing = [] } = usables[nth] ?? {};
          const at = sent.findIndex(({ entry }) => entry === usables[nth]?.entry);
          out.set(each, { error: errors[at] ?? null, missing });
        });
      }
      return entries.map((each) => out.get(each) ?? { error: null, missing: [] });
    },
  };
}
