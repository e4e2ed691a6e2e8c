import { surface } from 'c/backroomSurface';
import { returnTable } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** Where each return of the customer stands. */
export default class BackroomReturns extends LightningElement {
  @api recordId;
  @api objectApiName;
  panels = ['returns'];
  heading = surface.t('returns.title');
  words = { noneTitle: surface.t('returns.none_title'), noneText: surface.t('returns.none_text') };
  rows = null;
  isOffered = true;

  get table() {
    return this.rows && this.rows.length > 0 ? returnTable(surface, this.rows) : null;
  }
  get hasNone() {
    return this.rows?.length === 0;
  }
  /** As on HubSpot's deal: a claim starts from a deal; an account's page shows where its returns stand. */
  get canClaim() {
    return this.isOffered && this.objectApiName !== 'Account' && this.rows !== null;
  }
  handleShown({ detail }) {
    this.rows = detail.ready.returns?.returns ?? null;
    this.isOffered = detail.ready.returns?.canClaim !== false;
  }
}
