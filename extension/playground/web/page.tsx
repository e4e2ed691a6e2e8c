import './styles.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type CardFile, CardHost, startWorker } from './card.tsx';
import { start } from './start.ts';
import { TopBar } from './top-bar.tsx';

type Context = {
  portal: { id: number; timezone: string };
  user: Record<string, string | number>;
  appId: number;
};
/** The CRM's own words for its own fields. */
const labels: Readonly<Record<string, string>> = {
  dealname: 'Deal',
  deal_currency_code: 'Currency',
  amount: 'Amount',
  dealstage: 'Stage',
  name: 'Name',
  domain: 'Domain',
  phone: 'Phone',
  address: 'Street',
  zip: 'Postal code',
  city: 'City',
  country: 'Country',
  backroom_order_number: 'ERP order',
  backroom_order_status: 'ERP order status',
  backroom_promise_date: 'ERP promise date',
  backroom_order_total: 'ERP order total',
  backroom_credit_alert: 'ERP credit alert',
  backroom_credit_free: 'ERP credit left',
  backroom_vat_id: 'VAT id',
  backroom_erp_customer_number: 'ERP customer number',
  backroom_erp_currency: 'ERP currency',
  backroom_blocked: 'ERP customer blocked',
  backroom_open_total: 'ERP open invoices',
  backroom_overdue_total: 'ERP overdue invoices',
  backroom_next_due: 'ERP next due date',
};
/** In HubSpot an admin places the cards; here what a rep looks at first comes first. */
const PLACES = [
  'backroom-deal-order',
  'backroom-deal-stock-prices',
  'backroom-deal-invoices-credit',
  'backroom-deal-returns',
];
type Properties = Record<string, string | null>;
type Line = { code: string | null; name: string; quantity: string; price: string };
type Record_ = {
  type: string;
  id: string;
  name: string;
  properties: Properties;
  company?: { id: string; name: string };
  lines?: Line[];
};
type Deal = {
  id: string;
  name: string;
  situation: string;
  companyId: string;
  companyName: string;
  amount: string;
  currency: string;
  stage: string;
  orderNumber: string | null;
};

const { context, cards } = start<{ context: Context; cards: CardFile[] }>();
/** The record that came with the page; whoever shows it later asks for it. */
let brought = start<{ record: Record_ | null }>().record;
const read = <Data,>(url: string): Promise<Data> => fetch(url).then((answer) => answer.json() as Promise<Data>);
const money = (amount: string, currency: string) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount as unknown as number);

function Deals() {
  const [deals, setDeals] = useState<Deal[]>([]);
  useEffect(() => void read<{ deals: Deal[] }>('/__crm/deals').then((data) => setDeals(data.deals)), []);
  return (
    <main>
      <h1>Deals</h1>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="Deals">
        <table>
          <thead>
            <tr>
              {['Deal', 'Company', 'Amount', 'Stage', 'What it shows', 'ERP order'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {deals.map((deal) => (
              <tr key={deal.id}>
                <td>
                  <a href={`/deals/${deal.id}`}>{deal.name}</a>
                </td>
                <td>
                  <a href={`/companies/${deal.companyId}`}>{deal.companyName}</a>
                </td>
                <td className="right">{money(deal.amount, deal.currency)}</td>
                <td>{deal.stage}</td>
                <td>{deal.situation}</td>
                <td>{deal.orderNumber ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  );
}

/** The record as it is now: asked for every two seconds, and at once when a card says that it changed. */
function useRecord(type: string, id: string) {
  const [record, setRecord] = useState(brought);
  const seen = useRef(JSON.stringify(brought));
  const load = useCallback(async () => {
    const text = await fetch(`/__crm/records/${type}/${id}`).then((answer) => answer.text());
    if (text !== seen.current) {
      seen.current = text;
      setRecord(JSON.parse(text) as Record_);
    }
  }, [type, id]);
  useEffect(() => {
    if (!brought) void load();
    brought = null;
    const timer = setInterval(() => void load(), 2000);
    return () => clearInterval(timer);
  }, [load]);
  return { record, load };
}

function Lines({ record, saved }: { record: Record_; saved: () => void }) {
  const save = async (lines: Line[]) => {
    await fetch(`/__crm/deals/${record.id}/lines`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lines }),
    });
    saved();
  };
  const lines = record.lines ?? [];
  return (
    <>
      <h2>Quote</h2>
      <ul className="lines">
        {lines.slice(0, 12).map((line, index) => (
          <li key={`${line.code}${line.name}${line.quantity}`}>
            <span>
              {line.code} {line.name}
            </span>
            <label>
              Quantity
              <input
                defaultValue={line.quantity}
                onBlur={({ target }) => {
                  if (target.value !== line.quantity)
                    void save(lines.map((each, at) => (at === index ? { ...each, quantity: target.value } : each)));
                }}
              />
            </label>
          </li>
        ))}
      </ul>
      {lines.length > 12 ? <p>and {lines.length - 12} more</p> : null}
    </>
  );
}

const cardsOf = (type: string): CardFile[] =>
  cards.filter((card) =>
    type === 'settings' ? card.type === 'settings' : card.objectTypes.includes(type === 'deal' ? 'deals' : 'companies'),
  );
function RecordPage({ type, id, locale }: { type: 'deal' | 'company' | 'settings'; id: string; locale: string }) {
  const { record, load } = useRecord(type === 'settings' ? 'company' : type, type === 'settings' ? '7001' : id);
  const [toast, setToast] = useState('');
  const [frame, setFrame] = useState<{ uri: string; title?: string } | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (frame) dialog.current?.showModal();
  }, [frame]);
  const actions = useMemo(
    () => ({
      addAlert: ({ title, message }: { title?: string; message: string }) =>
        setToast([title, message].filter(Boolean).join(': ')),
      reloadPage: () => location.reload(),
      refreshObjectProperties: () => void load(),
      openIframeModal: setFrame,
    }),
    [load],
  );
  const cardContext = useMemo(
    () => ({
      location: type === 'settings' ? 'settings' : 'crm.record.tab',
      user: { ...context.user, locale, language: locale.slice(0, 2) },
      portal: context.portal,
      crm: { objectId: Number(id), objectTypeId: type === 'deal' ? '0-3' : '0-2' },
      extension: { appId: context.appId, appName: 'Backroom', cardTitle: '' },
      variables: {},
    }),
    [type, id, locale],
  );
  if (!record) return <main aria-busy="true" />;
  if (!record.properties)
    return (
      <main>
        <h1>There is no such record</h1>
      </main>
    );
  const shown = cardsOf(type).sort((left, right) => PLACES.indexOf(left.uid) - PLACES.indexOf(right.uid));
  const host = (card: CardFile) => (
    <CardHost key={card.uid} card={card} context={cardContext} properties={record.properties} actions={actions} />
  );
  const side = shown.filter(({ location }) => location === 'crm.record.sidebar');
  return (
    <main className={type === 'settings' ? '' : `record ${side.length > 0 ? '' : 'two'}`}>
      {type === 'settings' ? (
        <h1>Settings</h1>
      ) : (
        <div className="about">
          <h1>{record.name}</h1>
          {record.company ? (
            <p>
              <a href={`/companies/${record.company.id}`}>{record.company.name}</a>
            </p>
          ) : null}
          <dl className="description">
            {Object.entries(record.properties)
              // As on a CRM's page: what people read, not what the CRM keeps for itself.
              .filter(
                ([name, value]) =>
                  value !== null && (name in labels || (/^backroom_/.test(name) && name !== 'backroom_situation')),
              )
              .map(([name, value]) => (
                <div key={name}>
                  <dt>{labels[name] ?? name.replace('backroom_', 'ERP ').replaceAll('_', ' ')}</dt>
                  <dd data-property={name}>{value}</dd>
                </div>
              ))}
          </dl>
          {type === 'deal' ? <Lines record={record} saved={() => void load()} /> : null}
        </div>
      )}
      {side.length > 0 ? <div className="side">{side.map(host)}</div> : null}
      <div className="middle">{shown.filter(({ location }) => location !== 'crm.record.sidebar').map(host)}</div>
      <div role="status" className="toast" hidden={toast === ''}>
        {toast}
      </div>
      <dialog ref={dialog} aria-label={frame?.title ?? 'Document'} onClose={() => setFrame(null)}>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
        {frame ? <iframe title={frame.title ?? 'Document'} src={frame.uri} /> : null}
      </dialog>
    </main>
  );
}

function Page() {
  const [locale, setLocale] = useState(localStorage.getItem('locale') ?? 'en-gb');
  const [, kind, id = ''] = location.pathname.split('/');
  return (
    <>
      <TopBar
        crm="HubSpot"
        places={{ HubSpot: location.pathname, Salesforce: `/salesforce${location.pathname.replace(/\/$/, '')}` }}
        locale={locale}
        onLocale={(chosen) => {
          localStorage.setItem('locale', chosen);
          setLocale(chosen);
        }}
      />
      {kind === 'deals' ? (
        <RecordPage key={locale} type="deal" id={id} locale={locale} />
      ) : kind === 'companies' ? (
        <RecordPage key={locale} type="company" id={id} locale={locale} />
      ) : kind === 'settings' ? (
        <RecordPage key={locale} type="settings" id="0" locale={locale} />
      ) : (
        <Deals />
      )}
    </>
  );
}
if (brought) startWorker();
const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
