import { surface } from 'c/backroomSurface';
import { api, LightningElement } from 'lwc';

/** What cannot be undone names its consequence before it acts. Fires `confirm`; the way back stands where the first button was. */
export default class BackroomConfirm extends LightningElement {
  @api label;
  @api ask;
  @api yes;
  @api busy = false;
  @api isDestructive = false;
  /** One of several in a list: the first button is a link. */
  @api quiet = false;
  asking = false;
  back = surface.t('action.back');

  get firstLabel() {
    return this.asking ? this.back : this.label;
  }
  get firstVariant() {
    return this.quiet ? 'base' : 'neutral';
  }
  get variant() {
    return this.isDestructive ? 'destructive' : 'brand';
  }
  handleFirst() {
    this.asking = !this.asking;
  }
  handleYes() {
    this.dispatchEvent(new CustomEvent('confirm'));
  }
}
