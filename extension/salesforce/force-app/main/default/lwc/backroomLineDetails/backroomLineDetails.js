import { surface } from 'c/backroomSurface';
import { lineDetails } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

const filled = (table) => (table.rows.length > 0 ? table : null);

/** Below the table rather than over it: a rep compares it with the other lines. Fires `close`. */
export default class BackroomLineDetails extends LightningElement {
  @api line;
  closeLabel = surface.t('close');

  get view() {
    const view = lineDetails(surface, this.line);
    return {
      ...view,
      warehouses: filled(view.warehouses),
      incoming: filled(view.incoming),
      breaks: filled(view.breaks),
      price: view.price.length > 0 ? view.price : null,
    };
  }
  handleClose() {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
