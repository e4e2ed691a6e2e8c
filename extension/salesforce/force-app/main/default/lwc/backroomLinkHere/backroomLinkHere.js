import { recordOf, store, surface } from 'c/backroomSurface';
import { panelsQuestion } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** A card that needs a linked customer offers the link itself. Fires `linked` when that was done. */
export default class BackroomLinkHere extends LightningElement {
  @api recordId;
  @api objectApiName;
  open = false;
  customer = null;
  words = {
    title: surface.t('customer.unlinked_title'),
    link: surface.t('action.link'),
  };
  _stop = () => {};

  disconnectedCallback() {
    this._stop();
  }
  handleLinked() {
    this.dispatchEvent(new CustomEvent('linked'));
  }
  handleOpen() {
    const question = panelsQuestion(surface.client, recordOf(this.recordId, this.objectApiName), ['customer']);
    this.open = true;
    this._stop = store.observe(question, () => {
      const found = store.state(question).data?.panels.customer;
      this.customer = found?.state === 'ready' ? found.data : null;
    });
  }
}
