import { problemOf, recordOf, store, surface } from 'c/backroomSurface';
import { customerChoiceView } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** Ties the account to its ERP customer: a person confirms, or has one created. Shows nothing once it is linked. */
export default class BackroomCustomerChoice extends LightningElement {
  @api customer;
  @api recordId;
  @api objectApiName;
  busy = false;
  problem = null;
  words = {
    link: surface.t('customer.link'),
    create: surface.t('customer.create'),
    ask: surface.t('customer.create_ask'),
    yes: surface.t('action.create_yes'),
  };

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
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
      store.changed();
    }
  }
}
