import { surface } from 'c/backroomSurface';
import { api, LightningElement } from 'lwc';

/** The one button of the product, in a card. */
export default class BackroomOrder extends LightningElement {
  @api recordId;
  @api objectApiName;
  heading = surface.t('order.title');
}
