import { problemOf, recordOf, surface } from 'c/backroomSurface';
import { creditCard, invoicesView, invoiceTable } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** What the customer owes, and what credit is left after this deal. */
export default class BackroomInvoicesAndCredit extends LightningElement {
  @api recordId;
  @api objectApiName;
  panels = ['credit', 'invoices'];
  heading = surface.t('invoices.title');
  words = {
    noneTitle: surface.t('invoices.none_title'),
    noneText: surface.t('invoices.none_text'),
    openPdf: surface.t('invoice.pdf'),
  };
  ready = {};
  problem = null;
  document = null;

  get credit() {
    return this.ready.credit ? creditCard(surface, this.ready.credit) : null;
  }
  get hasAges() {
    return this.credit.ageing.length > 0;
  }
  get hasInvoices() {
    return (this.ready.invoices?.invoices.length ?? 0) > 0;
  }
  get hasNone() {
    return this.ready.invoices?.invoices.length === 0;
  }
  get invoices() {
    return invoicesView(surface, this.ready.invoices);
  }
  get table() {
    return invoiceTable(surface, this.ready.invoices.invoices);
  }
  handleShown({ detail }) {
    this.ready = detail.ready;
  }
  /** A link that opens once. A window opened after a call is one that browsers block, so the rep presses the link itself. */
  async handleAct({ detail: invoice }) {
    this.problem = null;
    this.document = null;
    try {
      const { url } = await surface.client.invoiceLink(recordOf(this.recordId, this.objectApiName), invoice);
      const number = this.ready.invoices.invoices.find(({ id }) => id === invoice)?.number ?? '';
      this.document = { url, label: surface.t('invoice.pdf_of', { number }) };
    } catch (error) {
      this.problem = problemOf(error);
    }
  }
}
