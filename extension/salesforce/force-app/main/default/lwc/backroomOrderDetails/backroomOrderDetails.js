import { surface } from 'c/backroomSurface';
import { orderFacts, orderLineTable, orderTag } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** The order that the verdict names: where it stands, line by line. */
export default class BackroomOrderDetails extends LightningElement {
  @api order;
  /** What the deal was promised, where the order names no day. */
  @api promisedOn = null;
  words = { lines: surface.t('lines') };

  get tag() {
    return orderTag(surface, this.order.status);
  }
  get facts() {
    return orderFacts(surface, this.order, this.promisedOn);
  }
  get table() {
    return orderLineTable(surface, this.order);
  }
}
