import { textsOf } from '@backroom/shared/messages/languages';
import type { Locale } from '@backroom/shared/messages/locale';
import { english, type Texts } from '@backroom/shared/messages/texts';
import * as de from '../texts/de.ts';
import * as en from '../texts/en.ts';
import * as es from '../texts/es.ts';
import * as fr from '../texts/fr.ts';
import * as it from '../texts/it.ts';
import * as nl from '../texts/nl.ts';

// The words of every surface as custom labels, so that an admin can reword and translate them with the platform's own means.

/** Languages of the package's translations, as Salesforce names them in file names. */
const localeOf = { de: 'de', es: 'es', fr: 'fr', it: 'it', nl_NL: 'nl' } as const satisfies Record<string, Locale>;
export type SalesforceLanguage = keyof typeof localeOf;
export const salesforceLanguages = Object.keys(localeOf) as SalesforceLanguage[];

/** Texts that name a record, with the nouns of Salesforce: opportunity, account and product. */
const own = { de, en, es, fr, it, nl } as const satisfies Record<Locale, unknown>;
function textsIn(language: Locale): Texts {
  const { ui, problems } = textsOf(language);
  return { ui: { ...ui, ...own[language].ui }, problems: { ...problems, ...own[language].problems } };
}

/** A label's name: letters, digits and single underscores. */
const nameOf = (key: string) => `Backroom_${key.replace(/[^A-Za-z0-9]+/g, '_')}`;
export const labelsIn = (language: Locale): [name: string, value: string][] => [
  ...Object.entries(textsIn(language).ui).map(([key, value]): [string, string] => [nameOf(key), value]),
  ...Object.entries(textsIn(language).problems).flatMap(([code, [title, whatToDo]]): [string, string][] => [
    [nameOf(`problem.${code}`), title],
    [nameOf(`problem.${code}.do`), whatToDo],
  ]),
];
const xml = (text: string) =>
  text.replace(/[&<>]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[each] ?? each);
const head = '<?xml version="1.0" encoding="UTF-8"?>';
const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

export function labelsFile(): string {
  const labels = labelsIn('en');
  const names = new Set(labels.map(([name]) => name));
  if (names.size !== labels.length) throw new Error('two messages become the same label');
  const tooLong = labels.find(([name, value]) => name.length > 80 || value.length > 1000);
  if (tooLong) throw new Error(`${tooLong[0]} is longer than a label may be`);
  const each = labels.map(
    ([name, value]) => `    <labels>
        <fullName>${name}</fullName>
        <categories>Backroom</categories>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>${name.slice(0, 80)}</shortDescription>
        <value>${xml(value)}</value>
    </labels>`,
  );
  return `${head}\n<CustomLabels ${namespace}>\n${each.join('\n')}\n</CustomLabels>\n`;
}
export function translationFile(language: SalesforceLanguage): string {
  const each = labelsIn(localeOf[language]).map(
    ([name, value]) => `    <customLabels>
        <label>${xml(value)}</label>
        <name>${name}</name>
    </customLabels>`,
  );
  return `${head}\n<Translations ${namespace}>\n${each.join('\n')}\n</Translations>\n`;
}
/** `c/backroomLabels`: the labels under the keys that the views use. */
export function labelsModule(): string {
  const keys = Object.keys(english.ui);
  const codes = Object.keys(english.problems);
  const imports = [
    ...keys.map((key, index) => `import u${index} from '@salesforce/label/c.${nameOf(key)}';`),
    ...codes.flatMap((code, index) => [
      `import p${index} from '@salesforce/label/c.${nameOf(`problem.${code}`)}';`,
      `import d${index} from '@salesforce/label/c.${nameOf(`problem.${code}.do`)}';`,
    ]),
  ];
  return `// Generated from shared/src/messages by extension/salesforce/tools/generate.ts. Do not edit.
${imports.join('\n')}

export const ui = {
${keys.map((key, index) => `  '${key}': u${index},`).join('\n')}
};
export const problems = {
${codes.map((code, index) => `  ${code}: [p${index}, d${index}],`).join('\n')}
};
`;
}
