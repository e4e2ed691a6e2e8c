import type { Run } from './run.ts';

type Column = { subject: string; ran: Record<string, string>; cells: Map<string, string>; reasons: string[] };
const head = `# Conformance

One suite of cases (\`backend/src/erp/conformance\`) runs over every adapter. \`npm run conformance\` writes this page: it runs what can run on
the machine at hand and leaves the columns of the others as they were. A \`–\` is a skip; its reason stands below.
How to put your own ERP through it: [add an ERP](add-an-erp.md).
`;
const titles = { runs: '## Runs', cases: '## Cases', skips: '## Why cases were skipped' };
const inCell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const cellsOf = (line: string) =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

function columnOf(run: Extract<Run, { state: 'ran' }>, day: string): Column {
  const count = (state: string) => run.results.filter(({ outcome }) => outcome.state === state).length;
  const cells = new Map(
    run.results.map(({ name, outcome }) => [
      name,
      outcome.state === 'ok'
        ? inCell(`ok${outcome.note ? ` (${outcome.note})` : ''}`)
        : outcome.state === 'skip'
          ? '–'
          : '**FAIL**',
    ]),
  );
  const reasons = run.results.flatMap(({ name, outcome }) =>
    outcome.state === 'skip' ? [inCell(`${name} — ${outcome.reason}`)] : [],
  );
  const ran = {
    adapter: run.subject,
    ERP: `${run.erp} ${run.version}`,
    'run on': day,
    ok: String(count('ok')),
    skipped: String(count('skip')),
    failed: String(count('fail')),
  };
  return { subject: run.subject, ran, cells, reasons };
}

/** What an earlier page says, so that a column is kept where its ERP cannot be had today. */
function columnsIn(page: string): Column[] {
  const part = (title: string) => page.split(`${title}\n`)[1]?.split(/^## /m)[0] ?? '';
  const lines = (title: string) =>
    part(title)
      .split('\n')
      .filter((line) => line.startsWith('|'));
  const [subjects = '', , ...caseRows] = lines(titles.cases);
  const [heads = '', , ...ranRows] = lines(titles.runs);
  const ranOf = (subject: string) => {
    const cells = ranRows.map(cellsOf).find(([first]) => first === subject) ?? [subject];
    return Object.fromEntries(cellsOf(heads).map((name, index) => [name, cells[index] ?? '']));
  };
  return cellsOf(subjects)
    .slice(1)
    .map((subject, index) => ({
      subject,
      ran: ranOf(subject),
      cells: new Map(caseRows.map(cellsOf).map((cells) => [cells[0] ?? '', cells[index + 1] ?? ''])),
      reasons: (part(titles.skips).split(`**${subject}**\n`)[1]?.split('**')[0] ?? '')
        .split('\n')
        .filter((line) => line.startsWith('- '))
        .map((line) => line.slice(2)),
    }));
}

/**
 * The page after these runs. `order`: every registered subject, in the order of the columns; a subject that did not run keeps what `before`
 * says of it. Nothing in it changes from run to run but the day.
 */
export function conformancePage(
  runs: readonly Run[],
  names: readonly string[],
  order: readonly { name: string; proof?: string }[],
  before: string,
  day: string,
): string {
  const known = new Map(columnsIn(before).map((column) => [column.subject, column]));
  for (const run of runs) if (run.state === 'ran') known.set(run.subject, columnOf(run, day));
  const columns = order.flatMap(({ name, proof = '' }) => {
    const column = known.get(name);
    const ran: Column['ran'] = { ...column?.ran, proof };
    return column ? [{ ...column, ran }] : [];
  });
  const runHeads = ['adapter', 'ERP', 'proof', 'run on', 'ok', 'skipped', 'failed'] as const;
  const skips = columns
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ subject, reasons }) => `**${subject}**\n\n${reasons.map((reason) => `- ${reason}`).join('\n')}\n`);
  return [
    head,
    `${titles.runs}\n`,
    row(runHeads),
    row(['---', '---', '---', '---', '---:', '---:', '---:']),
    ...columns.map(({ ran }) => row(runHeads.map((name) => ran[name] ?? ''))),
    `\n${titles.cases}\n`,
    row(['case', ...columns.map(({ subject }) => subject)]),
    row(['---', ...columns.map(() => '---')]),
    ...names.map((name) => row([inCell(name), ...columns.map(({ cells }) => cells.get(inCell(name)) ?? '')])),
    `\n${titles.skips}\n`,
    skips.join('\n'),
  ].join('\n');
}
