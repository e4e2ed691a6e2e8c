import { currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { companyTimeZone } from '../contract/time-zone-field.ts';
import { ORDER_TYPE, PUBLISHED } from './facts.ts';
import { sageX3 } from './index.ts';
import { REFERENCE_FIELD } from './settings.ts';
import * as words from './words.ts';
import * as keys from './words-settings.ts';

const text = z.string().trim().min(1).max(200);
/** Codes of X3 get into addresses and conditions. */
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_]{1,30}$/);
const codes = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_]{1,30}(\s*,\s*[A-Za-z0-9_]{1,30}){0,19}$/);

export const manifest: ErpManifest = {
  id: 'sage-x3',
  name: 'Sage X3',
  versionsTested: ['V12, documentation only'],
  address: { ...words.address, example: 'https://x3.example.com:8124' },
  auth: z.object({
    user: field(text, { ...words.user, example: 'backroom' }),
    password: field(text.optional(), { ...words.password, secret: true }),
    clientId: field(text.optional(), words.clientId),
    clientSecret: field(text.optional(), { ...words.clientSecret, secret: true }),
  }),
  settings: z.object({
    audience: field(text.optional(), { ...words.audience, example: 'https://x3.example.com' }),
    folder: field(code, { ...words.folder, example: 'SEED' }),
    pool: field(code, { ...words.pool, example: 'BACKROOM' }),
    site: field(code, { ...keys.site, example: 'FR011' }),
    shippingSite: field(code.optional(), { ...keys.shippingSite, example: 'FR012' }),
    stockSites: field(codes.optional(), { ...keys.stockSites, example: 'FR011, FR012' }),
    orderType: field(code.optional(), { ...keys.orderType, example: ORDER_TYPE }),
    orderObject: field(code.optional(), { ...keys.orderObject, example: PUBLISHED.order }),
    customerObject: field(code.optional(), { ...keys.customerObject, example: PUBLISHED.customer }),
    customerCategory: field(code.optional(), { ...keys.customerCategory, example: 'RETAIL' }),
    referenceField: field(code.optional(), { ...keys.referenceField, example: REFERENCE_FIELD }),
    discounts: field(
      z
        .string()
        .regex(/^[0-9]$/)
        .optional(),
      { ...keys.discounts, whole: true, example: '3' },
    ),
    priceService: field(code.optional(), { ...keys.priceService, example: 'ZGETPRICE' }),
    language: field(code.optional(), { ...words.language, example: 'FRA' }),
    currency: field(currencySchema.optional(), { ...words.currency, example: 'EUR' }),
    timeZone: companyTimeZone,
  }),
  create: sageX3,
};
