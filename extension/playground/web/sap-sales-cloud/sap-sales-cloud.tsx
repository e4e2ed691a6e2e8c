import { useCallback, useEffect, useRef, useState } from 'react';
import {
  addressOf,
  amountOf,
  type Entity,
  Grid,
  recordId as id,
  type Line,
  type Opportunity,
  read,
  show,
  Tabs,
} from '../shell/shell.tsx';
// After the rules that both have.
import './sap-sales-cloud.css';

type Sale = Omit<Opportunity, 'situation'> & {
  number: string;
  place?: string;
  quote: string | null;
  fields: { name: string; value: string }[];
  lines: Line[];
};
type Tenant = { tenant: string; address: string; person: string; opportunities: Opportunity[] };
/** What a mashup may tell its object's page. */
type Told = { operation?: string; event?: string; params?: { routingKey?: string; objectKey?: string } };

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

function ObjectPage(props: { entity: Entity; tenant: Tenant; language: string; isDark: boolean }) {
  const { entity, tenant, language, isDark } = props;
  const [sale, setSale] = useState<Sale | null>(null);
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
      <Tabs
        label="Object"
        className="anchors"
        tabs={[
          [
            'Backroom',
            <Mashup
              key="a"
              src={`${tenant.address}/embed/sap-sales-cloud/?${query}`}
              origin={tenant.address}
              navigate={navigate}
              refresh={load}
            />,
          ],
          [
            'Overview',
            <dl key="b" className="facts">
              {facts.map(([label = '', value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd data-field={label}>{value}</dd>
                </div>
              ))}
            </dl>,
          ],
          [
            'Items',
            <Grid
              key="c"
              label="Items"
              columns={['Product', 'Quantity', 'Net price', 'Net amount']}
              rows={sale.lines.map(({ name: product, quantity, price, amount }) => [
                product,
                quantity,
                ...[price, amount].map((each) => amountOf(each, sale.currency)),
              ])}
            />,
          ],
        ]}
      />
    </main>
  );
}

show<Tenant>({
  crm: 'SAP Sales Cloud',
  path: '/__sap-sales-cloud/opportunities',
  title: 'Opportunities',
  words: ['Name', 'Expected value'],
  bar: (
    <nav className="shell-bar" aria-label="App">
      <strong>SAP</strong>
      <a href="/sap-sales-cloud">Sales Cloud</a>
    </nav>
  ),
  // Language and theme stand in the mashup's address: another one is another frame.
  record: (entity, tenant, { language, isDark }) => (
    <ObjectPage key={`${language} ${isDark}`} entity={entity} tenant={tenant} language={language} isDark={isDark} />
  ),
});
