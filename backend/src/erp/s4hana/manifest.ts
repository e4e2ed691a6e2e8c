import { currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { chargeFields } from '../contract/charge-fields.ts';
import { type ErpManifest, field } from '../contract/manifest.ts';
import { timeZone } from '../contract/time-zone-field.ts';
import { LENGTH } from './facts.ts';
import { s4hana } from './index.ts';
import * as words from './words.ts';
import * as keys from './words-customizing.ts';

const text = z.string().trim().min(1).max(500);
/** A key of customizing: capitals and digits. */
const code = (most: number) => z.string().trim().min(1).max(most);

export const manifest: ErpManifest = {
  id: 's4hana',
  name: 'SAP S/4HANA',
  versionsTested: ['OData v2, metadata of 2402'],
  address: { ...words.address, example: 'https://my300000-api.s4hana.cloud.sap' },
  auth: z.object({
    user: field(text.optional(), words.user),
    password: field(text.optional(), { ...words.password, secret: true }),
    clientId: field(text.optional(), words.clientId),
    clientSecret: field(text.optional(), { ...words.clientSecret, secret: true }),
  }),
  settings: z.object({
    client: field(
      z
        .string()
        .trim()
        .regex(/^\d{3}$/)
        .optional(),
      { ...words.client, example: '100' },
    ),
    language: field(
      z
        .string()
        .trim()
        .regex(/^(EN|DE)$/i)
        .optional(),
      { ...words.language, example: 'EN' },
    ),
    companyCode: field(code(4), { ...words.companyCode, example: '1010' }),
    salesOrganization: field(code(4), { ...words.salesOrganization, example: '1010' }),
    distributionChannel: field(code(2), { ...words.distributionChannel, example: '10' }),
    division: field(code(2), { ...words.division, example: '00' }),
    orderType: field(code(4).optional(), { ...keys.orderType, example: 'OR' }),
    priceCondition: field(code(4).optional(), { ...keys.priceCondition, example: 'PPR0' }),
    noteText: field(code(4).optional(), { ...keys.noteText, example: 'TX01' }),
    plants: field(z.string().trim().max(200).optional(), { ...keys.plants, example: '1010, 1020' }),
    creditSegment: field(code(10).optional(), { ...keys.creditSegment, example: '1000' }),
    rejectionReason: field(code(2).optional(), { ...keys.rejectionReason, example: '50' }),
    returnType: field(code(4).optional(), { ...keys.returnType, example: 'CBRE' }),
    returnReason: field(code(3).optional(), { ...keys.returnReason, example: '102' }),
    reconciliationAccount: field(code(10).optional(), { ...keys.reconciliationAccount, example: '12100000' }),
    partnerGrouping: field(code(4).optional(), { ...keys.partnerGrouping, example: 'BP02' }),
    currency: field(currencySchema.optional(), { ...keys.currency, example: 'EUR' }),
    timeZone: field(timeZone, { ...keys.timeZone, example: 'Europe/Berlin' }),
    ...chargeFields('SAP', z.string().trim().min(1).max(LENGTH.product).optional()),
  }),
  create: s4hana,
};
