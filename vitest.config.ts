import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["shared/**/*.test.ts", "local/**/*.test.ts", "infra/**/*.test.ts", "tests/**/*.test.ts"],
    // When to give up: no test asks how long something took.
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
