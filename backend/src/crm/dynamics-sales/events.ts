import { accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { CrmEvent } from '../contract/index.ts';

const guid = z.guid().transform((id) => id.toLowerCase());
/** The execution context of a step, as Dataverse sends it to a webhook. Over 256 kB its parameters are left out. */
const contextSchema = z.object({
  MessageName: z.string(),
  PrimaryEntityName: z.string(),
  PrimaryEntityId: guid,
  OrganizationId: guid,
  OperationCreatedOn: z.string().optional(),
  InputParameters: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
});
type Context = z.infer<typeof contextSchema>;
type Type = NonNullable<CrmEvent['record']>['type'];
const types: Readonly<Record<string, Type>> = {
  opportunity: 'deal',
  account: 'company',
  contact: 'contact',
  quote: 'quote',
  opportunityproduct: 'line_item',
  quotedetail: 'line_item',
};
const targetSchema = z.object({ Attributes: z.array(z.object({ key: z.string() })).default([]) });

function momentOf(written: string | undefined, now: number): string {
  const ms = Number(/^\/Date\((\d+)/.exec(written ?? '')?.[1] ?? Number.NaN);
  return new Date(Number.isNaN(ms) ? now : ms).toISOString();
}
/** What our own writes change, and nothing else of the record. */
const onlyOurs = (context: Context): boolean => {
  const target = context.InputParameters.find(({ key }) => key === 'Target')?.value;
  const changed = targetSchema.safeParse(target).data?.Attributes.map(({ key }) => key) ?? [];
  const own = changed.filter((name) => name !== 'accountid' && !name.startsWith('modified'));
  return own.length > 0 && own.every((name) => name.startsWith('bkrm_'));
};

/** A delivery as events of ours, without those of our own writes. A merge names the record that stays; the other one is among its parameters. Throws a ZodError. */
export function parseContext(body: unknown, now: number = Date.now()): CrmEvent[] {
  const context = contextSchema.parse(body);
  const { MessageName: message, PrimaryEntityName: table, PrimaryEntityId: id } = context;
  const type = types[table];
  if (type === undefined || (message === 'Update' && onlyOurs(context))) return [];
  const event = {
    account: accountIdSchema.parse(`dynamics-sales:${context.OrganizationId}`),
    at: momentOf(context.OperationCreatedOn, now),
    property: null,
    into: null,
  };
  const changed: CrmEvent = {
    ...event,
    kind: message === 'Delete' ? 'record_deleted' : 'record_changed',
    record: { type, id },
  };
  if (message !== 'Merge') return [changed];
  const lost = guid.parse(context.InputParameters.find(({ key }) => key === 'SubordinateId')?.value);
  return [{ ...event, kind: 'records_merged', record: { type, id: lost }, into: id }, changed];
}
