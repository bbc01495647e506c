/** Collected amounts (reference 2.7): index in lists and receipts, full with the item they pay. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Pendenza, Voce } from "../../domain/pendenze/pendenza.ts";
import type { Attribuzione } from "../../domain/rendicontazioni/pagamenti-esterni.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { presentVoce } from "../pendenze/pendenza.ts";
import { COLLEGAMENTI, type Collegamenti, type CollegamentiPortale, type Nomi, presentDominio } from "./comune.ts";

export const presentRiscossioneIndex =
  (nomi: Nomi, collegamenti: Collegamenti | CollegamentiPortale = COLLEGAMENTI) =>
  (riscossione: Riscossione) => {
    const { idDominio, idA2A, idPendenza, idRiconciliazione, allegato } = riscossione;
    return definiti({
      dominio: presentDominio(idDominio, nomi),
      idDominio,
      iuv: riscossione.iuv,
      iur: riscossione.iur,
      idRicevuta: riscossione.idRicevuta,
      indice: riscossione.indice,
      stato: riscossione.stato,
      tipo: riscossione.tipo,
      importo: toNumeroJson(riscossione.importo),
      data: giornoDi(riscossione.data),
      allegato: allegato === undefined ? undefined : { tipo: "Marca da bollo" as const, testo: allegato },
      pendenza: idA2A === undefined || idPendenza === undefined ? undefined : collegamenti.pendenza(idA2A, idPendenza),
      incasso: idRiconciliazione === undefined ? undefined : collegamenti.riconciliazione(idDominio, idRiconciliazione),
      prova: riscossione.prova,
    });
  };

const presentAttribuzione = ({ regola, idTipoPendenza, idEntrata, quota }: Attribuzione) =>
  definiti({ regola, idTipoPendenza, idEntrata, capitolo: quota?.capitolo });

/** With `campi` only those. */
export const presentRiscossioneCampi = (
  nomi: Nomi,
  campi: readonly string[] | undefined,
  attribuzioneDi: (riscossione: Riscossione) => Attribuzione | undefined,
) => {
  const present = presentRiscossioneIndex(nomi);
  return (riscossione: Riscossione) => {
    const attribuzione = attribuzioneDi(riscossione);
    const intera = { ...present(riscossione), ...(attribuzione && { attribuzione: presentAttribuzione(attribuzione) }) };
    if (!campi) return intera;
    const scelti: Partial<typeof intera> = Object.fromEntries(Object.entries(intera).filter(([nome]) => campi.includes(nome)));
    return scelti;
  };
};

/** What details need to know besides the amounts themselves. */
export interface ContestoRiscossioni {
  readonly pendenze: readonly Pendenza[];
  readonly creditori: ReadonlyMap<string, Creditore>;
}

/** The item of a debt, with what names the debt. */
export const presentVoceRiscossa = (pendenza: Pendenza, voce: Voce, creditori: ReadonlyMap<string, Creditore>) => {
  const { idA2A, idPendenza, idTipoPendenza, numeroAvviso, causale } = pendenza;
  return { ...presentVoce(voce, creditori), pendenza: { idA2A, idPendenza, idTipoPendenza, numeroAvviso, causale } };
};

/** One presenter for all the amounts of a detail: debts are looked up, not searched. */
export const presentRiscossione = ({ pendenze, creditori }: ContestoRiscossioni, collegamenti?: Collegamenti) => {
  const perChiave = new Map(pendenze.map((p) => [`${p.idDominio}#${p.iuv}`, p]));
  const nomi = new Map([...creditori].map(([idDominio, { dominio }]) => [idDominio, dominio.ragioneSociale]));
  const presentIndex = presentRiscossioneIndex(nomi, collegamenti);
  return (riscossione: Riscossione) => {
    const pendenza =
      riscossione.idPendenza === undefined ? undefined : perChiave.get(`${riscossione.idDominioTitolare}#${riscossione.iuv}`);
    const voce = pendenza?.voci.find(({ idVocePendenza }) => idVocePendenza === riscossione.idVocePendenza);
    if (!pendenza || !voce) return presentIndex(riscossione);
    return { ...presentIndex(riscossione), vocePendenza: presentVoceRiscossa(pendenza, voce, creditori) };
  };
};
