import { api, LightningElement } from 'lwc';

/** Nothing to show, and why that is as it should be. */
export default class BackroomEmpty extends LightningElement {
  @api heading;
  @api text;
}
