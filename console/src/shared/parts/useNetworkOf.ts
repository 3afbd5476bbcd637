import { networksQuery } from '@/shared/api/listNetworks';
import type { NamedNetwork } from '@/shared/api/types';
import { networkFinder } from '@/shared/format/networks';
import { useQuery } from '@tanstack/react-query';

const none = networkFinder([]);
const finder = (list: { items: readonly NamedNetwork[] }) => networkFinder(list.items);

/** What finds the listed network of an address. Until the list is there, and where it cannot be had, no address has one. */
export function useNetworkOf(): (ip: string | null) => NamedNetwork | undefined {
  return useQuery({ ...networksQuery, select: finder }).data ?? none;
}
