/**
 * Brings up Redis and RabbitMQ for tests, and says how: named by the environment, found on this machine, installed as
 * Debian packages (with `pg_dump`, where that is missing), or in Docker. What cannot be had is null, with a sentence why;
 * that is no failure.
 */
import { formatSeconds } from '../run.mjs';
import { installPackages, mayInstallPackages } from './debian.mjs';
import { dockerWorks, startInDocker } from './docker.mjs';
import { findPgDump } from './pg-dump.mjs';
import { findRabbitmq, startRabbitmq } from './rabbitmq.mjs';
import { findRedis, startRedis } from './redis.mjs';

/**
 * @typedef {import('./private-server.mjs').Handle} Handle
 *
 * @typedef {object} Services
 * @property {string | null} redisUrl
 * @property {string | null} rabbitmqUrl
 * @property {Handle | null} redis to kill and restart it; null when it is not ours
 * @property {Handle | null} rabbitmq
 * @property {() => Promise<void>} stop ends what is ours
 *
 * @typedef {object} Kind
 * @property {string} name
 * @property {string} variable names a server that runs already
 * @property {string} debianPackage
 * @property {() => (() => Promise<Handle>) | null} find how to start the installed one
 * @property {() => Promise<Handle>} inDocker
 */

/** @type {Kind} */
const REDIS = {
  name: 'Redis',
  variable: 'TEST_REDIS_URL',
  debianPackage: 'redis-server',
  find: () => {
    const program = findRedis();
    return program === null ? null : () => startRedis(program);
  },
  inDocker: () => startInDocker({ image: 'redis:7', port: 6379, scheme: 'redis', ready: ['redis-cli', 'ping'] }),
};

/** @type {Kind} */
const RABBITMQ = {
  name: 'RabbitMQ',
  variable: 'TEST_RABBITMQ_URL',
  debianPackage: 'rabbitmq-server',
  find: () => {
    const programs = findRabbitmq();
    return programs === null ? null : () => startRabbitmq(programs);
  },
  inDocker: () =>
    startInDocker({
      image: 'rabbitmq:3.13',
      port: 5672,
      scheme: 'amqp',
      ready: ['rabbitmq-diagnostics', '-q', 'check_port_connectivity'],
    }),
};

/** @param {unknown} error */
const wordsOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * In one apt transaction, since two cannot run at a time.
 *
 * @param {readonly Kind[]} kinds
 * @param {(line: string) => void} say
 */
async function installMissing(kinds, say) {
  const missing = kinds.filter((kind) => !process.env[kind.variable] && kind.find() === null);
  const packages = missing.map((kind) => kind.debianPackage);
  if ((await findPgDump()) === null) packages.push('postgresql-client');
  if (packages.length === 0 || !mayInstallPackages()) return;
  say(`Installing ${packages.join(' ')} with apt-get…`);
  const { code, output, ms } = await installPackages(packages);
  if (code === 0) say(`${packages.join(', ')} installed in ${formatSeconds(ms)}.`);
  else say(`apt-get could not install ${packages.join(', ')}:\n${output.slice(-1500)}`);
}

/**
 * @param {Kind} kind
 * @param {(line: string) => void} say
 * @returns {Promise<{ url: string | null, handle: Handle | null }>} never rejects
 */
async function bringUp(kind, say) {
  const named = process.env[kind.variable];
  if (named) {
    say(`${kind.name}: the one that ${kind.variable} names.`);
    return { url: named, handle: null };
  }
  const why = [];
  const begun = performance.now();
  const start = kind.find();
  if (start === null) why.push('it is not installed');
  const docker = async () => ((await dockerWorks()) ? kind.inDocker() : null);
  for (const [way, attempt] of /** @type {const} */ ([
    ['installed', start ?? (async () => null)],
    ['in Docker', docker],
  ])) {
    try {
      const handle = await attempt();
      if (handle !== null) {
        say(`${kind.name}: the one ${way}, at ${handle.url}, up in ${formatSeconds(performance.now() - begun)}.`);
        return { url: handle.url, handle };
      }
    } catch (error) {
      why.push(wordsOf(error));
    }
  }
  say(`No ${kind.name}: ${[...why, 'Docker does not start it'].join('; ')}. Set ${kind.variable} to one that runs.`);
  return { url: null, handle: null };
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<Services>} never rejects
 */
export async function ensureServices(say) {
  await installMissing([REDIS, RABBITMQ], say);
  const [redis, rabbitmq] = await Promise.all([bringUp(REDIS, say), bringUp(RABBITMQ, say)]);
  return {
    redisUrl: redis.url,
    rabbitmqUrl: rabbitmq.url,
    redis: redis.handle,
    rabbitmq: rabbitmq.handle,
    stop: async () => {
      await Promise.all([redis.handle?.stop(), rabbitmq.handle?.stop()]);
    },
  };
}

/**
 * @param {Services} services
 * @returns {Record<string, string>} the variables under which tests find them
 */
export function serviceVariables({ redisUrl, rabbitmqUrl }) {
  return {
    ...(redisUrl === null ? {} : { [REDIS.variable]: redisUrl }),
    ...(rabbitmqUrl === null ? {} : { [RABBITMQ.variable]: rabbitmqUrl }),
  };
}
