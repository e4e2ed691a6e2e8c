import { api, LightningElement } from 'lwc';

/** Labels with their values: `large` for the figures a card is about, otherwise a plain list. */
export default class BackroomFigures extends LightningElement {
  @api figures = [];
  @api large = false;
  /** One below the other, as in a narrow column. */
  @api stacked = false;

  get listClass() {
    return `figures ${this.large ? 'large' : ''} ${this.stacked ? 'stacked' : ''}`;
  }
}
