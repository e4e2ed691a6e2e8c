import './bar.css';
import { type Locale, localeNames, locales } from '@backroom/shared/messages/locale';
import { useEffect, useState } from 'react';
import { start } from './start.ts';

/** `realErp: null`: the demo ERP stands behind the page, and shows itself at `erpUrl`. */
const { erpUrl, realErp } = start<{
  context: { erpUrl: string; realErp: { name: string; version: string; company: string } | null };
}>().context;
type Switches = {
  latencyMs: number;
  outage: boolean;
  refuse: string | null;
  busy: { retryAfterSeconds: number } | null;
  hang: boolean;
  dropAfterCommit: number;
  schema: string;
};
const well: Switches = {
  latencyMs: 0,
  outage: false,
  refuse: null,
  busy: null,
  hang: false,
  dropAfterCommit: 0,
  schema: 'normal',
};
const situations: readonly [name: string, label: string, value: Partial<Switches>][] = [
  ['well', 'answers', {}],
  ['down', 'is switched off', { outage: true }],
  ['slow', 'is slow', { latencyMs: 3000 }],
  ['hang', 'hangs', { hang: true }],
  ['busy', 'is busy', { busy: { retryAfterSeconds: 3 } }],
  ['refuse', 'refuses writes', { refuse: 'The period is closed' }],
  ['drop', 'drops the next answer after its commit', { dropAfterCommit: 1 }],
  ['drift', 'answers in a changed form', { schema: 'changed' }],
];
/** Which of the situations the switches show; other combinations count as well. */
const nameOf = (now: Switches): string =>
  situations.find(([name, , value]) => {
    const [key] = Object.keys(value) as (keyof Switches)[];
    return name !== 'well' && key !== undefined && JSON.stringify(now[key]) !== JSON.stringify(well[key]);
  })?.[0] ?? 'well';
export type PlaygroundCrm = keyof typeof homes;
const homes = {
  HubSpot: '/',
  Salesforce: '/salesforce',
  Pipedrive: '/pipedrive',
  'Dynamics 365 Sales': '/dynamics',
  'SAP Sales Cloud': '/sap-sales-cloud',
  'Odoo CRM': '/odoo',
} as const;
const settingsOf: Partial<Record<PlaygroundCrm, string>> = { HubSpot: '/settings', Salesforce: '/salesforce/settings' };
/** Tags of the languages. English is asked for as it is in Britain. */
const tagOf = (locale: Locale): string => (locale === 'en' ? 'en-gb' : locale);
/** Links, the language and the looks of the page, and what the demo ERP should suffer from. */
export function TopBar(props: {
  locale: string;
  onLocale: (locale: string) => void;
  /** The same page in each CRM. */
  crm: PlaygroundCrm;
  places: Partial<Record<PlaygroundCrm, string>>;
}) {
  const [dark, setDark] = useState(() => localStorage.getItem('theme') === 'dark');
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    localStorage.setItem('theme', dark ? 'dark' : 'light');
  }, [dark]);
  return (
    <header className="bar">
      <strong>Playground CRM</strong>
      <nav aria-label="Main">
        <a href={homes[props.crm]}>Deals</a>
        {settingsOf[props.crm] ? <a href={settingsOf[props.crm]}>Settings</a> : null}
        <a href="/desk">Order desk</a>
        {realErp ? null : <a href={erpUrl}>Demo ERP</a>}
      </nav>
      <nav className="crms" aria-label="CRM">
        {(Object.keys(homes) as PlaygroundCrm[]).map((crm) => (
          <a key={crm} href={props.places[crm] ?? homes[crm]} aria-current={crm === props.crm ? 'page' : undefined}>
            {crm}
          </a>
        ))}
      </nav>
      {realErp ? (
        <span data-testid="erp">
          The ERP: {realErp.name} {realErp.version}, {realErp.company}
        </span>
      ) : (
        <ErpSwitches />
      )}
      <label>
        Language
        <select value={props.locale} onChange={({ target }) => props.onLocale(target.value)}>
          {locales.map((locale) => (
            <option key={locale} value={tagOf(locale)}>
              {localeNames[locale]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" checked={dark} onChange={({ target }) => setDark(target.checked)} />
        Dark
      </label>
    </header>
  );
}

/** What the demo ERP should suffer from; a real one has no such switches. */
function ErpSwitches() {
  const [erp, setErp] = useState('well');
  useEffect(() => {
    void fetch('/__erp/switches')
      .then((answer) => answer.json())
      .then((now: Switches) => setErp(nameOf(now)));
  }, []);
  const choose = async (name: string) => {
    setErp(name);
    const value = situations.find(([each]) => each === name)?.[2] ?? {};
    await fetch('/__erp/switches', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...well, ...value }),
    });
  };
  return (
    <label>
      The ERP
      <select value={erp} onChange={({ target }) => void choose(target.value)}>
        {situations.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
