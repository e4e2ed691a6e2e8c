import './sap-sales-cloud.css';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { TopBar } from '../top-bar.tsx';

type Opportunity = {
  id: string;
  name: string;
  situation: string;
  number: string;
  currency: string;
  status: string;
  value: string;
  account: string | null;
  accountName: string;
};
type Line = { id: string; name: string; quantity: string; price: string; amount: string };
type Sale = Omit<Opportunity, 'situation'> & {
  place?: string;
  quote: string | null;
  fields: { name: string; value: string }[];
  lines: Line[];
};
type Tenant = { tenant: string; address: string; person: string; opportunities: Opportunity[] };
/** What a mashup may tell its object's page. */
type Told = { operation?: string; event?: string; params?: { routingKey?: string; objectKey?: string } };
const [, , kind = '', id = ''] = location.pathname.split('/');
const read = <Body,>(path: string): Promise<Body> => fetch(path).then((answer) => answer.json() as Promise<Body>);
const amountOf = (value: string, currency: string): string =>
  value === ''
    ? '–'
    : new Intl.NumberFormat('en-GB', currency === '' ? {} : { style: 'currency', currency }).format(Number(value));
const addressOf = (entity: string, record: string) => `/sap-sales-cloud/${entity}/${record}`;

function Table({ label, columns, rows }: { label: string; columns: readonly string[]; rows: readonly ReactNode[][] }) {
  return (
    <div className="table">
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
    <h1>Opportunities</h1>
    <Table
      label="Opportunities"
      columns={['Name', 'What it shows', 'Account', 'Expected value', 'Status']}
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
          '–'
        ),
        amountOf(value, currency),
        status,
      ])}
    />
  </main>
);

/** A URL mashup in a tab of the object: a frame whose address has what the administrator has bound. It tells the page by messages, and hears nothing. */
function Mashup({
  src,
  origin,
  navigate,
  refresh,
}: {
  src: string;
  origin: string;
  navigate: (to: string, key: string) => void;
  refresh: () => void;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef({ navigate, refresh });
  latest.current = { navigate, refresh };
  useEffect(() => {
    const hear = ({ origin: from, source, data }: MessageEvent<Told>) => {
      if (from !== origin || source !== frame.current?.contentWindow) return;
      const { operation, event, params } = data;
      if (operation === 'navigation') latest.current.navigate(params?.routingKey ?? '', params?.objectKey ?? '');
      // Bound by the administrator to the refresh of the object.
      if (event !== undefined) latest.current.refresh();
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [origin]);
  return <iframe ref={frame} title="Backroom" src={src} />;
}

const tabs = ['Backroom', 'Overview', 'Items'] as const;
function ObjectPage(props: { entity: 'opportunity' | 'account'; tenant: Tenant; language: string; isDark: boolean }) {
  const { entity, tenant, language, isDark } = props;
  const [sale, setSale] = useState<Sale | null>(null);
  const [shown, setShown] = useState<(typeof tabs)[number]>('Backroom');
  const step = (key: string) => {
    const next = tabs[tabs.indexOf(shown) + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0)];
    if (!next || next === shown) return;
    setShown(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const load = useCallback(() => void read<Sale>(`/__sap-sales-cloud/records/${entity}/${id}`).then(setSale), [entity]);
  useEffect(load, [load]);
  if (!sale) return <main aria-busy="true" />;
  const isDeal = entity === 'opportunity';
  const query = new URLSearchParams({
    ...{ tenant: tenant.tenant, [isDeal ? 'opportunityId' : 'accountId']: id },
    ...{ locale: language, theme: isDark ? 'dark' : 'light' },
  });
  const navigate = (to: string, key: string) => {
    location.href = addressOf(to === 'account' ? 'account' : 'opportunity', key);
  };
  const facts = [
    ...(isDeal
      ? [
          ['Opportunity ID', sale.number],
          ['Sales quote', sale.quote ?? '–'],
        ]
      : [['Address', sale.place || '–']]),
    ...sale.fields.map(({ name, value }) => [name, value]),
  ];
  return (
    <main className="object">
      <header>
        <div>
          <h1>{sale.name}</h1>
          {isDeal && sale.account ? <a href={addressOf('account', sale.account)}>{sale.accountName}</a> : null}
        </div>
        {isDeal ? (
          <dl>
            <div>
              <dt>Expected value</dt>
              <dd>{amountOf(sale.value, sale.currency)}</dd>
            </div>
            <div>
              <dt>Status</dt>
              <dd>{sale.status}</dd>
            </div>
            <div>
              <dt>Owner</dt>
              <dd>{tenant.person}</dd>
            </div>
          </dl>
        ) : null}
      </header>
      <div className="anchors" role="tablist" aria-label="Object">
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === shown}
            aria-controls={`panel-${name}`}
            tabIndex={name === shown ? 0 : -1}
            onKeyDown={({ key }) => step(key)}
            onClick={() => setShown(name)}
          >
            {name}
          </button>
        ))}
      </div>
      {tabs.map((name) => (
        <div key={name} role="tabpanel" id={`panel-${name}`} aria-labelledby={`tab-${name}`} hidden={name !== shown}>
          {name === 'Backroom' ? (
            <Mashup
              src={`${tenant.address}/embed/sap-sales-cloud/?${query}`}
              origin={tenant.address}
              navigate={navigate}
              refresh={load}
            />
          ) : name === 'Overview' ? (
            <dl className="facts">
              {facts.map(([label = '', value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd data-field={label}>{value}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <Table
              label="Items"
              columns={['Product', 'Quantity', 'Net price', 'Net amount']}
              rows={sale.lines.map(({ name: product, quantity, price, amount }) => [
                product,
                quantity,
                ...[price, amount].map((each) => amountOf(each, sale.currency)),
              ])}
            />
          )}
        </div>
      ))}
    </main>
  );
}

function Page() {
  const [tenant, setTenant] = useState<Tenant | null>(null);
  const [erpUrl, setErpUrl] = useState('');
  const [locale, setLocale] = useState(localStorage.getItem('locale') ?? 'en-gb');
  const [isDark, setDark] = useState(localStorage.getItem('theme') === 'dark');
  useEffect(() => {
    void read<Tenant>('/__sap-sales-cloud/opportunities').then(setTenant);
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
        crm="SAP Sales Cloud"
        places={{}}
        erpUrl={erpUrl}
        locale={locale}
        onLocale={(chosen) => {
          localStorage.setItem('locale', chosen);
          setLocale(chosen);
        }}
      />
      <nav className="shell-bar" aria-label="App">
        <strong>SAP</strong>
        <a href="/sap-sales-cloud">Sales Cloud</a>
      </nav>
      {tenant ? (
        kind === 'opportunity' || kind === 'account' ? (
          // Language and theme stand in the mashup's address: another one is another frame.
          <ObjectPage key={`${language} ${isDark}`} entity={kind} tenant={tenant} language={language} isDark={isDark} />
        ) : (
          <Opportunities opportunities={tenant.opportunities} />
        )
      ) : null}
    </>
  );
}
const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
