/** Calls that a third party allows, counted once for all the instances of all the functions. */
import type { LimiteQuota } from "../domain/recuperi/quota.ts";

export interface Quote {
  /** Calls left now. `chiave` may be a secret: it is stored as a digest. */
  remaining(chiave: string, limite: LimiteQuota): Promise<number>;
  /** Takes one, or answers false: never more than the limit in the window, however many ask at once. */
  spend(chiave: string, limite: LimiteQuota): Promise<boolean>;
  /** Nobody calls before that instant. */
  suspend(chiave: string, finoA: string): Promise<void>;
}
