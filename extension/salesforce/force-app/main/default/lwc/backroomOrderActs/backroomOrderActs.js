import { problemOf, recordOf, store, surface } from 'c/backroomSurface';
import { actView, cancelView, changeView, decisionQuestion, withAct } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

const keyed = (note) => note && { ...note, lines: note.lines.map((text) => ({ text })) };

/** Changing and cancelling the order that the ERP has: the buttons, what would change, and what became of it. */
export default class BackroomOrderActs extends LightningElement {
  @api offers;
  @api recordId;
  @api compact = false;
  asked = null;
  preview = null;
  failure = null;
  refusal = null;
  accepted = null;
  reason = '';
  busy = false;
  words = { loading: surface.t('loading'), keep: surface.t('act.keep'), reason: surface.t('act.reason') };
  _focus = null;
  _opening = 0;
  _key = { fingerprint: '', value: '' };

  renderedCallback() {
    if (!this._focus) return;
    this.template.querySelector(this._focus)?.focus();
    this._focus = null;
  }

  /** What another tab began ends the dialogue of this one. */
  get open() {
    return this.asked && this.offers[this.asked] ? this.asked : null;
  }
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
  /** Why the order could not be read, while the dialogue is open. */
  get notRead() {
    return this.open && this.failure;
  }
  /** Why it was not accepted; told once where the order cannot be read for the same reason. */
  get refused() {
    return this.refusal?.code === this.notRead?.code ? null : this.refusal;
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
    };
  }
  get cancellation() {
    if (this.open !== 'cancel' || !this.preview) return null;
    const view = cancelView(surface, this.preview, this.reason);
    return { ...view, closed: keyed(view.closed), changedInErp: keyed(view.changedInErp) };
  }
  get asksReason() {
    return this.preview.closed === null;
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
    return this._open('change');
  }
  handleOpenCancel() {
    return this._open('cancel');
  }
  handleRetry() {
    return this._show();
  }
  handleClose() {
    this._turn(null, `[data-open="${this.asked}"]`);
  }
  _open(which) {
    this.reason = '';
    this.accepted = null;
    this._turn(which, '.place');
    return this._show();
  }
  /** Fires `dialogue`, so that the page hides what the dialogue shows too. The button that was pressed is gone: `focus` is where the keyboard goes on. */
  _turn(which, focus) {
    this.asked = which;
    this.refusal = null;
    this._focus = focus;
    this.dispatchEvent(new CustomEvent('dialogue', { detail: { open: which } }));
  }
  handleAccept({ detail }) {
    this.accepted = detail.checked ? this.change.seen : null;
  }
  handleReason({ detail }) {
    this.reason = detail.value;
  }
  /** An answer that comes after the dialogue was closed belongs to none. */
  async _show() {
    this._opening += 1;
    const opening = this._opening;
    this.preview = null;
    this.failure = null;
    const ask = this.asked === 'change' ? surface.client.changePreview : surface.client.cancelPreview;
    const next = await ask(this.recordId).then(
      (preview) => ({ preview }),
      (error) => ({ failure: problemOf(error) }),
    );
    if (opening === this._opening) Object.assign(this, next);
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
      const act = await confirm({ dealId: this.recordId, submission, fingerprint, idempotencyKey: this._key.value });
      this._tell(act);
      this._turn(null, '.place');
    } catch (error) {
      this.refusal = problemOf(error);
      await this._show();
    } finally {
      this.busy = false;
      store.changed();
    }
  }
  /** Shows the act from the moment it is accepted, in place of the order as it was. */
  _tell(act) {
    const question = decisionQuestion(surface.client, recordOf(this.recordId).id);
    const { data } = store.state(question);
    if (data) store.put(question, withAct(data, act));
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
