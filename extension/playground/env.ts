export const at = (port: string) => `http://127.0.0.1:${port}`;

/** CRMs beside HubSpot and Salesforce. */
const further = (page: string): Record<string, Record<string, string>> => ({
  pipedrive: {
    PIPEDRIVE_CLIENT_ID: 'playground',
    PIPEDRIVE_CLIENT_SECRET: 'playground-secret-not-for-production',
    PIPEDRIVE_JWT_SECRET: 'playground-panel-secret-not-for-production',
    PIPEDRIVE_ORDER_MODAL: 'playground-order',
    PIPEDRIVE_OAUTH_BASE: page,
  },
  'dynamics-sales': {
    DYNAMICS_SALES_CLIENT_ID: '2b1c7d0e-5a4f-4c1b-9a53-6f0e8d2c7b01',
    DYNAMICS_SALES_CLIENT_SECRET: 'backroom-secret',
    DYNAMICS_SALES_SIGN_IN: page,
  },
  'sap-sales-cloud': {
    SAP_SALES_CLOUD_SETUP_CODE: 'playground-set-up-code',
    SAP_SALES_CLOUD_TENANTS: page,
    SAP_SALES_CLOUD_ISSUERS: page,
  },
  'odoo-crm': { ODOO_CRM: 'on', PLAYGROUND_ODOO: page },
});

type Of = {
  backend: string;
  erp: string;
  page: string;
  /** The folder of all that is kept. */
  data: string;
  /** CRMs beside HubSpot and Salesforce; all of them where it is not said. */
  crms?: readonly string[] | undefined;
};
/** What the parts of the playground are told. The secrets guard nothing: every part listens on loopback and holds invented data. A real set-up names its own. */
export function playgroundEnv(of: Of): Record<string, string> {
  const page = at(of.page);
  const crms = Object.entries(further(page)).filter(([name]) => of.crms?.includes(name) ?? true);
  return {
    BACKROOM_DATA: of.data,
    PORT: of.backend,
    PUBLIC_ORIGIN: 'https://app.backroom.example',
    HUBSPOT_CLIENT_ID: 'playground',
    HUBSPOT_CLIENT_SECRET: 'playground-secret-not-for-production',
    HUBSPOT_APP_ID: '99',
    HUBSPOT_API_BASE: `${page}/hubspot-api`,
    HUBSPOT_AUTHORIZE_BASE: `${page}/hubspot-api`,
    SALESFORCE_CLIENT_ID: 'playground',
    SALESFORCE_LOGIN_URL: `${page}/salesforce-api`,
    ...Object.assign({}, ...crms.map(([, env]) => env)),
    ENCRYPTION_KEY: Buffer.from('playground key, 32 bytes exactly').toString('base64'),
    DEMO_ERP_PORT: of.erp,
    DEMO_ERP_URL: at(of.erp),
    DEMO_ERP_KEY: 'demo-erp-key',
    PLAYGROUND_PORT: of.page,
    BACKEND_URL: at(of.backend),
    BROWSER_ORIGIN: at(of.backend),
    // The demo ERP and the labs are on this machine, a real one may be in the house.
    ERP_PRIVATE_ADDRESSES: process.env.ERP_PRIVATE_ADDRESSES ?? 'all',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
}
