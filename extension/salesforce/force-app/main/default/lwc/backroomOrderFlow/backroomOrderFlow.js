import { problemOf, recordOf, store, surface } from 'c/backroomSurface';
import { ageView, decisionQuestion, orderCard, refreshFailure } from 'c/backroomViews';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { api, LightningElement } from 'lwc';

/**
 * Verdict, checks and the button first; then what the order is. Without a card, so that the quick action shows it too. `compact`: the narrow
 * column has the decision without its details.
 */
export default class BackroomOrderFlow extends LightningElement {
  @api recordId;
  @api compact = false;
  state = { data: null, error: null, asking: false };
  words = { loading: surface.t('loading'), lines: surface.t('lines') };
  dialogue = null;
  _onceMore = null;
  _stop;
  _version = null;
  _writtenBack = false;
  /** The part of the card whose going leaves the keyboard without a place. */
  _focusAfter = null;

  connectedCallback() {
    const question = this._question();
    this._stop = store.observe(question, () => {
      this.state = store.state(question);
      this._hear();
    });
  }
  disconnectedCallback() {
    this._stop();
  }
  renderedCallback() {
    // What was pressed is still there.
    if (this._focusAfter === null || this.card?.[this._focusAfter]) return;
    this._focusAfter = null;
    this.handleSolved();
  }
  /** Reads the CRM and the ERP anew. */
  @api refresh() {
    return store.refresh(this._question(), () => surface.client.decision(this.recordId, true));
  }
  _question() {
    return decisionQuestion(surface.client, recordOf(this.recordId).id);
  }
  /** When the decision changed, the other cards ask again; once the order was written back, the page shows its new values. */
  _hear() {
    const { data } = this.state;
    if (data === null) return;
    const isNew = this._version !== null && this._version !== data.version;
    this._version = data.version;
    if (!isNew || this.compact) return;
    const writtenBack = this.card.latest?.writtenBack ?? false;
    if (writtenBack && !this._writtenBack) notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    this._writtenBack = writtenBack;
    store.changed();
  }

  get card() {
    return this.state.data && orderCard(surface, this.state.data, Date.now(), this._onceMore);
  }
  get failure() {
    return this.state.data === null && this.state.error ? problemOf(this.state.error) : null;
  }
  get isLoading() {
    return this.state.data === null && !this.state.error;
  }
  get skeletons() {
    // As many as are about as high as what comes.
    return Array.from({ length: this.compact ? 6 : 12 }, (_, line) => line);
  }
  get age() {
    const { freshness } = this.card;
    return freshness ? ageView(surface, freshness, Date.now()) : null;
  }
  get outdated() {
    if (this.state.error) return refreshFailure(surface, problemOf(this.state.error), this.card.freshness, Date.now());
    return this.age?.stale ? this.age.text : null;
  }
  get ageText() {
    return this.compact || !this.age || this.age.stale ? null : this.age.text;
  }
  get details() {
    return this.compact ? {} : this.card;
  }
  /** The dialogue has tables of its own, read when it was opened. What another tab began ends it. */
  get isInDialogue() {
    return this.dialogue !== null && this.card.acts[this.dialogue] !== null;
  }
  get changes() {
    return this.isInDialogue ? null : this.details.change;
  }
  get converted() {
    return this.isInDialogue ? null : this.details.converted;
  }
  get onceMore() {
    return this.isInDialogue ? null : this.details.onceMore;
  }
  /** The way to the desk stands first where it is the way on; of a changed quote the changes come before it. */
  get deskFirst() {
    return this.card.desk?.isPrimary && !this.details.change;
  }
  get deskBelow() {
    return this.card.desk && !this.deskFirst;
  }
  handleDialogue({ detail }) {
    this.dialogue = detail.open;
  }
  handleOnceMore() {
    this._onceMore = this.card.onceMore.id;
  }
  handleConverted() {
    this._focusAfter = 'preview';
  }
  handleLinked() {
    this._focusAfter = 'choice';
  }
  handleSolved() {
    this.template.querySelector('c-backroom-verdict')?.focus();
  }
  handleRefresh() {
    return this.refresh();
  }
}
