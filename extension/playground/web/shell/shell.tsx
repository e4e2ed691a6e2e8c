import './shell.css';
import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { TopBar } from '../top-bar.tsx';

// What the pages of CRMs share whose records are opportunities and accounts. Each draws its own bar, header and panels.

export type Opportunity = {
  id: string;
  name: string;
  situation: string;
  currency: string;
  status: string;
  value: string;
  account: string | null;
  accountName: string;
};
export type Line = { id: string; name: string; quantity: string; price: string; amount: string };
export type Entity = 'opportunity' | 'account';
/** Which record the address names. */
const [, crm = '', kind = '', id = ''] = location.pathname.split('/');
export const recordId = id;
export const read = <Body,>(path: string): Promise<Body> =>
  fetch(path).then((answer) => answer.json() as Promise<Body>);
export const amountOf = (value: string, currency: string): string =>
  value === ''
    ? '–'
    : new Intl.NumberFormat('en-GB', currency === '' ? {} : { style: 'currency', currency }).format(Number(value));
export const addressOf = (entity: string, record: string): string => `/${crm}/${entity}/${record}`;

export const Grid = (props: { label: string; columns: readonly string[]; rows: readonly ReactNode[][] }) => (
  <div className="grid">
    <table aria-label={props.label}>
      <thead>
        <tr>
          {props.columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows do not move
          <tr key={row}>
            {cells.map((cell, column) => (
              <td key={props.columns[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Tabs of a record: what a person has seen stays, and is hidden. */
export function Tabs(props: {
  label: string;
  className: string;
  tabs: readonly (readonly [name: string, content: ReactNode])[];
  /** The one that is open at first. */
  first?: number;
}) {
  const { label, className, tabs, first = 0 } = props;
  const [chosen, setChosen] = useState(first);
  const keys: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
  return (
    <>
      <div className={className} role="tablist" aria-label={label}>
        {tabs.map(([name], nth) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${nth}`}
            aria-selected={nth === chosen}
            aria-controls={`panel-${nth}`}
            tabIndex={nth === chosen ? 0 : -1}
            onClick={() => setChosen(nth)}
            onKeyDown={({ key }) => {
              const next = chosen + (keys[key] ?? 0);
              if (next === chosen || next < 0 || next >= tabs.length) return;
              setChosen(next);
              document.getElementById(`tab-${next}`)?.focus();
            }}
          >
            {name}
          </button>
        ))}
      </div>
      {tabs.map(([name, content], nth) => (
        <div key={name} role="tabpanel" id={`panel-${nth}`} aria-labelledby={`tab-${nth}`} hidden={nth !== chosen}>
          {content}
        </div>
      ))}
    </>
  );
}

/** `title` and the names of name and value: in the CRM's own words. */
function Opportunities(props: { title: string; words: readonly [string, string]; all: readonly Opportunity[] }) {
  const [name, value] = props.words;
  return (
    <main className="list">
      <h1>{props.title}</h1>
      <Grid
        label="Opportunities"
        columns={[name, 'What it shows', 'Account', value, 'Status']}
        rows={props.all.map((each) => [
          <a key="a" href={addressOf('opportunity', each.id)}>
            {each.name}
          </a>,
          each.situation,
          each.account ? (
            <a key="b" href={addressOf('account', each.account)}>
              {each.accountName}
            </a>
          ) : (
            '–'
          ),
          amountOf(each.value, each.currency),
          each.status,
        ])}
      />
    </main>
  );
}

type Shown = { language: string; isDark: boolean };
/** `path`: what lists the opportunities; the rest of its answer is given to `record`. */
export type Pages<Account> = {
  crm: ComponentProps<typeof TopBar>['crm'];
  path: string;
  title: string;
  words: readonly [name: string, value: string];
  bar: ReactNode;
  record: (entity: Entity, account: Account, shown: Shown) => ReactNode;
  /** A record of a further kind, where the CRM has one with a page of its own. */
  other?: (account: Account, shown: Shown) => ReactNode;
};
function Page<Account extends { opportunities: readonly Opportunity[] }>({ pages }: { pages: Pages<Account> }) {
  const [account, setAccount] = useState<Account | null>(null);
  const [locale, setLocale] = useState(localStorage.getItem('locale') ?? 'en-gb');
  const [isDark, setDark] = useState(localStorage.getItem('theme') === 'dark');
  useEffect(() => {
    void read<Account>(pages.path).then(setAccount);
    // The bar sets it.
    const seen = new MutationObserver(() => setDark(document.documentElement.dataset.theme === 'dark'));
    seen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => seen.disconnect();
  }, [pages]);
  const shown = { language: locale.slice(0, 2), isDark };
  return (
    <>
      <TopBar
        crm={pages.crm}
        places={{}}
        locale={locale}
        onLocale={(chosen) => {
          localStorage.setItem('locale', chosen);
          setLocale(chosen);
        }}
      />
      {pages.bar}
      {account === null ? null : kind === 'opportunity' || kind === 'account' ? (
        pages.record(kind, account, shown)
      ) : kind !== '' && pages.other ? (
        pages.other(account, shown)
      ) : (
        <Opportunities title={pages.title} words={pages.words} all={account.opportunities} />
      )}
    </>
  );
}
export function show<Account extends { opportunities: readonly Opportunity[] }>(pages: Pages<Account>): void {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<Page pages={pages} />);
}
