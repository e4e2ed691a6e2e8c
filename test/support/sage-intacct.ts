import { apps } from '../stand-ins/sage-intacct/start.ts';

/** Where the double is reached at this address, as the variables of `npm start -- --erp sage-intacct`. */
export function sageIntacctVariables(url: string): Record<string, string> {
  const { clientId, clientSecret, username } = apps.full;
  const [user = '', company = '', entity = ''] = username.split(/[@|]/);
  return {
    SAGE_INTACCT_URL: url,
    SAGE_INTACCT_CLIENT_ID: clientId,
    SAGE_INTACCT_CLIENT_SECRET: clientSecret,
    SAGE_INTACCT_USER: user,
    SAGE_INTACCT_COMPANY: company,
    SAGE_INTACCT_ENTITY: entity,
    SAGE_INTACCT_LOCATION: entity,
    SAGE_INTACCT_WAREHOUSE: 'WH-HAM',
    SAGE_INTACCT_TIME_ZONE: 'Europe/Berlin',
  };
}
