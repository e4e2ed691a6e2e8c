import { problemOf, recordOf, store, surface } from 'c/backroomSurface';
import { changePrice, priceChangeView, priceQuestion } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** A price that was changed on this page a moment ago, and the way back. Fires `solved` when it was taken back. */
export default class BackroomPriceChange extends LightningElement {
  @api recordId;
  change = null;
  busy = false;
  problem = null;
  _stop;

  connectedCallback() {
    const question = priceQuestion(store, recordOf(this.recordId).id);
    this._stop = store.observe(question, () => {
      this.change = store.state(question).data;
    });
  }
  disconnectedCallback() {
    this._stop();
  }
  get view() {
    return priceChangeView(surface, this.change);
  }
  async handleUndo() {
    this.busy = true;
    this.problem = null;
    try {
      await changePrice(surface.client, store, recordOf(this.recordId).id, this.view.input);
      this.dispatchEvent(new CustomEvent('solved'));
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
      store.changed();
    }
  }
}
