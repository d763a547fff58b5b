/** Says what takes long: nothing for two seconds, then a line with the time that has passed. */
export function progress(label) {
  const start = Date.now();
  const terminal = process.stderr.isTTY;
  let shown = 0;
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const timer = setInterval(() => {
    if (seconds() < 2 || (!terminal && shown > 0 && seconds() % 15 !== 0)) return;
    shown += 1;
    process.stderr.write(terminal ? `\r${label} … ${seconds()} s` : `${label} … ${seconds()} s\n`);
  }, 1000);
  return {
    end() {
      clearInterval(timer);
      if (shown > 0)
        process.stderr.write(terminal ? `\r${label}: ${seconds()} s  \n` : `${label}: ${seconds()} s\n`);
    },
  };
}
