import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { NewCustomer } from '@backroom/backend/erp/contract/schemas';
import { noteChange, transaction } from '../database.ts';
import { type CustomerDoc, customerByReference, customerDoc } from './catalogue.ts';
import { checkFields, putFields } from './fields.ts';

const tax: Readonly<Record<string, string>> = { DE: '19', FR: '20', CH: '8.1' };
/** One customer a reference: who sends twice gets the first one again. */
export function createCustomer(db: DatabaseSync, input: NewCustomer): CustomerDoc {
  return transaction(db, () => {
    const known = customerByReference(db, input.reference);
    if (known) return known;
    const last = Number(
      db.prepare('select max(cast(substr(number, 3) as integer)) as n from customers').get()?.n ?? 1000,
    );
    const id = `cust-${randomUUID()}`;
    checkFields('customer', input.custom);
    const doc = customerDoc.parse({
      id,
      number: `C-${last + 1}`,
      name: input.name,
      city: input.city,
      country: input.country,
      vatId: input.vatId,
      currency: input.currency ?? 'EUR',
      paymentTerms: input.custom?.paymentTerms ?? 'In advance',
      blocked: false,
      email: input.email,
      street: input.street,
      postalCode: input.postalCode,
      creditLimit: '5000.00',
      blockedReason: null,
      taxPercent: tax[input.country ?? ''] ?? '0',
      registrationNumber: input.registrationNumber ?? null,
      language: input.language ?? null,
      contacts: input.contacts ?? [],
      sites: input.deliverTo ? [{ ...input.deliverTo, id: `${id}-2` }] : [],
    });
    db.prepare('insert into customers (id, number, reference, doc) values (?, ?, ?, ?)').run(
      doc.id,
      doc.number,
      input.reference,
      JSON.stringify(doc),
    );
    putFields(db, 'customer', doc.id, input.custom);
    noteChange(db, 'customer', doc.id, doc.id);
    return doc;
  });
}
