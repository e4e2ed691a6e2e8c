import { join } from 'node:path';
import { connectionFrom } from '../extension/playground/seed/connection.ts';
import { labProblem, labSettingsSchema, runLabScript } from '../test/labs/tryton/lab.ts';
import { startBusinessCentral, variablesFor } from '../test/stand-ins/business-central/start.ts';
import {
  variablesFor as financeOperationsVariables,
  startFinanceOperations,
} from '../test/stand-ins/finance-operations/start.ts';
import { startNetSuite } from '../test/stand-ins/netsuite/start.ts';
import { variablesFor as s4hanaVariables, startS4hana } from '../test/stand-ins/s4hana/start.ts';
import { netSuiteVariables } from '../test/support/netsuite.ts';

/** ERPs that can be brought up here, where no variable says that there is one. */
const own: Readonly<Record<string, { unless: string; bringUp: () => Promise<Lab> }>> = {
  tryton: { unless: 'TRYTON_URL', bringUp: trytonLab },
  'business-central': { unless: 'BUSINESS_CENTRAL_CLIENT_ID', bringUp: businessCentralDouble },
  'finance-operations': { unless: 'FINANCE_OPERATIONS_CLIENT_ID', bringUp: financeOperationsDouble },
  s4hana: { unless: 'S4HANA_USER', bringUp: s4hanaDouble },
  netsuite: { unless: 'NETSUITE_ACCOUNT', bringUp: netSuiteDouble },
};
type Lab = { env: Record<string, string>; stop: () => Promise<unknown> };
type RealErp = { name: string; url: string; env: Record<string, string>; stop: () => Promise<unknown> };

/** What `--erp NAME` puts behind the playground: the variables for its parts, and what has to be undone in the end. */
export async function realErp(name: string): Promise<RealErp> {
  try {
    const lab = await (process.env[own[name]?.unless ?? 'PATH'] ? null : own[name]?.bringUp());
    const { url } = connectionFrom(name, { ...process.env, ...lab?.env });
    return { name, url, env: { ...lab?.env, PLAYGROUND_ERP: name }, stop: async () => lab?.stop() };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

/** The double that stands for Business Central, with its data beside ours. There is no real one that could run here. */
async function businessCentralDouble(): Promise<Lab> {
  const data = process.env.BACKROOM_DATA ?? join('.data', 'business-central');
  const erp = await startBusinessCentral({ file: join(data, 'business-central.sqlite') });
  console.log(`Business Central is a double here (docs/business-central.md); its admin port is ${erp.adminUrl} .`);
  return { env: variablesFor(erp.url), stop: erp.close };
}

/** The double that stands for SAP S/4HANA, with its data beside ours. */
async function s4hanaDouble(): Promise<Lab> {
  const data = process.env.BACKROOM_DATA ?? join('.data', 's4hana');
  const erp = await startS4hana({ file: join(data, 's4hana.sqlite') });
  console.log(`SAP S/4HANA is a double here (docs/s4hana.md); its admin port is ${erp.adminUrl} .`);
  return { env: s4hanaVariables(erp.url), stop: erp.close };
}

/** The double that stands for NetSuite, with its data beside ours. */
async function netSuiteDouble(): Promise<Lab> {
  const data = process.env.BACKROOM_DATA ?? join('.data', 'netsuite');
  const erp = await startNetSuite({ file: join(data, 'netsuite.sqlite') });
  console.log(`NetSuite is a double here (docs/netsuite.md); its admin port is ${erp.adminUrl} .`);
  return { env: netSuiteVariables(erp.url), stop: erp.close };
}

/** The double that stands for Finance & Operations, with its data beside ours. */
async function financeOperationsDouble(): Promise<Lab> {
  const data = process.env.BACKROOM_DATA ?? join('.data', 'finance-operations');
  const erp = await startFinanceOperations({ file: join(data, 'finance-operations.sqlite') });
  console.log(
    `Finance & Operations is a double here (docs/finance-operations.md); its admin port is ${erp.adminUrl} .`,
  );
  return { env: financeOperationsVariables(erp.url), stop: erp.close };
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
