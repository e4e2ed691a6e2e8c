import { bridge } from '@backroom/backend/erp/bridge/index';
import type { ExamplesInput } from '@backroom/backend/erp/conformance/examples';
import { runSubject } from '@backroom/backend/erp/conformance/run';
import type { Opened } from '@backroom/backend/erp/conformance/subject';
import { processPorts } from '@backroom/backend/erp/transport/ports';
import { examples, KEY } from './examples.ts';

/** A field that is gone, by the ERP's own name: the flow's answer then lacks it, too. */
const drift: ExamplesInput['drift'] = [{ operation: 'orders.list', from: '"docNo"', to: '"documentNo"' }];
/** A running flow. The ERP behind it can be moved to another address. */
type Running = { url: string; erpUrl: string; erpAt: (url: string) => void };
const lacks = {
  'rights: a wrong credential is unauthorised': 'the flow keeps the credential of its ERP',
  'trouble: a call that is already cut off sends nothing':
    'the flow is a process of its own: shown between Backroom and the flow',
};

/** The kit over a flow: with the faults between Backroom and the flow, and with the same faults between the flow and its ERP. */
export async function kitOver({ url, erpUrl, erpAt }: Running, where: 'before the flow' | 'behind the flow') {
  const asking = bridge({ url, credentials: { key: KEY }, settings: {} });
  const description = JSON.stringify(await asking.describe({}, { signal: AbortSignal.timeout(10_000) }));
  const at = (address: string, key: string) =>
    bridge({ url: address, credentials: { key }, settings: { description } });
  const behind = (address: string) =>
    bridge(
      { url, credentials: { key: KEY }, settings: { description } },
      {
        ...processPorts,
        // The kit has adapters for several addresses of one ERP: each call is made with its own.
        fetch(...input) {
          erpAt(address);
          return processPorts.fetch(...input);
        },
      },
    );
  const opened: Omit<Opened, 'close'> =
    where === 'before the flow'
      ? { url, examples, connect: (address) => at(address, KEY), wrong: (address) => at(address, 'another') }
      : { url: erpUrl, examples: { ...examples, drift }, connect: behind, lacks };
  const failed: string[] = [];
  const skipped: string[] = [];
  let ok = 0;
  await runSubject({ name: where, open: async () => ({ close: async () => {}, ...opened }) }, ({ name, outcome }) => {
    if (outcome.state === 'ok') ok += 1;
    if (outcome.state === 'skip') skipped.push(`${name}: ${outcome.reason}`);
    if (outcome.state === 'fail') failed.push(`${name}: ${String(outcome.error)}`);
  });
  erpAt(erpUrl);
  return { failed, skipped, ok };
}
