import { html } from 'hono/html';
import { z } from 'zod';
import type { CrmField } from '../../crm/contract/index.ts';
import { type RoutingRule, routingRuleSchema } from '../../store/connection-options.ts';
import { type Connection, isTestErp } from '../../store/connections.ts';
import type { Html } from '../view.ts';
import { type Example, exampleResult } from './example.ts';
import { fieldChoices } from './field-choices.ts';
import { type ConnectionView, pathOf, seen } from './view.ts';

export type RuleForm = { by: string; field: string; values: string; deal: string };
export type RuleInput = { typed?: RuleForm; wrong?: boolean; example?: Example | null };
const kinds = ['pipeline', 'country', 'currency', 'field'] as const;

export const shownRule = ({ rule }: Connection): RuleForm => ({
  by: rule?.by ?? '',
  field: rule?.field ?? '',
  values: rule?.values.join('\n') ?? '',
  deal: '',
});

/** Null: no rule. `wrong`: it cannot be one. */
export function readRule({ by, field, values }: RuleForm): { rule: RoutingRule | null } | { wrong: true } {
  if (by === '') return { rule: null };
  const name = field.trim();
  const rule = routingRuleSchema.safeParse({
    by,
    ...(by === 'field' ? { field: name } : {}),
    values: [...new Set(values.split('\n').flatMap((each) => each.trim() || []))],
  });
  const named =
    by !== 'field' ||
    z
      .string()
      .regex(/^\w{1,100}$/)
      .safeParse(name).success;
  return rule.success && named ? { rule: rule.data } : { wrong: true };
}

/** Which deals a connection takes, with a deal to try it on before it is stored. */
export function ruleForm(
  view: ConnectionView,
  connection: Connection,
  input: RuleInput,
  known: readonly CrmField[] | null,
): Html {
  const { n } = view;
  if (connection.isDefault) return html`<h2>${n('rule')}</h2><p>${n('rule_default')}</p>`;
  const { by, field, values, deal } = input.typed ?? shownRule(connection);
  const bad = input.wrong ? html` aria-invalid="true"` : '';
  return html`<h2>${n('rule')}</h2>${isTestErp(connection) ? html`<p>${n('rule_test')}</p>` : ''}
${exampleResult(view, input.example ?? null)}
${input.wrong ? html`<p class="notice danger" role="alert" id="failure" tabindex="-1">${n('rule_wrong')}</p>` : ''}
<form class="act" method="post" action="${pathOf(connection, '/rule')}">${seen(connection)}
<div class="field wide"><label for="by">${n('rule_by')}</label><select id="by" name="by"><option value="">${n('by.none')}</option>${kinds.map((each) => html`<option value="${each}"${each === by ? html` selected` : ''}>${n(`by.${each}`)}</option>`)}</select></div>
<div class="field wide"><label for="field">${n('rule_field')}</label><input id="field" name="field" value="${field}" maxlength="100" autocomplete="off" spellcheck="false"${known ? html` list="crm-fields"` : ''} aria-describedby="h-field"${bad}>${fieldChoices(known)}<span class="small" id="h-field">${n('rule_field_help')}</span></div>
<div class="field wide"><label for="values">${n('rule_values')}</label><textarea id="values" name="values" rows="4" maxlength="20000" spellcheck="false" aria-describedby="h-values"${bad}>${values}</textarea><span class="small" id="h-values">${n('rule_values_help')}</span></div>
<div class="field wide"><label for="try-deal">${n('try_deal')}</label><input id="try-deal" name="deal" value="${deal}" maxlength="500" autocomplete="off" spellcheck="false"></div>
<p class="actions"><button class="first">${n('save')}</button> <button name="try" value="yes">${n('try_rule')}</button></p></form>`;
}
