/** Answers with what the text of the diagram is: JSON that was never drawn. */
process.on('message', ({ body }: { body: string }) => {
  process.send?.(JSON.parse(body.slice(body.indexOf('%') + 1)));
});
