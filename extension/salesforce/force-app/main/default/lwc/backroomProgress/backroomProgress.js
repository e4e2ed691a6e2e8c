import { problemOf, store, surface } from 'c/backroomSurface';
import { eventView, submissionView } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** An order under way, below its verdict: how far it is, what holds it up, and what a person may do. */
export default class BackroomProgress extends LightningElement {
  @api submission;
  @api compact = false;
  busy = false;
  problem = null;
  words = {
    resend: surface.t('order.resend'),
    cancel: surface.t('order.cancel'),
    cancelAsk: surface.t('order.cancel_confirm'),
    cancelYes: surface.t('action.cancel_yes'),
    history: surface.t('order.history'),
  };

  get view() {
    return submissionView(surface, this.submission, Date.now());
  }
  get hasSteps() {
    return this.view.step !== null && !this.compact;
  }
  get steps() {
    return this.view.steps.map((label, index) => ({
      label,
      stepClass: index <= this.view.step ? 'step done' : 'step',
      current: index === this.view.step ? 'step' : undefined,
    }));
  }
  get note() {
    return this.view.kept ?? this.view.writtenBack;
  }
  get canResend() {
    return this.submission.canResend && !this.compact;
  }
  get canCancel() {
    return this.submission.canCancel && !this.compact;
  }
  get isWhole() {
    return !this.compact;
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
      store.changed();
    }
  }
}
