import { join } from 'node:path';
import { ComponentSet } from '@salesforce/source-deploy-retrieve';

const app = join(import.meta.dirname, '..', 'force-app');

/** The package's components, as Salesforce's own library reads them from the source format. */
export const components = (folder = app) => ComponentSet.fromSource(folder);

/** `package.xml`: every component by name, so that what is deployed is what is listed. */
export async function manifestFile(): Promise<string> {
  const set = components();
  set.sourceApiVersion = '64.0';
  return `${(await set.getPackageXml(4)).trim()}\n`;
}
