import type { Backend } from '@backroom/backend/compose';
import type { AccountId } from '@backroom/shared';
import { type Row, row } from './report.ts';

const CALLS = 20_000;
/** Calls of a cold page of a 50-line deal: see the section on panels. */
const OF_A_PANEL = 16;
const PANELS = 30;
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What it takes to record the calls of a cold panel, beside what the panel's ERP calls take: processor time of both, in this process. */
export async function recordingCost(
  { monitoring, services }: Backend,
  account: AccountId,
  where: string,
): Promise<Row[]> {
  const connection = { id: 'main', credentials: { key: 'bench' } };
  const sent = monitoring.erpSent(account, connection);
  await monitoring.flush();
  const before = cpu();
  for (let nth = 0; nth < CALLS; nth += 1) {
    sent({ method: 'POST', url: `http://127.0.0.1:9/v1/stock/availability?n=${nth}`, status: 200, ms: 12 });
    monitoring.erpCalled(account, 'main', { operation: 'stock.availability', ms: 12, error: null });
    if (nth % 1000 === 999) await monitoring.flush();
  }
  const each = (cpu() - before) / CALLS;
  const erp = await services.erpFor(account);
  const call = { signal: AbortSignal.timeout(60_000) };
  const codes = Array.from({ length: 50 }, (_, nth) => `PMP-${String((nth % 30) + 1).padStart(3, '0')}`);
  const began = cpu();
  for (let nth = 0; nth < PANELS; nth += 1)
    for (let one = 0; one < OF_A_PANEL; one += 1) await erp.products?.resolve({ codes }, call);
  const panel = (cpu() - began) / PANELS;
  const part = (each * OF_A_PANEL) / panel;
  return [
    row(
      `${where}: recording ${OF_A_PANEL} calls ÷ making them (${(each * 1000).toFixed(0)} µs a call, written in batches; ${panel.toFixed(0)} ms)`,
      `${(part * 100).toFixed(1)} %`,
      '≤ 3 %',
      part <= 0.03,
    ),
  ];
}
