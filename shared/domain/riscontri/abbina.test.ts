/** Which money pays which flow: each known trouble of banks and PSPs, with the link, the coverage and the cause that it must give. */
import { describe, expect, it } from "vitest";
import { cita, conferma } from "../../../tests/sostegno/casi-abbinamento/caso.ts";
import { CASI_FLUSSI } from "../../../tests/sostegno/casi-abbinamento/flussi.ts";
import { CASI_MOVIMENTI } from "../../../tests/sostegno/casi-abbinamento/movimenti.ts";
import {
  buildFlussoProva as flusso,
  idFlussoProva,
  buildMovimentoProva as movimento,
  PSP_PROVA,
} from "../../../tests/sostegno/riscontri.ts";
import { matchDenaro } from "./abbina.ts";
import { chiaveOggetto } from "./banco.ts";
import { type EvidenzeDenaro, IMPOSTAZIONI_PREDEFINITE, type OggettoCollegato } from "./evidenze.ts";

const nomeOggetto = (oggetto: OggettoCollegato): string =>
  oggetto.tipo === "FLUSSO" ? `${Number(oggetto.idFlusso.slice(-9))}` : `T${Number(oggetto.iuv.slice(2))}`;

const VUOTE: EvidenzeDenaro = { flussi: [], movimenti: [], riscossioni: [], righe: [] };
const nomeSoggetto = (s: { tipo: string; idFlusso?: string; idMovimento?: string }): string =>
  s.idMovimento ?? `${Number((s.idFlusso ?? "").slice(-9))}`;

describe("abbinamento del denaro", () => {
  it.each(Object.entries({ ...CASI_FLUSSI, ...CASI_MOVIMENTI }))(
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
