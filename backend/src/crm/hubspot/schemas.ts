/** HubSpot's answers as far as they are used. All property values are strings or null. Source: HubSpot's OpenAPI files, rollout 2026-03. */
import { z } from 'zod';

export const objectSchema = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
  associations: z
    .record(z.string(), z.object({ results: z.array(z.object({ id: z.coerce.string(), type: z.string() })) }))
    .optional(),
});
export type HubSpotObject = z.infer<typeof objectSchema>;
export const batchSchema = z.object({ results: z.array(objectSchema) });
export const associationsSchema = z.object({
  results: z.array(
    z.object({ from: z.object({ id: z.coerce.string() }), to: z.array(z.object({ toObjectId: z.coerce.string() })) }),
  ),
});
/** Every field of HubSpot's error envelope is to be treated as optional. */
export const errorSchema = z.object({
  category: z.string().optional(),
  message: z.string().optional(),
  policyName: z.string().optional(),
});
export const tokensSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  hub_id: z.number().optional(),
});
export const webhookSchema = z
  .array(
    z.object({
      subscriptionId: z.number().optional(),
      portalId: z.number(),
      occurredAt: z.number(),
      subscriptionType: z.string(),
      objectId: z.number().optional(),
      propertyName: z.string().optional(),
      objectTypeId: z.string().optional(),
      primaryObjectId: z.number().optional(),
      mergedObjectIds: z.array(z.number()).optional(),
    }),
  )
  .max(1000);
