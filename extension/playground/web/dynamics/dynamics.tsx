import './dynamics.css';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { TopBar } from '../top-bar.tsx';
import { Control } from './control.tsx';

type Quote = { id: string; number: string; name: string; total: string };
type Opportunity = {
  id: string;
  name: string;
  situation: string;
  currency: string;
  status: string;
  value: string;
  account: string | null;
  accountName: string;
  quotes: Quote[];
};
type Line = { id: string; name: string; quantity: string; price: string; amount: string };
type Form = Omit<Opportunity, 'situation'> & {
  place?: string;
  fields: { name: string; value: string }[];
  lines: Line[];
};
type Org = { organization: string; address: string; person: string; opportunities: Opportunity[] };
const [, , kind = '', id = ''] = location.pathname.split('/');
const read = <Body,>(path: string): Promise<Body> => fetch(path).then((answer) => answer.json() as Promise<Body>);
const amountOf = (value: string, currency: string): string =>
  new Intl.NumberFormat('en-GB', currency === '' ? {} : { style: 'currency', currency }).format(Number(value));
const addressOf = (entity: string, record: string) => `/dynamics/${entity}/${record}`;

function Grid({ label, columns, rows }: { label: string; columns: readonly string[]; rows: readonly ReactNode[][] }) {
  return (
    <div className="grid">
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows do not move
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={columns[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Opportunities = ({ opportunities }: { opportunities: readonly Opportunity[] }) => (
  <main className="list">
    <h1>My open opportunities</h1>
    <Grid
      label="Opportunities"
      columns={['Topic', 'What it shows', 'Account', 'Est. revenue', 'Status']}
      rows={opportunities.map(({ id: record, name, situation, account, accountName, value, currency, status }) => [
        <a key="a" href={addressOf('opportunity', record)}>
          {name}
        </a>,
        situation,
        account ? (
          <a key="b" href={addressOf('account', account)}>
            {accountName}
          </a>
        ) : (
          '---'
        ),
        amountOf(value, currency),
        status,
      ])}
    />
  </main>
);

const Field = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="field">
    <dt>{name}</dt>
    <dd data-field={name}>{children}</dd>
  </div>
);

/** Tabs of a form: what a person has seen stays, and is hidden. */
function Tabs({ tabs }: { tabs: readonly (readonly [name: string, content: ReactNode])[] }) {
  const [chosen, setChosen] = useState(0);
  const keys: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
  return (
    <>
      <div className="tabs" role="tablist" aria-label="Form">
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
const STAGES = ['Qualify', 'Develop', 'Propose', 'Close'];

function RecordForm(props: { entity: 'opportunity' | 'account'; org: Org; language: string; isDark: boolean }) {
  const { entity, org, language, isDark } = props;
  const [form, setForm] = useState<Form | null>(null);
  const load = useCallback(() => void read<Form>(`/__dynamics/records/${entity}/${id}`).then(setForm), [entity]);
  useEffect(load, [load]);
  const place = useMemo(() => ({ entity, id, organization: org.organization, address: org.address }), [entity, org]);
  const openForm = (to: string, record: string) => {
    if (record === id) load();
    else location.href = addressOf(to, record);
  };
  if (!form) return <main aria-busy="true" />;
  const isDeal = entity === 'opportunity';
  const facts = (
    <section className="section">
      <h2>{isDeal ? 'Opportunity information' : 'Account information'}</h2>
      <dl>
        <Field name={isDeal ? 'Topic' : 'Account name'}>{form.name}</Field>
        {isDeal ? (
          <>
            <Field name="Account">
              {form.account ? <a href={addressOf('account', form.account)}>{form.accountName}</a> : '---'}
            </Field>
            <Field name="Currency">{form.currency}</Field>
          </>
        ) : (
          <Field name="Address">{form.place || '---'}</Field>
        )}
        {form.fields.map(({ name, value }) => (
          <Field key={name} name={name}>
            {value}
          </Field>
        ))}
      </dl>
    </section>
  );
  const summary = (
    <div className="columns">
      {facts}
      <section className="section">
        <h2>ERP</h2>
        <Control place={place} language={language} isDark={isDark} openForm={openForm} />
      </section>
    </div>
  );
  const lines = (
    <section className="section">
      <h2>Product line items</h2>
      <Grid
        label="Product line items"
        columns={['Product', 'Quantity', 'Price per unit', 'Amount']}
        rows={form.lines.map(({ name, quantity, price, amount }) => [
          name,
          String(Number(quantity)),
          ...[price, amount].map((each) => amountOf(each, form.currency)),
        ])}
      />
    </section>
  );
  const quotes = (
    <section className="section">
      <h2>Quotes</h2>
      <Grid
        label="Quotes"
        columns={['Quote ID', 'Name', 'Total amount']}
        rows={form.quotes.map(({ number, name, total }) => [number, name, amountOf(total, form.currency)])}
      />
    </section>
  );
  return (
    <main className="form">
      <header>
        <div>
          <h1>{form.name}</h1>
          <p>{isDeal ? 'Opportunity' : 'Account'}</p>
        </div>
        {isDeal ? (
          <dl className="head">
            <div>
              <dd>{amountOf(form.value, form.currency)}</dd>
              <dt>Est. revenue</dt>
            </div>
            <div>
              <dd>{form.status}</dd>
              <dt>Status</dt>
            </div>
            <div>
              <dd>{org.person}</dd>
              <dt>Owner</dt>
            </div>
          </dl>
        ) : null}
      </header>
      {isDeal ? (
        <ol className="stages" aria-label="Stages of the sale">
          {STAGES.map((name) => (
            <li key={name} aria-current={name === 'Propose' ? 'step' : undefined}>
              {name}
            </li>
          ))}
        </ol>
      ) : null}
      <Tabs
        tabs={[
          ['Summary', summary],
          ...(isDeal
            ? ([
                ['Product line items', lines],
                ['Quotes', quotes],
              ] as const)
            : []),
        ]}
      />
    </main>
  );
}

function Page() {
  const [org, setOrg] = useState<Org | null>(null);
  const [erpUrl, setErpUrl] = useState('');
  const [locale, setLocale] = useState(localStorage.getItem('locale') ?? 'en-gb');
  const [isDark, setDark] = useState(localStorage.getItem('theme') === 'dark');
  useEffect(() => {
    void read<Org>('/__dynamics/opportunities').then(setOrg);
    void read<{ erpUrl: string }>('/__context').then((page) => setErpUrl(page.erpUrl));
    // The bar sets it.
    const seen = new MutationObserver(() => setDark(document.documentElement.dataset.theme === 'dark'));
    seen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => seen.disconnect();
  }, []);
  const language = locale.slice(0, 2);
  return (
    <>
      <TopBar
        crm="Dynamics 365 Sales"
        places={{}}
        erpUrl={erpUrl}
        locale={locale}
        onLocale={(chosen) => {
          localStorage.setItem('locale', chosen);
          setLocale(chosen);
        }}
      />
      <nav className="app-bar" aria-label="App">
        <strong>Dynamics 365</strong>
        <a href="/dynamics">Sales Hub</a>
      </nav>
      {org ? (
        kind === 'opportunity' || kind === 'account' ? (
          <RecordForm key={language} entity={kind} org={org} language={language} isDark={isDark} />
        ) : (
          <Opportunities opportunities={org.opportunities} />
        )
      ) : null}
    </>
  );
}
const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
