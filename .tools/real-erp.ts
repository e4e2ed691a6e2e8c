import { join } from 'node:path';
import { connectionFrom, urlVariable } from '../extension/playground/seed/connection.ts';
import { labProblem, labSettingsSchema, runLabScript } from '../test/labs/tryton/lab.ts';
import { doubles } from '../test/stand-ins/doubles.ts';

type Lab = { env: Record<string, string>; stop: () => Promise<unknown> };
type RealErp = { name: string; url: string; env: Record<string, string>; stop: () => Promise<unknown> };

/** What `--erp NAME` puts behind the playground: the variables for its parts, and what has to be undone in the end. */
export async function realErp(name: string): Promise<RealErp> {
  try {
    const lab = process.env[urlVariable(name)] ? null : await bringUp(name);
    const { url } = connectionFrom(name, { ...process.env, ...lab?.env });
    return { name, url, env: { ...lab?.env, PLAYGROUND_ERP: name }, stop: async () => lab?.stop() };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

/** What can be brought up here, where no variable says that there is one. Null: nothing of this ERP. */
async function bringUp(name: string): Promise<Lab | null> {
  if (name === 'tryton') return trytonLab();
  const double = doubles[name];
  if (!double) return null;
  const erp = await double.start({ file: join(process.env.BACKROOM_DATA ?? join('.data', name), `${name}.sqlite`) });
  console.log(`${name} is a double here (docs/${name}.md); its admin port is ${erp.adminUrl} .`);
  return { env: double.variablesFor(erp.url), stop: erp.close };
}

/** A Tryton on this machine. One that stood before us is left standing. */
async function trytonLab(): Promise<Lab> {
  const problem = labProblem();
  if (problem) throw new Error(`Without TRYTON_URL a Tryton is brought up here, but ${problem}.`);
  const port = process.env.TRYTON_LAB_PORT ?? '18000';
  const stood = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(5000) }).then(
    () => true,
    () => false,
  );
  console.log('Bringing up a Tryton on this machine (the first time some three minutes) …');
  const { url, database, user, password } = labSettingsSchema.parse(JSON.parse(await runLabScript('up', [])));
  return {
    env: { TRYTON_URL: url, TRYTON_DB: database, TRYTON_USER: user, TRYTON_PASSWORD: password },
    stop: async () => (stood ? undefined : runLabScript('down', [])),
  };
}
