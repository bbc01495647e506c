/** The proposal of orders, between the API and its use case. */
import type * as z from "zod";
import type { RichiestaReversali as Corpo } from "../../contracts/riconciliazione/reversali.ts";
import type { PropostaReversali, Reversale, RichiestaReversali } from "../../domain/contabilita/reversali.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { sumImporti, toNumeroJson } from "../../domain/valori/importo.ts";
import { presentFlussoOrdinativi } from "./reversali-xml.ts";

type CorpoLetto = z.output<typeof Corpo>;

export const toRichiestaReversali = (corpo: CorpoLetto): RichiestaReversali => ({
  ...{ idDominio: corpo.idDominio, primoNumero: corpo.primoNumero, dataReversale: corpo.dataReversale, esercizio: corpo.esercizio },
  codiciSiope: corpo.codiciSiope,
  ...definiti({ movimenti: corpo.movimenti, da: corpo.dataDa, a: corpo.dataA }),
});

const presentReversale = ({ numero, data, importo, movimento, numeroSospeso, bilancio, versanti, avvertenze }: Reversale) => ({
  ...{ numero, data, importo: toNumeroJson(importo), idMovimento: movimento.id, numeroSospeso },
  bilancio: bilancio.map((voce) => ({ ...voce, importo: toNumeroJson(voce.importo) })),
  versanti: versanti.map((versante) => ({ ...versante, importo: toNumeroJson(versante.importo) })),
  avvertenze: [...avvertenze],
});

export const presentReversali = ({ idDominio, esercizio }: CorpoLetto, { reversali, escluse }: PropostaReversali) => ({
  ...{ idDominio, esercizio, importo: toNumeroJson(sumImporti(reversali.map(({ importo }) => importo))) },
  reversali: reversali.map(presentReversale),
  escluse: escluse.map(({ movimento: { id, importo, numeroSospeso }, motivo }) => ({
    ...{ idMovimento: id, importo: toNumeroJson(importo), motivo },
    ...definiti({ numeroSospeso }),
  })),
});

/** A flow needs its header, and at least one order. @param adesso instant. */
export const toFlussoOrdinativi = (
  corpo: CorpoLetto,
  proposta: PropostaReversali,
  adesso: string,
): Esito<string, Rifiuto<"NON_PROCESSABILE">> => {
  const { testata } = corpo;
  if (testata === undefined) return rifiuto("NON_PROCESSABILE", "testata: serve per il flusso OPI in XML");
  if (proposta.reversali.length > 0) return ok(presentFlussoOrdinativi({ ...corpo, testata }, proposta, adesso));
  const motivi = proposta.escluse.slice(0, 3).map(({ movimento, motivo }) => `movimento ${movimento.id}: ${motivo}`);
  return rifiuto("NON_PROCESSABILE", motivi.length > 0 ? motivi.join("; ") : "nessun sospeso da regolarizzare nel periodo");
};
