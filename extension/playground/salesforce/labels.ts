import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '@backroom/shared/messages/locale';

const app = join(import.meta.dirname, '..', '..', 'salesforce', 'force-app', 'main', 'default');
const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const pairs = (xml: string, pattern: RegExp): [string, string][] =>
  [...xml.matchAll(pattern)].map(({ groups }) => [groups?.name ?? '', plain(groups?.value ?? '')]);

/** The package's labels as the org would give them to a user of that language: what is not translated stays English. */
export function labelsIn(language: Locale): Record<string, string> {
  const english = pairs(
    readFileSync(join(app, 'labels', 'CustomLabels.labels-meta.xml'), 'utf8'),
    /<fullName>(?<name>\w+)<\/fullName>[\s\S]*?<value>(?<value>[\s\S]*?)<\/value>/g,
  );
  const translated =
    language === 'en'
      ? []
      : pairs(
          readFileSync(
            join(app, 'translations', `${language === 'nl' ? 'nl_NL' : language}.translation-meta.xml`),
            'utf8',
          ),
          /<label>(?<value>[\s\S]*?)<\/label>\s*<name>(?<name>\w+)<\/name>/g,
        );
  return { ...Object.fromEntries(english), ...Object.fromEntries(translated) };
}
