import { record } from 'rrweb';

// Runs in the page: records as a session recorder does, and makes of every event the text that it would send.
declare global {
  interface Window {
    benchRecorder?: { events: number; bytes: number };
  }
}

const seen = { events: 0, bytes: 0 };
window.benchRecorder = seen;
record({
  emit(event) {
    seen.events += 1;
    seen.bytes += JSON.stringify(event).length;
  },
});
