import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { addressOf, amountOf, Grid, recordId as id, type Opportunity, read, show, Tabs } from '../shell/shell.tsx';
// After the rules that both have.
import './odoo.css';
import { Widget } from './widget.tsx';

type Kind = 'opportunity' | 'quotation' | 'account';
type Line = {
  id: string;
  name: string;
  unit: string;
  quantity: string;
  price: string;
  discount: string;
  amount: string;
};
type Form = { name: string; fields: { name: string; value: string }[] } & Partial<{
  status: string;
  account: string | null;
  accountName: string;
  currency: string;
  value: string;
  quotations: { id: string; number: string }[];
  opportunity: string | null;
  opportunityName: string;
  expires: string;
  lines: Line[];
  place: string[];
  vat: string;
  phone: string;
  email: string;
}>;
type Database = { person: string; opportunities: Opportunity[] };
const models = { opportunity: 'crm.lead', quotation: 'sale.order', account: 'res.partner' } as const;
const kinds: Readonly<Record<string, Kind>> = { 'crm.lead': 'opportunity', 'res.partner': 'account' };
const stages: Readonly<Record<Kind, readonly string[]>> = {
  opportunity: ['New', 'Qualified', 'Proposition', 'Won'],
  quotation: ['Quotation', 'Quotation Sent', 'Sales Order'],
  account: [],
};
const lists: Readonly<Record<Kind, string>> = { opportunity: 'Pipeline', quotation: 'Quotations', account: 'Contacts' };
const count = (text: string): string => new Intl.NumberFormat('en-GB').format(Number(text));

const Field = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd data-field={name}>{children}</dd>
  </>
);
const Link = ({ kind, to, children }: { kind: Kind; to: string | null | undefined; children: ReactNode }) =>
  to ? <a href={addressOf(kind, to)}>{children}</a> : children;

function Facts({ kind, form }: { kind: Kind; form: Form }) {
  const customer = (
    <Link kind="account" to={form.account}>
      {form.accountName || '–'}
    </Link>
  );
  if (kind === 'opportunity')
    return (
      <dl>
        <Field name="Expected Revenue">{amountOf(form.value ?? '', form.currency ?? '')}</Field>
        <Field name="Contact">{customer}</Field>
      </dl>
    );
  if (kind === 'quotation')
    return (
      <dl>
        <Field name="Customer">{customer}</Field>
        <Field name="Opportunity">
          <Link kind="opportunity" to={form.opportunity}>
            {form.opportunityName || '–'}
          </Link>
        </Field>
        {form.expires ? <Field name="Expiration">{form.expires}</Field> : null}
      </dl>
    );
  return (
    <dl>
      <Field name="Address">{form.place?.length ? form.place.join(', ') : '–'}</Field>
      {form.vat ? <Field name="Tax ID">{form.vat}</Field> : null}
      {form.phone ? <Field name="Phone">{form.phone}</Field> : null}
      {form.email ? <Field name="Email">{form.email}</Field> : null}
    </dl>
  );
}
const Lines = ({ form: { lines = [], currency = '', value = '' } }: { form: Form }) => (
  <>
    <Grid
      label="Order Lines"
      columns={['Product', 'Quantity', 'Unit', 'Unit Price', 'Disc.%', 'Amount']}
      rows={lines.map(({ name, quantity, unit, price, discount, amount }) => [
        ...[name, count(quantity), unit, amountOf(price, currency)],
        ...[Number(discount) === 0 ? '' : count(discount), amountOf(amount, currency)],
      ])}
    />
    <p className="total">
      Untaxed Amount: <strong>{amountOf(value, currency)}</strong>
    </p>
  </>
);

/** The page of the app on a form: its fields, and its widget below them. */
function Erp(props: { kind: Kind; form: Form; load: () => Promise<void>; say: (text: string) => void }) {
  const { kind, form, load, say } = props;
  const record = useMemo(() => ({ resModel: models[kind], resId: Number(id), dirty: false, load }), [kind, load]);
  const services = useMemo(
    () => ({
      action: {
        async doAction({ res_model, res_id }: { res_model: string; res_id: number }) {
          location.href = addressOf(kinds[res_model] ?? 'opportunity', String(res_id));
        },
      },
      notification: { add: say },
    }),
    [say],
  );
  return (
    <>
      {form.fields.length > 0 ? (
        <dl>
          {form.fields.map(({ name, value }) => (
            <Field key={name} name={name}>
              {value}
            </Field>
          ))}
        </dl>
      ) : null}
      <Widget record={record} services={services} />
    </>
  );
}

/** A form of Odoo: its buttons and stages, the sheet with its notebook, and the messages below. */
function FormView({ kind, person }: { kind: Kind; person: string }) {
  const [form, setForm] = useState<Form | null>(null);
  const [toast, setToast] = useState('');
  const load = useCallback(async () => setForm(await read<Form>(`/__odoo/records/${kind}/${id}`)), [kind]);
  useEffect(() => void load(), [load]);
  if (!form) return <main aria-busy="true" />;
  const erp = <Erp key="erp" kind={kind} form={form} load={load} say={setToast} />;
  const quiet = (text: string) => (
    <p key={text} className="muted">
      {text}
    </p>
  );
  const [quotation] = form.quotations ?? [];
  return (
    <main className="form">
      <div className="control">
        <nav aria-label="Breadcrumb">
          <a href="/odoo">{lists[kind]}</a>
          <span>{form.name}</span>
        </nav>
      </div>
      {stages[kind].length > 0 ? (
        <div className="status">
          <ol aria-label="Stages">
            {stages[kind].map((name) => (
              <li key={name} aria-current={name === form.status ? 'step' : undefined}>
                {name}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      <div className="sheet">
        {quotation ? (
          <a className="stat" href={addressOf('quotation', quotation.id)}>
            <strong>{form.quotations?.length}</strong> Quotations
          </a>
        ) : null}
        <h1>{form.name}</h1>
        <Facts kind={kind} form={form} />
        <Tabs
          label="Notebook"
          className="notebook"
          first={1}
          tabs={[
            kind === 'quotation'
              ? ['Order Lines', <Lines key="lines" form={form} />]
              : [kind === 'account' ? 'Contacts' : 'Internal Notes', quiet('Add a note…')],
            ['ERP', erp],
          ]}
        />
      </div>
      <section className="chatter" aria-label="Messages">
        <strong>{person}</strong>
        <p>
          {kind === 'quotation' ? 'Sales Order created' : `${kind === 'account' ? 'Contact' : 'Opportunity'} created`}
        </p>
      </section>
      <div role="status" className="toast" hidden={toast === ''}>
        {toast}
      </div>
    </main>
  );
}
/** Odoo knows each person's language and theme: another one is another page there. */
function Person({ language, isDark, children }: { language: string; isDark: boolean; children: ReactNode }) {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    // As Odoo's own switch does it; the widget reads it.
    // biome-ignore lint/suspicious/noDocumentCookie: no browser of ours lacks it, and not each has the newer way
    document.cookie = `color_scheme=${isDark ? 'dark' : 'light'}; path=/odoo; SameSite=Strict`;
    void fetch(`/__odoo/language/${language}`, { method: 'PUT' }).then(() => setReady(true));
  }, [language, isDark]);
  return isReady ? children : <main aria-busy="true" />;
}

const [, , kind = ''] = location.pathname.split('/');
const form = (of: Kind, { person }: Database, language: string, isDark: boolean) => (
  <Person key={`${language} ${isDark}`} language={language} isDark={isDark}>
    <FormView kind={of} person={person} />
  </Person>
);
/** Where Odoo shows a record from outside: `/web#id=1&model=crm.lead`. */
function placeIn(hash: string): string | null {
  const told = new URLSearchParams(hash.slice(1));
  const to = kinds[told.get('model') ?? ''];
  return to ? `/odoo/${to}/${told.get('id')}` : null;
}
const elsewhere = location.pathname === '/web' ? placeIn(location.hash) : null;
if (elsewhere) location.replace(elsewhere);
else
  show<Database>({
    crm: 'Odoo CRM',
    path: '/__odoo/opportunities',
    title: 'Pipeline',
    words: ['Opportunity', 'Expected Revenue'],
    bar: (
      <nav className="navbar" aria-label="App">
        <a href="/odoo">CRM</a>
      </nav>
    ),
    record: (entity, database, { language, isDark }) => form(entity, database, language, isDark),
    other: (database, { language, isDark }) =>
      kind === 'quotation' ? form('quotation', database, language, isDark) : null,
  });
