// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Context } from '../../extension/dynamics/Backroom/component-framework.ts';
import { Backroom } from '../../extension/dynamics/Backroom/index.ts';

const ORIGIN = 'https://backroom.example.com';
const ORG = '5b1f7c0e-2d7a-4a69-8d13-1e2f0c9ab001';
const ID = '00bb9308-2eed-44d3-b5ba-fa218da8ec06';
type Inputs = Parameters<Backroom['init']>[0]['parameters'];
const opened: object[] = [];
const contextOf = (
  more: Partial<Context<Inputs>> = {},
  values: Partial<Record<keyof Inputs, string | null>> = {},
): Context<Inputs> => ({
  parameters: {
    column: { raw: 'anything' },
    address: { raw: values.address === undefined ? `${ORIGIN}/` : values.address },
    organization: { raw: values.organization === undefined ? ORG : values.organization },
  },
  mode: { allocatedHeight: -1, allocatedWidth: 800, trackContainerResize: () => {} },
  userSettings: { languageId: 1031 },
  resources: { getString: (id) => id },
  navigation: {
    async openForm(options) {
      opened.push(options);
    },
  },
  page: { entityId: `{${ID.toUpperCase()}}`, entityTypeName: 'quote' },
  ...more,
});
const { settings } = (window as unknown as { happyDOM: { settings: Record<string, unknown> } }).happyDOM;
let control: Backroom;
let container: HTMLDivElement;
const frame = (): HTMLIFrameElement | null => container.querySelector('iframe');
/** What the frame was told, and a message of the frame's own. */
const told: { message: Record<string, unknown>; origin: string }[] = [];
function listen(): void {
  const heard = {
    postMessage: (message: Record<string, unknown>, origin: string) => void told.push({ message, origin }),
  };
  Object.defineProperty(frame(), 'contentWindow', { value: heard, configurable: true });
}
function says(data: unknown, more: { origin?: string; source?: unknown } = {}): void {
  const { origin = ORIGIN, source = frame()?.contentWindow } = more;
  const event = new MessageEvent('message', { data, origin });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
}
const start = (context = contextOf()) => control.init(context, () => {}, {}, container);

beforeEach(() => {
  // Nothing is fetched: whose page it is, the address says.
  settings.disableIframePageLoading = true;
  settings.handleDisabledFileLoadingAsSuccess = true;
  control = new Backroom();
  container = document.createElement('div');
  document.body.append(container);
  opened.length = 0;
  told.length = 0;
});
afterEach(() => {
  control.destroy();
  container.remove();
});

test('the frame’s address says where it stands, and its sandbox lets nothing lead the form away', () => {
  start();
  const address = new URL(frame()?.src ?? '');
  expect(`${address.origin}${address.pathname}`).toBe(`${ORIGIN}/embed/dynamics-sales/`);
  expect(Object.fromEntries(address.searchParams)).toEqual({ orgId: ORG, entity: 'quote', id: ID, lcid: '1031' });
  expect(frame()?.getAttribute('sandbox')).not.toContain('top-navigation');
  expect(frame()?.getAttribute('referrerpolicy')).toBe('no-referrer');
});
test('a form that was never saved has no frame until its record is known, by whichever member', () => {
  start(contextOf({ page: {} }));
  expect(frame()).toBeNull();
  expect(container.textContent).toBe('Save_First');
  const { mode } = contextOf();
  control.updateView(
    contextOf({ page: {}, mode: { ...mode, contextInfo: { entityId: ID, entityTypeName: 'opportunity' } } }),
  );
  expect(frame()?.src).toContain('entity=opportunity');
});
test.each([
  ['no address', { address: null }],
  ['an address that is not encrypted', { address: 'http://backroom.example.com' }],
  ['an address that is none', { address: 'javascript:alert(1)' }],
])('%s: it says what is missing', (_, values) => {
  start(contextOf({}, values));
  expect([frame(), container.textContent]).toEqual([null, 'Not_Set_Up']);
});
test('an entity that Backroom does not know has no frame', () => {
  start(contextOf({ page: { entityId: ID, entityTypeName: 'lead' } }));
  expect(frame()).toBeNull();
});
test('the same record keeps its frame and hears of a new theme; another record has another frame', () => {
  start();
  const first = frame();
  listen();
  control.updateView(contextOf({ fluentDesignLanguage: { isDarkTheme: true } }));
  expect(frame()).toBe(first);
  expect(told).toEqual([{ message: { backroom: 1, type: 'theme', theme: 'dark' }, origin: ORIGIN }]);
  control.updateView(contextOf({ page: { entityId: ORG, entityTypeName: 'quote' } }));
  expect(frame()).not.toBe(first);
});
test('to a frame that is ready it says where it stands, to Backroom’s origin only', () => {
  start();
  listen();
  says({ backroom: 1, type: 'ready' });
  expect(told).toEqual([
    {
      message: { backroom: 1, type: 'context', orgId: ORG, entity: 'quote', id: ID, language: '1031', theme: 'light' },
      origin: ORIGIN,
    },
  ]);
});
test('the frame sizes itself within bounds, opens records of known kinds, and has the record shown anew', () => {
  start();
  for (const [height, shown] of [
    [731.2, '732px'],
    [1, '120px'],
    [1e9, '4000px'],
  ] as const) {
    says({ backroom: 1, type: 'resize', height });
    expect(frame()?.style.height).toBe(shown);
  }
  says({ backroom: 1, type: 'resize', height: Number.NaN });
  says({ backroom: 1, type: 'openRecord', record: { type: 'company', id: ORG } });
  says({ backroom: 1, type: 'openRecord', record: { type: 'systemuser', id: ORG } });
  says({ backroom: 1, type: 'openRecord', record: { type: 'deal', id: '../x' } });
  says({ backroom: 1, type: 'refresh' });
  expect(opened).toEqual([
    { entityName: 'account', entityId: ORG },
    { entityName: 'quote', entityId: ID },
  ]);
});
test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['another window', { source: {} }],
])('a message of %s is not heard', (_, more) => {
  start();
  listen();
  says({ backroom: 1, type: 'ready' }, more);
  says({ backroom: 1, type: 'openRecord', record: { type: 'company', id: ORG } }, more);
  expect([told, opened]).toEqual([[], []]);
});
test('a message of another kind is not heard, and after its end none is', () => {
  start();
  for (const data of [null, 'ready', { type: 'ready' }, { backroom: 2, type: 'ready' }]) says(data);
  expect(opened).toEqual([]);
  control.destroy();
  says({ backroom: 1, type: 'refresh' });
  expect(opened).toEqual([]);
  expect(control.getOutputs()).toEqual({});
});
