/**
 * The address of a client, for what comes past Fastify, such as the handshake of a socket: as Fastify's `request.ip`, it is
 * what the outermost proxy of ours saw, never what the client wrote.
 */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import type { Config } from '../config/index.ts';

export function clientAddress(
  {
    socket,
    headers,
  }: Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } },
  trustProxy: Config['trustProxy'],
): string | undefined {
  const isProxy = proxiesOf(trustProxy);
  const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const before = told.map((address) => address.trim()).filter((address) => address !== '');
  let address = socket.remoteAddress;
  for (let hop = 0; address !== undefined && before.length > 0 && isProxy(address, hop); hop++) address = before.pop();
  return address;
}

/** Whether a hop, counted from ours, is a proxy of ours. */
function proxiesOf(proxies: Config['trustProxy']): (address: string, hop: number) => boolean {
  if (proxies === false) return () => false;
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  const networks = new BlockList();
  for (const text of proxies) {
    const [address = '', bits] = text.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    networks.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
