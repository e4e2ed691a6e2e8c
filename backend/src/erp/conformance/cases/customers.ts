import assert from 'node:assert/strict';
import { type ErpCustomerId, erpCustomerIdSchema, erpCustomerSchema } from '@backroom/shared';
import type { CustomerKeys, NewCustomer } from '../../contract/schemas.ts';
import type { Case, Context } from '../kit.ts';
import { skip } from '../kit.ts';
import { bigBatch, everyPage, filled, settled } from './support.ts';

/** The same VAT id as people type it. */
const typed = (vatId: string) => [
  vatId,
  vatId.toLowerCase(),
  `${vatId.slice(0, 2)} ${vatId.slice(2, 5)} ${vatId.slice(5)}`,
  `${vatId.slice(0, 2)}.${vatId.slice(2, 5)}.${vatId.slice(5)}`,
  ` ${vatId.slice(0, 2)}-${vatId.slice(2)} `,
];
async function finds({ ask }: Context, queries: CustomerKeys[], number: string): Promise<void> {
  const { results } = await ask('customers.search', { queries });
  for (const [index, found] of results.entries())
    assert.ok(
      found.some((each) => each.number === number),
      `${JSON.stringify(queries[index])} finds ${number}, got ${found.map((each) => each.number).join(', ') || 'nothing'}`,
    );
}
const invented = (context: Context): NewCustomer => {
  const reference = context.reference();
  return {
    reference,
    name: `Conformance ${reference}`,
    vatId: null,
    email: `${reference.toLowerCase()}@conformance.example`,
    phone: '+49 40 5550100',
    street: 'Hauptstraße 1',
    postalCode: '20095',
    city: 'Hamburg',
    country: 'DE',
    currency: context.health.currency,
  };
};

export const customers: readonly Case[] = [
  {
    name: 'customers.search: by number and by name',
    needs: ['customers.search'],
    examples: ['identified'],
    async run(context) {
      const { number, name } = context.examples.identified ?? skip('no example: identified');
      await finds(context, [{ erpNumber: number }, { name }], number);
    },
  },
  {
    name: 'customers.search: by VAT id, however it is typed',
    needs: ['customers.search'],
    examples: ['identified'],
    async run(context) {
      const { number, vatId } = context.examples.identified ?? {};
      if (!number || !vatId) return skip('the example `identified` has no vatId');
      await finds(
        context,
        typed(vatId).map((each) => ({ vatId: each })),
        number,
      );
    },
  },
  {
    name: 'customers.search: by e-mail',
    needs: ['customers.search'],
    examples: ['identified'],
    async run(context) {
      const { number, email } = context.examples.identified ?? {};
      if (!number || !email) return skip('the example `identified` has no email');
      await finds(context, [{ email }, { email: email.toUpperCase() }], number);
    },
  },
  {
    name: 'customers.search: shows every one that it could be',
    needs: ['customers.search'],
    examples: ['several'],
    async run(context) {
      const { keys, numbers } = context.examples.several ?? skip('no example: several');
      for (const number of numbers) await finds(context, [keys], number);
    },
  },
  {
    name: 'customers.search: who has an exact key comes first, however many are like it',
    needs: ['customers.search'],
    examples: ['first'],
    async run(context) {
      const wanted = context.examples.first ?? skip('no example: first');
      const { results } = await context.ask('customers.search', { queries: wanted.map(({ keys }) => keys) });
      for (const [index, { keys, number }] of wanted.entries()) {
        assert.equal(results[index]?.[0]?.number, number, `first for ${JSON.stringify(keys)}`);
        assert.ok((results[index]?.length ?? 0) <= 25, 'at most 25');
      }
    },
  },
  {
    name: 'customers.search: a domain of free mail finds nobody',
    needs: ['customers.search'],
    examples: ['freeMail'],
    async run(context) {
      const domain = context.examples.freeMail ?? skip('no example: freeMail');
      const queries = [{ emailDomain: domain }, { email: `${context.reference()}@${domain}`, emailDomain: domain }];
      assert.deepEqual((await context.ask('customers.search', { queries })).results, [[], []]);
    },
  },
  {
    name: 'customers.get: a merged customer answers as its survivor',
    needs: ['customers.get', 'customers.search'],
    examples: ['merged'],
    async run(context) {
      const { id, into } = context.examples.merged ?? skip('no example: merged');
      const survivor = await context.customer(into);
      assert.deepEqual((await context.ask('customers.get', { ids: [erpCustomerIdSchema.parse(id)] })).results, [
        survivor,
      ]);
    },
  },
  {
    name: 'customers.search: many questions, in their order; nobody is an empty list',
    needs: ['customers.search'],
    examples: ['customer'],
    async run(context) {
      const { number } = await context.customer();
      const nobody = { vatId: 'XX0000000000', erpNumber: 'NO-SUCH-NUMBER-1' };
      const { results } = await context.ask('customers.search', {
        queries: [nobody, { erpNumber: number }, {}, nobody],
      });
      assert.deepEqual(
        results.map((found) => found.some((each) => each.number === number)),
        [false, true, false, false],
      );
      assert.deepEqual([results[0], results[2], results[3]], [[], [], []]);
    },
  },
  {
    name: 'customers.get: 500 at once, in their order, null for unknown ids',
    needs: ['customers.get', 'customers.search'],
    examples: ['customer'],
    async run(context) {
      const customer = await context.customer();
      const unknown = erpCustomerIdSchema.parse(context.examples.unknownId);
      const ids: ErpCustomerId[] = filled(bigBatch([customer.id], () => unknown));
      const { results } = await context.ask('customers.get', { ids });
      for (const [index, id] of ids.entries())
        assert.deepEqual(results[index], id === unknown ? null : customer, `place ${index}`);
    },
  },
  {
    name: 'customers.list: every customer once, page by page',
    needs: ['customers.list', 'customers.search'],
    examples: ['customer'],
    async run(context) {
      const all = await everyPage(async (cursor) => {
        const page = await context.ask('customers.list', { cursor });
        return { items: page.customers, cursor: page.cursor };
      });
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length, 'each once');
      const customer = await context.customer();
      const listed = all.find(({ id }) => id === customer.id);
      // A list may tell more of a customer than a search does.
      assert.deepEqual(listed && erpCustomerSchema.parse(listed), customer);
    },
  },
  {
    name: 'customers.create: twice with one reference is one customer',
    needs: ['customers.create', 'customers.get', 'customers.findByReference'],
    examples: ['write'],
    async run(context) {
      const input = invented(context);
      const first = await context.ask('customers.create', input);
      assert.equal(first.name, input.name);
      assert.equal(first.country, input.country);
      const found = await settled(
        context,
        async () =>
          (await context.ask('customers.findByReference', { references: [context.reference(), input.reference] }))
            .results,
        (results) => Boolean(results[1]),
      );
      assert.deepEqual(
        found.map((each) => each?.id ?? null),
        [null, first.id],
      );
      const second = await context.ask('customers.create', input);
      assert.equal(second.id, first.id, 'the second create answered another customer');
      const [again] = (await context.ask('customers.get', { ids: [first.id] })).results;
      assert.equal(again?.number, first.number);
    },
  },
  {
    name: 'customers.create: contacts, delivery address, registration number and own fields are in it',
    needs: ['customers.create', 'customers.search', 'customers.addresses'],
    examples: ['write'],
    async run(context) {
      const takes = new Set(context.description.customerTakes ?? []);
      if (takes.size === 0) skip('its new customers have nothing beside name and address');
      const base = invented(context);
      const { reference } = base;
      const names = context.examples.fields?.customer ?? [];
      const listed = context.has('fields.list')
        ? (await context.ask('fields.list', { record: 'customer', options: names })).fields
        : [];
      const custom = Object.fromEntries(
        names.map((name) => {
          const field = listed.find((each) => each.name === name) ?? assert.fail(`fields.list does not have ${name}`);
          return [
            name,
            field.kind === 'text' ? 'KIT-7' : (field.options?.at(-1)?.value ?? skip(`no value for ${name}`)),
          ];
        }),
      );
      const email = `person-${reference.toLowerCase()}@conformance.example`;
      const registrationNumber = `HRB ${reference.slice(-8)}`;
      const created = await context.ask('customers.create', {
        ...base,
        ...(takes.has('registrationNumber') ? { registrationNumber } : {}),
        ...(takes.has('language') ? { language: 'en' } : {}),
        ...(takes.has('deliverTo')
          ? {
              deliverTo: { name: 'Werk 2', street: 'Kanalweg 18', postalCode: '21107', city: 'Hamburg', country: 'DE' },
            }
          : {}),
        ...(takes.has('contacts')
          ? { contacts: [{ name: 'Jördis Behrend', role: 'Purchasing', email, phone: '+49 40 5550111' }] }
          : {}),
        ...(takes.has('custom') && names.length > 0 ? { custom } : {}),
      });
      const found = (keys: CustomerKeys) =>
        settled(
          context,
          async () => (await context.ask('customers.search', { queries: [keys] })).results[0] ?? [],
          (results) => results.some(({ id }) => id === created.id),
        );
      if (takes.has('contacts'))
        assert.ok(
          (await found({ email })).some(({ id }) => id === created.id),
          'by its contact',
        );
      if (takes.has('registrationNumber')) {
        const spelled = registrationNumber.replace(' ', '-').toLowerCase();
        const first = (await found({ registrationNumber: spelled }))[0];
        assert.equal(first?.id, created.id, 'by its registration number');
      }
      if (takes.has('deliverTo')) {
        const { results } = await context.ask('customers.addresses', { customerId: created.id });
        assert.ok(results.some(({ street, uses }) => street === 'Kanalweg 18' && uses.includes('delivery')));
      }
      if (takes.has('custom') && names.length > 0) {
        const asked = { record: 'customer' as const, ids: [created.id], names };
        assert.deepEqual((await context.ask('fields.read', asked)).results, [custom]);
      }
    },
  },
  {
    name: 'customers.create: what was created is found by its e-mail',
    needs: ['customers.create', 'customers.search'],
    examples: ['write'],
    async run(context) {
      const input = invented(context);
      const created = await context.ask('customers.create', input);
      const found = await settled(
        context,
        async () =>
          (await context.ask('customers.search', { queries: [{ email: input.email ?? '' }] })).results[0] ?? [],
        (each) => each.length > 0,
      );
      assert.ok(
        found.some(({ id }) => id === created.id),
        `${input.email} finds ${created.number}`,
      );
    },
  },
];
