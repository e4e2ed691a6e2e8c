import { creditCard, useSurface } from '@backroom/panels';
import type { CreditPanel } from '@backroom/shared';
import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import { Facts, Figures } from './Facts.tsx';
import { Status } from './States.tsx';

export function Credit({ credit }: { credit: CreditPanel }) {
  const view = creditCard(useSurface(), credit);
  return (
    <Flex direction="column" gap="sm">
      <Status {...view.tag} />
      {view.blockedReason ? <Alert title={view.blockedReason} variant="error" /> : null}
      <Figures figures={view.figures} />
      {view.note ? <Text>{view.note}</Text> : null}
      {view.ageing.length > 0 ? (
        <Flex direction="column" gap="sm">
          <Text format={{ fontWeight: 'bold' }}>{view.ageingTitle}</Text>
          <Facts facts={view.ageing} direction="row" />
        </Flex>
      ) : null}
    </Flex>
  );
}
