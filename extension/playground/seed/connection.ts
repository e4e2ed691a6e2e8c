import type { ErpOptions } from '@backroom/backend/erp/contract/adapter';
import { type Field, fieldsOf } from '@backroom/backend/erp/contract/manifest';
import { erpManifests } from '@backroom/backend/erp/registry';

/** `business-central`, `timeZone` → `BUSINESS_CENTRAL_TIME_ZONE`: a variable is called as the ERP and the field of its manifest. */
const variable = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.replace(/([a-z\d])([A-Z])/g, '$1_$2').replaceAll('-', '_'))
    .join('_')
    .toUpperCase();
/** Variables that are called otherwise, as the systems themselves do. */
const OWN: Readonly<Record<string, string>> = {
  ODOO_DATABASE: 'ODOO_DB',
  ODOO_KEY: 'ODOO_API_KEY',
  TRYTON_DATABASE: 'TRYTON_DB',
};
/** Where tokens are asked for. No admin sets it: doubles have a place of their own. */
const SIGN_IN: Pick<Field, 'name' | 'required'> = { name: 'signIn', required: false };

export const urlVariable = (erp: string): string => variable(erp, 'url');

/** How long after a request this installation's ERP may still commit it, where it is not what the adapter says. */
export const writingFrom = ({ ERP_MAX_COMMIT_MS: maxCommitMs }: NodeJS.ProcessEnv): Record<string, string> =>
  maxCommitMs ? { maxCommitMs } : {};

/** The connection that the environment (or `.env`) describes, for `npm start -- --erp NAME`. Throws naming the variables that are not there. */
export function connectionFrom(erp: string, env: NodeJS.ProcessEnv): ErpOptions {
  const manifest = erpManifests.find(({ id }) => id === erp);
  if (!manifest)
    throw new Error(
      `There is no ERP "${erp}" to start with. There are: ${erpManifests.map(({ id }) => id).join(', ')}.`,
    );
  const missing: string[] = [];
  const read = (fields: readonly Pick<Field, 'name' | 'required'>[]): Record<string, string> =>
    Object.fromEntries(
      fields.flatMap(({ name, required }) => {
        const asked = variable(erp, name);
        const value = env[OWN[asked] ?? asked];
        if (!value && required) missing.push(OWN[asked] ?? asked);
        return value ? [[name, value]] : [];
      }),
    );
  const url = read([{ name: 'url', required: true }]).url ?? '';
  const settings = read([...fieldsOf(manifest.settings), SIGN_IN]);
  const credentials = read(fieldsOf(manifest.auth));
  if (missing.length > 0) throw new Error(`--erp ${erp} needs ${missing.join(', ')} in the environment or in .env.`);
  return { url, credentials, settings: { ...settings, ...writingFrom(env) } };
}

/** How the process connects that fills the CRM. Where a refresh token works once, it has one of its own: `…_FILLING_REFRESH_TOKEN`. */
export function fillingFrom(erp: string, env: NodeJS.ProcessEnv): ErpOptions {
  const options = connectionFrom(erp, env);
  const refreshToken = env[variable(erp, 'fillingRefreshToken')];
  return refreshToken ? { ...options, credentials: { ...options.credentials, refreshToken } } : options;
}

/**
 * The connection of another CRM's account. Where a refresh token works once, that account needs one of its own: `…_SALESFORCE_REFRESH_TOKEN`. Null: it has none,
 * and must not use up that of the first account.
 */
export function connectionFor<Connecting extends Pick<ErpOptions, 'credentials'> & { erp: string }>(
  crm: string,
  connection: Connecting,
  env: NodeJS.ProcessEnv,
): Connecting | null {
  if (!connection.credentials.refreshToken) return connection;
  const refreshToken = env[variable(connection.erp, crm, 'refreshToken')];
  return refreshToken ? { ...connection, credentials: { ...connection.credentials, refreshToken } } : null;
}
