import { alertView, useSurface } from '@backroom/panels';
import { Alert, DescriptionList, DescriptionListItem, Flex, hubspot, Text } from '@hubspot/ui-extensions';
import { Card } from './components/Card.tsx';
import { CustomerChoice } from './components/CustomerChoice.tsx';
import { Panels } from './components/States.tsx';

function Overview() {
  const surface = useSurface();
  const { t, format } = surface;
  return (
    <Panels only={['overview']}>
      {({ overview }) => {
        if (!overview) return null;
        const { customer, credit, openInvoices, converted, completeBy, missing, submission } = overview;
        const free = credit && (credit.freeAfterDeal ?? credit.position.free);
        const facts: [string, string][] = [
          [
            t('customer'),
            customer?.state === 'linked' ? `${customer.customer.name} (${customer.customer.number})` : t('unknown'),
          ],
          [t('overview.complete_by'), completeBy ? format.date(completeBy) : t('overview.complete_never')],
          [t('overview.credit_after'), free ? format.money(free) : credit ? t('overview.no_limit') : t('unknown')],
          [
            t('overview.open_invoices'),
            openInvoices === null
              ? t('unknown')
              : openInvoices
                  .map(({ open, overdue }) =>
                    t('overview.of_which_overdue', { open: format.money(open), overdue: format.money(overdue) }),
                  )
                  .join(' · ') || t('overview.nothing_open'),
          ],
          [t('overview.order'), converted?.number ?? submission?.orderNumber ?? t('overview.no_order')],
        ];
        return (
          <Flex direction="column" gap="sm">
            {overview.alerts.map((each) => {
              const { text, tone } = alertView(surface, each);
              return (
                <Alert
                  key={each.code}
                  title={text}
                  variant={tone === 'danger' ? 'error' : tone === 'warning' ? 'warning' : 'info'}
                />
              );
            })}
            {overview.alerts.length === 0 && missing.length === 0 ? (
              <Alert title={t('overview.all_well')} variant="success" />
            ) : null}
            {missing.length > 0 ? (
              <Text>{t('overview.missing', { panels: format.list(missing.map((name) => t(`panel.${name}`))) })}</Text>
            ) : null}
            {customer ? <CustomerChoice customer={customer} /> : null}
            <DescriptionList direction="column">
              {facts.map(([label, value]) => (
                <DescriptionListItem key={label} label={label}>
                  <Text>{value}</Text>
                </DescriptionListItem>
              ))}
            </DescriptionList>
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
