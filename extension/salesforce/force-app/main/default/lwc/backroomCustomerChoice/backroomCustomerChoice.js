import { problemOf, recordOf, store, surface } from 'c/backroomSurface';
import { customerChoiceView } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/**
 * Ties the account to its ERP customer: a person confirms, or has one created. Once it is linked it shows nothing, or with `change` the way to another.
 * Fires `linked` when that was done: where it then shows nothing, the focus needs another place.
 */
export default class BackroomCustomerChoice extends LightningElement {
  @api customer;
  @api recordId;
  @api objectApiName;
  /** Whether a linked account may be unlinked here, and another customer searched. */
  @api change = false;
  /** The customer that was unlinked a moment ago. */
  before = null;
  text = '';
  found = null;
  busy = false;
  problem = null;
  words = {
    link: surface.t('customer.link'),
    create: surface.t('customer.create'),
    ask: surface.t('customer.create_ask'),
    yes: surface.t('action.create_yes'),
    unlink: surface.t('customer.unlink'),
    search: surface.t('customer.search'),
    searchLabel: surface.t('customer.search_label'),
  };

  /** The state in which a button was pressed that is gone in the next one. */
  _left = null;

  renderedCallback() {
    if (this._left === null || this._left === this.view.state) return;
    this._left = null;
    this.template.querySelector('.place')?.focus();
  }

  get view() {
    return customerChoiceView(surface, this.customer);
  }
  get empty() {
    return this.view.empty;
  }
  get isCreating() {
    return this.view.state === 'creating';
  }
  get isChoosing() {
    return this.view.state === 'choose';
  }
  get isChangeable() {
    return this.change && this.view.state === 'linked';
  }
  get linkedTo() {
    return surface.t('customer.linked_to', { customer: this.view.name });
  }
  get unlinkAsk() {
    return surface.t('customer.unlink_ask', { customer: this.view.name });
  }
  get undo() {
    return this.before && surface.t('customer.undo', { customer: this.before.name });
  }
  get candidates() {
    const view = this.found && customerChoiceView(surface, this.found.panel);
    return view?.state === 'choose' ? view.candidates : [];
  }
  get nobody() {
    return this.found && this.candidates.length === 0
      ? surface.t('customer.search_none', { text: this.found.text })
      : null;
  }
  get cannotSearch() {
    return this.busy || this.text.trim().length < 2;
  }

  async handleUnlink() {
    const { id, name } = this.view;
    await this._link({ action: 'unlink' });
    if (!this.problem) this.before = { id, name };
  }
  async handleUndo() {
    await this._link({ action: 'link', customerId: this.before.id });
    if (!this.problem) this.before = null;
  }
  handleText({ detail }) {
    this.text = detail.value;
  }
  async handleSearch() {
    const text = this.text.trim();
    this.busy = true;
    this.problem = null;
    try {
      const panel = await surface.client.searchCustomers(recordOf(this.recordId, this.objectApiName), text);
      this.found = { text, panel };
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }

  handleLink({ currentTarget }) {
    return this._link({ action: 'link', customerId: currentTarget.dataset.id });
  }
  handleCreate() {
    return this._link({ action: 'create', idempotencyKey: crypto.randomUUID() });
  }
  async _link(input) {
    this.busy = true;
    this.problem = null;
    try {
      await surface.client.link(recordOf(this.recordId, this.objectApiName), input);
      this._left = this.view.state;
      this.dispatchEvent(new CustomEvent('linked'));
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
      store.changed();
    }
  }
}
