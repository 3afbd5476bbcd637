import type { NamedNetwork } from '@/shared/api/types';
import { describe, expect, it } from 'vitest';
import { networkFinder } from './networks';

const listed = (...networks: string[]) => networkFinder(networks.map((network): NamedNetwork => ({ network, name: network, kind: 'egress' })));

describe('the network of an address', () => {
  it('is the narrowest that holds it', () => {
    const find = listed('10.0.0.0/8', '10.1.2.0/24', '10.1.2.3/32', '10.1.0.0/16');
    expect(find('10.1.2.3')?.name).toBe('10.1.2.3/32');
    expect(find('10.1.2.4')?.name).toBe('10.1.2.0/24');
    expect(find('10.1.255.255')?.name).toBe('10.1.0.0/16');
    expect(find('10.2.0.0')?.name).toBe('10.0.0.0/8');
    expect(find('11.0.0.0')).toBeUndefined();
    expect(find('9.255.255.255')).toBeUndefined();
  });

  it('is found whatever an IPv6 address is written like', () => {
    const find = listed('2001:db8::/32', '2001:0db8:0:0:ffff::/80', '2001:db8::ffff:0:0:9/128');
    expect(find('2001:db8:ffff:ffff:ffff:ffff:ffff:ffff')?.name).toBe('2001:db8::/32');
    expect(find('2001:DB8::FFFF:0:0:1')?.name).toBe('2001:0db8:0:0:ffff::/80');
    expect(find('2001:db8:0:0:ffff::9')?.name).toBe('2001:db8::ffff:0:0:9/128');
    expect(find('2001:db8::0.0.0.1')?.name).toBe('2001:db8::/32');
    expect(find('2001:db9::')).toBeUndefined();
    expect(listed('fc00::/7')('fdff::1')?.name).toBe('fc00::/7');
  });

  it('tells the two families apart, and knows IPv4 within IPv6', () => {
    const find = listed('32.1.13.184/32');
    expect(find('2001:db8::')).toBeUndefined();
    expect(find('::ffff:32.1.13.184')?.name).toBe('32.1.13.184/32');
    expect(find('::ffff:2001:db8')?.name).toBe('32.1.13.184/32');
    expect(listed('2001:db8::/32')('32.1.13.184')).toBeUndefined();
  });

  it('is none for what is no address', () => {
    const find = listed('10.0.0.0/8', '::1/128');
    for (const text of ['', 'a host', '10.1', '10.1.2.256', '10.1.2.3:80', ':::1', '::1::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '12345::', '::10.1.2.256', 'fe80::1%eth0']) expect(find(text)).toBeUndefined();
    expect(find(null)).toBeUndefined();
    expect(find('::1')?.name).toBe('::1/128');
    expect(listed()('10.1.2.3')).toBeUndefined();
  });
});
