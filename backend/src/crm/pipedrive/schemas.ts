/** Pipedrive's answers as far as they are used, after `parseExact`: numbers are text there. Source: Pipedrive's OpenAPI documents, August 2026. */
import { cleanText } from '@backroom/shared';
import { z } from 'zod';

const id = z.string();
const text = z.string().transform(cleanText).nullish();
const number = z.string().nullish();
/** Null where no field is set. */
const custom = z.record(z.string(), z.unknown()).nullish();
export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({
    data: z.array(row).nullish(),
    additional_data: z.object({ next_cursor: z.string().nullish() }).nullish(),
  });
export const one = <Row extends z.ZodType>(row: Row) => z.object({ data: row });

export const dealSchema = z.looseObject({
  id,
  title: text,
  value: number,
  currency: text,
  org_id: id.nullish(),
  person_id: id.nullish(),
  pipeline_id: id.nullish(),
  status: z.string().nullish(),
  won_time: z.string().nullish(),
  is_deleted: z.boolean().nullish(),
  custom_fields: custom,
});
export type DealRow = z.infer<typeof dealSchema>;
export const lineSchema = z.object({
  id,
  name: text,
  product_id: id.nullish(),
  product_variation_id: id.nullish(),
  order_nr: number,
  quantity: number,
  item_price: number,
  discount: number,
  discount_type: z.string().nullish(),
  tax: number,
  tax_method: z.string().nullish(),
  sum: number,
  currency: text,
  is_enabled: z.boolean().nullish(),
  billing_frequency: z.string().nullish(),
  billing_frequency_cycles: number,
});
export type LineRow = z.infer<typeof lineSchema>;
export const productSchema = z.looseObject({ id, name: text, code: text, unit: text, custom_fields: custom });
export type ProductRow = z.infer<typeof productSchema>;
export const discountSchema = z.object({ id, type: z.string(), amount: z.string(), description: text });
export type DiscountRow = z.infer<typeof discountSchema>;
export const instalmentSchema = z.object({ id, amount: number, billing_date: z.string().nullish(), description: text });
export const organizationSchema = z.looseObject({
  id,
  name: text,
  website: text,
  is_deleted: z.boolean().nullish(),
  address: z
    .object({
      value: text,
      country: text,
      locality: text,
      postal_code: text,
      route: text,
      street_number: text,
      subpremise: text,
    })
    .partial()
    .nullish(),
  custom_fields: custom,
});
export type OrganizationRow = z.infer<typeof organizationSchema>;
const means = z.array(z.object({ value: text, primary: z.boolean().nullish() })).nullish();
export const personSchema = z.object({
  id,
  name: text,
  org_id: id.nullish(),
  emails: means,
  phones: means,
  job_title: text,
  is_deleted: z.boolean().nullish(),
});
export type PersonRow = z.infer<typeof personSchema>;
export const fieldSchema = z.object({
  field_name: z.string(),
  field_code: z.string(),
  field_type: z.string(),
  is_custom_field: z.boolean().nullish(),
  options: z.array(z.object({ id: z.string(), label: z.string() })).nullish(),
});
export type FieldRow = z.infer<typeof fieldSchema>;

/** Every part of an error may be missing; `/webhooks` has an envelope of its own. */
export const faultSchema = z.object({
  error: z.string().nullish(),
  error_info: z.string().nullish(),
  code: z.string().nullish(),
  errors: z.record(z.string(), z.array(z.string())).nullish().catch(undefined),
});
export type PipedriveFault = z.infer<typeof faultSchema>;
export const tokenFaultSchema = z.object({ error: z.string().nullish(), message: z.string().nullish() });
export const tokensSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.coerce.number(),
  /** Base of all later calls. */
  api_domain: z.string(),
});
export const meSchema = z.object({
  data: z.object({
    id,
    name: text,
    email: text,
    company_id: id,
    company_domain: z.string(),
    access: z.array(z.object({ app: z.string(), admin: z.boolean() })).nullish(),
    is_admin: z.union([z.boolean(), z.string()]).nullish(),
    language: z.object({ language_code: z.string(), country_code: z.string().nullish() }).nullish().catch(undefined),
  }),
});
export type Me = z.infer<typeof meSchema>['data'];
export const userSchema = z.object({
  id,
  is_deleted: z.boolean().nullish(),
  active_flag: z.boolean().nullish(),
  access: z.array(z.object({ app: z.string(), admin: z.boolean() })).nullish(),
});
/** Whether the user administers the whole account, not a part of it. */
export const administers = (access: Me['access']): boolean =>
  (access ?? []).some(({ app, admin }) => admin && (app === 'global' || app === 'account_settings'));
