import { surface } from 'c/backroomSurface';
import { orderTable } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** The orders that the customer has in the ERP. */
export default class BackroomOrders extends LightningElement {
  @api recordId;
  @api objectApiName;
  panels = ['orders'];
  heading = surface.t('orders');
  words = {
    noneTitle: surface.t('order.none_title'),
    noneText: surface.t('order.none_text'),
    more: surface.t('order.more'),
  };
  rows = null;
  hasMore = false;

  get table() {
    return this.rows && this.rows.length > 0 ? orderTable(surface, this.rows) : null;
  }
  get hasNone() {
    return this.rows?.length === 0;
  }
  handleShown({ detail }) {
    this.rows = detail.ready.orders?.orders ?? null;
    this.hasMore = detail.ready.orders?.more ?? false;
  }
}
