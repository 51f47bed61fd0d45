/**
 * What mail programs, search engines, advertisements and social networks append to the addresses
 * that they pass on. It says nothing of the page and nobody who opens a link has written it.
 */
const names: ReadonlySet<string> = new Set([
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'dclid',
  'epik',
  'fbclid',
  'gad_campaignid',
  'gad_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'igsh',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'rdt_cid',
  'ref_src',
  'ref_url',
  'sccid',
  'srsltid',
  'ttclid',
  'twclid',
  'wbraid',
  'yclid',
]);

/** Whether a field was put into an address to follow whoever opens it; it is passed over in silence. */
export function isTracking(key: string): boolean {
  return /^utm_[a-z_]{1,24}$/.test(key) || names.has(key);
}
