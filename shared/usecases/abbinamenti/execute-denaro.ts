/**
 * From links to money: a flow that is wholly credited, or a transfer credited by itself, becomes a reconciliation that names its movements, once. The
 * name of what it pays, the movements as they were decided and the flow as it was read are conditions of the same transaction.
 */
import type { Abbinamento } from "../../domain/abbinamenti/abbinamento.ts";
import { isStessoOggetto } from "../../domain/abbinamenti/abbinamento.ts";
import { nomeDi } from "../../domain/abbinamenti/nome.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { chiaveFlussoRiconciliato, chiaveTrasferimentoRiconciliato, PREFISSO_AUTOMATICA } from "../../domain/riconciliazioni/nomi.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { statiRiconciliazione } from "../../domain/riconciliazioni/stati-riconciliazione.ts";
import type { EsitoDenaro, EsitoFlusso } from "../../domain/riscontri/esiti.ts";
import type { Impostazioni, OggettoCollegato } from "../../domain/riscontri/evidenze.ts";
import { sumImporti } from "../../domain/valori/importo.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, Unicita } from "../../ports/unit-of-work.ts";
import type { Componente } from "./load-componente.ts";
import type { PorteAbbinamenti } from "./porte.ts";

/** Who signs what nobody decided. */
export const PRINCIPAL_AUTOMATICO = "riconciliazione-automatica";

/** Of the same object, each undone by somebody. */
const RICONCILIAZIONI_MASSIME = 99;

interface Effetto {
  readonly oggetto: OggettoCollegato;
  readonly unicita: Omit<Unicita, "versione" | "riferimento">;
  readonly campi: Partial<Riconciliazione>;
  /** What must still be as it was read. */
  readonly verifiche: readonly Modifica[];
}

interface Quota {
  readonly abbinamento: Abbinamento;
  readonly importo: bigint;
  readonly idRegola?: string;
}

const ordineDi = ({ abbinamento: { dataContabile, idMovimento } }: Quota): string => `${dataContabile}#${idMovimento}`;
const assoluto = (importo: bigint): bigint => (importo < 0n ? -importo : importo);

export const executeDenaro = (porte: PorteAbbinamenti, { tolleranza }: Pick<Impostazioni, "tolleranza">) => {
  const { rendicontazioni, unitOfWork, clock } = porte;

  /** In order of day: the order of arrivals leaves no mark. */
  const quoteDi = ({ memorie }: Componente, oggetto: OggettoCollegato): readonly Quota[] =>
    [...memorie.values()]
      .flatMap(({ abbinamento }) =>
        (abbinamento?.collegamenti ?? []).flatMap((collegamento) =>
          abbinamento && isStessoOggetto(collegamento.oggetto, oggetto)
            ? [{ abbinamento, importo: collegamento.importo, ...definiti({ idRegola: collegamento.idRegola }) }]
            : [],
        ),
      )
      .sort((a, b) => (ordineDi(a) < ordineDi(b) ? -1 : 1));

  /** Whoever decided one of the links; with the difference accepted, when it was. */
  const regoleDi = ({ memorie }: Componente, quote: readonly Quota[]) =>
    [...memorie.values()].flatMap(({ regole }) => regole.filter(({ id }) => quote.some(({ idRegola }) => idRegola === id)));

  const effettoFlusso = (componente: Componente, esito: EsitoFlusso): Effetto | undefined => {
    const { idDominio, idFlusso, idPsp, revisione, copertura } = esito;
    const oggetto = { tipo: "FLUSSO", idFlusso, idPsp } as const;
    const revisioni = componente.flussi.filter((f) => f.idFlusso === idFlusso && f.idPsp === idPsp);
    const flusso = revisioni.find((f) => f.revisione === revisione);
    if (flusso?.stato !== "ACQUISITO" || revisioni.some((f) => f.idRiconciliazione !== undefined)) return undefined;
    const quote = quoteDi(componente, oggetto);
    // Credited a payment at a time: each has its own reconciliation.
    if (quote.length === 0) return undefined;
    const chiuso = regoleDi(componente, quote).some(({ chiude }) => chiude);
    if (copertura !== "COPERTO" && copertura !== "IN_TOLLERANZA" && !(chiuso && copertura !== "NESSUNA")) return undefined;
    return {
      oggetto,
      unicita: { ambito: "flusso-riconciliato", chiave: chiaveFlussoRiconciliato({ idDominio, idFlusso, idPsp }) },
      campi: { idFlusso, idPsp, revisione },
      verifiche: [{ azione: "verifica", entita: "flusso", valore: flusso }],
    };
  };

  const effettoTrasferimento = (componente: Componente, riscossione: Riscossione): Effetto | undefined => {
    const { idDominio, iuv, iur, indice, stato, tipo, importo } = riscossione;
    const oggetto = { tipo: "TRASFERIMENTO", iuv, iur, indice } as const;
    const quote = quoteDi(componente, oggetto);
    if (quote.length === 0 || stato !== "RISCOSSA" || tipo === "MBT") return undefined;
    const differenza = assoluto(sumImporti(quote.map((quota) => quota.importo)) - importo);
    if (differenza > tolleranza && !regoleDi(componente, quote).some(({ chiude }) => chiude)) return undefined;
    return {
      oggetto,
      unicita: { ambito: "trasferimento-riconciliato", chiave: chiaveTrasferimentoRiconciliato({ idDominio, iuv, iur, indice }) },
      campi: { iuv, iur, indice },
      verifiche: [],
    };
  };

  /** A name that only what it pays gives: two instances choose the same. Undefined when the last one still stands. */
  const chooseId = async (idDominio: string, chiave: string): Promise<string | undefined> => {
    const base = `${PREFISSO_AUTOMATICA}${nomeDi(chiave)}${nomeDi(`${chiave}#`)}`.slice(0, 31);
    for (let n = 1; n <= RICONCILIAZIONI_MASSIME; n += 1) {
      const id = n === 1 ? base : `${base}-${n}`;
      const nota = await rendicontazioni.getRiconciliazione(idDominio, id);
      if (!nota) return id;
      if (nota.stato !== "ANNULLATA") return undefined;
    }
    return undefined;
  };

  const toRiconciliazione = (id: string, effetto: Effetto, quote: readonly Quota[], componente: Componente): Riconciliazione => {
    const [prima] = quote;
    const movimento = componente.movimenti.find((m) => m.id === prima?.abbinamento.idMovimento);
    const conti = new Set(quote.map(({ abbinamento }) => componente.movimenti.find((m) => m.id === abbinamento.idMovimento)?.conto));
    const regola = regoleDi(componente, quote)[0];
    return {
      versione: 0,
      idDominio: componente.idDominio,
      id,
      stato: statiRiconciliazione.iniziali[0] ?? "IN_ELABORAZIONE",
      importo: sumImporti(quote.map(({ importo }) => importo)),
      sct: (movimento?.sct ?? id).slice(0, 35),
      ...definiti({
        dataValuta: movimento?.dataValuta,
        dataContabile: movimento?.dataContabile,
        contoAccredito: conti.size === 1 ? [...conti][0] : undefined,
        causale: movimento?.causale.slice(0, 512),
      }),
      ...effetto.campi,
      data: clock.now(),
      principal: regola?.principal ?? PRINCIPAL_AUTOMATICO,
      impronta: "",
      righeElaborate: 0,
      importoRiconciliato: 0n,
      segnalazioni: [],
      righeSegnalate: 0,
      movimenti: quote.map(({ abbinamento, importo }) => ({ idMovimento: abbinamento.idMovimento, importo })),
    };
  };

  /** False when something moved meanwhile. */
  const execute = async (componente: Componente, effetto: Effetto, traccia: Traccia): Promise<boolean> => {
    const { idDominio } = componente;
    const { ambito, chiave } = effetto.unicita;
    if (await rendicontazioni.getUnicita(ambito, chiave)) return true;
    const id = await chooseId(idDominio, `${ambito}#${chiave}`);
    if (id === undefined) return true;
    const quote = quoteDi(componente, effetto.oggetto);
    const valore = toRiconciliazione(id, effetto, quote, componente);
    const modifiche: Modifica[] = [
      { azione: "crea", entita: "riconciliazione", valore },
      { azione: "crea", entita: "unicita", valore: { versione: 0, ambito, chiave, riferimento: id } },
      ...effetto.verifiche,
      ...[...new Set(quote.map(({ abbinamento }) => abbinamento))].map(
        (abbinamento): Modifica => ({ azione: "verifica", entita: "abbinamento", valore: abbinamento }),
      ),
    ];
    const esito = await unitOfWork.commit(modifiche, {
      eventi: [
        traccia.evento({
          componente: "GOVPAY",
          categoriaEvento: "INTERNO",
          tipoEvento: "riconciliazioneDaMovimenti",
          idDominio,
          principal: valore.principal,
          datiPagoPA: { idIncasso: id, sct: valore.sct },
        }),
      ],
      messaggi: [{ coda: "riconciliazioni", corpo: { idDominio, id, tappa: 0 } }],
    });
    return esito.ok;
  };

  /** @param componente as stored: the links are those of its memories. */
  return async (componente: Componente, esito: EsitoDenaro, traccia: Traccia): Promise<boolean> => {
    const distinte = new Map(componente.riscossioni.map((r) => [chiaveTrasferimentoRiconciliato(r), r]));
    const effetti = [
      ...esito.flussi.map((flusso) => effettoFlusso(componente, flusso)),
      ...[...distinte.values()].map((riscossione) => effettoTrasferimento(componente, riscossione)),
    ];
    for (const effetto of effetti) if (effetto && !(await execute(componente, effetto, traccia))) return false;
    return true;
  };
};
