import { useSurface } from '@backroom/panels';
import { Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';

/** While a card reads: about as high as what comes, so that nothing below it jumps. */
export function Skeleton({ lines }: { lines: number }) {
  const { t, isWorded } = useSurface();
  return (
    <Flex direction="column" gap="md">
      <LoadingSpinner label={t('loading')} showLabel={isWorded} layout="centered" />
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((key) => (
        <Text key={key}>{'\u00a0'}</Text>
      ))}
    </Flex>
  );
}
