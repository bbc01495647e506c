/** The story of a debt for who pays it: only what its contract has a name for, whatever the facts hold. */
import { definiti } from "../../domain/definiti.ts";
import { isTipoCittadino, type TipoFatto } from "../../domain/storia/catalogo-fatti.ts";
import type { Fatto } from "../../domain/storia/fatto.ts";
import { type LinguaStoria, type Parlata, writeFrase } from "../../domain/storia/frase.ts";
import { parlataCittadino } from "../../domain/storia/frasi-cittadino.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";

const AUTORI = ["pagoPA", "sistema"] as const;

/** @throws for a kind that is not for a citizen: it was not hidden. */
const present = (fatto: Fatto<TipoFatto>, parlata: Parlata) => {
  const { data, tipo, autore, dettagli } = fatto;
  if (!isTipoCittadino(tipo)) throw new Error(`${tipo} non è per un cittadino`);
  const {
    importo,
    importoPrima,
    costo,
    scadenza,
    scadenzaPrima,
    giorno,
    psp,
    idRicevuta,
    comunicazione,
    canale,
    pagante,
    dopoAnnullamento,
  } = dettagli;
  return {
    data: toIsoRoma(data),
    tipo,
    descrizione: writeFrase(fatto, parlata),
    autore: AUTORI.find((noto) => noto === autore) ?? ("ente" as const),
    dettagli: {
      ...(importo !== undefined && { importo: toNumeroJson(importo) }),
      ...(importoPrima !== undefined && { importoPrima: toNumeroJson(importoPrima) }),
      ...(costo !== undefined && { costo: toNumeroJson(costo) }),
      ...definiti({ scadenza, scadenzaPrima, giorno, psp, idRicevuta, comunicazione, canale, pagante, dopoAnnullamento }),
    },
  };
};

/** @param lingua of the sentences. */
export const presentFattoCittadino = (lingua: LinguaStoria) => {
  const parlata = parlataCittadino(lingua);
  return (fatto: Fatto<TipoFatto>) => present(fatto, parlata);
};
