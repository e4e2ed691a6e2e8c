import { z } from 'zod';
import { crmManifest } from '../contract/manifest.ts';
import { unset } from '../kit/settings.ts';
import { odooConnection } from './connect.ts';
import { odooDoor } from './door.ts';
import { odooEmbed } from './embed.ts';
import { createOdooCrm } from './index.ts';
import { odooPlaces } from './places.ts';

const settings = z.object({
  /** `on`: databases may be connected here. Odoo registers no apps, so that there is nothing else to name. */
  ODOO_CRM: z.enum(['on', 'off']).default('off'),
});

export const manifest = crmManifest({
  id: 'odoo-crm',
  name: 'Odoo CRM',
  install: {
    path: 'install',
    how: {
      en: 'The app is installed in Odoo. Its administrator then presses Connect under Settings › Backroom.',
      de: 'Die App wird in Odoo installiert. Dann drückt der Administrator unter Einstellungen › Backroom auf Verbinden.',
      fr: 'L’application est installée dans Odoo. Son administrateur appuie ensuite sur Connecter sous Paramètres › Backroom.',
      es: 'La aplicación se instala en Odoo. Después su administrador pulsa Conectar en Ajustes › Backroom.',
      nl: 'De app wordt in Odoo geïnstalleerd. Daarna drukt de beheerder onder Instellingen › Backroom op Verbinden.',
      it: 'L’app si installa in Odoo. Poi l’amministratore preme Connetti in Impostazioni › Backroom.',
    },
  },
  settings,
  native: { odoo: 'same_system' },
  create({ ODOO_CRM: state }, ports) {
    if (state === 'off') return unset();
    const { publicOrigin, logger, now, fetch, onSent, useOnce, onEvents } = ports;
    const places = odooPlaces(ports.tokens);
    const { adapter, client } = createOdooCrm({ places, fetch, now, onSent });
    const connect = odooConnection({ places, client, fetch, publicOrigin, now, useOnce, ports });
    return {
      adapter,
      // The frame has a session of its own.
      proofs: [],
      embed: odooEmbed({ places, publicOrigin, now }),
      door: odooDoor({ places, connect, publicOrigin, logger, now, useOnce, onEvents }),
      async tryGrant(account) {
        if (await places.find(account))
          await client.ask(
            z.unknown(),
            { model: 'res.users', method: 'context_get' },
            { account, signal: AbortSignal.timeout(7000) },
          );
      },
    };
  },
});
