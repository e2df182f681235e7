/** What is said of hands that the server cannot keep. */
export const sayHands = {
  alreadyReviewed: { code: 'reviewed', message: 'Reviewed before; ask for it again to have it done anew.' },
  ourFault: 'This hand could not be read by a fault of ours. The server has logged it.',
  tooManyChips: 'The chips of this hand are more than can be counted exactly.',
  tooManyHands: (most: number) => `A piece of text holds at most ${most} hands; what follows was not read.`,
};
