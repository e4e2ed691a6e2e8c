import { accountIdSchema, type Currency, currencySchema } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type OnSent, reporting } from '../contract/calls.ts';
import { type CrmCall, CrmError } from '../contract/index.ts';
import { salesforceClient, VERSION } from './client.ts';
import type { Session } from './tokens.ts';

const orgSchema = z.object({ Id: z.string(), IsSandbox: z.boolean(), InstanceName: z.string() });
export type OrgFacts = { orgId: string; sandbox: boolean; instance: string; admin: boolean };

/** What is registered of an org when it is connected, and whether who connects it may: only somebody who can change the org speaks for it. */
export async function readOrg(session: Session): Promise<OrgFacts> {
  const client = salesforceClient({ session: async () => session });
  const call = { account: accountIdSchema.parse('salesforce:connecting'), signal: AbortSignal.timeout(8000) };
  const rows = await client.queries(
    {
      org: 'SELECT Id, IsSandbox, InstanceName FROM Organization LIMIT 1',
      rights: 'SELECT PermissionsCustomizeApplication FROM UserPermissionAccess LIMIT 1',
    },
    call,
  );
  const org = orgSchema.safeParse(rows.org[0]);
  if (!org.success) throw new CrmError('drift', `Salesforce Organization: ${z.prettifyError(org.error)}`);
  return {
    orgId: org.data.Id,
    sandbox: org.data.IsSandbox,
    instance: org.data.InstanceName,
    admin: rows.rights[0]?.PermissionsCustomizeApplication === true,
  };
}

const xml = (text: string) => text.replace(/[<>&'"]/g, (char) => `&#${char.charCodeAt(0)};`);
/** The one currency of an org without multi-currency. Only the SOAP API tells it. Null where it does not. */
export async function readCurrency(session: Session, account = '', onSent?: OnSent): Promise<string | null> {
  const body = `<?xml version="1.0" encoding="utf-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:p="urn:partner.soap.sforce.com"><soapenv:Header><p:SessionHeader><p:sessionId>${xml(session.accessToken)}</p:sessionId></p:SessionHeader></soapenv:Header><soapenv:Body><p:getUserInfo/></soapenv:Body></soapenv:Envelope>`;
  const url = `${session.instanceUrl}/services/Soap/u/${VERSION}`;
  const response = await reporting(onSent, account, { method: 'POST', url }, () =>
    fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
      signal: AbortSignal.timeout(7000),
    }),
  ).catch(() => null);
  const text = response?.ok ? await response.text() : '';
  return /<orgDefaultCurrencyIsoCode>([A-Z]{3})</.exec(text)?.[1] ?? null;
}

/** An org's only currency does not change; one that switches to several has it on each record from then on. */
const CURRENCY_MS = 86_400_000;
/** After a refusal or a slow answer the SOAP API is left alone for a while. */
const UNKNOWN_MS = 60_000;

/** The currency of an org without multi-currency: as it was read when the org was connected, or read now where that failed. */
export function currencyReader(sessionOf: (account: CrmCall['account']) => Promise<Session>, onSent?: OnSent) {
  const kept = new LRUCache<string, { currency: Currency | null }>({ max: 2000 });
  return async ({ account }: CrmCall): Promise<Currency | null> => {
    const session = await sessionOf(account);
    const known = currencySchema.safeParse(session.currency).data;
    if (known) return known;
    const found = kept.get(account);
    if (found) return found.currency;
    const currency = currencySchema.safeParse(await readCurrency(session, account, onSent)).data ?? null;
    kept.set(account, { currency }, { ttl: currency === null ? UNKNOWN_MS : CURRENCY_MS });
    return currency;
  };
}
