/** What is said where no server answered. */
export const apiText = {
  offline: {
    message: 'The server cannot be reached.',
    hint: 'Check the connection and try again. Studying in this browser goes on without it.',
  },
  stopped: { message: 'The request was stopped.', hint: null },
  tryAgain: 'Try again',
  /** After a sentence of the server. */
  retryIn: (seconds: number) => `Try again in ${seconds} s.`,
} as const;
