import type { DatabaseSync } from 'node:sqlite';
import { customerContactSchema } from '@backroom/backend/erp/contract/customers';
import {
  type ListedCustomer,
  listedCustomerSchema,
  type Product,
  productSchema,
} from '@backroom/backend/erp/contract/schemas';
import { pickByCode, type Resolved } from '@backroom/backend/erp/kit/product-code';
import { type ErpCustomer, erpAddressIdSchema, erpCustomerSchema, postalAddressSchema } from '@backroom/shared';
import { z } from 'zod';

/** A customer as this ERP keeps it: what the contract shows, and what only the ERP needs. */
export const customerDoc = erpCustomerSchema.extend({
  email: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  creditLimit: z.string().nullable(),
  blockedReason: z.string().nullable(),
  taxPercent: z.string(),
  registrationNumber: z.string().nullable().default(null),
  language: z.string().nullable().default(null),
  contacts: z.array(customerContactSchema).default([]),
  /** Where goods may go beside the customer's own address. */
  sites: z.array(postalAddressSchema.extend({ id: erpAddressIdSchema })).default([]),
});
export type CustomerDoc = z.infer<typeof customerDoc>;
const productDoc = productSchema.extend({ price: z.string() });
export type ProductDoc = z.infer<typeof productDoc>;

const rows = (db: DatabaseSync, sql: string, ...values: string[]) => db.prepare(sql).all(...values);
export const readDoc = <Doc extends z.ZodType>(schema: Doc, row: unknown): z.infer<Doc> | null => {
  const text = z.object({ doc: z.string() }).safeParse(row);
  return text.success ? schema.parse(JSON.parse(text.data.doc)) : null;
};

/** Of a customer that was merged into another, the survivor. */
export const customerById = (db: DatabaseSync, id: string): CustomerDoc | null =>
  readDoc(customerDoc, db.prepare('select doc from customers where id = ?').get(id)) ??
  readDoc(
    customerDoc,
    db.prepare('select doc from customers where id = (select survivor from merged_customers where id = ?)').get(id),
  );
export const customerByNumber = (db: DatabaseSync, number: string): CustomerDoc | null =>
  readDoc(customerDoc, db.prepare('select doc from customers where number = ?').get(number));
export const customerByReference = (db: DatabaseSync, reference: string): CustomerDoc | null =>
  readDoc(customerDoc, db.prepare('select doc from customers where reference = ?').get(reference));
/** So many make a page of a list. */
const PAGE = 100;
const next = (page: readonly { id: string }[]) => (page.length === PAGE ? (page.at(-1)?.id ?? null) : null);
export function customersAfter(db: DatabaseSync, cursor: string | null) {
  const page = rows(db, `select doc from customers where id > ? order by id limit ${PAGE}`, cursor ?? '').flatMap(
    (row) => readDoc(customerDoc, row) ?? [],
  );
  return { customers: page.map(listedCustomer), cursor: next(page) };
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

/** The product of a code as a person typed it, or the code that is nearly it. */
export function resolveCode(db: DatabaseSync, asked: string): Resolved<ProductDoc> {
  const exact = productByCode(db, asked);
  if (exact) return { product: exact, near: null };
  const codes = rows(db, 'select code from products').map((row) => ({ code: String(row.code) }));
  const { product, near } = pickByCode(asked, codes);
  return { product: product && productByCode(db, product.code), near };
}

export const publicCustomer = (doc: CustomerDoc): ErpCustomer => erpCustomerSchema.parse(doc);
const listedCustomer = (doc: CustomerDoc): ListedCustomer =>
  listedCustomerSchema.parse({ ...doc, emails: doc.email === null ? [] : [doc.email] });
/** Metres are cut to the millimetre, hours billed by hundredths; pieces are whole. */
const decimalsOf: Readonly<Record<string, number>> = { m: 3, h: 2 };
export const quantityDecimals = ({ unit }: ProductDoc): number => decimalsOf[unit] ?? 0;
export const publicProduct = (doc: ProductDoc): Product =>
  productSchema.parse({ ...doc, quantityDecimals: quantityDecimals(doc) });
