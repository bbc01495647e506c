/**
 * Where the stores of tests and benchmarks live: in memory where the system has a disk of that kind with room, because an emulator that waits for the disk at
 * every transaction measures and slows the disk, and what survives a test is of no use.
 */
import { existsSync, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const IN_MEMORIA = "/dev/shm";
const SPAZIO_MINIMO_BYTE = 2 * 1024 ** 3;

const hasSpazio = (): boolean => {
  if (!existsSync(IN_MEMORIA)) return false;
  const { bavail, bsize } = statfsSync(IN_MEMORIA);
  return bavail * bsize >= SPAZIO_MINIMO_BYTE;
};

export const createCartella = (prefisso: string): string => mkdtempSync(join(hasSpazio() ? IN_MEMORIA : tmpdir(), prefisso));
