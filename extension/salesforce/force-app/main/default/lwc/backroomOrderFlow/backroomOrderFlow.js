import { problemOf, recordOf, surface } from 'c/backroomSurface';
import { announce, EXPECTING_MS, FOLLOW_MS, intervalFor, isMoving, orderCard, watch } from 'c/backroomViews';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { api, LightningElement } from 'lwc';

/** Preview, then progress, then the order; what is on its way always comes first. Without a card, so that the quick action shows it too. */
export default class BackroomOrderFlow extends LightningElement {
  @api recordId;
  submissions = { data: null, problem: null, asking: false };
  panels = { data: null, problem: null, asking: false };
  loading = surface.t('loading');
  _onceMore = null;
  _watches = [];
  _seen;

  connectedCallback() {
    const record = recordOf(this.recordId);
    this._watches = [
      watch({
        ask: () => surface.client.submissions(record),
        every: ({ data }) => (data?.some(isMoving) ? FOLLOW_MS : EXPECTING_MS),
        problemOf,
        tell: (state) => {
          this.submissions = state;
          this._hear();
        },
      }),
      watch({
        ask: () => surface.client.panels(record, ['orders']),
        every: ({ data, problem }) => (problem ? EXPECTING_MS : intervalFor(data ?? undefined)),
        problemOf,
        tell: (state) => {
          this.panels = state;
        },
      }),
    ];
  }
  disconnectedCallback() {
    for (const each of this._watches) each.stop();
  }
  /** Once the order moved on, the other cards ask again; once it was written back, the page shows its new values. */
  _hear() {
    const { latest } = this.card;
    const now = latest ? `${latest.id} ${latest.state} ${latest.writtenBack}` : '';
    if (this.submissions.data === null || this._seen === now) return;
    const isFirst = this._seen === undefined;
    this._seen = now;
    if (isFirst) return;
    if (latest?.writtenBack) notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    announce();
  }

  get card() {
    return orderCard(surface, this.submissions.data ?? [], this.panels.data, Date.now(), this._onceMore);
  }
  get failure() {
    return this.submissions.data === null ? this.submissions.problem : null;
  }
  get isLoading() {
    return this.submissions.data === null && this.failure === null;
  }
  get isShown() {
    return this.submissions.data !== null;
  }
  handleOnceMore() {
    this._onceMore = this.card.onceMore.id;
  }
  handleRetry() {
    announce();
  }
}
