/**
 * The legacy Node: takes RPT, keeps their state, sends persons to the page of WISP and brings the RT of the PSPs to the creditor. An RT that
 * does not arrive is kept, for whoever asks for its copy.
 */
import { randomUUID } from "node:crypto";
import { oraDiRoma } from "../comune/date.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import type { Libro } from "../psp/libro.ts";
import { createMarche } from "../psp/marche.ts";
import type { Psp } from "../psp/psp.ts";
import { bustaRt, type EsitoChiamata, sendStorica } from "./client.ts";
import { pagatoDi, type RptLetta, scriviRt } from "./documenti.ts";
import { type ChiaveRpt, type CodiceEsito, nomeRpt, type RptAlNodo } from "./modello.ts";

export interface RptInArrivo extends ChiaveRpt {
  readonly idIntermediario: string;
  readonly idStazione: string;
  readonly letta: RptLetta;
}

interface Conclusione {
  readonly rpt: RptAlNodo;
  readonly consegna: EsitoChiamata | undefined;
}

export interface NodoStorico {
  get(chiave: ChiaveRpt): RptAlNodo | undefined;
  list(): RptAlNodo[];
  sessione(idSessione: string): RptAlNodo[];
  /** Takes RPT that are all new; with a session they wait for a person, without they go to the PSP. */
  accept(rpt: readonly RptInArrivo[], idSessione: string | undefined, idPsp: string | undefined): void;
  move(rpt: RptAlNodo, stato: string): RptAlNodo;
  /** The PSP writes the RT; `smarrita`: it never leaves for the creditor. */
  conclude(rpt: RptAlNodo, psp: Psp, esito: CodiceEsito, smarrita: boolean, scambi: Scambio[]): Promise<Conclusione>;
  /** The same RT once more. */
  resend(rpt: RptAlNodo, scambi: Scambio[]): Promise<Conclusione>;
}

const CONCLUSE = ["RT_ACCETTATA_PA", "RPT_RIFIUTATA_NODO", "RPT_DECORSI_TERMINI", "RPT_ERRORE_INVIO_A_PSP"];
export const isPendente = ({ stato }: RptAlNodo): boolean => !CONCLUSE.includes(stato);

const STATO_DOPO = { OK: "RT_ACCETTATA_PA", KO: "RT_RIFIUTATA_PA", NESSUNA: "RT_ERRORE_INVIO_A_PA" } as const;

export const createNodoStorico = (contesto: Contesto, libro: Libro): NodoStorico => {
  const raccolta = contesto.archivio.raccolta<RptAlNodo>("rptStoriche");
  const compraMarca = createMarche(contesto);
  const put = (rpt: RptAlNodo): RptAlNodo => {
    raccolta.put(nomeRpt(rpt), rpt, { gruppo: rpt.idSessione ?? "", ordine: rpt.iuv });
    return rpt;
  };
  const get = (chiave: ChiaveRpt): RptAlNodo | undefined => raccolta.get(nomeRpt(chiave));
  const move = (rpt: RptAlNodo, stato: string): RptAlNodo =>
    put({ ...(get(rpt) ?? rpt), stato, storico: [...rpt.storico, { data: oraDiRoma(contesto.ora()), stato }] });

  const deliver = async (rpt: RptAlNodo, scambi: Scambio[]): Promise<Conclusione> => {
    const consegna = await sendStorica(contesto, "paaInviaRT", bustaRt(rpt, rpt.rt ?? ""), scambi);
    // What is already delivered stays so, whatever a repetition is answered.
    return { rpt: rpt.stato === "RT_ACCETTATA_PA" ? rpt : move(rpt, STATO_DOPO[consegna.tipo]), consegna };
  };

  /** A stamp is bought whole or not at all. */
  const buyMarche = (rpt: RptAlNodo, psp: Psp, esito: CodiceEsito, acquistataIl: number): readonly (string | undefined)[] => {
    const pagato = pagatoDi(rpt, esito);
    return rpt.righe.map(({ importo, improntaBollo: impronta }, indice) =>
      impronta === undefined || pagato[indice] !== importo ? undefined : compraMarca({ psp, importo, impronta, acquistataIl }),
    );
  };

  /** Money moves only with what was paid; the settlement rows carry the IUR of the RT and the number of its row. */
  const settle = (rpt: RptAlNodo, psp: Psp, iur: string, esito: CodiceEsito, pagatoIl: number): void => {
    const pagato = pagatoDi(rpt, esito);
    const trasferimenti = rpt.righe.flatMap((riga, indice) => {
      const importo = pagato[indice] ?? 0n;
      if (importo === 0n || riga.iban === undefined) return [];
      return [
        {
          idTransfer: indice + 1,
          importo,
          idDominio: rpt.idDominio,
          iban: riga.iban,
          causale: riga.causale,
          categoria: riga.datiSpecifici,
        },
      ];
    });
    if (trasferimenti.length === 0) return;
    libro.register({
      token: iur,
      idDominio: rpt.idDominio,
      numeroAvviso: `3${rpt.iuv}`,
      idPsp: psp.id,
      stato: "PAGATO",
      versione: 1,
      scadeIl: pagatoIl,
      pagatoIl,
      dati: {
        iuv: rpt.iuv,
        importo: trasferimenti.reduce((somma, { importo }) => somma + importo, 0n),
        dataScadenza: oraDiRoma(pagatoIl).slice(0, 10),
        causale: rpt.righe[0]?.causale ?? "",
        debitore: { tipo: "F", identificativo: "ANONIMO", anagrafica: "ANONIMO" },
        trasferimenti,
      },
    });
  };

  return {
    get,
    list: () => raccolta.list(),
    sessione: (idSessione) => raccolta.list(idSessione),
    accept: (rpt, idSessione, idPsp) => {
      const ora = contesto.ora();
      const stato = idSessione === undefined ? "RPT_ACCETTATA_PSP" : "RPT_PARCHEGGIATA_NODO";
      const storico = ["RPT_RICEVUTA_NODO", "RPT_ACCETTATA_NODO", stato].map((voce) => ({ data: oraDiRoma(ora), stato: voce }));
      contesto.archivio.transaction(() => {
        for (const { letta, ...una } of rpt)
          put({
            ...letta,
            ...una,
            stato,
            storico,
            ricevutaIl: ora,
            ...(idSessione === undefined ? {} : { idSessione }),
            ...(idPsp === undefined ? {} : { idPsp }),
          });
      });
    },
    move,
    conclude: async (rpt, psp, esito, smarrita, scambi) => {
      const pagatoIl = contesto.ora();
      const iur = randomUUID().replaceAll("-", "");
      const idMessaggio = randomUUID().replaceAll("-", "");
      const rt = scriviRt({ rpt, psp, esito, iur, idMessaggio, pagatoIl, marche: buyMarche(rpt, psp, esito, pagatoIl) });
      const conRt = contesto.archivio.transaction(() => {
        settle(rpt, psp, iur, esito, pagatoIl);
        put({ ...(get(rpt) ?? rpt), rt, idPsp: psp.id });
        return move({ ...rpt, rt, idPsp: psp.id }, smarrita ? "RT_ERRORE_INVIO_A_PA" : "RT_ACCETTATA_NODO");
      });
      return smarrita ? { rpt: conRt, consegna: undefined } : deliver(conRt, scambi);
    },
    resend: deliver,
  };
};
