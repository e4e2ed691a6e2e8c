import { customerChoiceView, useLink, useSurface } from '@backroom/panels';
import type { CustomerPanel, LinkInput } from '@backroom/shared';
import { EmptyState, Flex, Heading, LoadingButton, LoadingSpinner, Text, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { Confirm } from './Confirm.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { ProblemNotice } from './States.tsx';

type Before = { id: Extract<LinkInput, { action: 'link' }>['customerId']; name: string };

/** Ties the company to its ERP customer: a person confirms, or has one created. Once it is linked it shows nothing, or with `change` the way to another. */
export function CustomerChoice({ customer, change = false }: { customer: CustomerPanel; change?: boolean }) {
  const surface = useSurface();
  const { t } = surface;
  const link = useLink();
  const [before, setBefore] = useState<Before | null>(null);
  const view = customerChoiceView(surface, customer);
  if (view.state === 'linked') {
    if (!change) return null;
    const { id, name, about } = view;
    return (
      <Flex direction="column" gap="xs">
        <Text format={{ fontWeight: 'bold' }}>{t('customer.linked_to', { customer: name })}</Text>
        {about ? <Text variant="microcopy">{about}</Text> : null}
        {link.problem ? <ProblemNotice problem={link.problem} /> : null}
        <Confirm
          label={t('customer.unlink')}
          ask={t('customer.unlink_ask', { customer: name })}
          yes={t('customer.unlink')}
          busy={link.busy}
          run={() => link.run({ action: 'unlink' }, () => setBefore({ id, name }))}
        />
      </Flex>
    );
  }
  if (view.state === 'empty')
    return (
      <EmptyState title={view.empty.title} layout="vertical">
        <Text>{view.empty.text}</Text>
      </EmptyState>
    );
  if (view.state === 'creating') return <LoadingSpinner label={view.text} showLabel />;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{view.title}</Heading>
      <Text>{view.text}</Text>
      {link.problem ? <ProblemNotice problem={link.problem} /> : null}
      {before ? (
        <LoadingButton
          size="xs"
          loading={link.busy}
          onClick={() => link.run({ action: 'link', customerId: before.id }, () => setBefore(null))}
        >
          {t('customer.undo', { customer: before.name })}
        </LoadingButton>
      ) : null}
      {view.candidates.map(({ id, name, about }) => (
        <Tile key={id} compact>
          <Flex direction="column" gap="xs" align="start">
            <Text format={{ fontWeight: 'bold' }}>{name}</Text>
            <Text variant="microcopy">{about}</Text>
            <LoadingButton size="xs" loading={link.busy} onClick={() => link.run({ action: 'link', customerId: id })}>
              {t('customer.link')}
            </LoadingButton>
          </Flex>
        </Tile>
      ))}
      {view.canCreate ? (
        <Confirm
          label={t('customer.create')}
          ask={t('customer.create_ask')}
          yes={t('action.create_yes')}
          busy={link.busy}
          run={() => link.run({ action: 'create', idempotencyKey: crypto.randomUUID() })}
        />
      ) : null}
      {change ? <CustomerSearch /> : null}
    </Flex>
  );
}
