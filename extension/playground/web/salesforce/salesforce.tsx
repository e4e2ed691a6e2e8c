import './salesforce.css';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { TopBar } from '../top-bar.tsx';
import { Icon, Lwc } from './lwc.tsx';
import { type Deal, enterOrg, type OrgContext } from './org.ts';
import { RecordPage } from './record.tsx';

const [, , kind = '', id = '', quote] = location.pathname.split('/');
const settings = kind === 'settings';
const asked = new URLSearchParams(location.search).get('as');

function Navigation() {
  const items: [label: string, href: string, current: boolean][] = [
    ['Opportunities', '/salesforce', !settings],
    ['Backroom', '/salesforce/settings', settings],
  ];
  return (
    <nav className="app" aria-label="Sales">
      <Icon name="utility:apps" size="x-small" />
      <strong>Sales</strong>
      {items.map(([label, href, current]) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
function Opportunities({ deals }: { deals: readonly Deal[] }) {
  return (
    <section className="slds-card">
      <h1 className="list-title">
        <Icon name="standard:opportunity" /> Opportunities
      </h1>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs */}
      <div className="list" role="group" tabIndex={0} aria-label="Opportunities">
        <table className="slds-table slds-table_bordered slds-table_cell-buffer">
          <thead>
            <tr>
              {['Opportunity name', 'Stage', 'What it shows', 'ERP order'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {deals.map((deal) => (
              <tr key={deal.dealId}>
                <td>
                  <a href={`/salesforce/deals/${deal.dealId}`}>{deal.name}</a>
                </td>
                <td>{deal.stage}</td>
                <td>{deal.situation}</td>
                <td>{deal.orderNumber ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
function Content({ context }: { context: OrgContext }) {
  if (settings)
    return (
      <>
        <h1 className="slds-assistive-text">Backroom</h1>
        <Lwc tag="c-backroom-settings" />
      </>
    );
  const deal = context.deals.find(({ dealId }) => dealId === id);
  const company = context.companies.find(({ companyId }) => companyId === id);
  if (kind === 'deals' && deal) {
    if (quote === 'quote' && deal.quoteId) return <RecordPage object="Quote" id={deal.quoteId} deal={deal} />;
    return <RecordPage object="Opportunity" id={deal.opportunityId} deal={deal} />;
  }
  if (kind === 'companies' && company) return <RecordPage object="Account" id={company.accountId} deal={null} />;
  return <Opportunities deals={context.deals} />;
}
function Page() {
  const [context, setContext] = useState<OrgContext | null>(null);
  const locale = localStorage.getItem('locale') ?? 'en-gb';
  useEffect(() => {
    const as = asked === 'none' || asked === 'rep' || asked === 'admin' ? asked : settings ? 'admin' : 'rep';
    void enterOrg(locale, as).then(setContext);
  }, [locale]);
  return (
    <>
      <TopBar
        crm="Salesforce"
        places={{
          HubSpot: location.pathname.replace(/^\/salesforce/, '').replace(/\/quote$/, '') || '/',
          Salesforce: location.pathname,
        }}
        locale={locale}
        onLocale={(chosen) => {
          // The platform loads a page for one language; another one is another load.
          localStorage.setItem('locale', chosen);
          location.reload();
        }}
      />
      {context ? (
        <>
          <Navigation />
          <main className="page">
            <Content context={context} />
          </main>
        </>
      ) : null}
    </>
  );
}
const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
