import type { AccountId, Problem } from '@backroom/shared';
import { html } from 'hono/html';
import { routed, servedTo } from '../../accounts/routing.ts';
import type { CrmRecord } from '../../crm/contract/index.ts';
import type { Connection } from '../../store/connections.ts';
import { failure } from '../parts.ts';
import type { Html } from '../view.ts';
import { type ConnectionView, PATH } from './view.ts';

/** Where one deal of the CRM goes, and by what. */
export type Example = { typed: string } & (
  | { problem: Problem }
  | {
      record: CrmRecord;
      /** Null: nowhere. */
      to: Connection | null;
      because: 'rule' | 'default' | 'order' | 'only';
      fields: readonly string[];
    }
);
export type ExampleParts = {
  /** Reads the deal past every cache, with these fields of it. `typed`: its id, or its address in the CRM. */
  exampleDeal: (account: AccountId, typed: string, fields: readonly string[]) => Promise<CrmRecord>;
  submissions: { connectionOf: (account: AccountId, record: { type: 'deal'; id: string }) => Promise<string | null> };
};

/** `rules`: those that are tried, with what a form says instead of what is stored. */
export async function exampleOf(
  { exampleDeal, submissions }: ExampleParts,
  { account, actor }: { account: AccountId; actor: string },
  rules: readonly Connection[],
  typed: string,
): Promise<Exclude<Example, { problem: Problem }>> {
  const fields = [...new Set(rules.flatMap(({ rule }) => (rule?.by === 'field' && rule.field ? [rule.field] : [])))];
  const record = await exampleDeal(account, typed, fields);
  const kept = await submissions.connectionOf(account, { type: 'deal', id: record.id });
  const order = kept === null ? undefined : rules.find(({ id }) => id === kept);
  const [only] = rules;
  const to = order ?? (rules.length === 1 ? (only ?? null) : routed(servedTo(rules, actor), record));
  const because = order ? 'order' : rules.length === 1 ? 'only' : to?.isDefault ? 'default' : 'rule';
  return { typed, record, to, because, fields };
}

function found(view: ConnectionView, { record, to, because, fields }: Exclude<Example, { problem: Problem }>): Html {
  const { n } = view;
  const deal = record.type === 'deal' ? record : null;
  const facts: [string, string | null][] = [
    [n('by.pipeline'), deal?.pipeline ?? null],
    [n('by.country'), record.company?.country ?? null],
    [n('by.currency'), deal?.currency ?? null],
    ...fields.map((name): [string, string | null] => [name, deal?.fields?.[name] ?? null]),
  ];
  const named = to?.rule && because === 'rule' ? to.rule : null;
  const by = named ? (named.by === 'field' && named.field ? named.field : n(`by.${named.by}`)) : '';
  return html`<div class="notice ${to ? 'success' : 'warning'}" role="status" id="done" tabindex="-1"><p><strong>${to ? n('goes', { deal: record.name, name: to.name }) : n('goes_nowhere', { deal: record.name })}</strong></p>
${to ? html`<p>${n(`because.${because}`, { by })}</p>` : ''}</div>
<dl class="facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value ?? n('empty')}</dd></div>`)}</dl>`;
}
export const exampleResult = (view: ConnectionView, example: Example | null): Html | '' =>
  example === null ? '' : 'problem' in example ? failure(view, example.problem) : found(view, example);

/** Asks for a deal, and says where it goes. */
export const exampleForm = (view: ConnectionView, example: Example | null): Html => html`<h2>${view.n('try')}</h2>
${exampleResult(view, example)}
<form class="act" method="get" action="${PATH}"><div class="field wide"><label for="deal">${view.n('try_deal')}</label><input id="deal" name="deal" value="${example?.typed ?? ''}" maxlength="500" autocomplete="off" spellcheck="false" required></div>
<p class="actions"><button>${view.n('try_button')}</button></p></form>`;
