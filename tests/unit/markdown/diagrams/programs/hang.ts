/** Never answers a diagram that says so; answers others. */
process.on('message', ({ body }: { body: string }) => {
  for (; body.includes('とまる'););
  process.send?.({ ok: false, failure: { kind: 'message', message: 'answered' } });
});
