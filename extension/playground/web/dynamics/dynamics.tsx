import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
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
import './dynamics.css';
import { Control } from './control.tsx';

type Quote = { id: string; number: string; name: string; total: string };
type Form = Omit<Opportunity, 'situation'> & {
  place?: string;
  fields: { name: string; value: string }[];
  lines: Line[];
  quotes: Quote[];
};
type Org = { organization: string; address: string; person: string; opportunities: Opportunity[] };

const Field = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="field">
    <dt>{name}</dt>
    <dd data-field={name}>{children}</dd>
  </div>
);

const STAGES = ['Qualify', 'Develop', 'Propose', 'Close'];

function RecordForm(props: { entity: Entity; org: Org; language: string; isDark: boolean }) {
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
        label="Form"
        className="tabs"
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

show<Org>({
  crm: 'Dynamics 365 Sales',
  path: '/__dynamics/opportunities',
  title: 'My open opportunities',
  words: ['Topic', 'Est. revenue'],
  bar: (
    <nav className="app-bar" aria-label="App">
      <strong>Dynamics 365</strong>
      <a href="/dynamics">Sales Hub</a>
    </nav>
  ),
  record: (entity, org, { language, isDark }) => (
    <RecordForm key={language} entity={entity} org={org} language={language} isDark={isDark} />
  ),
});
