import type { Check } from '@backroom/shared';
import type { Tag } from '@backroom/shared/messages/submission';
import { type ProblemCode, problemCatalogue } from '@backroom/shared/problems';
import { isMoney, say, valuesOf } from './values.ts';
import type { Words } from './words.ts';

/** `retry`: asking again may solve it. `found`: the check itself, for what solves it beside the text. */
export type CheckView = Tag & { level: string; code: Check['code']; mustAccept: boolean; retry: boolean; found: Check };
/** What an ERP or a CRM that answers again changes without anybody correcting anything. */
const passing = new Set<Check['code']>([
  'figures_stale',
  'figure_missing',
  'erp_unavailable',
  'products_not_known',
  'customer_not_known',
  'record_unreadable',
]);
export const passes = ({ code, level }: Check): boolean => passing.has(code) && level !== 'info';
const isProblemCode = (value: unknown): value is ProblemCode =>
  typeof value === 'string' && Object.hasOwn(problemCatalogue, value);
/** Checks that give the code of a problem as their reason, and the panel that they are about. */
const reasoned = new Set<Check['code']>(['figure_missing', 'products_not_known', 'customer_not_known']);
function checkValues(words: Words, { code, values }: Check): Record<string, string> {
  const shown = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (isMoney(value) ? [[name, words.format.price(value)]] : [])),
  );
  if (code === 'detail_not_carried')
    return { ...shown, value: String(values.value), detail: say(words, `differs.${String(values.detail)}`, '') };
  if (!reasoned.has(code)) return { ...valuesOf(words, values), ...shown };
  const reason = isProblemCode(values.reason) ? values.reason : 'internal';
  return {
    panel: say(words, `panel.${String(values.panel)}`, String(values.panel)),
    reason: words.problems[reason][0],
  };
}
export const checkView = (words: Words, found: Check): CheckView => ({
  code: found.code,
  level: words.t(levelOf(found)),
  text: words.t(`check.${found.code}`, checkValues(words, found)),
  tone: toneOf(found),
  mustAccept: found.level === 'warn',
  retry: passes(found),
  found,
});
const levelOf = ({ level, approval }: Check) =>
  approval === 'needed'
    ? 'order.level.approval'
    : approval === 'granted'
      ? 'order.level.approved'
      : (`order.level.${level}` as const);
const toneOf = ({ code, level, approval }: Check): Tag['tone'] =>
  level === 'block' && approval !== 'needed'
    ? 'danger'
    : level === 'warn' || approval === 'needed' || code === 'near_limit'
      ? 'warning'
      : code === 'all_well'
        ? 'success'
        : 'info';
/** Each sentence once at its level: two lines may fail for the same reason. Lines whose price can be changed have one each. */
export const checksView = (words: Words, checks: readonly Check[]): CheckView[] => [
  ...new Map(
    checks
      .map((each) => checkView(words, each))
      .map((each): [string, CheckView] => [
        `${each.level} ${each.text} ${each.found.price === 'open' ? each.found.lineId : ''}`,
        each,
      ]),
  ).values(),
];
