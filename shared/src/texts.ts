import { z } from 'zod';

/** `GET /v1/texts`: the texts of the viewer's language, by the keys of shared/src/messages. */
export const textsSchema = z.object({
  ui: z.record(z.string(), z.string()),
  problems: z.record(z.string(), z.array(z.string())),
});
