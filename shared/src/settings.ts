import { z } from 'zod';
import * as id from './ids.ts';
import { problemSchema } from './problem-schema.ts';

/** `GET /v1/settings` for the settings page. */
export const settingsSchema = z.object({
  account: z.string(),
  /** Null: no ERP is connected yet. */
  connection: z
    .object({
      erp: z.string(),
      name: z.string(),
      url: z.string(),
      state: z.enum(['ok', 'down', 'unauthorised', 'unknown']),
      checkedAt: id.instantSchema.nullable(),
      latencyMs: z.number().nullable(),
      version: z.string().nullable(),
      /** Marked by an admin as a test system. A CRM sandbox may write to test systems only. */
      isTest: z.boolean(),
      problem: problemSchema.nullable(),
    })
    .nullable(),
  flows: z.array(z.object({ flow: id.flowSchema, on: z.boolean(), supported: z.boolean(), master: z.string() })),
  writeBack: z.object({ on: z.boolean(), propertiesReady: z.boolean() }),
});
export type Settings = z.infer<typeof settingsSchema>;
export const settingsInputSchema = z.strictObject({
  flows: z.partialRecord(id.flowSchema, z.boolean()).optional(),
  writeBack: z.boolean().optional(),
  connectionIsTest: z.boolean().optional(),
});
export type SettingsInput = z.infer<typeof settingsInputSchema>;
