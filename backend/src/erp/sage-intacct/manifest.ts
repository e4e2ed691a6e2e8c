import { currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { chargeFields } from '../contract/charge-fields.ts';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { timeZone } from '../contract/time-zone-field.ts';
import { BASE, BASE_PRICE_LIST, LENGTH, TYPE } from './facts.ts';
import { sageIntacct } from './index.ts';
import * as words from './words.ts';
import * as keys from './words-settings.ts';

const key = z.string().trim().min(1).max(200);
/** `@` and `|` divide user, company and entity when the integration signs in. */
const name = z
  .string()
  .trim()
  .regex(/^[^@|\s]+$/)
  .max(60);
const id = z.string().trim().min(1).max(60).optional();

export const manifest: ErpManifest = {
  id: 'sage-intacct',
  name: 'Sage Intacct',
  versionsTested: ['REST API v1, September 2026'],
  address: { ...words.address, example: BASE },
  auth: z.object({
    clientId: field(key, words.clientId),
    clientSecret: field(key, { ...words.clientSecret, secret: true }),
    user: field(name, { ...words.user, example: 'backroom_api' }),
  }),
  settings: z.object({
    company: field(name, { ...words.company, example: 'MyCompany' }),
    entity: field(name.optional(), { ...words.entity, example: '100' }),
    currency: field(currencySchema.optional(), { ...words.currency, example: 'USD' }),
    timeZone: field(timeZone, { ...words.timeZone, example: 'America/New_York' }),
    orderType: field(id, { ...keys.orderType, example: TYPE.order }),
    returnType: field(id, { ...keys.returnType, example: TYPE.return }),
    warehouse: field(id, { ...keys.warehouse, example: 'WH01' }),
    warehouses: field(z.string().trim().min(1).max(400).optional(), { ...keys.warehouses, example: 'WH01, WH02' }),
    location: field(id, { ...keys.location, example: '100' }),
    department: field(id, keys.department),
    priceList: field(id, { ...keys.priceList, example: BASE_PRICE_LIST }),
    ...chargeFields('Sage Intacct', z.string().trim().min(1).max(LENGTH.code).optional()),
  }),
  create: sageIntacct,
};
