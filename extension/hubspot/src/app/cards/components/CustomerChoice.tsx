import { useLink, useSurface } from '@backroom/panels';
import type { CustomerPanel } from '@backroom/shared';
import { messageKey } from '@backroom/shared/messages/ui';
import { EmptyState, Flex, Heading, LoadingButton, LoadingSpinner, Text, Tile } from '@hubspot/ui-extensions';
import { ProblemNotice } from './States.tsx';

/** Ties the company to its ERP customer: a person confirms, or has one created. Shows nothing once it is linked. */
export function CustomerChoice({ customer }: { customer: CustomerPanel }) {
  const { t } = useSurface();
  const link = useLink();
  const busy = link.busy;
  if (customer.state === 'linked') return null;
  if (customer.state === 'no_company')
    return (
      <EmptyState title={t('customer.no_company_title')} layout="vertical">
        <Text>{t('customer.no_company_text')}</Text>
      </EmptyState>
    );
  if (customer.state === 'creating') return <LoadingSpinner label={t('customer.creating')} showLabel />;
  const none = customer.state === 'none';
  const candidates = none ? [] : customer.candidates;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{t(none ? 'customer.none_title' : 'customer.candidates_title')}</Heading>
      <Text>{t(none ? 'customer.none_text' : 'customer.candidates_text')}</Text>
      {link.problem ? <ProblemNotice problem={link.problem} /> : null}
      {candidates.map(({ customer: each, score, why }) => (
        <Tile key={each.id} compact>
          <Flex direction="column" gap="xs">
            <Text format={{ fontWeight: 'bold' }}>{`${each.name} (${each.number})`}</Text>
            <Text variant="microcopy">
              {[
                [each.city, each.country].filter(Boolean).join(', '),
                t('customer.match', { score: String(score) }),
                ...why.flatMap((name) => {
                  const key = messageKey(`customer.why.${name}`);
                  return key ? [t(key)] : [];
                }),
              ].join(' · ')}
            </Text>
            <LoadingButton size="xs" loading={busy} onClick={() => link.run({ action: 'link', customerId: each.id })}>
              {t('customer.link')}
            </LoadingButton>
          </Flex>
        </Tile>
      ))}
      {none && !customer.canCreate ? null : (
        <LoadingButton
          size="sm"
          loading={busy}
          onClick={() => link.run({ action: 'create', idempotencyKey: crypto.randomUUID() })}
        >
          {t('customer.create')}
        </LoadingButton>
      )}
    </Flex>
  );
}
