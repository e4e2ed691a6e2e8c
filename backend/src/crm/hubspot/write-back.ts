import { z } from 'zod';
import { type CrmCall, CrmError, type WriteBack } from '../contract/index.ts';
import { type HubSpotClient, VERSION } from './client.ts';

type Property = {
  name: string;
  label: string;
  type: 'string' | 'number' | 'date';
  fieldType: 'text' | 'number' | 'date';
};
const text = (name: string, label: string): Property => ({
  name: `backroom_${name}`,
  label,
  type: 'string',
  fieldType: 'text',
});
const orderProperties: Property[] = [
  text('order_number', 'ERP order number'),
  text('order_status', 'ERP order status'),
  { name: 'backroom_order_total', label: 'ERP order total', type: 'number', fieldType: 'number' },
  { name: 'backroom_promise_date', label: 'ERP promise date', type: 'date', fieldType: 'date' },
  text('credit_alert', 'ERP credit alert'),
  { name: 'backroom_credit_free', label: 'ERP credit left', type: 'number', fieldType: 'number' },
];
const companyProperties: Property[] = [
  text('erp_customer_number', 'ERP customer number'),
  text('vat_id', 'VAT id'),
  ...orderProperties.slice(4),
];
const any = z.unknown();

const names: Readonly<Record<keyof WriteBack, string>> = {
  orderNumber: 'backroom_order_number',
  orderStatus: 'backroom_order_status',
  orderTotal: 'backroom_order_total',
  promiseDate: 'backroom_promise_date',
  creditAlert: 'backroom_credit_alert',
  creditFree: 'backroom_credit_free',
  erpCustomerNumber: 'backroom_erp_customer_number',
};
/** HubSpot empties a property with the empty string. */
export function toProperties(fields: WriteBack): Record<string, string> {
  const entries = Object.entries(fields) as [keyof WriteBack, WriteBack[keyof WriteBack]][];
  return Object.fromEntries(
    entries
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [
        names[key],
        value === null ? '' : typeof value === 'object' ? value.amount : String(value),
      ]),
  );
}

/** Creates the group and the properties where they are missing; what is there stays as it is. */
export async function prepare(client: HubSpotClient, call: CrmCall): Promise<void> {
  for (const [type, wanted] of [
    ['deals', orderProperties],
    ['companies', companyProperties],
  ] as const) {
    const existing = await client.request(
      'GET',
      `/crm/properties/${VERSION}/${type}`,
      undefined,
      z.object({ results: z.array(z.object({ name: z.string() })) }),
      call,
    );
    const missing = wanted.filter(({ name }) => !existing.results.some((each) => each.name === name));
    if (missing.length === 0) continue;
    await client
      .request('POST', `/crm/properties/${VERSION}/${type}/groups`, { name: 'backroom', label: 'Backroom' }, any, call)
      .catch((error: unknown) => {
        // "Already exists" is what we wanted.
        if (!(error instanceof CrmError && error.kind === 'refused')) throw error;
      });
    await client.request(
      'POST',
      `/crm/properties/${VERSION}/${type}/batch/create`,
      { inputs: missing.map((each) => ({ ...each, groupName: 'backroom' })) },
      any,
      call,
    );
  }
}
