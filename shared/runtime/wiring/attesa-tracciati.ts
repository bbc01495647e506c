/** Holding back a message of the bulk batches: rare, so the queue client is loaded only then. */
export const delayTracciato = async (receiptHandle: string, secondi: number): Promise<void> => {
  const { codeOutbox } = await import("./code.ts");
  await codeOutbox.tracciati.delay(receiptHandle, secondi);
};
