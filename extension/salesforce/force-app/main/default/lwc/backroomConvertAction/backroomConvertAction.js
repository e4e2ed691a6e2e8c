import { surface } from 'c/backroomSurface';
import { CloseActionScreenEvent } from 'lightning/actions';
import { api, LightningElement } from 'lwc';

/** The same order as a quick action, for pages without the card and for the mobile app. */
export default class BackroomConvertAction extends LightningElement {
  @api recordId;
  @api objectApiName;
  words = { heading: surface.t('order.convert'), close: surface.t('close') };

  handleClose() {
    this.dispatchEvent(new CloseActionScreenEvent());
  }
}
