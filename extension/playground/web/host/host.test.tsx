// @vitest-environment happy-dom
// What a rep with a keyboard or a screen reader meets in each component that the cards use: its role, its name, its keys.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button, ButtonRow, Checkbox, Input, LoadingButton, Select, TextArea, Toggle } from './controls.tsx';
import { components } from './index.ts';
import {
  Alert,
  DescriptionList,
  DescriptionListItem,
  Divider,
  EmptyState,
  Flex,
  Heading,
  List,
  LoadingSpinner,
  Statistics,
  StatisticsItem,
  StatusTag,
  StepIndicator,
  Text,
  Tile,
} from './layout.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from './table.tsx';

afterEach(cleanup);
const user = userEvent.setup();

test('every HubSpot component that a card or the settings page uses is rendered here', () => {
  const app = join(import.meta.dirname, '..', '..', '..', 'hubspot', 'src', 'app');
  const used = globSync('{cards,settings}/**/*.tsx', {
    cwd: app,
    exclude: (name) => /node_modules|\.test\./.test(String(name)),
  })
    .flatMap((file) => [
      ...readFileSync(join(app, file), 'utf8').matchAll(/import \{([^}]+)\} from '@hubspot\/ui-extensions'/g),
    ])
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => /^[A-Z]/.test(name));
  expect(used.length).toBeGreaterThan(20);
  expect([...new Set(used)].filter((name) => !(name in components))).toEqual([]);
});

test('a button is reached with Tab and pressed with Enter or Space; a disabled or loading one is neither', async () => {
  const pressed = vi.fn();
  const never = vi.fn();
  render(
    <ButtonRow>
      <Button disabled onClick={never}>
        Not now
      </Button>
      <LoadingButton loading onClick={never}>
        Submitting
      </LoadingButton>
      <Button onClick={pressed}>Refresh</Button>
    </ButtonRow>,
  );
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Refresh' }));
  await user.keyboard('{Enter}');
  await user.keyboard(' ');
  expect(pressed).toHaveBeenCalledTimes(2);
  await user.click(screen.getByRole('button', { name: 'Submitting' }));
  await user.click(screen.getByRole('button', { name: 'Not now' }));
  expect(never).not.toHaveBeenCalled();
});
test.each([
  ['one line', Input],
  ['several lines', TextArea],
])('a field of %s has its label and hint, tells each letter, and an echo does not undo the next', async (_, Field) => {
  const told: string[] = [];
  const Late = () => {
    const [value, setValue] = useState('');
    return (
      <Field
        name="reason"
        label="Reason"
        description="What is wrong?"
        value={value}
        onInput={(text) => {
          told.push(text);
          // As over the worker's border: the card's answer comes after the next letter was typed.
          if (text.length < 3) setValue(text);
        }}
      />
    );
  };
  render(<Late />);
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Reason' });
  const hint = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toBe('What is wrong?');
  await user.tab();
  await user.keyboard('dented');
  expect(told.at(-1)).toBe('dented');
  expect(field.value).toBe('dented');
});
test('a select has its label and tells what was chosen', async () => {
  const chosen = vi.fn();
  const options = [
    { label: 'SO-7, 20 Nov', value: 'SO-7' },
    { label: 'SO-8, 21 Nov', value: 'SO-8' },
  ];
  render(<Select name="order" label="Order" value="SO-7" options={options} onChange={chosen} />);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'SO-8, 21 Nov');
  expect(chosen).toHaveBeenCalledWith('SO-8');
});
test('a checkbox and a switch are named by their label and turned with Space', async () => {
  const changed = vi.fn();
  render(
    <>
      <Checkbox name="accept" onChange={changed}>
        I’ve reviewed the warning
      </Checkbox>
      <Toggle name="stock" label="Stock" checked onChange={changed} />
      <Toggle name="returns" label="Returns" readonly />
    </>,
  );
  await user.tab();
  await user.keyboard(' ');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'I’ve reviewed the warning' }).checked).toBe(true);
  await user.tab();
  await user.keyboard(' ');
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Stock' }).checked).toBe(false);
  expect(changed.mock.calls).toEqual([
    [true, 'accept'],
    [false, 'stock'],
  ]);
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Returns' }).disabled).toBe(true);
});
test('what is wrong interrupts, what is only news does not; neither lives by its colour', () => {
  render(
    <>
      <Alert title="ERP rejected this" variant="error">
        <Text>Say why</Text>
      </Alert>
      <Alert title="Last known figures" variant="warning" />
      <StatusTag variant="danger">Short</StatusTag>
    </>,
  );
  expect(screen.getByRole('alert').textContent).toBe('ERP rejected thisSay why');
  expect(screen.getByRole('status').textContent).toBe('Last known figures');
  expect(screen.getByText('Short').previousElementSibling?.getAttribute('aria-hidden')).toBe('true');
});
test('while it reads, that is said; an empty state says what is missing', () => {
  render(
    <>
      <LoadingSpinner label="Loading ERP data" />
      <EmptyState title="No returns">
        <Text>This customer has no returns in the ERP.</Text>
      </EmptyState>
    </>,
  );
  expect(screen.getByRole('status').textContent).toBe('Loading ERP data');
  expect(screen.getByText('No returns').parentElement?.textContent).toBe(
    'No returnsThis customer has no returns in the ERP.',
  );
});
test('each figure stands with its label as term and definition', () => {
  render(
    <Flex direction="column" gap="sm">
      <Statistics>
        <StatisticsItem label="Limit" number="€50,000.00" />
      </Statistics>
      <DescriptionList direction="row">
        <DescriptionListItem label="Promised date">
          <Text>4 Dec 2026</Text>
        </DescriptionListItem>
      </DescriptionList>
    </Flex>,
  );
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Limit', 'Promised date']);
  expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['€50,000.00', '4 Dec 2026']);
});
test('headings, lists, steps and parts have the structure that they show', () => {
  render(
    <Tile>
      <Heading>History</Heading>
      <Divider />
      <List variant="ordered">
        <Text>Accepted</Text>
        <Text>Sent</Text>
      </List>
      <StepIndicator stepNames={['Accepted', 'Sending', 'Created in ERP']} currentStep={1} />
    </Tile>,
  );
  expect(screen.getByRole('heading', { name: 'History', level: 3 })).toBeTruthy();
  expect(screen.getByRole('separator')).toBeTruthy();
  const [history, steps] = screen.getAllByRole('list') as [HTMLElement, HTMLElement];
  expect(within(history).getAllByRole('listitem')).toHaveLength(2);
  expect(within(steps).getByText('Sending').getAttribute('aria-current')).toBe('step');
});
test('a table tells its order to a screen reader, sorts and pages by keyboard, and scrolls by keyboard', async () => {
  const sorted = vi.fn();
  const paged = vi.fn();
  render(
    <Table paginated pageCount={3} page={2} onPageChange={paged}>
      <TableHead>
        <TableRow>
          <TableHeader sortDirection="ascending" onSortChange={sorted}>
            Due
          </TableHeader>
          <TableHeader align="right">Open</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        <TableRow>
          <TableCell>31 Oct 2026</TableCell>
          <TableCell align="right">€1,200.00</TableCell>
        </TableRow>
      </TableBody>
    </Table>,
  );
  expect(screen.getByRole('columnheader', { name: /Due/ }).getAttribute('aria-sort')).toBe('ascending');
  expect(screen.getByRole('columnheader', { name: 'Open' }).getAttribute('aria-sort')).toBeNull();
  expect(screen.getByRole('cell', { name: '€1,200.00' }).style.textAlign).toBe('right');
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Table' }));
  await user.tab();
  await user.keyboard('{Enter}');
  expect(sorted).toHaveBeenCalledWith('descending');
  await user.tab();
  await user.keyboard('{Enter}');
  await user.tab();
  await user.keyboard('{Enter}');
  expect(paged.mock.calls).toEqual([[1], [3]]);
});
test('there is no page before the first nor after the last', () => {
  render(<Table paginated pageCount={1} page={1} />);
  for (const name of ['Previous', 'Next'])
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
});
