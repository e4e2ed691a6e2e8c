import { surface } from 'c/backroomSurface';
import { api, LightningElement } from 'lwc';

/** The one button of the product, in a card. */
export default class BackroomOrder extends LightningElement {
  @api recordId;
  @api objectApiName;
  heading = surface.t('order.title');
  words = { refresh: surface.t('refresh') };
  refreshing = false;

  async handleRefresh() {
    this.refreshing = true;
    await this.template.querySelector('c-backroom-order-flow').refresh();
    this.refreshing = false;
  }
}
