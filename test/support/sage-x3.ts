import { apps, folder, pool } from '../stand-ins/sage-x3/start.ts';

/** Where the double is reached at this address, as the variables of `npm start -- --erp sage-x3`. */
export function sageX3Variables(url: string): Record<string, string> {
  const { login, clientId, secret, url: audience } = apps.full;
  return {
    SAGE_X3_URL: url,
    SAGE_X3_USER: login,
    SAGE_X3_CLIENT_ID: clientId,
    SAGE_X3_CLIENT_SECRET: secret,
    SAGE_X3_AUDIENCE: audience,
    SAGE_X3_FOLDER: folder,
    SAGE_X3_POOL: pool,
    SAGE_X3_SITE: 'H01',
    SAGE_X3_ORDER_TYPE: 'SOI',
    SAGE_X3_CUSTOMER_CATEGORY: 'DE',
    SAGE_X3_DISCOUNTS: '3',
    SAGE_X3_PRICE_SERVICE: 'ZGETPRICE',
    SAGE_X3_TIME_ZONE: 'Europe/Berlin',
  };
}
