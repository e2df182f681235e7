/**
 * The address a client is counted by. With IPv6 one customer has 2^64 addresses of one network and could take another
 * for every try, so the network is counted.
 */
import { isIPv6 } from 'node:net';

/**
 * An IPv4 address as it is, also where it is written as one of IPv6; else the first 64 bits. A client that has hung up
 * has no address any more, whatever Fastify's type says.
 */
export function countedAddress(address: string | undefined): string {
  if (address === undefined) return 'gone';
  const inIpv6 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1];
  if (inIpv6 !== undefined) return inIpv6;
  const plain = address.replace(/%.*$/, '');
  if (!isIPv6(plain)) return address;
  const [before = '', after] = plain.split('::');
  const head = before.split(':').filter((group) => group !== '');
  const tail = (after ?? '').split(':').filter((group) => group !== '');
  const left = after === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array<string>(Math.max(0, left)).fill('0'), ...tail];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
