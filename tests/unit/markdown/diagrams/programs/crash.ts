/** Ends in the middle of the work. */
process.on('message', () => {
  throw new RangeError('out of paper');
});
