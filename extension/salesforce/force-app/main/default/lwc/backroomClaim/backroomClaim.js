import { problemOf, recordOf, store, surface } from 'c/backroomSurface';
import {
  claimInput,
  claimView,
  isMoving,
  panelsQuestion,
  refusedClaim,
  submissionsQuestion,
  submissionView,
} from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** From a delivered order back to the ERP: which products, how many, and why. The key is drawn once for each form: pressing twice is one claim. */
export default class BackroomClaim extends LightningElement {
  @api recordId;
  @api objectApiName;
  open = false;
  orders = { data: null, error: null, asking: false };
  submissions = { data: null, error: null, asking: false };
  chosen = null;
  quantities = {};
  reason = '';
  missing = null;
  problem = null;
  busy = false;
  sent = null;
  words = {
    title: surface.t('returns.claim_title'),
    order: surface.t('returns.choose_order'),
    reason: surface.t('reason'),
    reasonHint: surface.t('returns.reason_hint'),
    send: surface.t('returns.claim_send'),
    close: surface.t('close'),
    loading: surface.t('loading'),
  };
  _stop = () => {};
  _stopOrders = () => {};
  _isFresh = false;

  disconnectedCallback() {
    this._stop();
    this._stopOrders();
  }

  get result() {
    return this.orders.data?.panels.orders;
  }
  get view() {
    if (this.result?.state !== 'ready') return null;
    const { returns } = this.orders.data.panels;
    const found = { orders: this.result.data.orders, returns: returns?.state === 'ready' ? returns.data.returns : [] };
    return claimView(surface, found, this.chosen, this.quantities);
  }
  get lines() {
    return this.view.lines.map((line) => ({
      ...line,
      key: `${this.view.order} ${line.code}`,
      typed: this.quantities[line.code] ?? '',
      hintClass: line.wrong ? 'hint wrong' : 'hint',
      said: line.wrong ?? line.hint,
    }));
  }
  get failure() {
    if (this.result?.state === 'problem') return this.result.problem;
    return this.result || !this.orders.error ? null : problemOf(this.orders.error);
  }
  get isLoading() {
    return this.view === null && this.failure === null;
  }
  get cannotSend() {
    return this.busy || this.view.order === null;
  }
  get refused() {
    return refusedClaim(this.submissions.data);
  }
  /** A claim on its way to the ERP, or refused by it; nothing once it is there. */
  get progress() {
    const submission = this.submissions.data?.find(({ id }) => id === this.sent) ?? this.refused;
    if (!submission || submission.state === 'confirmed') return null;
    return {
      tag: submissionView(surface, submission, Date.now()).tag,
      problem: isMoving(submission) ? null : submission.problem,
    };
  }
  get openLabel() {
    return surface.t(this.refused ? 'returns.edit' : 'returns.claim');
  }

  /** The button that was pressed is gone: the keyboard goes on at the first field, once it is there. */
  renderedCallback() {
    const first = this._isFresh ? this.template.querySelector('lightning-select') : null;
    if (!first) return;
    this._isFresh = false;
    first.focus();
  }
  connectedCallback() {
    this._follow(recordOf(this.recordId, this.objectApiName));
  }
  handleOpen() {
    this.open = true;
    this._isFresh = true;
    this.chosen = null;
    this.quantities = {};
    this.reason = '';
    this.missing = null;
    this.problem = null;
    this._key = crypto.randomUUID();
    const record = recordOf(this.recordId, this.objectApiName);
    const question = panelsQuestion(surface.client, record, ['orders', 'returns']);
    this._stopOrders();
    this._stopOrders = store.observe(question, () => {
      this.orders = store.state(question);
    });
    // What left the house a moment ago can come back: the form asks the ERP anew when it opens.
    void store.refresh(question, () => surface.client.panels(record, ['orders', 'returns'], true));
  }
  handleClose() {
    this.open = false;
    this._isFresh = false;
    this._stopOrders();
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
    const typed = claimInput(surface, this.view, { quantities: this.quantities, reason: this.reason });
    this.missing = typed.missing ?? null;
    if (this.missing) return;
    this.busy = true;
    this.problem = null;
    const record = recordOf(this.recordId, this.objectApiName);
    try {
      // What takes the place of a refused one withdraws that first: one complaint is one return.
      if (this.refused?.canCancel) await surface.client.act(this.refused.id, { action: 'cancel' });
      const { id } = await surface.client.claimReturn({ record, ...typed.input, idempotencyKey: this._key });
      this.sent = id;
      this.open = false;
      store.changed();
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
  /** Once a return is in the ERP, the list above is read again. */
  _follow(record) {
    const question = submissionsQuestion(surface.client, record);
    this._stop = store.observe(question, () => {
      const before = this.submissions.data?.find(({ id }) => id === this.sent);
      this.submissions = store.state(question);
      const now = this.submissions.data?.find(({ id }) => id === this.sent);
      if (before && before.state !== 'confirmed' && now?.state === 'confirmed') store.changed();
    });
  }
}
