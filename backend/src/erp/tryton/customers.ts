import type { ErpCustomer } from '@backroom/shared';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import { type CustomerKeys, MAX_BATCH } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { addressesOf } from './addresses.ts';
import type { Call } from './client.ts';
import { customValues } from './fields.ts';
import { countryIdOf, languageIdOf, partyValues } from './party-create.ts';
import { emailsOf, type PartyRow, partyFields, partyRow, registrationOf, toCustomer } from './party-row.ts';
import { byLongestWord, byWholeName, exactKeys, type Key, MOST, MOST_NAMES, ranked } from './party-search.ts';
import { blockedCustomers } from './reminders.ts';
import { idOf, idsOf, MOST_MERGES, refused, type Tryton } from './support.ts';

export function customersOf(tryton: Tryton): NonNullable<ErpAdapter['customers']> {
  const { client, installation } = tryton;
  async function find(domain: readonly unknown[], call: Call, limit?: number): Promise<PartyRow[]> {
    const there = await installation(call.signal, 'party.party');
    // Archived ones too: a customer that is blocked must be seen to be, not be missing. In the context, for a clause of the domain does not
    // reach into its parts.
    const context = { active_test: false };
    const order = [['id', 'ASC']] as const;
    const asked = { domain, fields: partyFields(there), row: partyRow, context, order, ...(limit ? { limit } : {}) };
    return client.search('party.party', asked, call);
  }
  async function toCustomers(rows: readonly PartyRow[], call: Call): Promise<ReadonlyMap<number, ErpCustomer>> {
    const there = await installation(call.signal);
    const ids = [...new Set(rows.map(({ id }) => id))];
    const blocked = await blockedCustomers(client, there, ids, call);
    return new Map(rows.map((row) => [row.id, toCustomer(row, blocked.has(row.id))]));
  }
  /** Each of the parties, and what it was merged into, by the id asked for. */
  async function survivors(rows: readonly PartyRow[], call: Call): Promise<ReadonlyMap<number, PartyRow>> {
    const known = new Map(rows.map((row) => [row.id, row]));
    for (let step = 0; step < MOST_MERGES; step += 1) {
      const missing = [...known.values()].flatMap(({ replaced_by: id }) => (id !== null && !known.has(id) ? [id] : []));
      if (missing.length === 0) break;
      for (const row of await find([['id', 'in', missing]], call)) known.set(row.id, row);
    }
    const last = (row: PartyRow): PartyRow => {
      let at = row;
      for (let step = 0; at.replaced_by !== null && step < MOST_MERGES; step += 1) at = known.get(at.replaced_by) ?? at;
      return at;
    };
    return new Map(rows.map((row) => [row.id, last(row)]));
  }
  async function byReferences(references: readonly string[], call: Call) {
    const rows = await find([['identifiers.code', 'in', [...new Set(references)]]], call);
    const last = await survivors(rows, call);
    const customers = await toCustomers([...last.values()], call);
    return references.map((each) => {
      const row = rows.find((party) => party['identifiers.'].some(({ code }) => code === each));
      return (row && customers.get(last.get(row.id)?.id ?? 0)) ?? null;
    });
  }
  /** What a key finds for the questions that have it, in one search for all of them. */
  async function hits(key: Key, queries: readonly CustomerKeys[], call: Call, each?: number): Promise<PartyRow[]> {
    const domains = queries.map(key).filter((domain) => domain !== null);
    const limit = each ? each * domains.length : undefined;
    return domains.length === 0 ? [] : find(['OR', ...domains], call, limit);
  }

  return {
    /** A search for each key, names last; where too few have every word of a name, its longest word is looked for alone. */
    async search({ queries }, call) {
      const sure = (await Promise.all(exactKeys.map((key) => hits(key, queries, call)))).flat();
      const named = await hits(byWholeName, queries, call, MOST_NAMES);
      const few = queries.filter((keys) => ranked(keys, [...sure, ...named]).length < MOST);
      const rows = [...sure, ...named, ...(await hits(byLongestWord, few, call, MOST_NAMES))];
      const distinct = [...new Map(rows.map((row) => [row.id, row])).values()];
      const last = await survivors(distinct, call);
      const customers = await toCustomers([...last.values()], call);
      return {
        results: queries.map((keys) => {
          const ids = new Set(ranked(keys, distinct).map(({ id }) => last.get(id)?.id ?? id));
          return [...ids].flatMap((id) => customers.get(id) ?? []).slice(0, MOST);
        }),
      };
    },
    async get({ ids }, call) {
      if (ids.length === 0) return { results: [] };
      const last = await survivors(await find([['id', 'in', idsOf(ids)]], call), call);
      const customers = await toCustomers([...last.values()], call);
      return { results: ids.map((id) => customers.get(last.get(idOf(id) ?? 0)?.id ?? 0) ?? null) };
    },
    /** By id, so that a customer made meanwhile comes in the end and none comes twice. A party that was merged is its survivor. */
    async list({ cursor }, call) {
      const after = cursor === null ? 0 : idOf(cursor);
      if (after === null) throw refused('cursor', `"${cursor}" is no cursor of this list.`);
      const domain = [
        ['id', '>', after],
        ['replaced_by', '=', null],
      ];
      const rows = await find(domain, call, MAX_BATCH);
      const known = await toCustomers(rows, call);
      const customers = rows.flatMap((row) => {
        const customer = known.get(row.id);
        return customer ? [{ ...customer, emails: emailsOf(row), registrationNumber: registrationOf(row) }] : [];
      });
      return { customers, cursor: customers.length < MAX_BATCH ? null : (customers.at(-1)?.id ?? null) };
    },
    async findByReference({ references }, call) {
      return { results: references.length === 0 ? [] : await byReferences(references, call) };
    },
    addresses: async ({ customerId }, call) => ({ results: await addressesOf(tryton, customerId, call) }),
    /** Nothing is unique in Tryton, so our reference is looked up first; it stands among the party's identifiers. */
    async create(input, call) {
      const [known] = await byReferences([input.reference], call);
      if (known) return known;
      const idOfCountry = (code: string | null | undefined) => (code ? countryIdOf(client, code, call) : null);
      const custom = await customValues(tryton, 'customer', input.custom, call);
      if (custom.problems[0]) throw custom.problems[0];
      const links = {
        country: await idOfCountry(input.country),
        deliveryCountry: await idOfCountry(input.deliverTo?.country),
        language: input.language ? await languageIdOf(client, input.language, call) : null,
      };
      const id = await client.create('party.party', { ...partyValues(input, links), ...custom.values }, call);
      return afterWrite(async () => {
        const rows = await find([['id', '=', id]], call);
        const made = (await toCustomers(rows, call)).get(id);
        if (!made) throw new ErpError('uncertain', `party ${id} was made and is not there`);
        return made;
      });
    },
  };
}
