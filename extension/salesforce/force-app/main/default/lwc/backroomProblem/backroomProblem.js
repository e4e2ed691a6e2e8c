import { surface } from 'c/backroomSurface';
import { noticeView } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** What happened, who can do what, the number to quote, and a way on. Fires `retry`. */
export default class BackroomProblem extends LightningElement {
  @api problem;
  /** Whether there is something to try again. */
  @api canRetry = false;
  retryLabel = surface.t('retry');

  get view() {
    return noticeView(surface, this.problem);
  }
  get notice() {
    return this.view.notice;
  }
  get empty() {
    return this.view.empty;
  }
  get tone() {
    return this.notice?.retryable ? 'warning' : 'danger';
  }
  handleRetry() {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
