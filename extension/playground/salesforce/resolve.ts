import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';

const virtual = '\0salesforce:';
const platformFolder = join(import.meta.dirname, 'platform');
const identifier = (id: string) => JSON.stringify(id);

/** What the platform gives to a component, through thin modules: Apex, labels, the user's language, and a few of `lightning/*`. */
export function platform(folders: { bundles: string; modules: string }): Plugin {
  return {
    name: 'salesforce-platform',
    resolveId: {
      order: 'pre',
      handler(id) {
        const own = /^c\/(\w+)$/.exec(id)?.[1];
        if (own) return join(folders.bundles, own, `${own}.js`);
        if (/^@salesforce\/(apex|apexContinuation|label\/c\.|i18n\/(lang|locale|timeZone)$)/.test(id))
          return virtual + id;
        const thin = /^lightning\/(uiRecordApi|actions)$/.exec(id)?.[1];
        if (thin) return join(platformFolder, `${thin}.js`);
        const drawn = /^lightning\/(\w+)$/.exec(id)?.[1];
        const place = drawn && join(folders.modules, 'lightning', drawn, `${drawn}.js`);
        return place && existsSync(place) ? place : null;
      },
    },
    load: {
      order: 'pre',
      handler(id) {
        if (!id.startsWith(virtual)) return null;
        const name = id.slice(virtual.length);
        const last = name.slice(name.lastIndexOf('/') + 1);
        if (name.startsWith('@salesforce/apex'))
          return `import { apexMethod } from ${identifier(join(platformFolder, 'apex.js'))}; export default apexMethod(${identifier(last)});`;
        if (name.startsWith('@salesforce/label/'))
          return `export default globalThis.salesforceOrg.labels[${identifier(last.slice('c.'.length))}];`;
        return `export default globalThis.salesforceOrg[${identifier(last)}];`;
      },
    },
  };
}
