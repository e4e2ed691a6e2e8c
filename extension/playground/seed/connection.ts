import type { ErpOptions } from '@backroom/backend/erp/contract/adapter';

type Variables = {
  url: string;
  credentials: Record<string, string>;
  settings: Record<string, string>;
  /** Credentials that only some versions want. */
  optional?: Record<string, string>;
  /** Settings that may be left out. */
  choices?: Record<string, string>;
};
/** Where the environment (or `.env`) says how a real ERP is reached, for `npm start -- --erp NAME`. */
const variablesOf: Readonly<Record<string, Variables>> = {
  tryton: {
    url: 'TRYTON_URL',
    credentials: { user: 'TRYTON_USER', password: 'TRYTON_PASSWORD' },
    settings: { database: 'TRYTON_DB' },
  },
  odoo: {
    url: 'ODOO_URL',
    credentials: { key: 'ODOO_API_KEY' },
    settings: { database: 'ODOO_DB' },
    optional: { login: 'ODOO_LOGIN' },
  },
  'business-central': {
    url: 'BUSINESS_CENTRAL_URL',
    credentials: { clientId: 'BUSINESS_CENTRAL_CLIENT_ID', clientSecret: 'BUSINESS_CENTRAL_CLIENT_SECRET' },
    settings: { tenant: 'BUSINESS_CENTRAL_TENANT', environment: 'BUSINESS_CENTRAL_ENVIRONMENT' },
    choices: {
      company: 'BUSINESS_CENTRAL_COMPANY',
      timeZone: 'BUSINESS_CENTRAL_TIME_ZONE',
      signIn: 'BUSINESS_CENTRAL_SIGN_IN',
    },
  },
  s4hana: {
    url: 'S4HANA_URL',
    credentials: {},
    settings: {
      companyCode: 'S4HANA_COMPANY_CODE',
      salesOrganization: 'S4HANA_SALES_ORGANIZATION',
      distributionChannel: 'S4HANA_DISTRIBUTION_CHANNEL',
      division: 'S4HANA_DIVISION',
    },
    optional: {
      user: 'S4HANA_USER',
      password: 'S4HANA_PASSWORD',
      clientId: 'S4HANA_CLIENT_ID',
      clientSecret: 'S4HANA_CLIENT_SECRET',
    },
    choices: {
      client: 'S4HANA_CLIENT',
      plants: 'S4HANA_PLANTS',
      creditSegment: 'S4HANA_CREDIT_SEGMENT',
      rejectionReason: 'S4HANA_REJECTION_REASON',
      returnReason: 'S4HANA_RETURN_REASON',
      timeZone: 'S4HANA_TIME_ZONE',
    },
  },
  'finance-operations': {
    url: 'FINANCE_OPERATIONS_URL',
    credentials: { clientId: 'FINANCE_OPERATIONS_CLIENT_ID', clientSecret: 'FINANCE_OPERATIONS_CLIENT_SECRET' },
    settings: { tenant: 'FINANCE_OPERATIONS_TENANT', company: 'FINANCE_OPERATIONS_COMPANY' },
    choices: {
      currency: 'FINANCE_OPERATIONS_CURRENCY',
      timeZone: 'FINANCE_OPERATIONS_TIME_ZONE',
      signIn: 'FINANCE_OPERATIONS_SIGN_IN',
      referenceField: 'FINANCE_OPERATIONS_REFERENCE_FIELD',
      transactionsEntity: 'FINANCE_OPERATIONS_TRANSACTIONS_ENTITY',
      customerGroup: 'FINANCE_OPERATIONS_CUSTOMER_GROUP',
      site: 'FINANCE_OPERATIONS_SITE',
      warehouse: 'FINANCE_OPERATIONS_WAREHOUSE',
    },
  },
  netsuite: {
    url: 'NETSUITE_URL',
    credentials: {},
    settings: { account: 'NETSUITE_ACCOUNT' },
    optional: {
      clientId: 'NETSUITE_CLIENT_ID',
      certificateId: 'NETSUITE_CERTIFICATE_ID',
      privateKey: 'NETSUITE_PRIVATE_KEY',
      consumerKey: 'NETSUITE_CONSUMER_KEY',
      consumerSecret: 'NETSUITE_CONSUMER_SECRET',
      tokenId: 'NETSUITE_TOKEN_ID',
      tokenSecret: 'NETSUITE_TOKEN_SECRET',
    },
    choices: {
      subsidiary: 'NETSUITE_SUBSIDIARY',
      currency: 'NETSUITE_CURRENCY',
      timeZone: 'NETSUITE_TIME_ZONE',
      locations: 'NETSUITE_LOCATIONS',
      orderLocation: 'NETSUITE_ORDER_LOCATION',
      orderStatus: 'NETSUITE_ORDER_STATUS',
      restletScript: 'NETSUITE_RESTLET_SCRIPT',
      restletDeployment: 'NETSUITE_RESTLET_DEPLOYMENT',
    },
  },
  bridge: { url: 'BRIDGE_URL', credentials: { key: 'BRIDGE_KEY' }, settings: {} },
};
const realErps = Object.keys(variablesOf);

/** How long after a request this installation's ERP may still commit it, where it is not what the adapter says. */
export const writingFrom = ({ ERP_MAX_COMMIT_MS: maxCommitMs }: NodeJS.ProcessEnv): Record<string, string> =>
  maxCommitMs ? { maxCommitMs } : {};

/** The connection that the environment describes. Throws naming the variables that are not there. */
export function connectionFrom(erp: string, env: NodeJS.ProcessEnv): ErpOptions {
  const names = variablesOf[erp];
  if (!names) throw new Error(`There is no ERP "${erp}" to start with. There are: ${realErps.join(', ')}.`);
  const all = [names.url, ...Object.values(names.settings), ...Object.values(names.credentials)];
  const missing = all.filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`--erp ${erp} needs ${missing.join(', ')} in the environment or in .env.`);
  const present = (fields: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries(fields).filter(([, name]) => env[name]));
  const read = (fields: Record<string, string>) =>
    Object.fromEntries(Object.entries(fields).map(([field, name]) => [field, env[name] ?? '']));
  return {
    url: env[names.url] ?? '',
    credentials: { ...read(names.credentials), ...read(present(names.optional)) },
    settings: { ...read(names.settings), ...read(present(names.choices)), ...writingFrom(env) },
  };
}
