/** What a message of RabbitMQ holds: `{"jobId":"…"}`, and nothing else may be read from it. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function formatWakeUp(jobId: string): Buffer {
  return Buffer.from(JSON.stringify({ jobId }));
}

/** The job's id, or undefined when the message is none of ours. */
export function parseWakeUp(content: Buffer): string | undefined {
  try {
    const value: unknown = JSON.parse(content.toString('utf8'));
    if (typeof value !== 'object' || value === null || !('jobId' in value)) return undefined;
    return typeof value.jobId === 'string' && UUID.test(value.jobId) ? value.jobId : undefined;
  } catch {
    return undefined;
  }
}
