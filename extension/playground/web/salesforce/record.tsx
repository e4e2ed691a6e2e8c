import { useCallback, useEffect, useRef, useState } from 'react';
import { Icon, Lwc } from './lwc.tsx';
import { type Deal, labelOf } from './org.ts';

type SObject = 'Opportunity' | 'Quote' | 'Account';
type Fields = Record<string, unknown>;
const places: Record<SObject, { icon: string; highlights: string[]; main: string[]; side: string[] }> = {
  Opportunity: {
    icon: 'standard:opportunity',
    highlights: ['StageName', 'Amount', 'CloseDate', 'CurrencyIsoCode', 'Backroom_Order_Number__c'],
    main: ['c-backroom-order', 'c-backroom-stock-and-prices', 'c-backroom-invoices-and-credit', 'c-backroom-returns'],
    side: ['c-backroom-overview'],
  },
  Quote: {
    icon: 'standard:quotes',
    highlights: ['Status', 'GrandTotal', 'ExpirationDate', 'CurrencyIsoCode', 'IsSyncing'],
    main: ['c-backroom-order', 'c-backroom-stock-and-prices'],
    side: ['c-backroom-overview'],
  },
  Account: {
    icon: 'standard:account',
    highlights: ['AccountNumber', 'BillingCity', 'BillingCountry', 'Website', 'Backroom_Customer_Number__c'],
    main: ['c-backroom-invoices-and-credit', 'c-backroom-orders', 'c-backroom-returns'],
    side: ['c-backroom-overview'],
  },
};
const words = (name: string) =>
  name
    .replace(/^Backroom_(ERP_)?/, 'ERP ')
    .replace(/__c$/, '')
    .replaceAll('_', ' ')
    .replace(/IsoCode$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
const amounts = new Set([
  'Amount',
  'GrandTotal',
  'TotalPrice',
  'Subtotal',
  'Backroom_Order_Total__c',
  'Backroom_Credit_Free__c',
  'Backroom_Open_Total__c',
  'Backroom_Overdue_Total__c',
]);
/** Money in the record's own currency, as the platform prints its own fields. */
const printed = (name: string, fields: Fields | null) => {
  const value = fields?.[name];
  const currency = fields?.CurrencyIsoCode;
  return amounts.has(name) && value != null && typeof currency === 'string'
    ? new Intl.NumberFormat(String(globalThis.salesforceOrg.locale), { style: 'currency', currency }).format(
        String(value) as unknown as number,
      )
    : shown(value);
};
const shown = (value: unknown) =>
  value === null || value === undefined || typeof value === 'object' ? '–' : String(value) || '–';

/** The record as it is now: asked for every two seconds, and at once when a component says that it changed. */
function useFields(object: SObject, id: string) {
  const [fields, setFields] = useState<Fields | null>(null);
  const load = useCallback(async () => {
    const answer = (await (await fetch(`/__sf/records/${object}/${id}`)).json()) as { fields?: Fields };
    setFields(answer.fields ?? {});
  }, [object, id]);
  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), 2000);
    const changed = () => void load();
    window.addEventListener('salesforce:record-changed', changed);
    return () => {
      clearInterval(timer);
      window.removeEventListener('salesforce:record-changed', changed);
    };
  }, [load]);
  return fields;
}

export function RecordPage({ object, id, deal }: { object: SObject; id: string; deal: Deal | null }) {
  const fields = useFields(object, id);
  const dialog = useRef<HTMLDialogElement>(null);
  const [acting, setActing] = useState(false);
  useEffect(() => {
    const modal = dialog.current;
    if (acting) modal?.showModal();
    const close = () => modal?.close();
    modal?.addEventListener('lightning__actionsclosescreen', close);
    return () => modal?.removeEventListener('lightning__actionsclosescreen', close);
  }, [acting]);
  const { icon, highlights, main, side } = places[object];
  const placed = (tags: readonly string[]) =>
    tags.map((tag) => <Lwc key={tag} tag={tag} recordId={id} objectApiName={object} />);
  return (
    <>
      <header className="slds-card highlights">
        <div className="headline">
          <Icon name={icon} size="large" />
          <div>
            <p>{object}</p>
            <h1>{shown(fields?.Name ?? deal?.name)}</h1>
          </div>
          {deal ? (
            <div className="slds-button-group">
              {deal.quoteId && object !== 'Quote' ? (
                <a className="slds-button slds-button_neutral" href={`/salesforce/deals/${deal.dealId}/quote`}>
                  Quote
                </a>
              ) : null}
              {object === 'Quote' ? (
                <a className="slds-button slds-button_neutral" href={`/salesforce/deals/${deal.dealId}`}>
                  Opportunity
                </a>
              ) : null}
              <button type="button" className="slds-button slds-button_neutral" onClick={() => setActing(true)}>
                {labelOf('order_convert')}
              </button>
            </div>
          ) : null}
        </div>
        <dl>
          {highlights.map((name) => (
            <div key={name}>
              <dt>{words(name)}</dt>
              <dd data-field={name}>{printed(name, fields)}</dd>
            </div>
          ))}
        </dl>
      </header>
      <div className={`columns ${object.toLowerCase()}`}>
        <div>{placed(main)}</div>
        <div>
          {placed(side)}
          <section className="slds-card details">
            <h2>Details</h2>
            <dl>
              {Object.entries(fields ?? {})
                .filter(([, value]) => value !== null && typeof value !== 'object')

                .map(([name]) => (
                  <div key={name}>
                    <dt>{words(name)}</dt>
                    <dd data-detail={name}>{printed(name, fields)}</dd>
                  </div>
                ))}
            </dl>
          </section>
        </div>
      </div>
      <dialog ref={dialog} className="action" aria-label={labelOf('order_convert')} onClose={() => setActing(false)}>
        {acting ? <Lwc tag="c-backroom-convert-action" recordId={id} objectApiName={object} /> : null}
      </dialog>
    </>
  );
}
