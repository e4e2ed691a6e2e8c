import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { freePorts } from '../../support/ports.ts';

const login = z.object({ user: z.string(), password: z.string() });
/** What `up` prints: how to reach the lab, and the ids of records that show a case (`examples`). */
export const labSettingsSchema = z.object({
  url: z.string(),
  database: z.string(),
  user: z.string(),
  password: z.string(),
  admin: login,
  manager: login,
  limited: login,
  /** Its process group. */
  pid: z.number(),
  /** The lab's PostgreSQL, for numbers that are got another way. */
  postgres: z.string(),
  company: z.number(),
  warehouses: z.record(z.string(), z.number()),
  examples: z.object({
    customer: z.number(),
    customerCode: z.string(),
    customerVat: z.string(),
    customerWithBreaks: z.number(),
    customerGold: z.number(),
    customerOverLimit: z.number(),
    customerNearLimit: z.number(),
    customerBlockedByReminder: z.number(),
    customerTaxFree: z.number(),
    duplicateCustomers: z.array(z.number()),
    orderPartlyShipped: z.number(),
    orderAssigned: z.number(),
    products: z.record(z.string(), z.number()),
  }),
  /** What `cases.py` made, by the names it gives. */
  cases: z.object({
    customers: z.record(z.string(), z.number()),
    orders: z.record(z.string(), z.number()),
    invoices: z.record(z.string(), z.number()),
    products: z.record(z.string(), z.number()),
  }),
});
type LabSettings = z.infer<typeof labSettingsSchema>;

/** Why there can be no lab on this machine, in one line; null where there can. */
export function labProblem(): string | null {
  if (process.platform !== 'linux') return 'the Tryton lab installs Debian packages: this is not Linux';
  try {
    accessSync('/usr/bin/apt-get', constants.X_OK);
  } catch {
    return 'the Tryton lab installs Debian packages: there is no apt-get';
  }
  return process.getuid?.() === 0 ? null : 'the Tryton lab installs Debian packages: that needs root';
}

/** Runs one of the scripts beside this file; what it says on the way goes to our stderr. Resolves to its output. */
export function runLabScript(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(join(import.meta.dirname, name), args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('error', fail);
    child.once('close', (code) =>
      code === 0 ? done(output) : fail(new Error(`the Tryton lab: ${name} ended with ${code}`)),
    );
  });
}

export type TrytonLab = {
  settings: LabSettings;
  port: number;
  /** What the lab's scripts have to be told to mean this one. */
  env: Record<string, string>;
  pause: () => Promise<unknown>;
  resume: () => Promise<unknown>;
  /** Stops the server as a crash of its machine would; `start` has the same data again. */
  stop: () => Promise<unknown>;
  start: () => Promise<LabSettings>;
  remove: () => Promise<unknown>;
};
/**
 * A lab of the caller's own: a server on a free port with a fresh copy of the seeded data. The first on a machine takes some three minutes
 * (packages, modules, data), later ones some seconds. `remove` it in the end.
 */
export async function openTrytonLab(more: Record<string, string> = {}): Promise<TrytonLab> {
  const [port = 0] = await freePorts(1);
  const env = { TRYTON_LAB_PORT: String(port), TRYTON_LAB_DB: `lab_${port}_${process.pid}`, ...more };
  const up = async () => labSettingsSchema.parse(JSON.parse(await runLabScript('up', [], env)));
  return {
    settings: await up(),
    port,
    env,
    pause: () => runLabScript('pause', [], env),
    resume: () => runLabScript('resume', [], env),
    stop: () => runLabScript('down', ['--server-only'], env),
    start: up,
    remove: () => runLabScript('down', ['--drop'], env),
  };
}
