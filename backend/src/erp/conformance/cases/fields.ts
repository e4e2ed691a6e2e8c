import assert from 'node:assert/strict';
import type { ErpField, FieldRecord } from '../../contract/fields.ts';
import { failing, mendable } from '../ask.ts';
import { type Case, type Context, skip } from '../kit.ts';
import { cancelQuietly, place, smallOrder } from './support.ts';

/** A value that the field takes; null for one of which nothing is known. */
function valueFor({ kind, longest, options }: ErpField): string | null {
  if (kind === 'text') return 'KIT-7'.slice(0, longest);
  if (kind === 'number') return '7';
  if (kind === 'date') return '2030-03-17';
  if (kind === 'yes_no') return 'true';
  return options?.at(-1)?.value ?? null;
}
const listed = async ({ ask }: Context, record: FieldRecord, options: string[] = []) =>
  (await ask('fields.list', { record, options })).fields;

/** Fields of the example, with values: those that may be written of these names. */
async function wanted(context: Context, record: FieldRecord): Promise<Record<string, string>> {
  const names = context.examples.fields?.[record] ?? skip(`no example: fields.${record}`);
  const fields = await listed(context, record, names);
  return Object.fromEntries(
    names.map((name) => {
      const field = fields.find((each) => each.name === name) ?? assert.fail(`fields.list does not have ${name}`);
      assert.equal(field.access, 'write', `${name} may be written`);
      return [name, valueFor(field) ?? assert.fail(`${name} has no choices`)];
    }),
  );
}

export const fields: readonly Case[] = [
  {
    name: 'fields.list: each field once, with a label; choices only where they are asked for',
    needs: ['fields.list'],
    async run(context) {
      for (const record of ['order', 'customer'] as const) {
        const all = await listed(context, record);
        assert.ok(all.length > 0, `fields of ${record}`);
        assert.equal(new Set(all.map(({ name }) => name)).size, all.length, 'each once');
        const choice = all.find(({ kind, options }) => kind === 'choice' && options === undefined);
        if (!choice) continue;
        const again = (await listed(context, record, [choice.name])).find(({ name }) => name === choice.name);
        assert.ok(again?.options, `choices of ${choice.name}`);
      }
    },
  },
  {
    name: 'orders.create: fields of its own are in the order',
    needs: ['fields.list', 'fields.read', 'orders.create'],
    examples: ['write', 'customer', 'products', 'fields'],
    async run(context) {
      const custom = await wanted(context, 'order');
      assert.ok(context.description.carries?.includes('custom'), 'the description says that it carries them');
      const { order: made } = await place(context, (input) => ({ ...input, custom }));
      const names = Object.keys(custom);
      const { results } = await context.ask('fields.read', { record: 'order', ids: [made.id], names });
      assert.deepEqual(results, [custom]);
      await cancelQuietly(context, made);
    },
  },
  {
    name: 'orders.simulate: a field that is not there is refused by its name',
    needs: ['fields.list', 'orders.simulate'],
    examples: ['customer', 'products'],
    async run(context) {
      const simulated = await context.ask('orders.simulate', {
        ...(await smallOrder(context, context.reference())),
        custom: { no_such_field_kit: 'x' },
      });
      assert.ok(
        simulated.refusals.some(({ field, words }) => /no_such_field_kit/.test(`${field} ${words}`)),
        JSON.stringify(simulated.refusals),
      );
    },
  },
  {
    name: 'fields.read: in the order asked, null for what is not there, and no field that is not there',
    needs: ['fields.read', 'fields.list', 'customers.search'],
    examples: ['customer'],
    async run(context) {
      const { id } = await context.customer();
      const [field] = await listed(context, 'customer');
      const names = [field?.name ?? skip('this ERP lists no field of a customer')];
      const ids = [context.examples.unknownId, id];
      const { results } = await context.ask('fields.read', { record: 'customer', ids, names });
      assert.equal(results[0], null);
      assert.deepEqual(Object.keys(results[1] ?? {}), names);
      const gone = { record: 'customer' as const, ids: [id], names: ['no_such_field_kit'] };
      mendable(await failing(context.ask('fields.read', gone), 'refused'), /no_such_field_kit/);
    },
  },
  {
    name: 'fields.write: what is expected is written once; what somebody changed since is a conflict, by its name',
    needs: ['fields.write', 'fields.list', 'customers.create'],
    examples: ['write', 'fields'],
    async run(context) {
      const values = await wanted(context, 'customer');
      const names = Object.keys(values);
      const reference = context.reference();
      const nobody = {
        vatId: null,
        email: null,
        phone: null,
        street: null,
        postalCode: null,
        city: 'Husum',
        country: 'DE',
      };
      const made = { ...nobody, reference, name: `Conformance ${reference}`, currency: context.health.currency };
      const { id } = await context.ask('customers.create', made);
      const asked = { record: 'customer' as const, ids: [id], names };
      const before = (await context.ask('fields.read', asked)).results[0] ?? assert.fail('it is there');
      await context.ask('fields.write', { record: 'customer', id, values, expected: before });
      const after = (await context.ask('fields.read', asked)).results[0] ?? assert.fail('it is still there');
      assert.deepEqual(after, values);
      const late = { record: 'customer' as const, id, values, expected: before };
      const error = await failing(context.ask('fields.write', late), 'conflict');
      assert.ok(names.includes(error.field ?? ''), `the field is named, got ${error.field}`);
      assert.deepEqual((await context.ask('fields.read', asked)).results[0], after, 'nothing was written');
    },
  },
];
