import type { ProblemCode } from '@backroom/shared';
import type { MessageKey } from '@backroom/shared/messages/ui';

export const ui: Partial<Record<MessageKey, string>> = {
  'overview.credit_after': 'Verfügbar nach dieser Opportunity',
  'alert.other_customer': 'Zusammengeführt mit ERP-Kunde {other}: Account neu verknüpfen oder {customer} behalten',
  'customer.merged_text':
    'Die zusammengeführten Accounts sind verschiedene ERP-Kunden. {customer} gilt, bis Sie einen bestätigen.',
  'customer.no_company_title': 'Kein Account an dieser Opportunity',
  'customer.no_company_text': 'Fügen Sie einen hinzu, um fortzufahren.',
  'stock.no_lines_title': 'Keine Produkte',
  'stock.no_lines_text': 'Fügen Sie Produkte hinzu, um Bestand und Preise zu sehen.',
  'stock.lines_from_deal': 'Kein Angebot. Produkte der Opportunity werden angezeigt.',
  'order.written_back': 'In der Opportunity gespeichert.',
  'order.writing_back': 'Wird in der Opportunity gespeichert …',
  'step.write_back': 'In der Opportunity gespeichert',
  'check.no_lines': 'Das Angebot hat keine Produkte. Fügen Sie eines hinzu.',
  'check.mixed_currencies': 'Die Produkte haben verschiedene Währungen. Verwenden Sie eine Währung.',
  'check.other_customer':
    'Dieser Account wurde mit ERP-Kunde {other} zusammengeführt. Der Auftrag geht an {customer}. Zum Ändern den Account neu verknüpfen.',
  'check.no_company': 'Kein Account an dieser Opportunity. Fügen Sie einen hinzu, um fortzufahren.',
  'check.company_without_name': 'Der Account hat keinen Namen. Geben Sie einen ein, um den ERP-Kunden anzulegen.',
  'check.several_quotes':
    'Diese Opportunity hat mehrere angenommene Angebote. Verwendet wird {number}, nicht {others}.',
  'check.currency_unknown': 'Die Opportunity hat keine Währung. Legen Sie eine fest.',
  'check.adjustment_unknown':
    'Backroom kann „{what}“ aus diesem Angebot nicht übertragen. Entfernen Sie es, oder nehmen Sie es in die Produkte auf.',
  'credit.after_deal': 'Verfügbar nach dieser Opportunity',
  'credit.ordered': 'Der Auftrag dieser Opportunity ist im ausgeschöpften Betrag enthalten.',
  'credit.order_gross': 'Diese Opportunity (brutto)',
  'settings.write_back': 'Auftragsnummer, Status und zugesagten Termin in der Opportunity speichern',
  'verdict.why.company': 'Account unvollständig',
  'customer.create_ask':
    'Legt aus den CRM-Daten des Accounts einen neuen Kunden im ERP an. Er kann nur dort wieder gelöscht werden.',
};
export const problems: Partial<Record<ProblemCode, readonly [title: string, whatToDo: string]>> = {
  no_company: ['Kein Account an dieser Opportunity', 'Fügen Sie einen hinzu, um fortzufahren.'],
  company_without_name: ['Der Account hat keinen Namen', 'Geben Sie einen ein, um den ERP-Kunden anzulegen.'],
  no_lines: ['Das Angebot hat keine Produkte', 'Fügen Sie dem Angebot oder der Opportunity ein Produkt hinzu.'],
  currency_unknown: [
    'Die Opportunity hat keine Währung',
    'Legen Sie in der Opportunity oder in den CRM-Einstellungen eine Währung fest.',
  ],
  mixed_currencies: ['Die Produkte haben verschiedene Währungen', 'Verwenden Sie eine Währung für das ganze Angebot.'],
  line_without_code: ['Ein Produkt hat keine Artikelnummer', 'Wählen Sie ein Produkt mit Artikelnummer (SKU).'],
  customer_already_linked: ['Der Account ist bereits verknüpft', 'Lösen Sie zuerst die bestehende Verknüpfung.'],
  erp_order_taken: [
    'Dieser ERP-Auftrag gehört zu einer anderen Opportunity',
    'Suchen Sie im ERP den richtigen Auftrag und geben Sie seine Nummer ein. Es wurde nichts geändert.',
  ],
};
