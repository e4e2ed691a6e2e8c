import { crmManifests } from '@backroom/backend/crm/registry';

const OF_CONNECTION = 'backroom';
const others = ['filling', ...crmManifests.map(({ id }) => id)];
/** Who uses a refresh token of its own where each is good for one use: the first account, the process that fills a CRM, other CRMs' accounts, the failure runs. */
export const tokenUsers = [OF_CONNECTION, ...others, 'failures'];

const named = (user: string): string => user.replaceAll('-', '_').toUpperCase();
/** Variables of `npm start -- --erp NAME` with a token for each user: `NAME_REFRESH_TOKEN`, `NAME_SALESFORCE_REFRESH_TOKEN`… */
export const refreshTokens = (erp: string, tokenFor: (user: string) => string): Record<string, string> => ({
  [`${named(erp)}_REFRESH_TOKEN`]: tokenFor(OF_CONNECTION),
  ...Object.fromEntries(others.map((user) => [`${named(erp)}_${named(user)}_REFRESH_TOKEN`, tokenFor(user)])),
});
