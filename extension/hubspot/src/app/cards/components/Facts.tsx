import type { Fact } from '@backroom/panels';
import { DescriptionList, DescriptionListItem, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';

export const Figures = ({ figures }: { figures: readonly Fact[] }) =>
  figures.length === 0 ? null : (
    <Statistics>
      {figures.map(({ label, value }) => (
        <StatisticsItem key={label} label={label} number={value} />
      ))}
    </Statistics>
  );
export const Facts = ({ facts, direction }: { facts: readonly Fact[]; direction: 'row' | 'column' }) => (
  <DescriptionList direction={direction}>
    {facts.map(({ label, value }) => (
      <DescriptionListItem key={label} label={label}>
        <Text>{value}</Text>
      </DescriptionListItem>
    ))}
  </DescriptionList>
);
