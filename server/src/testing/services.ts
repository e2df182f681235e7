/**
 * The servers that `npm test` brings up (`tools/services`), for tests that need a real one.
 *
 * Null where there is none; such a test says `test.skipIf(rabbitmqUrl === null)` and is counted as skipped by its name.
 */
const { TEST_RABBITMQ_URL, TEST_REDIS_URL } = process.env;

export const rabbitmqUrl: string | null = TEST_RABBITMQ_URL || null;
export const redisUrl: string | null = TEST_REDIS_URL || null;
