import { problemOf, recordOf, surface } from 'c/backroomSurface';
import {
  announce,
  claimInput,
  claimView,
  EXPECTING_MS,
  FOLLOW_MS,
  IDLE_MS,
  isMoving,
  submissionView,
  watch,
} from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** From a delivered order back to the ERP: which products, how many, and why. The key is drawn once for each form: pressing twice is one claim. */
export default class BackroomClaim extends LightningElement {
  @api recordId;
  @api objectApiName;
  open = false;
  orders = { data: null, problem: null, asking: false };
  submissions = { data: null, problem: null, asking: false };
  chosen = null;
  quantities = {};
  reason = '';
  missing = null;
  problem = null;
  busy = false;
  sent = null;
  words = {
    claim: surface.t('returns.claim'),
    title: surface.t('returns.claim_title'),
    order: surface.t('returns.choose_order'),
    reason: surface.t('reason'),
    reasonHint: surface.t('returns.reason_hint'),
    send: surface.t('returns.claim_send'),
    close: surface.t('close'),
    loading: surface.t('loading'),
  };
  _watches = [];

  disconnectedCallback() {
    this._leave();
  }
  _leave() {
    for (const each of this._watches) each.stop();
    this._watches = [];
  }

  get result() {
    return this.orders.data?.panels.orders;
  }
  get view() {
    return this.result?.state === 'ready' ? claimView(surface, this.result.data.orders, this.chosen) : null;
  }
  get lines() {
    return this.view.lines.map((line) => ({
      ...line,
      key: `${this.view.order} ${line.code}`,
      typed: this.quantities[line.code] ?? '',
    }));
  }
  get failure() {
    return this.result?.state === 'problem' ? this.result.problem : this.result ? null : this.orders.problem;
  }
  get isLoading() {
    return this.view === null && this.failure === null;
  }
  get cannotSend() {
    return this.busy || this.view.order === null;
  }
  /** A claim on its way to the ERP; nothing once it is there. */
  get progress() {
    const submission = this.submissions.data?.find(({ id }) => id === this.sent);
    if (!submission || submission.state === 'confirmed') return null;
    return {
      tag: submissionView(surface, submission, Date.now()).tag,
      problem: isMoving(submission) ? null : submission.problem,
    };
  }

  handleOpen() {
    this.open = true;
    this.chosen = null;
    this.quantities = {};
    this.reason = '';
    this.missing = null;
    this.problem = null;
    this._key = crypto.randomUUID();
    const record = recordOf(this.recordId, this.objectApiName);
    this._leave();
    this._watches = [
      watch({
        ask: () => surface.client.panels(record, ['orders']),
        every: ({ problem }) => (problem ? EXPECTING_MS : IDLE_MS),
        problemOf,
        tell: (state) => {
          this.orders = state;
        },
      }),
    ];
  }
  handleClose() {
    this.open = false;
    this._leave();
  }
  handleOrder({ target }) {
    this.chosen = target.value;
    this.quantities = {};
  }
  handleQuantity({ target }) {
    this.quantities = { ...this.quantities, [target.dataset.code]: target.value };
  }
  handleReason({ target }) {
    this.reason = target.value;
  }
  async handleSend() {
    const typed = claimInput(surface, {
      orderNumber: this.view.order,
      quantities: this.quantities,
      reason: this.reason,
    });
    this.missing = typed.missing ?? null;
    if (this.missing) return;
    this.busy = true;
    this.problem = null;
    const record = recordOf(this.recordId, this.objectApiName);
    try {
      const { id } = await surface.client.claimReturn({ record, ...typed.input, idempotencyKey: this._key });
      this.sent = id;
      this.open = false;
      this._follow(record);
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
  /** Until it is in the ERP; then the list above is read again. */
  _follow(record) {
    this._leave();
    this._watches = [
      watch({
        ask: () => surface.client.submissions(record),
        every: () => FOLLOW_MS,
        problemOf,
        tell: (state) => {
          this.submissions = state;
          const submission = state.data?.find(({ id }) => id === this.sent);
          if (submission && !isMoving(submission)) {
            this._leave();
            if (submission.state === 'confirmed') announce();
          }
        },
      }),
    ];
  }
}
