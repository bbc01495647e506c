/** Holding back a message of the treasury files: rare, so the queue client is loaded only then. */
export const delayTesoreria = async (receiptHandle: string, secondi: number): Promise<void> => {
  const { codeOutbox } = await import("./code.ts");
  await codeOutbox.tesoreria.delay(receiptHandle, secondi);
};
