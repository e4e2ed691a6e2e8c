import { recordOf, surface } from 'c/backroomSurface';
import { overviewView } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** The ten-second answer. On a deal: the verdict and the figures behind it; on an account: what needs attention, and its figures. */
export default class BackroomOverview extends LightningElement {
  @api recordId;
  @api objectApiName;
  panels = ['overview'];
  heading = surface.t('overview.title');
  overview = null;

  get type() {
    return recordOf(this.recordId, this.objectApiName).type;
  }
  get isDeal() {
    return this.type === 'deal';
  }
  /** An account's page has its customer and figures here; a deal's has the verdict above them. */
  get lines() {
    return this.isDeal ? 4 : 11;
  }
  get view() {
    return this.overview && overviewView(surface, this.overview, this.type, surface.format.today(Date.now()));
  }
  /** On a deal the choice stands with the verdict. */
  get customer() {
    return this.isDeal ? null : (this.overview?.customer ?? null);
  }
  handleShown({ detail }) {
    this.overview = detail.ready.overview ?? null;
  }
}
