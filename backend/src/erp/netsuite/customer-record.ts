import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { fit } from '../transport/json.ts';
import { addressRow, bookRow } from './address-rows.ts';
import { idOf, unknownCustomer } from './faults.ts';
import type { Session } from './session.ts';
import { amount, blank, choice, flag, id, reference, referenceId, sublist } from './values.ts';

const priceLine = z.object({ item: referenceId, level: referenceId, price: amount, currency: referenceId });
const groupLine = z.object({ group: referenceId, level: referenceId });
const currencyLine = z.object({
  currency: referenceId,
  balance: amount,
  overdueBalance: amount,
  unbilledOrders: amount,
});

/** A customer as its record shows it. What the role may not see is left out without a word. */
export const customerRecord = z.object({
  id,
  entityId: z.string(),
  companyName: blank,
  altName: blank,
  vatRegNumber: blank,
  currency: referenceId,
  terms: reference,
  isInactive: flag,
  creditHoldOverride: choice,
  creditLimit: amount,
  balance: amount,
  overdueBalance: amount,
  unbilledOrders: amount,
  aging1: amount,
  aging2: amount,
  aging3: amount,
  aging4: amount,
  priceLevel: referenceId,
  addressBook: sublist(bookRow).optional(),
  itemPricing: sublist(priceLine).optional(),
  groupPricing: sublist(groupLine).optional(),
  currencyList: sublist(currencyLine).optional(),
});
export type CustomerRecord = z.output<typeof customerRecord>;

export const isOnHold = (hold: string | null): boolean => hold?.toUpperCase() === 'ON';
const nowhere = addressRow.parse({});
export function customerOf(record: CustomerRecord, { currencies, company }: Session): ErpCustomer {
  const { city, country } =
    record.addressBook?.find(({ defaultBilling }) => defaultBilling)?.addressBookAddress ?? nowhere;
  return fit(
    erpCustomerSchema,
    {
      id: record.id,
      number: record.entityId,
      name: record.companyName ?? record.altName ?? record.entityId,
      city,
      country,
      vatId: record.vatRegNumber,
      currency: record.currency === null ? company.currency : (currencies.get(record.currency) ?? null),
      paymentTerms: record.terms?.refName ?? null,
      blocked: record.isInactive || isOnHold(record.creditHoldOverride),
    },
    'customer',
  );
}

/** The record of a customer that has to be there. */
export async function customerWith(session: Session, customerId: string, signal: AbortSignal): Promise<CustomerRecord> {
  const known = idOf(customerId);
  if (known === null) throw unknownCustomer(customerId);
  return session.client.record(customerRecord, `customer/${known}`, signal).catch((error: unknown) => {
    throw error instanceof ErpError && error.kind === 'not_found' ? unknownCustomer(customerId) : error;
  });
}
