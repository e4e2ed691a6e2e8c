import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales } from '@backroom/shared/messages/locale';
import { describe, expect, test } from 'vitest';

// One word for one thing (docs/glossary.md), and names that are called what they are called.

const root = join(import.meta.dirname, '..', '..');
const tables = globSync('*.en.ts', { cwd: join(root, 'shared', 'src', 'messages') }).map((name) =>
  name.replace('.en.ts', ''),
);
type Entry = { key: string; text: string };
async function entriesOf(locale: Locale): Promise<Entry[]> {
  const all = await Promise.all(
    tables.map(async (table) => {
      const [texts = {}] = Object.values((await import(`../../shared/src/messages/${table}.${locale}.ts`)) as object);
      return Object.entries(texts as Record<string, string | readonly string[]>).flatMap(([key, value]) =>
        [value].flat().map((text) => ({ key: `${table}.${key}`, text })),
      );
    }),
  );
  return all.flat();
}
const formsOf = async (locale: Locale): Promise<Entry[]> =>
  (await entriesOf(locale)).flatMap(({ key, text }) => text.split('||').map((form) => ({ key, text: form })));

/** Second words for what the glossary has a word for, and words of no screen. */
const others: Readonly<Record<Locale, readonly RegExp[]>> = {
  en: [
    /\be-mail/i,
    /\bids?\b/,
    /\banew\b/,
    /\bswitch(ed)? (on|off|that)/i,
    /\b(told|tells?)\b/,
    /\b(does|did) not answer/i,
    /\brefuse/i,
    /\bsold deals|\bdeals? sold|was sold in/i,
    /\bmend\b/i,
    /product code (?!\(SKU)/i,
    /\bmasters?\b/i,
    /\bset-up\b/i,
    /\bgo(es)? on\b/i,
  ],
  fr: [
    /\baffaires?\b/i,
    /\bADV\b/,
    /(?<![\p{L}])li(er|é|ée|és|ées)(?!\p{L})/iu,
    /limite de crédit/i,
    /réglages/i,
    /(?<!types? d’)\benregistrements?\b(?! sur)/i,
    /codes? article/i,
    /changements de l’ERP/i,
    /\badmin\b/i,
  ],
  de: [
    /Auftragsabteilung|Auftragsbüro/,
    /\bFirm(a|en)\b/,
    /\bProdukte?n?\b/,
    /Rücksendung/,
    /Freigabe|freigeb|freizugeben/,
    /\bVerkäufern?\b/,
    /Pilot(nutzer|anwender)/,
    /Artikelcode/,
    /\bIds?\b/,
    /Nichts wurde/,
    /von selbst/,
    /\bTaste\b/,
    /[Bb]estellt\b|Bestellung\b/,
  ],
  es: [/presupuesto/i, /\bmonedas?\b/i, /período/i, /\bajustes\b/i, /NIF-IVA/, /\bmaestros?\b/i, /sistema de pruebas/],
  nl: [
    /orderdesk|orderafdeling/,
    /aanvaard/,
    /\bverstu(ur|urt|urd|ren)/,
    /\bstro(om|men)\b/i,
    /inloggegevens/,
    /\bantwoordt\b/,
    /\b(de|deze) CRM\b(?!-)/,
    /vervallen factu|factuur vervallen/i,
    /Backroom-beheerder/,
    /antwoordtijd/i,
    /[‘]/,
  ],
  it: [
    /\baffar[ei]\b/i,
    /e-mail/i,
    /\bpartit[ae] apert[ae]\b/i,
    /credito (residuo|disponibile)|limite di (credito|fido)|linea di credito/i,
    /\brinvi(a|are|ato|ati)\b/i,
    /\bassoci(a|are|at[oaie])\b/i,
    /\barticol[oi]\b|\bSKU\b/i,
    /\bdivis[ae]\b|\bmonet[ae]\b/i,
    /\bP\. ?IVA\b|codice IVA/i,
    /ufficio ordini|back office/i,
    /\bdocumento di reso\b|\brestituzion[ei]\b/i,
    /\bsettaggi\b|\bsettare\b|\bcliccare\b/i,
    // Readers are addressed with “tu”: no polite form, and no infinitive as an order. A question may begin with one.
    /(?<!^|[.?!:] )\b(Lei|Suo|Sua|Voi|Vostr[oaie])\b/,
    /(^|[.:] )(Inserire|Selezionare|Scegliere|Correggere|Attendere|Riprovare|Verificare|Contattare|Aprire|Inviare|Compilare)\b[^?]*$/,
  ],
};

/** Names that are no text of ours: of a method, of a step in Salesforce, of a program, or written into the ERP as it stands. */
const foreign = /^(orders\.find|Changes|bearer|Make, .*|Backroom load test\. May be deleted\.)$/;
const quotes: Readonly<Record<Locale, RegExp>> = {
  en: /“([^”]*)”/g,
  nl: /“([^”]*)”/g,
  it: /“([^”]*)”/g,
  de: /„([^“]*)“/g,
  fr: /«\u202f([^»]*)\u202f»/g,
  es: /«([^»]*)»/g,
};
const plain = (text: string) => text.replace(/\{\w+\}|[…\u00a0\u202f]/g, '').trim();
/** The names of our workflow actions in HubSpot, in every language. */
const actions = globSync('extension/hubspot/src/app/workflow-actions/*.json', { cwd: root }).flatMap((path) =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/"actionName": "([^"]*)"/g)].map(([, name = '']) => name),
);

describe.each(locales)('texts in %s', (locale) => {
  test('have one word for one thing', async () => {
    const found = (await formsOf(locale)).filter(({ text }) =>
      others[locale].some((other) => other.test(text.replace(/\{\w+\}/g, '{}'))),
    );
    expect(found).toEqual([]);
  });
  test('quote a page, a button or a status by its own name', async () => {
    const all = await formsOf(locale);
    const names = new Set([...all.map(({ text }) => plain(text)), ...actions]);
    const unknown = all.flatMap(({ key, text }) =>
      [...text.matchAll(quotes[locale])]
        .map(([, name = '']) => name)
        .filter((name) => !/\{\w+\}/.test(name) && !foreign.test(name) && !names.has(plain(name)))
        .map((name) => `${key}: ${name}`),
    );
    expect(names.size).toBeGreaterThan(1000);
    expect(unknown).toEqual([]);
  });
});

/** Texts whose number is never one: a fixed limit, a count that is not shown below two, the later part of a ratio or a range. */
const neverOne = new Set([
  'console.connection.doubles_lookup',
  'connections.ends_days',
  'load.bounds',
  'load.ended.time',
  'setup.preflight.errors.lookup',
  'bulk.too_many',
  'keys.wrong_name',
  'keys.most',
  'alerts.mail.several',
  'mapping.wrong.long',
  'entry.entry.too_long',
  'ui.entry.too_long',
  'load.of',
  'mapping.used_in',
  'setup.preflight.volumes.of_day',
  'setup.preflight.volumes.of_window',
  'ui.credit.ageing.range',
  'ui.credit.ageing.more',
]);
const counted =
  /\{\w+\} (?:[a-z-]+ )?(?:days|minutes|seconds|items|orders|deals|companies|customers|fields|lines|links|calls|requests|keys|characters|updates|times|rows|warnings|decisions)\b/;
test('what is counted has a form for one', async () => {
  const found = (await entriesOf('en')).filter(
    ({ key, text }) => counted.test(text) && !text.includes('||') && !neverOne.has(key),
  );
  expect(found).toEqual([]);
});
