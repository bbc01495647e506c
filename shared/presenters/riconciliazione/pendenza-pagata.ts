/** A debt with, for each of its items, what was collected (reference 2.4, PendenzaPagata). */
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { presentPendenza } from "../pendenze/pendenza.ts";
import type { Creditori } from "../pendenze/pendenza-index.ts";
import { type Nomi, presentDominio } from "./comune.ts";
import { presentRiscossioneIndex } from "./riscossione.ts";

export interface AvvisoPagato {
  readonly pendenza: Pendenza;
  readonly posizione: { readonly riscossioni: readonly Riscossione[] };
  readonly creditori: Creditori;
  readonly adesso: string;
}

/** @param adesso instant of the reading: the state depends on it. */
export const presentPendenzaPagata = (
  pendenza: Pendenza,
  creditori: Creditori,
  adesso: string,
  riscossioni: readonly Riscossione[],
  nomi: Nomi,
) => {
  const present = presentRiscossioneIndex(nomi);
  const {
    rpp: _,
    voci,
    ...comune
  } = presentPendenza("riconciliazione", {
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
export const presentAvvisoPagato = ({ pendenza, posizione: { riscossioni }, creditori, adesso }: AvvisoPagato) => {
  const nomi = new Map([...creditori].map(([idDominio, { dominio }]) => [idDominio, dominio.ragioneSociale]));
  return presentPendenzaPagata(
    pendenza,
    creditori,
    adesso,
    riscossioni.toSorted((a, b) => (a.data < b.data ? -1 : 1)),
    nomi,
  );
};
