import assert from 'node:assert/strict';
import { type Operation, operations } from '../../contract/schemas.ts';
import { asking, failing, methodOf } from '../ask.ts';
import type { Case } from '../kit.ts';

const batches = {
  'customers.search': { queries: [] },
  'customers.get': { ids: [] },
  'customers.findByReference': { references: [] },
  'products.resolve': { codes: [] },
  'stock.availability': { productIds: [] },
  'orders.findByReference': { references: [] },
  'orders.findByNumber': { numbers: [] },
  'orders.status': { ids: [] },
  'returns.findByReference': { references: [] },
  'returns.status': { ids: [] },
} as const;

export const basics: readonly Case[] = [
  {
    name: 'describe: answers without asking the ERP',
    needs: [],
    async run({ connect, nobody, description }) {
      const offline = connect(nobody);
      assert.deepEqual(await asking(offline)('describe', {}), description);
      await offline.close?.();
    },
  },
  {
    name: 'describe: says what the adapter has',
    needs: [],
    async run({ adapter, description }) {
      assert.notEqual(description.erp.trim(), '');
      assert.ok(description.versions.length > 0, 'the versions it was tried with');
      for (const operation of Object.keys(operations)) {
        const [group = ''] = operation.split('.');
        const claimed = description.flows.some((flow) => flow === group) && !description.without.includes(operation);
        if (claimed) assert.ok(methodOf(adapter, operation), `${operation} is claimed and absent`);
      }
    },
  },
  {
    name: 'health: names company, version, time zone and currency',
    needs: ['health'],
    async run({ health }) {
      assert.equal(health.ok, true);
      assert.notEqual(health.company.trim(), '');
      assert.notEqual(health.version.trim(), '');
      assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: health.timeZone }), 'an IANA time zone');
    },
  },
  {
    name: 'lists: an empty question gets an empty answer',
    needs: [],
    async run({ ask, has }) {
      for (const [operation, input] of Object.entries(batches) as [Operation, never][])
        if (has(operation)) assert.deepEqual(await ask(operation, input), { results: [] }, operation);
    },
  },
  {
    name: 'rights: a credential without them is unauthorised',
    needs: [],
    examples: ['denied'],
    async run({ opened, examples, customer, proxy }) {
      assert.ok(opened.limited, 'examples.denied without a limited credential');
      const adapter = opened.limited(proxy?.url ?? '');
      const ask = asking(adapter);
      // The credential itself is good: it is the right that is missing.
      await ask('health', {});
      const customerId = (await customer()).id;
      for (const operation of examples.denied) {
        const input = operation === 'products.resolve' ? { codes: examples.products } : { customerId };
        await failing(ask(operation as Operation, input as never), 'unauthorised');
      }
      await adapter.close?.();
    },
  },
];

/** Last of all: some ERPs slow down or lock a user after wrong credentials. */
export const wrongCredential: Case = {
  name: 'rights: a wrong credential is unauthorised',
  needs: ['health'],
  async run({ opened, proxy }) {
    assert.ok(opened.wrong, 'say in `lacks` why there is no wrong credential to try');
    const adapter = opened.wrong(proxy?.url ?? opened.url ?? '');
    await failing(asking(adapter)('health', {}), 'unauthorised');
    await adapter.close?.();
  },
};
