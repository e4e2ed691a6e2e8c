import { api, LightningElement } from 'lwc';

/** The base component of that name is not in the open-source library: SLDS's modal blueprint in its place. */
export default class QuickActionPanel extends LightningElement {
  @api header;
}
