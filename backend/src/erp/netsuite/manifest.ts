import { currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { chargeFields } from '../contract/charge-fields.ts';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { timeZone } from '../contract/time-zone-field.ts';
import { LENGTH } from './facts.ts';
import { netSuite } from './index.ts';
import { DEPLOYMENT, SCRIPT } from './settings.ts';
import * as words from './words.ts';
import * as keys from './words-settings.ts';

const key = z.string().trim().min(1).max(200).optional();
const pem = z.string().trim().min(1).max(10_000).optional();
const internalId = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,9}$/)
  .optional();
const scriptId = z
  .string()
  .trim()
  .regex(/^(?:\d{1,9}|custom(?:script|deploy)\w{1,40})$/i)
  .optional();

export const manifest: ErpManifest = {
  id: 'netsuite',
  name: 'Oracle NetSuite',
  versionsTested: ['REST record API v1, 2026.1'],
  address: { ...words.address, example: 'https://1234567.suitetalk.api.netsuite.com' },
  // A certificate ends after two years at the latest.
  credentialDays: 730,
  auth: z.object({
    clientId: field(key, words.clientId),
    certificateId: field(key, words.certificateId),
    privateKey: field(pem, { ...words.privateKey, secret: true, long: true }),
    consumerKey: field(key, { ...words.consumerKey, secret: true }),
    consumerSecret: field(key, { ...words.consumerSecret, secret: true }),
    tokenId: field(key, { ...words.tokenId, secret: true }),
    tokenSecret: field(key, { ...words.tokenSecret, secret: true }),
  }),
  settings: z.object({
    account: field(
      z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)?$/)
        .max(40),
      { ...words.account, example: '1234567_SB1' },
    ),
    subsidiary: field(internalId, { ...keys.subsidiary, example: '2' }),
    currency: field(currencySchema.optional(), { ...keys.currency, example: 'USD' }),
    timeZone: field(timeZone, { ...keys.timeZone, example: 'America/Los_Angeles' }),
    locations: field(
      z
        .string()
        .trim()
        .max(200)
        .regex(/^[1-9]\d*(?:\s*,\s*[1-9]\d*)*$/)
        .optional(),
      { ...keys.locations, example: '1, 4' },
    ),
    orderLocation: field(internalId, { ...keys.orderLocation, example: '1' }),
    orderStatus: field(
      z
        .string()
        .trim()
        .regex(/^[AB]$/i)
        .optional(),
      { ...keys.orderStatus, example: 'B' },
    ),
    restletScript: field(scriptId, { ...keys.restletScript, example: SCRIPT }),
    restletDeployment: field(scriptId, { ...keys.restletDeployment, example: DEPLOYMENT }),
    ...chargeFields('NetSuite', z.string().trim().min(1).max(LENGTH.code).optional()),
  }),
  create: netSuite,
};
