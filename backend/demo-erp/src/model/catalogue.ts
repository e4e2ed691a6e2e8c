import type { DatabaseSync } from 'node:sqlite';
import { type Product, productSchema } from '@backroom/backend/erp/contract/schemas';
import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';

/** A customer as this ERP keeps it: what the contract shows, and what only the ERP needs. */
export const customerDoc = erpCustomerSchema.extend({
  email: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  creditLimit: z.string().nullable(),
  blockedReason: z.string().nullable(),
  taxPercent: z.string(),
});
export type CustomerDoc = z.infer<typeof customerDoc>;
const productDoc = productSchema.extend({ price: z.string() });
export type ProductDoc = z.infer<typeof productDoc>;

const rows = (db: DatabaseSync, sql: string, ...values: string[]) => db.prepare(sql).all(...values);
export const readDoc = <Doc extends z.ZodType>(schema: Doc, row: unknown): z.infer<Doc> | null => {
  const text = z.object({ doc: z.string() }).safeParse(row);
  return text.success ? schema.parse(JSON.parse(text.data.doc)) : null;
};

export const customerById = (db: DatabaseSync, id: string): CustomerDoc | null =>
  readDoc(customerDoc, db.prepare('select doc from customers where id = ?').get(id));
export const customerByReference = (db: DatabaseSync, reference: string): CustomerDoc | null =>
  readDoc(customerDoc, db.prepare('select doc from customers where reference = ?').get(reference));
export const allCustomers = (db: DatabaseSync): CustomerDoc[] =>
  rows(db, 'select doc from customers order by number').flatMap((row) => readDoc(customerDoc, row) ?? []);
/** So many make a page of a list. */
const PAGE = 100;
const next = (page: readonly { id: string }[]) => (page.length === PAGE ? (page.at(-1)?.id ?? null) : null);
export function customersAfter(db: DatabaseSync, cursor: string | null) {
  const page = rows(db, `select doc from customers where id > ? order by id limit ${PAGE}`, cursor ?? '').flatMap(
    (row) => readDoc(customerDoc, row) ?? [],
  );
  return { customers: page.map(publicCustomer), cursor: next(page) };
}
export function productsAfter(db: DatabaseSync, cursor: string | null) {
  const page = rows(
    db,
    `select doc from products where id > ? and not doc ->> 'archived' order by id limit ${PAGE}`,
    cursor ?? '',
  ).flatMap((row) => readDoc(productDoc, row) ?? []);
  return { products: page.map(publicProduct), cursor: next(page) };
}
export const productById = (db: DatabaseSync, id: string): ProductDoc | null =>
  readDoc(productDoc, db.prepare('select doc from products where id = ?').get(id));
export const productByCode = (db: DatabaseSync, code: string): ProductDoc | null =>
  readDoc(productDoc, db.prepare('select doc from products where code = ?').get(code));

export const publicCustomer = (doc: CustomerDoc): ErpCustomer => erpCustomerSchema.parse(doc);
/** Metres are cut to the millimetre, hours billed by hundredths; pieces are whole. */
const decimalsOf: Readonly<Record<string, number>> = { m: 3, h: 2 };
export const quantityDecimals = ({ unit }: ProductDoc): number => decimalsOf[unit] ?? 0;
export const publicProduct = (doc: ProductDoc): Product =>
  productSchema.parse({ ...doc, quantityDecimals: quantityDecimals(doc) });
