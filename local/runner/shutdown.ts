/** What has been opened and must be closed, in reverse order, whatever happens in between. */

export interface Shutdown {
  add(step: () => Promise<void> | void): void;
  /** Runs every step once; one that fails is said and does not stop the others. */
  run(): Promise<void>;
}

export function createShutdown(): Shutdown {
  const steps: (() => Promise<void> | void)[] = [];
  return {
    add: (step) => void steps.push(step),
    run: async () => {
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        try {
          await step();
        } catch (error) {
          console.error(error);
        }
      }
    },
  };
}

const GRACE_MS = 5_000;

/** Waits for `work`, but not for ever: what it leaves undone is found again at the next start. */
export function withGrace(work: Promise<void>): Promise<void> {
  return Promise.race([work, new Promise<void>((done) => setTimeout(done, GRACE_MS).unref())]);
}
