/**
 * RabbitMQ for tests: an installed `rabbitmq-server`, started privately, beside one that may run already.
 *
 * It gets an own node name, folders, ports and an own epmd (Erlang's directory of nodes), because the usual epmd goes on
 * for ever in the background once a node has started it, and listens on every interface.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../port.mjs';
import { startPrivateServer, temporaryFolder } from './private-server.mjs';
import { findProgram } from './programs.mjs';

/** What a client of AMQP 0-9-1 says first. */
const GREETING = Buffer.from([0x41, 0x4d, 0x51, 0x50, 0, 0, 9, 1]);

/** Debian's `rabbitmq-server` of the PATH changes the user and the folders; the one behind it does not. */
const DEBIAN = '/usr/lib/rabbitmq/bin';

/** @typedef {{ server: string, epmd: string }} RabbitmqPrograms */

/** @returns {RabbitmqPrograms | null} */
export function findRabbitmq() {
  if (process.platform === 'win32') return null;
  const server = findProgram('rabbitmq-server', [DEBIAN]);
  const epmd = findProgram('epmd');
  return server !== null && epmd !== null ? { server, epmd } : null;
}

/** @param {RabbitmqPrograms} programs */
export async function startRabbitmq(programs) {
  const folder = temporaryFolder('rabbitmq');
  const [port, distPort, epmdPort] = [await freePort(), await freePort(), await freePort()];
  const inFolder = (/** @type {string} */ name) => join(folder, name);
  mkdirSync(inFolder('data'));
  mkdirSync(inFolder('log'));
  writeFileSync(inFolder('plugins'), '[].');
  writeFileSync(inFolder('rabbitmq.conf'), '');
  return await startPrivateServer(folder, {
    url: `amqp://127.0.0.1:${port}`,
    port,
    greeting: GREETING,
    companion: { command: programs.epmd, args: ['-address', '127.0.0.1', '-port', String(epmdPort)] },
    program: {
      command: programs.server,
      args: [],
      env: {
        HOME: folder,
        ERL_EPMD_ADDRESS: '127.0.0.1',
        ERL_EPMD_PORT: String(epmdPort),
        RABBITMQ_NODENAME: `ploscope-${port}@localhost`,
        RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
        RABBITMQ_NODE_PORT: String(port),
        RABBITMQ_DIST_PORT: String(distPort),
        RABBITMQ_MNESIA_BASE: inFolder('data'),
        RABBITMQ_LOG_BASE: inFolder('log'),
        RABBITMQ_PID_FILE: inFolder('pid'),
        RABBITMQ_ENABLED_PLUGINS_FILE: inFolder('plugins'),
        RABBITMQ_CONFIG_FILE: inFolder('rabbitmq'),
        RABBITMQ_CONF_ENV_FILE: inFolder('no-environment-of-the-machine'),
        // Erlang waits for work by spinning unless told otherwise, and the tests need the processor.
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS:
          '+sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}',
      },
    },
  });
}
