/** The registry in the API Pagamento v1: what a portal may show, with the links and the fields of then. */
import type { Creditore, Dominio, UnitaOperativa } from "../../domain/anagrafiche/creditore.ts";
import type { VistaEntrataDominio } from "../../domain/anagrafiche/viste.ts";
import { presentContoV1, presentEntrataV1 } from "./conti-entrate-v1.ts";
import { presentDominioElenco, presentDominioPortale, presentUnitaPortale } from "./dominio.ts";

export const presentDominioIndexV1 = (campi: readonly string[] | undefined) => {
  const present = presentDominioElenco(campi);
  return (dominio: Dominio) => {
    const base = `/domini/${dominio.idDominio}`;
    const percorsi = { unitaOperative: `${base}/unitaOperative`, contiAccredito: `${base}/contiAccredito`, entrate: `${base}/entrate` };
    return { ...present(dominio), abilitato: dominio.abilitato, ...percorsi };
  };
};

export const presentUnitaV1 = (unita: UnitaOperativa) => ({ ...presentUnitaPortale(unita), abilitato: unita.abilitato });

export const presentDominioV1 = ({ dominio, unita, conti }: Creditore, entrate: readonly VistaEntrataDominio[]) => ({
  ...presentDominioPortale(dominio),
  abilitato: dominio.abilitato,
  unitaOperative: unita.map(presentUnitaV1),
  contiAccredito: conti.map(presentContoV1),
  entrate: entrate.map(presentEntrataV1),
});
