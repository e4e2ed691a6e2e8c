import { encryptedAddressSchema } from '@backroom/backend/crm/contract/address';
import { crmManifest } from '@backroom/backend/crm/contract/manifest';
import { z } from 'zod';
import { toyCaller } from './caller.ts';
import { toyDoor } from './door.ts';
import { toyEmbed } from './embed.ts';
import { createToyCrm } from './index.ts';
import { toyTokens } from './tokens.ts';

/** Users to whom no record is shown. */
export const lost = new Set<string>();

/** The CRM's entry: its id stands in front of its accounts' numbers (`toy:1`) and names its door (`/toy`). */
export const manifest = crmManifest({
  id: 'toy',
  name: 'Toy CRM',
  install: {
    path: 'install',
    how: { en: 'Add it.', de: 'Hinzufügen.', fr: 'Ajoutez-la.', es: 'Añádala.', nl: 'Voeg toe.', it: 'Aggiungila.' },
  },
  settings: z.object({
    TOY_CRM_URL: encryptedAddressSchema.default('https://crm.example.com'),
    TOY_CRM_SECRET: z.string().min(8).default('not-configured'),
  }),
  create(env, { tokens, now, useOnce, onEvents }) {
    const app = { url: env.TOY_CRM_URL, secret: env.TOY_CRM_SECRET };
    const sessions = toyTokens(app, tokens, now);
    const proof = toyCaller({ secret: app.secret, now, useOnce });
    return {
      adapter: createToyCrm(app, sessions),
      proofs: [proof],
      door: toyDoor({ proof, onEvents }),
      // This CRM shows every record to every user but these.
      embed: toyEmbed({ secret: app.secret, now, viewers: (_, user) => !lost.has(user) }),
      tryGrant: async (account) => void (await sessions.access(account)),
    };
  },
});
