import { problemOf, surface } from 'c/backroomSurface';
import { announce, eventView, submissionView } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** An order on its way: where it is, what happens next, what happened so far, and what a person may do. */
export default class BackroomProgress extends LightningElement {
  @api submission;
  busy = false;
  problem = null;
  words = {
    resend: surface.t('order.resend'),
    cancel: surface.t('order.cancel'),
    history: surface.t('order.history'),
  };

  get heading() {
    return this.view.title;
  }
  get view() {
    return submissionView(surface, this.submission, Date.now());
  }
  get steps() {
    return this.view.steps.map((label, index) => ({
      label,
      stepClass: index <= this.view.step ? 'step done' : 'step',
      current: index === this.view.step ? 'step' : undefined,
    }));
  }
  get sentence() {
    const { next, nextTry, writtenBack } = this.view;
    return [next, nextTry, writtenBack].filter(Boolean).join(' ');
  }
  get events() {
    return this.submission.events.map((event) => {
      const { at, what, state, words } = eventView(surface, event);
      return {
        key: `${event.at}${event.step}${event.state}`,
        text: [at, what, state, words].filter(Boolean).join(' · '),
      };
    });
  }

  handleResend() {
    return this._act('resend');
  }
  handleCancel() {
    return this._act('cancel');
  }
  async _act(action) {
    this.busy = true;
    this.problem = null;
    try {
      await surface.client.act(this.submission.id, { action });
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
      announce();
    }
  }
}
