import { api, LightningElement } from 'lwc';

/** The one headline of the deal: the same words in every card. */
export default class BackroomVerdict extends LightningElement {
  @api verdict;
  /** What comes next, or what somebody has to know and do. */
  @api lines = [];

  /** Takes the focus when the button that was pressed is gone. */
  @api focus() {
    this.template.querySelector('.verdict').focus();
  }
}
