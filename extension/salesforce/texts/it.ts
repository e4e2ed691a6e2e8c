import type { ProblemCode } from '@backroom/shared';
import type { MessageKey } from '@backroom/shared/messages/ui';

export const ui: Partial<Record<MessageKey, string>> = {
  'overview.credit_after': 'Fido residuo dopo l’opportunità',
  'alert.other_customer': 'Unito a un account con il cliente ERP {other}: ricollega l’account o mantieni {customer}',
  'customer.merged_text':
    'Gli account uniti corrispondono a clienti ERP diversi. Finché non ne confermi uno, vale {customer}.',
  'customer.no_company_title': 'Nessun account in questa opportunità',
  'customer.no_company_text': 'Aggiungine uno per continuare.',
  'stock.no_lines_title': 'Nessun prodotto',
  'stock.no_lines_text': 'Aggiungi prodotti per vedere disponibilità e prezzi.',
  'stock.lines_from_deal': 'Nessun preventivo. Sono mostrati i prodotti dell’opportunità.',
  'order.written_back': 'Salvato nell’opportunità.',
  'order.writing_back': 'Salvataggio nell’opportunità…',
  'step.write_back': 'Salvato nell’opportunità',
  'check.no_lines': 'Il preventivo non ha prodotti. Aggiungine almeno uno.',
  'check.mixed_currencies': 'I prodotti hanno valute diverse. Usa una sola valuta.',
  'check.other_customer':
    'Questo account è stato unito al cliente ERP {other}. L’ordine va a {customer}. Per cambiarlo, ricollega l’account.',
  'check.no_company': 'Nessun account in questa opportunità. Aggiungine uno per continuare.',
  'check.company_without_name': 'L’account non ha un nome. Inseriscilo per creare il cliente ERP.',
  'check.several_quotes': 'Questa opportunità ha più preventivi accettati. Viene usato {number}, non {others}.',
  'check.currency_unknown': 'L’opportunità non ha una valuta. Impostane una.',
  'check.adjustment_unknown':
    'Backroom non può trasferire “{what}” di questo preventivo. Rimuovilo o includilo nei prodotti.',
  'credit.after_deal': 'Residuo dopo questa opportunità',
  'credit.ordered': 'L’ordine di questa opportunità è compreso nell’importo utilizzato.',
  'credit.order_gross': 'Questa opportunità (IVA inclusa)',
  'settings.write_back': 'Salva numero ordine, stato e data promessa nell’opportunità',
  'verdict.why.company': 'account incompleto',
  'customer.create_ask': 'Crea un nuovo cliente nell’ERP con i dati CRM dell’account. Si può eliminare solo nell’ERP.',
};
export const problems: Partial<Record<ProblemCode, readonly [title: string, whatToDo: string]>> = {
  no_company: ['Nessun account in questa opportunità', 'Aggiungine uno per continuare.'],
  company_without_name: ['L’account non ha un nome', 'Inseriscilo per creare il cliente ERP.'],
  no_lines: ['Il preventivo non ha prodotti', 'Aggiungine almeno uno al preventivo o all’opportunità.'],
  currency_unknown: [
    'L’opportunità non ha una valuta',
    'Imposta una valuta nell’opportunità o nelle impostazioni del CRM.',
  ],
  mixed_currencies: ['I prodotti hanno valute diverse', 'Usa una sola valuta per tutto il preventivo.'],
  line_without_code: ['Un prodotto non ha un codice', 'Scegli un prodotto con codice.'],
  customer_already_linked: ['L’account è già collegato', 'Rimuovi prima il collegamento esistente.'],
  unknown_product: ['Un prodotto non è presente nell’ERP', 'Correggi il suo codice prodotto.'],
  erp_order_taken: [
    'Questo ordine ERP appartiene a un’altra opportunità',
    'Cerca l’ordine giusto nell’ERP e inseriscine il numero. Non è stato modificato nulla.',
  ],
};
