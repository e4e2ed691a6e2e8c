import { api, LightningElement } from 'lwc';

/** A state in a word, with its tone: default, info, success, warning or danger. */
export default class BackroomTag extends LightningElement {
  @api text;
  @api tone;

  get tagClass() {
    return `tag ${this.tone ?? 'default'}`;
  }
}
