import { useEffect, useRef } from 'react';
import type { Context, Text } from '../../../dynamics/Backroom/component-framework.ts';
import { Backroom } from '../../../dynamics/Backroom/index.ts';
import german from '../../../dynamics/Backroom/strings/Backroom.1031.resx';
import english from '../../../dynamics/Backroom/strings/Backroom.1033.resx';
import french from '../../../dynamics/Backroom/strings/Backroom.1036.resx';
import italian from '../../../dynamics/Backroom/strings/Backroom.1040.resx';
import dutch from '../../../dynamics/Backroom/strings/Backroom.1043.resx';
import spanish from '../../../dynamics/Backroom/strings/Backroom.3082.resx';

type Inputs = { column: Text; address: Text; organization: Text };
export type Place = { entity: 'opportunity' | 'account'; id: string; organization: string; address: string };
const texts: Readonly<Record<string, readonly [languageId: number, resx: string]>> = {
  ...{
    de: [1031, german],
    en: [1033, english],
    fr: [1036, french],
    it: [1040, italian],
    nl: [1043, dutch],
    es: [3082, spanish],
  },
};
const stringsIn = (resx: string): ReadonlyMap<string, string> =>
  new Map(
    [...resx.matchAll(/<data name="(\w+)"[^>]*>\s*<value>([^<]*)<\/value>/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** The control of extension/dynamics, with what a form gives to one. `openForm` of the record itself shows it anew. */
export function Control(props: {
  place: Place;
  language: string;
  isDark: boolean;
  openForm: (entity: string, id: string) => void;
}) {
  const { place, language, isDark } = props;
  const container = useRef<HTMLDivElement>(null);
  const control = useRef<Backroom | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const [languageId, resx] = texts[language] ?? [1033, english];
    const strings = stringsIn(resx);
    const context: Context<Inputs> = {
      parameters: { column: { raw: '' }, address: { raw: place.address }, organization: { raw: place.organization } },
      mode: { allocatedHeight: -1, allocatedWidth: -1, trackContainerResize: () => {} },
      userSettings: { languageId },
      resources: { getString: (id) => strings.get(id) ?? id },
      navigation: {
        openForm: async ({ entityName, entityId }) => latest.current.openForm(entityName, entityId ?? ''),
      },
      fluentDesignLanguage: { isDarkTheme: isDark },
      page: { entityId: place.id, entityTypeName: place.entity },
    };
    if (control.current) control.current.updateView(context);
    else if (container.current) {
      control.current = new Backroom();
      control.current.init(context, () => {}, {}, container.current);
    }
  }, [place, language, isDark]);
  useEffect(
    () => () => {
      control.current?.destroy();
      control.current = null;
    },
    [],
  );
  return <div ref={container} />;
}
