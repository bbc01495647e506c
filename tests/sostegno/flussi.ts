/** Settlement flows for tests: an FdR-3 platform in memory, and payments with receipts that its rows report. */
import { ok } from "../../shared/domain/esito.ts";
import type { Pendenza } from "../../shared/domain/pendenze/pendenza.ts";
import type { Flusso, Rendicontazione } from "../../shared/domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../shared/domain/ricevute/ricevuta.ts";
import type { Riconciliazione } from "../../shared/domain/riconciliazioni/riconciliazione.ts";
import { sumImporti } from "../../shared/domain/valori/importo.ts";
import type { ErroreFdr, Fdr, RigaFlusso } from "../../shared/ports/fdr.ts";
import type { Modifica } from "../../shared/ports/unit-of-work.ts";
import { APPLICAZIONE, COMUNE } from "./anagrafica.ts";
import { ADESSO, buildPendenza } from "./esempi.ts";
import type { Memoria } from "./memoria.ts";

export const PSP = "ABI03069";
export const FLUSSO = "2026-11-24ABI03069-000000001";

export interface FlussoFinto {
  readonly idDominio?: string;
  readonly idFlusso?: string;
  readonly idPsp?: string;
  readonly revisione?: number;
  readonly dataPubblicazione?: string;
  readonly righe: readonly RigaFlusso[];
  /** What the header says, when it is not the truth. */
  readonly numeroPagamenti?: number;
  readonly importoTotale?: bigint;
  readonly idDominioRicevente?: string;
}

export const buildIuv = (n: number): string => `01${String(n).padStart(15, "0")}`;

export const buildRiga = (n: number, altro: Partial<RigaFlusso> = {}): RigaFlusso => ({
  iuv: buildIuv(n),
  iur: `iur-${n}`,
  indice: 1,
  importo: BigInt(1000 + n),
  esito: 0,
  data: "2026-11-23",
  ...altro,
});

export const buildPendenzaRiga = (n: number, altro: Partial<Pendenza> = {}): Pendenza => {
  const { iuv, importo } = buildRiga(n);
  const [voce] = buildPendenza().voci;
  return buildPendenza({
    idPendenza: `PND-${n}`,
    iuv,
    numeroAvviso: `3${iuv}`,
    importo,
    voci: voce ? [{ ...voce, importo }] : [],
    ...altro,
  });
};

export const buildRiscossione = (n: number, altro: Partial<Riscossione> = {}): Riscossione => {
  const { iuv, iur, indice, importo } = buildRiga(n);
  return {
    versione: 0,
    idDominio: COMUNE,
    iuv,
    iur,
    indice,
    idDominioTitolare: COMUNE,
    idA2A: APPLICAZIONE,
    idPendenza: `PND-${n}`,
    idVocePendenza: "1",
    idTipoPendenza: "TARI",
    stato: "RISCOSSA",
    tipo: "ENTRATA",
    importo,
    data: "2026-11-23T10:00:00.000Z",
    idRicevuta: iur,
    senzaRpt: false,
    ...altro,
  };
};

/** A debt paid with its receipt, as the registration of the receipt leaves it. */
export const buildPagata = (n: number): Modifica[] => {
  const pendenza = buildPendenzaRiga(n);
  const pagata: Pendenza = {
    ...pendenza,
    stato: "ESEGUITA",
    importoPagato: pendenza.importo,
    voci: pendenza.voci.map((v) => ({ ...v, stato: "Eseguito" })),
  };
  return [
    { azione: "crea", entita: "pendenza", valore: pagata },
    { azione: "crea", entita: "riscossione", valore: buildRiscossione(n) },
  ];
};

export const buildRiconciliazione = (altro: Partial<Riconciliazione> = {}): Riconciliazione => ({
  versione: 0,
  idDominio: COMUNE,
  id: "movimento-1",
  stato: "IN_ELABORAZIONE",
  importo: 0n,
  sct: "SCT-1",
  data: ADESSO,
  principal: "gest-tributi",
  impronta: "",
  righeElaborate: 0,
  importoRiconciliato: 0n,
  segnalazioni: [],
  righeSegnalate: 0,
  ...altro,
});

const testataDi = (flusso: FlussoFinto) => ({
  dataFlusso: "2026-11-24T18:30:00.000Z",
  trn: `TRN-${flusso.idPsp ?? PSP}`,
  dataRegolamento: "2026-11-24",
  ragioneSocialePsp: "Banca di prova",
  mittente: { tipo: "A", id: "03069" },
  idDominioRicevente: flusso.idDominioRicevente ?? flusso.idDominio ?? COMUNE,
  numeroPagamenti: flusso.numeroPagamenti ?? flusso.righe.length,
  importoTotale: flusso.importoTotale ?? sumImporti(flusso.righe.map((r) => r.importo)),
});

/** @param righePerPagina as small as the test likes. */
export const createFdrFinto = (flussi: FlussoFinto[], righePerPagina = 1000) => {
  const guasti = new Map<string, ErroreFdr>();
  const chiamate: string[] = [];
  const guasto = (nome: string): ErroreFdr | undefined => {
    chiamate.push(nome);
    const [prefisso = ""] = nome.split("?");
    return guasti.get(prefisso) ?? guasti.get(prefisso.split(" ")[0] ?? "");
  };
  const find = ({
    idDominio,
    idFlusso,
    idPsp,
    revisione,
  }: {
    idDominio: string;
    idFlusso: string;
    idPsp: string;
    revisione: number;
  }): FlussoFinto | undefined =>
    flussi.find(
      (f) =>
        (f.idDominio ?? COMUNE) === idDominio &&
        (f.idFlusso ?? FLUSSO) === idFlusso &&
        (f.idPsp ?? PSP) === idPsp &&
        (f.revisione ?? 1) === revisione,
    );
  const assente = { ok: false, errore: { causa: "non-trovato", dettaglio: "FDR-3001" } } as const;
  const fdr: Fdr = {
    findPubblicati: async (_connettore, idDominio, _pagina, dopo) => {
      const errore = guasto(`elenco ${idDominio}?${dopo ?? ""}`);
      if (errore) return { ok: false, errore };
      const suoi = flussi.filter((f) => (f.idDominio ?? COMUNE) === idDominio);
      return ok({
        pagineTotali: 1,
        flussi: suoi.map((f) => ({
          idDominio,
          idFlusso: f.idFlusso ?? FLUSSO,
          idPsp: f.idPsp ?? PSP,
          revisione: f.revisione ?? 1,
          dataPubblicazione: f.dataPubblicazione ?? "2026-11-24T20:00:00.000Z",
          dataFlusso: "2026-11-24T18:30:00.000Z",
        })),
      });
    },
    getTestata: async (_connettore, chiave) => {
      const errore = guasto(`testata ${chiave.idFlusso}`);
      if (errore) return { ok: false, errore };
      const flusso = find(chiave);
      return flusso ? ok(testataDi(flusso)) : assente;
    },
    getPagamenti: async (_connettore, chiave, pagina) => {
      const errore = guasto(`pagina ${chiave.idFlusso} ${pagina}`);
      if (errore) return { ok: false, errore };
      const flusso = find(chiave);
      if (!flusso) return assente;
      const righe = flusso.righe.slice((pagina - 1) * righePerPagina, pagina * righePerPagina);
      return ok({ righe, pagineTotali: Math.max(1, Math.ceil(flusso.righe.length / righePerPagina)) });
    },
  };
  return { fdr, guasti, chiamate };
};

/** A complete flow with its rows already matched, for the tests that begin after the acquisition. */
export const storeFlusso = async (
  memoria: Pick<Memoria, "store" | "unitOfWork">,
  righe: readonly RigaFlusso[],
  altro: Partial<Flusso> = {},
  righeConAnomalie: Readonly<Record<number, string>> = {},
  statoRighe: Rendicontazione["stato"] = "OK",
): Promise<Flusso> => {
  const importo = sumImporti(righe.map((r) => r.importo));
  const flusso: Flusso = {
    versione: 0,
    idDominio: COMUNE,
    idFlusso: FLUSSO,
    idPsp: PSP,
    revisione: 1,
    stato: "ACQUISITO",
    obsoleto: false,
    dataFlusso: "2026-11-24T18:30:00.000Z",
    dataAcquisizione: ADESSO,
    trn: "TRN-1",
    dataRegolamento: "2026-11-24",
    numeroPagamenti: righe.length,
    importoTotale: importo,
    pagineAcquisite: 1,
    pagineTotali: 1,
    righeAcquisite: righe.length,
    importoAcquisito: importo,
    segnalazioni: [],
    ...altro,
  };
  await memoria.store({ azione: "crea", entita: "flusso", valore: flusso });
  const { idDominio, idFlusso, idPsp, revisione } = flusso;
  await memoria.unitOfWork.putRendicontazioni(
    righe.map((riga, posto) => {
      const codice = righeConAnomalie[posto + 1];
      const segnalazioni = codice === undefined ? [] : [{ data: ADESSO, codice, descrizione: codice }];
      return {
        versione: 0,
        idDominio,
        idFlusso,
        idPsp,
        revisione,
        progressivo: posto + 1,
        ...riga,
        dataFlusso: flusso.dataFlusso,
        stato: codice === undefined ? statoRighe : "ANOMALA",
        segnalazioni,
      };
    }),
  );
  return flusso;
};
