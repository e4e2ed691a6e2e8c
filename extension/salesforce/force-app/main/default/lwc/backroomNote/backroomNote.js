import { api, LightningElement } from 'lwc';

const icons = {
  danger: ['utility:error', 'error'],
  warning: ['utility:warning', 'warning'],
  success: ['utility:success', 'success'],
  info: ['utility:info', undefined],
};

/** One remark that must not be missed: an alert, a check, a problem. What is in the slot stands below its title. */
export default class BackroomNote extends LightningElement {
  @api heading;
  @api tone = 'info';
  /** One of several in a list: without a frame of its own. */
  @api quiet = false;

  get noteClass() {
    return this.quiet ? 'quiet' : `note ${this.tone}`;
  }
  get iconName() {
    return (icons[this.tone] ?? icons.info)[0];
  }
  get iconVariant() {
    return (icons[this.tone] ?? icons.info)[1];
  }
}
