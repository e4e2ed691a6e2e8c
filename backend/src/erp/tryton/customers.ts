import { type ErpCustomer, erpCustomerIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import { type CustomerKeys, MAX_BATCH, type NewCustomer } from '../contract/schemas.ts';
import { afterWrite, type Call, type TrytonClient } from './client.ts';
import { blockedCustomers } from './reminders.ts';
import { idOf, idsOf, refused, type Tryton } from './support.ts';

const addressRow = z.object({
  city: z.string().nullable(),
  active: z.boolean(),
  sequence: z.number().nullable(),
  invoice: z.boolean().nullish(),
  'country.': z.object({ code: z.string() }).nullable(),
});
const partyRow = z.object({
  id: z.number(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  active: z.boolean(),
  'customer_payment_term.': z.object({ rec_name: z.string() }).nullish(),
  'tax_identifier.': z.object({ code: z.string() }).nullable(),
  'addresses.': z.array(addressRow),
  'identifiers.': z.array(z.object({ code: z.string() })),
  'contact_mechanisms.': z.array(z.object({ type: z.string(), value: z.string().nullable() })),
});
type PartyRow = z.infer<typeof partyRow>;
const fields = [
  ...['code', 'name', 'active', 'tax_identifier.code', 'identifiers.code'],
  ...['addresses.city', 'addresses.active', 'addresses.sequence', 'addresses.invoice', 'addresses.country.code'],
  ...['contact_mechanisms.type', 'contact_mechanisms.value'],
];
/** Candidates of one question; a person chooses among them, and nobody looks through more. */
const MOST = 25;
/** Members of the EU: their VAT numbers have a type, and a check, of their own. Greece is EL on a VAT number. */
const eu = 'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const bare = (text: string) => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
/** `like` takes a percent sign and an underscore for more than themselves. */
const literally = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

export function customersOf(tryton: Tryton): NonNullable<ErpAdapter['customers']> {
  const { client, installation } = tryton;
  async function find(
    domain: readonly unknown[],
    call: Call,
    limit?: number,
  ): Promise<{ row: PartyRow; customer: ErpCustomer }[]> {
    const there = await installation(call.signal);
    there.need('party.party');
    const own = there.hasModule('account_invoice') ? [...fields, 'customer_payment_term.rec_name'] : fields;
    // Archived ones too: a customer that is blocked must be seen to be, not be missing. In the context, for a clause of the domain does not
    // reach into its parts.
    const context = { active_test: false };
    const order = [['id', 'ASC']] as const;
    const asked = { domain, fields: own, row: partyRow, context, order, ...(limit ? { limit } : {}) };
    const rows = await client.search('party.party', asked, call);
    const blocked = await blockedCustomers(
      client,
      there,
      rows.map(({ id }) => id),
      call,
    );
    return rows.map((row) => ({ row, customer: toCustomer(row, blocked.has(row.id)) }));
  }
  async function byReferences(references: readonly string[], call: Call) {
    const found = await find([['identifiers.code', 'in', [...new Set(references)]]], call);
    return references.map(
      (each) => found.find(({ row }) => row['identifiers.'].some(({ code }) => code === each))?.customer ?? null,
    );
  }

  return {
    /** One search for all questions; whose answer a party is, its own fields say. */
    async search({ queries }, call) {
      const domains = queries.map(domainOf).filter((domain) => domain !== null);
      if (domains.length === 0) return { results: queries.map(() => []) };
      const found = await find(['OR', ...domains], call, MOST * queries.length);
      return {
        results: queries.map((keys) =>
          found
            .filter(({ row }) => couldBe(row, keys))
            .slice(0, MOST)
            .map(({ customer }) => customer),
        ),
      };
    },
    async get({ ids }, call) {
      if (ids.length === 0) return { results: [] };
      const found = await find([['id', 'in', idsOf(ids)]], call);
      const byId = new Map(found.map(({ customer }) => [customer.id, customer]));
      return { results: ids.map((id) => byId.get(id) ?? null) };
    },
    /** By id, so that a customer made meanwhile comes in the end and none comes twice. */
    async list({ cursor }, call) {
      const after = cursor === null ? 0 : idOf(cursor);
      if (after === null) throw refused('cursor', `"${cursor}" is no cursor of this list.`);
      const found = await find([['id', '>', after]], call, MAX_BATCH);
      const customers = found.map(({ customer }) => customer);
      return { customers, cursor: customers.length < MAX_BATCH ? null : (customers.at(-1)?.id ?? null) };
    },
    async findByReference({ references }, call) {
      return { results: references.length === 0 ? [] : await byReferences(references, call) };
    },
    /** Nothing is unique in Tryton, so our reference is looked up first; it stands among the party's identifiers. */
    async create(input, call) {
      const [known] = await byReferences([input.reference], call);
      if (known) return known;
      const country = input.country === null ? null : await countryOf(client, input.country, call);
      const id = await client.create('party.party', partyValues(input, country), call);
      return afterWrite(async () => {
        const [made] = await find([['id', '=', id]], call);
        if (!made) throw new ErpError('uncertain', `party ${id} was made and is not there`);
        return made.customer;
      });
    },
  };
}

function toCustomer(row: PartyRow, reminded: boolean): ErpCustomer {
  const current = row['addresses.'].filter(({ active }) => active);
  const addresses = current.sort((left, right) => (left.sequence ?? 0) - (right.sequence ?? 0));
  const address = addresses.find(({ invoice }) => invoice) ?? addresses[0];
  return {
    id: erpCustomerIdSchema.parse(String(row.id)),
    number: row.code ?? String(row.id),
    name: row.name ?? '',
    city: address?.city || null,
    country: address?.['country.']?.code ?? null,
    vatId: row['tax_identifier.']?.code ?? null,
    // A party has no currency: it buys in the one that is asked for.
    currency: null,
    paymentTerms: row['customer_payment_term.']?.rec_name ?? null,
    // Archived, also because it was merged into another; or a reminder forbids new orders.
    blocked: !row.active || reminded,
  };
}

function domainOf(keys: CustomerKeys): readonly unknown[] | null {
  const any: unknown[] = [];
  if (keys.erpNumber) any.push(['code', '=', keys.erpNumber]);
  // Tryton keeps a VAT number as it was typed: any sign may stand between two of its own.
  if (keys.vatId && bare(keys.vatId)) any.push(['identifiers.code', 'ilike', [...bare(keys.vatId)].join('%')]);
  if (keys.externalId) any.push(['identifiers.code', '=', keys.externalId]);
  if (keys.email) any.push(['contact_mechanisms.value', 'ilike', literally(keys.email.trim())]);
  if (keys.emailDomain) any.push(['contact_mechanisms.value', 'ilike', `%@${literally(keys.emailDomain.trim())}`]);
  const [first] = plain(keys.name ?? '').split(' ');
  // The first word as typed: how alike the rest is, `couldBe` says.
  if (keys.name && first) any.push(['name', 'ilike', `${literally(keys.name.trim().split(/\s+/)[0] ?? '')}%`]);
  return any.length === 0 ? null : ['OR', ...any];
}
function couldBe(row: PartyRow, keys: CustomerKeys): boolean {
  const codes = row['identifiers.'].map(({ code }) => code);
  const mails = row['contact_mechanisms.'].map(({ value }) => value?.toLowerCase() ?? '');
  if (keys.erpNumber && row.code === keys.erpNumber) return true;
  if (keys.vatId && codes.some((code) => bare(code) === bare(keys.vatId ?? ''))) return true;
  if (keys.externalId && codes.includes(keys.externalId)) return true;
  if (keys.email && mails.includes(keys.email.trim().toLowerCase())) return true;
  if (keys.emailDomain && mails.some((mail) => mail.endsWith(`@${keys.emailDomain?.trim().toLowerCase()}`)))
    return true;
  const [left, right] = [plain(keys.name ?? ''), plain(row.name ?? '')];
  return left.length > 2 && right !== '' && (right.startsWith(left) || left.startsWith(right));
}

async function countryOf(client: TrytonClient, code: string, call: Call): Promise<number> {
  const row = z.object({ id: z.number() });
  const [found] = await client.search(
    'country.country',
    { domain: [['code', '=', code.toUpperCase()]], fields: ['code'], row },
    call,
  );
  if (!found) throw refused('country', `Tryton has no country ${code}.`);
  return found.id;
}
function partyValues(input: NewCustomer, country: number | null) {
  const vat = input.vatId === null ? '' : bare(input.vatId);
  const european = eu.includes(vat.slice(0, 2));
  const mechanisms = [
    ...(input.email ? [{ type: 'email', value: input.email }] : []),
    ...(input.phone ? [{ type: 'phone', value: input.phone }] : []),
  ];
  return {
    name: input.name,
    identifiers: [
      [
        'create',
        [...(vat ? [{ type: european ? 'eu_vat' : null, code: vat }] : []), { type: null, code: input.reference }],
      ],
    ],
    // Without an address nothing can be sold to it, however little of one is known.
    addresses: [['create', [{ street: input.street, postal_code: input.postalCode, city: input.city, country }]]],
    ...(mechanisms.length > 0 ? { contact_mechanisms: [['create', mechanisms]] } : {}),
  };
}
