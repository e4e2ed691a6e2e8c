import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const env = {
  HUBSPOT_CLIENT_ID: 'app',
  HUBSPOT_CLIENT_SECRET: 'a secret of the app',
  ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
};
test.each([
  ['hubspot', 'HUBSPOT_API_BASE'],
  ['hubspot', 'HUBSPOT_AUTHORIZE_BASE'],
  ['salesforce', 'SALESFORCE_LOGIN_URL'],
  ['salesforce', 'SALESFORCE_SANDBOX_LOGIN_URL'],
])('%s: %s is https, or this machine', (crm, name) => {
  for (const url of ['https://crm.example.com', 'http://127.0.0.1:4100/api', 'http://localhost:4100'])
    expect(readConfig({ ...env, [name]: url }, []).crms[crm]).toMatchObject({ [name]: url });
  for (const url of [
    'http://crm.example.com',
    'http://127.0.0.1.example.com',
    'ftp://127.0.0.1/',
    'crm.example.com',
    '',
  ])
    expect(() => readConfig({ ...env, [name]: url }, [])).toThrow(name);
});
test('people open the console at the public address, or at this machine', () => {
  expect(readConfig(env, []).browserOrigin).toBe('https://app.backroom.example');
  expect(readConfig({ ...env, BROWSER_ORIGIN: 'http://127.0.0.1:8787' }, []).browserOrigin).toBe(
    'http://127.0.0.1:8787',
  );
  for (const url of ['http://app.backroom.example', 'http://127.0.0.1.example.com', 'javascript:alert(1)'])
    expect(() => readConfig({ ...env, BROWSER_ORIGIN: url }, [])).toThrow('BROWSER_ORIGIN');
});
test('a start without a secret, or with one that is too short, names what is missing', () => {
  expect(() => readConfig({ ...env, HUBSPOT_CLIENT_SECRET: undefined }, [])).toThrow('HUBSPOT_CLIENT_SECRET');
  expect(() => readConfig({}, [])).toThrow('ENCRYPTION_KEY');
  expect(() => readConfig({ ...env, ENCRYPTION_KEY: 'short' }, [])).toThrow('ENCRYPTION_KEY');
});
test('an installation without HubSpot names the app of another CRM', () => {
  const { ENCRYPTION_KEY } = env;
  expect(readConfig({ ENCRYPTION_KEY, SALESFORCE_CLIENT_ID: 'app' }, []).crms.salesforce).toMatchObject({
    SALESFORCE_CLIENT_ID: 'app',
  });
});
