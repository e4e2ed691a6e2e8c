import { z } from 'zod';
import { chargeFields } from '../contract/charge-fields.ts';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { timeZone } from '../contract/time-zone-field.ts';
import { BASE, LENGTH } from './facts.ts';
import { sage200 } from './index.ts';
import { grantServer } from './settings.ts';
import * as words from './words.ts';
import * as keys from './words-settings.ts';

const key = z.string().trim().min(1).max(4000);
const name = z.string().trim().min(1).max(60).optional();

export const manifest: ErpManifest = {
  id: 'sage-200',
  name: 'Sage 200',
  versionsTested: ['Professional API v1'],
  address: { ...words.address, example: BASE },
  auth: z.object({
    clientId: field(key, words.clientId),
    clientSecret: field(key, { ...words.clientSecret, secret: true }),
    refreshToken: field(key, { ...words.refreshToken, secret: true }),
    subscriptionKey: field(key.optional(), { ...words.subscriptionKey, secret: true }),
  }),
  settings: z.object({
    site: field(z.string().trim().min(1).max(36).optional(), {
      ...keys.site,
      example: '0f8fad5b-d9cb-469f-a165-70867728950e',
    }),
    company: field(
      z
        .string()
        .trim()
        .regex(/^\d{1,10}$/)
        .optional(),
      { ...keys.company, example: '1' },
    ),
    timeZone: field(timeZone, { ...keys.timeZone, example: 'Europe/London' }),
    referenceField: field(
      z
        .string()
        .trim()
        .regex(/^(?:[1-9]|10)$/)
        .optional(),
      { ...keys.referenceField, example: '1' },
    ),
    warehouse: field(name, { ...keys.warehouse, example: 'HOME' }),
    warehouses: field(z.string().trim().min(1).max(400).optional(), { ...keys.warehouses, example: 'HOME, NORTH' }),
    ...chargeFields('Sage 200', z.string().trim().min(1).max(LENGTH.code).optional()),
  }),
  grant: { field: 'refreshToken', server: grantServer },
  create: sage200,
};
