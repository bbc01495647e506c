/** The identity providers that this installation trusts. */
import { Emittenti } from "../../adapters/oidc/emittenti.ts";
import type { ProviderIdentita } from "../../domain/accessi/provider.ts";
import { config } from "../config/config.ts";
import { clock } from "./base.ts";

/** Checked and completed when the installation was synthesized (infra/parametri.ts): here every schema weighs on every function. */
const readProvider = (): readonly ProviderIdentita[] => {
  const letti: readonly ProviderIdentita[] = config.identita === "" ? [] : JSON.parse(config.identita);
  return letti.map((provider) => ({ ...provider, emittente: provider.emittente.replace("{urlPubblico}", config.urlPubblico) }));
};

export const provider = readProvider();
export const emittenti = new Emittenti(clock);
