import { customerChoiceView, useLink, useSurface } from '@backroom/panels';
import type { CustomerPanel, LinkInput } from '@backroom/shared';
import { lazy, Suspense, useState } from 'react';
import { Button, Buttons } from './button.tsx';
import { Candidates } from './candidates.tsx';
import { Confirm } from './confirm.tsx';
import { Empty, ProblemNotice } from './states.tsx';

const CustomerSearch = lazy(() => import('../dialogs/customer-search.tsx'));
type Before = { id: Extract<LinkInput, { action: 'link' }>['customerId']; name: string };

/** Ties the company to its ERP customer: a person confirms, or has one created. Once it is linked it shows nothing, or with `change` the way to another. */
export default function CustomerChoice({ customer, change = false }: { customer: CustomerPanel; change?: boolean }) {
  const surface = useSurface();
  const { t } = surface;
  const link = useLink();
  const [before, setBefore] = useState<Before | null>(null);
  const view = customerChoiceView(surface, customer);
  if (view.state === 'linked') {
    if (!change) return null;
    const { id, name, about } = view;
    return (
      <div className="stack tight">
        <strong>{t('customer.linked_to', { customer: name })}</strong>
        {about ? <p className="small">{about}</p> : null}
        {link.problem ? <ProblemNotice problem={link.problem} /> : null}
        <Confirm
          label={t('customer.unlink')}
          ask={t('customer.unlink_ask', { customer: name })}
          yes={t('customer.unlink')}
          busy={link.busy}
          run={() => link.run({ action: 'unlink' }, () => setBefore({ id, name }))}
        />
      </div>
    );
  }
  if (view.state === 'empty') return <Empty {...view.empty} />;
  if (view.state === 'creating') return <p role="status">{view.text}</p>;
  return (
    <div className="stack">
      <h2>{view.title}</h2>
      <p>{view.text}</p>
      {link.problem ? <ProblemNotice problem={link.problem} /> : null}
      {before ? (
        <Buttons>
          <Button
            busy={link.busy}
            onClick={() => link.run({ action: 'link', customerId: before.id }, () => setBefore(null))}
          >
            {t('customer.undo', { customer: before.name })}
          </Button>
        </Buttons>
      ) : null}
      <Candidates candidates={view.candidates} link={link} />
      {view.canCreate ? (
        <Confirm
          label={t('customer.create')}
          ask={t('customer.create_ask')}
          yes={t('action.create_yes')}
          busy={link.busy}
          run={() => link.run({ action: 'create', idempotencyKey: crypto.randomUUID() })}
        />
      ) : null}
      <Suspense>
        <CustomerSearch />
      </Suspense>
    </div>
  );
}
