/** A debt as the API Pagamento v3 shows it: what was collected of each item, and nothing of how the creditor reconciles it. */
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Creditori } from "../pendenze/pendenza-index.ts";
import { toStatoV1 } from "../pendenze-v1/pendenza-index.ts";
import { type AvvisoPagato, presentAvvisoPagato } from "../riconciliazione/pendenza-pagata.ts";
import { collegamentiDi } from "./ricevute.ts";

const PER = { api: "pagamento-v3", collegamenti: collegamentiDi("pagamento-v3") } as const;

export const presentPendenzaV3 = (dettaglio: AvvisoPagato) => {
  const { stato, ...pendenza } = presentAvvisoPagato(dettaglio, PER);
  return { ...pendenza, stato: toStatoV1(stato) };
};

const SENZA_RISCOSSIONI: readonly Riscossione[] = [];

export const presentPendenzaElencoV3 = (creditori: Creditori, adesso: string) => (pendenza: Pendenza) =>
  presentPendenzaV3({ pendenza, creditori, adesso, posizione: { riscossioni: SENZA_RISCOSSIONI } });
