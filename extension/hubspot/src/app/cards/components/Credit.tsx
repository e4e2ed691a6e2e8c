import { creditView, useSurface } from '@backroom/panels';
import type { CreditPanel } from '@backroom/shared';
import {
  Alert,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Statistics,
  StatisticsItem,
  Text,
} from '@hubspot/ui-extensions';
import { Status } from './States.tsx';

export function Credit({ credit }: { credit: CreditPanel }) {
  const surface = useSurface();
  const { t } = surface;
  const view = creditView(surface, credit);
  return (
    <Flex direction="column" gap="sm">
      <Status {...view.tag} />
      {view.blockedReason ? <Alert title={view.blockedReason} variant="error" /> : null}
      <Statistics>
        <StatisticsItem label={t('credit.limit')} number={view.limit} />
        <StatisticsItem label={t('credit.exposure')} number={view.exposure} />
        <StatisticsItem label={t('credit.free')} number={view.free} />
        {view.afterDeal ? <StatisticsItem label={t('credit.after_deal')} number={view.afterDeal} /> : null}
      </Statistics>
      <Text format={{ fontWeight: 'bold' }}>{t('credit.ageing')}</Text>
      <DescriptionList direction="row">
        {view.ageing.map(({ label, amount }) => (
          <DescriptionListItem key={label} label={label}>
            <Text>{amount}</Text>
          </DescriptionListItem>
        ))}
      </DescriptionList>
    </Flex>
  );
}
