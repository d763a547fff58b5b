/** Until what a reader did has been painted, for work that would keep it waiting. A page that nobody sees paints nothing. */
export const afterPaint = (): Promise<void> =>
  new Promise((done) => {
    if (document.hidden) done();
    else requestAnimationFrame(() => setTimeout(done));
  });
