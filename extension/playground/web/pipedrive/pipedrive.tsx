import './pipedrive.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { TopBar } from '../top-bar.tsx';
import { type Doing, Frame } from './frame.tsx';

type Deal = {
  id: number;
  title: string;
  currency: string;
  status: string;
  value: string;
  organization: number | null;
  organizationName: string | null;
  situation: string;
};
type Line = { id: number; name: string; quantity: string; price: string; sum: string };
type Detail = Omit<Deal, 'situation'> & { fields: { name: string; value: string | null }[]; lines: Line[] };
type Account = { users: { id: number; name: string; language: string }[]; deals: Deal[] };
const [, , kind = '', id = ''] = location.pathname.split('/');
const read = <Body,>(path: string): Promise<Body> => fetch(path).then((answer) => answer.json() as Promise<Body>);

function Deals({ deals }: { deals: readonly Deal[] }) {
  return (
    <main className="list">
      <h1>Deals</h1>
      <table>
        <thead>
          <tr>
            {['Title', 'What it shows', 'Organization', 'Value', 'Status'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {deals.map((deal) => (
            <tr key={deal.id}>
              <td>
                <a href={`/pipedrive/deal/${deal.id}`}>{deal.title}</a>
              </td>
              <td>{deal.situation}</td>
              <td>{deal.organizationName ?? '–'}</td>
              <td>
                {deal.value} {deal.currency}
              </td>
              <td>{deal.status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

function Products({ lines, changed }: { lines: readonly Line[]; changed: () => void }) {
  const save = async (line: Line, quantity: string) => {
    if (quantity === line.quantity) return;
    await fetch(`/__pipedrive/lines/${line.id}`, { method: 'PATCH', body: JSON.stringify({ quantity }) });
    changed();
  };
  return (
    <section className="box">
      <h2>Products</h2>
      <table>
        <thead>
          <tr>
            {['Product', 'Quantity', 'Price', 'Amount'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, 12).map((line) => (
            <tr key={line.id}>
              <td>{line.name}</td>
              <td>
                <input
                  aria-label={`Quantity of ${line.name}`}
                  defaultValue={line.quantity}
                  onBlur={({ target }) => void save(line, target.value)}
                />
              </td>
              <td>{line.price}</td>
              <td>{line.sum}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > 12 ? <p>and {lines.length - 12} more</p> : null}
    </section>
  );
}

function Modal({ children, close }: { children: React.ReactNode; close: () => void }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog ref={element} aria-label="Backroom order" onClose={close}>
      <header>
        <strong>Backroom order</strong>
        <button type="button" onClick={() => element.current?.close()}>
          Close
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** The detail view of a deal or an organisation: panels of apps in the left column, the record's own things beside them. */
function Detail({
  resource,
  user,
  theme,
}: {
  resource: 'deal' | 'organization';
  user: number;
  theme: 'light' | 'dark';
}) {
  const [record, setRecord] = useState<Detail | null>(null);
  const [isFolded, setFolded] = useState(false);
  const [modal, setModal] = useState<{ data: string; closed: () => void } | null>(null);
  const [snack, setSnack] = useState('');
  const load = useCallback(
    () => void read<Detail>(`/__pipedrive/records/${resource}/${id}`).then(setRecord),
    [resource],
  );
  useEffect(load, [load]);
  if (!record) return <main aria-busy="true" />;
  const place = { resource, id: Number(id), user, theme };
  const close = () => {
    modal?.closed();
    setModal(null);
    load();
  };
  const doing: Doing = {
    snackbar: setSnack,
    openModal: (data) => new Promise((closed) => setModal({ data, closed })),
    closeModal: close,
    redirect: (view, to) => {
      location.href = `/pipedrive/${view === 'deals' ? 'deal' : 'organization'}/${to}`;
    },
  };
  const shown = record.fields.filter(({ value }) => value !== null);
  return (
    <main className="detail">
      <header>
        <h1>{record.title}</h1>
        {resource === 'deal' ? <span className={`status ${record.status}`}>{record.status}</span> : null}
      </header>
      <div className="left">
        <section className="box">
          <h2>Summary</h2>
          {resource === 'deal' ? (
            <p>
              {record.value} {record.currency}
              {record.organization ? (
                <>
                  <br />
                  <a href={`/pipedrive/organization/${record.organization}`}>{record.organizationName}</a>
                </>
              ) : null}
            </p>
          ) : null}
        </section>
        <section className="box app">
          <h2>
            <button type="button" aria-expanded={!isFolded} onClick={() => setFolded(!isFolded)}>
              Backroom
            </button>
          </h2>
          <Frame place={place} label="Backroom" isFolded={isFolded} doing={doing} />
        </section>
        {shown.length > 0 ? (
          <section className="box">
            <h2>Details</h2>
            <dl>
              {shown.map(({ name, value }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd data-field={name}>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
      </div>
      <div className="right">
        {resource === 'deal' ? <Products lines={record.lines} changed={load} /> : null}
        <section className="box quiet">
          <h2>History</h2>
          <p>Notes, activities and e-mails stand here.</p>
        </section>
      </div>
      {modal ? (
        <Modal close={close}>
          <Frame place={place} data={modal.data} label="Backroom order" doing={doing} />
        </Modal>
      ) : null}
      <div role="status" className="toast" hidden={snack === ''}>
        {snack}
      </div>
    </main>
  );
}

function Page() {
  const [account, setAccount] = useState<Account | null>(null);
  const [locale, setLocale] = useState(localStorage.getItem('locale') ?? 'en-gb');
  const [theme, setTheme] = useState<'light' | 'dark'>(localStorage.getItem('theme') === 'dark' ? 'dark' : 'light');
  useEffect(() => {
    void read<Account>('/__pipedrive/deals').then(setAccount);
    // The bar sets it.
    const seen = new MutationObserver(() =>
      setTheme(document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'),
    );
    seen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => seen.disconnect();
  }, []);
  const users = account?.users ?? [];
  // Pipedrive tells no language: it is that of who has installed the app, so another language is another person.
  const user = users.find(({ language }) => locale.startsWith(language));
  return (
    <>
      <TopBar
        crm="Pipedrive"
        places={{}}
        locale={locale}
        onLocale={(chosen) => {
          localStorage.setItem('locale', chosen);
          setLocale(chosen);
        }}
      />
      {account && user ? (
        kind === 'deal' || kind === 'organization' ? (
          <Detail key={user.id} resource={kind} user={user.id} theme={theme} />
        ) : (
          <Deals deals={account.deals} />
        )
      ) : null}
    </>
  );
}
const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
