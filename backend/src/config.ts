import { join } from 'node:path';
import { z } from 'zod';
import { requestLimits } from './api/limits.ts';
import { encryptedAddressSchema } from './crm/contract/address.ts';
import type { CrmManifest } from './crm/contract/manifest.ts';
import { crmManifests } from './crm/registry.ts';
import { readAllowed } from './erp/transport/addresses.ts';
import { POLL_MS } from './feeds/pass.ts';
import { tracingSettings, tracingVariables } from './monitoring/tracing-settings.ts';
import { DATA, embeddedIn } from './store/embedded.ts';

const schema = tracingVariables.extend({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().default('127.0.0.1'),
  /** Health and metrics of this process, workers too; not for the public address. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  PUBLIC_ORIGIN: z.url().default('https://app.backroom.example'),
  /** Where a browser opens the console and documents, where that is not the public address: the playground, whose public address nobody serves. */
  BROWSER_ORIGIN: encryptedAddressSchema.optional(),
  DATABASE_URL: z.string().optional(),
  BACKROOM_DATA: z.string().default(DATA),
  /** Where the page for frames in CRMs was built to. */
  EMBED_DIR: z.string().default(join(import.meta.dirname, '..', '..', 'extension', 'embed', '.build')),
  ENCRYPTION_KEY: z.string().min(40),
  /** Addresses of ERPs that are not public: `all`, or networks, addresses and host names. None by default. */
  ERP_PRIVATE_ADDRESSES: z.string().default(''),
  /** Requests of one account in ten seconds, in all processes together. */
  ACCOUNT_REQUESTS: z.coerce.number().int().min(100).default(requestLimits.account),
  /** How often each ERP is asked what has changed. */
  FEED_SECONDS: z.coerce
    .number()
    .int()
    .min(2)
    .max(300)
    .default(POLL_MS / 1000),
  /** The mail server of alerts, such as `smtps://user:password@mail.example:465`, and their sender. Without both there is no e-mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z.string().min(3).max(320).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The environment, checked at the door: a missing or senseless value stops the start and says which it is. */
export function readConfig(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  crms: readonly CrmManifest[] = crmManifests,
) {
  const all = [schema, ...crms.map(({ settings }) => settings)].map((each) => each.safeParse(env));
  const issues = all.flatMap(({ error }) => error?.issues ?? []);
  if (issues.length > 0)
    throw new Error(`The configuration is not complete:\n${z.prettifyError(new z.ZodError(issues))}`);
  const own = schema.parse(env);
  const role = z
    .enum(['all', 'web', 'worker'])
    .parse(args.find((arg) => arg.startsWith('--role='))?.slice(7) ?? env.ROLE ?? 'all');
  if (role !== 'all' && !own.DATABASE_URL)
    throw new Error(`--role=${role} needs DATABASE_URL: the embedded database serves one process only.`);
  if ((own.SMTP_URL === undefined) !== (own.SMTP_FROM === undefined))
    throw new Error('The configuration is not complete:\nSMTP_URL and SMTP_FROM belong together.');
  return {
    ...own,
    mail: own.SMTP_URL && own.SMTP_FROM ? { url: own.SMTP_URL, from: own.SMTP_FROM } : null,
    role,
    /** The variables of each CRM, by its id. */
    crms: Object.fromEntries(crms.map(({ id, settings }) => [id, settings.parse(env)])) as Record<string, unknown>,
    browserOrigin: own.BROWSER_ORIGIN ?? own.PUBLIC_ORIGIN,
    encryptionKeys: own.ENCRYPTION_KEY.split(',')
      .map((each) => each.trim())
      .filter(Boolean),
    erpAddresses: readAllowed(own.ERP_PRIVATE_ADDRESSES),
    tracing: tracingSettings(own),
    embeddedDir: embeddedIn(own.BACKROOM_DATA),
  };
}
export type Config = ReturnType<typeof readConfig>;
