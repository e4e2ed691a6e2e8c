import { decimal, type Flow, flowSchema, isDecimal } from '@backroom/shared';
import { type SetupKey, setupKey } from '@backroom/shared/messages/setup';
import { html } from 'hono/html';
import type { Evidence, Outcome } from '../../preflight/outcome.ts';
import type { PageInput } from '../layout.ts';
import { tag } from '../parts.ts';
import type { Html } from '../view.ts';
import { type SetupView, stepPath } from './state.ts';

const tones = { pass: 'success', warn: 'warning', fail: 'danger', unknown: 'default' } as const;
const isFlow = (text: string): text is Flow => flowSchema.safeParse(text).success;

/** Figures of the evidence. What else is made of digits is a name: a version, a number, a code. */
const figures = new Set(
  'all calls companies crm deals erp limit lines linked ms need peak percent seconds untested used'.split(' '),
);
const shown = ({ format }: SetupView, name: string, value: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? format.date(value)
    : figures.has(name) && isDecimal(value)
      ? format.quantity(decimal(value))
      : value;

/** One sentence of evidence. Flows and keys stand in it under the names that the pages give them. */
function sentence(view: SetupView, id: Outcome['id'], { code, values = {} }: Evidence): string {
  const { s, t } = view;
  const counted = values.count ?? values.days ?? values.seconds;
  const named: Record<string, string> = {
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(view, name, value)])),
    ...(counted === undefined ? {} : { count: counted }),
  };
  if (named.flows)
    named.flows = named.flows
      .split(' ')
      .map((each) => (isFlow(each) ? t(`flow.${each}`) : each))
      .join(', ');
  const key = named.key && setupKey(`setup.key.${named.key}`);
  if (key) named.key = s(key);
  return s(setupKey(`preflight.${id}.${code}`) ?? 'preflight.no_words', named);
}

/** Each check with its state, what was found, and what to do where it is not well. */
export function outcomeList(view: SetupView, outcomes: readonly Outcome[]): Html {
  const { s } = view;
  return html`<ul class="plain checks">${outcomes.map(({ id, state, evidence }) => {
    const todo = state === 'fail' || state === 'warn' ? setupKey(`preflight.${id}.do`) : null;
    return html`<li id="check-${id}" data-state="${state}"><h2>${s(`preflight.${id}`)} ${tag({ text: s(`preflight.state.${state}`), tone: tones[state] })}</h2>
${evidence.map((each) => html`<p>${sentence(view, id, each)}</p>`)}${todo ? html`<p><strong>${s('preflight.todo')}</strong> ${s(todo)}</p>` : ''}</li>`;
  })}</ul>`;
}

/** The whole preflight, as a page that can be printed. */
export function preflightPage(
  view: SetupView,
  outcomes: readonly Outcome[],
  about: { company: string; at: string },
): PageInput {
  const { s } = view;
  const count = (state: Outcome['state']) => String(outcomes.filter((each) => each.state === state).length);
  const summary: SetupKey = outcomes.some(({ state }) => state === 'fail')
    ? 'preflight.summary_fail'
    : 'preflight.summary';
  return {
    title: s('setup.preflight'),
    place: 'setup',
    body: html`<p class="back"><a href="/desk/setup">${s('setup.title')}</a></p><h1 tabindex="-1">${s('setup.preflight')}</h1>
<p>${s('preflight.about', about)}</p>
<p class="notice ${summary === 'preflight.summary' ? 'success' : 'danger'}">${s(summary, { fail: count('fail'), warn: count('warn'), unknown: count('unknown'), pass: count('pass') })}</p>
${outcomeList(view, outcomes)}
<form class="act" method="post" action="${stepPath('preflight')}"><p class="actions"><button class="first">${s('preflight.accept')}</button> <a class="button" href="${stepPath('preflight')}">${s('preflight.again')}</a></p></form>
<p class="small">${s('preflight.print')}</p>`,
  };
}
