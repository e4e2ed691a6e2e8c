import type { ProblemCode } from '@backroom/shared';
import type { MessageKey } from '@backroom/shared/messages/ui';

export const ui: Partial<Record<MessageKey, string>> = {
  'overview.credit_after': 'Beschikbaar na deze opportunity',
  'alert.other_customer': 'Samengevoegd met ERP-klant {other}: koppel het account opnieuw of behoud {customer}',
  'customer.merged_text':
    'De samengevoegde accounts zijn verschillende ERP-klanten. {customer} wordt gebruikt tot u er een bevestigt.',
  'customer.no_company_title': 'Geen account bij deze opportunity',
  'stock.no_lines_title': 'Geen producten',
  'stock.lines_from_deal': 'Geen offerte. De producten van de opportunity worden getoond.',
  'order.written_back': 'Opgeslagen bij de opportunity.',
  'order.writing_back': 'Opslaan bij de opportunity…',
  'step.write_back': 'Opgeslagen bij de opportunity',
  'check.no_lines': 'De offerte heeft geen producten. Voeg er minstens een toe.',
  'check.mixed_currencies': 'De producten hebben verschillende valuta’s. Gebruik één valuta.',
  'check.other_customer':
    'Dit account is samengevoegd met ERP-klant {other}. De order gaat naar {customer}. Koppel het account opnieuw om dat te wijzigen.',
  'check.no_company': 'Geen account bij deze opportunity. Voeg er een toe om verder te gaan.',
  'check.company_without_name': 'Het account heeft geen naam. Vul er een in om de ERP-klant aan te maken.',
  'check.several_quotes':
    'Deze opportunity heeft meerdere geaccepteerde offertes. {number} wordt gebruikt, niet {others}.',
  'check.currency_unknown': 'De opportunity heeft geen valuta. Stel er een in.',
  'check.adjustment_unknown':
    'Backroom kan “{what}” van deze offerte niet overnemen. Verwijder het, of neem het op in de producten.',
  'credit.after_deal': 'Beschikbaar na deze opportunity',
  'credit.ordered': 'De order van deze opportunity is inbegrepen in het gebruikte bedrag.',
  'credit.order_gross': 'Deze opportunity (incl. btw)',
  'settings.write_back': 'Ordernummer, status en toegezegde datum opslaan bij de opportunity',
  'verdict.why.company': 'account onvolledig',
  'customer.create_ask':
    'Maakt een nieuwe klant in het ERP aan met de CRM-gegevens van het account. Verwijderen kan alleen in het ERP.',
};
export const problems: Partial<Record<ProblemCode, readonly [title: string, whatToDo: string]>> = {
  no_company: ['Geen account bij deze opportunity', 'Voeg er een toe om verder te gaan.'],
  company_without_name: ['Het account heeft geen naam', 'Vul er een in om de ERP-klant aan te maken.'],
  no_lines: ['De offerte heeft geen producten', 'Voeg er minstens een toe aan de offerte of de opportunity.'],
  currency_unknown: [
    'De opportunity heeft geen valuta',
    'Stel een valuta in bij de opportunity of in de CRM-instellingen.',
  ],
  mixed_currencies: ['De producten hebben verschillende valuta’s', 'Gebruik één valuta voor de hele offerte.'],
  line_without_code: ['Een product heeft geen artikelnummer', 'Kies een product met een artikelnummer (SKU).'],
  customer_already_linked: ['Het account is al gekoppeld', 'Verwijder eerst de bestaande koppeling.'],
  unknown_product: ['Een product staat niet in het ERP', 'Corrigeer het artikelnummer.'],
  erp_order_taken: [
    'Deze ERP-order hoort bij een andere opportunity',
    'Zoek de juiste order op in het ERP en voer het nummer in. Er is niets gewijzigd.',
  ],
};
