/** Says what goes on, with the seconds since the last line. @returns {(text: string) => void} */
export function steps() {
  const clock = process.hrtime.bigint;
  let last = clock();
  return (text) => {
    const now = clock();
    console.log(`runtime: ${text} (${(Number(now - last) / 1e9).toFixed(1)} s)`);
    last = now;
  };
}
