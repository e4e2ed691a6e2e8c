import { problemOf, recordOf, store, surface } from 'c/backroomSurface';
import { changePrice, checkActs } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/**
 * A check with the act that solves it right there. Fires `retry` to have the checks run again, and `solved` when it is about to go: the focus then
 * needs another place.
 */
export default class BackroomCheck extends LightningElement {
  @api check;
  /** What it is a check of; without one no price is offered. */
  @api preview = null;
  @api recordId;
  /** Whether asking again is offered where it may help. */
  @api retriable = false;
  busy = false;
  problem = null;
  words = { retry: surface.t('action.retry') };

  get heading() {
    return surface.t('label_value', { label: this.check.level, value: this.check.text });
  }
  get canRetry() {
    return this.retriable && this.check.retry;
  }
  get acts() {
    return checkActs(surface, this.check.found, this.preview);
  }
  get offer() {
    const { price } = this.acts;
    return price?.isOpen ? price : null;
  }
  /** Why the CRM does not take the price from here. */
  get locked() {
    const { price } = this.acts;
    return price?.isOpen === false ? price.text : null;
  }
  handleRetry() {
    this.dispatchEvent(new CustomEvent('retry'));
  }
  async handlePrice() {
    this.busy = true;
    this.problem = null;
    try {
      await changePrice(surface.client, store, recordOf(this.recordId).id, this.offer.input);
      this.dispatchEvent(new CustomEvent('solved'));
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
      store.changed();
    }
  }
}
