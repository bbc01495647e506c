/** Which money pays which flow: each known trouble of banks and PSPs, with the link, the coverage and the cause that it must give. */
import { describe, expect, it } from "vitest";
import {
  causaleFlusso,
  buildFlussoProva as flusso,
  idFlussoProva,
  iurProva,
  iuvProva,
  buildMovimentoProva as movimento,
  PSP_PROVA,
  buildRigaProva as riga,
  buildRiscossioneProva as riscossione,
} from "../../../tests/sostegno/riscontri.ts";
import { matchDenaro } from "./abbina.ts";
import { chiaveOggetto } from "./banco.ts";
import { type EvidenzeDenaro, IMPOSTAZIONI_PREDEFINITE, type Impostazioni, type OggettoCollegato, type Regola } from "./evidenze.ts";

interface Caso {
  readonly evidenze: Partial<EvidenzeDenaro>;
  readonly regole?: readonly Regola[];
  readonly impostazioni?: Partial<Impostazioni>;
  /** movement→object amount. */
  readonly collegati: readonly string[];
  /** flow: coverage. */
  readonly flussi?: readonly string[];
  readonly movimenti: readonly string[];
  readonly anomalie?: readonly string[];
  readonly proposte?: readonly string[];
}

const nomeOggetto = (oggetto: OggettoCollegato): string =>
  oggetto.tipo === "FLUSSO" ? `${Number(oggetto.idFlusso.slice(-9))}` : `T${Number(oggetto.iuv.slice(2))}`;

const cita = (n: number, altro = ""): string => `${causaleFlusso(n)}${altro}`;
const f = (n: number): OggettoCollegato => ({ tipo: "FLUSSO", idFlusso: idFlussoProva(n), idPsp: PSP_PROVA });
const conferma = (idMovimento: string, n: number, importo: bigint, altro = {}): Regola => ({
  id: `R-${idMovimento}-${n}`,
  idDominio: "12345678901",
  idMovimento,
  decisione: "CONFERMA",
  oggetti: [{ oggetto: f(n), importo }],
  ...altro,
});
const rifiuto = (idMovimento: string, n: number): Regola => ({
  id: `N-${idMovimento}-${n}`,
  idDominio: "12345678901",
  idMovimento,
  decisione: "RIFIUTO",
  oggetti: [f(n)],
});

const CASI: Readonly<Record<string, Caso>> = {
  "un flusso, un movimento": {
    evidenze: { flussi: [flusso(1, 10000n)], movimenti: [movimento("a", 10000n, cita(1))] },
    collegati: ["a→1 10000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO"],
  },
  "niente denaro": {
    evidenze: { flussi: [flusso(1, 10000n)] },
    collegati: [],
    flussi: ["1 NESSUNA IUF_NO_TES"],
    movimenti: [],
    anomalie: ["1 FLUSSO_NON_ACCREDITATO"],
  },
  "un flusso in due accrediti": {
    evidenze: {
      flussi: [flusso(1, 10000n)],
      movimenti: [movimento("a", 7000n, cita(1)), movimento("b", 3000n, cita(1).replace("URI", "TXT/1/URI"))],
    },
    collegati: ["a→1 7000", "b→1 3000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO", "b ABBINATO"],
  },
  "una parte sola": {
    evidenze: { flussi: [flusso(1, 10000n)], movimenti: [movimento("a", 7000n, cita(1))] },
    collegati: ["a→1 7000"],
    flussi: ["1 PARZIALE IUF_TES_DIV_IMP"],
    movimenti: ["a ABBINATO"],
    anomalie: ["1 ACCREDITO_PARZIALE"],
  },
  "un centesimo in meno": {
    evidenze: { flussi: [flusso(1, 10000n)], movimenti: [movimento("a", 9999n, cita(1))] },
    collegati: ["a→1 9999"],
    flussi: ["1 PARZIALE IUF_TES_DIV_IMP"],
    movimenti: ["a ABBINATO"],
    anomalie: ["1 DIFFERENZA_MINIMA"],
  },
  "un centesimo in meno, tollerato": {
    evidenze: { flussi: [flusso(1, 10000n)], movimenti: [movimento("a", 9999n, cita(1))] },
    impostazioni: { tolleranza: 1n },
    collegati: ["a→1 9999"],
    flussi: ["1 IN_TOLLERANZA"],
    movimenti: ["a ABBINATO"],
    anomalie: ["1 ACCREDITO_IN_TOLLERANZA"],
  },
  "un centesimo in più, tollerato": {
    evidenze: { flussi: [flusso(1, 10000n)], movimenti: [movimento("a", 10001n, cita(1))] },
    impostazioni: { tolleranza: 1n },
    collegati: ["a→1 10000"],
    flussi: ["1 IN_TOLLERANZA"],
    movimenti: ["a ABBINATO"],
    anomalie: ["1 ACCREDITO_IN_TOLLERANZA"],
  },
  "più del dovuto": {
    evidenze: { flussi: [flusso(1, 10000n)], movimenti: [movimento("a", 12000n, cita(1))] },
    collegati: ["a→1 10000"],
    flussi: ["1 ECCEDENTE IUF_TES_DIV_IMP"],
    movimenti: ["a PARZIALE IUF_TES_DIV_IMP"],
    anomalie: ["1 ACCREDITO_ECCEDENTE"],
  },
  "accreditato due volte": {
    evidenze: {
      flussi: [flusso(1, 10000n)],
      movimenti: [movimento("b", 10000n, cita(1)), movimento("a", 10000n, cita(1), { dataContabile: "2026-11-26" })],
    },
    collegati: ["b→1 10000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a NON_ABBINATO IUF_TES_DIV_IMP", "b ABBINATO"],
    anomalie: ["a ACCREDITO_DOPPIO"],
  },
  "due flussi in un movimento che li nomina": {
    evidenze: { flussi: [flusso(1, 10000n), flusso(2, 5000n)], movimenti: [movimento("a", 15000n, `${cita(1)} ${cita(2)}`)] },
    collegati: ["a→1 10000", "a→2 5000"],
    flussi: ["1 COPERTO", "2 COPERTO"],
    movimenti: ["a ABBINATO"],
  },
  "due flussi in un movimento che ne nomina uno": {
    evidenze: { flussi: [flusso(1, 10017n), flusso(2, 5003n), flusso(3, 777n)], movimenti: [movimento("a", 15020n, cita(1))] },
    collegati: ["a→1 10017", "a→2 5003"],
    flussi: ["1 COPERTO", "2 COPERTO", "3 NESSUNA IUF_NO_TES"],
    movimenti: ["a ABBINATO"],
    anomalie: ["3 FLUSSO_NON_ACCREDITATO"],
  },
  "due flussi in un movimento che ne nomina uno, e l'altro può essere l'uno o l'altro": {
    evidenze: { flussi: [flusso(1, 10017n), flusso(2, 5003n), flusso(3, 5003n)], movimenti: [movimento("a", 15020n, cita(1))] },
    collegati: ["a→1 10017"],
    flussi: ["1 ECCEDENTE IUF_TES_DIV_IMP", "2 NESSUNA IUF_NO_TES", "3 NESSUNA IUF_NO_TES"],
    movimenti: ["a PARZIALE IUF_TES_DIV_IMP"],
    anomalie: ["1 ACCREDITO_ECCEDENTE", "2 FLUSSO_NON_ACCREDITATO", "3 FLUSSO_NON_ACCREDITATO"],
  },
  "due flussi in un movimento che ne nomina uno, troppo piccoli perché la somma provi qualcosa": {
    evidenze: { flussi: [flusso(1, 1000n), flusso(2, 500n)], movimenti: [movimento("a", 1500n, cita(1))] },
    collegati: ["a→1 1000"],
    flussi: ["1 ECCEDENTE IUF_TES_DIV_IMP", "2 NESSUNA IUF_NO_TES"],
    movimenti: ["a PARZIALE IUF_TES_DIV_IMP"],
    anomalie: ["1 ACCREDITO_ECCEDENTE", "2 FLUSSO_NON_ACCREDITATO"],
  },
  "due flussi in un movimento, e uno non è ancora arrivato": {
    evidenze: { flussi: [flusso(1, 10000n)], movimenti: [movimento("a", 15000n, `${cita(1)} ${cita(2)}`)] },
    collegati: [],
    flussi: ["1 NESSUNA IUF_NO_TES"],
    movimenti: ["a DA_CONFERMARE"],
    anomalie: ["1 FLUSSO_NON_ACCREDITATO", "a FLUSSO_MANCANTE"],
    proposte: ["a: 1 10000"],
  },
  "due movimenti e due flussi intrecciati": {
    evidenze: {
      flussi: [flusso(1, 10000n), flusso(2, 5000n)],
      movimenti: [movimento("a", 12000n, `${cita(1)} ${cita(2)}`), movimento("b", 3000n, cita(2))],
    },
    collegati: ["a→1 10000", "a→2 2000", "b→2 3000"],
    flussi: ["1 COPERTO", "2 COPERTO"],
    movimenti: ["a ABBINATO", "b ABBINATO"],
  },
  "identificativo troncato, un solo flusso possibile": {
    evidenze: {
      flussi: [flusso(1, 10000n), flusso(2, 5000n)],
      movimenti: [movimento("a", 5000n, cita(2).slice(0, -3))],
    },
    collegati: ["a→2 5000"],
    flussi: ["1 NESSUNA IUF_NO_TES", "2 COPERTO"],
    movimenti: ["a ABBINATO"],
    anomalie: ["1 FLUSSO_NON_ACCREDITATO"],
  },
  "identificativo troncato, due flussi dello stesso importo": {
    evidenze: { flussi: [flusso(1, 5000n), flusso(2, 5000n)], movimenti: [movimento("a", 5000n, cita(2).slice(0, -3))] },
    collegati: [],
    flussi: ["1 NESSUNA IUF_NO_TES", "2 NESSUNA IUF_NO_TES"],
    movimenti: ["a DA_CONFERMARE"],
    anomalie: ["1 FLUSSO_NON_ACCREDITATO", "2 FLUSSO_NON_ACCREDITATO", "a ABBINAMENTO_AMBIGUO"],
    proposte: ["a: 1 5000", "a: 2 5000"],
  },
  "identificativo troncato in due movimenti uguali, un solo flusso": {
    evidenze: {
      flussi: [flusso(1, 5000n)],
      movimenti: [movimento("a", 5000n, cita(1).slice(0, -3)), movimento("b", 5000n, cita(1).slice(0, -4))],
    },
    collegati: [],
    flussi: ["1 NESSUNA IUF_NO_TES"],
    movimenti: ["a DA_CONFERMARE", "b DA_CONFERMARE"],
    anomalie: ["1 FLUSSO_NON_ACCREDITATO", "a ABBINAMENTO_AMBIGUO", "b ABBINAMENTO_AMBIGUO"],
    proposte: ["a: 1 5000", "b: 1 5000"],
  },
  "identificativo troncato, e il flusso è già coperto da un altro": {
    evidenze: {
      flussi: [flusso(1, 5000n)],
      movimenti: [movimento("a", 5000n, cita(1).slice(0, -3)), movimento("b", 5000n, cita(1))],
    },
    collegati: ["b→1 5000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a NON_ABBINATO IUF_TES_DIV_IMP", "b ABBINATO"],
    anomalie: ["a ACCREDITO_DOPPIO"],
  },
  "solo il TRN": {
    evidenze: { flussi: [flusso(1, 5000n)], movimenti: [movimento("a", 5000n, "BONIFICO SEPA", { sct: "TRN03069000001" })] },
    collegati: ["a→1 5000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO"],
  },
  "lo stesso nome di flusso da due PSP: decide l'importo": {
    evidenze: {
      flussi: [flusso(1, 5000n), flusso(1, 7000n, { idPsp: "ALTRO001", trn: "X" })],
      movimenti: [movimento("a", 7000n, cita(1))],
    },
    collegati: ["a→1 7000"],
    flussi: ["1 NESSUNA IUF_NO_TES", "1 COPERTO"],
    movimenti: ["a ABBINATO"],
    anomalie: ["1 FLUSSO_NON_ACCREDITATO"],
  },
  "flusso rivisto prima dell'accredito": {
    evidenze: { flussi: [flusso(1, 5000n), flusso(1, 4000n, { revisione: 2 })], movimenti: [movimento("a", 4000n, cita(1))] },
    collegati: ["a→1 4000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO"],
  },
  "flusso rivisto dopo l'accredito": {
    evidenze: { flussi: [flusso(1, 5000n), flusso(1, 5500n, { revisione: 2 })], movimenti: [movimento("a", 5000n, cita(1))] },
    collegati: ["a→1 5000"],
    flussi: ["1 PARZIALE IUF_TES_DIV_IMP"],
    movimenti: ["a ABBINATO"],
    anomalie: ["1 REVISIONE_DOPO_ACCREDITO"],
  },
  "la stessa emissione letta con FdR-1 e FdR-3 conta una volta": {
    evidenze: {
      flussi: [flusso(1, 5000n), flusso(1, 5000n, { revisione: 1795557600, idPsp: "03069" })],
      movimenti: [movimento("a", 5000n, cita(1))],
    },
    collegati: ["a→1 5000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO"],
  },
  "flusso in contraddizione con sé stesso": {
    evidenze: { flussi: [flusso(1, 5000n, { stato: "ANOMALO" })], movimenti: [movimento("a", 5000n, cita(1))] },
    collegati: [],
    flussi: ["1 NESSUNA IUF_NO_TES"],
    movimenti: ["a DA_CONFERMARE"],
    anomalie: ["1 FLUSSO_INCOERENTE"],
    proposte: ["a: 1 5000"],
  },
  "flusso ancora da acquisire": {
    evidenze: { flussi: [flusso(1, 5000n, { stato: "IN_ACQUISIZIONE" })], movimenti: [movimento("a", 5000n, cita(1))] },
    collegati: [],
    flussi: [],
    movimenti: ["a NON_ABBINATO TES_NO_IUF_OR_IUV"],
    anomalie: ["a FLUSSO_MANCANTE"],
  },
  "flusso di un altro ente": {
    evidenze: { movimenti: [movimento("a", 5000n, cita(1))], flussiDiAltri: [idFlussoProva(1)] },
    collegati: [],
    flussi: [],
    movimenti: ["a NON_ABBINATO TES_NO_IUF_OR_IUV"],
    anomalie: ["a FLUSSO_DI_ALTRO_ENTE"],
  },
  "flusso in ritardo": {
    evidenze: {
      flussi: [flusso(1, 5000n, { dataFlusso: "2026-12-02T08:00:00.000Z" })],
      movimenti: [movimento("a", 5000n, cita(1))],
    },
    collegati: ["a→1 5000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO"],
    anomalie: ["1 FLUSSO_TARDIVO"],
  },
  "entrata che non è di pagoPA": {
    evidenze: { movimenti: [movimento("a", 5000n, "CANONE LOCALI COMUNALI")] },
    collegati: [],
    flussi: [],
    movimenti: ["a NON_ABBINATO TES_NO_MATCH"],
  },
  "causale illeggibile, importo e data di un flusso": {
    evidenze: {
      flussi: [flusso(1, 5000n)],
      movimenti: [movimento("a", 5000n, "BONIFICO A VOSTRO FAVORE", { ordinante: "BANCA DI PROVA SPA" })],
    },
    collegati: [],
    flussi: ["1 NESSUNA IUF_NO_TES"],
    movimenti: ["a DA_CONFERMARE TES_NO_MATCH"],
    anomalie: ["1 FLUSSO_NON_ACCREDITATO", "a CAUSALE_SCONOSCIUTA"],
    proposte: ["a: 1 5000"],
  },
  "movimento stornato": {
    evidenze: { flussi: [flusso(1, 5000n)], movimenti: [movimento("a", 5000n, cita(1), { stato: "STORNATO", importoStornato: 5000n })] },
    collegati: [],
    flussi: ["1 NESSUNA IUF_NO_TES"],
    movimenti: ["a ESCLUSO"],
    anomalie: ["1 FLUSSO_NON_ACCREDITATO", "a MOVIMENTO_STORNATO"],
  },
  "movimento restituito con un'uscita, e riaccreditato": {
    evidenze: {
      flussi: [flusso(1, 5000n)],
      movimenti: [
        movimento("a", 5000n, cita(1)),
        movimento("b", 5000n, cita(1), { segno: "USCITA", dataContabile: "2026-11-26" }),
        movimento("c", 5000n, cita(1), { dataContabile: "2026-11-27" }),
      ],
    },
    collegati: ["a→1 5000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO", "b ESCLUSO", "c ESCLUSO"],
    anomalie: ["c MOVIMENTO_STORNATO"],
  },
  "uscita senza entrata": {
    evidenze: {
      flussi: [flusso(1, 5000n)],
      movimenti: [movimento("a", 5000n, cita(1)), movimento("b", 700n, cita(1), { segno: "USCITA" })],
    },
    collegati: ["a→1 5000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO", "b ESCLUSO"],
    anomalie: ["b USCITA_SENZA_ENTRATA"],
  },
  "riga di cui si conosce solo lo storno": {
    evidenze: { flussi: [flusso(1, 5000n)], movimenti: [movimento("a", 5000n, cita(1), { stato: "IN_ATTESA" })] },
    collegati: [],
    flussi: ["1 NESSUNA IUF_NO_TES"],
    movimenti: ["a ESCLUSO"],
    anomalie: ["1 FLUSSO_NON_ACCREDITATO"],
  },
  "bonifico singolo per IUV": {
    evidenze: { riscossioni: [riscossione(1, 5000n)], movimenti: [movimento("a", 5000n, `/RFB/${iuvProva(1)}/50.00`)] },
    collegati: ["a→T1 5000"],
    flussi: [],
    movimenti: ["a ABBINATO"],
  },
  "riga di Poste con la sola ricevuta": {
    evidenze: {
      flussi: [flusso(1, 5000n)],
      righe: [riga(1, 1, 5000n)],
      riscossioni: [riscossione(1, 5000n)],
      movimenti: [movimento("a", 5000n, "x", { chiavi: { flussi: [], troncati: [], iuv: [], iur: [iurProva(1).toUpperCase()] } })],
    },
    collegati: ["a→T1 5000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO"],
  },
  "bonifico singolo di un pagamento già incassato con il suo flusso": {
    evidenze: {
      flussi: [flusso(1, 5000n)],
      righe: [riga(1, 1, 5000n)],
      riscossioni: [riscossione(1, 5000n)],
      movimenti: [movimento("a", 5000n, cita(1)), movimento("b", 5000n, `/RFB/${iuvProva(1)}/50.00`)],
    },
    collegati: ["a→1 5000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO", "b NON_ABBINATO IUF_TES_DIV_IMP"],
    anomalie: ["b ACCREDITO_DOPPIO"],
  },
  "bonifico singolo di altro importo": {
    evidenze: { riscossioni: [riscossione(1, 5000n)], movimenti: [movimento("a", 4900n, `/RFB/${iuvProva(1)}/50.00`)] },
    collegati: [],
    flussi: [],
    movimenti: ["a DA_CONFERMARE IUF_TES_DIV_IMP"],
    anomalie: ["a ACCREDITO_SINGOLO_DIVERSO"],
    proposte: ["a: T1 4900"],
  },
  "bonifico singolo di due trasferimenti della stessa ricevuta": {
    evidenze: {
      riscossioni: [riscossione(1, 5000n), riscossione(1, 700n, { indice: 2 }), riscossione(1, 1600n, { indice: 3, tipo: "MBT" })],
      movimenti: [movimento("a", 5700n, `/RFB/${iuvProva(1)}/57.00`)],
    },
    collegati: ["a→T1 5000", "a→T1 700"],
    flussi: [],
    movimenti: ["a ABBINATO"],
  },
  "bonifico singolo di un pagamento sconosciuto": {
    evidenze: { movimenti: [movimento("a", 5000n, `/RFB/${iuvProva(1)}/50.00`)] },
    collegati: [],
    flussi: [],
    movimenti: ["a NON_ABBINATO TES_NO_IUF_OR_IUV"],
    anomalie: ["a PAGAMENTO_MANCANTE"],
  },
  "una persona conferma ciò che nessuno sa": {
    evidenze: { flussi: [flusso(1, 5000n)], movimenti: [movimento("a", 5000n, "BONIFICO")] },
    regole: [conferma("a", 1, 5000n)],
    collegati: ["a→1 5000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO"],
  },
  "una persona accetta la differenza": {
    evidenze: { flussi: [flusso(1, 5000n)], movimenti: [movimento("a", 4000n, cita(1))] },
    regole: [conferma("a", 1, 4000n, { accettaDifferenza: true })],
    collegati: ["a→1 4000"],
    flussi: ["1 IN_TOLLERANZA"],
    movimenti: ["a ABBINATO"],
    anomalie: ["1 ACCREDITO_IN_TOLLERANZA"],
  },
  "una persona conferma, poi il movimento è stornato": {
    evidenze: { flussi: [flusso(1, 5000n)], movimenti: [movimento("a", 5000n, "BONIFICO", { stato: "STORNATO", importoStornato: 5000n })] },
    regole: [conferma("a", 1, 5000n)],
    collegati: ["a→1 5000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a ABBINATO"],
    anomalie: ["a REGOLA_CONTRADDETTA"],
  },
  "una persona conferma, poi il flusso è rivisto al ribasso": {
    evidenze: { flussi: [flusso(1, 5000n), flusso(1, 4000n, { revisione: 2 })], movimenti: [movimento("a", 5000n, "BONIFICO")] },
    regole: [conferma("a", 1, 5000n)],
    collegati: ["a→1 4000"],
    flussi: ["1 COPERTO"],
    movimenti: ["a PARZIALE IUF_TES_DIV_IMP"],
    anomalie: ["a REGOLA_CONTRADDETTA"],
  },
  "una persona rifiuta ciò che sembrava certo": {
    evidenze: { flussi: [flusso(1, 5000n)], movimenti: [movimento("a", 5000n, cita(1))] },
    regole: [rifiuto("a", 1)],
    collegati: [],
    flussi: ["1 NESSUNA IUF_NO_TES"],
    movimenti: ["a NON_ABBINATO"],
    anomalie: ["1 FLUSSO_NON_ACCREDITATO"],
  },
  "una persona dichiara che non è pagoPA": {
    evidenze: { flussi: [flusso(1, 5000n)], movimenti: [movimento("a", 5000n, cita(1))] },
    regole: [{ id: "R", idDominio: "12345678901", idMovimento: "a", decisione: "NON_PAGOPA" }],
    collegati: [],
    flussi: ["1 NESSUNA IUF_NO_TES"],
    movimenti: ["a ESCLUSO"],
    anomalie: ["1 FLUSSO_NON_ACCREDITATO"],
  },
};

const VUOTE: EvidenzeDenaro = { flussi: [], movimenti: [], riscossioni: [], righe: [] };
const nomeSoggetto = (s: { tipo: string; idFlusso?: string; idMovimento?: string }): string =>
  s.idMovimento ?? `${Number((s.idFlusso ?? "").slice(-9))}`;

describe("abbinamento del denaro", () => {
  it.each(Object.entries(CASI))(
    "%s",
    (_nome, { evidenze, regole = [], impostazioni, collegati, flussi, movimenti, anomalie, proposte }) => {
      const esito = matchDenaro({ ...VUOTE, ...evidenze }, regole, { ...IMPOSTAZIONI_PREDEFINITE, ...impostazioni });
      expect({
        collegati: esito.collegamenti.map(({ idMovimento, oggetto, importo }) => `${idMovimento}→${nomeOggetto(oggetto)} ${importo}`),
        flussi: esito.flussi.map(({ idFlusso, copertura, etichette }) => [Number(idFlusso.slice(-9)), copertura, ...etichette].join(" ")),
        movimenti: esito.movimenti.map(({ idMovimento, stato, etichette }) => [idMovimento, stato, ...etichette].join(" ")),
        anomalie: esito.anomalie.map(({ soggetto, codice }) => `${nomeSoggetto(soggetto)} ${codice}`),
        proposte: esito.proposte.map(
          ({ idMovimento, oggetti }) =>
            `${idMovimento}: ${oggetti.map(({ oggetto, importo }) => `${nomeOggetto(oggetto)} ${importo}`).join(", ")}`,
        ),
      }).toEqual({ collegati, flussi: flussi ?? [], movimenti, anomalie: anomalie ?? [], proposte: proposte ?? [] });
    },
  );

  it("spiega con una frase, e pesa i motivi", () => {
    const { collegamenti } = matchDenaro(
      {
        ...VUOTE,
        flussi: [flusso(1, 5000n)],
        movimenti: [movimento("a", 5000n, cita(1).slice(0, -3), { ordinante: "BANCA DI PROVA SPA" })],
      },
      [],
      IMPOSTAZIONI_PREDEFINITE,
    );
    expect(collegamenti.map(({ fiducia, frase }) => [fiducia, frase])).toEqual([
      [
        100,
        "La causale contiene i primi 25 caratteri dell'identificativo del flusso, l'importo coincide al centesimo, la data è quella attesa per il regolamento e l'ordinante è il PSP del flusso.",
      ],
    ]);
  });

  it("una decisione non si perde: il suo movimento e il suo flusso stanno sempre insieme", () => {
    const esito = matchDenaro(
      {
        ...VUOTE,
        flussi: [flusso(1, 5000n), flusso(2, 5000n, { trn: "Y" })],
        movimenti: [movimento("a", 5000n, "BONIFICO"), movimento("b", 5000n, cita(1))],
      },
      [conferma("a", 1, 5000n)],
      IMPOSTAZIONI_PREDEFINITE,
    );
    expect(esito.collegamenti.map(({ idMovimento, oggetto, origine }) => [idMovimento, chiaveOggetto(oggetto), origine])).toEqual([
      ["a", `F|${idFlussoProva(1)}|${PSP_PROVA}`, "CONFERMATO"],
    ]);
    expect(esito.anomalie.map(({ codice }) => codice)).toContain("ACCREDITO_DOPPIO");
  });
});
