import { html } from 'hono/html';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import { encryptedAddressSchema } from '../contract/address.ts';
import { type Markup, page } from '../kit/pages.ts';
import type { Tenant } from './tenants.ts';
import { issuerHosts, tenantHost } from './unproved.ts';

/** Addresses beside SAP's own that the operator allows: an identity provider under a name of the customer's, or a stand-in. */
export type Allowed = { tenants: readonly string[]; issuers: readonly string[] };

const line = z.string().trim().min(1).max(300);
/** What a tenant's administrator types. The form, its check and the guide are made of this. */
export const connectionSettings = z.object({
  url: line.meta({
    label: 'Address of SAP Sales Cloud',
    help: 'As in the browser: https://my1234567.crm.cloud.sap',
  }),
  user: line.meta({
    label: 'Technical user',
    help: 'An API user of its own for Backroom, with the rights that the guide names.',
  }),
  password: z.string().min(1).max(300).meta({ label: 'Password of the technical user', help: '', secret: true }),
  issuer: line.meta({
    label: 'Identity provider',
    help: 'Issuer of your SAP Cloud Identity Services, as https://example.accounts.ondemand.com',
  }),
  clientId: line.meta({ label: 'Client ID', help: 'Of the application that you registered there for Backroom.' }),
  clientSecret: z.string().min(1).max(300).meta({ label: 'Client secret', help: '', secret: true }),
  group: line.meta({
    label: 'Group of users',
    help: 'Only members of this group of the identity provider see ERP data. Sales Cloud does not tell which records a person may see: members see the figures of every record that they open.',
  }),
  adminGroup: line.meta({
    label: 'Group of administrators',
    help: 'Members may also change settings. You must be one of them.',
  }),
  code: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .meta({ label: 'Set-up code', help: 'From the operator of Backroom.', secret: true }),
});
export type ConnectionInput = z.infer<typeof connectionSettings>;
type Field = keyof ConnectionInput;

const invalid = (path: Field, message: string) =>
  new ProblemError('invalid_input', { field: path, errors: [{ path, message }] });
const originOf = (text: string): string | null =>
  encryptedAddressSchema.safeParse(text).success ? new URL(text).origin : null;
function tenantUrl(text: string, allowed: Allowed): string {
  const origin = originOf(text);
  const isSap = origin !== null && tenantHost.test(new URL(origin).host) && origin.startsWith('https:');
  if (origin === null || !(isSap || allowed.tenants.includes(origin)))
    throw invalid('url', 'the address of SAP Sales Cloud, as https://my1234567.crm.cloud.sap');
  return origin;
}
/** An issuer is compared letter by letter with what the provider says of itself: it is kept as it was typed. */
function issuerUrl(text: string, allowed: Allowed): string {
  const origin = originOf(text);
  const host = origin === null ? '' : new URL(origin).host;
  const isSap = origin?.startsWith('https:') && issuerHosts.some((each) => host.endsWith(`.${each}`));
  if (origin === null || !(isSap || allowed.issuers.includes(origin)))
    throw invalid('issuer', 'the issuer of SAP Cloud Identity Services, as https://example.accounts.ondemand.com');
  return text;
}
/** What was typed, checked. Nothing of it was tried. */
export function connectionIn(form: URLSearchParams, allowed: Allowed): { tenant: Tenant; code: string } {
  const parsed = connectionSettings.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid((issue?.path[0] ?? 'url') as Field, issue?.message ?? '');
  }
  const { code, ...input } = parsed.data;
  return { tenant: { ...input, url: tenantUrl(input.url, allowed), issuer: issuerUrl(input.issuer, allowed) }, code };
}

const metaSchema = z.object({ label: z.string(), help: z.string(), secret: z.boolean().optional() });
export const formPage = (): Markup =>
  page(
    'Connect SAP Sales Cloud',
    html`<form method="post">${Object.entries(connectionSettings.shape).map(([name, field]) => {
      const { label, help, secret } = metaSchema.parse(field.meta());
      return html`<p><label>${label}<br><input name="${name}" size="50" required type="${secret ? 'password' : 'text'}" autocomplete="off"></label><br><small>${help}</small></p>`;
    })}<p><button>Sign in and connect</button></p></form>`,
  );
