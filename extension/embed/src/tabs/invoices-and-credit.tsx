import { Credit } from '../parts/credit.tsx';
import { Invoices } from '../parts/invoices.tsx';
import { Panels } from '../parts/panels.tsx';

export default function InvoicesAndCredit() {
  return (
    <Panels only={['credit', 'invoices']} lines={10}>
      {({ credit, invoices }) => (
        <>
          {credit ? <Credit credit={credit} /> : null}
          {credit && invoices ? <hr /> : null}
          {invoices ? <Invoices panel={invoices} /> : null}
        </>
      )}
    </Panels>
  );
}
