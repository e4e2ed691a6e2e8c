import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { closing } from '../servers.ts';
import { openAccess } from './access.ts';
import { filler } from './cast.ts';
import { openStore } from './database.ts';
import { openDesk } from './desk.ts';
import { entraKeys } from './entra.ts';
import { noFaults } from './faults.ts';
import { openMetadata } from './metadata.ts';
import { dataverse } from './server.ts';
import { openSignIn } from './sign-in.ts';
import { openTokens } from './tokens.ts';

export const TENANT = '7f3c2a10-58d4-4b6e-9a1c-0c5de0a1f001';
export const ORGANIZATION = '5b1f7c0e-2d7a-4a69-8d13-1e2f0c9ab001';
/** Registered in Entra: with an application user, and without one. */
export const apps = {
  backroom: {
    clientId: '2b1c7d0e-5a4f-4c1b-9a53-6f0e8d2c7b01',
    secret: 'backroom-secret',
    user: 'a0000000-0000-4000-8000-000000000001',
  },
  userless: { clientId: '2b1c7d0e-5a4f-4c1b-9a53-6f0e8d2c7b02', secret: 'userless-secret', user: null },
} as const;
/** People of the organisation. `oid` is their object id in Entra. */
export const people = {
  rep: {
    id: 'a0000000-0000-4000-8000-000000000011',
    oid: 'b0000000-0000-4000-8000-000000000011',
    name: 'Mina Ostrowski',
  },
  admin: {
    id: 'a0000000-0000-4000-8000-000000000012',
    oid: 'b0000000-0000-4000-8000-000000000012',
    name: 'Jonas Ekberg',
  },
} as const;
const ADMINISTRATOR = { id: 'c0000000-0000-4000-8000-000000000001', template: '627090ff-40a3-4053-8790-584edc5be201' };
const currencies = [
  ['EUR', 'Euro', '€', '1'],
  ['USD', 'US Dollar', '$', '1.0825'],
  ['CHF', 'Swiss Franc', 'CHF', '0.9412'],
  ['SEK', 'Swedish Krona', 'kr', '11.29'],
] as const;

/** One organisation. `now` is its clock; `file: ':memory:'` keeps nothing. */
export function openOrganization(
  options: {
    file?: string;
    now?: () => number;
    tokenSeconds?: number;
    /** Of the registration: where a sign-in may come back to. */
    redirectUris?: readonly string[];
    /** Ids of what people put in, for an organisation that is made anew as it was. */
    newId?: () => string;
  } = {},
) {
  const { file = ':memory:', now = Date.now, tokenSeconds = 3599, newId } = options;
  const { redirectUris = ['http://backroom.test/dynamics-sales/signed-in'] } = options;
  const metadata = openMetadata();
  const store = openStore(file, metadata);
  const access = openAccess();
  const faults = noFaults();
  let user: string = people.rep.id;
  const desk = openDesk({ store, metadata, access, faults, now, user: () => user, newId });
  const unitOf = new Map<string, string>();
  const products = new Map<string, string>();
  const unit = randomUUID();
  seed();
  const currency = (code: string): string => {
    const known =
      unitOf.get(code) ??
      desk.put('transactioncurrency', {
        currencyname: code,
        isocurrencycode: code,
        currencysymbol: code,
        currencyprecision: 2,
        exchangerate: '1',
      });
    unitOf.set(code, known);
    return known;
  };
  const product = (code: string): string => {
    const known =
      products.get(code) ??
      desk.put('product', {
        name: `Product ${code}`,
        productnumber: code,
        defaultuomid: unit,
        quantitydecimal: 2,
        statecode: 0,
        statuscode: 1,
      });
    products.set(code, known);
    return known;
  };
  function seed(): void {
    const unitOfBusiness = desk.put('businessunit', { name: 'backroom-test' });
    const systemuser = (id: string, fullname: string, more: Record<string, string | number>) =>
      desk.put('systemuser', {
        systemuserid: id,
        fullname,
        isdisabled: 0,
        accessmode: 0,
        businessunitid: unitOfBusiness,
        ...more,
      });
    for (const { id, oid, name } of Object.values(people)) {
      systemuser(id, name, {
        azureactivedirectoryobjectid: oid,
        internalemailaddress: `${id.slice(-2)}@backroom-test.example`,
      });
      desk.put('usersettings', { systemuserid: id, uilanguageid: 1033, localeid: 1033, timezonecode: 110 });
    }
    systemuser(apps.backroom.user, '# Backroom', { accessmode: 4, applicationid: apps.backroom.clientId });
    desk.put('role', {
      roleid: ADMINISTRATOR.id,
      name: 'System Administrator',
      roletemplateid: ADMINISTRATOR.template,
    });
    store.run('insert or ignore into systemuserroles values (?, ?)', people.admin.id, ADMINISTRATOR.id);
    for (const [code, name, symbol, rate] of currencies)
      unitOf.set(
        code,
        desk.put('transactioncurrency', {
          currencyname: name,
          isocurrencycode: code,
          currencysymbol: symbol,
          currencyprecision: 2,
          exchangerate: rate,
        }),
      );
    desk.put('organization', {
      organizationid: ORGANIZATION,
      name: 'backroom-test',
      languagecode: 1033,
      localeid: 1033,
      basecurrencyid: unitOf.get('EUR') ?? null,
    });
    const schedule = desk.put('uomschedule', { name: 'Default Unit', baseuomname: 'Primary Unit' });
    desk.put('uom', {
      uomid: unit,
      name: 'Primary Unit',
      quantity: '1',
      isschedulebaseuom: 1,
      uomscheduleid: schedule,
    });
    user = people.rep.id;
  }
  const tokens = openTokens(TENANT, Object.values(apps));
  const keys = entraKeys(TENANT);
  const signIn = openSignIn({ tenant: TENANT, apps: Object.values(apps), keys, redirectUris, now });
  signIn.sitsDown(people.rep);
  const served = dataverse({
    store,
    metadata,
    access,
    faults,
    tokens,
    keys,
    signIn,
    tenant: TENANT,
    now,
    tokenSeconds,
  });
  let vat: string | null = null;
  return {
    ...{ store, metadata, desk, faults, keys, signIn, fetch: served.fetch, sent: served.sent },
    fill: filler(desk, { currency, product, unit }, () => vat),
    currency,
    product,
    unit,
    /** The column of accounts that holds the VAT id of what is filled in. */
    vatIn(column: string): void {
      vat = column;
    },
    close: () => store.close(),
  };
}
export type Organization = ReturnType<typeof openOrganization>;

/** The same on loopback; a port of 0 takes a free one. */
export async function startDataverse(options: Parameters<typeof openOrganization>[0] & { port?: number } = {}) {
  const organization = openOrganization(options);
  const server = await new Promise<Server>((ready) => {
    const started = serve({ fetch: organization.fetch, port: options.port ?? 0, hostname: '127.0.0.1' }, () =>
      ready(started as Server),
    );
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    ...organization,
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      await closing([server]);
      organization.close();
    },
  };
}
