import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOf, tuning } from '@backroom/backend/erp/contract/manifest';
import { erpManifests } from '@backroom/backend/erp/registry';
import { type Locale, locales } from '@backroom/shared/messages/locale';
import { describe, expect, test } from 'vitest';
import { retiredPhrases } from './retired-phrases.ts';

// What has to hold for every text of every language. What a text means, a person has to check: docs/glossary.md has the terms.

/** One for each file of messages in English. */
const tables = globSync('*.en.ts', { cwd: join(import.meta.dirname, '..', '..', 'shared', 'src', 'messages') }).map(
  (name) => name.replace('.en.ts', ''),
);
type Entry = { key: string; text: string };
async function entriesOf(table: string, locale: Locale): Promise<Entry[]> {
  const exported =
    Object.values((await import(`../../shared/src/messages/${table}.${locale}.ts`)) as Record<string, object>)[0] ?? {};
  return Object.entries(exported as Record<string, string | readonly string[]>).flatMap(([key, value]) =>
    [value].flat().map((text, index) => ({ key: `${table}.${key}.${index}`, text })),
  );
}
const all = async (locale: Locale) => (await Promise.all(tables.map((table) => entriesOf(table, locale)))).flat();
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** Rules of every language, then of each: what must not be in a text. */
const common = [/["']/, /\.\.\./, / {2}/, /^\s|\s$/, / ,/];
const typography: Readonly<Record<Locale, readonly RegExp[]>> = {
  en: [/ [:;!?…%]/, /[«»„]/],
  // A narrow no-break space before double punctuation and inside the quotes.
  fr: [
    /(?<![\u202f:]|https?|\})[;!?»]|(?<=[^\u202f])[;!?](?=\s|$)|[ \u00a0][:;!?»%]/,
    /«(?!\u202f)/,
    /[“”„]/,
    /[ \u00a0]…/,
  ],
  // A no-break space before the ellipsis that stands for a whole word, and before the percent sign.
  de: [/ [:;!?%…]/, /[^\s]…/, /[«»”]/, /„[^“]*$/],
  es: [/ [:;!?…%]/, /[“”„]/, /(^|[.:] )[^¿.]*\?/],
  nl: [/ [:;!?…%]/, /[«»„]/],
  it: [/ [:;!?…%]/, /[«»„]/],
};

describe.each(locales)('texts in %s', (locale) => {
  test('have the keys and the placeholders of the English ones', async () => {
    const english = new Map((await all('en')).map(({ key, text }) => [key, placeholders(text)]));
    const own = await all(locale);
    expect(own.map(({ key }) => key).sort()).toEqual([...english.keys()].sort());
    for (const { key, text } of own) expect([key, placeholders(text)]).toEqual([key, english.get(key)]);
  });
  test('follow the typography of the language', async () => {
    const wrong = (await all(locale)).filter(
      ({ text }) =>
        !/BR-…/.test(text) &&
        text.split('||').some((form) => [...common, ...typography[locale]].some((rule) => rule.test(form))),
    );
    expect(wrong).toEqual([]);
  });
  test('are one to two sentences, a label or a question, never empty', async () => {
    expect((await all(locale)).filter(({ text }) => text === '' || text.length > 260)).toEqual([]);
  });
});

test('the form of every ERP is worded in each language, with its typography', () => {
  const forms = erpManifests.flatMap(({ id, address, auth, settings }) => [
    [`${id}.address`, address] as const,
    ...[...fieldsOf(auth), ...fieldsOf(settings), ...fieldsOf(tuning)].map(
      (each) => [`${id}.${each.name}`, each] as const,
    ),
  ]);
  const texts = forms.flatMap(([name, { label, help }]) =>
    [label, help].flatMap((words) => (words ? locales.map((locale) => ({ name, locale, text: words[locale] })) : [])),
  );
  const wrong = texts.filter(
    ({ locale, text }) => !text || [...common, ...typography[locale]].some((rule) => rule.test(text)),
  );
  expect(texts.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

/** What the surfaces and the backend are written in, without tests, what is generated, and the tables of the messages. */
const sources = globSync(['extension/**/*.{ts,tsx,js}', 'backend/src/**/*.ts', 'shared/src/**/*.ts'], {
  cwd: join(import.meta.dirname, '..', '..'),
  exclude: (name) => /node_modules|\.build|backroomLabels|backroomViews/.test(name),
}).filter((path) => !/\.test\.|generated|messages\/\w+\.[a-z]{2}\.ts$/.test(path));

test('each text of the cards is used somewhere', async () => {
  const code = sources.map((path) => readFileSync(join(import.meta.dirname, '..', '..', path), 'utf8')).join('\n');
  // Keys that are put together: `order.status.${status}`.
  const made = [...code.matchAll(/[`']([a-z_]+(?:\.[a-z_]+)*\.)\$\{/g)].map(([, start = '']) => start);
  const written = new Set([...code.matchAll(/'([\w.-]+)'/g)].map(([, word]) => word));
  const keys = (await entriesOf('ui', 'en')).map(({ key }) => key.replace(/^ui\.|\.\d+$/g, ''));
  const unused = keys.filter(
    (key) => !/['"`]/.test(key) && !written.has(key) && !made.some((start) => key.startsWith(start)),
  );
  expect(unused).toEqual([]);
});

test.each(['en', 'fr', 'de'] as const)('no text in %s says what a reader stumbled over', async (locale) => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[.:…]$/, '');
  const own = (await import(`../../extension/salesforce/texts/${locale}.ts`)) as { ui: Record<string, string> };
  const texts = [
    ...(await all(locale)),
    ...Object.entries(own.ui).map(([key, text]) => ({ key: `salesforce.${key}`, text })),
  ].flatMap(({ key, text }) => text.split('||').map((form) => ({ key, form: plain(form) })));
  const found = retiredPhrases[locale].flatMap((phrase) =>
    texts
      .filter(({ form }) => (phrase.split(/[ ’]/).length > 3 ? form.includes(phrase) : form === phrase))
      .map(({ key }) => `${key}: ${phrase}`),
  );
  expect(retiredPhrases[locale].length).toBeGreaterThan(70);
  expect(found).toEqual([]);
});

/** Phrases that readers stumbled over. None of them comes back, in the messages, in the extension or in the docs. */
const retired = [
  'Reading from the ERP',
  'Read from the ERP just now',
  'Last known figures,',
  'not foreseeable',
  'Can be there',
  'Everything can be there',
  'stands in the way',
  'stands against it',
  'This would be sent',
  'what it makes of',
  'Handing over',
  'Forbids',
  'Needs you',
  'goes on by itself',
  'go on by themselves',
  'Do not send',
  'Tell the CRM again',
  'Being looked up',
  'No second order can arise',
  'cannot arise',
  'The ERP has nothing of',
  'Whoever operates',
  'The order is on its way',
  'Leave it at',
  'Claim a return',
  'Refuses our access',
  'takes too long',
  'in an unknown form',
  'If it stays',
  'Réglages',
  'service des commandes',
  'service commandes',
  'bureau des commandes',
  'sans date prévisible',
  'Rien ne s’y oppose',
  'Remise en cours',
  'A besoin de vous',
  'Redire au CRM',
  'de soi-même',
  'd’elle-même',
  'Auftragsannahme',
  'Auftragsbüro',
  'nicht absehbar',
  'Das ginge an das ERP',
  'Nichts spricht dagegen',
  'Braucht Sie',
  'Nachgeschlagen',
  'Einzelheiten',
  'Noch einmal versuchen',
  'Bleibt es dabei',
  'Dem CRM noch einmal sagen',
];
test('no retired phrase is in the messages, the extension or the docs', () => {
  const root = join(import.meta.dirname, '..', '..');
  const files = globSync(
    ['shared/src/messages/*.??.ts', 'extension/**/*.{ts,tsx,js,html,xml,cls}', 'docs/**/*.md', '*.md'],
    {
      cwd: root,
      exclude: (name) => /node_modules|\.build/.test(String(name)),
    },
  );
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return retired.filter((phrase) => text.includes(phrase)).map((phrase) => `${file}: ${phrase}`);
  });
  expect(found).toEqual([]);
});
