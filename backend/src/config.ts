import { join } from 'node:path';
import { z } from 'zod';
import { requestLimits } from './api/limits.ts';
import { readAllowed } from './erp/transport/addresses.ts';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().default('127.0.0.1'),
  /** Health and metrics of this process, workers too; not for the public address. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  PUBLIC_ORIGIN: z.url().default('https://app.backroom.example'),
  DATABASE_URL: z.string().optional(),
  BACKROOM_DATA: z.string().default('.data'),
  HUBSPOT_CLIENT_ID: z.string().min(1),
  HUBSPOT_CLIENT_SECRET: z.string().min(8),
  HUBSPOT_API_BASE: z.url().default('https://api.hubapi.com'),
  HUBSPOT_AUTHORIZE_BASE: z.url().default('https://app.hubspot.com'),
  SALESFORCE_CLIENT_ID: z.string().min(1).optional(),
  SALESFORCE_CLIENT_SECRET: z.string().min(8).optional(),
  /** Private key (PEM) for orgs that are connected by JWT bearer. */
  SALESFORCE_JWT_KEY: z.string().min(100).optional(),
  SALESFORCE_LOGIN_URL: z.url().default('https://login.salesforce.com'),
  SALESFORCE_SANDBOX_LOGIN_URL: z.url().default('https://test.salesforce.com'),
  ENCRYPTION_KEY: z.string().min(40),
  /** Addresses of ERPs that are not public: `all`, or networks, addresses and host names. None by default. */
  ERP_PRIVATE_ADDRESSES: z.string().default(''),
  /** Requests of one account in ten seconds, in all processes together. */
  ACCOUNT_REQUESTS: z.coerce.number().int().min(100).default(requestLimits.account),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PLAYGROUND_SEED: z.literal('1').optional(),
  /** The ERP of the playground where it is not the demo ERP. */
  PLAYGROUND_ERP: z.string().optional(),
  DEMO_ERP_URL: z.url().optional(),
  DEMO_ERP_KEY: z.string().optional(),
});

/** The environment, checked at the door: a missing or senseless value stops the start and says which it is. */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[]) {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new Error(`The configuration is not complete:\n${z.prettifyError(parsed.error)}`);
  const role = z
    .enum(['all', 'web', 'worker'])
    .parse(args.find((arg) => arg.startsWith('--role='))?.slice(7) ?? env.ROLE ?? 'all');
  if (role !== 'all' && !parsed.data.DATABASE_URL)
    throw new Error(`--role=${role} needs DATABASE_URL: the embedded database serves one process only.`);
  const split = (text: string) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
  return {
    ...parsed.data,
    role,
    secrets: split(parsed.data.HUBSPOT_CLIENT_SECRET),
    encryptionKeys: split(parsed.data.ENCRYPTION_KEY),
    erpAddresses: readAllowed(parsed.data.ERP_PRIVATE_ADDRESSES),
    embeddedDir: join(parsed.data.BACKROOM_DATA, 'backend'),
  };
}
export type Config = ReturnType<typeof readConfig>;
