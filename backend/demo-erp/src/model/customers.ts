import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { CustomerKeys, NewCustomer } from '@backroom/backend/erp/contract/schemas';
import { noteChange, transaction } from '../database.ts';
import { type CustomerDoc, customerByReference, customerDoc } from './catalogue.ts';

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
const bare = (text: string) => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();

/** Everything that could be the company: same VAT id, number or mail domain, or a name of which one begins with the other. */
export function couldBe(customer: CustomerDoc, keys: CustomerKeys): boolean {
  if (keys.vatId && customer.vatId && bare(keys.vatId) === bare(customer.vatId)) return true;
  if (keys.erpNumber && customer.number === keys.erpNumber) return true;
  const domain = customer.email?.split('@')[1]?.toLowerCase();
  const asked = [keys.emailDomain, keys.email?.split('@')[1]].map((each) => each?.toLowerCase());
  if (domain && asked.includes(domain)) return true;
  if (!keys.name) return false;
  const [left, right] = [plain(keys.name), plain(customer.name)];
  return left.length > 3 && (right.startsWith(left) || left.startsWith(right));
}

const tax: Readonly<Record<string, string>> = { DE: '19', FR: '20', CH: '8.1' };
/** One customer a reference: who sends twice gets the first one again. */
export function createCustomer(db: DatabaseSync, input: NewCustomer): CustomerDoc {
  return transaction(db, () => {
    const known = customerByReference(db, input.reference);
    if (known) return known;
    const count = Number(db.prepare('select count(*) as n from customers').get()?.n);
    const doc = customerDoc.parse({
      id: `cust-${randomUUID()}`,
      number: `C-${1001 + count}`,
      name: input.name,
      city: input.city,
      country: input.country,
      vatId: input.vatId,
      currency: input.currency ?? 'EUR',
      paymentTerms: 'In advance',
      blocked: false,
      email: input.email,
      street: input.street,
      postalCode: input.postalCode,
      creditLimit: '5000.00',
      blockedReason: null,
      taxPercent: tax[input.country ?? ''] ?? '0',
    });
    db.prepare('insert into customers (id, number, reference, doc) values (?, ?, ?, ?)').run(
      doc.id,
      doc.number,
      input.reference,
      JSON.stringify(doc),
    );
    noteChange(db, 'customer', doc.id, doc.id);
    return doc;
  });
}
