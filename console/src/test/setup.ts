import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { FakeServer, install } from './FakeServer';

// A busy machine may take its time; a test that waits in vain fails all the same.
configure({ asyncUtilTimeout: 5000 });

/** What browsers have and jsdom has not. */
class NoResizes implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
if (typeof window !== 'undefined') {
  window.ResizeObserver = NoResizes;
  window.matchMedia = (media) => Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener() {}, removeListener() {} });
  window.scrollTo = () => {};
  File.prototype.text = function () {
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.readAsText(this);
    });
  };
  beforeEach(() => {
    localStorage.clear();
    install(new FakeServer());
  });
  afterEach(cleanup);
}
