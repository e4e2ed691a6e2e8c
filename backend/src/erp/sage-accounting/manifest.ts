import { currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { companyTimeZone } from '../contract/time-zone-field.ts';
import { BASE } from './facts.ts';
import { sageAccounting } from './index.ts';
import { grantServer, orderDocuments } from './settings.ts';
import * as words from './words.ts';

const key = z.string().trim().min(1).max(200);
/** Sage reserves two thousand characters for a token. */
const token = z.string().trim().min(1).max(4096);
const id = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{8,64}$/);
const text = z.string().trim().toLowerCase();

export const manifest: ErpManifest = {
  id: 'sage-accounting',
  name: 'Sage Accounting',
  versionsTested: ['API v3.1, April 2026'],
  address: { ...words.address, example: BASE },
  auth: z.object({
    clientId: field(key, words.clientId),
    clientSecret: field(key, { ...words.clientSecret, secret: true }),
    refreshToken: field(token, { ...words.refreshToken, secret: true, long: true }),
  }),
  settings: z.object({
    business: field(id.optional(), { ...words.business, example: '0d40342d0287cd6b13555c54afca6c90' }),
    orderDocument: field(text.pipe(z.enum(orderDocuments)).optional(), { ...words.orderDocument, example: 'quote' }),
    currency: field(currencySchema.optional(), { ...words.currency, example: 'GBP' }),
    timeZone: companyTimeZone,
  }),
  grant: { field: 'refreshToken', server: grantServer },
  create: sageAccounting,
};
