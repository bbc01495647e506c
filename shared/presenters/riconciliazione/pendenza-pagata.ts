/** A debt with, for each of its items, what was collected (reference 2.4, PendenzaPagata). */
import type { NomeApi } from "../../contracts/operation.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { presentPendenza } from "../pendenze/pendenza.ts";
import type { Creditori } from "../pendenze/pendenza-index.ts";
import { COLLEGAMENTI, type Collegamenti, type CollegamentiPortale, type Nomi, presentDominio } from "./comune.ts";
import { presentRiscossioneIndex } from "./riscossione.ts";

export interface AvvisoPagato {
  readonly pendenza: Pendenza;
  readonly posizione: { readonly riscossioni: readonly Riscossione[] };
  readonly creditori: Creditori;
  readonly adesso: string;
}

const DI_QUESTA_API = { api: "riconciliazione", collegamenti: COLLEGAMENTI } as const;

/** @param adesso instant of the reading: the state depends on it. */
export const presentPendenzaPagata = (
  pendenza: Pendenza,
  creditori: Creditori,
  adesso: string,
  riscossioni: readonly Riscossione[],
  nomi: Nomi,
  { api, collegamenti }: { readonly api: NomeApi; readonly collegamenti: Collegamenti | CollegamentiPortale } = DI_QUESTA_API,
) => {
  const present = presentRiscossioneIndex(nomi, collegamenti);
  const {
    rpp: _,
    voci,
    ...comune
  } = presentPendenza(api, {
    ...{ pendenza, creditori, adesso, posizione: { tentativi: [], ricevute: [] } },
  });
  return {
    ...comune,
    dominio: presentDominio(pendenza.idDominio, nomi),
    voci: voci.map((voce) => {
      const riscossione = riscossioni.find(({ indice }) => indice === voce.indice);
      return { ...voce, ...(riscossione && { riscossione: present(riscossione) }) };
    }),
  };
};

/** As a notice shows it. Of several payments of one item, the first. */
export const presentAvvisoPagato = (
  { pendenza, posizione: { riscossioni }, creditori, adesso }: AvvisoPagato,
  per: { readonly api: NomeApi; readonly collegamenti: Collegamenti | CollegamentiPortale } = DI_QUESTA_API,
) => {
  const nomi = new Map([...creditori].map(([idDominio, { dominio }]) => [idDominio, dominio.ragioneSociale]));
  return presentPendenzaPagata(
    pendenza,
    creditori,
    adesso,
    riscossioni.toSorted((a, b) => (a.data < b.data ? -1 : 1)),
    nomi,
    per,
  );
};
