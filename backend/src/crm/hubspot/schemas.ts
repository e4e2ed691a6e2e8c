/** HubSpot's answers as far as they are used. All property values are strings or null. Source: HubSpot's OpenAPI files, rollout 2026-03. */
import { cleanText } from '@backroom/shared';
import { z } from 'zod';

const id = z.coerce.string();
const paging = z.object({ next: z.object({ after: z.string() }).optional() }).optional();
export const objectSchema = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().transform(cleanText).nullable()),
  associations: z
    .record(z.string(), z.object({ results: z.array(z.object({ id, type: z.string() })), paging }))
    .optional(),
});
export type HubSpotObject = z.infer<typeof objectSchema>;
/** One page of a list. */
export const listSchema = z.object({ results: z.array(objectSchema), paging });
/** What could not be read is among `errors`, or left out without a word. */
export const batchSchema = z.object({ results: z.array(objectSchema) });
export const associationsSchema = z.object({
  results: z.array(
    z.object({
      from: z.object({ id }),
      to: z.array(
        z.object({
          toObjectId: id,
          associationTypes: z.array(z.object({ typeId: z.number() })).default([]),
        }),
      ),
      paging,
    }),
  ),
  errors: z.array(z.object({ subCategory: z.string().optional(), message: z.string().optional() })).default([]),
});
const scopes = z
  .object({
    requiredGranularScopes: z.array(z.string()).optional(),
    missingScopes: z.array(z.string()).optional(),
  })
  .optional()
  .catch(undefined);
/** Every field of HubSpot's error envelope is to be treated as optional. */
export const faultSchema = z.object({
  category: z.string().optional(),
  message: z.string().optional(),
  policyName: z.string().optional(),
  context: scopes,
  errors: z
    .array(z.object({ context: scopes }))
    .optional()
    .catch(undefined),
});
export type HubSpotFault = z.infer<typeof faultSchema>;
/** The token endpoint speaks RFC 6749 in `error` and its own language in `status`. */
export const tokenFaultSchema = z.object({
  error: z.string().optional(),
  status: z.string().optional(),
  message: z.string().optional(),
});
export const tokensSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  hub_id: z.number().int().positive().optional(),
  /** Who accepted the installation. */
  user_id: z.number().optional(),
  scopes: z.array(z.string()).optional(),
});
export const introspectionSchema = z.object({
  hub_id: z.number().int().positive(),
  scopes: z.array(z.string()).optional(),
});
export const accountSchema = z.object({
  timeZone: z.string(),
  companyCurrency: z.string(),
  uiDomain: z.string().optional(),
});
/** An id of an event: a number, or text where a number would round it. */
const objectId = z.union([z.int().transform(String), z.string().regex(/^\d{1,20}$/)]);
export const webhookSchema = z
  .array(
    z.object({
      subscriptionId: z.number().optional(),
      portalId: z.number(),
      occurredAt: z.number(),
      subscriptionType: z.string(),
      objectId: objectId.optional(),
      propertyName: z.string().optional(),
      objectTypeId: z.string().optional(),
      /** Of a merge. */
      primaryObjectId: objectId.optional(),
      mergedObjectIds: z.array(objectId).optional(),
      newObjectId: objectId.nullable().optional(),
      /** Of an association. */
      associationType: z.string().optional(),
      fromObjectTypeId: z.string().optional(),
      toObjectTypeId: z.string().optional(),
      fromObjectId: objectId.optional(),
      toObjectId: objectId.optional(),
    }),
  )
  .max(1000);
