import { join } from 'node:path';
import { build } from 'vite';

/** Builds the page to where the backend looks for it. */
export const buildEmbed = async (): Promise<void> =>
  void (await build({ configFile: join(import.meta.dirname, 'vite.config.ts') }));

if (import.meta.main) await buildEmbed();
