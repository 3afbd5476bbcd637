import { type RefObject, useEffect, useRef } from 'react';
import uPlot from 'uplot';

const LEAST_WIDTH = 320;

/** Draws a plot into an element, anew when the theme changes or `make` does, and keeps it as wide as the element. */
export function usePlot(height: number, make: (element: HTMLElement, size: { width: number; height: number }) => uPlot): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let plot: uPlot | undefined;
    const width = () => Math.max(LEAST_WIDTH, element.clientWidth);
    const draw = () => {
      plot?.destroy();
      plot = make(element, { width: width(), height });
    };
    draw();
    const resized = new ResizeObserver(() => {
      if (plot && width() !== plot.width) plot.setSize({ width: width(), height });
    });
    resized.observe(element);
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', draw);
    return () => {
      resized.disconnect();
      themed.disconnect();
      scheme.removeEventListener('change', draw);
      plot?.destroy();
    };
  }, [height, make]);
  return box;
}
