/** Takes the place, in the bundles, of the regions of every partition of AWS: only the rules of addresses read them, and those are not in the bundles. */
export const partitionsInfo = { partitions: [], version: "1.1" };
