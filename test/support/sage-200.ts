import { app, companies, firstRefreshToken, site } from '../stand-ins/sage-200/start.ts';

/** Where the double is reached at this address, as the variables of `npm start -- --erp sage-200`. */
export const sage200Variables = (url: string): Record<string, string> => ({
  SAGE_200_URL: url,
  SAGE_200_SIGN_IN: url,
  SAGE_200_CLIENT_ID: app.clientId,
  SAGE_200_CLIENT_SECRET: app.clientSecret,
  SAGE_200_REFRESH_TOKEN: firstRefreshToken,
  SAGE_200_SITE: site,
  SAGE_200_COMPANY: companies.main,
  SAGE_200_WAREHOUSE: 'HOME',
});
