import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { closing, listening } from '../servers.ts';
import { filler } from './cast.ts';
import { openDesk } from './desk.ts';
import { noFaults } from './faults.ts';
import { type Application, openIdentity, type Person } from './identity.ts';
import { salesCloud } from './server.ts';
import { openTenant, type Settings, settingsOf } from './tenant.ts';

export const TENANT = '6c1f0f0a-7d55-4a0e-9f7e-2b8b3d0aa001';
/** Users of the API: the second one may read and not change. */
export const apiUsers = [
  { name: 'BACKROOM', password: 'backroom-password', mayWrite: true },
  { name: 'READER', password: 'reader-password', mayWrite: false },
] as const;
/** People whom the identity provider knows; the last one is no employee of the tenant. */
export const people = {
  rep: {
    uuid: 'd0000000-0000-4000-8000-000000000011',
    email: 'mina@nordlicht.example',
    givenName: 'Mina',
    familyName: 'Ostrowski',
  },
  admin: {
    uuid: 'd0000000-0000-4000-8000-000000000012',
    email: 'jonas@nordlicht.example',
    givenName: 'Jonas',
    familyName: 'Ekberg',
    groups: ['Backroom_Admins'],
  },
  stranger: {
    uuid: 'd0000000-0000-4000-8000-000000000013',
    email: 'eve@elsewhere.example',
    givenName: 'Eve',
    familyName: 'Park',
  },
} as const satisfies Record<string, Person>;
export type Options = {
  settings?: Partial<Settings>;
  now?: () => number;
  /** How the application is registered at the identity provider. */
  application?: Partial<Application>;
  /** Where the identity provider is; its tokens name it. */
  issuer?: () => string;
  /** Ids of what people put in, for a tenant that is made anew as it was. */
  newId?: () => string;
};

/** One tenant of SAP Sales Cloud in memory, and the identity provider of its customer beside it. */
export function openSalesCloud(options: Options = {}) {
  const tenant = openTenant(settingsOf(options.settings), options.now ?? Date.now, options.newId);
  const faults = noFaults();
  const employees = [people.rep, people.admin].map(({ uuid, email, givenName, familyName }, nth) =>
    tenant.add('employee', {
      ...{
        id: uuid,
        displayId: String(7_000_001 + nth),
        employeeDisplayId: String(7_000_001 + nth),
        givenName,
        familyName,
      },
      ...{ formattedName: `${givenName} ${familyName}`, lifeCycleStatus: 'ACTIVE', isInternalEmployee: true },
      ...{ nonVerbalCommunicationLanguage: 'en', workplaceAddress: { eMail: email, country: 'DE' } },
    }),
  );
  const application: Application = {
    ...{ clientId: 'backroom-app', secret: 'backroom-app-secret' },
    redirectUris: ['http://backroom.test/sap-sales-cloud/sign-in/callback'],
    ...options.application,
  };
  const issuer = options.issuer ?? (() => 'https://nordlicht.accounts.ondemand.example');
  const identity = openIdentity({ issuer, now: tenant.now, applications: [application] });
  identity.sitsDown(people.rep);
  const served = salesCloud({ tenant, faults, users: apiUsers });
  let vat: string | null = null;
  const owner = { id: people.rep.uuid, name: String(employees[0]?.formattedName) };
  return {
    ...{ tenant, faults, identity, application, ...served },
    desk: openDesk(tenant, TENANT),
    fill: filler(tenant, owner, () => vat),
    /** The extension field of accounts that holds the VAT id of what is filled in. */
    vatIn(field: string): void {
      vat = field;
    },
  };
}
export type SalesCloud = ReturnType<typeof openSalesCloud>;

/** The same on loopback: the tenant at `url`, the identity provider at `issuer`. */
export async function startSalesCloud(options: Omit<Options, 'issuer'> & { port?: number } = {}) {
  let issuer = '';
  const cloud = openSalesCloud({ ...options, issuer: () => issuer });
  const servers: Server[] = [cloud.fetch, cloud.identity.fetch].map((fetch) => createServer(getRequestListener(fetch)));
  const [api, provider] = servers;
  if (!api || !provider) throw new Error('no server');
  const url = await listening(api, options.port ?? 0);
  issuer = await listening(provider, 0);
  return { ...cloud, url, issuer, close: () => closing(servers) };
}
