import { api, LightningElement } from 'lwc';

/** The one headline of the deal: the same words in every card. */
export default class BackroomVerdict extends LightningElement {
  @api verdict;
  /** What comes next while an order is under way. */
  @api next = null;

  /** Takes the focus when the button that was pressed is gone. */
  @api focus() {
    this.template.querySelector('.verdict').focus();
  }
}
