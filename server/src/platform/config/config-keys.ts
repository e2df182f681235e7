/**
 * Every setting of the server, once: its name in the environment, its default, its meaning, and how its text is read.
 * `.env.example` is written from this table, and `loadConfig` is the only reader of the environment.
 */

import {
  file,
  integer,
  type Key,
  list,
  oneOf,
  optional,
  path,
  proxies,
  secret,
  text,
  url,
  word,
} from './config-key.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export const ROLES = ['all', 'api', 'realtime', 'worker', 'grpc', 'scheduler', 'migrate', 'backup', 'restore'] as const;
export type Role = (typeof ROLES)[number];

export const CONFIG_KEYS = {
  role: oneOf('ROLE', 'all', ROLES, 'Which parts of the program this process runs.'),
  host: word('HOST', '127.0.0.1', 'Address to listen on; 0.0.0.0 opens the server to other machines.'),
  port: optional(
    integer(
      'PORT',
      '',
      0,
      65535,
      'TCP port; 0 takes any free one. Left empty it is 3000 for all, 5001 for api, 5002 for realtime; 5003 for worker, 5004 for scheduler and 5005 for grpc, which answer health and metrics there.',
    ),
  ),
  publicUrl: optional(
    url(
      'PUBLIC_URL',
      ['http:', 'https:'],
      'Address players know the product by: links in mails lead there. Left empty it is http://localhost with the port.',
    ),
  ),
  dataFolder: path(
    'PLOSCOPE_DATA',
    '.ploscope',
    'Folder of everything this program keeps on the machine: the embedded database, its keys, mails.',
  ),
  backupFolder: optional(
    path('BACKUP_FOLDER', '', 'Folder of backups of the database. Left empty it is backups in the data folder.'),
  ),
  backupDays: integer(
    'BACKUP_DAYS',
    '30',
    0,
    3650,
    'Days for which nightly backups are kept, which the scheduler makes; 0 makes none. Those made by hand are kept.',
  ),
  backupHour: integer(
    'BACKUP_HOUR',
    '4',
    0,
    23,
    'Hour of the clock of this machine at which the nightly backup is made.',
  ),
  restoreFrom: optional(file('RESTORE_FROM', 'The backup that the role restore restores.')),
  databaseUrl: optional(
    url(
      'DATABASE_URL',
      ['postgres:', 'postgresql:'],
      'PostgreSQL 15 or newer. Left empty, an embedded one is run in the data folder.',
    ),
  ),
  databaseConnections: integer(
    'DATABASE_CONNECTIONS',
    '8',
    2,
    90,
    'Most connections of each login to the database, made as they are needed: the owner has one, and each feature.',
  ),
  redisUrl: optional(
    url(
      'REDIS_URL',
      ['redis:', 'rediss:'],
      'Redis 7, which counts limits for several processes together. Left empty, each counts for itself.',
    ),
  ),
  rabbitmqUrl: optional(
    url('RABBITMQ_URL', ['amqp:', 'amqps:'], 'RabbitMQ that carries the jobs. Left empty, the database does.'),
  ),
  secretKey: optional(
    secret(
      'SECRET_KEY',
      'Seals what is stored secretly and signs links. Left empty with an embedded database, one is made and kept in the data folder.',
    ),
  ),
  jwtSecretKey: optional(
    secret('JWT_SECRET_KEY', 'The key of access tokens is made from it. Left empty it is made from SECRET_KEY.'),
  ),
  corsOrigins: list(
    'CORS_ORIGINS',
    'Other sites whose pages may use the interface, such as https://example.org; without cookies.',
  ),
  adminEmails: list('ADMIN_EMAILS', 'Accounts that are administrators once their address is proved.'),
  smtpUrl: optional(
    url(
      'SMTP_URL',
      ['smtp:', 'smtps:'],
      'Mail server. Left empty, mails land in the data folder and at /api/mailbox, which only this machine can open.',
    ),
  ),
  mailFrom: text('MAIL_FROM', 'PLOScope <noreply@localhost>', 'Sender of mails.'),
  googleClientId: optional(
    text(
      'GOOGLE_CLIENT_ID',
      '',
      'Sign-in with Google, together with GOOGLE_CLIENT_SECRET; left empty it is not offered.',
    ),
  ),
  googleClientSecret: optional(secret('GOOGLE_CLIENT_SECRET', 'The secret of that client.')),
  googleIssuer: url(
    'GOOGLE_ISSUER',
    ['http:', 'https:'],
    'Issuer of OpenID Connect in place of Google.',
    'https://accounts.google.com',
  ),
  grpcPort: integer('GRPC_PORT', '50051', 0, 65535, 'TCP port of gRPC; 0 takes any free one.'),
  grpcToken: optional(secret('GRPC_TOKEN', 'What callers of gRPC must send. Left empty, gRPC is not served.')),
  shardHosts: list('SHARD_HOSTS', 'Machines that lend their cores to solves, as host:port of their gRPC.'),
  workerEquities: integer('WORKER_EQUITIES', '1', 0, 64, 'Equity jobs a worker computes at once.'),
  workerSolves: integer('WORKER_SOLVES', '1', 0, 64, 'Solves a worker computes at once.'),
  solveMaxBytes: integer(
    'SOLVE_MAX_BYTES',
    String(2 * 1024 ** 3),
    1_000_000,
    1e12,
    'Memory one solve on the server may take.',
  ),
  solveSaveSeconds: integer(
    'SOLVE_SAVE_SECONDS',
    '60',
    1,
    3600,
    'Between two saves of a solve under way: a worker that dies loses at most so much of its work.',
  ),
  drainSeconds: integer(
    'DRAIN_SECONDS',
    '0',
    0,
    15,
    'After a signal to end, for so long /health answers 503 while everything still works.',
  ),
  storagePerPlayer: integer(
    'STORAGE_PER_PLAYER',
    String(2 * 1024 ** 3),
    1_000_000,
    1e12,
    'Bytes the jobs of one player may hold for another to be taken: what was asked and results. States of solves under way do not count: as many as workers have places.',
  ),
  jobsPerPlayer: integer('JOBS_PER_PLAYER', '200', 1, 100_000, 'Jobs of one player that may wait or compute.'),
  handsPerPlayer: integer('HANDS_PER_PLAYER', '500000', 1, 100_000_000, 'Played hands one player may keep.'),
  handsPerGuest: integer(
    'HANDS_PER_GUEST',
    '10000',
    1,
    100_000_000,
    'The same of a guest, but where HOST is an address of this machine alone: there a guest may keep as many.',
  ),
  handThreads: integer('HAND_THREADS', '2', 1, 64, 'Pieces of hand histories read, or of exports written, at once.'),
  logLevel: oneOf('LOG_LEVEL', 'warn', LOG_LEVELS, 'Least serious log line written (JSON lines on standard output).'),
  trustProxy: proxies(
    'TRUST_PROXY',
    'Proxies of yours before this server: what each adds to X-Forwarded-For is believed, and what came before is not.',
  ),
  rateLimitPerMinute: integer(
    'RATE_LIMIT_PER_MINUTE',
    '600',
    0,
    1_000_000,
    'Calculations a minute that one client address may ask for; 0 for no limit of these.',
  ),
  limits: oneOf(
    'LIMITS',
    'on',
    ['on', 'off'],
    'Every limit, also of tries at passwords. Off is for tests on this machine only, and needs a HOST that only it reaches.',
  ),
  kernelThreads: integer(
    'KERNEL_THREADS',
    '0',
    0,
    256,
    'Threads of one calculation; 0 for as many as the machine has cores.',
  ),
  equityTimeBudgetMs: integer(
    'EQUITY_TIME_BUDGET_MS',
    '10000',
    50,
    600_000,
    'About the longest an equity request may compute, in milliseconds. Sampling answers by then; an exact answer that does not fit is refused.',
  ),
  equityConcurrency: integer('EQUITY_CONCURRENCY', '2', 1, 64, 'Equity requests computed at once.'),
  equityQueue: integer(
    'EQUITY_QUEUE',
    '32',
    0,
    10_000,
    'Equity requests that may wait; the next is told to come back later.',
  ),
  equityMaxCombos: integer(
    'EQUITY_MAX_COMBOS',
    '6000000',
    1000,
    200_000_000,
    'Most combos the ranges of one equity request may have together (7 bytes each in memory). A random hand counts none.',
  ),
} as const;

type Keys = typeof CONFIG_KEYS;

/** The settings, validated and frozen. Each key is documented in `CONFIG_KEYS`. */
export type Config = { readonly [K in keyof Keys]: Keys[K] extends Key<infer T> ? T : never };
