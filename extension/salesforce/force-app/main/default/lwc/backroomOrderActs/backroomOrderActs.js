import { problemOf, store, surface } from 'c/backroomSurface';
import { actView, cancelView, changeView } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

const keyed = (note) => note && { ...note, lines: note.lines.map((text) => ({ text })) };

/** Changing and cancelling the order that the ERP has: the buttons, what would change, and what became of it. */
export default class BackroomOrderActs extends LightningElement {
  @api offers;
  @api recordId;
  @api compact = false;
  open = null;
  preview = null;
  failure = null;
  refusal = null;
  accepted = null;
  reason = '';
  busy = false;
  words = { loading: surface.t('loading'), keep: surface.t('act.keep'), reason: surface.t('act.reason') };
  _key = { fingerprint: '', value: '' };

  get act() {
    const { act } = this.offers;
    if (!act || this.open) return null;
    const view = actView(surface, act);
    return {
      ...view,
      differs: keyed(view.differs),
      lines: view.lines.map((text) => ({ text })),
      steps:
        view.step === null || this.compact
          ? null
          : view.steps.map((label, index) => ({
              label,
              stepClass: index <= view.step ? 'step done' : 'step',
              current: index === view.step ? 'step' : undefined,
            })),
      actions: this.compact ? [] : view.actions,
    };
  }
  get buttons() {
    const { change, cancel } = this.offers;
    return this.compact || this.open || !(change || cancel) ? null : { change, cancel };
  }
  get isLoading() {
    return this.open !== null && this.preview === null && this.failure === null;
  }
  get change() {
    if (this.open !== 'change' || !this.preview) return null;
    const view = changeView(surface, this.preview);
    return {
      ...view,
      closed: keyed(view.closed),
      changedInErp: keyed(view.changedInErp),
      checks: view.checks.map(({ text, tone, level }) => ({
        tone,
        text: surface.t('label_value', { label: level, value: text }),
      })),
    };
  }
  get cancellation() {
    if (this.open !== 'cancel' || !this.preview) return null;
    const view = cancelView(surface, this.preview, this.reason);
    return { ...view, closed: keyed(view.closed), changedInErp: keyed(view.changedInErp) };
  }
  get isAccepted() {
    const { warnings, seen } = this.change;
    return warnings.length === 0 || this.accepted === seen;
  }
  get cannotChange() {
    return this.busy || !this.preview.canChange || !this.isAccepted;
  }
  get cannotCancel() {
    return this.busy || !this.cancellation.isRight;
  }

  handleOpenChange() {
    return this._show('change');
  }
  handleOpenCancel() {
    return this._show('cancel');
  }
  handleRetry() {
    return this._show(this.open);
  }
  handleClose() {
    this._turn(null);
  }
  /** Fires `dialogue`, so that the page hides what the dialogue shows too. */
  _turn(which) {
    this.open = which;
    this.dispatchEvent(new CustomEvent('dialogue', { detail: { isOpen: which !== null } }));
  }
  handleAccept({ detail }) {
    this.accepted = detail.checked ? this.change.seen : null;
  }
  handleReason({ detail }) {
    this.reason = detail.value;
  }
  async _show(which) {
    this._turn(which);
    this.preview = null;
    this.failure = null;
    try {
      const asked =
        which === 'change' ? surface.client.changePreview(this.recordId) : surface.client.cancelPreview(this.recordId);
      this.preview = await asked;
    } catch (error) {
      this.failure = problemOf(error);
    }
  }
  handleChange() {
    return this._send((input) => surface.client.changeOrder({ ...input, acceptedWarnings: [...this.change.warnings] }));
  }
  handleCancel() {
    return this._send((input) => surface.client.cancelOrder({ ...input, reason: this.reason }));
  }
  /** The key is drawn once for what is confirmed: pressing twice is one act. What was refused is shown with a new preview. */
  async _send(confirm) {
    const { submission, fingerprint } = this.preview;
    if (this._key.fingerprint !== fingerprint) this._key = { fingerprint, value: crypto.randomUUID() };
    this.busy = true;
    this.refusal = null;
    try {
      await confirm({ dealId: this.recordId, submission, fingerprint, idempotencyKey: this._key.value });
      this._turn(null);
    } catch (error) {
      this.refusal = problemOf(error);
      await this._show(this.open);
    } finally {
      this.busy = false;
      store.changed();
    }
  }
  async handleAction({ target }) {
    this.busy = true;
    this.refusal = null;
    try {
      await surface.client.actOnOrder(this.offers.act.id, target.dataset.action);
    } catch (error) {
      this.refusal = problemOf(error);
    } finally {
      this.busy = false;
      store.changed();
    }
  }
}
