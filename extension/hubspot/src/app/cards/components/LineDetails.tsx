import { type LineView, lineDetails, type TableView, useSurface } from '@backroom/panels';
import { Button, Flex, Heading, Text, Tile } from '@hubspot/ui-extensions';
import { DataTable } from './DataTable.tsx';
import { Facts } from './Facts.tsx';

const Part = ({ table }: { table: TableView }) => (table.rows.length > 0 ? <DataTable table={table} /> : null);

/** Below the table rather than over it: a rep compares it with the other lines. */
export function LineDetails({ line, close }: { line: LineView; close: () => void }) {
  const surface = useSurface();
  const { title, price, breaks, warehouses, incoming, nothingIncoming } = lineDetails(surface, line);
  return (
    <Tile testId="line-details">
      <Flex direction="column" gap="sm">
        <Flex direction="row" justify="between" align="center">
          <Heading>{title}</Heading>
          <Button size="xs" onClick={close}>
            {surface.t('close')}
          </Button>
        </Flex>
        <Part table={warehouses} />
        <Part table={incoming} />
        {nothingIncoming ? <Text>{nothingIncoming}</Text> : null}
        {price.length > 0 ? <Facts facts={price} direction="row" /> : null}
        <Part table={breaks} />
      </Flex>
    </Tile>
  );
}
