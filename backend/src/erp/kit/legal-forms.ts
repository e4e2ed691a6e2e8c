import { folded } from './fold.ts';

/**
 * Legal forms without marks, each under its short form. A form written with dots or blanks (`G. m. b. H.`) is joined to one word before it is
 * looked up here.
 */
const forms: Readonly<Record<string, readonly string[]>> = {
  // German
  gmbh: ['gesellschaft mit beschrankter haftung', 'gesellschaft mbh', 'ges mbh', 'gesmbh', 'gmbh', 'mbh'],
  ggmbh: ['gemeinnutzige gmbh', 'ggmbh'],
  ug: ['unternehmergesellschaft haftungsbeschrankt', 'ug haftungsbeschrankt', 'unternehmergesellschaft', 'ug'],
  ag: ['aktiengesellschaft', 'ag'],
  kgaa: ['kommanditgesellschaft auf aktien', 'kg auf aktien', 'kgaa'],
  kg: ['kommanditgesellschaft', 'kommandit gesellschaft', 'kg'],
  ohg: ['offene handelsgesellschaft', 'ohg'],
  og: ['offene gesellschaft', 'og'],
  gbr: ['gesellschaft burgerlichen rechts', 'gbr'],
  ek: ['eingetragener kaufmann', 'eingetragene kauffrau', 'kfm', 'ekfm', 'ekfr', 'ek'],
  eu: ['eingetragener unternehmer', 'eu'],
  eg: ['eingetragene genossenschaft', 'genossenschaft', 'eg'],
  ev: ['eingetragener verein', 'ev'],
  partg: ['partnerschaftsgesellschaft mbb', 'partnerschaftsgesellschaft', 'partg mbb', 'partgmbb', 'partg'],
  // French
  sarl: ['societe a responsabilite limitee', 'sarl'],
  sa: [
    'sociedad anonima de capital variable',
    'societe anonyme',
    'sociedad anonima',
    'sociedade anonima',
    'spolka akcyjna',
    'sa de cv',
    'sab de cv',
    'sa',
  ],
  sas: ['societe par actions simplifiee', 'societa in accomandita semplice', 'sas'],
  sasu: ['sasu'],
  eurl: ['entreprise unipersonnelle a responsabilite limitee', 'eurl'],
  snc: ['societe en nom collectif', 'societa in nome collettivo', 'snc'],
  sci: ['societe civile immobiliere', 'sci'],
  scop: ['scop'],
  // Italian, Romanian
  spa: ['societa per azioni', 'spa'],
  srl: [
    'societa a responsabilita limitata',
    'sociedad de responsabilidad limitada',
    'societate cu raspundere limitata',
    'srl semplificata',
    'societe privee a responsabilite limitee',
    's de rl de cv',
    'sprl',
    'srl',
    'srls',
  ],
  sapa: ['societa in accomandita per azioni', 'sapa'],
  // Spanish, Portuguese
  sl: ['sociedad de responsabilidad limitada', 'sociedad limitada unipersonal', 'sociedad limitada', 'slu', 'sl'],
  sau: ['sau'],
  lda: ['sociedade unipessoal lda', 'unipessoal lda', 'limitada', 'ltda', 'lda'],
  // Dutch, Belgian
  bv: ['besloten vennootschap met beperkte aansprakelijkheid', 'besloten vennootschap', 'bvba', 'bv'],
  nv: ['naamloze vennootschap', 'nv'],
  vof: ['vennootschap onder firma', 'vof'],
  // English
  ltd: [
    'private limited company',
    'proprietary limited',
    'private limited',
    'pty ltd',
    'pvt ltd',
    'pte ltd',
    'co ltd',
    'limited',
    'ltd',
  ],
  plc: ['public limited company', 'plc'],
  llp: ['limited liability partnership', 'llp'],
  lp: ['limited partnership', 'lp'],
  llc: ['limited liability company', 'llc'],
  inc: ['incorporated', 'inc'],
  corp: ['corporation', 'corp'],
  co: ['company', 'compagnie', 'compania', 'compagnia', 'cie', 'co'],
  // Nordic, Baltic
  ab: ['aktiebolaget', 'aktiebolag', 'publ ab', 'ab publ', 'ab'],
  hb: ['handelsbolag', 'hb'],
  kb: ['kommanditbolag', 'kb'],
  as: [
    'allmennaksjeselskap',
    'aksjeselskap',
    'aktieselskab',
    'akciova spolecnost',
    'akciova spolocnost',
    'anonim sirketi',
    'asa',
    'as',
  ],
  aps: ['anpartsselskab', 'aps'],
  is: ['interessentskab', 'is'],
  oy: ['julkinen osakeyhtio', 'osakeyhtio', 'oyj', 'oy'],
  ou: ['osauhing', 'ou'],
  uab: ['uzdaroji akcine bendrove', 'uab'],
  sia: ['sabiedriba ar ierobezotu atbildibu', 'sia'],
  // Eastern and south-eastern Europe
  spzoo: ['spolka z ograniczona odpowiedzialnoscia', 'sp z oo', 'sp zo o', 'spzoo', 'sp zoo'],
  sro: ['spolecnost s rucenim omezenym', 'spolocnost s rucenim obmedzenym', 'spol sro', 'sro'],
  kft: ['korlatolt felelossegu tarsasag', 'kft'],
  zrt: ['zartkoruen mukodo reszvenytarsasag', 'zrt'],
  nyrt: ['nyrt'],
  bt: ['beteti tarsasag', 'bt'],
  doo: ['druzba z omejeno odgovornostjo', 'drustvo s ogranicenom odgovornoscu', 'doo'],
  dd: ['dionicko drustvo', 'dd'],
  eood: ['eood', 'ood'],
  ead: ['ead', 'ad'],
  ltdsti: ['limited sirketi', 'ltd sti'],
  ooo: ['ooo'],
  // Elsewhere
  kk: ['kabushiki kaisha', 'kk'],
  bhd: ['sdn bhd', 'berhad', 'bhd'],
  se: ['societas europaea', 'se'],
};

export type LegalForm = { form: string; words: readonly string[] };
/** By their first word. */
export const legalForms: ReadonlyMap<string, readonly LegalForm[]> = Map.groupBy(
  Object.entries(forms).flatMap(([form, phrases]) =>
    phrases.map((phrase) => ({ form, words: folded(phrase).split(' ') })),
  ),
  ({ words }) => words[0] ?? '',
);

/** Forms that are never a part of a name: dropped wherever they stand (`Kessler GmbH Niederlassung Nord`, `Kessler AG, Zürich`). */
export const anywhere: ReadonlySet<string> = new Set([
  'gmbh',
  'ggmbh',
  'ag',
  'kgaa',
  'kg',
  'ohg',
  'gbr',
  'sarl',
  'eurl',
  'sasu',
  'bv',
  'nv',
  'ltd',
  'plc',
  'llp',
  'llc',
  'aps',
  'oy',
  'spzoo',
  'sro',
  'doo',
  'kft',
  'zrt',
  'ltdsti',
  'kk',
  'srl',
]);
/** Further forms that some countries put in front: `AB Volvo`, `SA Dupont`, `SIA Rīga`. */
export const inFront: ReadonlySet<string> = new Set(['ab', 'sa', 'sas', 'snc', 'sci', 'sia', 'uab', 'ooo', 'as', 'oy']);
