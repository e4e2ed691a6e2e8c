import { customerChoiceView, useLink, useSurface } from '@backroom/panels';
import type { CustomerPanel } from '@backroom/shared';
import { EmptyState, Flex, Heading, LoadingButton, LoadingSpinner, Text, Tile } from '@hubspot/ui-extensions';
import { Confirm } from './Confirm.tsx';
import { ProblemNotice } from './States.tsx';

/** Ties the company to its ERP customer: a person confirms, or has one created. Shows nothing once it is linked. */
export function CustomerChoice({ customer }: { customer: CustomerPanel }) {
  const surface = useSurface();
  const { t } = surface;
  const link = useLink();
  const view = customerChoiceView(surface, customer);
  if (view.state === 'linked') return null;
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
    </Flex>
  );
}
