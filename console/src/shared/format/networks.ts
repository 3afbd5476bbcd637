import type { NamedNetwork, NetworkKind } from '@/shared/api/types';

export const KIND_MEANING: Record<NetworkKind, string> = {
  egress: 'the company’s own way out: colleagues come out of it from anywhere',
  corporate: 'a company’s network: an office, a partner',
  hosting: 'a hosting provider: rented servers',
  vpn: 'a VPN, chosen to be seen elsewhere',
  relay: 'a relay, used without choosing a place',
  mobile: 'a mobile network: many phones share a gateway',
  residential: 'a residential network: lines of homes',
  satellite: 'a satellite network',
};

type Found = NamedNetwork | undefined;

interface Address {
  size: 32 | 128;
  bits: bigint;
}

/** Finds the listed network that an address lies in, the narrowest if there are several. */
export function networkFinder(networks: readonly NamedNetwork[]): (ip: string | null) => Found {
  const byPrefix = new Map<string, NamedNetwork>();
  const lengths = new Set<number>();
  for (const network of networks) {
    const [text = '', length] = network.network.split('/');
    const address = addressOf(text);
    if (!address) continue;
    const count = length === undefined ? address.size : Number(length);
    lengths.add(count);
    byPrefix.set(prefix(address, count), network);
  }
  const longestFirst = [...lengths].sort((one, other) => other - one);
  const known = new Map<string, Found>();
  return (ip) => {
    if (ip === null || longestFirst.length === 0) return undefined;
    if (!known.has(ip)) known.set(ip, find(ip));
    return known.get(ip);
  };

  function find(ip: string): Found {
    const address = addressOf(ip);
    if (!address) return undefined;
    const length = longestFirst.find((count) => count <= address.size && byPrefix.has(prefix(address, count)));
    return length === undefined ? undefined : byPrefix.get(prefix(address, length));
  }
}

function prefix({ size, bits }: Address, count: number): string {
  return `${size}/${count}/${bits >> BigInt(size - count)}`;
}

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const MAPPED = 0xffffn;

/** The bits of an address, null for any other text. IPv4 in IPv6 is IPv4. */
function addressOf(text: string): Address | null {
  const four = ipv4Of(text);
  if (four !== null) return { size: 32, bits: four };
  const groups = groupsOf(text);
  if (!groups) return null;
  const bits = joined(groups, 16n);
  return bits >> 32n === MAPPED ? { size: 32, bits: bits & 0xffffffffn } : { size: 128, bits };
}

function ipv4Of(text: string): bigint | null {
  const parts = IPV4.test(text) ? text.split('.').map(Number) : [];
  return parts.length > 0 && parts.every((part) => part <= 255) ? joined(parts, 8n) : null;
}

/** The eight groups of an IPv6 address. */
function groupsOf(text: string): number[] | null {
  const halves = text.replace(/[^:]*\.[^:]*$/, dottedGroups).split('::');
  if (!text.includes(':') || halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? groups.map((group) => parseInt(group, 16)) : null;
}

/** A dotted end as two groups. */
function dottedGroups(dotted: string): string {
  const bits = ipv4Of(dotted);
  return bits === null ? dotted : `${(bits >> 16n).toString(16)}:${(bits & 0xffffn).toString(16)}`;
}

function joined(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((bits, part) => (bits << width) | BigInt(part), 0n);
}
