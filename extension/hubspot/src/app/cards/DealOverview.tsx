import { overviewView, useSurface } from '@backroom/panels';
import { Alert, Flex, hubspot, Text } from '@hubspot/ui-extensions';
import { Card } from './components/Card.tsx';
import { CustomerChoice } from './components/CustomerChoice.tsx';
import { Facts } from './components/Facts.tsx';
import { Panels } from './components/States.tsx';

const variants = { danger: 'error', warning: 'warning', info: 'info', success: 'success', default: 'info' } as const;
function Overview() {
  const surface = useSurface();
  return (
    <Panels only={['overview']}>
      {({ overview }) => {
        if (!overview) return null;
        const { alerts, missing, facts } = overviewView(surface, overview, surface.format.today(Date.now()));
        return (
          <Flex direction="column" gap="sm">
            {alerts.map(({ text, tone }) => (
              <Alert key={text} title={text} variant={variants[tone]} />
            ))}
            {missing ? <Text>{missing}</Text> : null}
            {overview.customer ? <CustomerChoice customer={overview.customer} /> : null}
            <Facts facts={facts} direction="column" />
          </Flex>
        );
      }}
    </Panels>
  );
}
export const DealOverview = () => (
  <Card type="deal">
    <Overview />
  </Card>
);
hubspot.extend<'crm.record.sidebar'>(() => <DealOverview />);
