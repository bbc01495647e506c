/**
 * The shifted clock: `Date` is replaced by one that runs ahead by an offset kept in shared memory, so that the main thread, the emulators
 * in process and every function's thread see the same time and a jump reaches all of them at once. This text is also prefixed to
 * the threads' own start-up script, hence no imports.
 */

/** Replaces the global `Date` and returns what restores it. `offset` holds one signed 64-bit number of milliseconds. */
export function installShiftedDate(offset: BigInt64Array): () => void {
  const Real = globalThis.Date;
  const realNow = Real.now.bind(Real);
  const shiftedNow = (): number => realNow() + Number(Atomics.load(offset, 0));
  const Shifted = new Proxy(Real, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [shiftedNow()] : args, newTarget),
    apply: () => new Real(shiftedNow()).toString(),
    get: (target, property, receiver) => (property === "now" ? shiftedNow : Reflect.get(target, property, receiver)),
  });
  Real.prototype.constructor = Shifted;
  globalThis.Date = Shifted;
  return () => {
    Real.prototype.constructor = Real;
    globalThis.Date = Real;
  };
}
