import { useEffect, useState } from 'react';

const STEP_MS = 100;

/** Seconds since this came on screen. */
export function Elapsed() {
  const [steps, setSteps] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setSteps(Math.floor((performance.now() - start) / STEP_MS)), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden="true">{(steps / 10).toFixed(1)} s</span>;
}
