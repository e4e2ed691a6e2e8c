import { BlockList, isIP } from 'node:net';

/** What an operator allows besides public addresses: everything, or networks, addresses and host names. */
export type AllowedAddresses = { all: boolean; networks: BlockList; hosts: ReadonlySet<string> };

/** Nobody's ERP is reached there by a stranger's wish: this machine, its neighbours, the cloud's own services, and addresses that wrap another one. */
const special: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
];
const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
const privateNetworks = new BlockList();
for (const [network, bits] of special) privateNetworks.addSubnet(network, bits, familyOf(network));

/** An IPv4 address that is written as one of IPv6 (`::ffff:7f00:1`) counts as what it is. */
function plain(address: string): string {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const [, high = '', low = ''] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(bare) ?? [];
  if (high === '') return bare.replace(/^::ffff:(?=\d+\.)/i, '');
  const bytes = [high, low].flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255]);
  return bytes.join('.');
}

/** `ERP_PRIVATE_ADDRESSES`: `all`, or networks, addresses and host names, separated by commas. Empty: none. Throws for what is none of these. */
export function readAllowed(text: string): AllowedAddresses {
  const networks = new BlockList();
  const hosts = new Set<string>();
  const parts = text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean);
  for (const part of parts.filter((each) => each !== 'all')) {
    const [address = '', bits] = part.split('/');
    if (isIP(address)) networks.addSubnet(address, Number(bits ?? (isIP(address) === 6 ? 128 : 32)), familyOf(address));
    else if (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(part)) hosts.add(part);
    else throw new Error(`ERP_PRIVATE_ADDRESSES: "${part}" is no network, address or host name`);
  }
  return { all: parts.includes('all'), networks, hosts };
}
const isListed = (allowed: AllowedAddresses, address: string): boolean =>
  allowed.all || allowed.networks.check(plain(address), familyOf(plain(address)));

/** Whether a connection may be made to this address. Without TLS only to one that the operator listed. */
export function mayConnect(allowed: AllowedAddresses, address: string, encrypted: boolean): boolean {
  const bare = plain(address);
  if (isListed(allowed, bare)) return true;
  return encrypted && !privateNetworks.check(bare, familyOf(bare));
}
/** Whether an address may be asked at all, by what stands in it; a name is judged when it is resolved. URL parsing has undone other spellings of numbers. */
export function mayAsk(allowed: AllowedAddresses, url: URL): boolean {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  if (url.username !== '' || url.password !== '') return false;
  const host = url.hostname.toLowerCase();
  if (allowed.all || allowed.hosts.has(host)) return true;
  const bare = plain(host);
  return isIP(bare) === 0 || mayConnect(allowed, bare, url.protocol === 'https:');
}
